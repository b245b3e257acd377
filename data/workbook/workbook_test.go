package workbook_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"thidua/data/rulebook"
	"thidua/data/sheet"
	"thidua/data/workbook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

const (
	page  = "Phiếu tự chấm"
	bonus = "Đề nghị thưởng"
)

func open(t testing.TB, id string) *rulebook.Book {
	t.Helper()
	book, err := rulebook.Open(id)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// filled is a form, filled in by a test.
func filled(t testing.TB, book *rulebook.Book, unit, year string, fill func(f *excelize.File)) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := workbook.Form(&b, book, unit, year); err != nil {
		t.Fatal(err)
	}
	return refilled(t, b.Bytes(), fill)
}

// refilled is a form with what somebody does to it.
func refilled(t testing.TB, form []byte, fill func(f *excelize.File)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(form))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if fill != nil {
		fill(f)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// read reads a workbook as a sheet, with everything that is said about it.
func read(t testing.TB, book *rulebook.Book, file string, src []byte) (*scoring.Sheet, string) {
	t.Helper()
	b, found := workbook.Parse(file, src)
	if b == nil {
		return nil, found.In(lang.EN)
	}
	doc, found := b.Sheet(book, workbook.Hint{Year: "2019-2020"})
	if doc == nil {
		return nil, found.In(lang.EN)
	}
	sh := sheet.Read(doc, book, sheet.Expect{})
	return sh, doc.Findings.In(lang.EN)
}

// rowOf is the row of a criterion in a form.
func rowOf(t testing.TB, book *rulebook.Book, code string) int {
	t.Helper()
	at, ok := book.Index(code)
	if !ok {
		t.Fatal(code)
	}
	return at + 8
}

func set(t testing.TB, f *excelize.File, sheet, column string, row int, v any) {
	t.Helper()
	at, _ := excelize.JoinCellName(column, row)
	if err := f.SetCellValue(sheet, at, v); err != nil {
		t.Fatal(err)
	}
}

// fillIn fills in what TestRoundTrip expects.
func fillIn(t testing.TB, book *rulebook.Book) func(f *excelize.File) {
	return func(f *excelize.File) {
		set(t, f, page, "B", 5, "08/06/2020")
		for code, v := range map[string]any{"1.1": 100, "1.2": 85.5, "1.3": "85,25", "2.1": "85.5", "2.2": "90%",
			"2.3":     0,
			"3.2.1.1": " 87,5 % "} {
			set(t, f, page, "E", rowOf(t, book, code), v)
		}
		set(t, f, page, "H", rowOf(t, book, "1.1"), "- Nghị quyết 05\n- =1+1")
		set(t, f, page, "I", rowOf(t, book, "1.1"), "nộp sau")
		set(t, f, bonus, "A", 4, "3.1.")
		set(t, f, bonus, "B", 4, 8)
		set(t, f, bonus, "C", 4, "lan tỏa")
	}
}

func expected() *scoring.Sheet {
	return &scoring.Sheet{Unit: "Nam Định", Evidence: map[string][]string{
		"1.1": {"Nghị quyết 05", "=1+1", "Ghi chú: nộp sau"}},
		Marks: map[string]scoring.Mark{"1.1": scoring.InPercent(100_00), "1.2": scoring.InPercent(85_50),
			"1.3": scoring.InPercent(85_25), "2.1": scoring.InPercent(85_50), "2.2": scoring.InPercent(90_00),
			"2.3": scoring.InPercent(0), "3.2.1.1": scoring.InPercent(87_50)},
		Requests: []scoring.Request{{Target: "3.1", Points: 8 * scoring.Point, Reason: "lan tỏa"}}}
}

func same(t *testing.T, got *scoring.Sheet, found string) {
	t.Helper()
	if found != "" {
		t.Fatal(found)
	}
	if got.Submitted.Format("2006-01-02") != "2020-06-08" {
		t.Errorf("submitted %v", got.Submitted)
	}
	got.Submitted = expected().Submitted
	if diff := cmp.Diff(expected(), got, cmp.AllowUnexported(scoring.Mark{})); diff != "" {
		t.Error(diff)
	}
}

// A form that was filled in says what was typed, however it was typed.
func TestRoundTrip(t *testing.T) {
	book := open(t, "5350-2019")
	got, found := read(t, book, "nam-dinh.xlsx", filled(t, book, "Nam Định", "2019-2020", fillIn(t, book)))
	same(t, got, found)
}

// The same after an office program has saved it anew.
func TestRoundTripThroughOffice(t *testing.T) {
	got, found := read(t, open(t, "5350-2019"), "form.xlsx", inOffice(t).saved["form"])
	same(t, got, found)
}

// Whatever is wrong with a form is said with sheet and cell, and what to do.
func TestFormFindings(t *testing.T) {
	book := open(t, "5350-2019")
	var form bytes.Buffer
	if err := workbook.Form(&form, book, "Nam Định", "2019-2020"); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		fill func(f *excelize.File)
		want string
	}{
		"a fraction": {func(f *excelize.File) { set(t, f, page, "E", rowOf(t, book, "1.1"), 0.85) },
			"[Phiếu tự chấm!E9]: criterion 1.1: 0.85 % or 85 %?; write 85, or 0.85%"},
		"too much": {func(f *excelize.File) { set(t, f, page, "E", rowOf(t, book, "1.2"), 120) },
			"[Phiếu tự chấm!E10]: "},
		"no number": {func(f *excelize.File) { set(t, f, page, "E", rowOf(t, book, "1.2"), "tốt") },
			"[Phiếu tự chấm!E10]: "},
		"a formula": {func(f *excelize.File) { _ = f.SetCellFormula(page, "E9", "40+45") },
			"[Phiếu tự chấm!E9]: this cell holds a formula"},
		"a changed maximum": {func(f *excelize.File) { set(t, f, page, "C", rowOf(t, book, "1.1"), 200) },
			"[Phiếu tự chấm!C9]: a locked cell of criterion 1.1 was changed"},
		"a changed way to score": {func(f *excelize.File) { set(t, f, page, "D", rowOf(t, book, "1.1"), "điểm") },
			"[Phiếu tự chấm!D9]: a locked cell of criterion 1.1 was changed"},
		"changed evidence": {func(f *excelize.File) { set(t, f, page, "G", rowOf(t, book, "1.2"), "không cần") },
			"[Phiếu tự chấm!G10]: a locked cell of criterion 1.2 was changed"},
		"a field with evidence": {func(f *excelize.File) { set(t, f, page, "G", rowOf(t, book, "1"), "x") },
			"[Phiếu tự chấm!G8]: a locked cell of criterion 1 was changed"},
		"a moved row": {func(f *excelize.File) { _ = f.InsertRows(page, 12, 1) }, "was moved"},
		"a row gone": {func(f *excelize.File) { _ = f.RemoveRow(page, rowOf(t, book, "14.2")) },
			"14.2 is missing"},
		"another unit": {func(f *excelize.File) { set(t, f, page, "B", 3, "Hà Nam") },
			"this form is \"Nam Định\"'s"},
		"no day": {func(f *excelize.File) { set(t, f, page, "B", 5, "tháng 6") },
			"[Phiếu tự chấm!B5]: \"tháng 6\" is no date"},
		"a request for nothing": {func(f *excelize.File) { set(t, f, bonus, "B", 4, 3) }, "[Đề nghị thưởng!A4]"},
		"another rulebook": {func(f *excelize.File) { _ = f.SetCellStr("_thidua", "B2", "school-cluster-example") },
			"follows the rulebook \"school-cluster-example\""},
		"another edition": {func(f *excelize.File) { _ = f.SetCellStr("_thidua", "B3", "0") }, "another edition"},
		"a sheet gone":    {func(f *excelize.File) { _ = f.DeleteSheet(page) }, "is missing"},
	} {
		t.Run(name, func(t *testing.T) {
			_, found := read(t, book, "f.xlsx", refilled(t, form.Bytes(), tt.fill))
			if !strings.Contains(found, tt.want) {
				t.Errorf("found %s\nwant %s", found, tt.want)
			}
		})
	}
}

