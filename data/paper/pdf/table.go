package pdf

import (
	"strconv"

	"thidua/data/paper"
)

// grid is a table with every cell's lines and every row's height.
type grid struct {
	size   float64
	widths []float64
	head   []row
	rows   []row
}

// row is a row of a grid.
type row struct {
	cells  []cell
	height float64
}

// cell is a cell of a grid, at its column.
type cell struct {
	column, span, down int
	lines              []line
	align              paper.Align
	shade              bool
}

func (l *layout) measure(t paper.Table) grid {
	g := grid{size: t.Size(), widths: t.Widths(l.family, l.page.Room())}
	open := make([]int, len(g.widths)) // by column: rows of the head that a cell above still covers
	for _, r := range t.Head {
		g.head = append(g.head, l.measureRow(t, g, r, open, true))
	}
	g.stretch()
	none := make([]int, len(g.widths))
	for _, r := range t.Rows {
		g.rows = append(g.rows, l.measureRow(t, g, r, none, false))
	}
	return g
}

func (l *layout) measureRow(t paper.Table, g grid, r paper.Row, open []int, head bool) row {
	out := row{height: l.high(1, g.size)}
	column := 0
	for i := 0; column < len(g.widths); {
		if open[column] > 0 {
			open[column]--
			column++
			continue
		}
		c := paper.Cell{}
		if i < len(r.Cells) {
			c = r.Cells[i]
		}
		i++
		n := min(c.Columns(), len(g.widths)-column)
		x := cell{column: column, span: n, down: max(c.Down, 1), shade: head || r.Shade, align: t.Columns[column].Align}
		if head {
			x.align = paper.Centre
		}
		if c.Align != nil {
			x.align = *c.Align
		}
		room := g.width(column, n) - 2*paper.CellPad
		f := face{bold: head || r.Bold || c.Bold, size: g.size}
		x.lines = fill(l.words([]styled{{c.Text, f}}, room), room, room)
		if x.down == 1 {
			out.height = max(out.height, l.high(len(x.lines), g.size))
		} else {
			open[column] = x.down - 1
		}
		out.cells = append(out.cells, x)
		column += n
	}
	return out
}

// stretch makes the last of the rows that a cell of the head covers high enough for it.
func (g *grid) stretch() {
	for i, r := range g.head {
		for _, c := range r.cells {
			end := min(i+c.down, len(g.head))
			have := 0.0
			for _, under := range g.head[i:end] {
				have += under.height
			}
			if need := float64(len(c.lines))*rise(g.size) + 2*paper.CellRise; need > have {
				g.head[end-1].height += need - have
			}
		}
	}
}

// width is how wide columns are together.
func (g *grid) width(column, n int) (mm float64) {
	for _, w := range g.widths[column : column+n] {
		mm += w
	}
	return mm
}

func (l *layout) high(lines int, size float64) float64 {
	return float64(max(lines, 1))*rise(size) + 2*paper.CellRise
}

func (l *layout) table(t paper.Table) {
	g := l.measure(t)
	headHeight := 0.0
	for _, r := range g.head {
		headHeight += r.height
	}
	l.y += rise(4)
	first := headHeight
	if len(g.rows) > 0 {
		first += min(g.rows[0].height, l.page.Height/3)
	}
	l.need(first)
	l.drawHead(&g)
	for _, r := range g.rows {
		whole := l.bottom() - l.page.Top - headHeight // what a page can hold
		for r.height > whole {
			lines := int((l.bottom() - l.y - 2*paper.CellRise) / rise(g.size))
			if lines < 1 {
				l.newPage()
				l.drawHead(&g)
				continue
			}
			var part row
			part, r = r.take(lines, l, g.size)
			l.drawRow(&g, part, nil)
			l.newPage()
			l.drawHead(&g)
		}
		if l.y+r.height > l.bottom()+0.01 {
			l.newPage()
			l.drawHead(&g)
		}
		l.drawRow(&g, r, nil)
	}
	l.y += rise(4)
}

// take cuts a row that is higher than a page: the first lines of every cell, and the rest.
func (r row) take(lines int, l *layout, size float64) (part, rest row) {
	longest := 0
	for _, c := range r.cells {
		top, below := c, c
		n := min(lines, len(c.lines))
		top.lines, below.lines = c.lines[:n], c.lines[n:]
		longest = max(longest, len(below.lines))
		part.cells = append(part.cells, top)
		rest.cells = append(rest.cells, below)
	}
	part.height, rest.height = l.high(lines, size), l.high(longest, size)
	return part, rest
}

func (l *layout) drawHead(g *grid) {
	for i, r := range g.head {
		l.drawRow(g, r, g.head[i:])
	}
}

// drawRow draws a row; below are the rows of the head from this one on, for cells that cover several.
func (l *layout) drawRow(g *grid, r row, below []row) {
	if l.trial {
		l.y += r.height
		return
	}
	l.pdf.SetLineWidth(0.5 * mmPerPoint)
	shade, _ := strconv.ParseUint(paper.Shade, 16, 32)
	l.pdf.SetFillColor(int(shade>>16), int(shade>>8&0xff), int(shade&0xff))
	for _, c := range r.cells {
		x, w, h := l.page.Left+g.width(0, c.column), g.width(c.column, c.span), r.height
		if c.down > 1 {
			h = 0
			for _, under := range below[:min(c.down, len(below))] {
				h += under.height
			}
		}
		style := "D"
		if c.shade {
			style = "FD"
		}
		l.pdf.Rect(x, l.y, w, h, style)
		y := l.y + (h-float64(len(c.lines))*rise(g.size))/2
		for _, ln := range c.lines {
			at := x + paper.CellPad
			switch c.align {
			case paper.Right:
				at = x + w - paper.CellPad - ln.width
			case paper.Centre:
				at = x + (w-ln.width)/2
			}
			l.draw(ln, at, y, 0, g.size)
			y += rise(g.size)
		}
	}
	l.y += r.height
}
