package decision

import (
	"encoding/json"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// Sheet is the sheet of a member that had none when the meeting was made: on record as it came, and as it was read. A
// file has it as it came.
func (registry) Sheet() kind {
	return about[scoring.HandIn]{
		Name: lang.Text{VI: "nộp bản chấm", EN: "sheet"},
		Keys: func(a *scoring.HandIn) []key {
			return []key{
				need("unit", (*unit)(&a.Unit)),
				need("text", (*wholeText)(&a.Text)),
				may("sheet", handed{&a.Sheet}).derived(),
			}
		},
		Say: func(a scoring.HandIn) lang.Text {
			return lang.Sayf("bổ sung bản tự chấm của %s", "the sheet of %s is brought in", a.Unit)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   none[scoring.HandIn],
	}
}

// wholeText is a text of several lines.
type wholeText string

func (v *wholeText) record() (any, error) {
	if *v == "" {
		return nil, nil
	}
	return verbatim(*v), nil
}

func (v *wholeText) read(raw json.RawMessage) error { return unmarshalText(raw, (*string)(v)) }

func (v *wholeText) take(f fields, name string) { *v = wholeText(f.Whole(name)) }

// handed is a sheet as it was read; no file has it.
type handed struct{ sheet **scoring.Sheet }

func (v handed) record() (any, error) {
	if *v.sheet == nil {
		return nil, nil
	}
	return keptSheet(*v.sheet), nil
}

func (v handed) read(raw json.RawMessage) error {
	var kept sheet
	err := unmarshalStrict(raw, &kept)
	if err == nil {
		*v.sheet, err = kept.sheet()
	}
	return err
}

func (handed) take(fields, string) {}
