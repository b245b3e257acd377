package compare

import (
	"fmt"

	"thidua/data/meeting"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// heat is what the map is drawn from: worked out once for a snapshot and a level, whatever the cursor is on.
type heat struct {
	of     *meeting.Snapshot
	parent int
	fields []int
	parts  [][]scoring.Percent // by unit and field; -1 where the field does not apply
	floor  scoring.Percent     // where the shades begin
}

// Widths of the heat map's cells, and for how many units it is drawn.
const (
	heatCell    = 5
	heatNarrow  = 4
	mostHeated  = 40
	mostPointed = 100 // units of which the decimals are set under one another
)

// heated is the map of the fields that stand beside a field, or hold a criterion.
func (s *Screen) heated(env screen.Env) *heat {
	parent := env.Snap.Rulebook().Criteria[s.at.Node].Parent
	if h := &s.heat; h.of == env.Snap && h.parent == parent {
		return h
	}
	const step, highest = 10_00, 90_00
	h := heat{of: env.Snap, parent: parent, floor: highest}
	for i, n := range env.Snap.Rulebook().Criteria {
		if n.Parent == parent {
			h.fields = append(h.fields, i)
		}
	}
	for _, u := range env.Snap.Units() {
		row := make([]scoring.Percent, len(h.fields))
		for k, f := range h.fields {
			if row[k] = -1; u.HasSheet() && u.Applies(f) {
				row[k] = u.Points(scoring.Agreed, f).Part(u.Max(f))
				h.floor = max(min(h.floor, row[k]/step*step), 0)
			}
		}
		h.parts = append(h.parts, row)
	}
	s.heat = h
	return &s.heat
}

// heatMap is a line for each unit with a cell for each field of the level: its shade and its percent. nil where there
// is no room.
func (s *Screen) heatMap(env screen.Env, w int) []string {
	h, st := s.heated(env), env.Styles
	cell, name := heatCell, min(max(s.names, 8), 22)
	if pointer+name+1+len(h.fields)*cell > w {
		cell = heatNarrow
	}
	if n := len(h.fields); n == 0 || len(s.all.Units) > mostHeated || pointer+name+1+n*cell > w {
		return nil
	}
	head := kit.NewRow(w).Gap(pointer).Left(st.Title, env.Say("phần trăm", "percent"), name+1)
	for _, f := range h.fields {
		style := st.Title
		if f == s.at.Node {
			style = st.Here
		}
		head.Right(style, env.Snap.Rulebook().Criteria[f].Code, cell)
	}
	legend := env.Say("%s từ %s %%   %s 100 %%", "%s from %s %%   %s 100 %%", st.Signs.Shade(1, 100),
		view.Percent(env.Lang, h.floor, true), st.Signs.Shade(1, 1))
	if head.Space() > kit.Width(legend)+2 {
		head.Gap(2).Put(st.Text, legend)
	}
	lines := []string{head.String()}
	for unit, parts := range h.parts {
		row, sign := kit.NewRow(w), "  "
		if unit == s.at.Unit {
			sign = "› "
		}
		row.Put(st.Accent, sign).Left(st.Text, env.Snap.Units()[unit].Name(), name).Gap(1)
		for k, part := range parts {
			s.putHeat(env, row, h, h.fields[k], part, cell)
		}
		lines = append(lines, row.String())
	}
	return lines
}

// putHeat draws a cell of the map: a shade, and the number that it stands for.
func (s *Screen) putHeat(env screen.Env, row *kit.Row, h *heat, field int, part scoring.Percent, w int) {
	const percent = scoring.FullPercent / 100
	st := env.Styles
	style := st.Text
	if field == s.at.Node {
		style = st.Accent
	}
	if part < 0 {
		row.Right(st.Dim, "–", w)
		return
	}
	shade := st.Signs.Shade(int64(part-h.floor), int64(scoring.FullPercent-h.floor))
	row.Gap(w-heatNarrow).Put(style, shade).Right(style, fmt.Sprint(int(part/percent)), heatNarrow-1)
}
