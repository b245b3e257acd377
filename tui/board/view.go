package board

import (
	"fmt"
	"strings"

	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// View draws the board: a line for each unit, two where there is room.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	area := kit.Inset(body, widest)
	t := env.Snap.Standings(scoring.Agreed)
	foot := s.foot(env, area.W)
	rows := area.H - 2 - len(foot)
	each := 1
	if t.Len()*2 <= rows {
		each = 2
	}
	seen := max(rows/each, 1)
	at := t.Place(s.unit)
	s.top = max(min(s.top, at), at-seen+1, 0)
	s.top = max(min(s.top, t.Len()-seen), 0)

	c := columnsFor(area.W)
	lines := []string{c.head(env, area.W), kit.Blank(area.W)}
	decimals := s.decimals(t)
	for i := s.top; i < t.Len() && i < s.top+seen; i++ {
		lines = append(lines, c.row(env, t, i, decimals, t.At(i).Unit == s.unit, area.W))
		if each == 2 {
			lines = append(lines, kit.Blank(area.W))
		}
	}
	lines = append(kit.Fill(lines, area.W, area.H-len(foot)), foot...)
	return screen.View{Parts: []kit.Placed{{Rect: area, Lines: kit.Fill(lines, area.W, area.H)}}}
}

// widest is how wide the board grows: beyond that the eye loses the line.
const widest = 132

// decimals is how many decimals the totals need so that unequal ones differ.
func (s *Screen) decimals(t scoring.Table) int {
	totals := make([]scoring.Points, t.Len())
	for i := range totals {
		totals[i] = t.At(i).Total
	}
	return scoring.Decimals(totals...)
}

// columns are the widths of the board's columns; 0 leaves one out.
type columns struct{ rank, move, name, criteria, bonus, penalty, total, gap, award int }

// columnsFor fits the columns into a width: details go first, the total never.
func columnsFor(w int) columns {
	c := columns{rank: 4, move: 5, total: 12, gap: 10, award: 24}
	if w >= 110 {
		c.criteria, c.bonus, c.penalty = 12, 10, 10
	}
	if w < 70 {
		c.award, c.move = 4, 4
	}
	if w < 50 {
		c.gap = 0
	}
	c.name = max(w-c.rank-c.move-c.criteria-c.bonus-c.penalty-c.total-c.gap-c.award-3, 6)
	return c
}

func (c columns) head(env screen.Env, w int) string {
	st := env.Styles.Title
	row := kit.NewRow(w).Right(st, env.Say("hạng", "rank"), c.rank).Gap(c.move+1).Left(st, env.Say("đơn vị", "unit"), c.name)
	if c.criteria > 0 {
		row.Right(st, env.Say("tiêu chí", "criteria"), c.criteria).Right(st, env.Say("thưởng", "bonus"), c.bonus).Right(st, env.Say("trừ", "penalty"), c.penalty)
	}
	row.Right(st, env.Say("tổng điểm", "total"), c.total).Right(st, env.Say("cách", "gap"), c.gap)
	if c.award > 4 {
		row.Gap(2).Left(st, env.Say("đề nghị khen thưởng", "proposed award"), c.award)
	}
	return row.String()
}

func (c columns) row(env screen.Env, t scoring.Table, i, decimals int, here bool, w int) string {
	st, x := env.Styles, t.At(i)
	u := env.Snap.Units()[x.Unit]
	row := kit.NewRow(w)
	if here {
		row = kit.NewMarked(w, st.Cursor)
	}
	rank := fmt.Sprint(x.Rank)
	if x.Tie == scoring.TieOpen {
		rank += "="
	}
	self := env.Snap.Standings(scoring.Self)
	up := self.At(self.Place(x.Unit)).Rank - x.Rank
	row.Right(st.Accent, rank, c.rank).Gap(1).Left(st.Warn, movement(up), c.move).Left(st.Strong, strings.ToUpper(u.Name()), c.name)
	if c.criteria > 0 {
		row.Right(st.Dim, x.Criteria.Fixed(env.Lang, 2), c.criteria).
			Right(st.Good, grant(env, x.Bonus, "+"), c.bonus).Right(st.Bad, grant(env, x.Penalty, "−"), c.penalty)
	}
	total := x.Total.Fixed(env.Lang, decimals)
	if env.Snap.Rulebook().Rank.By == scoring.ByShare {
		total = u.Share(scoring.Agreed).In(env.Lang) + " %"
	}
	row.Right(st.Strong, total, c.total).Right(st.Dim, gap(env, t, i, decimals), c.gap).Gap(2)
	sign, name, style := award(env, x)
	row.Put(style, sign).Gap(1)
	if c.award > 4 {
		row.Left(style, name, c.award-2)
	}
	return row.String()
}

