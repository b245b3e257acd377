package workbook_test

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"thidua/data/paper"
	"thidua/data/paper/docx"
	"thidua/data/rulebook"
	"thidua/data/workbook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// letterRows is the letter's list as the letter has it: rows that it does not number have no number, and the two groups
// of such rows no points.
func letterRows(book *rulebook.Book) [][]string {
	rows := [][]string{{"STT", "Nhiệm vụ, tiêu chí", "Điểm", "Minh chứng", "Đơn vị đánh giá"}}
	for _, c := range book.Criteria {
		code, most := c.Code, c.Max.In(lang.VI)
		if strings.Count(code, ".") > 2 {
			code = ""
		}
		if code == "3.2.1" || code == "3.2.2" {
			most = ""
		}
		rows = append(rows, []string{code, c.Title, most, strings.Join(c.Evidence, "\n"), c.Assessor})
	}
	return append(rows, []string{"", "Tổng cộng", "2250", "", ""})
}

func asDocument(t *testing.T, rows [][]string) []byte {
	table := paper.Table{}
	for range rows[0] {
		table.Columns = append(table.Columns, paper.Column{Width: 1})
	}
	for i, r := range rows {
		row := paper.Row{}
		for _, text := range r {
			row.Cells = append(row.Cells, paper.Cell{Text: text})
		}
		if i == 0 {
			table.Head = append(table.Head, row)
		} else {
			table.Rows = append(table.Rows, row)
		}
	}
	var b bytes.Buffer
	if err := docx.Write(&b, paper.Document{Sections: []paper.Section{{Blocks: []paper.Block{table}}}}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asWorkbook(t *testing.T, rows [][]string) []byte {
	f := excelize.NewFile()
	defer f.Close()
	for y, r := range rows {
		for x, text := range r {
			at, _ := excelize.CoordinatesToCellName(x+1, y+3)
			if err := f.SetCellStr("Sheet1", at, text); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func drafted(t *testing.T, file string, src []byte) (string, string) {
	t.Helper()
	b, found := workbook.Parse(file, src)
	if b == nil {
		t.Fatal(found)
	}
	toml, found := workbook.Draft(b, "lập-từ-bảng")
	return toml, found.In(lang.EN)
}

var hash = regexp.MustCompile(
	`(?m)^# ((title|source|\[|share|total|by|id |name|sign|counts|base|threshold|quorum|offices|runoff|units).*)$`)

// The letter's own list comes through, as a table of Word and as a workbook: the same codes, points, assessors and
// evidence; with its rules filled in it is a rulebook.
func TestLettersOwnList(t *testing.T) {
	letter := open(t, "5350-2019")
	rows := letterRows(letter)
	for file, src := range map[string][]byte{"list.docx": asDocument(t, rows), "list.xlsx": asWorkbook(t, rows)} {
		t.Run(file, func(t *testing.T) {
			toml, found := drafted(t, file, src)
			if found != "" {
				t.Fatal(found)
			}
			whole := strings.ReplaceAll(hash.ReplaceAllString(toml, "$1"), "units = [\"Đơn vị A\", \"Đơn vị B\"]",
				"units = [\"A\", \"B\"]")
			book, err := rulebook.Read("made.toml", []byte(whole))
			if err != nil {
				t.Fatalf("%v\n%s", err, whole[:3000])
			}
			type row struct {
				Code, Title, Assessor string
				Max                   scoring.Points
				Evidence              []string
			}
			list := func(b *rulebook.Book) (out []row) {
				for _, c := range b.Criteria {
					out = append(out, row{c.Code, c.Title, c.Assessor, c.Max, c.Evidence})
				}
				return out
			}
			if diff := cmp.Diff(list(letter), list(book)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What does not add up is said with its cell.
func TestDraftFindings(t *testing.T) {
	for name, tt := range map[string]struct{ csv, want string }{
		"a field": {"STT;Tiêu chí;Điểm\n1;A;10\n1.1;B;4\n1.2;C;5\n",
			"[C2]: field 1 says 10.00 points, its rows add up to 9.00"},
		"a total too few": {"STT;Tiêu chí;Điểm\n1;A;10\n;Tổng cộng;12\n", "the total says 12.00 points"},
		"no points":       {"STT;Tiêu chí;Điểm\n1;A;\n", "criterion 1 has no points"},
		"not a number":    {"STT;Tiêu chí;Điểm\n1;A;nhiều\n", "[C2]: \"nhiều\" is no number"},
		"twice":           {"STT;Tiêu chí;Điểm\n1;A;1\n1;B;1\n", "appears twice"},
		"below nothing":   {"STT;Tiêu chí;Điểm\n;A;1\n", "lies below nothing"},
		"no list":         {"a;b\n1;2\n", "no list of criteria"},
		"Roman":           {"STT;Nội dung;Thang điểm\nI;A;3\nI.1.a;B;1\nI.1.b;C;2\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			toml, found := drafted(t, "list.csv", []byte(tt.csv))
			if tt.want == "" && found != "" || !strings.Contains(found, tt.want) {
				t.Errorf("found %s\nwant %s\n%s", found, tt.want, toml)
			}
		})
	}
}

// A cell over several rows: an assessor holds for all of them; a number is that of the first, and the others have none.
func TestMergedCells(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for at, text := range map[string]string{"A1": "STT", "B1": "Tiêu chí", "C1": "Điểm", "D1": "Đơn vị đánh giá",
		"A2": "1",
		"B2": "Chất lượng", "A3": "1.1", "B3": "Dạy", "C3": "2", "D3": "Vụ A", "A4": "1.2", "B4": "Học", "C4": "3",
		"A5": "2", "B5": "Cơ sở", "B6": "Phòng học", "C6": "4", "B7": "Thư viện", "C7": "1"} {
		if err := f.SetCellStr("Sheet1", at, text); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range [][2]string{{"D3", "D4"}, {"A5", "A7"}} {
		if err := f.MergeCell("Sheet1", m[0], m[1]); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	toml, found := drafted(t, "list.xlsx", b.Bytes())
	if found != "" || strings.Count(toml, "assessor = \"Vụ A\"") != 2 || !strings.Contains(toml, "code     = \"2.2\"") {
		t.Errorf("%s\n%s", found, toml)
	}
	word := asDocument(t, [][]string{{"STT", "Tiêu chí", "Điểm"}, {"1", "A", "1"}})
	whole := rezip(t, word, func(s string) string {
		cell := func(merge, text string) string {
			return `<w:tc><w:tcPr>` + merge + `</w:tcPr><w:p><w:r><w:t>` + text + `</w:t></w:r></w:p></w:tc>`
		}
		rows := ""
		for _, r := range [][3]string{{`<w:vMerge w:val="restart"/>`, "2", "B"}, {`<w:vMerge/>`, "", "C"}} {
			points := "2"
			if r[2] == "B" {
				points = ""
			}
			rows += `<w:tr>` + cell(r[0], r[1]) + cell("", r[2]) + cell("", points) + `</w:tr>`
		}
		return strings.Replace(s, `</w:tbl>`, rows+`</w:tbl>`, 1)
	})
	if toml, found := drafted(t, "list.docx", whole); found != "" || !strings.Contains(toml, "code     = \"2.1\"") {
		t.Errorf("%s\n%s", found, toml)
	}
}

// rezip changes the text of a Word file.
func rezip(t *testing.T, src []byte, change func(string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "word/document.xml" {
			text = []byte(change(string(text)))
		}
		if _, err := w.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
