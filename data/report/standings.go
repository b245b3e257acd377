package report

import (
	"encoding/json"
	"io"

	"thidua/data/meeting"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// StandingsJSON writes the standings at a stage as the contract has them (section 4).
func StandingsJSON(w io.Writer, s *meeting.Snapshot, st scoring.Stage) error {
	rows, err := objects(view.Standings(&s.State, st, lang.VI))
	if err != nil {
		return err
	}
	return write(w, struct {
		Rulebook  string            `json:"rulebook"`
		Cluster   string            `json:"cluster"`
		Year      string            `json:"year"`
		Stage     string            `json:"stage"`
		Decisions int               `json:"decisions"`
		Standings []json.RawMessage `json:"standings"`
		Officers  officers          `json:"officers"`
	}{
		s.Rulebook().ID, s.Cluster(), s.Year(), st.String(), s.Seq(), rows,
		officers{elected(&s.State, scoring.Leader), elected(&s.State, scoring.Deputy)},
	})
}

// officers are those elected in the meeting, null until then.
type officers struct {
	Leader *officer `json:"leader"`
	Deputy *officer `json:"deputy"`
}

type officer struct {
	Unit string `json:"unit"`
	How  string `json:"how"`
}

// elected is who was elected to an office in the meeting, nil until somebody is.
func elected(s *scoring.State, o scoring.Office) *officer {
	unit, how, ok := s.Elected(o)
	if !ok {
		return nil
	}
	return &officer{s.Units()[unit].Name(), how}
}
