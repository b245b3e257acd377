package docx

import (
	"fmt"
	"strings"
	"time"

	"thidua/data/paper"
)

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	spaceW      = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	spaceR      = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	spaceRels   = "http://schemas.openxmlformats.org/package/2006/relationships"
	typeWord    = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="` + typeWord + `document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="` + typeWord + `styles+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="` + typeWord + `settings+xml"/>` +
	`<Override PartName="/word/header1.xml" ContentType="` + typeWord + `header+xml"/>` +
	`<Override PartName="/word/header2.xml" ContentType="` + typeWord + `header+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="` + typeWord + `footer+xml"/>` +
	`<Override PartName="/docProps/core.xml" ` +
	`ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const packageRelations = `<Relationships xmlns="` + spaceRels + `">` +
	`<Relationship Id="rId1" Type="` + spaceR + `/officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/` +
	`core-properties" Target="docProps/core.xml"/></Relationships>`

const documentRelations = `<Relationships xmlns="` + spaceRels + `">` +
	`<Relationship Id="rId1" Type="` + spaceR + `/styles" Target="styles.xml"/>` +
	`<Relationship Id="rId2" Type="` + spaceR + `/settings" Target="settings.xml"/>` +
	`<Relationship Id="rId3" Type="` + spaceR + `/header" Target="header1.xml"/>` +
	`<Relationship Id="rId4" Type="` + spaceR + `/header" Target="header2.xml"/>` +
	`<Relationship Id="rId5" Type="` + spaceR + `/footer" Target="footer1.xml"/></Relationships>`

const settings = `<w:settings xmlns:w="` + spaceW + `"><w:defaultTabStop w:val="720"/>` +
	`<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" ` +
	`w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

func core(d paper.Document) string {
	made := d.Made.UTC().Format(time.RFC3339)
	return fmt.Sprintf(`<cp:coreProperties `+
		`xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" `+
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" `+
		`xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>%s</dc:title><dc:creator>%s</dc:creator>`+
		`<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>`+
		`<dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified></cp:coreProperties>`,
		escaped(d.Title), escaped(d.Author), made, made)
}

// header is the head of the pages: the page's number in the middle, but not on the first; the word for a draft behind
// the text of all.
func header(d paper.Document, number bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:hdr xmlns:w="%s" xmlns:r="%s" xmlns:v="urn:schemas-microsoft-com:vml" `+
		`xmlns:o="urn:schemas-microsoft-com:office:office"><w:p><w:pPr><w:pStyle w:val="Khung"/></w:pPr>`, spaceW,
		spaceR)
	if d.Draft != "" {
		fmt.Fprintf(&b, `<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" `+
			`path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>`+
			`<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>`+
			`<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>`+
			`<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>`+
			`<v:shape id="draft" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:%dpt;`+
			`height:80pt;rotation:315;z-index:-1;mso-position-horizontal:center;`+
			`mso-position-horizontal-relative:margin;mso-position-vertical:center;`+
			`mso-position-vertical-relative:margin" fillcolor="#d8d8d8" stroked="f"><v:fill opacity=".5"/>`+
			`<v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="%s"/>`+
			`</v:shape></w:pict></w:r>`,
			40*len([]rune(d.Draft)), escaped(d.Draft))
	}
	if number {
		size := half(paper.SizePage)
		for _, part := range [...]string{
			`<w:fldChar w:fldCharType="begin"/>`, `<w:instrText xml:space="preserve"> PAGE </w:instrText>`,
			`<w:fldChar w:fldCharType="separate"/>`, `<w:t>2</w:t>`, `<w:fldChar w:fldCharType="end"/>`,
		} {
			fmt.Fprintf(&b, `<w:r><w:rPr><w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr>%s</w:r>`, size, size, part)
		}
	}
	b.WriteString(`</w:p></w:hdr>`)
	return b.String()
}

func footer(d paper.Document) string {
	w := &writer{}
	w.f(`<w:ftr xmlns:w="%s">`, spaceW)
	w.line(d.Foot, "Khung", false, false, paper.SizeFoot, false)
	w.WriteString(`</w:ftr>`)
	return w.String()
}
