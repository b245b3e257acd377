package decision

import (
	"encoding/json"
	"fmt"

	"thidua/data/clean"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// points are a number of points. The record always has it.
type points scoring.Points

func (v *points) record() (any, error) { return number(scoring.Points(*v)), nil }

func (v *points) read(raw json.RawMessage) error {
	n, err := unmarshalNumber(raw)
	if err != nil {
		return err
	}
	p, err := scoring.ParsePoints(n)
	*v = points(p)
	return err
}

func (v *points) take(f fields, name string) {
	p, _ := f.Points(name)
	*v = points(p)
}

func (v *points) missing() error { return unreadable("thiếu số điểm", "its points are missing") }

// number is an exact decimal as JSON.
func number(n fmt.Stringer) json.Number { return json.Number(n.String()) }

// whole is a whole number that the record always has.
type whole int

func (v *whole) record() (any, error) { return int(*v), nil }

func (v *whole) read(raw json.RawMessage) error { return unmarshalInt(raw, (*int)(v)) }

func (v *whole) take(f fields, name string) { *v = whole(f.Int(name)) }

// seq is the number of a decision; left out on record where it is 0.
type seq int

func (v *seq) record() (any, error) {
	if *v == 0 {
		return nil, nil
	}
	return int(*v), nil
}

func (v *seq) read(raw json.RawMessage) error { return unmarshalInt(raw, (*int)(v)) }

func (v *seq) take(f fields, name string) { *v = seq(f.Int(name)) }

// votes are a number of votes that the record always has.
type votes int

func (v *votes) record() (any, error) { return int(*v), nil }

func (v *votes) read(raw json.RawMessage) error { return unmarshalInt(raw, (*int)(v)) }

func (v *votes) take(f fields, name string) { *v = votes(f.votes(name)) }

// papers are a number of ballot papers; left out on record where it is 0, as nobody counted them.
type papers int

func (v *papers) record() (any, error) { return (*seq)(v).record() }

func (v *papers) read(raw json.RawMessage) error { return unmarshalInt(raw, (*int)(v)) }

func (v *papers) take(f fields, name string) { *v = papers(f.votes(name)) }

// maxVotes bounds a number of votes far above any meeting.
const maxVotes = 1_000_000

// votes reads a number of votes.
func (f fields) votes(name string) int {
	n := f.Int(name)
	if n < 0 || n > maxVotes {
		f.Fail(name, lang.Sayf("%s: %d không phải là số phiếu", "%s: %d is not a number of votes", clean.Show(name), n),
			lang.Sayf("đếm lại", "count again"))
		return 0
	}
	return n
}
