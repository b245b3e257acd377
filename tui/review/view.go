package review

import (
	"fmt"
	"strings"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// View draws the screen.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	r := s.layout(env, body)
	v := screen.View{}
	add := func(area kit.Rect, lines []string) {
		if area.Shown() {
			v.Parts = append(v.Parts, kit.Placed{Rect: area, Lines: kit.Fill(lines, area.W, area.H)})
		}
	}
	if r.Compact {
		add(r.Units, s.unitsLine(env, r.Units))
	} else {
		add(r.Units, s.units(env, r.Units))
	}
	add(r.Head, s.head(env, r.Head))
	add(r.Tree, s.tree(env, r.Tree))
	if s.edit != nil && r.Detail.Shown() {
		lines, cursor := s.editPanel(env, r.Detail)
		add(r.Detail, lines)
		v.Cursor = cursor
	} else {
		add(r.Detail, s.detail(env, r.Detail))
	}
	if r.Ranking.H == 1 {
		add(r.Ranking, s.rankingLine(env, r.Ranking))
	} else {
		add(r.Ranking, s.ranking(env, r.Ranking))
	}
	return v
}

// head is the unit under review with its total and place.
func (s *Screen) head(env screen.Env, area kit.Rect) []string {
	st, u := env.Styles, env.Snap.Units()[s.unit]
	t := env.Snap.Standings(scoring.Agreed)
	row := t.At(t.Place(s.unit))
	was := env.Snap.Standings(scoring.Self)
	before := was.At(was.Place(s.unit)).Rank

	place := env.Say(" điểm · hạng %d", " points · rank %d", row.Rank)
	if row.Tie == scoring.TieOpen {
		place += "="
	}
	total := u.Total(scoring.Agreed).Fixed(env.Lang, 2)
	move := movement(before - row.Rank)
	sign, signStyle := awardSign(env, row.Award)
	first := kit.NewRow(area.W).Put(st.Strong, kit.Cut(strings.ToUpper(u.Name()), max(area.W-34, 8)))
	if u.Accepted() {
		first.Gap(1).Put(st.Good, env.Say("✓ đã thông qua", "✓ accepted"))
	}
	if u.Sheet().Late {
		first.Gap(1).Put(st.Warn, env.Say("nộp trễ", "late"))
	}
	first.End(kit.Width(total) + kit.Width(place) + kit.Width(move) + 4)
	first.Put(st.Accent, total).Put(st.Text, place).Gap(1).Put(st.Warn, move).Gap(1).Put(signStyle, sign)

	second := kit.NewRow(area.W).Put(st.Dim, env.Say("tự chấm %s", "self-scored %s", fixed(env, u.Total(scoring.Self))))
	if d := u.Criteria(scoring.Agreed) - u.Criteria(scoring.Self); d != 0 {
		second.Put(st.Dim, env.Say(" · cụm sửa ", " · changed ")).Put(st.Warn, signed(env, d))
	}
	if b := u.Bonus(scoring.Agreed); b != 0 {
		second.Put(st.Dim, env.Say(" · thưởng ", " · bonus ")).Put(st.Good, signed(env, b))
	}
	if p := u.Penalty(scoring.Agreed); p != 0 {
		second.Put(st.Dim, env.Say(" · trừ ", " · penalty ")).Put(st.Bad, signed(env, -p))
	}
	if env.Snap.Rulebook().Rank.By == scoring.ByShare {
		second.Put(st.Dim, fmt.Sprintf(" · %s %%", u.Share(scoring.Agreed).In(env.Lang)))
	}
	switch sanction := u.Sanction(scoring.Agreed); {
	case row.Barred != nil:
		second.Put(st.Dim, " · ").Put(st.Bad, row.Barred.Name.In(env.Lang))
	case sanction != scoring.NoSanction:
		second.Put(st.Dim, " · ").Put(st.Bad, sanction.Name().In(env.Lang))
	}
	return []string{first.String(), second.String()}
}

// movement is how many places a unit has gone up or down.
func movement(up int) string {
	switch {
	case up > 0:
		return fmt.Sprintf("▲%d", up)
	case up < 0:
		return fmt.Sprintf("▼%d", -up)
	}
	return ""
}

func fixed(env screen.Env, p scoring.Points) string { return p.Fixed(env.Lang, 2) }

// signed writes a change with its sign.
func signed(env screen.Env, p scoring.Points) string {
	if p > 0 {
		return "+" + fixed(env, p)
	}
	return fixed(env, p)
}

// Widths of the tree's number columns.
const (
	maxWidth    = 6
	selfWidth   = 6
	agreedWidth = 8
	pointsWidth = 9
	numbers     = maxWidth + selfWidth + agreedWidth + pointsWidth + 2

	treeRoomy = 60 // from this width on, rows are indented by their depth
)

