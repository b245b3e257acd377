package workbook_test

import (
	"bytes"
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
