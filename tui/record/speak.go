package record

import (
	"strings"

	"thidua/data/decision"
	"thidua/data/view"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// Speak says the decision under the cursor, first of all whether it still stands; then what undoing it would do, where
// that is asked.
func (s *Screen) Speak(env screen.Env) string {
	if s.typing {
		return env.Say("%s, %s", "%s, %s", lang.Both(s.filter.Speak(env.Lang)),
			lang.Count(s.list.Len(), "quyết định", "decision", "decisions"))
	}
	e, ok := s.decision(env)
	if !ok {
		return env.Say("không có quyết định nào", "no decision")
	}
	said := env.Say("số %d", "%d", e.Seq)
	if by, gone := env.Snap.Withdrawn(e.Seq); gone {
		said += env.Say(", đã được hoàn tác bởi số %d", ", undone by %d", by)
	}
	said += env.Say(", %s, %s, %s: %s", ", %s, %s, %s: %s", decision.Name(e.Act.Kind()), e.At.Format("15:04"), e.By,
		decision.Sentence(&env.Snap.State, e.Decision))
	for _, list := range view.WhoVoted(&env.Snap.State, e.Act) {
		said += "; " + env.In(list)
	}
	said += env.Say("; dòng %s", "; line %s", s.list.Spoken())
	if s.filter.Value() != "" {
		said += env.Say(", đang lọc: %s", ", filtered by: %s", s.filter.Value())
	}
	if s.confirm.Waits(doUndo) {
		said = strings.Join([]string{env.Say("Hoàn tác quyết định %d?", "Undo decision %d?", e.Seq), said}, " ")
		for _, line := range s.effects(env) {
			said += ". " + line.In(env.Lang)
		}
	}
	return said
}
