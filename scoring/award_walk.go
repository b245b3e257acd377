package scoring

// turn is a situation on the way down a shared rank: so many units of each claim have had their turn, and so much is
// left. done counts them, two bytes for each claim.
type turn struct {
	done string
	left left
}

// walk visits every situation that the orders of one shared rank can lead to. Units of the same claim are the same to
// it.
type walk struct {
	s      *State
	claims []claim
	count  []int // by claim: how many units share the rank
	gets   []outcomes
	seen   map[turn]bool
	after  map[left]bool // what may be left when all have had their turn
}

// kind counts a unit of a claim and gives the claim's index; -1 for a unit that can get nothing, which is in nobody's
// way.
func (w *walk) kind(c claim) int {
	if c.may == 0 {
		return -1
	}
	for i, x := range w.claims {
		if x == c {
			w.count[i]++
			return i
		}
	}
	w.claims, w.count = append(w.claims, c), append(w.count, 1)
	return len(w.claims) - 1
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
			for i := range w.claims {
				if t.had(i) < w.count[i] {
					w.gets[i].add(noAward)
				}
			}
			w.after[t.left] = true
			continue
		}
		all := true
		for i, c := range w.claims {
			if t.had(i) == w.count[i] {
				continue
			}
			all = false
			got, rest := t.left.take(w.s, c)
			w.gets[i].add(got)
			todo = append(todo, t.next(i, rest))
		}
		if all {
			w.after[t.left] = true
		}
	}
}

// had is how many units of a claim have had their turn.
func (t turn) had(i int) int { return int(t.done[2*i])<<8 | int(t.done[2*i+1]) }

// next is the situation after a unit of a claim has had its turn.
func (t turn) next(i int, rest left) turn {
	b := []byte(t.done)
	n := t.had(i) + 1
	b[2*i], b[2*i+1] = byte(n>>8), byte(n)
	return turn{string(b), rest}
}

// outcomes is a set of awards, noAward and what is pending among them.
type outcomes uint32

// of is an outcome's place in the set.
func (outcomes) of(award int8) int {
	if i := awaits(award); i >= 0 {
		return maxAwards + 1 + i
	}
	return int(award) + 1
}

func (o *outcomes) add(award int8) { *o |= 1 << o.of(award) }

// only is the single outcome of the set, undecided if there are several.
func (o outcomes) only() int8 {
	for a := noAward; a < maxAwards; a++ {
		if o == 1<<o.of(a) {
			return a
		}
	}
	for i := range int8(maxAwards) {
		if a := pending - i; o == 1<<o.of(a) {
			return a
		}
	}
	return undecided
}
