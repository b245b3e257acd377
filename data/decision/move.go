package decision

import (
	"encoding/json"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// Move puts the meeting under a corrected rulebook, which the record holds whole, as it holds the first.
func (registry) Move() kind {
	return about[scoring.Move]{
		Name: lang.Text{VI: "chuyển bộ tiêu chí", EN: "move"},
		Keys: func(a *scoring.Move) []key {
			return []key{
				may("rulebook", movedTo{a}),
				may("from", (*text)(&a.From)),
				may("dropped", (*units)(&a.Dropped)),
				need("reason", (*text)(&a.Reason)),
			}
		},
		Say: func(a scoring.Move) lang.Text {
			return because(lang.Sayf("chuyển bộ tiêu chí: %s → %s", "moved to another rulebook: %s → %s",
				lang.Both(a.From), a.Rulebook.ID), a.Reason)
		},
		Rights: decidedBy(scoring.Chair),
		Cell:   none[scoring.Move],
		NotInFiles: lang.Text{VI: "chuyển bộ tiêu chí bằng «thidua rulebook move»",
			EN: "a meeting is moved with «thidua rulebook move»"},
	}
}

// movedTo is the rulebook to which a meeting is moved.
type movedTo struct{ *scoring.Move }

func (v movedTo) record() (any, error) { return &book{v.Rulebook.ID, verbatim(v.Text)}, nil }

func (v movedTo) read(raw json.RawMessage) error {
	begun := scoring.New{}
	err := bookOf{&begun}.read(raw)
	v.Rulebook, v.Text = begun.Rulebook, begun.Text
	return err
}

func (movedTo) missing() error { return bookOf{}.missing() }

func (movedTo) take(fields, string) {}
