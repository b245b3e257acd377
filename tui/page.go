package tui

import (
	"strings"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// draw draws the page from its first visible line on.
func (p *page) draw(m *Model, area kit.Rect) []string {
	var lines []string
	switch {
	case p.help:
		lines = m.helpPage(area.W)
	case p.join:
		lines = m.joinPage(area.W)
	default:
		lines = m.whyPage(*p.why, area.W)
	}
	p.top = max(min(p.top, len(lines)-area.H), 0)
	return kit.Fill(lines[p.top:], area.W, area.H)
}

// widestPage is how wide a page to read grows.
const widestPage = 100

// sheet writes paragraphs of a page.
type sheet struct {
	lines []string
	area  int // cells of a line
	w     int // cells used for text
}

func newSheet(area int) *sheet { return &sheet{area: area, w: min(area, widestPage)} }

func (s *sheet) add(style kit.Style, text string) {
	for _, line := range kit.Wrap(text, s.w, 0) {
		s.lines = append(s.lines, kit.NewRow(s.area).Put(style, line).String())
	}
}

func (s *sheet) blank() { s.lines = append(s.lines, kit.Blank(s.area)) }

// helpPage explains the screen and lists its keys.
func (m *Model) helpPage(area int) []string {
	st, l, p := m.styles, m.opts.Lang, newSheet(area)
	p.add(st.Strong, strings.ToUpper(m.here().Title().In(l)))
	p.add(st.Text, m.here().Help().In(l))
	p.blank()
	for _, b := range m.offered() {
		row := kit.NewRow(area).Right(st.Key, b.Shown, 11).Gap(2).Put(st.Text, b.Help.In(l))
		if !b.Off.IsZero() {
			row.Put(st.Dim, " ("+b.Off.In(l)+")")
		}
		p.lines = append(p.lines, row.String())
	}
	p.blank()
	p.add(st.Dim,
		lang.Sayf("Bộ tiêu chí: %s · %s", "Rulebook: %s · %s", m.seen.Rulebook().Title, m.seen.Rulebook().Source).In(l))
	return p.lines
}

// whyPage says why a number is what it is: the sum, remarks, and the clauses.
func (m *Model) whyPage(e scoring.Explanation, area int) []string {
	st, l, p := m.styles, m.opts.Lang, newSheet(area)
	p.add(st.Strong, e.Title.In(l))
	p.blank()
	label, how := 0, 0
	for _, t := range e.Terms {
		label = max(label, kit.Width(t.Label.In(l)))
		how = max(how, kit.Width(t.How.In(l)))
	}
	label, how = min(label, p.w/2), min(how, p.w/2-14)
	for _, t := range e.Terms {
		row := kit.NewRow(area).Gap(2).Left(st.Text, t.Label.In(l), label).Gap(2).Left(st.Dim, t.How.In(l),
			max(how, 0)).Right(st.Strong, t.Points.In(l), 12)
		p.lines = append(p.lines, row.String())
	}
	if len(e.Terms) > 1 && e.Terms[0].Node >= 0 {
		p.lines = append(p.lines, kit.NewRow(area).Gap(2).Put(st.Rule, kit.Line("─", label+2+max(how, 0)+12)).String())
		p.lines = append(p.lines,
			kit.NewRow(area).Gap(2).Left(st.Text, lang.Sayf("cộng", "sum").In(l),
				label).Gap(2+max(how, 0)).Right(st.Accent, e.Sum().In(l), 12).String())
	}
	if !e.Result.IsZero() {
		p.blank()
		p.add(st.Accent, "= "+e.Result.In(l))
	}
	if len(e.Notes) > 0 {
		p.blank()
	}
	for _, n := range e.Notes {
		p.add(st.Text, n.In(l))
	}
	if len(e.Clauses) > 0 {
		p.blank()
		p.add(st.Title, lang.Sayf("THEO ĐIỀU KHOẢN · %s", "BY CLAUSE · %s", m.seen.Rulebook().Source).In(l))
	}
	for _, c := range e.Clauses {
		p.add(st.Dim, c.ID+": "+c.Text.In(l))
	}
	return p.lines
}
