package overlay

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// page is a text to read, perhaps longer than the screen.
type page struct {
	id    ID
	write func(Env, *sheet)
	leads screen.ID // where what is open is settled; empty: nothing is
	pager kit.Pager
}

// ID is what is written on the page.
func (p *page) ID() ID { return p.id }

// Keys close the page and move through it.
func (p *page) Keys(Env) []kit.Binding {
	keys := append([]kit.Binding{closing("f1", "enter", "?", "ctrl+q")}, p.pager.Keys(50)...)
	if p.leads == "" {
		return keys
	}
	return append(keys, kit.Binding{Action: doSettle, Keys: kit.Named(p.leads.Key()), Shown: p.leads.Key(), Weight: 80,
		Label: lang.Text{VI: "đến nơi giải quyết", EN: "go and settle it"},
		Help:  lang.Text{VI: "đến màn hình giải quyết điều còn mở", EN: "go to where what is open is settled"}})
}

// Do carries out an action.
func (p *page) Do(_ Env, a kit.Action) Effect {
	switch a {
	case doClose:
		return Effect{Close: true}
	case doSettle:
		return Effect{Close: true, Effect: screen.Effect{Go: p.leads, At: screen.Place{Unit: -1, Node: -1}}}
	}
	p.pager.Do(a)
	return Effect{}
}

// Scroll moves through the page; its end is known when it is drawn.
func (p *page) Scroll(_ Env, rows int) { p.pager.Move(rows) }

// Draw draws the page from its first visible line on.
func (p *page) Draw(env Env, body kit.Rect) screen.View {
	text := p.text(env, body.W)
	if len(text) > body.H {
		text = p.text(env, p.pager.Width(body.W))
	}
	return over(body, p.pager.Draw(env.Styles, text, body.H))
}

// text is the page in lines of w cells.
func (p *page) text(env Env, w int) []string {
	s := &sheet{area: w, w: min(w, widestPage)}
	p.write(env, s)
	return s.lines
}

// Speak reads the page, a paragraph a line.
func (p *page) Speak(env Env) (said []string) {
	s := &sheet{area: widestLine, w: widestLine, spoken: true}
	p.write(env, s)
	for _, line := range s.lines {
		if line = strings.Join(strings.Fields(ansi.Strip(line)), " "); line != "" {
			said = append(said, line)
		}
	}
	return said
}

// over covers the body with lines.
func over(body kit.Rect, lines []string) screen.View {
	return screen.View{Parts: []kit.Placed{{Rect: body, Lines: kit.Fill(lines, body.W, body.H)}}}
}

const (
	widestPage = 100 // cells that a page to read grows to
	widestLine = 400 // cells of what is read aloud
)

// sheet is what a page is written on.
type sheet struct {
	lines  []string
	area   int  // cells of a line
	w      int  // cells used for text
	spoken bool // it is read aloud: pictures are left out
}

// add writes a paragraph.
func (s *sheet) add(style kit.Style, text string) {
	for _, line := range kit.Wrap(text, s.w, 0) {
		s.row(s.newRow().Put(style, line))
	}
}

func (s *sheet) newRow() *kit.Row { return kit.NewRow(s.area) }

func (s *sheet) row(r *kit.Row) { s.lines = append(s.lines, r.String()) }

func (s *sheet) blank() { s.lines = append(s.lines, kit.Blank(s.area)) }
