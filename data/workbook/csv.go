package workbook

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"thidua/data/finding"
	"thidua/scoring/lang"
)

// parseCSV reads a table of text, as Excel of this country writes it (semicolons, a mark of UTF-8) or as others do.
func parseCSV(file string, src []byte) (*Book, finding.List) {
	var found finding.List
	if bytes.HasPrefix(src, []byte{0xff, 0xfe}) || bytes.HasPrefix(src, []byte{0xfe, 0xff}) {
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(src)
		if err == nil {
			src = out
		}
	}
	text := strings.TrimPrefix(string(src), "\ufeff")
	if !utf8.ValidString(text) {
		found.Add(file, 0, lang.Text{VI: "tệp CSV không phải UTF-8", EN: "the CSV file is not UTF-8"},
			lang.Text{VI: "trong Excel chọn lưu thành «CSV UTF-8», hoặc lưu thành .xlsx",
				EN: "in Excel save it as «CSV UTF-8», or as .xlsx"})
		return nil, found
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator(text), -1, true
	g := grid{name: ""}
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil || len(g.rows) == maxRows {
			found.Add(file, len(g.rows)+1, lang.Text{VI: "không đọc được dòng này", EN: "this line cannot be read"},
				lang.Text{VI: "sửa dấu nháy ở dòng này", EN: "mend the quotes on this line"})
			return nil, found
		}
		cells := make([]value, min(len(record), maxColumns))
		for i := range cells {
			cells[i].text = strings.TrimSpace(clip(record[i]))
		}
		g.rows = append(g.rows, cells)
	}
	return &Book{File: file, sheets: []grid{g}}, nil
}

// separator is what stands between the cells: what there is most of on the first line that has any.
func separator(text string) rune {
	for line := range strings.Lines(text) {
		best, most := ',', 0
		for _, c := range ";,\t" {
			if n := strings.Count(line, string(c)); n > most {
				best, most = c, n
			}
		}
		if most > 0 {
			return best
		}
	}
	return ','
}
