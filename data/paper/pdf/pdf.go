// Package pdf draws papers as PDF files that look like the Word documents of package docx: the same letters, and lines
// that break at the same words.
package pdf

import (
	"fmt"
	"io"
	"math"

	"codeberg.org/go-pdf/fpdf"

	"thidua/data/paper"
	"thidua/data/paper/serif"
)

// Write writes the document. The same document gives the same bytes. missing are the characters that the letters of
// papers do not have, each once: an empty box stands for them. An error is one of w, or says what the library did not
// expect.
func Write(w io.Writer, d paper.Document) (missing []rune, err error) {
	defer func() {
		if what := recover(); what != nil { // the library ends the program on what it does not expect
			err = fmt.Errorf("PDF: %v", what)
		}
	}()
	family, err := serif.Load()
	if err != nil {
		return nil, err
	}
	l := &layout{pdf: fpdf.New("P", "mm", "A4", ""), family: family, doc: d.Clean(), lost: map[rune]bool{}}
	l.prepare()
	for i, s := range l.doc.Sections {
		l.section(i, s)
	}
	if err := l.pdf.Output(w); err != nil {
		return nil, fmt.Errorf("PDF: %w", err)
	}
	return l.missing, nil
}

// layout is a document on its way to pages. Lengths are millimetres, sizes points; y grows downwards.
type layout struct {
	pdf     *fpdf.Fpdf
	family  *serif.Family
	doc     paper.Document
	page    paper.Page
	y       float64
	number  int  // of the page
	first   bool // of its numbering: no number is shown
	lost    map[rune]bool
	missing []rune
	trial   bool // nothing is drawn and no page begun: only y moves
}

// family is how the letters are named in the file.
const family = "LiberationSerif"

func (l *layout) prepare() {
	p := l.pdf
	p.SetCompression(true)
	p.SetCatalogSort(true)
	p.SetCreationDate(l.doc.Made.UTC())
	p.SetModificationDate(l.doc.Made.UTC())
	p.SetTitle(l.doc.Title, true)
	p.SetAuthor(l.doc.Author, true)
	p.SetLang(map[string]string{"vi": "vi-VN", "en": "en-GB"}[l.doc.Lang.String()])
	p.SetAutoPageBreak(false, 0)
	p.SetMargins(0, 0, 0)
	for _, style := range [...]string{"", "B", "I", "BI"} {
		p.AddUTF8FontFromBytes(family, style,
			l.family.Face(style == "B" || style == "BI", len(style) > 0 && style[len(style)-1] == 'I').TTF)
	}
}

func (l *layout) section(i int, s paper.Section) {
	l.page = s.Page()
	if s.Restart {
		l.number = 0
	}
	l.first = i == 0 || s.Restart
	l.newPage()
	l.blocks(s.Blocks)
}

func (l *layout) blocks(blocks []paper.Block) {
	for at, b := range blocks {
		var next paper.Block
		if at+1 < len(blocks) {
			next = blocks[at+1]
		}
		l.block(b, next)
	}
}

func (l *layout) block(b, next paper.Block) {
	switch b := b.(type) {
	case paper.Letterhead:
		l.letterhead(b)
	case paper.Title:
		l.title(b)
	case paper.Paragraph:
		l.paragraph(b, next)
	case paper.Table:
		l.table(b)
	case paper.Chart:
		l.table(b.Table())
	case paper.Fold:
		l.blocks(b.Open())
	case paper.Signatures:
		l.signatures(b)
	case paper.Recipients:
		l.recipients(b, l.page.Left, l.page.Room())
	case paper.Group:
		l.group(b)
	}
}

// group tries how high its blocks are, and draws them where they have room.
func (l *layout) group(g paper.Group) {
	y := l.y
	l.trial = true
	for _, b := range g.Blocks {
		l.block(b, nil)
	}
	height := l.y - y
	l.trial, l.y = false, y
	l.need(height)
	for _, b := range g.Blocks {
		l.block(b, nil)
	}
}

// newPage begins a page: what stands on every one, and the number on all but the first.
func (l *layout) newPage() {
	orientation := "P"
	if l.page.Width > l.page.Height {
		orientation = "L"
	}
	l.pdf.AddPageFormat(orientation, fpdf.SizeType{Wd: paper.PageWidth, Ht: paper.PageHeight})
	l.pdf.SetAlpha(1, "Normal") // files of version 1.4, which is what archives ask for
	l.number++
	l.draft()
	if !l.first {
		l.at(l.page.Width/2, paper.PageNumberTop, fmt.Sprint(l.number), face{size: paper.SizePage}, paper.Centre)
	}
	l.first = false
	l.at(l.page.Width/2, l.page.Height-paper.FootBottom-rise(paper.SizeFoot), l.doc.Foot, face{size: paper.SizeFoot},
		paper.Centre)
	l.y = l.page.Top
}

// draft writes the word for a draft across the page, pale and under everything else.
func (l *layout) draft() {
	if l.doc.Draft == "" {
		return
	}
	const size = 96
	f := face{bold: true, size: size}
	x, y := l.page.Width/2, l.page.Height/2
	l.pdf.SetTextColor(228, 228, 228)
	l.pdf.TransformBegin()
	l.pdf.TransformRotate(45, x, y)
	l.at(x, y-rise(size)/2, l.doc.Draft, f, paper.Centre)
	l.pdf.TransformEnd()
	l.pdf.SetTextColor(0, 0, 0)
}

// bottom is where the text of a page ends; on trial a page has no end.
func (l *layout) bottom() float64 {
	if l.trial {
		return math.MaxFloat64
	}
	return l.page.Height - l.page.Bottom
}

// need begins a new page where less than a height is left on this one.
func (l *layout) need(height float64) {
	if l.y+height > l.bottom()+0.01 && l.y > l.page.Top {
		l.newPage()
	}
}

const mmPerPoint = 25.4 / 72

// rise is the height of a line, from the letters' own ascent, descent and gap.
func rise(size float64) float64 { return size * serif.LineHeight * mmPerPoint }
