package results_test

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Where meetings of earlier years were named the workbook has ranks over the years, changes and who held office, on
// sheets of their own; their numbers are numbers.
func TestYearsInWorkbook(t *testing.T) {
	s, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	last := sampleMeeting(t).Ended()
	last.Year = "2018-2019"
	s.Begin.Past = []scoring.Past{last}
	s.Begin.History = []scoring.Officers{{Year: "2018-2019", Leader: "Hà Nam"}}
	m, err := meeting.InMemory("Thư ký", s.Begin, nil)
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, m.Snapshot(), lang.VI)
	rows := func(sheet string) [][]string {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	units := len(m.Snapshot().Units())
	ranks := rows("Qua các năm")
	if len(ranks) != units+1 || ranks[0][1] != "Hạng 2018-2019 (cụm thống nhất, chưa chốt)" ||
		ranks[0][4] != "Điểm 2019-2020 (cụm thống nhất)" {
		t.Errorf("%q", ranks)
	}
	found := false
	for _, r := range ranks[1:] {
		if r[0] == "Nam Định" {
			found = strings.Join(r[1:3], "|") == "1|2011.25"
		}
	}
	if !found {
		t.Errorf("%q", ranks)
	}
	fields := 0
	for _, n := range m.Snapshot().Rulebook().Criteria {
		if n.Parent < 0 {
			fields++
		}
	}
	if changes := rows("So với năm trước"); len(changes) != units*fields+1 || !strings.HasSuffix(changes[0][3],
		"2018-2019 (cụm thống nhất, chưa chốt)") {
		t.Errorf("%d rows of changes, %q", len(changes), changes[0])
	}
	if held := rows("Ai giữ chức"); len(held) < 2 || !strings.Contains(strings.Join(held[1], "|")+
		strings.Join(held[len(held)-1], "|"), "Hà Nam") {
		t.Errorf("%q", held)
	}
}
