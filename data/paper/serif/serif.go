// Package serif measures and carries the letters of papers: Liberation Serif, whose letters are as wide as those of
// Times New Roman, which the decree on papers asks for. Files that name a face and files that carry one then break
// their lines at the same words.
package serif

import (
	"fmt"

	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Family is the four faces. It is used by one goroutine.
type Family struct{ faces [4]*Face }

// Face is one face of the family.
type Face struct {
	TTF    []byte // the font file
	font   *sfnt.Font
	buffer sfnt.Buffer
	wide   map[rune]int32 // advances in units of the em
	em     float64
}

// Load reads the faces; an error means that the program was built wrongly.
func Load() (*Family, error) {
	f := &Family{}
	for i, ttf := range [...][]byte{
		liberationserifregular.TTF, liberationserifbold.TTF, liberationserifitalic.TTF, liberationserifbolditalic.TTF,
	} {
		parsed, err := sfnt.Parse(ttf)
		if err != nil {
			return nil, fmt.Errorf("the letters of papers, face %d: %w", i, err)
		}
		f.faces[i] = &Face{TTF: ttf, font: parsed, wide: map[rune]int32{}, em: float64(parsed.UnitsPerEm())}
	}
	return f, nil
}

// Face is one of the four.
func (f *Family) Face(bold, italic bool) *Face {
	i := 0
	if bold {
		i |= 1
	}
	if italic {
		i |= 2
	}
	return f.faces[i]
}

// missing stands for letters that the face does not have.
const missing = -1

// Has reports whether the face can show a character.
func (f *Face) Has(r rune) bool { return f.advance(r) != missing }

// Width is how wide a text is, in millimetres, in letters of so many points.
func (f *Face) Width(text string, points float64) float64 {
	const mmPerPoint = 25.4 / 72
	units := int64(0)
	for _, r := range text {
		units += int64(max(f.advance(r), 0))
	}
	return float64(units) / f.em * points * mmPerPoint
}

func (f *Face) advance(r rune) int32 {
	if w, ok := f.wide[r]; ok {
		return w
	}
	w := int32(missing)
	if g, err := f.font.GlyphIndex(&f.buffer, r); err == nil && g != 0 {
		ppem := fixed.I(int(f.em))
		if a, err := f.font.GlyphAdvance(&f.buffer, g, ppem, font.HintingNone); err == nil {
			w = int32(a.Round())
		}
	}
	f.wide[r] = w
	return w
}

// Of a line of the letters, in parts of their size: how high it is, and how far below its upper edge they stand.
const (
	LineHeight = 1.149
	Ascent     = 0.891
)
