package board

import (
	"fmt"
	"strings"

	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// View draws the board: as large as the terminal allows for all units at once.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	t := env.Snap.Standings(scoring.Agreed)
	foot := s.foot(env, body.W)
	rows := body.H - 1 - len(foot)
	p := planFor(env, t, body.W, rows)
	seen := max(rows/p.height, 1)
	at := t.Place(s.unit)
	s.top = max(min(s.top, at), at-seen+1, 0)
	s.top = max(min(s.top, t.Len()-seen), 0)

	lines := []string{p.head(env, body.W)}
	for i := s.top; i < t.Len() && i < s.top+seen; i++ {
		lines = append(lines, p.block(env, t, i, t.At(i).Unit == s.unit, body.W)...)
	}
	lines = append(kit.Fill(lines, body.W, body.H-len(foot)), foot...)
	return screen.View{Parts: []kit.Placed{{Rect: body, Lines: kit.Fill(lines, body.W, body.H)}}}
}

// plan is how the board is laid out for a terminal: the size of its figures, the lines a unit takes, the widths of the columns.
type plan struct {
	size     kit.FigureSize
	height   int
	decimals int

	rank, move, name, total, gap, award int
	criteria, bonus, penalty            int
}

// What the columns need.
const (
	moveWidth  = 4
	gapWidth   = 10
	awardWidth = 16
	signWidth  = 3
	nameWidth  = 24
)

// planFor chooses the largest figures with which all units fit; details are left out before the total is.
func planFor(env screen.Env, t scoring.Table, w, rows int) plan {
	totals := make([]scoring.Points, t.Len())
	longest := 0
	for i := range totals {
		totals[i] = t.At(i).Total
		longest = max(longest, kit.Width(env.Snap.Units()[t.At(i).Unit].Name()))
	}
	p := plan{decimals: scoring.Decimals(totals...), name: min(max(longest, 8), nameWidth), move: moveWidth, gap: gapWidth, award: awardWidth}
	for _, size := range []kit.FigureSize{kit.FigureBig, kit.FigureSmall, kit.FigurePlain} {
		p.size = size
		p.total, p.rank = 0, 0
		for i := range t.Len() {
			p.total = max(p.total, kit.Width(kit.Figures(p.number(env, t, i), size)[0]))
			p.rank = max(p.rank, kit.Width(kit.Figures(rankText(t.At(i)), size)[0]))
		}
		p.height = size.Height()
		fits := p.rank+1+p.move+p.name+2+p.total+2+signWidth <= w && t.Len()*p.height <= rows
		if size == kit.FigurePlain || fits {
			break
		}
	}
	if t.Len()*(p.height+1) <= rows {
		p.height++ // air between the units
	}
	p.fit(w)
	return p
}

// fit drops columns that have no room, and gives what is left to the award's words.
func (p *plan) fit(w int) {
	left := w - (p.rank + 1 + p.move + p.name + 2 + p.total + 2)
	take := func(width *int, want int) {
		if left < want {
			*width = 0
			return
		}
		*width = want
		left -= want
	}
	if left < signWidth { // a narrow terminal: the name gives way
		p.name = max(p.name-(signWidth-left), 6)
		left = signWidth
	}
	left -= signWidth
	take(&p.gap, gapWidth)
	take(&p.award, awardWidth)
	take(&p.criteria, 12)
	take(&p.bonus, 9)
	take(&p.penalty, 9)
	if p.award > 0 {
		p.award += min(left, 24)
	}
}

// number is what a unit is ranked by, as shown.
func (p *plan) number(env screen.Env, t scoring.Table, i int) string {
	x := t.At(i)
	if env.Snap.Rulebook().Rank.By == scoring.ByShare {
		return env.Snap.Units()[x.Unit].Share(t.Stage()).In(env.Lang) + "%"
	}
	return x.Total.Fixed(env.Lang, p.decimals)
}

func rankText(x scoring.Standing) string {
	if x.Tie == scoring.TieOpen {
		return fmt.Sprint(x.Rank) + "="
	}
	return fmt.Sprint(x.Rank)
}

func (p *plan) head(env screen.Env, w int) string {
	st := env.Styles.Title
	row := kit.NewRow(w).Right(st, kit.Cut(env.Say("hạng", "rank"), max(p.rank, 4)), max(p.rank, 4)).Gap(1+p.move-max(4-p.rank, 0)).Left(st, env.Say("đơn vị", "unit"), p.name).Gap(2)
	row.Right(st, env.Say("tổng điểm", "total"), p.total).Right(st, env.Say("cách", "gap"), p.gap).Gap(2)
	if p.award > 0 {
		row.Left(st, env.Say("đề nghị khen thưởng", "proposed award"), p.award+signWidth)
	} else {
		row.Gap(signWidth)
	}
	row.Right(st, env.Say("tiêu chí", "criteria"), p.criteria).Right(st, env.Say("thưởng", "bonus"), p.bonus).Right(st, env.Say("trừ", "penalty"), p.penalty)
	return row.String()
}

// block is one unit: as many lines as the plan gives it, its words beside the middle of its figures.
func (p *plan) block(env screen.Env, t scoring.Table, i int, here bool, w int) []string {
	st, x := env.Styles, t.At(i)
	u := env.Snap.Units()[x.Unit]
	rank, total := kit.Figures(rankText(x), p.size), kit.Figures(p.number(env, t, i), p.size)
	_, _, awarded := award(env, x)
	middle := len(total) / 2
	var lines []string
	for y := range p.height {
		row := kit.NewRow(w)
		if here && y < len(total) {
			row = kit.NewMarked(w, st.Cursor)
		}
		if y >= len(total) {
			lines = append(lines, row.String())
			continue
		}
		row.Right(st.Accent, rank[y], p.rank).Gap(1)
		if y != middle {
			row.Gap(p.move+p.name+2).Right(awarded, total[y], p.total)
			lines = append(lines, row.String())
			continue
		}
		row.Left(st.Warn, movement(placesWon(env, x)), p.move).Left(st.Strong, strings.ToUpper(u.Name()), p.name).Gap(2).Right(awarded, total[y], p.total)
		p.words(env, row, t, i)
		lines = append(lines, row.String())
	}
	return lines
}

// words are a unit's gap, award and what its total is made of.
func (p *plan) words(env screen.Env, row *kit.Row, t scoring.Table, i int) {
	st, x := env.Styles, t.At(i)
	if p.gap > 0 {
		row.Right(st.Dim, gap(env, t, i, p.decimals), p.gap)
	}
	sign, name, style := award(env, x)
	row.Gap(2).Left(style, sign, signWidth-1).Gap(1)
	if p.award > 0 {
		row.Left(style, name, p.award)
	}
	if p.criteria > 0 {
		row.Right(st.Dim, x.Criteria.Fixed(env.Lang, 2), p.criteria)
	}
	if p.bonus > 0 {
		row.Right(st.Good, grant(env, x.Bonus, "+"), p.bonus)
	}
	if p.penalty > 0 {
		row.Right(st.Bad, grant(env, x.Penalty, "−"), p.penalty)
	}
}

// placesWon is how many places better a unit stands than by the self-scores.
func placesWon(env screen.Env, x scoring.Standing) int {
	self := env.Snap.Standings(scoring.Self)
	return self.At(self.Place(x.Unit)).Rank - x.Rank
}
