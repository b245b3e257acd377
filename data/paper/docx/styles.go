package docx

import (
	"fmt"
	"strings"

	"thidua/data/paper"
)

// style is a style of paragraphs, by the name that Word shows.
type style struct {
	id, name      string
	keep          bool
	before        float64 // points
	first, indent float64 // millimetres
	align         string
	bold, italic  bool
	size          float64
}

func styleTable() []style {
	body := func(id, name string, s paper.Style) style {
		first, others := s.Indents()
		align := "left"
		switch {
		case s.Justified():
			align = "both"
		case s == paper.Centred:
			align = "center"
		}
		bold, italic := s.Face(paper.Run{})
		heading := s == paper.Section1 || s == paper.Section2
		return style{id, name, heading, paper.SpaceBefore, first - others, others, align, bold, italic, s.Size()}
	}
	return []style{
		body("NoiDung", "Nội dung", paper.Body),
		body("Muc", "Mục", paper.Section1),
		body("Khoan", "Khoản", paper.Section2),
		body("Gach", "Gạch đầu dòng", paper.Item),
		body("Giua", "Giữa dòng", paper.Centred),
		body("CanCu", "Căn cứ", paper.Basis),
		body("GhiChu", "Ghi chú", paper.Note),
		{id: "Khung", name: "Khung văn bản", align: "center", size: paper.SizeCountry},
		{id: "TenLoai", name: "Tên loại văn bản", keep: true, before: 2 * paper.SpaceBefore, align: "center",
			bold: true,
			size: paper.SizeName},
		{id: "TrichYeu", name: "Trích yếu", keep: true, align: "center", bold: true, size: paper.SizeName},
		{id: "OBang", name: "Ô bảng", before: paper.CellRise * 72 / 25.4, align: "left", size: paper.SizeTable},
		{id: "NoiNhan", name: "Nơi nhận", align: "left", size: paper.SizeList},
	}
}

func styles(d paper.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:styles xmlns:w="%s"><w:docDefaults><w:rPrDefault><w:rPr>`+
		`<w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" `+
		`w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="%s"/></w:rPr></w:rPrDefault>`+
		`<w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">`+
		`<w:name w:val="Normal"/><w:qFormat/></w:style>`, spaceW, map[string]string{"vi": "vi-VN"}[d.Lang.String()]+
		map[string]string{"en": "en-GB"}[d.Lang.String()])
	for _, s := range styleTable() {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:customStyle="1" w:styleId="%s"><w:name w:val="%s"/>`+
			`<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>`, s.id, escaped(s.name))
		if s.keep {
			b.WriteString(`<w:keepNext/>`)
		}
		after := 0
		if s.id == "OBang" {
			after = int(s.before * 20)
		}
		fmt.Fprintf(&b, `<w:spacing w:before="%d" w:after="%d"/>`, int(s.before*20), after)
		if s.first != 0 || s.indent != 0 {
			fmt.Fprintf(&b, `<w:ind w:left="%d" w:firstLine="%d"/>`, twips(s.indent), twips(s.first))
		}
		fmt.Fprintf(&b, `<w:jc w:val="%s"/></w:pPr><w:rPr>`, s.align)
		if s.bold {
			b.WriteString(`<w:b/><w:bCs/>`)
		}
		if s.italic {
			b.WriteString(`<w:i/><w:iCs/>`)
		}
		fmt.Fprintf(&b, `<w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr></w:style>`, half(s.size), half(s.size))
	}
	b.WriteString(`</w:styles>`)
	return b.String()
}
