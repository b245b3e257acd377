package decision

import (
	"bytes"
	"reflect"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

// Foul is text with a character that a terminal would obey instead of showing. It is turned away in both directions: it does
// not get into a record, and a record made by other means does not bring it onto a screen.
type Foul struct{ Char string }

func (f *Foul) Error() string { return f.In(lang.EN) }

// In names the character.
func (f *Foul) In(l lang.Lang) string {
	return lang.Sayf("có ký tự điều khiển %s", "there is the control character %s", f.Char).In(l)
}

// checked looks at every text of an entry, whatever its kind. The rulebook's own text may have line ends and is shown nowhere as
// it is; what is read from it is cleaned there.
func (e *entry) checked() error {
	if char, foul := findFoul(reflect.ValueOf(e)); foul {
		return &Foul{char}
	}
	return nil
}

// checkedIn looks at the texts of an entry that was read from a body. A body without escapes that is clean as a whole has none
// that are not: thousands are read when a meeting is opened.
func (e *entry) checkedIn(body []byte) error {
	if _, foul := clean.Find(string(body)); !foul && bytes.IndexByte(body, '\\') < 0 {
		return nil
	}
	return e.checked()
}

func findFoul(v reflect.Value) (char string, foul bool) {
	switch v.Kind() {
	case reflect.String:
		return clean.Find(v.String())
	case reflect.Interface:
		if !v.IsNil() {
			return findFoul(v.Elem())
		}
	case reflect.Pointer:
		if b, ok := v.Interface().(*book); ok && b != nil {
			return clean.Find(b.ID)
		}
		if !v.IsNil() {
			return findFoul(v.Elem())
		}
	case reflect.Struct:
		for i := 0; i < v.NumField() && !foul; i++ {
			char, foul = findFoul(v.Field(i))
		}
	case reflect.Slice:
		for i := 0; i < v.Len() && !foul; i++ {
			char, foul = findFoul(v.Index(i))
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next() && !foul; {
			if char, foul = findFoul(it.Key()); !foul {
				char, foul = findFoul(it.Value())
			}
		}
	}
	return char, foul
}
