package decision

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/scoring"
)

// Sums of earlier years are kept exactly, with more decimals than anybody types, and below zero.
func TestPastKeepsSums(t *testing.T) {
	want := []scoring.Past{{Year: "2018-2019", Stage: scoring.Appraised, Units: []scoring.PastUnit{
		{Unit: "Nam Định", Rank: 1, Total: 1960_875000, Max: 2250 * scoring.Point, Award: "flag",
			Fields: []scoring.PastField{{Code: "3", Title: "Nhiệm vụ", Points: 585_123456, Max: 700 * scoring.Point}}},
		{Unit: "Hà Nam", Rank: 2, Total: -3_250000, Max: 2250 * scoring.Point, Award: scoring.AwardNone}}}}
	v := past(want)
	kept, err := v.record()
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(kept)
	if err != nil {
		t.Fatal(err)
	}
	var got past
	if err := got.read(text); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, []scoring.Past(got)); diff != "" {
		t.Error(diff)
	}
	for _, wrong := range []string{`[{"year":"x","stage":"never","units":[]}]`,
		`[{"year":"x","stage":"agreed","units":[{"unit":"A","rank":1,"total":1.2345678,"max":1,"award":"",` +
			`"fields":[]}]}]`,
		`[{"year":"x","stage":"agreed","units":[],"more":1}]`} {
		if err := new(past).read([]byte(wrong)); err == nil {
			t.Errorf("%s is taken", wrong)
		}
	}
}
