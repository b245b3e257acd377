package decision

import "encoding/json"

// text is a text of one line; left out on record where it is empty.
type text string

func (v *text) record() (any, error) {
	if *v == "" {
		return nil, nil
	}
	return string(*v), nil
}

func (v *text) read(raw json.RawMessage) error { return unmarshalText(raw, (*string)(v)) }

func (v *text) take(f fields, name string) { *v = text(f.String(name)) }

// unit is the name of a unit: a file may write it in any way by which the unit is known.
type unit string

func (v *unit) record() (any, error) { return (*text)(v).record() }

func (v *unit) read(raw json.RawMessage) error { return unmarshalText(raw, (*string)(v)) }

func (v *unit) take(f fields, name string) { *v = unit(f.unit(name)) }

// units are the names of units in an order that matters.
type units []string

func (v *units) record() (any, error) {
	if len(*v) == 0 {
		return nil, nil
	}
	return []string(*v), nil
}

func (v *units) read(raw json.RawMessage) error { return unmarshal(raw, (*[]string)(v)) }

func (v *units) take(f fields, name string) { *v = f.unitList(name) }

// answer is a yes or no that the record always has.
type answer bool

func (v *answer) record() (any, error) { return bool(*v), nil }

func (v *answer) read(raw json.RawMessage) error { return unmarshal(raw, (*bool)(v)) }

func (v *answer) take(f fields, name string) { *v = answer(f.Bool(name)) }

// flag is a yes or no that is left out on record where it is no.
type flag bool

func (v *flag) record() (any, error) {
	if !*v {
		return nil, nil
	}
	return true, nil
}

func (v *flag) read(raw json.RawMessage) error { return unmarshal(raw, (*bool)(v)) }

func (v *flag) take(f fields, name string) { *v = flag(f.Bool(name)) }
