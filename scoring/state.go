package scoring

import (
	"slices"

	"thidua/scoring/lang"
)

// State is a meeting as it stands after some decisions. It is a value: Apply gives a new one and leaves the old as it
// was, so that a state may be kept, compared, tried out and read by many at once. The zero State has no meeting yet;
// its first decision is New.
type State struct {
	book    *Rulebook
	cluster string
	own     *Cluster // the units, where they were named for this meeting; nil: those of the rulebook
	year    string
	units   []*Unit // in the rulebook's order
	byName  map[string]int

	orders    []ordered     // one for each set of units that was ever put in order
	withdrawn numbered[int] // by decision that does not count: the undo that took it out
	undos     *undoing      // every undo on record, the newest first
	closing   *cell[Close]
	quotas    []*cell[Quota]     // by award
	proposals []voted            // one for each unit and award that was ever voted on
	opening   *Opening           // the vote or round that is open
	votes     numbered[*Tallied] // that count
	contests  []Race             // by award: the ballots on those that ask for one
	races     []Race             // one for each office whose election has begun, in the rulebook's order
	outcomes  numbered[*outcome] // what votes and ballots came to when they were made
	history   []Officers         // of past meetings
	moves     []moved            // to corrected rulebooks that count, oldest first
	pasts     []Past             // and what units had there, oldest first
	sat       sittings           // what is known of its sittings
	invitees  []invitee          // one for each login that was ever invited
	invited   []Invitation       // those that stand, in their order
	log       *entry

	self, agreed *ranking
	onRecord     bool // the decision that is being applied is on record already
}

// Apply makes the next decision part of the meeting: it is pure, and the only place where the rules bind. A decision
// that a rule refuses changes nothing; the error is then a *Refusal. A Seq of 0 takes the next number.
func Apply(s State, d Decision) (State, error) {
	if d.Seq == 0 {
		d.Seq = s.Seq() + 1
	}
	if d.Seq != s.Seq()+1 {
		return s, refuse(ErrSequence,
			lang.Sayf("quyết định số %d không nối tiếp số %d", "decision %d does not follow %d", d.Seq, s.Seq()),
			lang.Sayf("ghi các quyết định theo thứ tự, không bỏ số", "record the decisions in order, without gaps"))
	}
	if _, first := d.Act.(New); !first && s.book == nil {
		return s, refuse(ErrNotStarted,
			lang.Sayf("chưa có cuộc họp", "there is no meeting yet"),
			lang.Sayf("tạo cuộc họp bằng «thidua new»", "make one with «thidua new»"))
	}
	if err := s.open(d.Act); err != nil {
		return s, err
	}
	next := s // from here on only this one is pointed to: the other stays off the heap
	if a, ok := d.Act.(completer); ok {
		d.Act = a.complete(&next)
	}
	log := s.log.follow(d)
	if err := d.Act.enter(&next, &log.dec); err != nil {
		return s, err
	}
	next.log = log
	return next, nil
}

// Replay makes a decision part of the meeting that its record holds: as Apply, but what an older version took and none
// takes any more is taken, and named by Mistakes.
func Replay(s State, d Decision) (State, error) {
	s.onRecord = true
	next, err := Apply(s, d)
	next.onRecord = false
	return next, err
}

// Mistake is a decision on record that breaks a rule, and what to do about it.
type Mistake struct {
	Seq  int
	What lang.Text
	Mend lang.Text
}

// Mistakes are the decisions of an older version's record that count and that no version takes any more. Nearly always
// there are none.
func (s *State) Mistakes() []Mistake {
	var out []Mistake
	for _, r := range s.races {
		for _, round := range r.Rounds {
			if round.wrong.IsZero() {
				continue
			}
			last := r.Rounds[len(r.Rounds)-1].Decision.Seq
			out = append(out, Mistake{round.Decision.Seq, round.wrong,
				lang.Sayf("hoàn tác từ số %d trở về số %d rồi bầu lại %s",
					"undo %d back to %d, and elect the %s anew", last,
					round.Decision.Seq, s.book.OfficeName(r.Office))})
		}
	}
	return out
}

// completer is an act that may leave out what the state knows, such as the number of a round: it is filled in before
// the act is recorded.
type completer interface{ complete(*State) Act }

// Fold applies decisions one after the other and stops at the first that is refused.
func Fold(s State, decisions ...Decision) (State, error) {
	var err error
	for _, d := range decisions {
		if s, err = Apply(s, d); err != nil {
			return s, err
		}
	}
	return s, nil
}

