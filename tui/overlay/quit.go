package overlay

import (
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// quit asks whether to leave. The screen stays in sight.
type quit struct{ demo bool }

// NewQuit asks whether to leave a meeting, or the sample.
func NewQuit(demo bool) Overlay { return quit{demo} }

// ID is Quit.
func (q quit) ID() ID { return Quit }

// Keys leave or stay.
func (q quit) Keys(Env) []kit.Binding {
	return []kit.Binding{
		{Action: doLeave, Keys: []string{"enter", "ctrl+q", "ctrl+c"}, Shown: "Enter", Weight: 90,
			Label: lang.Text{VI: "thoát", EN: "quit"}, Help: lang.Text{VI: "thoát", EN: "quit"}},
		{Action: doClose, Keys: []string{"esc"}, Shown: "Esc", Weight: 85,
			Label: lang.Text{VI: "ở lại", EN: "stay"}, Help: lang.Text{VI: "đóng", EN: "close"}},
	}
}

// Do carries out an action.
func (q quit) Do(_ Env, a kit.Action) Effect { return Effect{Close: a == doClose, Quit: a == doLeave} }

// Draw covers nothing.
func (q quit) Draw(Env, kit.Rect) screen.View { return screen.View{} }

// Speak asks.
func (q quit) Speak(env Env) []string { return []string{q.Question(env).In(env.Lang)} }

// Question is what is asked.
func (q quit) Question(env Env) lang.Text {
	if q.demo {
		return lang.Text{VI: "Thoát cuộc họp mẫu? Enter để thoát, Esc để ở lại.",
			EN: "Leave the sample meeting? Enter to leave, Esc to stay."}
	}
	return lang.Sayf("Thoát? %s đã ghi đầy đủ. Enter để thoát, Esc để ở lại.",
		"Leave? On record: %s. Enter to leave, Esc to stay.",
		lang.Count(env.Live.Seq(), "quyết định", "decision", "decisions"))
}
