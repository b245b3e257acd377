package review

import (
	"slices"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// fields is what part of its maximum each unit has in each field, and the middle of all: worked out once for
// a snapshot.
type fields struct {
	of      *meeting.Snapshot
	units   []*scoring.Unit // of that: those of which the next has the same need not be measured again
	nodes   []int
	parts   [][]scoring.Percent // by field and unit; -1 where the field is none of the unit's
	medians []scoring.Percent   // by field
	floor   scoring.Percent     // where the bars begin: the lowest tens of percent that any unit has
}

// Of the strip of fields: cells that each takes, how high the bars are, and how high the whole is: below the bars the
// signs and two lines of codes, a title above and a legend below.
const (
	fieldCell   = 2
	fieldHeight = 4
	stripHeight = fieldHeight + 5
)

// measured is what the strip is drawn from.
func (s *Screen) measured(env screen.Env) *fields {
	f := &s.fields
	if f.of == env.Snap {
		return f
	}
	*f = screen.Share(env, fieldsOf{}, func() fields { return measure(env.Snap, f) })
	return f
}

// fieldsOf stands for them among what is shared.
type fieldsOf struct{}

// measure works them out, of units that are as they were before from what was worked out then.
func measure(snap *meeting.Snapshot, was *fields) fields {
	const step, highest = 10_00, 90_00
	units, criteria := snap.Units(), snap.Rulebook().Criteria
	f := fields{of: snap, units: units, nodes: was.nodes, floor: highest}
	if was.of == nil {
		for i := range criteria {
			if criteria[i].Parent < 0 {
				f.nodes = append(f.nodes, i)
			}
		}
	}
	some := make([]scoring.Percent, 0, len(units))
	for k, node := range f.nodes {
		row := make([]scoring.Percent, len(units))
		some = some[:0]
		for i, u := range units {
			if i < len(was.units) && was.units[i] == u {
				row[i] = was.parts[k][i]
			} else {
				row[i] = partOf(u, node)
			}
			if row[i] >= 0 {
				some = append(some, row[i])
				f.floor = max(min(f.floor, row[i]/step*step), 0)
			}
		}
		f.parts, f.medians = append(f.parts, row), append(f.medians, median(some))
	}
	return f
}

// partOf is what part of its maximum a unit has in a field, -1 where that is none of the unit's.
func partOf(u *scoring.Unit, field int) scoring.Percent {
	if !u.HasSheet() || !u.Applies(field) {
		return -1
	}
	return u.Points(scoring.Agreed, field).Part(u.Max(field))
}

// median is the middle of all, or halfway between the two in the middle; 0 of none.
func median(all []scoring.Percent) scoring.Percent {
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	n := len(all)
	return (all[(n-1)/2] + all[n/2]) / 2
}

// strip is the unit's fields against the median of the cluster: a bar for each, and below it a sign for more and for
// less, so that nothing needs a colour; nil where there are too many for the width.
func (s *Screen) strip(env screen.Env, w int) []string {
	st, f, b := env.Styles, s.measured(env), env.Snap.Rulebook()
	if len(f.nodes)*fieldCell >= w || len(f.nodes) < 2 || !env.Snap.Units()[s.at.Unit].HasSheet() {
		return nil
	}
	title := env.Say("LĨNH VỰC SO VỚI TRUNG VỊ", "FIELDS AND MEDIAN")
	lines := []string{kit.NewRow(w).Left(st.Title, title, w).String()}
	rows := make([]*kit.Row, fieldHeight+3) // bars, signs, and the codes from above to below
	for i := range rows {
		rows[i] = kit.NewRow(w).Gap(1) // apart from the marks of the tree
	}
	for k, node := range f.nodes {
		n, part := &b.Criteria[node], f.parts[k][s.at.Unit]
		bar, sign, style := st.Text, "·", st.Text
		switch {
		case part < 0:
			sign = " "
		case part > f.medians[k]:
			sign, style = "▲", st.Good
		case part < f.medians[k]:
			sign, style = "▼", st.Bad
		}
		if s.at.Node >= node && s.at.Node < n.End {
			bar = st.Accent
		}
		for y, cell := range st.Signs.Column(int64(part-f.floor), int64(scoring.FullPercent-f.floor), fieldHeight) {
			rows[y].Put(bar, cell).Gap(fieldCell - 1)
		}
		rows[fieldHeight].Put(style, sign).Gap(fieldCell - 1)
		code := []rune(n.Code)
		if len(code) == 1 {
			code = []rune{' ', code[0]}
		}
		for y, c := range code[:min(len(code), 2)] {
			rows[fieldHeight+1+y].Put(bar, string(c)).Gap(fieldCell - 1)
		}
	}
	for _, row := range rows {
		lines = append(lines, row.String())
	}
	return append(lines, kit.NewRow(w).Put(st.Good, "▲").Put(st.Text, env.Say(" trên  ", " above  ")).
		Put(st.Bad, "▼").Put(st.Text, env.Say(" dưới  · bằng trung vị", " below  · at median")).String())
}
