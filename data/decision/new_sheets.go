package decision

import (
	"encoding/json"
	"maps"
	"slices"
	"time"

	"thidua/scoring"
)

// sheets are the sheets of a meeting on record, as they were read; left out where there are none.
type sheets []*scoring.Sheet

// sheet is a unit's sheet on record.
type sheet struct {
	Unit          string                 `json:"unit"`
	Submitted     string                 `json:"submitted,omitempty"`
	Late          bool                   `json:"late,omitempty"`
	Percent       map[string]json.Number `json:"percent"`
	Points        map[string]json.Number `json:"points,omitempty"`
	Level         map[string]string      `json:"level,omitempty"`
	Count         map[string]int         `json:"count,omitempty"`
	Evidence      map[string][]string    `json:"evidence,omitempty"`
	Requests      []request              `json:"request,omitempty"`
	NotApplicable []string               `json:"not_applicable,omitempty"`
}

type request struct {
	Target string      `json:"target"`
	Points json.Number `json:"points"`
	Reason string      `json:"reason"`
}

func (v *sheets) record() (any, error) {
	if len(*v) == 0 {
		return nil, nil
	}
	var out []sheet
	for _, sh := range *v {
		out = append(out, keptSheet(sh))
	}
	return out, nil
}

func (v *sheets) read(raw json.RawMessage) error {
	var kept []sheet
	if err := unmarshalStrict(raw, &kept); err != nil {
		return err
	}
	for _, k := range kept {
		sh, err := k.sheet()
		if err != nil {
			return unreadable("bản tự chấm của %s: %s", "the sheet of %s: %s", k.Unit, err)
		}
		*v = append(*v, sh)
	}
	return nil
}

func (*sheets) take(fields, string) {}

// keptSheet is a sheet as the record has it.
func keptSheet(sh *scoring.Sheet) sheet {
	out := sheet{Unit: sh.Unit, Late: sh.Late, Percent: map[string]json.Number{}, Evidence: sh.Evidence,
		NotApplicable: sh.NotApplicable}
	if !sh.Submitted.IsZero() {
		out.Submitted = sh.Submitted.Format(time.DateOnly)
	}
	for code, m := range sh.Marks {
		out.keep(code, m)
	}
	for _, q := range sh.Requests {
		out.Requests = append(out.Requests, request{q.Target, number(q.Points), q.Reason})
	}
	return out
}

// sheet is what the record has as a sheet. Of several faults the first by code is said.
func (k sheet) sheet() (*scoring.Sheet, error) {
	out := &scoring.Sheet{Unit: k.Unit, Late: k.Late, Marks: map[string]scoring.Mark{}, Evidence: k.Evidence,
		NotApplicable: k.NotApplicable}
	var err error
	if k.Submitted != "" {
		if out.Submitted, err = time.Parse(time.DateOnly, k.Submitted); err != nil {
			return nil, err
		}
	}
	if err := k.marks(out.Marks); err != nil {
		return nil, err
	}
	for _, q := range k.Requests {
		p, err := scoring.ParsePoints(q.Points.String())
		if err != nil {
			return nil, err
		}
		out.Requests = append(out.Requests, scoring.Request{Target: q.Target, Points: p, Reason: q.Reason})
	}
	return out, nil
}

// keep writes a unit's mark among those of its kind.
func (k *sheet) keep(code string, m scoring.Mark) {
	switch m.Entry() {
	case scoring.EntryPercent:
		k.Percent[code] = number(m)
	case scoring.EntryPoints:
		put(&k.Points, code, number(m))
	case scoring.EntryLevel:
		put(&k.Level, code, m.Level())
	case scoring.EntryCount:
		put(&k.Count, code, m.Count())
	}
}

func put[V any](all *map[string]V, code string, v V) {
	if *all == nil {
		*all = map[string]V{}
	}
	(*all)[code] = v
}

// marks takes the marks of all kinds. Of several faults the first by code is said, percents first.
func (k sheet) marks(out map[string]scoring.Mark) error {
	for _, of := range []struct {
		entry scoring.Entry
		all   map[string]json.Number
	}{{scoring.EntryPercent, k.Percent}, {scoring.EntryPoints, k.Points}} {
		for _, code := range slices.Sorted(maps.Keys(of.all)) {
			m, err := decimalMark(of.entry, of.all[code].String())
			if err == nil && out[code].Given() {
				err = unreadable("có hai cách chấm", "there are two scores")
			}
			if err != nil {
				return unreadable("%s: %s", "%s: %s", code, err)
			}
			out[code] = m
		}
	}
	for code, id := range k.Level {
		out[code] = scoring.AtLevel(id)
	}
	for code, n := range k.Count {
		out[code] = scoring.Counted(n)
	}
	return nil
}
