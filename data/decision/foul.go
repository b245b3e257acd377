package decision

import (
	"bytes"
	"reflect"

	"thidua/data/clean"
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

// checked looks at every text and every whole number of an entry, whatever its kind. The rulebook's own text may have
// line ends and is shown nowhere as it is; what is read from it is cleaned there.
func (e *entry) checked() error { return check(reflect.ValueOf(e)) }

// checkedIn looks at an entry that was read from a body. A body without escapes and long numbers that is clean as a
// whole has nothing in it that is not: thousands are read when a meeting is opened.
func (e *entry) checkedIn(body []byte) error {
	if _, foul := clean.Find(string(body)); !foul && bytes.IndexByte(body, '\\') < 0 && !longNumber(body) {
		return nil
	}
	return e.checked()
}

// longNumber reports whether there are as many digits in a row as exact has.
func longNumber(body []byte) bool {
	digits := 0
	for _, c := range body {
		if c < '0' || c > '9' {
			digits = 0
			continue
		}
		if digits++; digits >= 16 {
			return true
		}
	}
	return false
}

func check(v reflect.Value) error {
	switch v.Kind() {
	case reflect.String:
		return checkText(v.String())
	case reflect.Int:
		if n := v.Int(); n > exact || n < -exact {
			return unreadable("số %d quá lớn", "the number %d is too large", n)
		}
	case reflect.Pointer:
		if b, ok := v.Interface().(*book); ok && b != nil {
			return checkText(b.ID)
		}
		if !v.IsNil() {
			return check(v.Elem())
		}
	case reflect.Interface:
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
		for it := v.MapRange(); it.Next(); {
			if err := check(it.Key()); err != nil {
				return err
			}
			if err := check(it.Value()); err != nil {
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
