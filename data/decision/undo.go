package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Undo withdraws a decision. On record its number is the entry's own seq, so that the other is called undoes.
// Who may undo a decision at all still needs the right to what they take back.
func (registry) Undo() kind {
	return about[scoring.Undo]{
		Name: lang.Text{VI: "hoàn tác", EN: "undo"},
		Keys: func(a *scoring.Undo) []key {
			return []key{
				need("undoes", (*seq)(&a.Seq)).filed("seq"),
			}
		},
		SayOf:  undone,
		Stays:  true,
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   none[scoring.Undo],
	}
}

// undone says what was undone.
func undone(s *scoring.State, d *scoring.Decision, a scoring.Undo) lang.Text {
	of, ok := s.Decision(a.Seq)
	if !ok {
		return lang.Sayf("hoàn tác số %d", "undo of %d", a.Seq)
	}
	return changed(s, d, lang.Sayf("hoàn tác số %d (%s)", "undo of %d (%s)", a.Seq, Sentence(s, of)))
}
