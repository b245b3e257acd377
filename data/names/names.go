// Package names matches the names of units, criteria and actions as people type them: with or without diacritics, in
// any case, composed or decomposed.
package names

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// Fold is a name as it is compared: NFC, lower case, single spaces.
func Fold(s string) string {
	return scoring.FoldName(norm.NFC.String(s))
}

// Same reports whether two names are one person's, or one unit's: whatever their composition, case and spaces.
func Same(a, b string) bool { return Fold(a) == Fold(b) }

// Slug is a name for files and command lines: "Thừa Thiên - Huế" becomes "thua-thien-hue".
func Slug(s string) string {
	return strings.Join(strings.FieldsFunc(Bare(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), "-")
}

// Index finds names. Build it once with New.
type Index struct {
	names []string
	full  map[string]string   // Fold of names and aliases -> name
	bare  map[string][]string // letters and digits of names and aliases -> the names that fit
}

// New makes an index of names; aliases maps a name to other ways of writing it. Of names that fold alike the first
// counts.
func New(names []string, aliases map[string][]string) *Index {
	x := &Index{full: map[string]string{}, bare: map[string][]string{}}
	for _, name := range names {
		if _, taken := x.full[Fold(name)]; !taken {
			x.names = append(x.names, name)
			x.add(name, name)
		}
	}
	for _, name := range x.names {
		for _, alias := range aliases[name] {
			x.add(alias, name)
		}
	}
	return x
}

// add notes one way of writing a name, unless it is the full name of another.
func (x *Index) add(written, name string) {
	if _, taken := x.full[Fold(written)]; !taken {
		x.full[Fold(written)] = name
	}
	if key := joined(Slug(written)); key != "" && !slices.Contains(x.bare[key], name) {
		x.bare[key] = append(x.bare[key], name)
	}
}

// Find gives the name that was meant: the full name or an alias, ignoring case and composition; else what fits, if
// exactly one name does.
func (x *Index) Find(written string) (name string, ok bool) {
	if name, ok := x.full[Fold(written)]; ok {
		return name, true
	}
	if fit := x.Fits(written); len(fit) == 1 {
		return fit[0], true
	}
	return "", false
}

// Fits are the names that could be meant when diacritics, spaces and hyphens are ignored, and what an office writes
// before the name of its place: «Tỉnh Nam Định», «Sở GD&ĐT Nam Định», «TP. Huế».
func (x *Index) Fits(written string) []string {
	slug := Slug(written)
	for {
		if fit := x.bare[joined(slug)]; len(fit) > 0 {
			return fit
		}
		word, rest, more := strings.Cut(slug, "-")
		if !more || !slices.Contains(officeWords(), word) {
			return nil
		}
		slug = rest
	}
}

func joined(slug string) string { return strings.ReplaceAll(slug, "-", "") }

// officeWords are the words before the name of a place in the name of its office: province and city, people's
// committee, department of education and training, or of education, science and technology.
func officeWords() []string {
	return strings.Fields("tinh t thanh pho tp s so ubnd uy ban nhan dan giao duc va dao tao gd dt gddt gdvadt " +
		"sogddt khoa hoc cong nghe khcn gdkhcn cua")
}

// Several says that a name could be that of more than one; ok is false where it is not so.
func (x *Index) Several(written string) (what, mend lang.Text, ok bool) {
	if _, found := x.Find(written); found || len(x.Fits(written)) < 2 {
		return what, mend, false
	}
	return lang.Sayf("%q có thể là %s", "%q could be %s", written, strings.Join(x.Fits(written), ", ")),
		lang.Sayf("viết đủ dấu", "write it with its diacritics"), true
}

// Names are the names the index was built from.
func (x *Index) Names() []string { return x.names }
