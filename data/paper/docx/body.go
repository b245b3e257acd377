package docx

import (
	"strings"

	"thidua/data/paper"
)

func (w *writer) document(d paper.Document) {
	w.f(`<w:document xmlns:w="%s" xmlns:r="%s"><w:body>`, spaceW, spaceR)
	for i, s := range d.Sections {
		w.page = s.Page()
		for _, b := range s.Blocks {
			w.block(b)
		}
		// the properties of a section stand in its last paragraph, those of the last at the end
		if i < len(d.Sections)-1 {
			w.WriteString(`<w:p><w:pPr><w:spacing w:before="0" w:line="20" w:lineRule="exact"/>`)
			w.section(s)
			w.WriteString(`</w:pPr></w:p>`)
		} else {
			w.section(s)
		}
	}
	w.WriteString(`</w:body></w:document>`)
}

func (w *writer) section(s paper.Section) {
	p := s.Page()
	w.WriteString(`<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>` +
		`<w:headerReference w:type="first" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>` +
		`<w:footerReference w:type="first" r:id="rId5"/><w:type w:val="nextPage"/>`)
	orient := ""
	if s.Landscape {
		orient = ` w:orient="landscape"`
	}
	w.f(`<w:pgSz w:w="%d" w:h="%d"%s/>`, twips(p.Width), twips(p.Height), orient)
	w.f(`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/>`,
		twips(p.Top), twips(p.Right), twips(p.Bottom), twips(p.Left), twips(paper.PageNumberTop),
		twips(paper.FootBottom))
	if s.Restart {
		w.WriteString(`<w:pgNumType w:start="1"/>`)
	}
	w.WriteString(`<w:titlePg/></w:sectPr>`)
}

func (w *writer) block(b paper.Block) {
	switch b := b.(type) {
	case paper.Letterhead:
		w.letterhead(b)
	case paper.Title:
		w.title(b)
	case paper.Paragraph:
		w.paragraph(b)
	case paper.Table:
		w.table(b)
	case paper.Chart:
		w.table(b.Table())
	case paper.Fold:
		for _, x := range b.Open() {
			w.block(x)
		}
	case paper.Signatures:
		w.signatures(b)
	case paper.Recipients:
		w.recipients(b)
	case paper.Group:
		for i, x := range b.Blocks {
			w.keep = i < len(b.Blocks)-1
			w.block(x)
		}
		w.keep = false
	}
}

// styleOf is the id of the style that a paragraph has.
func styleOf(s paper.Style) string {
	switch s {
	case paper.Section1:
		return "Muc"
	case paper.Section2:
		return "Khoan"
	case paper.Item:
		return "Gach"
	case paper.Centred:
		return "Giua"
	case paper.Basis:
		return "CanCu"
	case paper.Note:
		return "GhiChu"
	}
	return "NoiDung"
}

func (w *writer) paragraph(p paper.Paragraph) {
	w.f(`<w:p><w:pPr><w:pStyle w:val="%s"/>`, styleOf(p.Style))
	if p.Keep || w.keep {
		w.WriteString(`<w:keepNext/>`)
	}
	w.WriteString(`</w:pPr>`)
	for _, r := range p.Runs {
		w.run(r.Text, r.Bold, r.Italic, 0)
	}
	w.WriteString(`</w:p>`)
}

// run writes text in one face; a size of 0 is that of the style.
func (w *writer) run(text string, bold, italic bool, size float64) {
	w.WriteString(`<w:r>`)
	if bold || italic || size > 0 {
		w.WriteString(`<w:rPr>`)
		if bold {
			w.WriteString(`<w:b/><w:bCs/>`)
		}
		if italic {
			w.WriteString(`<w:i/><w:iCs/>`)
		}
		if size > 0 {
			w.f(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, half(size), half(size))
		}
		w.WriteString(`</w:rPr>`)
	}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			w.WriteString(`<w:br/>`)
		}
		w.WriteString(`<w:t xml:space="preserve">`)
		w.text(line)
		w.WriteString(`</w:t>`)
	}
	w.WriteString(`</w:r>`)
}

// line writes a paragraph of the forms' own parts: centred or not, tight, of one face.
func (w *writer) line(text, style string, bold, italic bool, size float64, keep bool) {
	w.f(`<w:p><w:pPr><w:pStyle w:val="%s"/>`, style)
	if keep || w.keep {
		w.WriteString(`<w:keepNext/>`)
	}
	if text == "" && size > 0 { // an empty line is as high as the mark at its end
		w.f(`<w:rPr><w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr>`, half(size), half(size))
	}
	w.WriteString(`</w:pPr>`)
	w.run(text, bold, italic, size)
	w.WriteString(`</w:p>`)
}

// rule writes a rule of a length in the middle of a room, both in millimetres: the border of an empty paragraph, which
// moves with the text above it.
func (w *writer) rule(length, room float64) {
	indent := twips((room - length) / 2)
	w.f(`<w:p><w:pPr><w:pStyle w:val="Khung"/><w:pBdr><w:top w:val="single" w:sz="%d" w:space="1" w:color="000000"/>`+
		`</w:pBdr><w:spacing w:before="40" w:line="%d" w:lineRule="exact"/>`+
		`<w:ind w:left="%d" w:right="%d"/></w:pPr></w:p>`,
		int(paper.RuleWeight*8), int(paper.RuleHeight*20), indent, indent)
}
