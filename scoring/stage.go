package scoring

import (
	"fmt"

	"thidua/scoring/lang"
)

// Stage is one of the three readings of a unit's scores.
type Stage uint8

// The stages. Self-scores are what the sheets say, before any decision of the meeting: no bonus, penalty, sanction or
// order counts there. The agreed stage has them all; the appraised stage has them too, with the Ministry's percents
// where it gave any (rule 2).
const (
	Self Stage = iota
	Agreed
	Appraised
	stages
)

// ParseStage reads a stage's name: self, agreed, appraised.
func ParseStage(s string) (Stage, error) {
	for st := range stages {
		if st.String() == s {
			return st, nil
		}
	}
	return Agreed, fmt.Errorf("there is no stage %q; use self, agreed or appraised", s)
}

// String is the stage's name in files and on the command line.
func (s Stage) String() string { return [...]string{"self", "agreed", "appraised"}[s] }

// Name is what people call the stage.
func (s Stage) Name() lang.Text {
	return [...]lang.Text{
		{VI: "tự chấm", EN: "self-scored"}, {VI: "cụm thống nhất", EN: "agreed"}, {VI: "thẩm định", EN: "appraised"},
	}[s]
}