// tree is the head of the columns and the rows in sight.
func (s *Screen) tree(env screen.Env, area kit.Rect) []string {
	st := env.Styles
	head := kit.NewRow(area.W).End(numbers).
		Right(st.Title, env.Say("tối đa", "max"), maxWidth).Right(st.Title, env.Say("tự %", "self %"), selfWidth).
		Right(st.Title, env.Say("cụm %", "agreed %"), agreedWidth).Right(st.Title, env.Say("điểm", "points"), pointsWidth)
	lines := []string{head.String()}
	s.scroll(area.H - 1)
	for i := s.top; i < len(s.rows) && len(lines) < area.H; i++ {
		if r := s.rows[i]; r.grant != nil {
			lines = append(lines, s.grantRow(env, r, area.W))
		} else {
			lines = append(lines, s.nodeRow(env, r.node, i == s.at(), area.W))
		}
	}
	return lines
}

// nodeRow is one criterion or field.
func (s *Screen) nodeRow(env screen.Env, at int, here bool, w int) string {
	st, b, u := env.Styles, env.Snap.Rulebook(), env.Snap.Units()[s.unit]
	n := &b.Criteria[at]
	row := kit.NewRow(w)
	pointer, title := " ", st.Text
	if here {
		row, pointer = kit.NewMarked(w, st.Cursor), "›"
	}
	fold := "  "
	if !n.Scored {
		title, fold = st.Title, "▾ "
		if s.folded[at] {
			fold = "▸ "
		}
	}
	indent := min(n.Depth, max((w-treeRoomy)/4, 0))
	row.Put(st.Accent, pointer).Gap(indent).Put(st.Dim, fold)
	row.Left(title, n.Code+" "+n.Label(), w-numbers-3-indent)
	if !u.Applies(at) {
		row.Put(st.Dim, env.Say("  không áp dụng", "  does not apply"))
		return row.String()
	}
	dim := st.Dim
	row.Right(dim, lang.Decimal(env.Lang, int64(u.Max(at)), 6, 0, 2), maxWidth)
	if !n.Scored {
		row.Gap(selfWidth+agreedWidth).Right(st.Strong, fixed(env, u.Points(scoring.Agreed, at)), pointsWidth)
	} else {
		s.percents(env, row, u, at, here)
	}
	if m := markOf(b, u, at); m != noMark {
		row.Gap(1).Put(markStyle(st, m), marks()[m].sign)
	}
	return row.String()
}

// percents are the self-scored and agreed percent and the points of a scored criterion; what is being typed stands in the
// place of the agreed percent.
func (s *Screen) percents(env screen.Env, row *kit.Row, u *scoring.Unit, at int, here bool) {
	st := env.Styles
	self, scored := u.Percent(scoring.Self, at)
	agreed, settled := u.Percent(scoring.Agreed, at)
	row.Right(st.Dim, percent(env, self, scored), selfWidth)
	points := u.Points(scoring.Agreed, at)
	if e := s.edit; here && e != nil && e.Kind == 0 {
		if o, ok := e.Preview(&env.Snap.State); ok && o.Err == nil {
			points = o.Points
		}
		row.Gap(1).Force(st.Edit, "["+kit.Right(e.Number.In(env.Lang), agreedWidth-3)+"]")
		row.Right(st.Strong, fixed(env, points), pointsWidth)
		return
	}
	style := st.Text
	if agreed != self || settled != scored {
		style = st.Warn
	}
	row.Right(style, percent(env, agreed, settled), agreedWidth)
	row.Right(st.Text, fixed(env, points), pointsWidth)
}

func percent(env screen.Env, p scoring.Percent, scored bool) string {
	if !scored {
		return "∅"
	}
	return p.In(env.Lang)
}

// grantRow is a bonus or penalty that stands.
func (s *Screen) grantRow(env screen.Env, r row, w int) string {
	st, n := env.Styles, env.Snap.Rulebook().Criteria[r.grant.Target]
	points, style, sign := r.grant.Points, st.Good, "+"
	what := env.Say("thưởng tại %s: %s", "bonus at %s: %s", n.Code, r.grant.Reason)
	if r.penalty {
		points, style, sign = -points, st.Bad, "−"
		what = env.Say("trừ tại %s: %s", "penalty at %s: %s", n.Code, r.grant.Reason)
	}
	return kit.NewRow(w).Gap(3).Put(style, sign+" ").Left(st.Dim, what, w-5-pointsWidth-2).Right(style, signed(env, points), pointsWidth).String()
}
