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
	Recused               int // units present that the question is about and that leave the base
}

// cast is how many votes were given, abstentions included.
func (c Count) cast() int { return c.For + c.Against + c.Abstain }

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
		return c.Members - c.Recused
	case OfCast:
		return c.cast()
	case OfValid:
		return c.For + c.Against
	}
	return c.Present - c.Recused
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
	out.Sum = lang.Sayf("%d phiếu thuận trong %d %s, %s: %s",
		"%d for of %d %s, %s: %s", c.For, out.Base, r.Base.words(), r.Threshold.asks(out.Base), out.Verdict.Name())
	if c.Recused > 0 {
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
	return lang.Sayf("thiếu %d phiếu thuận", "%d more votes for would have carried it", r.missing())
}

// check refuses a count that cannot be.
func (c Count) check() error {
	switch {
	case c.For < 0 || c.Against < 0 || c.Abstain < 0:
		return refuse(ErrVote, lang.Sayf("số phiếu không thể âm", "a number of votes cannot be negative"),
			lang.Sayf("đếm lại", "count again"))
	case c.cast() > c.Present-c.Recused:
		who := fmt.Sprint(c.Present)
		if c.Recused > 0 {
			who = fmt.Sprintf("%d - %d", c.Present, c.Recused)
		}
		return refuse(ErrVote,
			lang.Sayf("%d phiếu, nhưng chỉ có %s đơn vị được biểu quyết",
				"%d votes, but only %s units may vote", c.cast(), who),
			lang.Sayf("đếm lại, hoặc điểm danh đơn vị còn thiếu", "count again, or call the roll of who is missing"))
	}
	return nil
}
