package report

import (
	"bytes"
	"encoding/json"
	"fmt"
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
		electedAll(&s.State),
	})
}

// officers are those elected in the meeting by office, null until then, in the order of election.
type officers []struct {
	id scoring.Office
	of *officer
}

// MarshalJSON writes an object whose keys stand in the order of the offices.
func (o officers) MarshalJSON() ([]byte, error) {
	b := bytes.NewBufferString("{")
	for i, x := range o {
		id, err := json.Marshal(x.id)
		if err != nil {
			return nil, err
		}
		of, err := json.Marshal(x.of)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(b, "%s:%s", id, of)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

type officer struct {
	Unit string `json:"unit"`
	How  string `json:"how"`
}

// electedAll are the officers of a meeting: leader and deputy, unless the rulebook names offices of its own.
func electedAll(s *scoring.State) (out officers) {
	offices := []scoring.Office{scoring.Leader, scoring.Deputy}
	if len(s.Rulebook().Offices) > 0 {
		offices = s.Rulebook().Election.Offices
	}
	for _, o := range offices {
		out = append(out, struct {
			id scoring.Office
			of *officer
		}{o, elected(s, o)})
	}
	return out
}

// elected is who was elected to an office in the meeting, nil until somebody is.
func elected(s *scoring.State, o scoring.Office) *officer {
	unit, how, ok := s.Elected(o)
	if !ok {
		return nil
	}
	return &officer{s.Units()[unit].Name(), how}
}