func movement(up int) string {
	switch {
	case up > 0:
		return fmt.Sprintf("▲%d", up)
	case up < 0:
		return fmt.Sprintf("▼%d", -up)
	}
	return ""
}

func grant(env screen.Env, p scoring.Points, sign string) string {
	if p == 0 {
		return ""
	}
	return sign + p.Fixed(env.Lang, 2)
}

// gap is the distance to the place above, or what decided between equal totals.
func gap(env screen.Env, t scoring.Table, i, decimals int) string {
	if i == 0 {
		return ""
	}
	x, above := t.At(i), t.At(i-1)
	if x.Total != above.Total || env.Snap.Rulebook().Rank.By == scoring.ByShare {
		return (x.Total - above.Total).Fixed(env.Lang, decimals)
	}
	return "="
}

// award is a row's award: sign, words, style. What stands in its way is said as well.
func award(env screen.Env, x scoring.Standing) (sign, name string, style kit.Style) {
	st, b := env.Styles, env.Snap.Rulebook()
	switch {
	case x.Barred != nil:
		return "✗", x.Barred.Name.In(env.Lang), st.Bad
	case x.Sanction == scoring.Excluded:
		return "✗", x.Sanction.Name().In(env.Lang), st.Bad
	case x.Award == scoring.AwardUndecided:
		return "?", env.Say("chưa ngã ngũ: cần biểu quyết", "undecided: vote needed"), st.Warn
	}
	for i, a := range b.Awards {
		if a.ID == x.Award {
			style = st.Silver
			if i == 0 {
				style = st.Gold
			}
			return a.Sign, a.Short.In(env.Lang) + tieNote(env, x), style
		}
	}
	return " ", tieNote(env, x), st.Dim
}

// tieNote says what settled, or did not settle, a tie.
func tieNote(env screen.Env, x scoring.Standing) string {
	switch x.Tie {
	case scoring.TieLevel:
		return env.Say(" · bậc học %s", " · level %s", x.Level.Fixed(env.Lang, 2))
	case scoring.TieVote:
		return env.Say(" · do biểu quyết", " · by vote")
	case scoring.TieOpen:
		return env.Say(" · đồng hạng", " · level")
	}
	return ""
}

// foot is what stands below the ranking: officers and how far the meeting has come.
func (s *Screen) foot(env screen.Env, w int) []string {
	st, b := env.Styles, env.Snap.Rulebook()
	lines := []string{kit.Blank(w)}
	row := kit.NewRow(w)
	if c, ok := b.Cluster(env.Snap.Cluster()); ok {
		o, _ := c.Sitting()
		row.Put(st.Title, env.Say("CỤM TRƯỞNG ", "LEADER ")).Put(st.Text, o.Leader).Gap(3).Put(st.Title, env.Say("CỤM PHÓ ", "DEPUTY ")).Put(st.Text, o.Deputy)
	}
	mark := env.Say("dấu kiểm %s", "fingerprint %s", short(env.Snap.Fingerprint()))
	if row.Space() > kit.Width(mark)+2 {
		row.End(kit.Width(mark)).Put(st.Dim, mark)
	}
	return append(lines, row.String())
}

// short is the beginning of a fingerprint, in groups that can be read aloud.
func short(hash string) string {
	if len(hash) < 12 {
		return hash
	}
	return hash[:4] + " " + hash[4:8] + " " + hash[8:12]
}
