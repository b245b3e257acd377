// Package docx writes papers as Word documents: real styles to change, fields for the numbers of pages, and rules made
// of borders, so that whoever opens one can go on writing in it.
package docx

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"thidua/data/paper"
	"thidua/data/paper/serif"
)

// Write writes the document. The same document gives the same bytes. An error is one of w, or of the letters that the
// program carries.
func Write(w io.Writer, d paper.Document) error {
	family, err := serif.Load()
	if err != nil {
		return err
	}
	d = d.Clean()
	body := &writer{family: family, draft: d.Draft != ""}
	body.document(d)
	z := zip.NewWriter(w)
	for _, part := range [...]struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRelations},
		{"docProps/core.xml", core(d)},
		{"word/_rels/document.xml.rels", documentRelations},
		{"word/document.xml", body.String()},
		{"word/styles.xml", styles(d)},
		{"word/settings.xml", settings},
		{"word/header1.xml", header(d, true)},
		{"word/header2.xml", header(d, false)},
		{"word/footer1.xml", footer(d)},
	} {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: d.Made.UTC()})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, declaration+part.text); err != nil {
			return err
		}
	}
	return z.Close()
}

// writer writes WordprocessingML. The order of the elements inside another one is the schema's.
type writer struct {
	strings.Builder
	family *serif.Family
	draft  bool
	page   paper.Page
	keep   bool // what is written stays on the page of what follows
}

func (w *writer) f(format string, args ...any) { fmt.Fprintf(&w.Builder, format, args...) }

// text writes what people wrote.
func (w *writer) text(s string) { _ = xml.EscapeText(&w.Builder, []byte(s)) }

// twips are twentieths of a point, the unit of lengths.
func twips(mm float64) int { return int(mm*72*20/25.4 + 0.5) }

// half are half points, the unit of sizes.
func half(points float64) int { return int(points*2 + 0.5) }

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}
