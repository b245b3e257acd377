package paper

import (
	"strings"

	"thidua/data/paper/serif"
)

// The page of Nghị định 30/2020/NĐ-CP, phụ lục I, I.2 and II: A4, in millimetres.
const (
	PageWidth  = 210.0
	PageHeight = 297.0

	MarginTop    = 20.0
	MarginBottom = 20.0
	MarginLeft   = 30.0
	MarginRight  = 15.0

	// Of the letterhead: the issuer's column and the country's, which must hold its name in one line.
	IssuerWidth  = 65.0
	CountryWidth = PageWidth - MarginLeft - MarginRight - IssuerWidth

	Indent   = 10.0 // of the first line
	CellPad  = 1.2  // at the sides of a cell
	CellRise = 0.6  // above and below its text
)

// Sizes of letters, in points.
const (
	SizeBody    = 14.0
	SizeName    = 14.0 // name and subject of the paper, motto, signers
	SizeCountry = 12.0 // the country, issuing bodies
	SizeNumber  = 13.0
	SizeTable   = 11.5
	SizeMatrix  = 9.0
	SizeHead    = 12.0 // «Nơi nhận»
	SizeList    = 11.0 // the recipients
	SizeFoot    = 8.0
	SizePage    = 13.0 // the number of the page

	SpaceBefore = 6.0 // a paragraph, in points
	RuleWeight  = 0.75
)

// What every letterhead says at its right (II.1).
const (
	Country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	Motto   = "Độc lập - Tự do - Hạnh phúc"
)

// Size is how large the letters of a paragraph are, in points.
func (s Style) Size() float64 {
	if s == Note {
		return SizeTable
	}
	return SizeBody
}

// Indents are how far from the margin a paragraph's first line and its other lines begin, in millimetres.
func (s Style) Indents() (first, others float64) {
	switch s {
	case Body, Section2, Basis, Item:
		return Indent, 0
	}
	return 0, 0
}

// Justified reports whether the lines of a paragraph fill the width.
func (s Style) Justified() bool { return s == Body || s == Item || s == Basis }

// Face is how a run of a paragraph of the style looks.
func (s Style) Face(r Run) (bold, italic bool) {
	return r.Bold || s == Section1 || s == Section2, r.Italic || s == Basis || s == Note
}

// Size is how large the letters of a table are, in points.
func (t Table) Size() float64 {
	if t.Small {
		return SizeMatrix
	}
	return SizeTable
}

// Widths are the widths of a table's columns in millimetres where it has so much room: none so narrow that a word of
// its head is cut, the rest in the proportions of the columns.
func (t Table) Widths(family *serif.Family, room float64) []float64 {
	least := t.least(family)
	out := make([]float64, len(t.Columns))
	fixed := make([]bool, len(t.Columns))
	for again := true; again; {
		again = false
		parts, left := 0.0, room
		for i, c := range t.Columns {
			if fixed[i] {
				left -= least[i]
			} else {
				parts += c.Width
			}
		}
		for i, c := range t.Columns {
			if fixed[i] {
				continue
			}
			out[i] = left * c.Width / parts
			if out[i] < least[i] {
				out[i], fixed[i], again = least[i], true, true
			}
		}
	}
	var sum float64
	for _, w := range out {
		sum += w
	}
	for i := range out { // a head whose words have no room at all is cut all the same
		out[i] *= room / sum
	}
	return out
}

// least is how wide each column must be for the longest word of its head, in millimetres.
func (t Table) least(family *serif.Family) []float64 {
	out := make([]float64, len(t.Columns))
	for _, r := range t.Head {
		column := 0
		for _, c := range r.Cells {
			for _, word := range strings.Fields(c.Text) {
				if c.Columns() == 1 && column < len(out) && len(t.Head) == 1 {
					out[column] = max(out[column], family.Face(true, false).Width(word, t.Size())+2*CellPad+0.2)
				}
			}
			column += c.Columns()
		}
	}
	return out
}

// Page is how large a section's pages are and how far from their edges the text stands, in millimetres.
type Page struct{ Width, Height, Top, Right, Bottom, Left float64 }

// Page is the section's page; that of a landscape one is bound at its top.
func (s Section) Page() Page {
	if s.Landscape {
		return Page{PageHeight, PageWidth, MarginTop, MarginBottom, MarginRight, MarginBottom}
	}
	return Page{PageWidth, PageHeight, MarginTop, MarginRight, MarginBottom, MarginLeft}
}

// Room is the width between the margins, in millimetres.
func (p Page) Room() float64 { return p.Width - p.Left - p.Right }

// Of the parts that every paper has, in millimetres.
const (
	PageNumberTop  = 10.0 // from the edge to the number of the page
	FootBottom     = 8.0
	RuleHeight     = 6.0 // points: the line that a rule stands in
	SignatureLines = 4   // of the room for a signature
)

// Shade is the ground of the heads of tables, as RGB in hexadecimal.
const Shade = "EDEDED"

// ShortRule is how long the rule under a text is: from a third to half of it (II.2, II.5), in millimetres.
func ShortRule(family *serif.Family, text string, size, room float64) float64 {
	const part = 0.45
	return part * min(family.Face(true, false).Width(text, size), room)
}
