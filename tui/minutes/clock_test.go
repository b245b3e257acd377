package minutes

import (
	"testing"
	"time"

	"thidua/scoring"
)

// Times are read as people type them, of the day of the sitting where no day is typed; what is no time is refused.
func TestTimes(t *testing.T) {
	zone := time.FixedZone("", 7*3600)
	of := scoring.Convened{}
	of.Start = time.Date(2020, 6, 30, 8, 0, 0, 0, zone)
	for typedText, want := range map[string]string{
		"8":                      "08:00 30/06/2020",
		"8h":                     "08:00 30/06/2020",
		"8:30":                   "08:30 30/06/2020",
		"08.05":                  "08:05 30/06/2020",
		"8h30":                   "08:30 30/06/2020",
		"8 giờ 30":               "08:30 30/06/2020",
		"17:00 1/7":              "17:00 01/07/2020",
		"17:00, 1-7-2021":        "17:00 01/07/2021",
		"8 giờ 30 ngày 5/7/2020": "08:30 05/07/2020",
		"8:30 05/07/2020":        "08:30 05/07/2020",
		"24:00":                  "", "8:60": "", "8:30 31/6": "", "8:30 0/6": "", "sáng": "", "": "", "8:30:15": "",
		"-8": "", "8:30 30/6/20": "", "8:30 30/13": "",
	} {
		got, wrong := typed{of: of, text: typedText}.time()
		if clock(got) != want || wrong.IsZero() == (want == "") {
			t.Errorf("%q is %s (%s), want %s", typedText, clock(got), wrong.VI, want)
		}
		if !got.IsZero() && got.Location() != zone {
			t.Errorf("%q is in another zone: %s", typedText, got)
		}
	}
}
