package results_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/results"
	"thidua/scoring"
	"thidua/scoring/lang"
)

func sampleMeeting(t testing.TB) *meeting.Snapshot {
	t.Helper()
	m, err := demo.Meeting(nil)
	if err != nil {
		t.Fatal(err)
	}
	return m.Snapshot()
}

func open(t *testing.T, s *meeting.Snapshot, l lang.Lang) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := results.Write(&b, s, l); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// The workbook has a sheet for each table; its numbers are numbers.
func TestWorkbook(t *testing.T) {
	s := sampleMeeting(t)
	f := open(t, s, lang.VI)
	want := "Xếp hạng|Điểm thống nhất|Điểm tự chấm|Chênh lệch|Biểu quyết|Bầu cử|Nhật ký"
	if got := strings.Join(f.GetSheetList(), "|"); got != want {
		t.Fatalf("sheets %s", got)
	}
	rows, err := f.GetRows("Xếp hạng", excelize.Options{RawCellValue: true})
	if err != nil || len(rows) != len(s.Units())+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if got := strings.Join(rows[1][:6], "|"); got != "1|Nam Định|2006.25|5|0|2011.25" {
		t.Errorf("first row %s", got)
	}
	matrix, err := f.GetRows("Điểm thống nhất", excelize.Options{RawCellValue: true})
	if n := len(s.Rulebook().Criteria) + 5; err != nil || len(matrix) != n {
		t.Errorf("%d rows, want %d: %v", len(matrix), n, err)
	}
	record, err := f.GetRows("Nhật ký")
	if err != nil || len(record) != s.Seq()+1 {
		t.Errorf("%d decisions, %v", len(record), err)
	}
	if f := open(t, s, lang.EN); f.GetSheetList()[0] != "Ranking" {
		t.Error("not in English")
	}
}

// Text from people is never a formula, also when somebody edits its cell later.
func TestTextStaysText(t *testing.T) {
	f := open(t, sampleMeeting(t), lang.VI)
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for y, row := range rows {
			for x := range row {
				at, _ := excelize.CoordinatesToCellName(x+1, y+1)
				if formula, err := f.GetCellFormula(sheet, at); err != nil || formula != "" {
					t.Errorf("%s!%s is a formula %q, %v", sheet, at, formula, err)
				}
			}
		}
	}
}

// Once the appraisal has come the workbook has its scores, the differences as a list and by unit, and what they do.
func TestAppraisalInWorkbook(t *testing.T) {
	s := sampleMeeting(t)
	next, err := scoring.Apply(s.State, scoring.Decision{Act: scoring.Appraise{Unit: "Nam Định", Criterion: "1.1",
		Mark: scoring.InPercent(50_00), Assessor: "Cục Cơ sở vật chất"}})
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, &meeting.Snapshot{State: next, Log: s.Log}, lang.VI)
	rows := func(sheet string) [][]string {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	list := rows("Chênh lệch thẩm định")
	if len(list) != 2 || strings.Join(list[1][:8], "|") !=
		"Nam Định|1.1|Chủ trương của địa phương|20|10|-10|Cục Cơ sở vật chất|chưa giải trình" {
		t.Errorf("%q", list)
	}
	by := rows("Ma trận thẩm định")
	if len(by) != 1+1+7 || by[1][0] != "1.1" || !strings.Contains(strings.Join(by[1], "|"), "|-10") {
		t.Errorf("%q", by)
	}
	effect := rows("Ảnh hưởng thẩm định")
	if len(effect) != len(s.Units())+1 ||
		strings.Join(effect[0][:3], "|") != "Đơn vị|Điểm, cụm thống nhất|Điểm, thẩm định" {
		t.Errorf("%q", effect)
	}
	if n := len(rows("Điểm thẩm định")); n != len(s.Rulebook().Criteria)+5 {
		t.Errorf("%d rows of points", n)
	}
}

func BenchmarkWorkbook(b *testing.B) {
	s := sampleMeeting(b)
	for b.Loop() {
		if err := results.Write(new(bytes.Buffer), s, lang.VI); err != nil {
			b.Fatal(err)
		}
	}
}
