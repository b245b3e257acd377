// Package names matches the names of units, criteria and actions as people type them: with or without diacritics, in any
// case, composed or decomposed.
package names

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold is a name as it is compared: NFC, lower case, single spaces.
func Fold(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFC.String(s))), " ")
}

// Bare is Fold without diacritics: "Nam Định" becomes "nam dinh".
func Bare(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(Fold(s)) {
		switch {
		case r == 'đ':
			b.WriteByte('d')
		case !unicode.Is(unicode.Mn, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Slug is a name for files and command lines: "Thừa Thiên - Huế" becomes "thua-thien-hue".
func Slug(s string) string {
	return strings.Join(strings.FieldsFunc(Bare(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), "-")
}

// Index finds names. Build it once with New.
type Index struct {
	names []string
	full  map[string]string // Fold and Slug of names and aliases -> name
	bare  map[string]string // Slug of names and aliases -> name, empty where several names fit
}

// New makes an index of names; aliases maps a name to other ways of writing it.
func New(names []string, aliases map[string][]string) *Index {
	x := &Index{names: names, full: map[string]string{}, bare: map[string]string{}}
	add := func(written, name string) {
		slug := Slug(written)
		if was, ok := x.bare[slug]; ok && was != name {
			x.bare[slug] = ""
		} else {
			x.bare[slug] = name
		}
	}
	for _, name := range names {
		x.full[Fold(name)] = name
		add(name, name)
	}
	for _, name := range names {
		for _, alias := range aliases[name] {
			if _, taken := x.full[Fold(alias)]; !taken {
				x.full[Fold(alias)] = name
			}
			add(alias, name)
		}
	}
	return x
}

// Find gives the name that was meant: the full name or an alias, ignoring case and composition; else what fits when
// diacritics, spaces and hyphens are ignored, if exactly one name does.
func (x *Index) Find(written string) (name string, ok bool) {
	if name, ok := x.full[Fold(written)]; ok {
		return name, true
	}
	name = x.bare[Slug(written)]
	return name, name != ""
}

// Names are the names the index was built from.
func (x *Index) Names() []string { return x.names }
