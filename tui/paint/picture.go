package paint

import (
	"fmt"
	"image/color"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"thidua/tui/kit"
)

// Picture is what stands on a terminal, all of it.
type Picture struct {
	W, H   int         // cells
	Lines  []string    // one for each row, in the default style at both ends; what is missing is blank
	Cursor *kit.Cursor // nil: it is not shown
	Colours
}

// Colours are those below all others, as "#rrggbb"; empty: the terminal's own.
type Colours struct{ Text, Background string }

// Of is the picture of a view on a terminal.
func Of(v tea.View, w, h int) *Picture {
	p := &Picture{W: w, H: h, Lines: strings.Split(v.Content, "\n"),
		Colours: Colours{hex(v.ForegroundColor), hex(v.BackgroundColor)}}
	p.Lines = p.Lines[:min(len(p.Lines), h)]
	if c := v.Cursor; c != nil && c.X >= 0 && c.X < w && c.Y >= 0 && c.Y < h {
		p.Cursor = &kit.Cursor{X: c.X, Y: c.Y}
	}
	return p
}

func hex(c color.Color) string {
	if c == nil {
		return ""
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// line is a row.
func (p *Picture) line(y int) string {
	if y < len(p.Lines) {
		return p.Lines[y]
	}
	return ""
}

// from is what brings the colours of a terminal from others to these.
func (c Colours) from(was Colours) (s string) {
	if c.Text != was.Text {
		s += colour(c.Text, ansi.SetForegroundColor, ansi.ResetForegroundColor)
	}
	if c.Background != was.Background {
		s += colour(c.Background, ansi.SetBackgroundColor, ansi.ResetBackgroundColor)
	}
	return s
}

func colour(c string, set func(string) string, reset string) string {
	if c == "" {
		return reset
	}
	return set(c)
}
