// Package report writes what a meeting found: standings, record and rulebook as tables for people and as JSON or CSV
// for programs. The JSON does not depend on any language.
package report

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"thidua/data/clean"
	"thidua/data/meeting"
	"thidua/scoring"
)

// standings is the contract's form of a table of standings.
type standings struct {
	Rulebook  string     `json:"rulebook"`
	Cluster   string     `json:"cluster"`
	Year      string     `json:"year"`
	Stage     string     `json:"stage"`
	Decisions int        `json:"decisions"`
	Standings []standing `json:"standings"`
	Officers  officers   `json:"officers"`
}

type standing struct {
	Rank     int         `json:"rank"`
	Unit     string      `json:"unit"`
	Criteria json.Number `json:"criteria"`
	Bonus    json.Number `json:"bonus"`
	Penalty  json.Number `json:"penalty"`
	Total    json.Number `json:"total"`
	Level    json.Number `json:"level_total"`
	Maximum  json.Number `json:"maximum"`
	Tie      string      `json:"tie"`
	Sanction string      `json:"sanction"`
	Barred   string      `json:"barred,omitempty"`
	Award    string      `json:"award"`
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

func number(n fmt.Stringer) json.Number { return json.Number(n.String()) }

// StandingsJSON writes the standings at a stage as the contract has them (section 4).
func StandingsJSON(w io.Writer, s *meeting.Snapshot, st scoring.Stage) error {
	out := standings{Rulebook: s.Rulebook().ID, Cluster: s.Cluster(), Year: s.Year(), Stage: st.String(),
		Decisions: s.Seq()}
	for _, x := range s.Standings(st).All() {
		row := standing{
			Rank: x.Rank, Unit: s.Units()[x.Unit].Name(),
			Criteria: number(x.Criteria), Bonus: number(x.Bonus), Penalty: number(x.Penalty), Total: number(x.Total),
			Level: number(x.Level), Maximum: number(x.Maximum),
			Tie: x.Tie.String(), Sanction: string(x.Sanction), Award: x.Award,
		}
		if x.Barred != nil {
			row.Barred = x.Barred.ID
		}
		out.Standings = append(out.Standings, row)
	}
	out.Officers = officers{elected(&s.State, scoring.Leader), elected(&s.State, scoring.Deputy)}
	return write(w, out)
}

// elected is who was elected to an office in the meeting, nil until somebody is.
func elected(s *scoring.State, o scoring.Office) *officer {
	unit, how, ok := s.Elected(o)
	if !ok {
		return nil
	}
	return &officer{s.Units()[unit].Name(), how}
}

func write(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// StandingsCSV writes the standings at a stage as comma-separated values with the JSON's names. A text that a
// spreadsheet would take for a formula gets an apostrophe in front.
func StandingsCSV(w io.Writer, s *meeting.Snapshot, st scoring.Stage) error {
	c := csv.NewWriter(w)
	_ = c.Write([]string{"rank", "unit", "criteria", "bonus", "penalty", "total", "level_total", "tie", "sanction",
		"award"})
	for _, x := range s.Standings(st).All() {
		_ = c.Write([]string{
			fmt.Sprint(x.Rank), harmless(s.Units()[x.Unit].Name()),
			x.Criteria.String(), x.Bonus.String(), x.Penalty.String(), x.Total.String(), x.Level.String(),
			x.Tie.String(), string(x.Sanction), x.Award,
		})
	}
	c.Flush()
	return c.Error() // the first error of any Write
}

func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return "'" + s
	}
	return s
}

// LogJSON writes the record, one decision a line, each its canonical JSON with the hash added.
func LogJSON(w io.Writer, s *meeting.Snapshot) error {
	for _, e := range s.Log {
		if _, err := fmt.Fprintf(w, "%s,\"hash\":%q}\n", shown(e.Body[:len(e.Body)-1]), e.Hash); err != nil {
			return err
		}
	}
	return nil
}

// shown is JSON that a terminal only shows. The text of a rulebook may hold, in its comments, what a terminal would
// obey; it is written as an escape here, which to JSON is the same.
func shown(body []byte) []byte {
	if _, foul := clean.Find(string(body)); !foul {
		return body
	}
	var out []byte
	for _, r := range string(body) {
		switch {
		case !clean.Forbidden(r):
			out = utf8.AppendRune(out, r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	return out
}

// rulebook is the contract's form of a rulebook.
type rulebook struct {
	ID       string      `json:"id"`
	Title    string      `json:"title"`
	Example  bool        `json:"example,omitempty"`
	Criteria []criterion `json:"criteria"`
	Clusters []cluster   `json:"clusters"`
}

type criterion struct {
	Code     string      `json:"code"`
	Title    string      `json:"title"`
	Max      json.Number `json:"max"`
	Assessor string      `json:"assessor"`
	Scored   bool        `json:"scored"`
	Level    bool        `json:"level"`
	Kind     string      `json:"kind,omitempty"`
	Optional bool        `json:"optional,omitempty"`
	Evidence []string    `json:"evidence,omitempty"`
}

type cluster struct {
	ID     string   `json:"id"`
	Units  []string `json:"units"`
	Leader string   `json:"leader"`
	Deputy string   `json:"deputy"`
}

// RulebookJSON writes a rulebook as the contract has it (section 1), fields among the criteria in the letter's order.
func RulebookJSON(w io.Writer, b *scoring.Rulebook) error {
	out := rulebook{ID: b.ID, Title: b.Title.VI, Example: b.Example, Clusters: []cluster{}}
	for _, c := range b.Criteria {
		row := criterion{
			Code: c.Code, Title: c.Title, Max: number(c.Max), Assessor: c.Assessor, Scored: c.Scored,
			Level: c.Level || slices.Contains(b.TieBreak.Assessors, c.Assessor), Optional: c.Optional,
			Evidence: c.Evidence,
		}
		if c.Scored {
			row.Kind = [...]string{"percent", "yes-no", "bands"}[c.Scale]
		}
		out.Criteria = append(out.Criteria, row)
	}
	for _, c := range b.Clusters {
		row := cluster{ID: c.ID, Units: c.Units}
		if o, ok := c.Sitting(); ok {
			row.Leader, row.Deputy = o.Leader, o.Deputy
		}
		out.Clusters = append(out.Clusters, row)
	}
	return write(w, out)
}
