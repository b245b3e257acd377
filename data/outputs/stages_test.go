package outputs_test

import (
	"regexp"
	"strings"
	"testing"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/outputs"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Every file with totals says of which stage they are, also when there are others.
func TestOutputsSayTheirStage(t *testing.T) {
	m, err := demo.Meeting(nil)
	if err != nil {
		t.Fatal(err)
	}
	s, err := m.Propose(t.Context(), meeting.Proposal{Acts: []scoring.Act{
		scoring.Appraise{Unit: "Nam Định", Criterion: "1.1", Mark: scoring.InPercent(10_00)}}})
	if err != nil {
		t.Fatal(err)
	}
	total := regexp.MustCompile(`[12][.,]?\d{3}[.,]\d{2}`)
	for _, l := range []lang.Lang{lang.VI, lang.EN} {
		for _, o := range outputs.All(s, l, nil) {
			text := strings.Join(o.Read()(200), "\n")
			if total.MatchString(text) && !strings.Contains(text, "thống nhất") && !strings.Contains(text, "agreed") {
				t.Errorf("%s has totals and does not say of which stage", o.Name)
			}
		}
	}
}
