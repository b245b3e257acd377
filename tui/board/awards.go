package board

import (
	tea "charm.land/bubbletea/v2"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// awardKeys are those of decisions about awards: what can be decided before the meeting is closed, and after it.
func (s *Screen) awardKeys(env screen.Env) []kit.Binding {
	decide := env.Barred(scoring.KindDecide)
	weight := 0
	switch {
	case env.Mode == screen.Replay:
		decide = env.Frozen()
	case !env.Snap.Closed():
		decide = lang.Text{VI: "cấp trên quyết định sau khi cuộc họp đã chốt",
			EN: "it is decided above after the meeting is closed"}
	case decide.IsZero():
		weight = 72
	}
	return append(appraisalKeys(env), []kit.Binding{
		{Action: doDecline, Keys: kit.Named(keyDecline), Shown: keyDecline, Weight: 22,
			Off:   env.Shut(scoring.KindDecline),
			Label: lang.Text{VI: "xin rút", EN: "give way"},
			Help: lang.Text{VI: "đơn vị này xin rút khỏi xét khen thưởng, nhường đơn vị khác",
				EN: "this unit gives way to others in an award"}},
		{Action: doQuota, Keys: kit.Named(keyQuota), Shown: keyQuota, Weight: 21, Off: env.Shut(scoring.KindQuota),
			Label: lang.Text{VI: "đề nghị ít hơn", EN: "propose fewer"},
			Help: lang.Text{VI: "đề nghị ít hơn số lượng tối đa của một hình thức khen thưởng",
				EN: "propose fewer of an award than there may be"}},
		{Action: doDecide, Keys: kit.Named(keyDecide), Shown: keyDecide, Weight: weight, Off: decide,
			Label: lang.Text{VI: "quyết định chính thức", EN: "decided in the end"},
			Help: lang.Text{VI: "ghi khen thưởng mà cấp trên đã quyết định cho đơn vị này",
				EN: "take down what was decided above about this unit's award"}},
	}...)
}

// appraisalKeys lead to what the appraisal gave, once the meeting is closed or it has come.
func appraisalKeys(env screen.Env) []kit.Binding {
	if !env.Snap.Closed() && !env.Snap.Appraised() {
		return nil
	}
	return []kit.Binding{{Action: doAppraisal, Keys: kit.Named(keyAppraisal), Shown: keyAppraisal, Weight: 71,
		Label: lang.Text{VI: "so với thẩm định", EN: "beside the appraisal"},
		Help: lang.Text{VI: "điểm thẩm định so với điểm đã thống nhất, và ảnh hưởng đến thứ hạng, khen thưởng",
			EN: "what the appraisal gave beside what was agreed, and what that does to ranks and awards"}}}
}

// Editing reports whether a decision about awards is being typed.
func (s *Screen) Editing() bool { return s.form != nil }

// Type takes what is typed into it.
func (s *Screen) Type(_ screen.Env, msg tea.KeyPressMsg) screen.Effect {
	if s.form != nil {
		s.form.Type(msg)
	}
	return screen.Effect{}
}

// Paste takes pasted text into it.
func (s *Screen) Paste(_ screen.Env, text string) screen.Effect {
	if s.form != nil {
		s.form.Paste(text)
	}
	return screen.Effect{}
}

// Recorded ends what is on record, or lets it be tried again.
func (s *Screen) Recorded(env screen.Env, err error) {
	if s.form != nil && s.form.Recorded(env, err) {
		s.form = nil
	}
}
