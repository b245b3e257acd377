package decision

import (
	"bytes"
	"cmp"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"time"

	"thidua/data/clean"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Foul is text with a character that a terminal would obey instead of showing. It is turned away in both directions: it
// does not get into a record, and a record made by other means does not bring it onto a screen.
type Foul struct{ Char string }

func (f *Foul) Error() string { return f.In(lang.EN) }

// In names the character.
func (f *Foul) In(l lang.Lang) string {
	return lang.Sayf("có ký tự điều khiển %s", "there is the control character %s", f.Char).In(l)
}

// exact is the largest whole number that canonical JSON can hold: beyond it, it would be read back as another one.
const exact = 1 << 53

// verbatim is a text that may have line ends: it is kept as it was read, and shown nowhere as it is.
type verbatim string

// checkBody looks at what was read, before anything of it is said or used. A body without escapes that is clean as a
// whole has nothing in it that is not: thousands are read when a meeting is opened.
func checkBody(body []byte, o object) error {
	if clean.Is(body) && bytes.IndexByte(body, '\\') < 0 {
		return nil
	}
	for _, m := range o {
		var v any
		switch {
		case m.name == "rulebook":
			v = &book{}
		case m.name == "text" && o.is(scoring.KindSheet):
			v = new(verbatim)
		}
		if err := json.Unmarshal(m.raw, &v); err != nil {
			return wrongAt(m.name, errNotSuch)
		}
		if err := cmp.Or(checkText(m.name), check(reflect.ValueOf(v))); err != nil {
			return err
		}
	}
	return nil
}

// checkPairs looks at what is about to be written.
func checkPairs(out pairs) (err error) {
	for _, p := range out {
		switch v := p.v.(type) {
		case string:
			err = checkText(v)
		case pairs:
			err = checkPairs(v)
		case bool, json.Number, time.Time: // nothing is wrong with them, or the form would not take them
		default:
			err = check(reflect.ValueOf(v))
		}
		if err = cmp.Or(checkText(p.name), err); err != nil {
			return err
		}
	}
	return nil
}

// check looks at every text and every whole number of a value, whatever it is. In a map it goes by the order of the
// keys, so that the same fault is always found first.
func check(v reflect.Value) error {
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[verbatim]() {
			return nil
		}
		return checkText(v.String())
	case reflect.Int:
		if n := v.Int(); n > exact || n < -exact {
			return unreadable("số %d quá lớn", "the number %d is too large", n)
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			return check(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if err := check(v.Field(i)); err != nil {
				return err
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if err := check(v.Index(i)); err != nil {
				return err
			}
		}
	case reflect.Map:
		names := v.MapKeys()
		slices.SortFunc(names, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, name := range names {
			if err := cmp.Or(check(name), check(v.MapIndex(name))); err != nil {
				return err
			}
		}
	}
	return nil
}

func checkText(s string) error {
	if char, foul := clean.Find(s); foul {
		return &Foul{char}
	}
	return nil
}
