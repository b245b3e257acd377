package minutes

import (
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// Speak says what the cursor is on, or what is typed and where it will stand.
func (s *Screen) Speak(env screen.Env) string {
	if s.entry != nil {
		return s.entry.prompt.Speak(env.Lang) + "; " + s.stands(env)
	}
	here, _ := s.list.Here()
	said := ""
	switch l, ok := s.statement(env, here); {
	case here.field > 0:
		f := fields()[here.field-1]
		value := shown(f, s.sitting(env))
		if value == "" {
			value = env.Say("chưa có", "not given")
		}
		said = f.label.In(env.Lang) + ": " + value
	case ok:
		who := ""
		if !l.Speaker.IsZero() {
			who = l.Speaker.String() + ": "
		}
		said = here.section.Name().In(env.Lang) + ": " + who + about(l) + l.Text
	default:
		n := 0
		for _, l := range env.Snap.Statements(s.sitting(env)) {
			if l.Section == here.section {
				n++
			}
		}
		said = env.Say("phần %s, %s", "section %s, %s", here.section.Name(), lang.Count(n, "ý kiến", "line", "lines"))
	}
	if s.confirm.Waits(doWithdraw) {
		said = env.Say("Rút khỏi biên bản? %s", "Take it out of the minutes? %s", said)
	}
	return env.Say("%s; dòng %s; %s, văn bản còn thiếu %d mục", "%s; line %s; %s, the papers lack %d things", said,
		s.list.Spoken(), name(env, s.sitting(env)), len(env.Snap.Lacks()))
}
