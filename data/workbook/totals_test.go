package workbook_test

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua/data/rulebook"
	"thidua/data/workbook"
	"thidua/scoring"
)

// typed is what somebody types for a criterion, one way after the other: numbers and the texts that stand for them.
func typed(c *scoring.Criterion, i int) any {
	comma := func(s string) string { return strings.Replace(s, ".", ",", 1) }
	switch c.Asks() {
	case scoring.EntryLevel:
		return " " + c.Levels[i%len(c.Levels)].Name.VI + " "
	case scoring.EntryCount:
		return []any{nil, 1, "2"}[i%3]
	case scoring.EntryPoints:
		half := (c.Max / 2).String()
		n, _ := strconv.ParseFloat(half, 64)
		return []any{n, comma(half), half, "50%", nil, "chưa rõ"}[i%6]
	}
	if c.Scale == scoring.ScaleYesNo {
		return []any{100, "100", "0", "100 %"}[i%4]
	}
	return []any{85.5, "85,5", "85.25", "90%", " 87,5 % ", 100, nil, 0, "96,5\u00a0%"}[i%9]
}

// fillAll fills in every criterion; what nobody can read is taken out again by words, which say no number.
func fillAll(t testing.TB, book *rulebook.Book) func(f *excelize.File) {
	return func(f *excelize.File) {
		n := 0
		for _, c := range book.Criteria {
			if !c.Scored {
				continue
			}
			if v := typed(&c, n); v != nil {
				set(t, f, page, "E", rowOf(t, book, c.Code), v)
			}
			n++
		}
	}
}

// self is what scoring makes of a sheet: the points of every criterion and field, and the total at the end.
func self(t *testing.T, book *rulebook.Book, sh *scoring.Sheet) (points []scoring.Points, total scoring.Points) {
	t.Helper()
	other := &scoring.Sheet{Unit: units()[1], Marks: map[string]scoring.Mark{}}
	s, err := scoring.Apply(scoring.State{}, scoring.Decision{Seq: 1, Act: scoring.New{Rulebook: book.Rulebook,
		Text: book.Text, Year: year(book), Units: units(), Sheets: []*scoring.Sheet{sh, other}}})
	if err != nil {
		t.Fatal(err)
	}
	u := s.Units()[0]
	for at := range book.Criteria {
		points = append(points, u.Points(scoring.Self, at))
	}
	return points, u.Total(scoring.Self)
}

// What a form says beside its cells and below its fields while it is filled in is what the meeting will count, whether
// numbers came into the cells as numbers or as text. An office program works it out.
func TestTotalsAsScored(t *testing.T) {
	office := inOffice(t)
	for _, id := range totalled() {
		t.Run(id, func(t *testing.T) {
			sameTotals(t, open(t, id).With(units()), office.filled[id], office.saved[id])
		})
	}
}

// totalled are the rulebooks whose forms are added up.
func totalled() []string {
	return []string{"5350-2019", "points-table-example", "school-cluster-example", "province-bloc-example"}
}

// units are who takes part in a meeting of two.
func units() []string { return []string{"Đơn vị một", "Đơn vị hai"} }

// year is a year as the rulebook writes it.
func year(book *rulebook.Book) string {
	if book.Years.Check("2026") == nil {
		return "2026"
	}
	return "2025-2026"
}

func sameTotals(t *testing.T, book *rulebook.Book, typedIn, saved []byte) {
	sh, found := read(t, book, "f.xlsx", typedIn)
	for line := range strings.Lines(found) {
		if !strings.Contains(line, "chưa rõ") {
			t.Fatal(found)
		}
	}
	points, total := self(t, book, sh)
	f, err := excelize.OpenReader(bytes.NewReader(saved))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for at, want := range append(points, total) {
		cell, _ := excelize.JoinCellName("F", 8+at)
		text, err := f.GetCellValue(page, cell, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		got, err := strconv.ParseFloat(text, 64)
		if err != nil || math.Abs(got-float64(want)/float64(scoring.Point)) > 1e-6 {
			t.Errorf("%s is %s, scored %s", cell, text, want)
		}
	}
	if total == 0 {
		t.Error("nothing was filled in")
	}
}

// BenchmarkForm is a form, made.
func BenchmarkForm(b *testing.B) {
	book := open(b, "5350-2019")
	for b.Loop() {
		if err := workbook.Form(new(bytes.Buffer), book, "Nam Định", "2019-2020"); err != nil {
			b.Fatal(err)
		}
	}
}