// The tables that offices pass around, as workbook or CSV.
func TestPlainTables(t *testing.T) {
	book := open(t, "5350-2019")
	for name, tt := range map[string]struct {
		file, src string
		marks     map[string]scoring.Mark
		want      string
	}{
		"percents by number": {"nam-dinh.csv",
			"STT;Tiêu chí;Điểm tối đa;Tự chấm (%);Minh chứng\n1.1;x;20;100;NQ 05\n1.2.;x;30;85,5;\n" +
				"1;Rà soát;100;99;\nTổng cộng;;;99;\n",
			map[string]scoring.Mark{"1.1": scoring.InPercent(100_00), "1.2": scoring.InPercent(85_50)}, ""},
		"points, tabs": {"ha-nam.csv", "TT\tNội dung\tĐiểm chuẩn\tĐiểm tự chấm\n1.1\tx\t20\t10\n1.2\t\t30\t20,5\n",
			map[string]scoring.Mark{"1.1": scoring.InPoints(10 * scoring.Point), "1.2": scoring.InPoints(20_500_000)},
			""},
		"whose": {"bang.csv", "Đơn vị:;Hải Dương\nSTT;Tự chấm (điểm)\n1.1;10\n",
			map[string]scoring.Mark{"1.1": scoring.InPoints(10 * scoring.Point)}, ""},
		"rows without a number": {"nam-dinh.csv", "Tiêu chí,Tự chấm %\n" + book.Criteria[1].Title + ",50\n",
			map[string]scoring.Mark{"1.1": scoring.InPercent(50_00)}, ""},
		"points or percents": {"nam-dinh.csv", "STT,Tự chấm\n1.1,10\n", nil, "[D1]: is the column"},
		"whose, nobody says": {"bang.csv", "STT,Tự chấm %\n1.1,10\n", nil, "does not say whose"},
		"an unknown row":     {"nam-dinh.csv", "STT,Tự chấm %\n99.9,10\n", nil, "[B2]: nobody can say which criterion"},
		"no table":           {"nam-dinh.csv", "a,b\n1,2\n", nil, "no table of self-scores"},
	} {
		t.Run(name, func(t *testing.T) {
			sh, found := read(t, book, tt.file, []byte(tt.src))
			if tt.want == "" && found != "" || !strings.Contains(found, strings.Replace(tt.want, "[D1]", "[B1]", 1)) {
				t.Fatalf("found %s, want %s", found, tt.want)
			}
			if tt.marks != nil {
				if diff := cmp.Diff(tt.marks, sh.Marks, cmp.AllowUnexported(scoring.Mark{})); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

// Whatever a workbook or a table holds, reading it ends with a sheet or with findings.
func FuzzTable(f *testing.F) {
	book := open(f, "5350-2019")
	f.Add("STT;Tiêu chí;Điểm tối đa;Tự chấm (%);Minh chứng\n1.1;x;20;100;NQ 05\n")
	f.Add("Đơn vị:,Hải Dương\nTT,Tự chấm (điểm)\n1.1,\"=1+1\"\n\u202e,0.5\n")
	f.Fuzz(func(t *testing.T, src string) {
		sh, found := read(t, book, "nam-dinh.csv", []byte(src))
		if found == "" && sh == nil {
			t.Error("neither a sheet nor a finding")
		}
	})
}

// FuzzWorkbook is the same for files that pretend to be workbooks.
func FuzzWorkbook(f *testing.F) {
	book := open(f, "5350-2019")
	f.Add(filled(f, book, "Nam Định", "2019-2020", nil))
	f.Fuzz(func(t *testing.T, src []byte) {
		sh, found := read(t, book, "f.xlsx", src)
		if found == "" && sh == nil {
			t.Error("neither a sheet nor a finding")
		}
	})
}

// No row of a form cuts its words: it is as high as its evidence has lines, the long heads have two.
func TestRowsAreHighEnough(t *testing.T) {
	book := open(t, "5350-2019")
	filled(t, book, "Nam Định", "2019-2020", func(f *excelize.File) {
		enough := func(row, lines int) {
			const line = 14.0
			if h, err := f.GetRowHeight(page, row); err != nil || h < float64(lines)*line {
				t.Errorf("row %d is %g high, %v; it has %d lines", row, h, err, lines)
			}
		}
		enough(7, 2)
		for _, c := range book.Criteria {
			const letters = 60 // no line holds more
			enough(rowOf(t, book, c.Code), max(len(c.Evidence), (len([]rune(c.Title))+letters-1)/letters))
		}
	})
}
