package report

import (
	"encoding/json"
	"io"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// AppraisalJSON writes every difference between what was agreed and what the appraisal gave, and what that does to each
// unit.
func AppraisalJSON(w io.Writer, s *scoring.State) error {
	differences, err := objects(view.AppraisalDifferences(s, lang.VI))
	if err != nil {
		return err
	}
	units, err := objects(view.AppraisalEffect(s, lang.VI))
	if err != nil {
		return err
	}
	return write(w, struct {
		Rulebook    string            `json:"rulebook"`
		Cluster     string            `json:"cluster"`
		Year        string            `json:"year"`
		Decisions   int               `json:"decisions"`
		Differences []json.RawMessage `json:"differences"`
		Units       []json.RawMessage `json:"units"`
	}{s.Rulebook().ID, s.Cluster(), s.Year(), s.Seq(), differences, units})
}