// Seq is the number of the last decision, 0 before the first.
func (s *State) Seq() int { return s.log.seq() }

// Last is the newest decision, nil before the first.
func (s *State) Last() *Decision {
	if s.log == nil {
		return nil
	}
	return &s.log.dec
}

// Decision finds a decision by its number.
func (s *State) Decision(seq int) (*Decision, bool) {
	d, _ := s.log.find(seq)
	return d, d != nil
}

// Withdrawn reports whether a decision does not count any more, and which undo took it out.
func (s *State) Withdrawn(seq int) (by int, ok bool) {
	by = s.withdrawn.at(seq)
	return by, by > 0
}

// Rulebook is what the meeting is held under.
func (s *State) Rulebook() *Rulebook { return s.book }

// Cluster is the id of the cluster, empty where the rulebook names none.
func (s *State) Cluster() string { return s.cluster }

// Year is the year the meeting is about, as the rulebook writes years.
func (s *State) Year() string { return s.year }

// Units are the units of the meeting in the rulebook's order. Nobody may write to the slice.
func (s *State) Units() []*Unit { return s.units }

// Index finds a unit by its full name.
func (s *State) Index(name string) (int, bool) {
	i, ok := s.byName[name]
	return i, ok
}

// Present is how many units are present (rule 7).
func (s *State) Present() int {
	n := 0
	for _, u := range s.units {
		if u.present {
			n++
		}
	}
	return n
}

// unit finds the unit an act names.
func (s *State) unit(name string) (int, *Unit, error) {
	i, ok := s.byName[name]
	if !ok {
		return 0, nil, refuse(ErrUnknownUnit,
			lang.Sayf("cuộc họp không có đơn vị %q", "this meeting has no unit %q", name),
			lang.Sayf("các đơn vị: %s", "its units are %s", lang.List(s.names()...)))
	}
	return i, s.units[i], nil
}

func (s *State) names() []lang.Sayer {
	names := make([]lang.Sayer, len(s.units))
	for i, u := range s.units {
		names[i] = lang.Both(u.name)
	}
	return names
}

// node finds a criterion or field by code, for a unit to which it applies.
func (s *State) node(u *Unit, code string) (int, error) {
	if err := u.needsSheet(); err != nil {
		return 0, err
	}
	at, ok := s.book.Index(code)
	if !ok {
		return 0, refuse(ErrUnknownCode,
			lang.Sayf("bộ tiêu chí không có mã %q", "the rulebook has no criterion %q", code),
			lang.Sayf("xem mã bằng «thidua rulebook show %s»",
				"see the codes with «thidua rulebook show %s»", s.book.ID))
	}
	if !u.Applies(at) {
		return 0, refuse(ErrNotApplicable,
			lang.Sayf("tiêu chí %s không áp dụng cho %s", "criterion %s does not apply to %s", code, u.name),
			lang.Sayf("bỏ quyết định này", "leave this decision out"))
	}
	return at, nil
}

// leaf finds a scored criterion by code, as its place among the scored ones.
func (s *State) leaf(u *Unit, code string) (int, error) {
	at, err := s.node(u, code)
	if err != nil {
		return 0, err
	}
	n := &s.book.Criteria[at]
	if !n.Scored {
		what, mend := s.book.NoScoreOfItsOwn(at)
		return 0, refuse(ErrNotScored, what, mend)
	}
	return n.First, nil
}

// edit changes the unit of a name, and ranks the meeting anew.
func (s *State) edit(name string, change func(*Unit)) error {
	i, u, err := s.unit(name)
	if err != nil {
		return err
	}
	u = u.clone()
	change(u)
	s.set(i, u)
	return nil
}

// set replaces a unit and ranks the meeting anew, at the cost of what changed.
func (s *State) set(i int, u *Unit) {
	was := s.units[i]
	s.units = slices.Clone(s.units)
	s.units[i] = u
	s.agreed = s.agreed.moved(s, i, was)
}

// withdraw notes that a decision does not count any more, or, with 0, counts again.
func (s *State) withdraw(seq, by int) { s.withdrawn = s.withdrawn.with(seq, by) }

// RulebookText is the rulebook that the meeting follows as it was read, which the record holds.
func (s *State) RulebookText() string {
	if n := len(s.moves); n > 0 {
		if m, ok := s.moves[n-1].dec.Act.(Move); ok {
			return m.Text
		}
	}
	if d, ok := s.Decision(1); ok {
		if begun, ok := d.Act.(New); ok {
			return begun.Text
		}
	}
	return ""
}
