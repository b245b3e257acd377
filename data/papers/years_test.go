package papers_test

import (
	"strings"
	"testing"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/paper/txt"
	"thidua/data/papers"
	"thidua/scoring"
)

// The report says ranks and totals over the years, each with its stage, marked rises with their clause, and who held
// office; of a unit that was not there it says so, and where the maximum changed that shares are compared.
func TestReportHasYears(t *testing.T) {
	s, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	begin := func() *meeting.Snapshot {
		m, err := meeting.InMemory("Thư ký", s.Begin, nil)
		if err != nil {
			t.Fatal(err)
		}
		return m.Snapshot()
	}
	said := func() string {
		return strings.Join(strings.Fields(strings.Join(txt.Lines(papers.Report(begin()), 300), "\n")), " ")
	}
	if strings.Contains(said(), "SO VỚI CÁC NĂM TRƯỚC") {
		t.Error("the report speaks of earlier years that nobody named")
	}
	last := begin().Ended()
	last.Year, last.Stage, last.Open = "2018-2019", scoring.Appraised, false
	f := &last.Units[0].Fields[2]
	f.Points, f.Max = f.Points-100*scoring.Point, f.Max+50*scoring.Point
	last.Units[1].Unit = "Tên cũ"
	s.Begin.Past = []scoring.Past{last}
	s.Begin.History = []scoring.Officers{{Year: "2018-2019", Leader: "Hà Nam"}}
	text := said()
	for _, want := range []string{"SO VỚI CÁC NĂM TRƯỚC",
		"Điểm và hạng của năm: 2018-2019 (thẩm định) và 2019-2020 (cụm", "không có",
		"điểm phần trăm của điểm tối đa, không kể điểm thưởng, điểm trừ): 1.", "(III.2.2.b)",
		"điểm tối đa 750,00 → 700,00: so tỷ lệ", "Đơn vị giữ chức các năm"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}
