package scoring

import (
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Open begins a vote, or a round of an election, whose ballots come from terminals. It ends with the Vote or Ballot
// that names it, or with Void: until then it is the only one that is open.
type Open struct {
	What      string // the question, or the office that is elected
	Act       Act    // optional: what it is about
	Secret    bool
	Terminals bool // the ballots come from the units' own terminals
}

// Void ends a vote or round without a count: nothing of what was on its ballots is known.
type Void struct {
	Opened int // the decision that opened it
	In     int // ballots that were in, as far as anybody knows
	Reason string
}

// KindOpen is the kind of Open.
const KindOpen Kind = "open"

// KindVoid is the kind of Void.
const KindVoid Kind = "void"

// Kind is KindOpen.
func (Open) Kind() Kind { return KindOpen }

// Kind is KindVoid.
func (Void) Kind() Kind { return KindVoid }

func (a Open) unit() string {
	if a.Act == nil {
		return ""
	}
	return Subject(a.Act)
}

// Opening is a vote or round that is open.
type Opening struct {
	Decision *Decision
	Open     Open

	electorate
}

// Voters are the units that could vote when it was opened, as indexes of State.Units.
func (o *Opening) Voters() []int { return o.voters }

// Opening is the vote or round that was opened and has no end on record yet; nil: none.
func (s *State) Opening() *Opening { return s.opening }

func (a Open) enter(s *State, d *Decision) error {
	if o := s.opening; o != nil {
		return refuse(ErrVote, lang.Sayf("cuộc bỏ phiếu số %d chưa kết thúc: «%s»",
			"the vote of decision %d has not ended: «%s»", o.Decision.Seq, o.Open.What),
			lang.Sayf("kiểm phiếu hoặc hủy cuộc đó trước, ở màn hình Biểu quyết",
				"count it or declare it void first, on the screen Vote"))
	}
	if strings.TrimSpace(a.What) == "" {
		return refuse(ErrVote, lang.Sayf("biểu quyết phải có nội dung", "a vote needs a subject"),
			lang.Sayf("ghi nội dung", "say what it is about"))
	}
	question := Vote{Subject: a.What, Act: a.Act}
	if err := question.decidable(); err != nil {
		return err
	}
	e, err := s.electorate(question)
	if err != nil {
		return err
	}
	if len(e.voters) == 0 {
		return refuse(ErrVote, lang.Sayf("không có đơn vị nào được biểu quyết", "no unit may vote"),
			lang.Sayf("điểm danh trước", "call the roll first"))
	}
	if probe := *s; a.Act != nil { // what could not be done is not put to a vote
		if err := a.Act.enter(&probe, d); err != nil {
			return err
		}
	}
	s.opening = &Opening{d, a, e}
	s.remember(d.Seq, outcome{roll: s.roll()})
	return nil
}

func (Open) leave(*State, *Decision) error {
	return refuse(ErrUndo, lang.Sayf("không hoàn tác việc mở bỏ phiếu", "the opening of a vote cannot be undone"),
		lang.Sayf("kiểm phiếu, hoặc hủy cuộc bỏ phiếu", "count it, or declare it void"))
}

func (a Void) enter(s *State, _ *Decision) error {
	o, err := s.openedBy(a.Opened)
	if err != nil {
		return err
	}
	if a.In < 0 || a.In > len(o.voters) {
		return refuse(ErrVote, lang.Sayf("%d phiếu đã nhận, trong khi có %d đơn vị được bỏ phiếu",
			"%d ballots in, while %d units may vote", a.In, len(o.voters)),
			lang.Sayf("sửa số phiếu", "mend the number"))
	}
	if strings.TrimSpace(a.Reason) == "" {
		return refuse(ErrNoReason, lang.Sayf("hủy một cuộc bỏ phiếu phải có lý do", "to void a vote needs a reason"),
			lang.Sayf("ghi lý do", "give a reason"))
	}
	s.opening = nil
	return nil
}

func (Void) leave(*State, *Decision) error {
	return refuse(ErrUndo, lang.Sayf("không hoàn tác việc hủy bỏ phiếu: các phiếu không còn",
		"that a vote is void cannot be undone: its ballots are gone"),
		lang.Sayf("mở bỏ phiếu lại", "open the vote anew"))
}

// openedBy is the vote that is open, if a decision opened it.
func (s *State) openedBy(seq int) (*Opening, error) {
	if s.opening == nil || s.opening.Decision.Seq != seq {
		return nil, refuse(ErrVote, lang.Sayf("số %d không phải là cuộc bỏ phiếu đang mở",
			"decision %d is no vote that is open", seq),
			lang.Sayf("xem nhật ký: cuộc đó đã kiểm hoặc đã hủy", "see the record: it was counted, or is void"))
	}
	return s.opening, nil
}

// entitled is who may vote in what is open: the units that could when it was opened, less those that have left and
// not voted.
func (s *State) entitled(o *Opening, voted []string) electorate {
	e := o.electorate
	e.voters = nil
	for _, i := range o.voters {
		if u := s.units[i]; u.present || slices.Contains(voted, u.name) {
			e.voters = append(e.voters, i)
		}
	}
	return e
}
