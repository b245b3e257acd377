package scoring

import (
	"cmp"
	"slices"

	"thidua/scoring/lang"
)

// How officers are elected (rule 8).
//
//	round 1    A 4, B 3, C 2 of 9 present: nobody has more than half   -> a further round among A and B
//	round 2    A 4, B 4, one blank: level, in a round of two          -> the one that held it longest ago, or never
//	           neither ever held it: level again                      -> the chair draws lots, and the record says so
//
// The deputy is elected after the leader, who is then no candidate. A count is never settled by the order of names or
// of input.

// How an officer was elected, as files name it.
const (
	ByBallot   = "ballot"
	ByRotation = "rotation"
	ByLots     = "lots"
	ByConsent  = "agreed"   // the meeting agreed without a ballot
	ByUpper    = "assigned" // the body above named it
)

// Race is an election to one office as it stands.
type Race struct {
	Office     Office
	Rounds     []Round
	Candidates []int // of the next round, as indexes of State.Units; all who may stand before the first
	Tied       []int // two that only lots can decide between
	stale      []int // in a record of the first edition: who stood when its first round was undone
	Elected    int   // index of State.Units, -1 until somebody is
	How        string
	lots       *Decision
	appointed  *Decision
}

// Round is one count with what came of it.
type Round struct {
	Decision   *Decision
	Ballot     Ballot
	Candidates []int
	Base       int         // ballots that count towards the majority
	Needed     int         // votes that would have elected
	Notes      []lang.Text // warnings that do not stop the count
	Sum        lang.Text   // what came of it, in words
	wrong      lang.Text   // what no program would take today; empty nearly always
}

// race is the election to an office, and where it stands among the offices.
func (s *State) race(o Office) (r Race, at int, err error) {
	at = slices.Index(s.book.Election.Offices, o)
	if award := s.book.contest(o); at < 0 && award >= 0 {
		r, at = s.contest(award)
		return r, at, nil
	}
	if at < 0 {
		return r, 0,
			refuse(ErrElection, lang.Sayf("không bầu chức danh %q", "there is no office %q to elect to", string(o)),
				lang.Sayf("dùng một trong: %s", "use one of: %s", s.book.officeIDs()))
	}
	if at < len(s.races) {
		r = s.races[at]
		if len(r.Rounds) == 0 { // who may stand is not settled before the first round
			r.Candidates = s.mayStand(at)
		}
		return r, at, nil
	}
	return Race{Office: o, Elected: -1, Candidates: s.mayStand(at)}, at, nil
}

// mayStand are the units that may stand for the office at a place among the offices: not those elected to an earlier
// one.
func (s *State) mayStand(at int) []int {
	if award := at - len(s.book.Election.Offices); award >= 0 {
		return s.nominees(s.agreed, award)
	}
	var out []int
	for i, u := range s.units {
		taken := false
		for _, r := range s.races[:min(at, len(s.races))] {
			taken = taken || r.Elected == i
		}
		if s.book.Election.Sitting == SittingRefuse && s.sits(u.name) != "" {
			taken = true
		}
		if !taken {
			out = append(out, i)
		}
	}
	return out
}

// sits is the office that a unit holds now, empty if none.
func (s *State) sits(unit string) Office {
	o, ok := s.Sitting()
	if !ok || unit == "" {
		return ""
	}
	for _, office := range o.Held() {
		if o.Holder(office) == unit {
			return office
		}
	}
	return ""
}

// Sitting are the officers under whom the meeting is held; ok is false where nothing says who they are. In the second
// edition they are those for the meeting's year: whom the meeting of the year before elected, by the history that was
// named when this one was made, else whom the rulebook names for the year. In the first they are the rulebook's latest.
func (s *State) Sitting() (o Officers, ok bool) {
	c, inBook := s.Group()
	if !s.book.second() && s.own == nil {
		if !inBook {
			return o, false
		}
		return c.Sitting()
	}
	o.Year = s.year
	if inBook && s.own == nil {
		o.fill(s.year, c.Officers)
	}
	o.fill(s.year, s.history)
	if s.own != nil { // who was named when the meeting was made
		o.fill(s.year, c.Officers)
	}
	return o, len(o.Held()) > 0
}

