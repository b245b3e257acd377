package decision

import (
	"encoding/json"

	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// New begins a meeting: always the first decision, so that the record alone is the whole meeting.
func (registry) New() kind {
	return about[scoring.New]{
		Name: lang.Text{VI: "tạo", EN: "new"},
		Keys: func(a *scoring.New) []key {
			return []key{
				may("rulebook", bookOf{a}),
				may("cluster", (*text)(&a.Cluster)),
				may("year", (*text)(&a.Year)),
				may("units", unitsOf{a}),
				may("sheets", (*sheets)(&a.Sheets)),
				may("without", (*without)(&a.Without)),
				may("members", (*units)(&a.Units)),
				may("leader", (*text)(&a.Leader)),
				may("deputy", (*text)(&a.Deputy)),
				may("history", (*history)(&a.History)),
				may("past", (*past)(&a.Past)),
			}
		},
		Say: func(a scoring.New) lang.Text {
			units := lang.Count(len(a.Sheets)+len(a.Without), "đơn vị", "unit", "units")
			if n := len(a.Without); n > 0 {
				units = lang.Sayf("%s, %d không có bản tự chấm", "%s, %d without a sheet", units, n)
			}
			return lang.Sayf("tạo cuộc họp: %s, %s", "the meeting is made: %s, %s", a.Year, units)
		},
		Rights:     nobodys(),
		Cell:       none[scoring.New],
		NotInFiles: lang.Text{VI: "cuộc họp được tạo bằng «thidua new»", EN: "a meeting is made with «thidua new»"},
	}
}

// book is a rulebook on record: all of it, so that a meeting never depends on what a later program ships.
type book struct {
	ID   string   `json:"id"`
	Text verbatim `json:"text"`
}

// bookOf is the rulebook of a meeting.
type bookOf struct{ *scoring.New }

func (v bookOf) record() (any, error) { return &book{v.Rulebook.ID, verbatim(v.Text)}, nil }

func (v bookOf) read(raw json.RawMessage) error {
	var kept book
	if err := unmarshalStrict(raw, &kept); err != nil {
		return err
	}
	b, err := rulebook.Read(kept.ID, []byte(kept.Text))
	if err != nil {
		return unreadable("bộ tiêu chí: %s", "its rulebook: %s", err)
	}
	v.Rulebook, v.Text = b.Rulebook, string(kept.Text)
	return nil
}

func (bookOf) missing() error {
	return unreadable("thiếu bộ tiêu chí", "its rulebook is missing")
}

func (bookOf) take(fields, string) {}

// unitsOf are the units of a meeting, which are those of its sheets: written for whoever reads the record by eye.
type unitsOf struct{ *scoring.New }

func (v unitsOf) record() (any, error) {
	var names units
	for _, sh := range v.Sheets {
		names = append(names, sh.Unit)
	}
	for _, w := range v.Without {
		names = append(names, w.Unit)
	}
	return names.record()
}

func (v unitsOf) read(raw json.RawMessage) error { return new(units).read(raw) }

func (unitsOf) take(fields, string) {}

// without are the members that handed in no sheet; left out where every unit did.
type without []scoring.Without

// absentee is a member without a sheet, on record.
type absentee struct {
	Unit   string `json:"unit"`
	Reason string `json:"reason"`
}

func (v *without) record() (any, error) {
	if len(*v) == 0 {
		return nil, nil
	}
	var out []absentee
	for _, w := range *v {
		out = append(out, absentee(w))
	}
	return out, nil
}

func (v *without) read(raw json.RawMessage) error {
	var kept []absentee
	if err := unmarshalStrict(raw, &kept); err != nil {
		return err
	}
	for _, w := range kept {
		*v = append(*v, scoring.Without(w))
	}
	return nil
}

func (*without) take(fields, string) {}

// history is who led the cluster in other years; left out where nobody said.
type history []scoring.Officers

// officers are who led the cluster in another year, on record.
type officers struct {
	Year   string `json:"year"`
	Leader string `json:"leader,omitempty"`
	Deputy string `json:"deputy,omitempty"`

	Others map[scoring.Office]string `json:"others,omitempty"`
}

func (v *history) record() (any, error) {
	if len(*v) == 0 {
		return nil, nil
	}
	var out []officers
	for _, o := range *v {
		out = append(out, officers{o.Year, o.Leader, o.Deputy, o.Others})
	}
	return out, nil
}

func (v *history) read(raw json.RawMessage) error {
	var kept []officers
	if err := unmarshalStrict(raw, &kept); err != nil {
		return err
	}
	for _, o := range kept {
		*v = append(*v, scoring.Officers{Year: o.Year, Leader: o.Leader, Deputy: o.Deputy, Others: o.Others})
	}
	return nil
}

func (*history) take(fields, string) {}
