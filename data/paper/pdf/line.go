package pdf

import (
	"strings"
	"unicode"

	"thidua/data/paper"
	"thidua/data/paper/serif"
)

// face is how a piece of text looks.
type face struct {
	bold, italic bool
	size         float64
}

func (f face) style() string {
	s := ""
	if f.bold {
		s = "B"
	}
	if f.italic {
		s += "I"
	}
	return s
}

// piece is letters of one face without a space between them.
type piece struct {
	text  string
	face  face
	width float64
}

// word is what no line may break: pieces, and the space before it if it does not begin a line.
type word struct {
	pieces []piece
	width  float64
	space  float64
	forced bool // it begins a new line
}

// line is words that stand side by side.
type line struct {
	words []word
	width float64 // with the spaces between them
	last  bool    // of its paragraph, or before a forced break: it is not spread
}

// known is the text with an empty box for every character that the letters do not have.
func (l *layout) known(text string, f face) string {
	letters := l.family.Face(f.bold, f.italic)
	return strings.Map(func(r rune) rune {
		if r <= 0xffff && letters.Has(r) {
			return r
		}
		if !l.lost[r] {
			l.lost[r] = true
			l.missing = append(l.missing, r)
		}
		return '□'
	}, text)
}

func (l *layout) width(text string, f face) float64 {
	return l.family.Face(f.bold, f.italic).Width(text, f.size)
}

// styled is a text in one face.
type styled struct {
	text string
	face face
}

// words cuts runs of text into words. A word that is wider than the room is cut between its letters.
func (l *layout) words(runs []styled, room float64) []word {
	b := breaker{layout: l, room: room}
	for _, r := range runs {
		for text := r.text; text != ""; {
			switch text[0] {
			case '\n':
				b.forced, b.open, b.space = true, false, 0
				text = text[1:]
			case ' ':
				b.open = false
				b.space += l.width(" ", r.face)
				text = text[1:]
			default:
				n := strings.IndexAny(text, " \n")
				if n < 0 {
					n = len(text)
				}
				b.add(l.known(text[:n], r.face), r.face)
				text = text[n:]
			}
		}
	}
	return b.out
}

// breaker gathers words.
type breaker struct {
	*layout
	room   float64
	out    []word
	space  float64 // before the next word
	forced bool    // the next word begins a line
	open   bool    // what comes next goes on with the last word
}

// add adds letters without a space between them.
func (b *breaker) add(text string, f face) {
	p := piece{text, f, b.width(text, f)}
	if b.open {
		w := &b.out[len(b.out)-1]
		w.pieces = append(w.pieces, p)
		w.width += p.width
		return
	}
	for _, part := range b.cut(p) {
		b.out = append(b.out, word{pieces: []piece{part}, width: part.width, space: b.space, forced: b.forced})
		b.space, b.forced = 0, false
	}
	b.open = true
}

// cut cuts letters into parts that have room.
func (b *breaker) cut(p piece) (parts []piece) {
	if p.width <= b.room {
		return []piece{p}
	}
	start, width := 0, 0.0
	for i, r := range p.text {
		w := b.width(string(r), p.face)
		if width+w > b.room && i > start && !unicode.Is(unicode.M, r) {
			parts = append(parts, piece{p.text[start:i], p.face, width})
			start, width = i, 0
		}
		width += w
	}
	return append(parts, piece{p.text[start:], p.face, width})
}

// fill puts words on lines, as many on each as have room; the first line may have another room than the others.
func fill(words []word, first, others float64) (lines []line) {
	room := first
	for at := 0; at < len(words); {
		l := line{words: words[at : at+1], width: words[at].width}
		for at++; at < len(words) && !words[at].forced && l.width+words[at].space+words[at].width <= room+0.01; at++ {
			l.width += words[at].space + words[at].width
			l.words = l.words[:len(l.words)+1]
		}
		l.last = at == len(words) || words[at].forced
		lines = append(lines, l)
		room = others
	}
	return lines
}

// draw draws a line whose upper edge is at y, spread over the room where it is wider than the line.
func (l *layout) draw(ln line, x, y, spread, size float64) {
	if l.trial {
		return
	}
	extra := 0.0
	if gaps := gaps(ln.words); gaps > 0 && spread > ln.width {
		extra = (spread - ln.width) / float64(gaps)
	}
	base := y + size*serif.Ascent*mmPerPoint
	for i, w := range ln.words {
		if i > 0 {
			x += w.space
			if w.space > 0 {
				x += extra
			}
		}
		for j, p := range w.pieces {
			text := p.text
			if j == len(w.pieces)-1 && i < len(ln.words)-1 && ln.words[i+1].space > 0 {
				text += " " // whoever copies the text gets the space too
			}
			l.pdf.SetFont(family, p.face.style(), p.face.size)
			l.pdf.Text(x, base, text)
			x += p.width
		}
	}
}

// gaps are the places where a line can be spread.
func gaps(words []word) (n int) {
	for _, w := range words[1:] {
		if w.space > 0 {
			n++
		}
	}
	return n
}

// at writes one line of text whose upper edge is at y: from x on, up to x, or around it.
func (l *layout) at(x, y float64, text string, f face, a paper.Align) {
	if text == "" || l.trial {
		return
	}
	text = l.known(text, f)
	w := l.width(text, f)
	switch a {
	case paper.Right:
		x -= w
	case paper.Centre:
		x -= w / 2
	}
	l.pdf.SetFont(family, f.style(), f.size)
	l.pdf.Text(x, y+f.size*serif.Ascent*mmPerPoint, text)
}
