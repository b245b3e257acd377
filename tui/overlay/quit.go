package overlay

import (
	"thidua/data/decision"
	"thidua/data/meeting"
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

// Keys leave or stay, or save a copy first. The key that asked is not among them: held down it does not leave.
func (q *quit) Keys(env Env) []kit.Binding {
	return append(q.saving(env), q.confirm.Keys(
		lang.Text{VI: "thoát", EN: "quit"}, lang.Text{VI: "thoát", EN: "quit"},
		lang.Text{VI: "ở lại", EN: "stay"}, lang.Text{VI: "đóng", EN: "close"}, lang.Text{})...)
}

// saving is the key that saves a copy, where nothing more can be recorded.
func (q *quit) saving(env Env) []kit.Binding {
	if env.Lost == nil {
		return nil
	}
	save := lang.Text{VI: "lưu một bản sang nơi khác", EN: "save a copy elsewhere"}
	return []kit.Binding{{Action: doSave, Keys: kit.Named(screen.KeySave), Shown: screen.KeySave, Weight: 95,
		Label: save, Help: save}}
}

// Do carries out an action.
func (q *quit) Do(_ Env, a kit.Action) Effect {
	if a == doSave {
		return Effect{Close: true, Save: true}
	}
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
	decisions := lang.Count(env.Live.Seq(), "quyết định", "decision", "decisions")
	if env.Lost != nil {
		return lang.Sayf(
			"✗ Tệp không ghi thêm được; %s còn đủ trong chương trình. %s lưu một bản, %s thoát.",
			"✗ The file takes nothing more; %s, all in the program. %s saves a copy, %s leaves.",
			decisions, screen.KeySave, kit.KeyYes)
	}
	if o := env.Live.Opening(); o != nil && env.Who == nil && env.Live.Ballots == meeting.InRoom {
		return lang.Sayf("Thoát? Đang lấy phiếu: %s. Thoát là mất các phiếu đã nhận. %s để thoát, %s để ở lại.",
			"Leave? A vote is open: %s. To leave is to lose its ballots. %s to leave, %s to stay.",
			decision.Matter(&env.Live.State, o.Open), kit.KeyYes, kit.KeyNo)
	}
	return lang.Sayf("Thoát? %s đã ghi đầy đủ. %s để thoát, %s để ở lại.",
		"Leave? On record: %s. %s to leave, %s to stay.", decisions, kit.KeyYes, kit.KeyNo)
}
