package board

import (
	"thidua/data/meeting"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// charts are what the pictures beside the ranking are drawn from: worked out once for a snapshot, whatever the cursor
// is on.
type charts struct {
	of     *meeting.Snapshot
	lang   lang.Lang
	fields []int           // those at the top
	floor  scoring.Percent // where the bars of the fields begin
	orders [][]int         // the order of the units over the meeting
	goals  []view.Goal     // what there is to be reached

	decimals  int // of what the ranking goes by
	done, all int // criteria that are settled, of how many
}

// charted is what pictures of a snapshot are drawn from.
func (s *Screen) charted(env screen.Env) *charts {
	c := &s.charts
	if more := s.past.taken < len(env.Snap.Log); c.of == env.Snap && c.lang == env.Lang && !more {
		return c
	}
	s.past.take(env.Snap)
	*c = charts{of: env.Snap, lang: env.Lang, orders: s.past.until(env.Snap),
		decimals: env.Snap.Standings(scoring.Agreed).Decimals()}
	c.measureFields(env.Snap)
	c.goals = view.Goals(&env.Snap.State)
	c.done, c.all = settled(env.Snap)
	return c
}

// measureFields finds the fields, and the lowest tens of percent that any unit has in one.
func (c *charts) measureFields(snap *meeting.Snapshot) {
	const step, highest = 10_00, 90_00
	c.floor = highest
	for i, n := range snap.Rulebook().Criteria {
		if n.Parent >= 0 {
			continue
		}
		c.fields = append(c.fields, i)
		for _, u := range snap.Units() {
			if p, ok := part(u, i); ok {
				c.floor = min(c.floor, p/step*step)
			}
		}
	}
}

// part is what part of its maximum a unit has in a field; ok is false where the field is none of its.
func part(u *scoring.Unit, field int) (p scoring.Percent, ok bool) {
	if !u.HasSheet() || !u.Applies(field) {
		return 0, false
	}
	return u.Points(scoring.Agreed, field).Part(u.Max(field)), true
}

// settled is how many criteria the meeting has settled, of how many: all of a unit whose sheet is accepted, of the
// others those that it has decided.
func settled(snap *meeting.Snapshot) (done, of int) {
	b := snap.Rulebook()
	for _, u := range snap.Units() {
		if !u.HasSheet() {
			continue
		}
		for _, leaf := range b.Leaves() {
			if !u.Applies(leaf) {
				continue
			}
			of++
			if u.Accepted() || u.Decided(scoring.Agreed, leaf) != nil {
				done++
			}
		}
	}
	return done, of
}

// columns are the bars of a unit's fields, on so many lines: each as high as the part of the maximum that the unit has,
// from the floor that all have.
func (c *charts) columns(st kit.Styles, u *scoring.Unit, h int) [][]string {
	out := make([][]string, len(c.fields))
	for i, f := range c.fields {
		p, ok := part(u, f)
		if !ok {
			p = 0
		}
		out[i] = st.Signs.Column(int64(p-c.floor), int64(scoring.FullPercent-c.floor), h)
	}
	return out
}

// putFields draws a line of the bars; that of the field which the board is sorted by stands out.
func (s *Screen) putFields(row *kit.Row, st kit.Styles, c *charts, columns [][]string, y int) {
	for i, column := range columns {
		style := st.Text
		if c.fields[i] == s.field {
			style = st.Accent
		}
		row.Left(style, line(column, y), 1)
	}
}
