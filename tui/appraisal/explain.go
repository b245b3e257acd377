package appraisal

import (
	tea "charm.land/bubbletea/v2"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// maxReason is the most characters of an explanation.
const maxReason = 500

// explaining is an explanation that is being typed.
type explaining struct {
	of      scoring.Difference
	outcome scoring.Outcome
	reason  *kit.Prompt
	seen    int
}

// begin asks for the reason of an outcome. What stands there already is filled in.
func (s *Screen) begin(env screen.Env, d scoring.Difference, o scoring.Outcome) {
	s.explain = &explaining{of: d, outcome: o, seen: env.Snap.Seq(), reason: kit.NewPrompt(
		lang.Sayf("giải trình, %s", "explanation, %s", outcomeVerb(o)),
		lang.Text{VI: "Ghi lý do.", EN: "Give the reason."}, maxReason)}
	s.explain.reason.Set(d.Reason)
}

// outcomeVerb is an outcome as something that is about to be recorded.
func outcomeVerb(o scoring.Outcome) lang.Text {
	if o == scoring.Accepted {
		return lang.Text{VI: "chấp nhận", EN: "accept"}
	}
	return lang.Text{VI: "cần trao đổi", EN: "to be discussed"}
}

// act is what would be recorded.
func (x *explaining) act(env screen.Env) scoring.Explain {
	return scoring.Explain{Unit: env.Snap.Units()[x.of.Unit].Name(),
		Criterion: env.Snap.Rulebook().Criteria[x.of.Node].Code, Outcome: x.outcome, Reason: x.reason.Value()}
}

// doExplain carries out a key while an explanation is being typed.
func (s *Screen) doExplain(env screen.Env, a kit.Action) screen.Effect {
	x := s.explain
	switch a {
	case kit.PromptLeave:
		s.explain = nil
		return screen.Note("Đã bỏ, không ghi gì.", "Left; nothing was recorded.")
	case kit.PromptTake:
		if _, missing := x.reason.Take(); !missing.IsZero() {
			return screen.Effect{Note: missing}
		}
		return screen.Effect{Acts: []scoring.Act{x.act(env)}, Seen: x.seen}
	}
	return screen.Effect{}
}

// Editing reports whether something is being typed.
func (s *Screen) Editing() bool { return s.explain != nil || s.form != nil }

// Type takes what is typed.
func (s *Screen) Type(_ screen.Env, msg tea.KeyPressMsg) screen.Effect {
	switch {
	case s.explain != nil:
		s.explain.reason.Key(msg)
	case s.form != nil:
		s.form.Type(msg)
	}
	return screen.Effect{}
}

// Paste takes pasted text.
func (s *Screen) Paste(_ screen.Env, text string) screen.Effect {
	switch {
	case s.explain != nil:
		s.explain.reason.Insert(text)
	case s.form != nil:
		s.form.Paste(text)
	}
	return screen.Effect{}
}

// Recorded ends what is on record, and goes on to the next difference that is open; or lets it be tried again.
func (s *Screen) Recorded(env screen.Env, err error) {
	if s.form == nil && s.explain == nil {
		return // of a decision that is made elsewhere the screen is worked out when it is shown
	}
	s.Show(env)
	if s.form != nil && s.form.Recorded(env, err) {
		s.form = nil
	}
	if s.explain == nil {
		return
	}
	if err != nil {
		s.explain.seen = env.Snap.Seq()
	}
	if s.explain.reason.Recorded(err) {
		s.explain = nil
		if d, ok := s.nextOpen(); ok {
			s.goTo(d)
		}
	}
}

// Asks says what is being recorded.
func (s *Screen) Asks(env screen.Env) string {
	switch {
	case s.explain != nil:
		a := s.explain.act(env)
		return env.Say("Giải trình chênh lệch của %s tại %s: %s", "Explain the difference of %s at %s: %s", a.Unit,
			a.Criterion, outcomeVerb(a.Outcome))
	case s.form != nil:
		return s.form.Asks(env)
	}
	return ""
}
