package kit

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Banners are names large enough for the back row, with all the marks of Vietnamese. A letter is five dots wide and
// seven high. A tone stands beside what else is above a letter, but for ngã, which is too wide and stands above that. A
// cell holds two dots, one above the other.

// Parts of a letter's height, in dots from the top: where ngã stands above another mark, marks and tones, a gap, the
// letter, a gap, the dot below.
const (
	bannerHigh   = 0
	bannerMark   = 2
	bannerLetter = 5
	bannerBelow  = 13
	bannerDots   = 14
)

// font has the letters in seven rows of dots each, from the top.
const font = `
A .###. #...# #...# ##### #...# #...# #...#
B ####. #...# #...# ####. #...# #...# ####.
C .#### #.... #.... #.... #.... #.... .####
D ####. #...# #...# #...# #...# #...# ####.
Đ ####. #...# #...# ###.# #...# #...# ####.
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

// mark is what stands above or below a letter: two rows of dots, alone and where it shares the place with another, and
// the row at which it begins.
type mark struct {
	alone, shared [2]string
	row           int
}

func markOf(r rune) (m mark, ok bool) {
	switch r {
	case '\u0302': // circumflex
		return mark{[2]string{"..#..", ".#.#."}, [2]string{".#...", "#.#.."}, bannerMark}, true
	case '\u0306': // breve
		return mark{[2]string{".#.#.", "..#.."}, [2]string{"#.#..", ".#..."}, bannerMark}, true
	case '\u0301': // sắc
		return mark{[2]string{"...#.", "..#.."}, [2]string{"....#", "...#."}, bannerMark}, true
	case '\u0300': // huyền
		return mark{[2]string{".#...", "..#.."}, [2]string{"...#.", "....#"}, bannerMark}, true
	case '\u0309': // hỏi
		return mark{[2]string{".##..", "..#.."}, [2]string{"...##", "....#"}, bannerMark}, true
	case '\u0303': // ngã
		return mark{[2]string{".##.#", "#..#."}, [2]string{".##.#", "#..#."}, bannerMark}, true
	case '\u0323': // nặng
		return mark{[2]string{"..#..", "....."}, [2]string{"..#..", "....."}, bannerBelow}, true
	}
	return m, false
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
	x, w := c.width(), len(rows[0])
	c.grow(w)
	for y, row := range rows {
		c.draw(x, bannerLetter+y, row)
	}
	marks := string(parts[1:])
	shared := strings.ContainsAny(marks, "\u0302\u0306") && strings.ContainsAny(marks, "\u0301\u0300\u0309")
	above := strings.ContainsAny(marks, "\u0302\u0306") && strings.ContainsRune(marks, '\u0303')
	for _, r := range parts[1:] {
		if r == '\u031b' { // the horn of ơ and ư
			c.grow(1)
			c.draw(x+w, bannerLetter-1, "#")
			c.draw(x+w, bannerLetter, "#")
			continue
		}
		m, ok := markOf(r)
		if !ok {
			return false
		}
		rows := m.alone
		if shared {
			rows = m.shared
		}
		if above && r == '\u0303' {
			m.row = bannerHigh
		}
		left := x + (w-5)/2
		c.draw(left, m.row, rows[0])
		c.draw(left, m.row+1, rows[1])
	}
	return true
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
