package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Note is a remark on a criterion or field of a unit, for the minutes.
func (registry) Note() kind {
	return about[scoring.Note]{
		Name: lang.Text{VI: "ghi chú", EN: "note"},
		Keys: func(a *scoring.Note) []key {
			return []key{
				need("unit", (*unit)(&a.Unit)),
				need("target", (*text)(&a.Target)),
				need("text", (*text)(&a.Text)),
			}
		},
		SayOf: func(s *scoring.State, d *scoring.Decision, a scoring.Note) lang.Text {
			if a.Text == "" {
				return lang.Sayf("%s %s: bỏ ghi chú", "%s %s: note taken away", a.Unit, a.Target)
			}
			return lang.Sayf("%s %s: ghi chú %s", "%s %s: note %s", a.Unit, a.Target, moved(s, d, quoted(a.Text)))
		},
		Stood: func(s *scoring.State, a scoring.Note, _, when int) lang.Text {
			unit, known := s.Index(a.Unit)
			at, found := s.Rulebook().Index(a.Target)
			if !known || !found {
				return lang.Text{}
			}
			return quoted(s.NoteWas(unit, at, when))
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary).suggestedBy(scoring.Reviewer),
		Cell:   func(a scoring.Note) Cell { return Cell{Kind: a.Kind(), Unit: a.Unit, At: a.Target} },
	}
}

// quoted is a text as sentences quote it; nothing where there is none.
func quoted(text string) lang.Text {
	if text == "" {
		return lang.Text{}
	}
	return lang.Both("«" + text + "»")
}
