package docx

import "thidua/data/paper"

// frame writes a table without rules that holds the two columns of a letterhead or of signatures, as wide as they are.
func (w *writer) frame(left, right float64, keep bool, fillLeft, fillRight func(room float64)) {
	w.f(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>`+
		`<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>`, twips(left+right))
	w.f(`<w:tblGrid><w:gridCol w:w="%d"/><w:gridCol w:w="%d"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>`,
		twips(left), twips(right))
	for _, half := range [...]struct {
		room float64
		fill func(float64)
	}{{left, fillLeft}, {right, fillRight}} {
		w.f(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, twips(half.room))
		half.fill(half.room)
		w.WriteString(`</w:tc>`)
	}
	w.WriteString(`</w:tr></w:tbl>`)
}

func (w *writer) letterhead(h paper.Letterhead) {
	w.frame(paper.IssuerWidth, paper.CountryWidth, false, func(room float64) {
		for _, l := range h.Parent {
			w.line(l, "Khung", false, false, paper.SizeCountry, false)
		}
		last := ""
		for _, l := range h.Issuer {
			w.line(l, "Khung", true, false, paper.SizeCountry, false)
			last = l
		}
		w.rule(paper.ShortRule(w.family, last, paper.SizeCountry, room), room)
		if h.Number != "" {
			w.line(h.Number, "Khung", false, false, paper.SizeNumber, false)
		}
		if len(h.Issuer) == 0 && h.Number == "" {
			w.line("", "Khung", false, false, 0, false)
		}
	}, func(room float64) {
		w.line(paper.Country, "Khung", true, false, paper.SizeCountry, false)
		w.line(paper.Motto, "Khung", true, false, paper.SizeName, false)
		w.rule(min(w.family.Face(true, false).Width(paper.Motto, paper.SizeName), room), room)
		if h.Place != "" {
			w.line(h.Place, "Khung", false, true, paper.SizeNumber, false)
		}
	})
	w.line("", "Khung", false, false, 6, false) // a table is followed by a paragraph
}

func (w *writer) title(t paper.Title) {
	w.line(t.Name, "TenLoai", true, false, paper.SizeName, true)
	last := ""
	for _, l := range t.Subject {
		w.line(l, "TrichYeu", true, false, paper.SizeName, true)
		last = l
	}
	if t.Rule && last != "" {
		w.rule(paper.ShortRule(w.family, last, paper.SizeName, w.page.Room()), w.page.Room())
	}
}

func (w *writer) signatures(s paper.Signatures) {
	half := w.page.Room() / 2
	w.line("", "Khung", false, false, 6, true)
	w.frame(half, half, true,
		func(float64) {
			if len(s.Copies.Lines) > 0 {
				w.recipients(s.Copies)
			} else {
				w.signer(s.Left)
			}
		},
		func(float64) { w.signer(s.Right) })
	w.line("", "Khung", false, false, 6, false)
}

func (w *writer) signer(s paper.Signer) {
	if len(s.Authority) == 0 {
		w.line("", "Khung", false, false, 0, false)
		return
	}
	for _, l := range s.Authority {
		w.line(l, "Khung", true, false, paper.SizeName, true)
	}
	if s.Hint != "" {
		w.line(s.Hint, "Khung", false, true, paper.SizeNumber, true)
	}
	for range paper.SignatureLines {
		w.line("", "Khung", false, false, paper.SizeBody, true)
	}
	if s.Post != "" {
		w.line(s.Post, "Khung", true, false, paper.SizeName, true)
	}
	if s.Name != "" { // else the room to sign in is the last of the cell
		w.line(s.Name, "Khung", true, false, paper.SizeName, false)
	}
}

func (w *writer) recipients(r paper.Recipients) {
	w.line(r.Head, "NoiNhan", true, true, paper.SizeHead, true)
	for i, l := range r.Lines {
		w.line(l, "NoiNhan", false, false, paper.SizeList, i < len(r.Lines)-1)
	}
}
