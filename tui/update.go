package tui

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Update only routes: each message goes to the method that knows it.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		m.background(msg.IsDark())
	case snapshotMsg:
		m.take(msg.snap)
		return m, m.listen()
	case recordedMsg:
		m.recorded(msg)
	case tea.PasteMsg:
		if !m.help && !m.quit {
			return m, m.effect(m.here().Paste(m.env(), msg.Content))
		}
	case tea.KeyPressMsg:
		return m, m.key(msg)
	}
	return m, nil
}

func (m *Model) here() screen.Screen { return m.screens[m.current].Screen }

// background suits the theme to the terminal, until somebody chooses one.
func (m *Model) background(dark bool) {
	if m.opts.Theme != "" || m.opts.NoColor {
		return
	}
	m.styles = kit.NewStyles(kit.Dark)
	if !dark {
		m.styles = kit.NewStyles(kit.Light)
	}
}

// key finds the binding that a key belongs to. What is asked for in front goes before the screen, a screen's own keys before
// the global ones, and what no table knows is text.
func (m *Model) key(msg tea.KeyPressMsg) tea.Cmd {
	key := msg.String()
	if key == "ctrl+h" { // some terminals send 0x08 for backspace
		key = "backspace"
		msg = tea.KeyPressMsg{Code: tea.KeyBackspace}
	}
	if b, ok := kit.Find(m.bindings(), key); ok {
		if !b.Off.IsZero() {
			m.note = note{text: lang.Sayf("%[1]s: %[2]s", "%[1]s: %[2]s", lang.Both(b.Shown), b.Off), alarm: true}
			return nil
		}
		m.note = note{}
		if cmd, done := m.global(b.Action); done {
			return cmd
		}
		return m.effect(m.here().Do(m.env(), b.Action, key))
	}
	if m.help || m.quit {
		return nil
	}
	return m.effect(m.here().Type(m.env(), msg))
}

// effect does what a screen asked for.
func (m *Model) effect(e screen.Effect) tea.Cmd {
	if !e.Note.IsZero() {
		m.note = note{text: e.Note, alarm: e.Alarm}
	}
	if e.Go != "" {
		for i, t := range m.screens {
			if t.id == e.Go {
				m.current = i
				t.Focus(e.Unit)
				t.Show(m.env())
			}
		}
	}
	if len(e.Acts) > 0 {
		return m.propose(e.Acts)
	}
	return nil
}

// recorded tells screens and people what came of a proposal.
func (m *Model) recorded(msg recordedMsg) {
	m.busy--
	m.take(msg.snap)
	for _, t := range m.screens {
		t.Recorded(m.env(), msg.err)
	}
	if msg.err != nil {
		m.note = note{text: notRecorded(msg.err), alarm: true}
		return
	}
	d := msg.snap.Last()
	m.note = note{good: true, text: lang.Sayf("✓ đã ghi số %d: %s", "✓ recorded as %d: %s", d.Seq, meeting.Sentence(&msg.snap.State, d))}
}

// notRecorded says that a decision is not on record, and why.
func notRecorded(err error) lang.Text {
	why := meeting.Say(err)
	return lang.Sayf("✗ CHƯA GHI: %s", "✗ NOT RECORDED: %s", why)
}

// lastDone is the newest decision that can be taken back: one that counts and is no undo.
func lastDone(s *scoring.State) (*scoring.Decision, bool) {
	for seq := s.Seq(); seq > 1; seq-- {
		d, ok := s.Decision(seq)
		if !ok {
			return nil, false
		}
		if _, gone := s.Withdrawn(seq); gone {
			continue
		}
		switch d.Act.(type) {
		case scoring.Undo, scoring.Close, scoring.Reopen:
			continue
		}
		return d, true
	}
	return nil, false
}

// lastUndone is the newest undo that counts, if nothing else was decided after it.
func lastUndone(s *scoring.State) (*scoring.Decision, bool) {
	d := s.Last()
	if _, ok := d.Act.(scoring.Undo); ok {
		return d, true
	}
	return nil, false
}
