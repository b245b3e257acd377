package report

import (
	"encoding/json"
	"io"

	"thidua/data/meeting"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// formOfMeeting is the form of the file that MeetingJSON writes: it grows by one when a name in it changes its meaning.
const formOfMeeting = 1

// ofUnit is what one unit has at every criterion.
type ofUnit struct {
	Unit     string            `json:"unit"`
	Criteria []json.RawMessage `json:"criteria"`
}

// whole is a meeting as one document.
type whole struct {
	Form        int                          `json:"form"`
	Rulebook    string                       `json:"rulebook"`
	Cluster     string                       `json:"cluster"`
	Year        string                       `json:"year"`
	Closed      bool                         `json:"closed"`
	Fingerprint string                       `json:"fingerprint"`
	Standings   map[string][]json.RawMessage `json:"standings"`
	Units       []ofUnit                     `json:"units"`
	Differences []json.RawMessage            `json:"differences"`
	Appraisal   []json.RawMessage            `json:"appraisal"`
	Votes       []json.RawMessage            `json:"votes"`
	Elections   []json.RawMessage            `json:"elections"`
	Officers    officers                     `json:"officers"`
	Sittings    []ofSitting                  `json:"sittings"`
	Record      []json.RawMessage            `json:"record"`
}

// MeetingJSON writes all that a meeting came to, and its whole record, as one document: every table with the names that
// its columns have in CSV, the record's decisions as they are kept.
func MeetingJSON(w io.Writer, s *meeting.Snapshot) error {
	out := whole{Form: formOfMeeting, Rulebook: s.Rulebook().ID, Cluster: s.Cluster(), Year: s.Year(),
		Closed:      s.Closed(),
		Fingerprint: s.Fingerprint(), Standings: map[string][]json.RawMessage{},
		Officers: electedAll(&s.State), Sittings: sittings(&s.State)}
	for _, st := range []scoring.Stage{scoring.Self, scoring.Agreed, scoring.Appraised, scoring.Final} {
		rows, err := objects(view.Standings(&s.State, st, lang.VI))
		if err != nil {
			return err
		}
		out.Standings[st.String()] = rows
	}
	for i, u := range s.Units() {
		rows, err := objects(view.Criteria(&s.State, i, lang.VI))
		if err != nil {
			return err
		}
		out.Units = append(out.Units, ofUnit{u.Name(), rows})
	}
	for _, t := range []struct {
		to *[]json.RawMessage
		of table.Table
	}{
		{&out.Differences, view.Differences(&s.State, lang.VI)},
		{&out.Appraisal, view.AppraisalDifferences(&s.State, lang.VI)}, {&out.Votes, view.Votes(&s.State, lang.VI)},
		{&out.Elections, view.Rounds(&s.State, lang.VI)},
	} {
		rows, err := objects(t.of)
		if err != nil {
			return err
		}
		*t.to = rows
	}
	for _, e := range s.Log {
		out.Record = append(out.Record, json.RawMessage(withHash(e)))
	}
	return write(w, out)
}
