package decision

import (
	"encoding/json"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// Minute is a line of the minutes about the meeting as a whole.
func (registry) Minute() kind {
	return about[scoring.Minute]{
		Name: lang.Text{VI: "biên bản", EN: "minutes"},
		Keys: func(a *scoring.Minute) []key {
			return []key{
				need("section", (*section)(&a.Section)),
				may("speaker", whose{&a.Speaker, "unit"}),
				need("text", (*text)(&a.Text)),
				may("unit", (*unit)(&a.Unit)),
				may("criterion", (*text)(&a.Criterion)),
				may("corrects", (*seq)(&a.Corrects)),
			}
		},
		SayOf:  minuted,
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   none[scoring.Minute],
	}
}

// minuted says what was said, by whom, and where it stands.
func minuted(s *scoring.State, _ *scoring.Decision, a scoring.Minute) lang.Text {
	said := lang.Sayf("biên bản, %s", "minutes, %s", a.Section.Name())
	if a.Corrects > 0 {
		said = lang.Sayf("%s, sửa dòng số %d", "%s, corrects %d", said, a.Corrects)
	}
	for _, about := range []string{a.Unit, a.Criterion} {
		if about != "" {
			said = lang.Sayf("%s, %s", "%s, %s", said, about)
		}
	}
	if !a.Speaker.IsZero() {
		said = lang.Sayf("%s: %s", "%s: %s", said, a.Speaker)
	}
	if of, ok := s.Decision(a.Corrects); ok {
		if was, ok := of.Act.(scoring.Minute); ok && was.Text != a.Text {
			return lang.Sayf("%s: «%s» → «%s»", "%s: «%s» → «%s»", said, was.Text, a.Text)
		}
	}
	return lang.Sayf("%s: «%s»", "%s: «%s»", said, a.Text)
}

// section is a section of the minutes.
type section scoring.Section

func (v *section) record() (any, error) { return (*text)(v).record() }

func (v *section) read(raw json.RawMessage) error { return unmarshalText(raw, (*string)(v)) }

func (v *section) take(f fields, name string) {
	*v = section(oneOf(f, name, scoring.Sections(),
		lang.Text{VI: "biên bản không có phần", EN: "minutes have no section"}))
}
