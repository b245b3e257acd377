// Package review is the screen «Rà soát»: one unit's criteria, self-scored and agreed, with the live ranking beside them.
package review

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen is the review of one unit after the other.
type Screen struct {
	unit   int          // index of State.Units
	node   int          // the criterion or field under the cursor
	folded map[int]bool // fields whose parts are hidden
	rows   []row        // what can be seen of the tree, in order
	top    int          // the first row drawn
	page   int          // rows drawn last time
	edit   *edit.Edit   // nil: nothing is being typed
}

// row is one line of the tree: a criterion or field, or a bonus or penalty that stands there.
type row struct {
	node    int
	grant   *scoring.Grant
	penalty bool
}

// New begins with the first unit and its first criterion.
func New(env screen.Env) *Screen {
	s := &Screen{folded: map[int]bool{}}
	s.node = env.Snap.Rulebook().Leaves()[0]
	s.Show(env)
	return s
}

var _ screen.Screen = (*Screen)(nil)

// Title is «Rà soát».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Rà soát", EN: "Review"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Text{
		VI: "Xem điểm từng tiêu chí của một đơn vị. Gõ số để sửa phần trăm, + để thưởng, − để trừ; bảng xếp hạng bên phải đổi ngay. Tự % là đơn vị tự chấm, cụm % là mức cụm thống nhất.",
		EN: "One unit's score, criterion by criterion. Type a number to change a percent, + for a bonus, - for a penalty; the ranking beside it moves at once. Self % is the unit's own score, agreed % what the cluster settled on.",
	}
}

// Show takes the newer snapshot: the cursor stays where it is.
func (s *Screen) Show(env screen.Env) { s.rows = visible(env.Snap.State, s.unit, s.folded) }

// Focus changes to another unit; the criterion stays the same, so that units can be compared.
func (s *Screen) Focus(unit int) {
	s.unit = unit
	s.edit = nil
}

// Unit is the unit under review.
func (s *Screen) Unit() int { return s.unit }

// Editing reports whether a percent, bonus or penalty is being typed.
func (s *Screen) Editing() bool { return s.edit != nil }

// Recorded ends the edit that has been written, or lets it be tried again.
func (s *Screen) Recorded(_ screen.Env, err error) {
	if s.edit == nil || !s.edit.Sent {
		return
	}
	if err != nil {
		s.edit.Sent = false
		return
	}
	s.edit = nil
}

// visible lists the rows of a unit's tree that are not folded away.
func visible(st scoring.State, unit int, folded map[int]bool) []row {
	u := st.Units()[unit]
	bonuses, penalties := u.Bonuses(), u.Penalties()
	var rows []row
	criteria := st.Rulebook().Criteria
	for i := 0; i < len(criteria); {
		rows = append(rows, row{node: i})
		last := criteria[i].End
		if !folded[i] {
			last = i + 1
		}
		rows = appendGrants(rows, bonuses, i, last, false)
		rows = appendGrants(rows, penalties, i, last, true)
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

// at is the row of the node under the cursor, or of the folded field it lies in.
func (s *Screen) at() int {
	best := 0
	for i, r := range s.rows {
		if r.node > s.node {
			break
		}
		if r.grant == nil {
			best = i
		}
	}
	return best
}

// move goes up or down by so many rows that are criteria or fields.
func (s *Screen) move(by int) {
	i := s.at()
	for by != 0 {
		step := 1
		if by < 0 {
			step = -1
		}
		j := i + step
		for j >= 0 && j < len(s.rows) && s.rows[j].grant != nil {
			j += step
		}
		if j < 0 || j >= len(s.rows) {
			break
		}
		i = j
		by -= step
	}
	s.node = s.rows[i].node
}

// scroll keeps the cursor's row in sight, with a row or two of what comes next.
func (s *Screen) scroll(height int) {
	s.page = max(height, 1)
	margin := min(2, (s.page-1)/2)
	at := s.at()
	s.top = min(s.top, at-margin)
	s.top = max(s.top, at+margin-s.page+1)
	s.top = max(min(s.top, len(s.rows)-s.page), 0)
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

// reveal unfolds whatever hides a node.
func (s *Screen) reveal(b *scoring.Rulebook, node int) {
	for at := b.Criteria[node].Parent; at >= 0; at = b.Criteria[at].Parent {
		delete(s.folded, at)
	}
}

// layout is kept in one place for drawing and for the mouse.
func (s *Screen) layout(env screen.Env, body kit.Rect) kit.Review {
	longest := 0
	for _, u := range env.Snap.Units() {
		longest = max(longest, kit.Width(u.Name()))
	}
	return kit.ArrangeReview(body, longest)
}
