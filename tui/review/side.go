package review

import (
	"fmt"
	"strings"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// units is the column of units with how far each is.
func (s *Screen) units(env screen.Env, area kit.Rect) []string {
	st := env.Styles
	all := env.Snap.Units()
	done := env.Snap.AcceptedCount()
	lines := []string{kit.NewRow(area.W).Put(st.Title, env.Say("ĐƠN VỊ", "UNITS")).End(8).Right(st.Dim, fmt.Sprintf("✓ %d/%d", done, len(all)), 8).String()}
	first, last := window(len(all), s.unit, area.H-9)
	t := env.Snap.Standings(scoring.Agreed)
	for i := first; i < last; i++ {
		u := all[i]
		row, sign, style := kit.NewRow(area.W), "·", st.Dim
		name := st.Text
		if u.Accepted() {
			sign, style = "✓", st.Good
		}
		if i == s.unit {
			row, sign = kit.NewMarked(area.W, st.Cursor), "▸"
		}
		late := ""
		if u.Sheet().Late {
			late = env.Say(" trễ", " late")
		}
		row.Put(style, sign).Gap(1).Left(name, u.Name(), area.W-5-kit.Width(late)).Put(st.Warn, late).Right(st.Dim, fmt.Sprint(t.At(t.Place(i)).Rank), 3)
		lines = append(lines, row.String())
	}
	if more := len(all) - last; more > 0 {
		lines = append(lines, kit.NewRow(area.W).Put(st.Dim, env.Say("… còn %d đơn vị", "… %d more", more)).String())
	}
	return append(lines, s.legend(env, area)...)
}

// window is the part of n things that is shown around one of them.
func window(n, at, room int) (first, last int) {
	room = max(room, 1)
	first = max(min(at-room/2, n-room), 0)
	return first, min(first+room, n)
}

// legend explains the marks and counts them for the unit under review.
func (s *Screen) legend(env screen.Env, area kit.Rect) []string {
	st, b, u := env.Styles, env.Snap.Rulebook(), env.Snap.Units()[s.unit]
	counts := make([]int, len(marks()))
	for i := range b.Criteria {
		if m := markOf(b, u, i); m != noMark {
			counts[m]++
		}
	}
	total := 0
	for _, c := range counts {
		total += c
	}
	lines := []string{kit.Blank(area.W), kit.NewRow(area.W).Put(st.Title, env.Say("CẦN XEM", "TO LOOK AT")).End(4).Right(st.Dim, fmt.Sprint(total), 4).String()}
	for i, m := range marks() {
		lines = append(lines, kit.NewRow(area.W).Put(markStyle(st, i), m.sign).Gap(1).Left(st.Text, m.word.In(env.Lang), area.W-5).Right(st.Dim, fmt.Sprint(counts[i]), 3).String())
	}
	return lines
}

// unitsLine is the column of units on one line.
func (s *Screen) unitsLine(env screen.Env, area kit.Rect) []string {
	st, all := env.Styles, env.Snap.Units()
	n := len(all)
	row := kit.NewRow(area.W).Put(st.Title, env.Say("ĐƠN VỊ", "UNIT")).Put(st.Dim, fmt.Sprintf(" %d/%d  ", s.unit+1, n))
	row.Put(st.Dim, "‹ "+all[(s.unit+n-1)%n].Name()+"  ").Put(st.Strong, all[s.unit].Name()).Put(st.Dim, "  "+all[(s.unit+1)%n].Name()+" ›")
	done := env.Say("✓ %d/%d thông qua", "✓ %d/%d accepted", env.Snap.AcceptedCount(), n)
	if row.Space() > kit.Width(done) {
		row.End(kit.Width(done)).Put(st.Good, done)
	}
	return []string{row.String()}
}

// ranking is the live ranking with its legend, what the unit lacks, and the officers.
func (s *Screen) ranking(env screen.Env, area kit.Rect) []string {
	st, t := env.Styles, env.Snap.Standings(scoring.Agreed)
	lines := []string{kit.NewRow(area.W).Put(st.Title, env.Say("XẾP HẠNG", "RANKING")).End(19).Right(st.Title, env.Say("điểm", "points"), 9).Right(st.Title, env.Say("cách", "gap"), 8).String()}
	foot := s.rankingFoot(env, area.W)
	first, last := window(t.Len(), t.Place(s.unit), area.H-2-len(foot))
	for i := first; i < last; i++ {
		lines = append(lines, s.rankRow(env, t, i, area.W))
	}
	lines = append(lines, kit.Blank(area.W))
	return append(lines, foot...)
}

// rankRow is one place: rank, name, total, gap to the place above, award.
func (s *Screen) rankRow(env screen.Env, t scoring.Table, i, w int) string {
	st, x := env.Styles, t.At(i)
	row := kit.NewRow(w)
	if x.Unit == s.unit {
		row = kit.NewMarked(w, st.Cursor)
	}
	rank := fmt.Sprint(x.Rank)
	if x.Tie == scoring.TieOpen {
		rank += "="
	}
	sign, signStyle := awardSign(env, x.Award)
	if x.Sanction == scoring.Excluded || x.Barred != nil {
		sign, signStyle = "✗", st.Bad
	}
	gap := ""
	if i > 0 {
		gap = fixed(env, x.Total-t.At(i-1).Total)
		if x.Total == t.At(i-1).Total {
			gap = "="
		}
	}
	total := fixed(env, x.Total)
	if env.Snap.Rulebook().Rank.By == scoring.ByShare {
		u := env.Snap.Units()[x.Unit]
		total, gap = u.Share(scoring.Agreed).In(env.Lang)+" %", fixed(env, x.Total)
	}
	return row.Right(st.Dim, rank, 3).Gap(1).Left(st.Text, env.Snap.Units()[x.Unit].Name(), w-4-9-8-2).
		Right(st.Strong, total, 9).Right(st.Dim, gap, 8).Gap(1).Put(signStyle, sign).String()
}

// rankingFoot is what stands below the ranking.
func (s *Screen) rankingFoot(env screen.Env, w int) []string {
	st, b := env.Styles, env.Snap.Rulebook()
	p := paper{w: w, h: 20}
	legend := kit.NewRow(w)
	for i, a := range b.Awards {
		_, style := awardSign(env, a.ID)
		if i > 0 {
			legend.Gap(2)
		}
		legend.Put(style, a.Sign).Gap(1).Put(st.Dim, fmt.Sprintf("%s (%d)", a.Short.In(env.Lang), a.Number(len(env.Snap.Units()))))
	}
	p.add(legend.String())
	p.add(kit.Blank(w))
	for _, tie := range openTies(&env.Snap.State) {
		p.text(st.Warn, tie.In(env.Lang), 2)
	}
	if gap, ok := env.Snap.ToPass(scoring.Agreed, s.unit); ok {
		all := env.Snap.Units()
		p.text(st.Text, env.Say("%s cần thêm %s điểm để vượt %s.", "%s needs %s more points to pass %s.", all[s.unit].Name(), gap.Need, all[gap.Above].Name()), 2)
		p.add(kit.Blank(w))
	}
	if c, ok := b.Cluster(env.Snap.Cluster()); ok {
		o, _ := c.Sitting()
		p.add(kit.NewRow(w).Left(st.Title, env.Say("CỤM TRƯỞNG", "LEADER"), 12).Put(st.Text, o.Leader).String())
		p.add(kit.NewRow(w).Left(st.Title, env.Say("CỤM PHÓ", "DEPUTY"), 12).Put(st.Text, o.Deputy).String())
	}
	return p.lines
}

// openTies says which units share a rank where only the meeting can decide, and whether an award hangs on it.
func openTies(s *scoring.State) (out []lang.Text) {
	t := s.Standings(scoring.Agreed)
	for i := 0; i < t.Len(); {
		_, hi := t.Sharing(i)
		if row := t.At(i); row.Tie == scoring.TieOpen {
			var names []string
			undecided := false
			for j := i; j < hi; j++ {
				names = append(names, s.Units()[t.At(j).Unit].Name())
				undecided = undecided || t.At(j).Award == scoring.AwardUndecided
			}
			if undecided {
				out = append(out, lang.Sayf("= %s bằng điểm: cần biểu quyết", "= %s are level: a vote is needed", strings.Join(names, ", ")))
			}
		}
		i = hi
	}
	return out
}

// rankingLine is the ranking on one line: the first places and the unit under review.
func (s *Screen) rankingLine(env screen.Env, area kit.Rect) []string {
	st, t := env.Styles, env.Snap.Standings(scoring.Agreed)
	row := kit.NewRow(area.W).Put(st.Title, env.Say("HẠNG ", "RANK "))
	for i := range t.Len() {
		x := t.At(i)
		sign, style := awardSign(env, x.Award)
		item := fmt.Sprintf("%d %s %s", x.Rank, env.Snap.Units()[x.Unit].Name(), fixed(env, x.Total))
		if row.Space() < kit.Width(item)+3 {
			break
		}
		name := st.Text
		if x.Unit == s.unit {
			name = st.Accent
		}
		row.Put(name, item).Put(style, sign).Gap(2)
	}
	return []string{row.String()}
}
