package overlay

import (
	"thidua/data/decision"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// undo asks whether to take back what somebody else has decided. The screen stays in sight.
type undo struct{ decision *scoring.Decision }

// NewUndo asks whether to take back a decision.
func NewUndo(d *scoring.Decision) Overlay { return undo{d} }

// ID is Undo.
func (u undo) ID() ID { return Undo }

// Keys say yes or no. The key that asked is not among them: whoever holds it down says nothing.
func (u undo) Keys(Env) []kit.Binding {
	no := closing()
	no.Label = lang.Text{VI: "giữ nguyên", EN: "keep it"}
	return []kit.Binding{taking(lang.Text{VI: "hoàn tác", EN: "undo"},
		lang.Text{VI: "hoàn tác; nhật ký giữ cả hai", EN: "undo it; the record keeps both"}), no}
}

// Do carries out an action.
func (u undo) Do(_ Env, a kit.Action) Effect {
	if a != doTake {
		return Effect{Close: a == doClose}
	}
	return Effect{Close: true, Effect: screen.Effect{Acts: []scoring.Act{scoring.Undo{Seq: u.decision.Seq}}}}
}

// Draw covers nothing.
func (u undo) Draw(Env, kit.Rect) screen.View { return screen.View{} }

// Speak asks.
func (u undo) Speak(env Env) []string { return []string{u.Question(env).In(env.Lang)} }

// Over reports whether somebody has taken it back meanwhile.
func (u undo) Over(env Env) bool {
	_, gone := env.Live.Withdrawn(u.decision.Seq)
	return gone
}

// Question is what is asked: whose decision it is, and which.
func (u undo) Question(env Env) lang.Text {
	d := u.decision
	return lang.Sayf("Số %d là của %s: %s. %s để hoàn tác, %s để giữ.",
		"%d is by %s: %s. %s to undo it, %s to keep it.", d.Seq, lang.Both(d.By),
		decision.Sentence(&env.Live.State, d), kit.KeyTake, screen.KeyClose)
}
