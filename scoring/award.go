package scoring

import "thidua/scoring/lang"

// How awards are given (rule 6). One goes down the ranking with what is left of each award, best first:
//
//	a unit in the ordinary way   takes the best award that is left
//	a downgraded unit            takes the next one below that, if one is left, else nothing
//	an excluded or barred unit   takes nothing
//
// Where ranks are shared, the units that share one may come in any order. A unit's award is what it gets in all of
// these orders; where they differ it is undecided. A large tie has far too many orders to try each. All that matters is
// how many ordinary and how many downgraded units have had their turn, and what is then left to give: there are few
// such situations, and award goes through them.

// What a row has instead of an award.
const (
	noAward   int8 = -1
	undecided int8 = -2
)

// left is how many there are yet of each award.
type left [maxAwards]int16

// turn is a situation on the way down: so many ordinary and downgraded units of a shared rank have had their turn.
type turn struct {
	ordinary, down int
	left           left
}

// award gives every row its award, from the top until nothing is left to give.
func (r *ranking) award(s *State) {
	var all left
	for i, a := range s.book.Awards {
		all[i] = int16(a.Number(len(s.units)))
	}
	possible := []left{all} // what may be left at this point: more than one thing below an undecided award
	at := 0
	for at < len(r.rows) && !exhausted(possible) {
		end := at + 1
		for end < len(r.rows) && r.rows[end].rank == r.rows[at].rank {
			end++
		}
		if end == at+1 && len(possible) == 1 { // as nearly always: nothing to search
			r.rows[at].award, possible[0] = possible[0].give(s, s.units[r.rows[at].unit], r.stage)
		} else {
			possible = r.awardShared(s, r.rows[at:end], possible)
		}
		at = end
	}
	for i := at; i < r.awarded && i < len(r.rows); i++ {
		r.rows[i].award = noAward
	}
	r.awarded = at
}

// awardShared gives the units of one rank their awards and returns what may be left after them.
func (r *ranking) awardShared(s *State, rows []row, possible []left) []left {
	ordinary, down := 0, 0
	for _, x := range rows {
		switch s.units[x.unit].sanctioned(r.stage) {
		case NoSanction:
			ordinary++
		case Downgraded:
			down++
		}
	}
	w := walk{awards: len(s.book.Awards), ordinary: ordinary, down: down, seen: map[turn]bool{}, after: map[left]bool{}}
	for _, l := range possible {
		w.from(turn{left: l})
	}
	for i := range rows {
		switch s.units[rows[i].unit].sanctioned(r.stage) {
		case NoSanction:
			rows[i].award = w.ordinaryGets.only()
		case Downgraded:
			rows[i].award = w.downGets.only()
		default:
			rows[i].award = noAward
		}
	}
	return w.outcomes()
}

// sanctioned is how a unit stands for awards: a bar has the effect of exclusion, and so has a sheet that is missing.
func (u *Unit) sanctioned(st Stage) Sanction {
	if !u.HasSheet() || u.Barred(st) != nil {
		return Excluded
	}
	return u.Sanction(st)
}

// Barred is the first of the rulebook's bars that the unit meets at a stage, nil if none.
func (u *Unit) Barred(st Stage) *Bar {
	for i := range u.book.Bars {
		if bar := &u.book.Bars[i]; u.HasSheet() && u.scope.criteria > 0 &&
			bar.Share.part(int64(u.sums[st].zero), int64(u.scope.criteria)) >= 0 {
			return bar
		}
	}
	return nil
}

// walk visits every situation that the orders of one shared rank can lead to.
type walk struct {
	awards         int
	ordinary, down int // how many of each share the rank
	seen           map[turn]bool
	after          map[left]bool // what may be left when all have had their turn
	ordinaryGets   outcomes
	downGets       outcomes
}

func (w *walk) from(start turn) {
	todo := []turn{start}
	for len(todo) > 0 {
		t := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if w.seen[t] {
			continue
		}
		w.seen[t] = true
		if t.left == (left{}) { // nothing to give: no order matters any more
			if t.ordinary < w.ordinary {
				w.ordinaryGets.add(noAward)
			}
			if t.down < w.down {
				w.downGets.add(noAward)
			}
			w.after[t.left] = true
			continue
		}
		if t.ordinary < w.ordinary {
			award, rest := t.left.take(w.awards, false)
			w.ordinaryGets.add(award)
			todo = append(todo, turn{t.ordinary + 1, t.down, rest})
		}
		if t.down < w.down {
			award, rest := t.left.take(w.awards, true)
			w.downGets.add(award)
			todo = append(todo, turn{t.ordinary, t.down + 1, rest})
		}
		if t.ordinary == w.ordinary && t.down == w.down {
			w.after[t.left] = true
		}
	}
}

func (w *walk) outcomes() []left {
	out := make([]left, 0, len(w.after))
	for l := range w.after {
		out = append(out, l)
	}
	return out
}

// give gives one unit its award, whatever it stands for, and returns what is left.
func (l left) give(s *State, u *Unit, st Stage) (int8, left) {
	sanction := u.sanctioned(st)
	if sanction == Excluded {
		return noAward, l
	}
	return l.take(len(s.book.Awards), sanction == Downgraded)
}

// take gives the next unit its award and returns what is left after it.
func (l left) take(awards int, down bool) (int8, left) {
	for i := range awards {
		if l[i] == 0 {
			continue
		}
		if down {
			i++
		}
		if i == awards || l[i] == 0 {
			return noAward, l
		}
		l[i]--
		return int8(i), l
	}
	return noAward, l
}

func exhausted(possible []left) bool {
	for _, l := range possible {
		if l != (left{}) {
			return false
		}
	}
	return true
}

// outcomes is a set of awards, noAward among them.
type outcomes uint16

func (o *outcomes) add(award int8) { *o |= 1 << (award + 1) }

// only is the single award of the set, undecided if there are several.
func (o outcomes) only() int8 {
	for a := noAward; a < maxAwards; a++ {
		if o == 1<<(a+1) {
			return a
		}
	}
	return undecided
}

// AwardNone and AwardUndecided stand in files for what is no award.
const (
	AwardNone      = "none"
	AwardUndecided = "undecided"
)

// awardID is the award of a row as files name it.
func (b *Rulebook) awardID(award int8) string {
	switch award {
	case noAward:
		return AwardNone
	case undecided:
		return AwardUndecided
	}
	return b.Awards[award].ID
}

// AwardName is what people call an award, by its id as Standing has it.
func (b *Rulebook) AwardName(id string) lang.Text {
	switch id {
	case AwardNone:
		return lang.Text{VI: "không", EN: "none"}
	case AwardUndecided:
		return lang.Text{VI: "chưa ngã ngũ", EN: "undecided"}
	}
	a, _ := b.Award(id)
	return a.Short
}
