package overlay

import (
	"cmp"
	"slices"
	"strconv"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// NewYears shows this year beside the years before: a line of ranks, totals, what has risen most, who held office.
func NewYears() Overlay { return &page{id: YearsPage, write: writeYears} }

func writeYears(env Env, s *sheet) {
	st := env.Styles
	s.add(st.Strong, env.Say("CÁC NĂM", "THE YEARS"))
	s.blank()
	if !s.spoken {
		writeRanks(env, s)
		s.blank()
	}
	s.add(st.Text, env.In(view.YearStages(&env.Live.State))+".")
	s.blank()
	writeTotals(env, s)
	s.blank()
	writeRises(env, s)
	s.blank()
	writeHeld(env, s)
}

// writeRanks draws the order of the units over the years, a line each.
func writeRanks(env Env, s *sheet) {
	st, state := env.Styles, &env.Live.State
	pasts := state.Pasts()
	var steps [][]int
	for _, p := range pasts {
		steps = append(steps, placesOf(state, func(unit int) int {
			if u, ok := p.Of(state.Units()[unit].Name()); ok {
				return u.Rank
			}
			return len(state.Units()) + len(p.Units)
		}))
	}
	t := state.Standings(scoring.Agreed)
	now := placesOf(state, func(unit int) int { return t.Place(unit) })
	steps = append(steps, now)
	const names, least = 20, 8
	w := max(s.w-2*names-4, least)
	lines := st.Signs.RankLines(steps, 1, w, slices.Index(now, 0))
	first := s.newRow().Left(st.Title, pasts[0].Year, names).Gap(w+2).Left(st.Title, state.Year(), names)
	s.row(first)
	was := func(unit int) string {
		if u, ok := pasts[0].Of(state.Units()[unit].Name()); ok {
			return strconv.Itoa(u.Rank)
		}
		return view.NoRank
	}
	is := func(unit int) string { return view.Rank(t.At(t.Place(unit))) }
	for y := range lines.Height() {
		row := s.newRow().Left(st.Text, at(state, steps[0], y, was), names).Gap(1)
		lines.Put(row, y, st.Dim, st.Accent)
		s.row(row.Gap(1).Left(st.Strong, at(state, now, y, is), names))
	}
	writeAbsent(env, s)
}

// writeAbsent names the units of now that were not there in a year: their lines say nothing there.
func writeAbsent(env Env, s *sheet) {
	st, state := env.Styles, &env.Live.State
	for _, p := range state.Pasts() {
		var none []lang.Sayer
		for _, u := range state.Units() {
			if _, ok := p.Of(u.Name()); !ok {
				none = append(none, lang.Both(u.Name()))
			}
		}
		if len(none) > 0 {
			s.add(st.Warn, env.Say("%s: không có %s, đường kẻ của đơn vị đó chưa nói gì",
				"%s: without %s, whose line says nothing there", p.Year, lang.List(none...)))
		}
	}
}

// placesOf are the places of the units, from 0, each another: of level ones the rulebook's order counts.
func placesOf(s *scoring.State, rank func(unit int) int) []int {
	order := make([]int, len(s.Units()))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank(a), rank(b)) })
	out := make([]int, len(order))
	for place, unit := range order {
		out[unit] = place
	}
	return out
}

// at is the unit at a place, with the rank that it had.
func at(s *scoring.State, places []int, place int, rank func(unit int) string) string {
	unit := slices.Index(places, place)
	if unit < 0 {
		return ""
	}
	return rank(unit) + " " + s.Units()[unit].Name()
}

// writeTotals says of each unit its rank and total over the years.
func writeTotals(env Env, s *sheet) {
	st, state := env.Styles, &env.Live.State
	t := view.YearRanks(state, env.Lang)
	ids := []kit.Col{{ID: "unit", W: 18}}
	for i := range state.Pasts() {
		n := strconv.Itoa(i)
		ids = append(ids, kit.Col{ID: "rank-" + n, Before: 2, W: 14, Short: true},
			kit.Col{ID: "total-" + n, Before: 2, W: 14, Short: true})
	}
	ids = append(ids, kit.Col{ID: "rank", Before: 2, W: 14, Short: true},
		kit.Col{ID: "total", Before: 2, W: 14, Short: true},
		kit.Col{ID: "moved", Before: 2, W: 16}, kit.Col{ID: "share", Before: 2, W: 10})
	g := kit.NewGrid(t, s.w, ids...)
	s.row(g.HeadIn(s.newRow(), st))
	for y := range t.Len {
		s.row(g.RowIn(s.newRow(), st, y, nil))
	}
}

// mostRises is how many rises are named.
const mostRises = 12

// writeRises says what has risen most on the year before: by enough that a bonus may rest on it.
func writeRises(env Env, s *sheet) {
	st, state := env.Styles, &env.Live.State
	last, ok := view.YearBefore(state)
	if !ok {
		s.add(st.Text,
			env.Say("Không có cuộc họp của năm liền trước để so.",
				"There is no meeting of the year before to compare with."))
		return
	}
	s.add(st.Title, env.Say("TĂNG RÕ SO VỚI %s (từ %s điểm phần trăm): %s",
		"MARKED RISES ON %s (from %s points of percent on): %s", last.Year, view.Marked, view.MarkedRise(state)))
	all := view.Rises(state)
	all = slices.DeleteFunc(all, func(r view.Rise) bool { return r.By() < view.Marked })
	slices.SortStableFunc(all, func(a, b view.Rise) int { return cmp.Compare(b.By(), a.By()) })
	for _, r := range all[:min(len(all), mostRises)] {
		n := &state.Rulebook().Criteria[r.Node]
		s.row(s.newRow().Gap(2).Left(st.Strong, state.Units()[r.Unit].Name(), 18).
			Right(st.Good, view.SignedPercent(env.Lang, r.By()), 8).Gap(2).
			Right(st.Text, r.Was.In(env.Lang)+" → "+r.Is.In(env.Lang), 16).Gap(2).
			Put(st.Text, n.Code+" "+n.Label()))
	}
	switch {
	case len(all) == 0:
		s.add(st.Text, env.Say("  không có", "  none"))
	case len(all) > mostRises:
		s.add(st.Text, env.Say("  và %d nữa, trong results.xlsx", "  and %d more, in results.xlsx", len(all)-mostRises))
	}
}

// writeHeld says who held office when, and who does now.
func writeHeld(env Env, s *sheet) {
	st, state := env.Styles, &env.Live.State
	s.add(st.Title, env.Say("AI GIỮ CHỨC", "WHO HELD OFFICE"))
	t := view.YearOfficers(state, env.Lang)
	cols := []kit.Col{{ID: "year", W: 14}}
	for _, office := range state.Rulebook().Election.Offices {
		cols = append(cols, kit.Col{ID: string(office), Before: 2, W: 22})
	}
	g := kit.NewGrid(t, s.w, cols...)
	s.row(g.HeadIn(s.newRow().Gap(2), st))
	for y := range t.Len {
		row := s.newRow().Gap(2)
		if t.At(y, "year").Text == state.Year() {
			row = kit.NewMarked(s.area, st.Here).Gap(2)
		}
		s.row(g.RowIn(row, st, y, nil))
	}
	if t.Len == 0 {
		s.add(st.Text, env.Say("  không rõ", "  not known"))
	}
}
