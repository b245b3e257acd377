package start

import (
	"slices"
	"strings"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// text is something to read, with keys of its own beside those that go through it.
type text struct {
	head  lang.Text
	help  lang.Text
	write func(env screen.Env, w int) []string // the lines, of at most w cells
	own   func() []kit.Binding
	act   func(env screen.Env, a kit.Action) effect
	pager kit.Pager
}

func (t *text) title() lang.Text { return t.head }
func (t *text) about() lang.Text { return t.help }

func (t *text) keys() []kit.Binding {
	var keys []kit.Binding
	if t.own != nil {
		keys = t.own()
	}
	return slices.Concat(keys, []kit.Binding{leaving()}, t.pager.Keys(50))
}

func (t *text) do(env screen.Env, a kit.Action) effect {
	switch {
	case a == doBack:
		return effect{back: true}
	case t.pager.Do(a) || t.act == nil:
		return effect{}
	}
	return t.act(env, a)
}

func (t *text) draw(env screen.Env, body kit.Rect) screen.View {
	lines := t.write(env, body.W)
	if len(lines) > body.H {
		lines = t.write(env, t.pager.Width(body.W))
	}
	return whole(body, t.pager.Draw(env.Styles, lines, body.H))
}

func (t *text) click(screen.Env, int, int) effect { return effect{} }
func (t *text) wheel(rows int)                    { t.pager.Move(rows) }

// widest is how many cells a text to read grows to.
const widest = 100

// paragraph breaks a text into lines of w cells, of which the text takes as many as can be read with ease.
func paragraph(st kit.Style, said string, w int) (lines []string) {
	most := min(w, widest)
	if w == widestLine { // it is read aloud
		most = w
	}
	for line := range strings.Lines(said) {
		for _, part := range kit.Wrap(strings.TrimRight(line, "\n"), most, 0) {
			lines = append(lines, kit.NewRow(w).Put(st, part).String())
		}
	}
	return lines
}
