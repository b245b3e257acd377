package meeting

import (
	"strings"

	"thidua/data/names"
	"thidua/scoring/lang"
)

// between stands between who records a decision and who suggested it.
func between() lang.Text { return lang.Text{VI: "theo đề nghị của", EN: "at the suggestion of"} }

// AtSuggestion is the author of a decision that one person records and another suggested.
func AtSuggestion(by, author string) lang.Text {
	return lang.Sayf("%s %s %s", "%s %s %s", by, between(), author)
}

// RecordedBy reports whether the author of a decision is a person who recorded it, at whoever's suggestion.
func RecordedBy(author, person string) bool {
	rest, ok := strings.CutPrefix(names.Fold(author), names.Fold(person))
	rest = strings.TrimSpace(rest)
	return ok && (rest == "" || strings.HasPrefix(rest, names.Fold(between().VI)) ||
		strings.HasPrefix(rest, names.Fold(between().EN)))
}

// NamesTwo reports whether a name reads as AtSuggestion does, in any language: a person of that name would seem to be
// two.
func NamesTwo(name string) bool {
	name = names.Fold(name)
	return strings.Contains(name, names.Fold(between().VI)) || strings.Contains(name, names.Fold(between().EN))
}
