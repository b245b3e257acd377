package decision

import (
	"encoding/json"
	"strings"

	"thidua/data/clean"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Sitting begins a sitting, and with it a new roll.
func (registry) Sitting() kind {
	return about[scoring.Convene]{
		Name:   lang.Text{VI: "phiên họp", EN: "sitting"},
		Keys:   func(a *scoring.Convene) []key { return facts(&a.Facts, need) },
		Say:    convened,
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   none[scoring.Convene],
	}
}

// facts are the keys of what is known of a sitting; whether its form has to be given depends on the kind.
func facts(a *scoring.Facts, form func(string, value) key) []key {
	return []key{
		form("form", (*formOf)(&a.Form)),
		may("place", (*text)(&a.Place)),
		may("start", (*moment)(&a.Start)),
		may("title", (*text)(&a.Title)),
		may("chair", whose{&a.Chair, "unit"}),
		may("secretary", whose{&a.Secretary, "unit"}),
		may("invitation", (*text)(&a.Invitation)),
		may("agenda", (*texts)(&a.Agenda)),
	}
}

// convened says which sitting begins, and where.
func convened(a scoring.Convene) lang.Text {
	name := a.Form.Name()
	if a.Title != "" {
		name = lang.Both(a.Title)
	}
	return withAll(lang.Sayf("bắt đầu %s, điểm danh lại từ đầu", "%s begins, with a new roll", name), told(&a.Facts))
}

// formOf is the form of a sitting; left out on record where nobody gave it.
type formOf scoring.Form

func (v *formOf) record() (any, error) { return (*text)(v).record() }

func (v *formOf) read(raw json.RawMessage) error { return unmarshalText(raw, (*string)(v)) }

func (v *formOf) take(f fields, name string) {
	*v = formOf(oneOf(f, name, scoring.Forms(),
		lang.Text{VI: "không có loại phiên họp", EN: "there is no form of sitting"}))
}

// oneOf takes a word that is one of some.
func oneOf[T ~string](f fields, name string, words []T, none lang.Text) T {
	word := T(f.String(name))
	if !f.Has(name) || f.Failed(name) {
		return word
	}
	var all []string
	for _, w := range words {
		if w == word {
			return word
		}
		all = append(all, string(w))
	}
	f.Fail(name, lang.Sayf("%s %q", "%s %q", none, clean.Show(string(word))),
		lang.Sayf("dùng một trong: %s", "use one of: %s", strings.Join(all, ", ")))
	return word
}
