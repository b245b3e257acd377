package workbook_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/data/workbook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// A column as spreadsheets and terminals hand it on: lines end in any way, a cell is clean, blank ones at the end go.
func TestColumn(t *testing.T) {
	for text, want := range map[string][]string{
		"":                                  {},
		"85":                                {"85"},
		"85\n90\n":                          {"85", "90"},
		"85\r\n\r\n90\r\n\r\n":              {"85", "", "90"},
		"85\r90\r":                          {"85", "90"},
		"\n85,5% \t\n":                      {"", "85,5%"},
		"1.1\t85":                           {"1.1\t85"},
		"8\x1b[31m5\u200b\n\u202e90\x00\n ": {"8[31m5", "90"},
		"\u00a085,5\u00a0\nTo\u0302\u0301t": {"85,5", "Tốt"},
	} {
		if got := workbook.Column(text); !cmp.Equal(got, want) && len(got)+len(want) > 0 {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A cell is read in the way in which its criterion asks for scores, and as it stands.
func TestMarkOfACell(t *testing.T) {
	percent := &scoring.Criterion{Code: "1.1", Max: 20 * scoring.Point, Scored: true}
	points := &scoring.Criterion{Code: "1.2", Max: 20 * scoring.Point, Scored: true, Entry: scoring.EntryPoints}
	levels := &scoring.Criterion{Code: "1.3", Max: 20 * scoring.Point, Scored: true, Scale: scoring.ScaleLevels,
		Levels: []scoring.Level{{ID: "good", Name: lang.Text{VI: "Tốt", EN: "Good"}, Points: 20 * scoring.Point}}}
	count := &scoring.Criterion{Code: "1.4", Max: 20 * scoring.Point, Scored: true, Scale: scoring.ScaleCount}
	none := scoring.Mark{}
	for _, c := range []struct {
		of       *scoring.Criterion
		cell     string
		want     scoring.Mark
		fraction bool
	}{
		{percent, "85,5", scoring.InPercent(85_50), false}, {percent, "85.5", scoring.InPercent(85_50), false},
		{percent, "85,5%", scoring.InPercent(85_50), false}, {percent, "85,5 %", scoring.InPercent(85_50), false},
		{percent, "0", scoring.InPercent(0), false}, {percent, "100", scoring.InPercent(100_00), false},
		{percent, "0,85", scoring.InPercent(85), true}, {percent, "1", scoring.InPercent(1_00), true},
		{percent, "0,85%", scoring.InPercent(85), false}, {percent, "1,01", scoring.InPercent(1_01), false},
		{percent, "101", none, false}, {percent, "-5", none, false}, {percent, "85,555", none, false},
		{percent, "tốt", none, false}, {percent, "85 90", none, false}, {percent, "1.1\t85", none, false},
		{percent, "NaN", none, false}, {percent, "1e400", none, false}, {percent, "#DIV/0!", none, false},
		{points, "12,5", scoring.InPoints(12*scoring.Point + scoring.Point/2), false},
		{points, "85%", scoring.InPercent(85_00), false}, {points, "0,5", scoring.InPoints(scoring.Point / 2), false},
		{points, "21", none, false},
		{levels, "tốt", scoring.AtLevel("good"), false}, {levels, "good", scoring.AtLevel("good"), false},
		{levels, "khá", none, false},
		{count, "3", scoring.Counted(3), false}, {count, "3,5", none, false}, {count, "3%", none, false},
		{count, "-1", none, false},
	} {
		got, fraction, err := workbook.Mark(c.of, c.cell)
		if refused := new(scoring.Refusal); c.want == none {
			if !errors.As(err, &refused) {
				t.Errorf("%s %q: %v, %v, want a refusal", c.of.Code, c.cell, got, err)
			}
			continue
		}
		if got != c.want || fraction != c.fraction || err != nil {
			t.Errorf("%s %q: %v %v %v, want %v %v", c.of.Code, c.cell, got, fraction, err, c.want, c.fraction)
		}
	}
}
