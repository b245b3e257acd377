// Package lang holds sentences in the languages the program speaks, Vietnamese and English, and numbers as each writes
// them. It is the lowest package of the module: a rule that refuses something says so here once, in both languages, and
// whoever shows the refusal picks one.
package lang

import (
	"fmt"
	"strings"
)

// Lang is a language of the program.
type Lang uint8

// The languages. Vietnamese is the zero value: it is what an official gets who asked for nothing.
const (
	VI Lang = iota
	EN
)

// Parse reads a language tag as people and environments write it: "vi", "en", "en_GB.UTF-8". The second result is false
// for any other language.
func Parse(tag string) (Lang, bool) {
	tag = strings.ToLower(tag)
	head, _, _ := strings.Cut(tag, ".")
	head, _, _ = strings.Cut(strings.ReplaceAll(head, "-", "_"), "_")
	switch head {
	case "vi":
		return VI, true
	case "en":
		return EN, true
	}
	return VI, false
}

// Other is the other language, for a key that changes between the two.
func (l Lang) Other() Lang {
	if l == EN {
		return VI
	}
	return EN
}

// OfLocale is the language that an environment asks for, by its variables in the order of POSIX (XBD 8.2): LC_ALL, then
// LC_MESSAGES, then LANG, of which the first that is not empty decides. Vietnamese where none says English.
func OfLocale(getenv func(string) string) Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			l, _ := Parse(v)
			return l
		}
	}
	return VI
}

// String gives the language's tag, "vi" or "en".
func (l Lang) String() string {
	if l == EN {
		return "en"
	}
	return "vi"
}

// Sayer is what can say itself in a language: a Text, a number of points, a refusal.
type Sayer interface{ In(Lang) string }

// Text is one sentence or name in every language.
type Text struct{ VI, EN string }

// Both is a Text that reads the same in every language: a proper name, a code.
func Both(s string) Text { return Text{VI: s, EN: s} }

// In gives the text in l; where that is empty, in the other language, since any name is better than none.
func (t Text) In(l Lang) string {
	if l == EN && t.EN != "" || t.VI == "" {
		return t.EN
	}
	return t.VI
}

// IsZero reports whether the text says nothing in any language.
func (t Text) IsZero() bool { return t.VI == "" && t.EN == "" }

// Sayf fills in a sentence in every language. The formats are fmt's; an argument that is a Sayer is said in the
// sentence's own language (format it with %s). Where the order of words differs, use explicit indexes (%[2]s).
func Sayf(vi, en string, args ...any) Text {
	return Text{VI: sprintf(VI, vi, args), EN: sprintf(EN, en, args)}
}

func sprintf(l Lang, format string, args []any) string {
	if len(args) == 0 {
		return format
	}
	said := make([]any, len(args))
	for i, a := range args {
		if s, ok := a.(Sayer); ok {
			a = s.In(l)
		}
		said[i] = a
	}
	return fmt.Sprintf(format, said...)
}

// Count is a number of things: "1 tệp", "1 file"; "2 tệp", "2 files".
func Count(n int, vi, one, many string) Text {
	if n == 1 {
		many = one
	}
	return Text{VI: fmt.Sprintf("%d %s", n, vi), EN: fmt.Sprintf("%d %s", n, many)}
}

// List joins what it is given as a sentence does: "A, B và C", "A, B and C".
func List(items ...Sayer) Text {
	return Text{VI: list(VI, " và ", items), EN: list(EN, " and ", items)}
}

// Choice joins what one may choose from: "A, B hoặc C", "A, B or C".
func Choice(items ...Sayer) Text {
	return Text{VI: list(VI, " hoặc ", items), EN: list(EN, " or ", items)}
}

func list(l Lang, and string, items []Sayer) string {
	var b strings.Builder
	for i, it := range items {
		switch {
		case i == 0:
		case i == len(items)-1:
			b.WriteString(and)
		default:
			b.WriteString(", ")
		}
		b.WriteString(it.In(l))
	}
	return b.String()
}
