package kit

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Banners are names large enough for the back row, with all the marks of Vietnamese. A letter is five dots wide and
// seven high. A tone stands at the right of what else is above a letter, but for ngã, which is too wide and stands
// above that. A cell holds two dots, one above the other.

// Parts of a letter's height, in dots from the top: where ngã stands above another mark, marks and tones, a gap, the
// letter, a gap, the dot below.
const (
	bannerHigh   = 0
	bannerMark   = 2
	bannerLetter = 5
	bannerBelow  = 13
	bannerDots   = 14

	markWidth = 5
)

// font has the letters in seven rows of dots each, from the top.
const font = `
A .###. #...# #...# ##### #...# #...# #...#
B ####. #...# #...# ####. #...# #...# ####.
C .#### #.... #.... #.... #.... #.... .####
D ####. #...# #...# #...# #...# #...# ####.
Đ .####. .#...# .#...# ###..# .#...# .#...# .####.
E ##### #.... #.... ####. #.... #.... #####
F ##### #.... #.... ####. #.... #.... #....
G .#### #.... #.... #..## #...# #...# .####
H #...# #...# #...# ##### #...# #...# #...#
I ### .#. .#. .#. .#. .#. ###
J ..### ...#. ...#. ...#. ...#. #..#. .##..
K #...# #..#. #.#.. ##... #.#.. #..#. #...#
L #.... #.... #.... #.... #.... #.... #####
M #...# ##.## #.#.# #.#.# #...# #...# #...#
N #...# ##..# #.#.# #..## #...# #...# #...#
O .###. #...# #...# #...# #...# #...# .###.
P ####. #...# #...# ####. #.... #.... #....
Q .###. #...# #...# #...# #.#.# #..#. .##.#
R ####. #...# #...# ####. #.#.. #..#. #...#
S .#### #.... #.... .###. ....# ....# ####.
T ##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..
U #...# #...# #...# #...# #...# #...# .###.
V #...# #...# #...# #...# #...# .#.#. ..#..
W #...# #...# #...# #.#.# #.#.# ##.## #...#
X #...# #...# .#.#. ..#.. .#.#. #...# #...#
Y #...# #...# .#.#. ..#.. ..#.. ..#.. ..#..
Z ##### ....# ...#. ..#.. .#... #.... #####
0 .###. #...# #..## #.#.# ##..# #...# .###.
1 ..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.
2 .###. #...# ....# ..##. .#... #.... #####
3 ####. ....# ....# .###. ....# ....# ####.
4 #...# #...# #...# ##### ....# ....# ....#
5 ##### #.... ####. ....# ....# #...# .###.
6 .###. #.... #.... ####. #...# #...# .###.
7 ##### ....# ...#. ..#.. ..#.. ..#.. ..#..
8 .###. #...# #...# .###. #...# #...# .###.
9 .###. #...# #...# .#### ....# ....# .###.
- ... ... ... ### ... ... ...
– ... ... ... ### ... ... ...
. . . . . . . #
, .. .. .. .. .. .# #.
`

// mark is what stands above or below a letter: two rows of dots, over a letter five dots wide, and the row at which it
// begins.
type mark struct {
	dots [2]string
	row  int
}

// above is how the marks above a letter share the place.
type above uint8

const (
	alone   above = iota
	beside        // a tone at the right of another mark
	stacked       // ngã above another mark
)

func aboveOf(marks string) above {
	switch {
	case !strings.ContainsAny(marks, "\u0302\u0306"):
		return alone
	case strings.ContainsRune(marks, '\u0303'):
		return stacked
	case strings.ContainsAny(marks, "\u0301\u0300\u0309"):
		return beside
	}
	return alone
}

