package paper_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"thidua/data/paper"
	"thidua/data/paper/docx"
	"thidua/data/paper/pdf"
	"thidua/scoring/lang"
)

// everything is a paper that has all there is.
func everything() paper.Document {
	long := strings.Repeat(
		"Các đơn vị trong cụm đã trao đổi, thảo luận dân chủ và thống nhất điểm tự chấm của từng tiêu chí. ", 6)
	centre := paper.Centre
	rows := []paper.Row{{Cells: []paper.Cell{{Text: "I. Nhiệm vụ", Span: 5}}, Bold: true, Shade: true}}
	for i := range 60 {
		rows = append(rows, paper.Row{Cells: []paper.Cell{
			{Text: string(rune('a' + i%26)), Align: &centre}, {Text: "Thừa Thiên - Huế\nvà các huyện"},
			{Text: "1.987,50"},
			{Text: "2.000,00"}, {Text: "Bổ sung minh chứng tại cuộc họp"},
		}})
	}
	rows = append(rows, paper.Row{Cells: []paper.Cell{{Text: "x"}, {Text: strings.Repeat("Lý do rất dài. ", 200)}}})
	return paper.Document{
		Title: "Biên bản hội nghị", Author: "Cụm thi đua số 2", Lang: lang.VI,
		Made: time.Date(2020, 7, 3, 4, 0, 0, 0, time.UTC), Foot: "Mã kiểm chứng: 4f2a 91bc", Draft: "DỰ THẢO",
		Sections: []paper.Section{
			{Blocks: []paper.Block{
				paper.Letterhead{
					Parent: []string{"SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH NAM ĐỊNH"}, Issuer: []string{"CỤM THI ĐUA SỐ 2"},
					Number: "Số: 05/BB-CTĐ", Place: "Nam Định, ngày 03 tháng 7 năm 2020",
				},
				paper.Title{Name: "BIÊN BẢN", Subject: []string{"Hội nghị tổng kết công tác thi đua"}, Rule: true},
				paper.Plain(paper.Basis, "Căn cứ Công văn số 5350/BGDĐT-TĐKT;"),
				paper.Say("Địa điểm:", "Hội trường Sở Giáo dục và Đào tạo."),
				paper.Plain(paper.Section1, "I. NỘI DUNG"),
				paper.Plain(paper.Section2, "1. Kết quả"),
				paper.Plain(paper.Body, long),
				paper.Plain(paper.Item, "- Thừa Thiên - Huế: điểm của tiêu chí 3.1 từ 80 % thành 85,5 % 😀 <&>."),
				table(rows),
				paper.Plain(paper.Note, "Ghi chú: số liệu theo nhật ký."),
				chart(),
				paper.Fold{Head: "Nhật ký", Blocks: []paper.Block{paper.Plain(paper.Body, "Ai muốn thì đọc.")}},
				paper.Plain(paper.Centred, "***"),
				paper.Signatures{
					Left:  paper.Signer{Authority: []string{"THƯ KÝ"}, Hint: "(Ký, ghi rõ họ tên)"},
					Right: paper.Signer{Authority: []string{"CHỦ TỌA"}, Hint: "(Ký, ghi rõ họ tên)", Post: "GIÁM ĐỐC"},
				},
				paper.Recipients{Head: "Nơi nhận:", Lines: []string{"- Như trên;", "- Lưu: VT, Hồ sơ."}},
			}},
			{Landscape: true, Restart: true, Blocks: []paper.Block{
				paper.Title{Name: "PHỤ LỤC", Subject: []string{"Bảng điểm chi tiết"}}, matrix(),
			}},
		},
	}
}

func chart() paper.Chart {
	return paper.Chart{Title: "Xếp hạng", Heads: [2]string{"Đơn vị", "Điểm"}, Bars: []paper.Bar{
		{Name: "1. Nam Định", Value: "2.011,25", Part: 0.9, Tone: paper.Foremost},
		{Name: "2. Hải Dương", Value: "1.005,50", Part: 0.45}, {Name: "3. Hà Nam", Value: "0,00", Tone: paper.Faint},
	}}
}

