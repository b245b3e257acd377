package scoring

import (
	"slices"

	"thidua/scoring/lang"
)

// How awards are dealt out (rule 6, and the second edition's awards as proposals). One goes down the ranking with what
// is left of each award, best first:
//
//	a unit in the ordinary way   takes the best award that is left and that it can get
//	a downgraded unit            takes the next one below that which it can get, if one is left, else nothing
//	an excluded or barred unit   takes nothing
//
// What a unit can get is its claim (claim.go). An award that asks for a vote is kept for the unit whose turn it is,
// which is pending until the vote: those below it stand as if it were carried. Awards that are held beside others are
// dealt out one by one, in the same way.
//
// Where ranks are shared, the units that share one may come in any order. A unit's award is what it gets in all of
// these orders; where they differ it is undecided. A large tie has far too many orders to try each. All that matters is
// how many units of each claim have had their turn, and what is then left to give: there are few such situations, and
// walk goes through them.

// What a row has instead of an award. A row that waits for a vote has pending minus the award's index.
const (
	noAward   int8 = -1
	undecided int8 = -2
	pending   int8 = -3
)

// awaits is the award that a row waits for, -1 where it waits for none.
func awaits(award int8) int {
	if award <= pending {
		return int(pending - award)
	}
	return -1
}

// left is how many there are yet of each award.
type left [maxAwards]int16

// award deals out the awards, from the top until nothing is left to give.
func (r *ranking) award(s *State) {
	for i := range min(r.awarded, len(r.rows)) {
		r.rows[i].award, r.rows[i].beside = noAward, marks{}
	}
	r.awarded = 0
	open := s.openBallots(r)
	if len(open) == 0 {
		r.deal(s, s.winners(r))
		return
	}
	r.dealOpen(s, open)
}

// deal deals out all awards. winners are, by award, who was elected to it.
func (r *ranking) deal(s *State, winners map[int]int) {
	var chain left
	for i := range s.book.Awards {
		if !s.book.Awards[i].Beside {
			chain[i] = int16(s.Proposable(i))
		}
	}
	d := dealer{s: s, r: r, winners: winners}
	d.deal(chain, func(x *row, got int8) { x.award = got })
	for i := range s.book.Awards {
		if s.book.Awards[i].Beside {
			var one left
			one[i] = int16(s.Proposable(i))
			d.deal(one, func(x *row, got int8) { x.beside.put(i, got) })
		}
	}
}

// dealer deals out awards down a ranking.
type dealer struct {
	s       *State
	r       *ranking
	winners map[int]int
}

// deal deals out some awards, from the top until nothing is left, and notes what every row got.
func (d *dealer) deal(all left, put func(x *row, got int8)) {
	rows := d.r.rows
	possible := []left{all} // what may be left at this point: more than one thing below an undecided award
	at := 0
	for at < len(rows) && !exhausted(possible) {
		end := at + 1
		for end < len(rows) && rows[end].rank == rows[at].rank {
			end++
		}
		if end == at+1 && len(possible) == 1 { // as nearly always: nothing to search
			got, rest := possible[0].take(d.s, d.claim(rows[at]))
			put(&rows[at], got)
			possible[0] = rest
		} else {
			possible = d.shared(rows[at:end], possible, put)
		}
		at = end
	}
	d.r.awarded = max(d.r.awarded, at)
}

// shared deals out to the units of one rank and returns what may be left after them.
func (d *dealer) shared(rows []row, possible []left, put func(x *row, got int8)) []left {
	w := walk{s: d.s, seen: map[turn]bool{}, after: map[left]bool{}}
	kind := make([]int, len(rows)) // by row: its claim in w, -1 for one that can get nothing
	for i, x := range rows {
		kind[i] = w.kind(d.claim(x))
	}
	w.gets = make([]outcomes, len(w.claims))
	for _, l := range possible {
		w.from(turn{done: string(make([]byte, 2*len(w.claims))), left: l})
	}
	for i := range rows {
		got := noAward
		if kind[i] >= 0 {
			got = w.gets[kind[i]].only()
		}
		put(&rows[i], got)
	}
	out := make([]left, 0, len(w.after))
	for l := range w.after {
		out = append(out, l)
	}
	return out
}

// take gives the next unit its award and returns what is left after it.
func (l left) take(s *State, c claim) (int8, left) {
	for i := range s.book.Awards {
		if l[i] == 0 || !c.may.has(i) {
			continue
		}
		if c.down {
			for i++; i < len(s.book.Awards) && (s.book.Awards[i].Beside || !c.may.has(i)); i++ {
			}
		}
		if i == len(s.book.Awards) || l[i] == 0 {
			return noAward, l
		}
		l[i]--
		if !c.sure.has(i) {
			return pending - int8(i), l
		}
		return int8(i), l
	}
	return noAward, l
}

func exhausted(possible []left) bool {
	return !slices.ContainsFunc(possible, func(l left) bool { return l != (left{}) })
}

// AwardNone, AwardUndecided and AwardPending stand in files for what is no award.
const (
	AwardNone      = "none"
	AwardUndecided = "undecided" // units share a rank on which it hangs
	AwardPending   = "pending"   // the vote or the ballot that it asks for has not been taken
)

// awardID is the award of a row as files name it.
func (b *Rulebook) awardID(award int8) string {
	switch {
	case award == noAward:
		return AwardNone
	case award == undecided:
		return AwardUndecided
	case award <= pending:
		return AwardPending
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
	case AwardPending:
		return lang.Text{VI: "chờ biểu quyết", EN: "pending"}
	}
	a, _ := b.Award(id)
	return a.Short
}
