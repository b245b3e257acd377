package scoring

import (
	"fmt"

	"thidua/scoring/lang"
)

// Verdict is what a vote comes to.
type Verdict uint8

// The verdicts.
const (
	NotCarried Verdict = iota
	Carried
	Tied          // as many for as against, and that is not enough
	TooFew        // fewer present than the rulebook asks for
	NobodyDecided // nobody was for or against
)

// String is the verdict's name in files.
func (v Verdict) String() string {
	return [...]string{"not_carried", "carried", "tied", "no_quorum", "none"}[v]
}

// Name is what people call the verdict.
func (v Verdict) Name() lang.Text {
	return [...]lang.Text{
		{VI: "không thông qua", EN: "not carried"}, {VI: "thông qua", EN: "carried"},
		{VI: "hai bên bằng phiếu, không thông qua", EN: "tied, not carried"},
		{VI: "chưa đủ số đơn vị", EN: "no quorum"}, {VI: "không có kết luận", EN: "no verdict"},
	}[v]
}

// Count is the votes of one question, a vote for each unit, and how many there could have been.
type Count struct {
	For, Against, Abstain int
	Present, Members      int
	NotVoting             int // units that may vote and did not; they stay in the base
	Recused               int // units present that the question is about and that leave the base
	Away                  int // absent units that the question is about: they leave a base of all members
	Written               int // absent units that vote in writing, beside those present
}

// cast is how many votes were given, abstentions included.
func (c Count) cast() int { return c.For + c.Against + c.Abstain }

// Entitled is how many may vote: the units present, less those that the question is about, and those that vote in
// writing.
func (c Count) Entitled() int { return c.Present - c.Recused + c.Written }

// Ruling is a verdict with the sum that gives it.
type Ruling struct {
	Count
	Verdict Verdict
	Base    int // what the threshold is a part of
	Needed  int // the fewest votes for that would have carried it
	Sum     lang.Text
}

// words are what a threshold is a part of, in words that follow a number.
func (v VoteBase) words() lang.Text {
	return [...]lang.Text{
		{VI: "đơn vị có mặt", EN: "units present"}, {VI: "đơn vị trong cụm", EN: "units of the cluster"},
		{VI: "phiếu đã bỏ", EN: "votes cast"}, {VI: "phiếu tán thành và không tán thành", EN: "votes for and against"},
	}[v]
}

// of is the base that a count has.
func (v VoteBase) of(c Count) int {
	switch v {
	case OfMembers:
		return c.Members - c.Recused - c.Away
	case OfCast:
		return c.cast()
	case OfValid:
		return c.For + c.Against
	}
	return c.Entitled()
}

// Rule gives the verdict on a count: whole numbers only, and the sum said in words (rule 7).
func (r VoteRule) Rule(c Count) Ruling {
	out := Ruling{Count: c, Base: r.Base.of(c)}
	out.Needed = r.Threshold.needed(out.Base)
	switch {
	case r.Quorum.Ratio.Den > 0 && !r.Quorum.met(c.Present, c.Members):
		out.Verdict = TooFew
		need := r.Quorum.needed(c.Members)
		out.Sum = lang.Sayf("%d trong %d đơn vị có mặt, cần ít nhất %d: %s",
			"%d of %d units present, at least %d needed: %s", c.Present, c.Members, need, out.Verdict.Name())
		return out
	case c.For+c.Against == 0:
		out.Verdict = NobodyDecided
	case r.Threshold.met(c.For, out.Base):
		out.Verdict = Carried
	case c.For == c.Against:
		out.Verdict = Tied
	}
	out.Sum = lang.Sayf("%d phiếu tán thành trong %d %s, %s: %s",
		"%d for of %d %s, %s: %s", c.For, out.Base, r.Base.words(), r.Threshold.asks(out.Base), out.Verdict.Name())
	if c.Written > 0 {
		out.Sum = lang.Sayf("%s (%s)", "%s (%s)", out.Sum,
			lang.Count(c.Written, "đơn vị vắng mặt biểu quyết bằng văn bản", "absent unit votes in writing",
				"absent units vote in writing"))
	}
	if c.Recused+c.Away > 0 {
		out.Sum = lang.Sayf("%s (đơn vị liên quan không biểu quyết)", "%s (the unit concerned does not vote)", out.Sum)
	}
	return out
}

// asks says what the threshold asks of a base: «cần hơn 6», or «cần ít nhất 5» where half of the base is no whole
// number.
func (t Threshold) asks(base int) lang.Text {
	if exact := int64(base) * t.Ratio.Num; t.More && exact%t.Ratio.Den == 0 {
		return lang.Sayf("cần hơn %d", "more than %d needed", exact/t.Ratio.Den)
	}
	return lang.Sayf("cần ít nhất %d", "at least %d needed", t.needed(base))
}

// missing is how many more votes for it would have taken, 0 where it was carried.
func (r Ruling) missing() int { return max(r.Needed-r.For, 0) }

// Missing says how many more votes for it would have taken; empty where it was carried.
func (r Ruling) Missing() lang.Text {
	if r.Verdict == Carried || r.missing() == 0 {
		return lang.Text{}
	}
	return lang.Sayf("thiếu %s", "%s would have carried it",
		lang.Count(r.missing(), "phiếu tán thành", "more vote for", "more votes for"))
}

// check refuses a count that cannot be; a complete one also a count that is short.
func (c Count) check(complete bool) error {
	may := c.Entitled() - c.NotVoting
	switch {
	case c.For < 0 || c.Against < 0 || c.Abstain < 0:
		return refuse(ErrVote, lang.Sayf("số phiếu không thể âm", "a number of votes cannot be negative"),
			lang.Sayf("đếm lại", "count again"))
	case complete && c.Present+c.Written == 0:
		return refuse(ErrVote, lang.Sayf("chưa có đơn vị nào có mặt", "no unit is present"),
			lang.Sayf("điểm danh trước", "call the roll first"))
	case complete && c.Entitled() <= 0:
		return refuse(ErrVote,
			lang.Sayf("mọi đơn vị có mặt đều liên quan: không còn ai biểu quyết",
				"every unit that is present is concerned: nobody is left to vote"),
			lang.Sayf("điểm danh đơn vị còn thiếu, hoặc quyết định cách khác",
				"call the roll of who is missing, or decide in another way"))
	case max(c.For, c.Against, c.Abstain) > may || c.cast() > may:
		return refuse(ErrVote,
			lang.Sayf("%d phiếu, nhưng chỉ có %s đơn vị được biểu quyết",
				"%d votes, but only %s units may vote", c.cast(), c.who()),
			lang.Sayf("đếm lại, hoặc điểm danh đơn vị còn thiếu", "count again, or call the roll of who is missing"))
	case complete && c.cast() < may:
		return refuse(ErrVote,
			lang.Sayf("thiếu %d phiếu: mới có %d, trong khi %s đơn vị được biểu quyết",
				"%d votes are missing: %d are counted, and %s units may vote", may-c.cast(), c.cast(), c.who()),
			lang.Sayf("đếm đủ, hoặc ghi đơn vị không bỏ phiếu vào not_voting",
				"count them all, or name who does not vote in not_voting"))
	}
	return nil
}

// who is how many may vote and do, as a sum where some of those present do not.
func (c Count) who() string {
	out := fmt.Sprint(c.Present)
	if c.Written > 0 {
		out += fmt.Sprintf(" + %d", c.Written)
	}
	for _, n := range []int{c.Recused, c.NotVoting} {
		if n > 0 {
			out += fmt.Sprintf(" - %d", n)
		}
	}
	return out
}
