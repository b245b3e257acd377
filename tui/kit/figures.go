package kit

import "strings"

// Figures are numbers large enough for the back row, drawn from block characters: every figure is three dots wide and
// five high. Small ones put two dots into a cell, one above the other, and are three lines high; big ones give a dot
// two cells and are five lines high.

// FigureSize is how large figures are drawn.
type FigureSize uint8

// The sizes: plain text on one line, three lines, five lines.
const (
	FigurePlain FigureSize = iota
	FigureSmall
	FigureBig
)

// Height is how many lines figures of the size take.
func (s FigureSize) Height() int { return [...]int{1, 3, 5}[s] }

// glyph gives the dots of a character, top to bottom; ok is false for one that has none.
func glyph(r rune) (dots [5]string, ok bool) {
	switch r {
	case '0':
		return [5]string{"###", "# #", "# #", "# #", "###"}, true
	case '1':
		return [5]string{" # ", "## ", " # ", " # ", "###"}, true
	case '2':
		return [5]string{"###", "  #", "###", "#  ", "###"}, true
	case '3':
		return [5]string{"###", "  #", "###", "  #", "###"}, true
	case '4':
		return [5]string{"# #", "# #", "###", "  #", "  #"}, true
	case '5':
		return [5]string{"###", "#  ", "###", "  #", "###"}, true
	case '6':
		return [5]string{"###", "#  ", "###", "# #", "###"}, true
	case '7':
		return [5]string{"###", "  #", "  #", "  #", "  #"}, true
	case '8':
		return [5]string{"###", "# #", "###", "# #", "###"}, true
	case '9':
		return [5]string{"###", "# #", "###", "  #", "###"}, true
	case '.':
		return [5]string{" ", " ", " ", " ", "#"}, true
	case ',':
		return [5]string{"  ", "  ", "  ", " #", "# "}, true
	case '%':
		return [5]string{"# #", "  #", " # ", "#  ", "# #"}, true
	case '=':
		return [5]string{"   ", "###", "   ", "###", "   "}, true
	case '−', '-':
		return [5]string{"   ", "   ", "###", "   ", "   "}, true
	case ' ':
		return [5]string{" ", " ", " ", " ", " "}, true
	}
	return dots, false
}

// Figures draws a number; all its lines have the same width. A character without a figure is left out.
func Figures(s string, size FigureSize) []string {
	if size == FigurePlain {
		return []string{s}
	}
	dots := [5]string{}
	for _, r := range s {
		g, ok := glyph(r)
		if !ok {
			continue
		}
		for i := range dots {
			if dots[i] != "" {
				dots[i] += " "
			}
			dots[i] += g[i]
		}
	}
	if size == FigureBig {
		lines := make([]string, 5)
		for i, d := range dots {
			lines[i] = strings.NewReplacer("#", "██", " ", "  ").Replace(d)
		}
		return lines
	}
	lines := make([]string, 3)
	for i := range lines {
		upper, lower := dots[2*i], strings.Repeat(" ", len(dots[0]))
		if 2*i+1 < len(dots) {
			lower = dots[2*i+1]
		}
		var b strings.Builder
		for x := range upper {
			switch {
			case upper[x] == '#' && lower[x] == '#':
				b.WriteString("█")
			case upper[x] == '#':
				b.WriteString("▀")
			case lower[x] == '#':
				b.WriteString("▄")
			default:
				b.WriteString(" ")
			}
		}
		lines[i] = b.String()
	}
	return lines
}