func table(rows []paper.Row) paper.Table {
	return paper.Table{
		Columns: []paper.Column{
			{Width: 1}, {Width: 4}, {Width: 2, Align: paper.Right}, {Width: 2, Align: paper.Right}, {Width: 4},
		},
		Head: []paper.Row{
			{Cells: []paper.Cell{{Text: "STT", Down: 2}, {Text: "Đơn vị", Down: 2}, {Text: "Điểm", Span: 2},
				{Text: "Lý do", Down: 2}}},
			{Cells: []paper.Cell{{Text: "Tự chấm"}, {Text: "Thống nhất"}}},
		},
		Rows: rows,
	}
}

func matrix() paper.Table {
	t := paper.Table{Small: true, Columns: []paper.Column{{Width: 4}}}
	head := paper.Row{Cells: []paper.Cell{{Text: "Tiêu chí"}}}
	for i := range 11 {
		t.Columns = append(t.Columns, paper.Column{Width: 2, Align: paper.Right})
		head.Cells = append(head.Cells, paper.Cell{Text: "Đơn vị " + string(rune('A'+i))})
	}
	t.Head = []paper.Row{head}
	for range 80 {
		r := paper.Row{Cells: []paper.Cell{{Text: "3.1.2 Chất lượng giáo dục"}}}
		for range 11 {
			r.Cells = append(r.Cells, paper.Cell{Text: "12,75"})
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

func written(t *testing.T, write func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asWord(t *testing.T, d paper.Document) []byte {
	return written(t, func(w io.Writer) error { return docx.Write(w, d) })
}

// The same document gives the same bytes, and a PDF says which characters its letters do not have.
func TestSameBytes(t *testing.T) {
	d := everything()
	if !bytes.Equal(asWord(t, d), asWord(t, d)) {
		t.Error("docx differs")
	}
	var missing []rune
	write := func(w io.Writer) (err error) { missing, err = pdf.Write(w, d); return err }
	if !bytes.Equal(written(t, write), written(t, write)) {
		t.Error("pdf differs")
	}
	if string(missing) != "😀" {
		t.Errorf("missing %q", string(missing))
	}
}

// schema is the order in which ECMA-376 (wml.xsd) has the children of an element, those that are written.
var schema = map[string][]string{
	"pPr":        {"pStyle", "keepNext", "pBdr", "spacing", "ind", "jc", "rPr", "sectPr"},
	"rPr":        {"rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "lang"},
	"tblPr":      {"tblW", "jc", "tblBorders", "tblLayout", "tblCellMar"},
	"tblBorders": {"top", "left", "bottom", "right", "insideH", "insideV"},
	"tblCellMar": {"left", "right"},
	"tcPr":       {"tcW", "gridSpan", "vMerge", "shd", "vAlign"},
	"trPr":       {"cantSplit", "tblHeader"},
	"tbl":        {"tblPr", "tblGrid", "tr"},
	"tr":         {"trPr", "tc"},
	"tc":         {"tcPr", "p"},
	"sectPr": {
		"headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "titlePg",
	},
	"style":  {"name", "basedOn", "qFormat", "pPr", "rPr"},
	"styles": {"docDefaults", "style"},
}

func TestWordKeepsTheSchemasOrder(t *testing.T) {
	z, err := zip.NewReader(bytes.NewReader(asWord(t, everything())), int64(len(asWord(t, everything()))))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f.Name, ".xml") {
			checkOrder(t, f.Name, xml.NewDecoder(r), seen)
		}
	}
	for name := range schema {
		if seen[name] == 0 {
			t.Errorf("no %s was looked at", name)
		}
	}
}

func checkOrder(t *testing.T, file string, d *xml.Decoder, seen map[string]int) {
	type open struct {
		name string
		last int
	}
	stack := []open{{}}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			top := &stack[len(stack)-1]
			if order, ok := schema[top.name]; ok {
				seen[top.name]++
				at := slices.Index(order, x.Name.Local)
				if at < top.last {
					t.Errorf("%s: %s in %s at the wrong place", file, x.Name.Local, top.name)
				}
				top.last = at
			}
			stack = append(stack, open{name: x.Name.Local})
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		}
	}
}

// Text from people never reaches a paper as anything but text.
func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"a\x1b[31mb":                  "a[31mb",
		"\u202eend":                   "end",
		"Hue\u0302\u0301":             "Huế",
		"một\r\nhai \nba":             "một\nhai \nba",
		"\xff\xfeÐà Nẵng\u0000\ufffe": "Đà Nẵng",
	} {
		if got := paper.Text(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