// fill takes the officers of a year from a list; what a later entry does not say stays.
func (o *Officers) fill(year string, from []Officers) {
	for _, x := range from {
		if x.Year == year {
			for _, office := range x.Held() {
				o.Hold(office, x.Holder(office))
			}
		}
	}
}

// Race is the election to an office as it stands; ok is false where the rulebook knows no such office.
func (s *State) Race(o Office) (Race, bool) {
	r, _, err := s.race(o)
	return r, err == nil
}

// Elected is the unit elected to an office in this meeting, and how; ok is false until one is.
func (s *State) Elected(o Office) (unit int, how string, ok bool) {
	at := slices.Index(s.book.Election.Offices, o)
	if award := s.book.contest(o); at < 0 && award >= 0 {
		r, _ := s.contest(award)
		return max(r.Elected, 0), r.How, r.Elected >= 0
	}
	if at < 0 || at >= len(s.races) || s.races[at].Elected < 0 {
		return 0, "", false
	}
	return s.races[at].Elected, s.races[at].How, true
}

// raceOpen refuses a step in a race whose turn it is not.
func (s *State) raceOpen(o Office) (Race, int, error) {
	r, at, err := s.race(o)
	if err != nil {
		return r, at, err
	}
	if at > 0 && at < len(s.book.Election.Offices) && (at-1 >= len(s.races) || s.races[at-1].Elected < 0) {
		before := s.book.Election.Offices[at-1]
		return r, at,
			refuse(ErrElection,
				lang.Sayf("phải bầu %s trước", "the %s has to be elected first", s.book.OfficeName(before)),
				lang.Text{}).under(s.book.Election.Clause)
	}
	if r.Elected >= 0 {
		return r, at,
			refuse(ErrElection, lang.Sayf("đã bầu %s: %s", "the %s is elected: %s", s.book.OfficeName(o),
				s.units[r.Elected].name),
				lang.Sayf("hoàn tác kết quả cũ nếu phải bầu lại",
					"undo the result if there must be another election")).under(s.book.Election.Clause)
	}
	return r, at, nil
}

// putRace stores a race.
func (s *State) putRace(at int, r Race) {
	if award := at - len(s.book.Election.Offices); award >= 0 {
		s.putContest(award, r)
		return
	}
	s.races = slices.Clone(s.races)
	for len(s.races) <= at {
		s.races = append(s.races, Race{Office: s.book.Election.Offices[len(s.races)], Elected: -1})
	}
	s.races[at] = r
}

func (s *State) unitList(units []int) lang.Text {
	var names []lang.Sayer
	for _, i := range units {
		names = append(names, lang.Both(s.units[i].name))
	}
	return lang.List(names...)
}

// after is the newest decision that builds on a step of a race, 0 if none does.
func (s *State) after(at int, r Race, seq int) int {
	if at+1 < len(s.races) && at < len(s.book.Election.Offices) {
		if last := s.races[at+1].last(); last > 0 {
			return last
		}
	}
	if last := r.last(); last != seq {
		return last
	}
	return 0
}

// last is the newest step of the race, 0 before the first.
func (r Race) last() (seq int) {
	if d := r.Ended(); d != nil {
		seq = d.Seq
	}
	return seq
}

// Ended is the newest step of the race, which ended it if anybody is elected; nil before the first.
func (r Race) Ended() (d *Decision) {
	if n := len(r.Rounds); n > 0 {
		d = r.Rounds[n-1].Decision
	}
	return cmp.Or(r.appointed, r.lots, d)
}

// LotsDrawn is the decision with which lots were drawn in the race, nil if none were.
func (r Race) LotsDrawn() *Decision { return r.lots }

// Tally is a candidate of a round with its votes.
type Tally struct{ Unit, Votes int }

// Tallies counts a round: most votes first, then in the rulebook's order.
func (s *State) Tallies(r Round) []Tally {
	out := make([]Tally, len(r.Candidates))
	for i, unit := range r.Candidates {
		out[i] = Tally{unit, r.Ballot.Votes[s.units[unit].name]}
	}
	slices.SortStableFunc(out, func(a, b Tally) int { return cmp.Or(b.Votes-a.Votes, a.Unit-b.Unit) })
	return out
}
