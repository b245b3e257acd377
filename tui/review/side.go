package review

import (
	"fmt"
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// below is how many lines the column of units keeps for progress and legend.
const below = 11

// unitsWindow is the part of the units that fits into the column.
func unitsWindow(env screen.Env, at int, area kit.Rect) (first, last int) {
	return window(len(env.Snap.Units()), at, area.H-1-below)
}

// units is the column of units, how far the review is, and what needs a look.
func (s *Screen) units(env screen.Env, area kit.Rect) []string {
	st := env.Styles
	all := env.Snap.Units()
	done := env.Snap.AcceptedCount()
	lines := []string{kit.NewRow(area.W).Put(st.Title, env.Say("ĐƠN VỊ", "UNITS")).End(8).Right(st.Dim,
		fmt.Sprintf("✓ %d/%d", done, len(all)), 8).String()}
	first, last := unitsWindow(env, s.at.Unit, area)
	t := env.Snap.Standings(scoring.Agreed)
	for i := first; i < last; i++ {
		u := all[i]
		row, sign, style := kit.NewRow(area.W), "·", st.Dim
		if u.Accepted() {
			sign, style = "✓", st.Good
		}
		if i == s.at.Unit {
			row, sign = kit.NewMarked(area.W, st.Cursor), "▸"
		}
		late := ""
		if u.Sheet().Late {
			late = env.Say(" trễ", " late")
		}
		row.Put(style, sign).Gap(1).Left(st.Text, u.Name(), area.W-5-kit.Width(late)).Put(st.Warn, late).Right(st.Dim,
			fmt.Sprint(t.At(t.Place(i)).Rank), 3)
		lines = append(lines, row.String())
	}
	lines = append(lines, s.progress(env, area.W)...)
	return append(lines, s.legend(env, area.W)...)
}

// progress is how far the unit and the meeting are.
func (s *Screen) progress(env screen.Env, w int) []string {
	st := env.Styles
	at, of := position(env.Snap.Rulebook(), s.at.Node)
	full := w * at / max(of, 1)
	bar := kit.NewRow(w).Put(st.Accent, kit.Line("━", full)).Put(st.Rule, kit.Line("─", w-full)).String()
	lines := []string{kit.Blank(w), bar,
		kit.NewRow(w).Put(st.Dim, env.Say("tiêu chí %d/%d", "criterion %d/%d", at, of)).String()}
	if left := s.pace.words(env); left != "" {
		lines = append(lines, kit.NewRow(w).Put(st.Dim, left).String())
	}
	return lines
}

// window is the part of n things that is shown around one of them.
func window(n, at, room int) (first, last int) {
	room = max(room, 1)
	first = max(min(at-room/2, n-room), 0)
	return first, min(first+room, n)
}

// legend explains the marks and counts them for the unit under review.
func (s *Screen) legend(env screen.Env, w int) []string {
	st := env.Styles
	total := 0
	for _, c := range s.counts {
		total += c
	}
	lines := []string{kit.Blank(w),
		kit.NewRow(w).Put(st.Title, env.Say("CẦN XEM", "TO LOOK AT")).End(4).Right(st.Dim, fmt.Sprint(total),
			4).String()}
	for i, m := range marks() {
		lines = append(lines,
			kit.NewRow(w).Put(markStyle(st, i), m.sign).Gap(1).Left(st.Text, m.word.In(env.Lang), w-5).Right(st.Dim,
				fmt.Sprint(s.counts[i]), 3).String())
	}
	return lines
}

// unitsLine is the column of units on one line.
func (s *Screen) unitsLine(env screen.Env, area kit.Rect) []string {
	st, all := env.Styles, env.Snap.Units()
	n := len(all)
	row := kit.NewRow(area.W).Put(st.Title, env.Say("ĐƠN VỊ", "UNIT")).Put(st.Dim,
		fmt.Sprintf(" %d/%d  ", s.at.Unit+1, n))
	row.Put(st.Dim, "‹ "+all[(s.at.Unit+n-1)%n].Name()+"  ").Put(st.Strong, all[s.at.Unit].Name()).Put(st.Dim,
		"  "+all[(s.at.Unit+1)%n].Name()+" ›")
	at, of := position(env.Snap.Rulebook(), s.at.Node)
	row.Gap(2).Put(st.Dim, fmt.Sprintf("%d/%d", at, of))
	done := env.Say("✓ %d/%d thông qua", "✓ %d/%d accepted", env.Snap.AcceptedCount(), n)
	if row.Space() > kit.Width(done) {
		row.End(kit.Width(done)).Put(st.Good, done)
	}
	return []string{row.String()}
}

// ranking is the live ranking with its legend, what the unit lacks, and the officers.
func (s *Screen) ranking(env screen.Env, area kit.Rect) []string {
	st, t := env.Styles, view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
	lines := []string{kit.NewRow(area.W).Put(st.Title, env.Say("XẾP HẠNG", "RANKING")).End(19).Right(st.Title,
		t.Short().In(env.Lang), 9).Right(st.Title, env.Say("cách", "gap"), 8).String()}
	foot := s.rankingFoot(env, area.W)
	first, last := window(t.Len(), t.Place(s.at.Unit), area.H-2-len(foot))
	for i := first; i < last; i++ {
		lines = append(lines, s.rankRow(env, t, i, area.W))
	}
	lines = append(lines, kit.Blank(area.W))
	return append(lines, foot...)
}

// rankingAt is the unit in a line of the ranking.
func (s *Screen) rankingAt(env screen.Env, area kit.Rect, y int) (unit int, ok bool) {
	t := env.Snap.Standings(scoring.Agreed)
	first, last := window(t.Len(), t.Place(s.at.Unit), area.H-2-len(s.rankingFoot(env, area.W)))
	i := first + y - area.Y - 1
	if y <= area.Y || i >= last {
		return 0, false
	}
	return t.At(i).Unit, true
}

// rankRow is one place: rank, name, total, gap to the place above, award.
func (s *Screen) rankRow(env screen.Env, t view.Places, i, w int) string {
	st, x := env.Styles, t.At(i)
	row := kit.NewRow(w)
	if x.Unit == s.at.Unit {
		row = kit.NewMarked(w, st.Cursor)
	}
	sign, signStyle := awardSign(env, x.Award)
	if x.Sanction == scoring.Excluded || x.Barred != nil {
		sign, signStyle = "✗", st.Bad
	}
	return row.Right(st.Dim, t.Rank(i), 3).Gap(1).Left(st.Text, env.Snap.Units()[x.Unit].Name(), w-4-9-8-2).
		Right(st.Strong, t.Measured(i), 9).Right(st.Dim, t.Distance(i), 8).Gap(1).Put(signStyle, sign).String()
}

// rankingFoot is what stands below the ranking.
func (s *Screen) rankingFoot(env screen.Env, w int) []string {
	st, b := env.Styles, env.Snap.Rulebook()
	p := kit.NewCanvas(kit.Rect{W: w, H: 20})
	legend := kit.NewRow(w)
	for i, a := range b.Awards {
		_, style := awardSign(env, a.ID)
		if i > 0 {
			legend.Gap(2)
		}
		legend.Put(style, a.Sign).Gap(1).Put(st.Dim,
			fmt.Sprintf("%s (%d)", a.Short.In(env.Lang), a.Number(len(env.Snap.Units()))))
	}
	p.Add(legend.String())
	p.Blank()
	for _, group := range env.Snap.Standings(scoring.Agreed).Undecided() {
		p.Text(st.Warn, env.Say("= %s bằng điểm: cần biểu quyết", "= %s are level: a vote is needed", env.Names(group)),
			3)
	}
	if gap, ok := env.Snap.ToPass(scoring.Agreed, s.at.Unit); ok {
		all := env.Snap.Units()
		p.Text(st.Text,
			env.Say("%s cần thêm %s điểm để vượt %s.",
				"%s needs %s more points to pass %s.", all[s.at.Unit].Name(), gap.Need, all[gap.Above].Name()), 2)
		p.Blank()
	}
	for _, o := range b.Election.Offices {
		name, elected := env.Officer(o)
		if name == "" {
			continue
		}
		row := kit.NewRow(w).Left(st.Title, strings.ToUpper(o.Name().In(env.Lang)), 12)
		if elected {
			row.Put(st.Good, "✓ "+name)
		} else {
			row.Put(st.Text, name)
		}
		p.Add(row.String())
	}
	return p.Lines
}

// rankingLine is the ranking on one line: the first places and the unit under review.
func (s *Screen) rankingLine(env screen.Env, area kit.Rect) []string {
	st, t := env.Styles, view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
	row := kit.NewRow(area.W).Put(st.Title, env.Say("HẠNG ", "RANK "))
	for i := range t.Len() {
		x := t.At(i)
		sign, style := awardSign(env, x.Award)
		item := fmt.Sprintf("%d %s %s", x.Rank, env.Snap.Units()[x.Unit].Name(), t.Measured(i))
		if row.Space() < kit.Width(item)+3 {
			break
		}
		name := st.Text
		if x.Unit == s.at.Unit {
			name = st.Accent
		}
		row.Put(name, item).Put(style, sign).Gap(2)
	}
	return []string{row.String()}
}