// markOf is a mark, as it stands among the others.
func markOf(r rune, a above) (m mark, ok bool) {
	m.row = bannerMark
	switch {
	case r == '\u0302' && a == beside: // circumflex
		m.dots = [2]string{".#...", "#.#.."}
	case r == '\u0302':
		m.dots = [2]string{"..#..", ".#.#."}
	case r == '\u0306' && a == beside: // breve
		m.dots = [2]string{"#.#..", ".#..."}
	case r == '\u0306':
		m.dots = [2]string{".#.#.", "..#.."}
	case r == '\u0301' && a == beside: // sắc
		m.dots = [2]string{".....#", "....#."}
	case r == '\u0301':
		m.dots = [2]string{"...#.", "..#.."}
	case r == '\u0300' && a == beside: // huyền
		m.dots = [2]string{"....#.", ".....#"}
	case r == '\u0300':
		m.dots = [2]string{".#...", "..#.."}
	case r == '\u0309' && a == beside: // hỏi
		m.dots = [2]string{"....##", ".....#"}
	case r == '\u0309':
		m.dots = [2]string{".##..", "..#.."}
	case r == '\u0303' && a == stacked: // ngã
		m.dots, m.row = [2]string{".##.#", "#..#."}, bannerHigh
	case r == '\u0303':
		m.dots = [2]string{".##.#", "#..#."}
	case r == '\u0323': // nặng
		m.dots, m.row = [2]string{"..#..", "....."}, bannerBelow
	default:
		return m, false
	}
	return m, true
}

// canvas is dots being set, [row][column].
type canvas [bannerDots][]bool

func (c *canvas) width() int { return len(c[0]) }

func (c *canvas) grow(n int) {
	for y := range c {
		c[y] = append(c[y], make([]bool, n)...)
	}
}

func (c *canvas) draw(x, y int, row string) {
	for i := range row {
		if at := x + i; row[i] == '#' && y < bannerDots && at >= 0 && at < c.width() {
			c[y][at] = true
		}
	}
}

// Banner draws a text in capitals, at a scale of 1 or more. All its lines have the same width; the first is not empty,
// the last is where dots below a letter stand. ok is false where it has a character that cannot be drawn.
func Banner(s string, scale int) (lines []string, ok bool) {
	var c canvas
	for _, word := range strings.Fields(norm.NFC.String(strings.ToUpper(s))) {
		if c.width() > 0 {
			c.grow(3)
		}
		for _, letter := range Letters(word) {
			if !c.letter([]rune(norm.NFD.String(letter))) {
				return nil, false
			}
		}
	}
	lines = c.lines(max(scale, 1))
	for len(lines) > 1 && strings.Trim(lines[0], " ") == "" { // nothing stands above the letters
		lines = lines[1:]
	}
	return lines, true
}

// letter adds a letter with its marks.
func (c *canvas) letter(parts []rune) bool {
	rows := fontRows(parts[0])
	if rows == nil {
		return false
	}
	if c.width() > 0 {
		c.grow(1)
	}
	marks := parts[1:]
	shared := aboveOf(string(marks))
	w := len(rows[0])
	left, right := overhang(marks, shared, w)
	x := c.width() + left
	c.grow(left + w + right)
	for y, row := range rows {
		c.draw(x, bannerLetter+y, row)
	}
	for _, r := range marks {
		if r == '\u031b' { // the horn of ơ and ư
			c.grow(max(x+w+1-c.width(), 0))
			c.draw(x+w, bannerLetter-1, "#")
			c.draw(x+w, bannerLetter, "#")
			continue
		}
		m, ok := markOf(r, shared)
		if !ok {
			return false
		}
		for y, row := range m.dots {
			c.draw(x+(w-markWidth)/2, m.row+y, row)
		}
	}
	return true
}

// overhang is how many columns a letter needs on either side for marks that are wider than it: without them a ngã over
// an I would be cut to a circumflex.
func overhang(marks []rune, shared above, w int) (left, right int) {
	for _, r := range marks {
		m, _ := markOf(r, shared)
		for _, row := range m.dots {
			if first := strings.IndexByte(row, '#'); first >= 0 {
				at := (w - markWidth) / 2
				left, right = max(left, -first-at), max(right, strings.LastIndexByte(row, '#')+at-w+1)
			}
		}
	}
	return left, right
}

func fontRows(r rune) []string {
	_, rest, ok := strings.Cut(font, "\n"+string(r)+" ")
	if !ok {
		return nil
	}
	line, _, _ := strings.Cut(rest, "\n")
	return strings.Fields(line)
}

// lines are the dots as block characters.
func (c *canvas) lines(scale int) []string {
	at := func(x, y int) bool { return c[y/scale][x/scale] }
	lines := make([]string, bannerDots*scale/2)
	for i := range lines {
		var b strings.Builder
		for x := range c.width() * scale {
			switch upper, lower := at(x, 2*i), at(x, 2*i+1); {
			case upper && lower:
				b.WriteString("█")
			case upper:
				b.WriteString("▀")
			case lower:
				b.WriteString("▄")
			default:
				b.WriteString(" ")
			}
		}
		lines[i] = b.String()
	}
	return lines
}
