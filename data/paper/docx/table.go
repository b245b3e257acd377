package docx

import "thidua/data/paper"

func (w *writer) table(t paper.Table) {
	w.line("", "Khung", false, false, 4, true)
	widths := t.Widths(w.family, w.page.Room())
	w.f(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblBorders>`, twips(w.page.Room()))
	for _, side := range [...]string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		w.f(`<w:%s w:val="single" w:sz="4" w:space="0" w:color="000000"/>`, side)
	}
	pad := twips(paper.CellPad)
	w.f(`</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="%d" w:type="dxa"/>`+
		`<w:right w:w="%d" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`, pad, pad)
	for _, mm := range widths {
		w.f(`<w:gridCol w:w="%d"/>`, twips(mm))
	}
	w.WriteString(`</w:tblGrid>`)
	open := make([]int, len(widths)) // by column: rows of the head that a cell above still covers
	for _, r := range t.Head {
		w.row(t, r, widths, open, true)
	}
	for _, r := range t.Rows {
		w.row(t, r, widths, make([]int, len(widths)), false)
	}
	w.WriteString(`</w:tbl>`)
	w.line("", "Khung", false, false, 4, false)
}

func (w *writer) row(t paper.Table, r paper.Row, widths []float64, open []int, head bool) {
	w.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if head {
		w.WriteString(`<w:tblHeader/>`)
	}
	w.WriteString(`</w:trPr>`)
	column := 0
	for i := 0; column < len(widths); {
		if open[column] > 0 {
			open[column]--
			w.cell(paper.Cell{}, widths[column], 1, "continue", paper.Centre, false, t.Size(), head || r.Shade)
			column++
			continue
		}
		if i >= len(r.Cells) {
			w.cell(paper.Cell{}, widths[column], 1, "", paper.Left, false, t.Size(), head || r.Shade)
			column++
			continue
		}
		c := r.Cells[i]
		i++
		n := min(c.Columns(), len(widths)-column)
		var mm float64
		for k := range n {
			mm += widths[column+k]
		}
		merge := ""
		if c.Down > 1 {
			merge = "restart"
			open[column] = c.Down - 1
		}
		align := t.Columns[column].Align
		if head {
			align = paper.Centre
		}
		if c.Align != nil {
			align = *c.Align
		}
		w.cell(c, mm, n, merge, align, head || r.Bold || c.Bold, t.Size(), head || r.Shade)
		column += n
	}
	w.WriteString(`</w:tr>`)
}

func (w *writer) cell(c paper.Cell, mm float64, span int, merge string, a paper.Align, bold bool, size float64,
	shade bool) {
	w.f(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, twips(mm))
	if span > 1 {
		w.f(`<w:gridSpan w:val="%d"/>`, span)
	}
	if merge != "" {
		w.f(`<w:vMerge w:val="%s"/>`, merge)
	}
	if shade {
		w.f(`<w:shd w:val="clear" w:color="auto" w:fill="%s"/>`, paper.Shade)
	}
	w.WriteString(`<w:vAlign w:val="center"/></w:tcPr>`)
	w.WriteString(`<w:p><w:pPr><w:pStyle w:val="OBang"/>`)
	if w.keep {
		w.WriteString(`<w:keepNext/>`)
	}
	w.f(`<w:jc w:val="%s"/><w:rPr><w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr></w:pPr>`,
		[...]string{"left", "right", "center"}[a], half(size), half(size))
	if c.Text != "" {
		w.run(c.Text, bold, false, size)
	}
	w.WriteString(`</w:p></w:tc>`)
}
