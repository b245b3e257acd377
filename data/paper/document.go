package paper

import (
	"time"

	"thidua/scoring/lang"
)

// Document is a paper, ready to be drawn. Its texts are clean (see Text) and in one language.
type Document struct {
	Title    string    // for the file's properties and a browser's tab
	Author   string    // the body that issues it, for the file's properties
	Lang     lang.Lang // of the texts
	Made     time.Time // for the file's properties: the same meeting gives the same bytes
	Foot     string    // at the foot of every page, small: the fingerprint of the record
	Draft    string    // across the head of every page where it is no final paper; empty where it is
	Sections []Section
}

// Section is a run of pages of one orientation.
type Section struct {
	Landscape bool
	Restart   bool // pages are counted from 1 again, as an annex is
	Blocks    []Block
}

// Block is one thing that stands below another: a Letterhead, Title, Paragraph, Table, Chart, Signatures, Recipients,
// Group or Fold.
type Block interface{ block() }

// Group is blocks that stay on one page, if one has room for them.
type Group struct{ Blocks []Block }

// Fold is blocks under a head that not everybody wants to read: on a screen they are folded away until somebody asks,
// on paper they stand there.
type Fold struct {
	Head   string
	Blocks []Block
}

// Letterhead is the head of the first page: who issues the paper, its number, the name of the country and the motto
// (Nghị định 30/2020/NĐ-CP, phụ lục I, II.1 to II.4).
type Letterhead struct {
	Parent []string // the body above, if any
	Issuer []string // bold, with a rule under it
	Number string   // «Số: 05/BB-CTĐ»
	Place  string   // «Nam Định, ngày 05 tháng 7 năm 2020»; minutes have none (mẫu 1.9)
}

// Title is the name of the paper and what it is about (II.5).
type Title struct {
	Name    string // «BIÊN BẢN»
	Subject []string
	Rule    bool // a rule under the subject
}

// Paragraph is a paragraph of text.
type Paragraph struct {
	Runs  []Run
	Style Style
	Keep  bool // stays on the page of what follows
}

// Run is a piece of a paragraph in one face.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
}

// Style is what a paragraph is for.
type Style uint8

// The styles.
const (
	Body     Style = iota // justified, first line indented
	Section1              // «I. NỘI DUNG», bold
	Section2              // «1. Kết quả», bold, indented as the body
	Item                  // «- …», indented as the body, hanging
	Centred
	Basis // a legal ground: italic
	Note  // small, under a table
)

// Table is a table with rules around every cell. Its head is repeated on every page and no row is cut by one.
type Table struct {
	Columns []Column
	Head    []Row
	Rows    []Row
	Small   bool // for wide matrices
}

// Column is a column of a table.
type Column struct {
	Width float64 // in parts: a column of 2 is twice as wide as one of 1
	Align Align
}

// Align is to which side of its column a text stands.
type Align uint8

// The sides.
const (
	Left Align = iota
	Right
	Centre
)

// Row is a row of a table: cells for all its columns, from the left.
type Row struct {
	Cells []Cell
	Bold  bool
	Shade bool
}

// Cell is a cell of a table.
type Cell struct {
	Text string // line breaks stand for new lines in the cell
	Span int    // columns; 0 is one
	Down int    // rows, in a table's head alone; 0 is one. The cells that it covers are left out of the rows below
	Bold bool
	// Align of the column where it is nil.
	Align *Align
	// Part is how much of something the cell stands for, from 0 to 1: where colours can be shown so much of its ground
	// is filled. Its text says it too. 0: it stands for no part.
	Part float64
}

// Columns is how many columns the cell takes.
func (c Cell) Columns() int { return max(c.Span, 1) }

// Chart is a bar for each of some things, one below another: in a browser a picture, elsewhere the table of its values.
type Chart struct {
	Title string // what is shown, for who does not see it
	Heads [2]string
	Bars  []Bar
}

// Bar is one of them. All begin at 0, so that what looks twice as much is.
type Bar struct {
	Name, Value string
	Part        float64 // of the whole length, from 0 to 1
	Tone        Tone
}

// Tone is how much a bar stands out.
type Tone uint8

// The tones.
const (
	Plainly  Tone = iota
	Foremost      // the first among them
	Faint         // one of the rest
)

// Table is the chart's values as a table.
func (c Chart) Table() Table {
	t := Table{Columns: []Column{{Width: 3}, {Width: 2, Align: Right}},
		Head: []Row{{Cells: []Cell{{Text: c.Heads[0]}, {Text: c.Heads[1]}}}}}
	for _, b := range c.Bars {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: b.Name}, {Text: b.Value}}, Bold: b.Tone == Foremost})
	}
	return t
}

// Signatures are those who sign, side by side; minutes have the secretary at the left (mẫu 1.9), other papers those who
// get a copy (mẫu 1.4).
type Signatures struct {
	Left, Right Signer
	Copies      Recipients // in place of Left, where it has lines
}

// Signer is who signs.
type Signer struct {
	Authority []string // «TM. CỤM THI ĐUA», «CHỦ TỌA»
	Hint      string   // «(Chữ ký)»
	Post      string   // under the signature, above the name
	Name      string
}

// Recipients are those who get the paper, below the signatures at the left.
type Recipients struct {
	Head  string // «Nơi nhận:»
	Lines []string
}

func (Letterhead) block() {}
func (Title) block()      {}
func (Paragraph) block()  {}
func (Table) block()      {}
func (Signatures) block() {}
func (Recipients) block() {}
func (Group) block()      {}
func (Chart) block()      {}
func (Fold) block()       {}

// Open is what a fold is where nothing can be folded: its head, and its blocks below it.
func (f Fold) Open() []Block {
	return append([]Block{Paragraph{Style: Section2, Runs: []Run{{Text: f.Head}}, Keep: true}}, f.Blocks...)
}

// Plain is a paragraph of one run.
func Plain(style Style, text string) Paragraph {
	return Paragraph{Style: style, Runs: []Run{{Text: text}}}
}

// Say is a body paragraph that begins with a bold label: «Địa điểm: …».
func Say(label, text string) Paragraph {
	return Paragraph{Style: Body, Runs: []Run{{Text: label + " ", Bold: true}, {Text: text}}}
}
