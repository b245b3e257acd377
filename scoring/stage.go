package scoring

import (
	"fmt"

	"thidua/scoring/lang"
)

// Stage is one of the three readings of a unit's scores.
type Stage uint8

// The stages. Self-scores are what the sheets say, before any decision of the meeting: no bonus, penalty, sanction or
// order counts there. The agreed stage has them all; the appraised stage has them too, with the Ministry's percents
// where it gave any (rule 2). The final stage is a reading of the standings alone: places as appraised, and beside what
// the cluster proposed what was decided in the end.
const (
	Self Stage = iota
	Agreed
	Appraised
	stages
	Final = stages
)

// ParseStage reads a stage's name: self, agreed, appraised, final.
func ParseStage(s string) (Stage, error) {
	for st := range Final + 1 {
		if st.String() == s {
			return st, nil
		}
	}
	return Agreed, fmt.Errorf("there is no stage %q; use self, agreed, appraised or final", s)
}

// Scores is the stage whose scores a stage shows: that of the final one is the appraised.
func (s Stage) Scores() Stage { return min(s, Appraised) }

// String is the stage's name in files and on the command line.
func (s Stage) String() string { return [...]string{"self", "agreed", "appraised", "final"}[s] }

// StageName is what people call a stage, in the rulebook's words.
func (b *Rulebook) StageName(st Stage) lang.Text { return b.Said(st.Name()) }

// Name is what people call the stage, in the words of this program.
func (s Stage) Name() lang.Text {
	return [...]lang.Text{
		{VI: "tự chấm", EN: "self-scored"}, {VI: "cụm thống nhất", EN: "agreed"}, {VI: "thẩm định", EN: "appraised"},
		{VI: "chính thức", EN: "final"},
	}[s]
}
