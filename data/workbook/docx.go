package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"thidua/data/finding"
	"thidua/scoring/lang"
)

// parseDocument reads the tables of a Word document, each as a sheet. A cell over several columns stands in the first;
// one over several rows stands in each of them.
func parseDocument(file string, src []byte) (*Book, finding.List) {
	var found finding.List
	fail := func(err error) (*Book, finding.List) {
		found.Add(file, 0,
			lang.Sayf("không đọc được tệp Word này (%s)", "this Word file cannot be read (%s)", reason(err)),
			lang.Text{VI: "mở trong Word rồi lưu lại thành .docx", EN: "open it in Word and save it as .docx"})
		return nil, found
	}
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return fail(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		return fail(err)
	}
	defer f.Close()
	b := &Book{File: file}
	r := wordReader{d: xml.NewDecoder(io.LimitReader(f, maxXML)), book: b}
	if err := r.read(); err != nil {
		return fail(err)
	}
	return b, nil
}

// wordReader walks a document and gathers its outer tables.
type wordReader struct {
	d     *xml.Decoder
	book  *Book
	depth int // of tables
	row   []value
	text  strings.Builder
	span  int
	merge string // of the cell: "", restart, continue
	above []string
}

func (r *wordReader) read() error {
	for {
		token, err := r.d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			r.start(t)
		case xml.EndElement:
			if err := r.end(t.Name.Local); err != nil {
				return err
			}
		case xml.CharData:
			if r.depth == 1 {
				r.text.Write(t)
			}
		}
	}
}

func (r *wordReader) start(t xml.StartElement) {
	value := func() string {
		for _, a := range t.Attr {
			if a.Name.Local == "val" {
				return a.Value
			}
		}
		return ""
	}
	switch t.Name.Local {
	case "tbl":
		if r.depth++; r.depth == 1 {
			r.book.sheets = append(r.book.sheets, grid{name: "bảng " + strconv.Itoa(len(r.book.sheets)+1)})
			r.above = nil
		}
	case "tr":
		if r.depth == 1 {
			r.row = nil
		}
	case "tc":
		if r.depth == 1 {
			r.span, r.merge = 1, ""
			r.text.Reset()
		}
	case "gridSpan":
		if n, err := strconv.Atoi(value()); err == nil && n > 1 && n <= maxColumns && r.depth == 1 {
			r.span = n
		}
	case "vMerge":
		if r.depth == 1 {
			if r.merge = value(); r.merge == "" {
				r.merge = "continue"
			}
		}
	case "br", "tab":
		if r.depth == 1 {
			r.text.WriteByte('\n')
		}
	}
}

func (r *wordReader) end(name string) error {
	if r.depth != 1 {
		if name == "tbl" {
			r.depth--
		}
		return nil
	}
	switch name {
	case "p":
		r.text.WriteByte('\n')
	case "tc":
		r.cell()
	case "tr":
		g := &r.book.sheets[len(r.book.sheets)-1]
		if len(g.rows) >= maxRows {
			return errTooLarge
		}
		g.rows = append(g.rows, r.row)
	case "tbl":
		r.depth--
	}
	return nil
}

// cell ends a cell.
func (r *wordReader) cell() {
	text := strings.TrimSpace(clip(r.text.String()))
	at := len(r.row)
	for len(r.above) <= at {
		r.above = append(r.above, "")
	}
	covered := ""
	if r.merge == "continue" {
		text, covered = "", r.above[at]
	} else {
		r.above[at] = text
	}
	for i := range r.span {
		if len(r.row) == maxColumns {
			return
		}
		v := value{}
		if i == 0 {
			v.text, v.above = text, covered
		}
		r.row = append(r.row, v)
	}
}
