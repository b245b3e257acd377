package appraisal

import (
	"strings"

	"thidua/data/view"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// Speak says the difference under the cursor: the unit, the criterion, both values each with its stage, how the group
// stands to it and what it does; and what is being typed.
func (s *Screen) Speak(env screen.Env) string {
	s.Show(env)
	switch {
	case s.form != nil:
		return s.form.Speak(env)
	case s.explain != nil:
		return s.explain.reason.Speak(env.Lang)
	case len(s.known.all) == 0:
		return env.In(nothing(env))
	}
	at := s.place()
	n := &env.Snap.Rulebook().Criteria[at.Node]
	parts := []string{env.Snap.Units()[at.Unit].Name(), n.Code + " " + n.Label()}
	d, ok := s.here()
	if !ok {
		parts = append(parts, env.Say("điểm thẩm định bằng điểm thống nhất", "the appraisal gives what was agreed"))
	} else {
		parts = append(parts, strings.NewReplacer(" · ", ", ", " → ", ", ").Replace(env.In(s.amounts(env, d))))
		if remark := view.Remark(&env.Snap.State, d); remark != "" {
			parts = append(parts, remark)
		}
		parts = append(parts, env.In(stands(d)))
		for _, line := range s.does(env, d) {
			parts = append(parts, strings.NewReplacer(" · ", "; ", " → ", env.Say(" thành ", " to ")).Replace(line))
		}
	}
	if said := decided(env, s.known.agreed, s.unit); said != "" {
		parts = append(parts, said)
	}
	return env.Say("%s; dòng %s", "%s; line %s", lang.Both(strings.Join(parts, ", ")), s.list.Spoken())
}
