package overlay

import (
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// quit asks whether to leave. The screen stays in sight.
type quit struct {
	demo    bool
	confirm kit.Confirm
}

// NewQuit asks whether to leave a meeting, or the sample.
func NewQuit(demo bool) Overlay { return &quit{demo: demo} }

// ID is Quit.
func (q *quit) ID() ID { return Quit }

// Keys leave or stay. The key that asked is not among them: held down it does not leave.
func (q *quit) Keys(Env) []kit.Binding {
	return q.confirm.Keys(
		lang.Text{VI: "thoát", EN: "quit"}, lang.Text{VI: "thoát", EN: "quit"},
		lang.Text{VI: "ở lại", EN: "stay"}, lang.Text{VI: "đóng", EN: "close"}, lang.Text{})
}

// Do carries out an action.
func (q *quit) Do(_ Env, a kit.Action) Effect {
	return Effect{Close: a == kit.ConfirmNo, Quit: a == kit.ConfirmYes}
}

// Draw covers nothing.
func (q *quit) Draw(Env, kit.Rect) screen.View { return screen.View{} }

// Speak asks.
func (q *quit) Speak(env Env) []string { return []string{q.Question(env).In(env.Lang)} }

// Question is what is asked.
func (q *quit) Question(env Env) lang.Text {
	if q.demo {
		return lang.Sayf("Thoát cuộc họp mẫu? %s để thoát, %s để ở lại.",
			"Leave the sample meeting? %s to leave, %s to stay.", kit.KeyYes, kit.KeyNo)
	}
	return lang.Sayf("Thoát? %s đã ghi đầy đủ. %s để thoát, %s để ở lại.",
		"Leave? On record: %s. %s to leave, %s to stay.",
		lang.Count(env.Live.Seq(), "quyết định", "decision", "decisions"), kit.KeyYes, kit.KeyNo)
}
