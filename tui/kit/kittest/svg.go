// Package kittest is what the tests of screens share: the README's pictures are screens of the program, drawn from what
// it really shows.
package kittest

import (
	"fmt"
	"html"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

// Measures of the picture, in pixels: a cell of a common monospaced font.
const (
	cellW, cellH = 8.4, 18.0
	border       = 14.0
)

// SVG draws a screen of so many cells as a picture that any browser shows the same way: text is placed run by run,
// backgrounds and block characters are rectangles.
func SVG(screen string, w, h int) string {
	buf := uv.NewScreenBuffer(w, h)
	uv.NewStyledString(screen).Draw(buf, uv.Rect(0, 0, w, h))
	var b strings.Builder
	pw, ph := float64(w)*cellW+2*border, float64(h)*cellH+2*border
	fmt.Fprintf(&b,
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f" `+
			`font-family="'DejaVu Sans Mono','Cascadia Mono','Menlo','Consolas',monospace" font-size="14">`+"\n",
		pw, ph, pw, ph)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="#12151b"/>`+"\n")
	for y := range h {
		for x := 0; x < w; {
			end := x + 1
			for end < w && sameRun(buf.CellAt(x, y), buf.CellAt(end, y)) {
				end++
			}
			run(&b, buf, x, end, y)
			x = end
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// sameRun reports whether two cells can be drawn together.
func sameRun(a, b *uv.Cell) bool {
	return a.Style.Equal(&b.Style) && (block(a.Content) == block(b.Content)) && !wide(a) && !wide(b)
}

func block(s string) bool { return strings.ContainsAny(s, "█▀▄▔━─") && s != "" }

// wide reports whether fonts draw a sign in another width than the terminal's.
func wide(c *uv.Cell) bool {
	return strings.ContainsAny(c.Content, "⚑●▲▼◇∅≠▸▾✓✎")
}

func run(b *strings.Builder, buf uv.ScreenBuffer, from, to, y int) {
	st := buf.CellAt(from, y).Style
	fg, bg := hex(st.Fg, "#d7dae0"), hex(st.Bg, "")
	if st.Attrs&uv.AttrReverse != 0 {
		fg, bg = "#12151b", fg
	}
	left, top := border+float64(from)*cellW, border+float64(y)*cellH
	if bg != "" {
		fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"/>`+"\n", left, top,
			float64(to-from)*cellW, cellH, bg)
	}
	var text strings.Builder
	for x := from; x < to; x++ {
		c := buf.CellAt(x, y).Content
		if c == "" {
			c = " "
		}
		text.WriteString(c)
	}
	if strings.TrimSpace(text.String()) == "" {
		return
	}
	if block(buf.CellAt(from, y).Content) {
		blocks(b, text.String(), left, top, fg)
		return
	}
	weight := ""
	if st.Attrs&uv.AttrBold != 0 {
		weight = ` font-weight="bold"`
	}
	fmt.Fprintf(b,
		`<text x="%.1f" y="%.1f" fill="%s"%s xml:space="preserve" textLength="%.1f" `+
			`lengthAdjust="spacingAndGlyphs">%s</text>`+"\n",
		left, top+cellH*0.75, fg, weight, float64(to-from)*cellW, html.EscapeString(text.String()))
}

// blocks draws block characters and lines as rectangles: fonts leave gaps between them.
func blocks(b *strings.Builder, text string, left, top float64, fill string) {
	for i, r := range []rune(text) {
		y, h := 0.0, cellH
		switch r {
		case '▀':
			h = cellH / 2
		case '▄':
			y, h = cellH/2, cellH/2
		case '▔':
			h = 2
		case '━':
			y, h = cellH/2-1.5, 3
		case '─':
			y, h = cellH/2-0.5, 1
		case '█':
		default:
			continue
		}
		fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"/>`+"\n", left+float64(i)*cellW,
			top+y, cellW+0.1, h, fill)
	}
}

func hex(c color.Color, none string) string {
	if c == nil {
		return none
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
