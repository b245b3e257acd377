package workbook

import (
	"github.com/xuri/excelize/v2"

	"thidua/data/paper"
	"thidua/scoring"
)

// look is how a cell of a form looks.
type look struct {
	bold, framed bool
	open         bool   // to fill in: not locked, on a ground of its own
	fill         string // the ground of a locked one
	numFmt       int
	custom       string // in place of numFmt
	side         string
	deep         int // steps by which the text is moved in
}

const (
	toFill      = "FFF9DB"
	fieldGround = "F4F4F4"
)

// widths are how wide the columns of the form's table are, in digits of the workbook's letters.
func widths() []float64 { return []float64{9, 46, 10, 9, 11, 11, 36, 34, 22} }

// add makes a style. Framed cells keep words and numbers off the rules around them.
func (f *form) add(l look) int {
	s := &excelize.Style{Font: &excelize.Font{Family: paper.FaceCell, Size: paper.SizeCell, Bold: l.bold},
		NumFmt: l.numFmt, Protection: &excelize.Protection{Locked: !l.open},
		Alignment: &excelize.Alignment{Vertical: "center", Horizontal: l.side, WrapText: l.framed, Indent: l.deep}}
	if l.framed {
		if l.side != "center" {
			s.Alignment.Indent++
		}
		for _, side := range []string{"left", "right", "top", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: "808080", Style: 1})
		}
	}
	if l.open {
		l.fill = toFill
	}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.custom != "" {
		s.CustomNumFmt = &l.custom
	}
	id, err := f.file.NewStyle(s)
	f.do(err)
	return id
}

// titleStyle is which style the title of a criterion has.
type titleStyle struct {
	scored bool
	depth  int
}

// titles is the style of a criterion's title: moved in as deep as it lies.
func (f *form) titles(c *scoring.Criterion) int {
	key := titleStyle{c.Scored, c.Depth}
	id, ok := f.titleStyles[key]
	if !ok {
		l := look{framed: true, side: "left", deep: c.Depth}
		if !c.Scored {
			l.bold, l.fill = true, fieldGround
		}
		id = f.add(l)
		f.titleStyles[key] = id
	}
	return id
}
