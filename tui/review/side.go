package review

import (
	"fmt"
	"slices"
	"strings"

	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// below is how many lines the column of units keeps for progress and legend.
const below = 11

// column is the column of units, how far the review is, and what needs a look.
func (s *Screen) column(env screen.Env, area kit.Rect) []string {
	units := s.kept.units.Lines(unitsOf{lookOf(env), area, s.at.Unit}, func() []string { return s.listed(env, area) })
	legend := s.kept.legend.Lines(legendOf{lookOf(env), area.W, s.at.Unit}, func() []string {
		return s.legend(env, area.W)
	})
	return slices.Concat(units, s.progress(env, area.W), legend)
}

// listed is the units, one below the other.
func (s *Screen) listed(env screen.Env, area kit.Rect) []string {
	st := env.Styles
	all := env.Snap.Units()
	done, sheets := env.Snap.AcceptedCount(), env.Snap.Sheets()
	lines := []string{kit.NewRow(area.W).Put(st.Title, env.Say("ĐƠN VỊ", "UNITS")).End(8).Right(st.Text,
		fmt.Sprintf("✓ %d/%d", done, sheets), 8).String()}
	s.units.Show(upTo(len(all)))
	s.units.Select(s.at.Unit)
	s.units.Place(kit.Rect{X: area.X, Y: area.Y + 1, W: area.W, H: max(area.H-1-below, 1)}, 1)
	t := env.Snap.Standings(scoring.Agreed)
	return append(lines, s.units.Draw(st, func(c *kit.Canvas, i int, here bool) {
		c.Add(s.unitRow(env, i, view.Rank(t.At(t.Place(i))), here, c.W))
	})...)
}

// unitRow is one unit of the column, with its rank.
func (s *Screen) unitRow(env screen.Env, i int, rank string, here bool, w int) string {
	st, u := env.Styles, env.Snap.Units()[i]
	row, sign, style := kit.NewRow(w), "·", st.Text
	if u.Accepted() {
		sign, style = "✓", st.Good
	}
	if here {
		row, sign = kit.NewMarked(w, st.Cursor), "▸"
	}
	late := ""
	switch {
	case !u.HasSheet():
		late = env.Say(" không nộp", " no sheet")
	case u.Sheet().Late:
		late = env.Say(" chậm", " late")
	}
	row.Put(style, sign).Gap(1).Left(st.Text, u.Name(), w-5-kit.Width(late)).Put(st.Warn, late)
	return row.Right(st.Text, rank, 3).String()
}

// progress is how far the unit and the meeting are.
func (s *Screen) progress(env screen.Env, w int) []string {
	st := env.Styles
	at, of := position(env.Snap.Rulebook(), s.at.Node)
	full := w * at / max(of, 1)
	bar := kit.NewRow(w).Put(st.Accent, kit.Line("━", full)).Put(st.Rule, kit.Line("─", w-full)).String()
	lines := []string{kit.Blank(w), bar,
		kit.NewRow(w).Put(st.Text, env.Say("tiêu chí %d/%d", "criterion %d/%d", at, of)).String()}
	if left := s.pace.words(env); left != "" {
		lines = append(lines, kit.NewRow(w).Put(st.Text, left).String())
	}
	return lines
}

// legend explains the marks and counts them for the unit under review.
func (s *Screen) legend(env screen.Env, w int) []string {
	st := env.Styles
	total := 0
	for _, c := range s.counts {
		total += c
	}
	lines := []string{kit.Blank(w),
		kit.NewRow(w).Put(st.Title, env.Say("CẦN XEM", "TO LOOK AT")).End(4).Right(st.Text, fmt.Sprint(total),
			4).String()}
	for m := range view.Marks {
		lines = append(lines,
			kit.NewRow(w).Put(st.Of(m.Class()), m.Sign()).Gap(1).Left(st.Text, env.In(m.Word()), w-6).
				Right(st.Text, fmt.Sprint(s.counts[m]), 4).String())
	}
	return lines
}

// unitsLine is the column of units on one line.
func (s *Screen) unitsLine(env screen.Env, area kit.Rect) []string {
	st, all := env.Styles, env.Snap.Units()
	n := len(all)
	row := kit.NewRow(area.W).Put(st.Title, env.Say("ĐƠN VỊ", "UNIT")).Put(st.Text,
		fmt.Sprintf(" %d/%d  ", s.at.Unit+1, n))
	row.Put(st.Text, "‹ "+all[(s.at.Unit+n-1)%n].Name()+"  ").Put(st.Strong, all[s.at.Unit].Name()).Put(st.Text,
		"  "+all[(s.at.Unit+1)%n].Name()+" ›")
	at, of := position(env.Snap.Rulebook(), s.at.Node)
	row.Gap(2).Put(st.Text, fmt.Sprintf("%d/%d", at, of))
	done := env.Say("✓ %d/%d thống nhất", "✓ %d/%d accepted", env.Snap.AcceptedCount(), env.Snap.Sheets())
	if row.Space() > kit.Width(done) {
		row.End(kit.Width(done)).Put(st.Good, done)
	}
	return []string{row.String()}
}

// ranking is the live ranking with its legend, what the unit lacks, and the officers.
func (s *Screen) ranking(env screen.Env, area kit.Rect) []string {
	if s.editor.Editing() {
		s.kept.ranking.Forget()
		return s.drawRanking(env, area)
	}
	field, criteria := s.at.Node, env.Snap.Rulebook().Criteria
	for criteria[field].Parent >= 0 {
		field = criteria[field].Parent
	}
	return s.kept.ranking.Lines(rankingOf{lookOf(env), area, s.at.Unit, field}, func() []string {
		return s.drawRanking(env, area)
	})
}

func (s *Screen) drawRanking(env screen.Env, area kit.Rect) []string {
	st, t, tab := env.Styles, env.Snap.Standings(scoring.Agreed), s.ranked(env).table
	title, state := env.Say("XẾP HẠNG", "RANKING"), &env.Snap.State
	if next, ok := s.editor.Draft(env); ok { // moves with what is typed
		at := s.editor.Stage()
		t, tab, state = next.Standings(at), view.Standings(&next, at, env.Lang), &next
		title = env.Say("BẢN NHÁP", "DRAFT")
	}
	foot := s.rankingFoot(env, state, area.W)
	if area.H-2-t.Len()-len(foot) > stripHeight { // where every unit keeps its line; elsewhere nothing is measured
		if strip := s.strip(env, area.W); strip != nil {
			foot = append(append(foot, kit.Blank(area.W)), strip...)
		}
	}
	order := make([]int, t.Len())
	for i := range order {
		order[i] = t.At(i).Unit
	}
	s.places.Show(order)
	s.places.Select(s.at.Unit)
	room := kit.Rect{X: area.X, Y: area.Y + 1, W: area.W, H: max(area.H-2-len(foot), 1)}
	w := s.places.Place(room, 1)
	above, below := s.places.More()
	g := rankingGrid(tab, w, above, tab.Len-below)
	head := kit.NewRow(w).Left(st.Title, title, g.W("rank")+1+g.W("unit"))
	lines := []string{g.After("unit").HeadIn(head, st).String() + kit.Blank(area.W-w)}
	lines = append(lines, s.places.Draw(st, func(c *kit.Canvas, unit int, here bool) {
		row := kit.NewRow(w)
		if here {
			row = kit.NewMarked(w, st.Cursor)
		}
		c.Add(g.RowIn(row, st, t.Place(unit), nil).String())
	})...)
	lines = append(lines, kit.Blank(area.W))
	return append(lines, foot...)
}

// rankingGrid is rank, name, what the ranking goes by, the gap to the place above, and the award's sign.
func rankingGrid(t table.Table, w, first, last int) kit.Grid {
	const rank, measure, gap = 2, 9, 7
	return kit.NewGrid(t, w,
		kit.Col{ID: "rank", W: max(rank, kit.Widest(t, "rank", first, last)), Class: table.Detail},
		kit.Col{ID: "unit", Before: 1, W: 8, Fills: true},
		kit.Col{ID: "measure", Short: true, W: max(measure, kit.Widest(t, "measure", first, last)+1)},
		kit.Col{ID: "gap", W: max(gap, kit.Widest(t, "gap", first, last)+1)},
		kit.Col{ID: "sign", Before: 1, W: 1})
}

// rankingFoot is what stands below the ranking: what the unit lacks in the state on record, or with what is typed.
func (s *Screen) rankingFoot(env screen.Env, state *scoring.State, w int) []string {
	st, b := env.Styles, env.Snap.Rulebook()
	p := kit.NewCanvas(kit.Rect{W: w, H: 20})
	legend := kit.NewRow(w)
	for i, a := range b.Awards {
		many := fmt.Sprintf("%s (%d)", a.Short.In(env.Lang), env.Snap.Proposable(i))
		if need := kit.Width(a.Sign) + 1 + kit.Width(many) + 2; i > 0 && need > legend.Space() {
			p.Add(legend.String())
			legend = kit.NewRow(w)
		} else if i > 0 {
			legend.Gap(2)
		}
		legend.Put(st.Of(view.AwardClass(b, a.ID)), a.Sign).Gap(1).Put(st.Text, many)
	}
	p.Add(legend.String())
	p.Blank()
	for _, group := range env.Snap.Standings(scoring.Agreed).Undecided() {
		p.Text(st.Warn, env.Say("= %s bằng điểm: cần biểu quyết", "= %s are level: a vote is needed", env.Names(group)),
			3)
	}
	p.Add(s.toPass(env, state, w)...)
	p.Blank()
	for _, o := range b.Election.Offices {
		name, elected := env.Officer(o)
		if name == "" {
			continue
		}
		row := kit.NewRow(w).Left(st.Title, strings.ToUpper(env.OfficeName(o).In(env.Lang)), 12)
		if elected {
			row.Put(st.Good, "✓ "+name)
		} else {
			row.Put(st.Text, name)
		}
		p.Add(row.String())
	}
	return p.Lines
}

// toPass says what the unit lacks to pass the one above: in two lines, said or not, so that what is below stays where
// it is while a number is typed.
func (s *Screen) toPass(env screen.Env, state *scoring.State, w int) []string {
	const lines = 2
	st, all, said := env.Styles, env.Snap.Units(), kit.NewCanvas(kit.Rect{W: w, H: lines})
	if gap, ok := state.ToPass(scoring.Agreed, s.at.Unit); ok {
		lacks := env.Say("%s cần thêm %s điểm", "%s needs %s more points", all[s.at.Unit].Name(), gap.Need)
		to := env.Say("để vượt %s.", "to pass %s.", all[gap.Above].Name())
		if kit.Width(lacks) > w { // else it breaks in the same place whatever the number
			said.Text(st.Text, lacks+" "+to, lines)
		} else {
			said.Text(st.Text, lacks, 1)
			said.Text(st.Text, to, 1)
		}
	}
	return kit.Fill(said.Lines, w, lines)
}

// rankingLine is the ranking on one line: the first places and the unit under review.
func (s *Screen) rankingLine(env screen.Env, area kit.Rect) []string {
	if draft, ok := s.editor.DraftLine(env, area.W); ok {
		return []string{draft}
	}
	st, t := env.Styles, s.ranked(env).places
	row := kit.NewRow(area.W).Put(st.Title, env.Say("HẠNG ", "RANK "))
	for i := range t.Ranked() {
		x := t.At(i)
		sign := view.Sign(env.Snap.Rulebook(), x)
		item := fmt.Sprintf("%d %s %s", x.Rank, env.Snap.Units()[x.Unit].Name(), t.Measured(i))
		if row.Space() < kit.Width(item)+3 {
			break
		}
		name := st.Text
		if x.Unit == s.at.Unit {
			name = st.Accent
		}
		row.Put(name, item).Put(st.Of(sign.Class), sign.Text).Gap(2)
	}
	return []string{row.String()}
}
