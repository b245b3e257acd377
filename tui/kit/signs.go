package kit

import "strings"

// Signs are the characters that pictures are drawn with. Pictures are drawn here and by no library: those that there
// are draw on a canvas of their own, in colours of their own, and say with colour alone what a room must read without.
type Signs struct {
	bars    []string // a cell filled from the left, by equal parts; the last is full
	columns []string // a cell filled from below
	shades  []string // from next to nothing to full

	Median string // the middle of all, on a bar
	Self   string // what a unit gave itself, on a bar
	Unit   string // a unit on a line
	Line   string // what has to be reached, across a line
	Axis   string // the line itself
	Half   string // the upper half of a cell that is full; empty: there is no such sign

	lines, heavy [6]string // along, down, and the corners ╮ ╰ ╯ ╭

	set SignSet
}

// Set is the set that they are.
func (g *Signs) Set() SignSet { return g.set }

// SignSet is what a terminal can draw with.
type SignSet uint8

// The sets.
const (
	Blocks  SignSet = iota // all block characters
	Console                // those of the console without a window: halves of blocks, square corners
	Typed                  // no others than a typewriter has
)

// SignsFor is the set that an environment says its terminal can draw, by the value of each variable.
func SignsFor(env func(string) string) SignSet {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if set := strings.ToLower(env(name)); set != "" {
			if !strings.Contains(set, "utf-8") && !strings.Contains(set, "utf8") {
				return Typed
			}
			break
		}
	}
	if env("TERM") == "linux" {
		return Console
	}
	return Blocks
}

// Signs are the signs of the set.
func (s SignSet) Signs() *Signs {
	signs := s.signs()
	signs.set = s
	return signs
}

func (s SignSet) signs() *Signs {
	switch s {
	case Typed:
		return &Signs{
			bars: []string{"#"}, columns: []string{"_", "-", "=", "#"}, shades: []string{" ", ".", ":", "+", "#"},
			Median: "!", Self: "o", Unit: "*", Line: "|", Axis: "-",
			lines: [6]string{"-", "|", ".", "'", "'", "."}, heavy: [6]string{"=", "|", "+", "+", "+", "+"},
		}
	case Console:
		return &Signs{
			bars: []string{"▌", "█"}, columns: []string{"▄", "█"}, shades: []string{" ", "░", "▒", "▓", "█"},
			Median: "│", Self: "o", Unit: "■", Line: "│", Axis: "─", Half: "▀",
			lines: [6]string{"─", "│", "┐", "└", "┘", "┌"}, heavy: [6]string{"═", "║", "╗", "╚", "╝", "╔"},
		}
	}
	return &Signs{
		bars:    []string{"▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"},
		columns: []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
		shades:  []string{"·", "░", "▒", "▓", "█"},
		Median:  "┃", Self: "◇", Unit: "█", Line: "│", Axis: "─", Half: "▀",
		lines: [6]string{"─", "│", "╮", "╰", "╯", "╭"}, heavy: [6]string{"━", "┃", "┓", "┗", "┛", "┏"},
	}
}

// Bar is a bar of so many cells to the whole, as long as the part is, to an eighth of a cell. A part that is more than
// nothing is seen.
func (g *Signs) Bar(part, whole int64, w int) string {
	n := len(g.bars)
	full, rest := filled(part, whole, w, n)
	if rest == 0 {
		return Line(g.bars[n-1], full)
	}
	return Line(g.bars[n-1], full) + g.bars[rest-1]
}

// Column is a bar that stands in one cell, on so many lines from the top.
func (g *Signs) Column(part, whole int64, h int) []string {
	n := len(g.columns)
	full, rest := filled(part, whole, h, n)
	out := make([]string, h)
	for i := range out {
		switch above := h - 1 - i; {
		case above < full:
			out[i] = g.columns[n-1]
		case above == full && rest > 0:
			out[i] = g.columns[rest-1]
		default:
			out[i] = " "
		}
	}
	return out
}

// filled is how many whole cells of w a part fills, and how many n-ths of the next one.
func filled(part, whole int64, w, n int) (full, rest int) {
	if whole <= 0 || part <= 0 || w <= 0 {
		return 0, 0
	}
	at := w * n
	if part < whole {
		at = int(float64(part) / float64(whole) * float64(w*n))
	}
	at = max(at, 1)
	return at / n, at % n
}

// Shade is how dark a cell of a heat map is for a part of the whole.
func (g *Signs) Shade(part, whole int64) string {
	if whole <= 0 || part <= 0 {
		return g.shades[0]
	}
	last := int64(len(g.shades) - 1)
	return g.shades[min(part*last/whole, last)]
}

// Mark is something at a cell of a line.
type Mark struct {
	At    int
	Sign  string
	Style Style
}

// Strip draws marks on a line of w cells; of two on one cell the later shows.
func (g *Signs) Strip(row *Row, axis Style, w int, marks ...Mark) {
	cells := make([]*Mark, w)
	for i := range marks {
		if at := marks[i].At; at >= 0 && at < w {
			cells[at] = &marks[i]
		}
	}
	for x := 0; x < w; {
		if m := cells[x]; m != nil {
			row.Put(m.Style, m.Sign)
			x++
			continue
		}
		end := x
		for end < w && cells[end] == nil {
			end++
		}
		row.Put(axis, Line(g.Axis, end-x))
		x = end
	}
}

// Labels puts texts below the cells of a line that they belong to, on as many lines as they need so that none touches
// another; one for which the lines are full is left out.
func Labels(w, lines int, labels []Mark) [][]Mark {
	out := make([][]Mark, 0, lines)
	ends := make([]int, lines) // the first free cell of each line
	for _, l := range labels {
		n := Width(l.Sign)
		at := max(min(l.At-n/2, w-n), 0)
		for i := range lines {
			if ends[i] > 0 && ends[i]+1 > at {
				continue
			}
			for len(out) <= i {
				out = append(out, nil)
			}
			l.At = at
			out[i], ends[i] = append(out[i], l), at+n
			break
		}
	}
	return out
}

// Spread writes texts on a line, each at its cell, from left to right.
func Spread(w int, labels []Mark) string {
	row := NewRow(w)
	for _, l := range labels {
		row.Gap(l.At-(w-row.Space())).Put(l.Style, l.Sign)
	}
	return row.String()
}

// blankCells is a canvas of so many lines of w cells.
func blankCells(w, h int) [][]string {
	all := make([][]string, h)
	for y := range all {
		all[y] = strings.Split(strings.Repeat(" ", w), "")
	}
	return all
}
