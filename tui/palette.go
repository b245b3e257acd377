package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/data/names"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// palette finds any unit, criterion or action by what is typed, with or without diacritics.
type palette struct {
	field kit.Field
	items []item // everything there is
	found []int  // what fits, best first, as indexes of items
	at    int    // the one that Enter takes
	top   int
}

// item is one thing to find.
type item struct {
	label lang.Text
	kind  lang.Text
	bare  string // what is searched: both languages, without diacritics
	name  string // the part of it that names the thing, where a hit counts most
	first string // the first letters of its words
	shown string // its key, for actions
	off   lang.Text
	take  func(m *Model) tea.Cmd
}

// prepared is the criteria of a rulebook, ready to be found.
type prepared struct {
	book  *scoring.Rulebook
	items []item
}

// newPalette gathers what can be found now.
func newPalette(m *Model) *palette {
	p := &palette{field: kit.NewField(80)}
	p.units(m)
	p.actions(m)
	p.criteria(m)
	p.search()
	return p
}

func (p *palette) add(kind, label lang.Text, it item) {
	it.kind, it.label = kind, label
	it.bare = names.Bare(label.VI + " " + label.EN + " " + kind.VI + " " + kind.EN)
	it.first = initialsOf(it.bare)
	if it.name == "" {
		it.name = it.bare
	}
	p.items = append(p.items, it)
}

func (p *palette) units(m *Model) {
	all := m.seen.Units()
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	c := names.NewCollator()
	slices.SortStableFunc(order, func(a, b int) int { return c.Compare(all[a].Name(), all[b].Name()) })
	for _, i := range order {
		p.add(lang.Text{VI: "đơn vị", EN: "unit"}, lang.Both(all[i].Name()), item{take: func(m *Model) tea.Cmd {
			switch id := m.on(); id {
			case screen.Record, screen.Vote, screen.Ceremony: // they are about no unit in particular
				m.goTo(screen.Review, screen.Place{Unit: i, Node: -1})
			default:
				m.goTo(id, screen.Place{Unit: i, Node: -1})
			}
			return nil
		}})
	}
}

// criteria are the same for the whole meeting: they are prepared once in a session.
func (p *palette) criteria(m *Model) {
	if m.criteria.book == m.seen.Rulebook() {
		p.items = append(p.items, m.criteria.items...)
		return
	}
	before := len(p.items)
	defer func() {
		m.criteria.book, m.criteria.items = m.seen.Rulebook(), slices.Clone(p.items[before:])
	}()
	for i, c := range m.seen.Rulebook().Criteria {
		p.add(lang.Text{VI: "tiêu chí", EN: "criterion"}, lang.Both(c.Code+" "+c.Title),
			item{take: func(m *Model) tea.Cmd {
				id := m.on()
				if id != screen.Compare {
					id = screen.Review
				}
				m.goTo(id, screen.Place{Unit: -1, Node: i})
				return nil
			}})
	}
}

func (p *palette) actions(m *Model) {
	for _, b := range append(m.here().Keys(m.env()), m.globalKeys()...) {
		if b.Action == doPalette || len(b.Keys) != 1 && b.Keys[0] == "0" {
			continue
		}
		p.add(lang.Text{VI: "lệnh", EN: "action"}, lang.Sayf("%s: %s", "%s: %s", b.Label, b.Help),
			item{shown: b.Shown, name: names.Bare(b.Label.VI + " " + b.Label.EN), off: b.Off,
				take: func(m *Model) tea.Cmd { return m.press(b, b.Keys[0]) }})
	}
}

// search lists what fits what has been typed: every word of it somewhere, best where words begin with it.
func (p *palette) search() {
	words := strings.Fields(names.Bare(p.field.Value()))
	type hit struct{ index, score int }
	var hits []hit
	for i, it := range p.items {
		if score, ok := fit(it, words); ok {
			hits = append(hits, hit{i, score})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return b.score - a.score })
	p.found = p.found[:0]
	for _, h := range hits {
		p.found = append(p.found, h.index)
	}
	p.at, p.top = 0, 0
}

// fit scores how well words fit a text; ok is false if one of them fits nowhere. A word may also be the first letters
// of several («gdmn» finds «giáo dục mầm non»).
func fit(it item, words []string) (score int, ok bool) {
	for _, w := range words {
		switch i := strings.Index(it.bare, w); {
		case i == 0 || i > 0 && it.bare[i-1] == ' ':
			score += 30
		case i > 0:
			score += 15
		case len(w) >= 2 && strings.Contains(it.first, w):
			score += 5
		default:
			return 0, false
		}
		if strings.Contains(it.name, w) {
			score += 20
		}
	}
	return score - len(it.bare)/40, true
}

// initialsOf are the first letters of the words of a text.
func initialsOf(text string) string {
	var b strings.Builder
	for _, w := range strings.Fields(text) {
		b.WriteByte(w[0])
	}
	return b.String()
}

func (p *palette) key(_ *Model, msg tea.KeyPressMsg) {
	if p.field.Key(msg) {
		p.search()
	}
}

func (p *palette) insert(_ *Model, text string) {
	p.field.Insert(text)
	p.search()
}

func (p *palette) move(by int) {
	p.at = max(min(p.at+by, len(p.found)-1), 0)
}

// choose takes what is selected.
func (p *palette) choose(m *Model) tea.Cmd {
	m.front.close()
	if p.at >= len(p.found) {
		return nil
	}
	it := p.items[p.found[p.at]]
	if !it.off.IsZero() {
		m.note = note{text: it.off, alarm: true}
		return nil
	}
	return it.take(m)
}

func (p *palette) draw(m *Model, area kit.Rect) (lines []string, cursor int) {
	st, l := m.styles, m.opts.Lang
	prompt := lang.Sayf("Tìm: ", "Find: ").In(l)
	text, at := p.field.View(max(area.W-kit.Width(prompt), 1))
	lines = []string{kit.NewRow(area.W).Put(st.Title, prompt).Put(st.Edit, text).String(),
		st.Rule.Render(kit.Line("─", area.W))}
	rows := max(area.H-len(lines), 1)
	p.top = max(min(p.top, p.at), p.at-rows+1)
	for i := p.top; i < len(p.found) && len(lines) < area.H; i++ {
		it := p.items[p.found[i]]
		row := kit.NewRow(area.W)
		if i == p.at {
			row = kit.NewMarked(area.W, st.Cursor)
		}
		style := st.Text
		if !it.off.IsZero() {
			style = st.Dim
		}
		row.Left(st.Dim, it.kind.In(l), 11).Left(style, it.label.In(l), max(area.W-11-10, 10)).Right(st.Key, it.shown,
			10)
		lines = append(lines, row.String())
	}
	if len(p.found) == 0 {
		lines = append(lines,
			kit.NewRow(area.W).Put(st.Dim, lang.Sayf("Không tìm thấy gì.", "Nothing found.").In(l)).String())
	}
	return kit.Fill(lines, area.W, area.H), kit.Width(prompt) + at
}
