package review

import (
	"slices"

	"thidua/data/view"
	"thidua/scoring"
)

// visible lists the rows of a unit's tree that are not folded away, in the place of older rows.
func visible(rows []row, st *scoring.State, unit int, folded map[int]bool) []row {
	u := st.Units()[unit]
	bonuses, penalties, notes := u.Bonuses(scoring.Appraised), u.Penalties(scoring.Appraised), u.Notes()
	criteria := st.Rulebook().Criteria
	rows = slices.Grow(rows[:0], len(criteria)+len(bonuses)+len(penalties)+len(notes))
	for i := 0; i < len(criteria); {
		rows = append(rows, row{node: i})
		last := i + 1
		if folded[i] {
			last = criteria[i].End
		}
		rows = appendGrants(rows, bonuses, i, last, false)
		rows = appendGrants(rows, penalties, i, last, true)
		for _, n := range notes {
			if n.Target >= i && n.Target < last {
				rows = append(rows, row{node: i, note: n.Text})
			}
		}
		i = last
	}
	return rows
}

// appendGrants adds the bonuses or penalties at the nodes from one to another.
func appendGrants(rows []row, grants []scoring.Grant, from, to int, penalty bool) []row {
	for i := range grants {
		if g := &grants[i]; g.Target >= from && g.Target < to {
			rows = append(rows, row{node: from, grant: g, penalty: penalty})
		}
	}
	return rows
}

// cursor is the row of the node under the cursor, or of the folded field it lies in.
func (s *Screen) cursor() int {
	best := 0
	for i, r := range s.rows {
		if r.node > s.at.Node {
			break
		}
		if !r.extra() {
			best = i
		}
	}
	return best
}

// nextLeaf is the next scored criterion after a node, or the same if there is none.
func nextLeaf(b *scoring.Rulebook, node, step int) int {
	for i := node + step; i >= 0 && i < len(b.Criteria); i += step {
		if b.Criteria[i].Scored {
			return i
		}
	}
	return node
}

// nextMarked is the next criterion or field of a unit that needs a look; ok is false if there is none but the one under
// the cursor. Evidence that lacks comes after all else, for there is much of it: going on from the last of the others,
// or from one to the next once it has begun (lacking), and then the others again.
func nextMarked(b *scoring.Rulebook, u *scoring.Unit, node, step int, lacking bool) (at int, ok bool) {
	n := len(b.Criteria)
	start, ahead := 0, n-1-node
	if step < 0 {
		start, ahead = n-1, node
	}
	group := func(at int, lacks bool) bool {
		m := view.MarkOf(b, u, at)
		return m != view.NoMark && (m == view.NoEvidence) == lacks
	}
	seek := func(lacks bool, from, count int) bool {
		for i := range count {
			at = ((from+i*step)%n + n) % n
			if at != node && group(at, lacks) {
				return true
			}
		}
		return false
	}
	lacking = lacking && group(node, true)
	if group(node, lacking) {
		ok = seek(lacking, node+step, ahead) || seek(!lacking, start, n) || seek(lacking, start, n)
	} else {
		ok = seek(lacking, node+step, n) || seek(!lacking, node+step, n)
	}
	if !ok {
		return node, false
	}
	return at, true
}

// reveal unfolds whatever hides a node.
func (s *Screen) reveal(b *scoring.Rulebook, node int) {
	for at := b.Criteria[node].Parent; at >= 0; at = b.Criteria[at].Parent {
		delete(s.folded, at)
	}
}
