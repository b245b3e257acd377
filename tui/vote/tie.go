package vote

import (
	"slices"

	"thidua/data/meeting"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// The order of units that are level is decided a place at a time, each by a vote of its own that goes on record,
// whatever it comes to: for which of those left the units are. Where no unit has it the place is voted on again, or the
// order is settled some other way.

// tie is units that are level, being put in order.
type tie struct {
	rank   int       // of the first of them
	points lang.Text // what each of them has
	award  string    // what the unit at the place asked about is proposed for; empty: nothing
	left   []int     // not placed yet
	order  []int
	failed lang.Text // what the last vote on this place came to, where no unit had it
}

// askTie begins to put level units in order.
func (s *Screen) askTie(env screen.Env, open *scoring.OpenTie) {
	places := view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
	t := &tie{rank: open.Rank, points: places.Said(open.Units[0]), left: open.Units}
	t.award = t.hangs(env)
	s.q = &question{tie: t, counts: make([]kit.Number, len(t.left)+1)}
	s.sent = false
}

// place is the rank that is asked about.
func (t *tie) place() int { return t.rank + len(t.order) }

// take gives the place to one of the units left.
func (t *tie) take(env screen.Env, at int) {
	t.order = append(slices.Clone(t.order), t.left[at])
	t.left = slices.Delete(slices.Clone(t.left), at, at+1)
	t.award, t.failed = t.hangs(env), lang.Text{}
}

// whole is the order of all, if one of the units left takes the place and the others stay as they are.
func (t *tie) whole(env screen.Env, at int) (names []string) {
	for _, u := range slices.Concat(t.order, t.left[at:at+1], t.left[:at], t.left[at+1:]) {
		names = append(names, env.Snap.Units()[u].Name())
	}
	return names
}

// hangs is the award that the unit at the place is proposed for.
func (t *tie) hangs(env screen.Env) string {
	next, err := scoring.Apply(env.Snap.State, scoring.Decision{Act: scoring.Order{Units: t.whole(env, 0)}})
	if err != nil {
		return ""
	}
	table := next.Standings(scoring.Agreed)
	return table.At(table.Place(t.left[0])).Award
}

// level says who is level, and with what.
func (t *tie) level(env screen.Env) lang.Text {
	return lang.Sayf("%s cùng %s", "%s are level with %s", env.Names(slices.Concat(t.order, t.left)), t.points)
}

// question is what the room is asked about the place.
func (t *tie) question(env screen.Env) lang.Text {
	name := lang.Text{}
	if t.award != "" {
		name = lang.Sayf(" (được đề nghị tặng %s)", " (proposed for: %s)", env.Snap.Rulebook().AwardName(t.award))
	}
	if len(t.order) > 0 {
		return lang.Sayf("%s. Trong %s, đơn vị nào xếp hạng %d%s?", "%s. Of %s, which takes rank %d%s?", t.level(env),
			env.Names(t.left), t.place(), name)
	}
	return lang.Sayf("%s. Đơn vị nào xếp hạng %d%s?", "%s. Which takes rank %d%s?", t.level(env), t.place(), name)
}

// asksPlace is the question of a box in the language of who is asked, as the record has what it was opened for.
func asksPlace(env screen.Env, b *meeting.Box) string {
	t, ok := tieOf(env, b)
	if !ok {
		return b.Subject()
	}
	return t.question(env).In(env.Lang)
}

// tieOf is the tie that a box is about, as the record has what it was opened for; false where it has none.
func tieOf(env screen.Env, b *meeting.Box) (*tie, bool) {
	o := env.Snap.Opening()
	if o == nil || o.Decision.Seq != b.Opened() {
		return nil, false
	}
	group, ok := o.Open.Act.(scoring.Order)
	t, standings := &tie{}, env.Snap.Standings(scoring.Agreed)
	for i, name := range group.Units {
		unit, _ := env.Snap.Index(name)
		if rank := standings.At(standings.Place(unit)).Rank; i == 0 || rank < t.rank {
			t.rank, t.points = rank, view.PlacesOf(standings, env.Lang).Said(unit)
		}
		if slices.Contains(b.Candidates(), name) {
			t.left = append(t.left, unit)
		} else {
			t.order = append(t.order, unit)
		}
	}
	if !ok || len(t.left) == 0 {
		return nil, false
	}
	t.award = t.hangs(env)
	return t, true
}

// placed says that one of the units left takes the place, and the last one the place behind it.
func (t *tie) placed(env screen.Env, at int) lang.Text {
	unit := func(i int) lang.Text { return lang.Both(env.Snap.Units()[t.left[i]].Name()) }
	if len(t.left) == 2 {
		return lang.Sayf("%s: %s hạng %d, %s hạng %d", "%s: %s rank %d, %s rank %d", t.level(env), unit(at), t.place(),
			unit(1-at), t.place()+1)
	}
	return lang.Sayf("%s: %s hạng %d", "%s: %s rank %d", t.level(env), unit(at), t.place())
}

// leading is the unit with the most votes in a tie's round, and its votes; ok is false while no one leads.
func (q *question) leading() (at, votes int, ok bool) {
	for i := range q.tie.left {
		switch n := q.number(i); {
		case n > votes:
			at, votes, ok = i, n, true
		case n == votes:
			ok = false
		}
	}
	return at, votes, ok
}

// level reports whether no unit leads among those that are level.
func (q *question) level() bool {
	if q.tie == nil {
		return false
	}
	_, _, ok := q.leading()
	return !ok
}

// ordering is the vote on the place by what has been typed, or by the box. Where no unit leads it says so, and decides
// nothing.
func (q *question) ordering(env screen.Env) scoring.Vote {
	t := q.tie
	at, votes, ok := q.leading()
	v := scoring.Vote{For: votes, Against: -votes, Abstain: q.number(len(t.left)),
		Written: q.vote.Written}
	for i := range t.left {
		v.Against += q.number(i)
	}
	v.Subject = t.placed(env, at).In(env.Lang)
	if !ok {
		v.Subject = env.Say("%s: không đơn vị nào được xếp hạng %d", "%s: no unit takes rank %d", t.level(env),
			t.place())
	}
	if len(t.left) > 2 {
		return v
	}
	v.Act = scoring.Order{Units: t.whole(env, at)} // the last place follows
	if r, err := env.Snap.State.Try(v); !ok && err == nil && r.Verdict == scoring.Carried {
		v.Act = nil
	}
	return v
}

// placed goes on after the vote on a place is on record: to the next place, to the same one where no unit has it, or
// out where the order is complete.
func (s *Screen) placed(env screen.Env) {
	q := s.q
	if env.Room != nil {
		env.Room.Asked(nil, q.box)
	}
	q.box, q.resumed = nil, false
	votes := env.Snap.Votes()
	last := votes[len(votes)-1]
	at, _, ok := q.leading()
	carried := ok && last.Ruling.Verdict == scoring.Carried
	switch {
	case carried && last.Vote.Act != nil:
		s.drop(env)
		return
	case carried:
		q.tie.take(env, at)
		q.counts = q.counts[:len(q.tie.left)+1]
	default:
		q.tie.failed = last.Ruling.Sum
	}
	clear(q.counts)
	q.on, q.filled, q.missing, q.vote.Written = 0, false, nil, nil
}
