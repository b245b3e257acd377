package review

import (
	tea "charm.land/bubbletea/v2"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, key string) screen.Effect {
	if s.edit != nil {
		return s.doEdit(env, a)
	}
	units := len(env.Snap.Units())
	switch a {
	case doPercent:
		s.edit = edit.New(edit.Percent, s.unit, s.node)
		s.edit.Digit(key)
	case doBonus:
		s.begin(env, edit.Bonus)
	case doPenalty:
		s.begin(env, edit.Penalty)
	case doAccept:
		return screen.Effect{Acts: []scoring.Act{scoring.Accept{Unit: env.Snap.Units()[s.unit].Name()}}}
	case doNextU:
		s.Focus((s.unit + 1) % units)
	case doPrevU:
		s.Focus((s.unit + units - 1) % units)
	case doNext:
		s.node = nextLeaf(env.Snap.Rulebook(), s.node, 1)
		s.reveal(env.Snap.Rulebook(), s.node)
	case doUp:
		s.move(-1)
	case doDown:
		s.move(+1)
	case doFirst:
		s.move(-len(s.rows))
	case doLast:
		s.move(+len(s.rows))
	case doFold:
		s.folded[s.node] = !s.folded[s.node]
	}
	s.Show(env)
	return screen.Effect{}
}

// begin opens the field for a bonus or penalty, with what stands there or was asked for.
func (s *Screen) begin(env screen.Env, kind edit.Kind) {
	s.edit = edit.New(kind, s.unit, s.node)
	u := env.Snap.Units()[s.unit]
	grants := u.Bonuses()
	if kind == edit.Penalty {
		grants = u.Penalties()
	}
	for _, g := range grants {
		if g.Target == s.node {
			s.edit.FillIn(lang.Decimal(lang.VI, int64(g.Points), 6, 0, 2), g.Reason)
			return
		}
	}
	if kind == edit.Penalty {
		return
	}
	code := env.Snap.Rulebook().Criteria[s.node].Code
	for _, q := range u.Sheet().Requests {
		if q.Target == code {
			s.edit.FillIn(lang.Decimal(lang.VI, int64(q.Points), 6, 0, 2), q.Reason)
			return
		}
	}
}

func (s *Screen) doEdit(env screen.Env, a kit.Action) screen.Effect {
	switch a {
	case doCancel:
		s.edit = nil
		return screen.Note("Đã bỏ, không ghi gì.", "Left; nothing was recorded.")
	case doField:
		s.edit.InText = !s.edit.InText
	case doRecord:
		return s.record(env)
	}
	return screen.Effect{}
}

// record proposes what has been typed. A reason that is still missing is asked for first.
func (s *Screen) record(env screen.Env) screen.Effect {
	act, err := s.edit.Act(&env.Snap.State)
	if err != nil {
		s.edit.InText = false
		return alarm(err)
	}
	if s.edit.NeedsReason() && s.edit.Reason.Value() == "" {
		s.edit.InText = true
		return screen.Note("Ghi lý do rồi nhấn Enter.", "Give the reason, then press Enter.")
	}
	if _, err := scoring.Apply(env.Snap.State, scoring.Decision{Act: act}); err != nil {
		return alarm(err)
	}
	s.edit.Sent = true
	return screen.Effect{Acts: []scoring.Act{act}}
}

func alarm(err error) screen.Effect {
	if r, ok := err.(*scoring.Refusal); ok {
		return screen.Alarm(lang.Text{VI: r.In(lang.VI), EN: r.In(lang.EN)})
	}
	return screen.Alarm(lang.Both(err.Error()))
}

// Type takes what is typed into a field.
func (s *Screen) Type(_ screen.Env, msg tea.KeyPressMsg) screen.Effect {
	if s.edit != nil && !s.edit.Sent {
		if !s.edit.Key(msg) && !s.edit.InText && s.edit.Number.Empty() && msg.String() == "backspace" {
			s.edit = nil
		}
	}
	return screen.Effect{}
}

// Paste takes pasted text into a field; nowhere else does pasting do anything.
func (s *Screen) Paste(_ screen.Env, text string) screen.Effect {
	if s.edit != nil && !s.edit.Sent {
		s.edit.Paste(text)
	}
	return screen.Effect{}
}
