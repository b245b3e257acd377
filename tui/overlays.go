package tui

import (
	tea "charm.land/bubbletea/v2"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// overlayEnv is what an overlay may know of the session.
func (m *Model) overlayEnv() overlay.Env {
	keys := m.offered()
	own := len(keys) // held, announced or on stage there are no others
	if !m.held() && !m.announced() && !m.onStage() {
		if own = len(m.here().Keys(m.env())); m.mode == screen.Replay {
			own += len(replayKeys())
		}
	}
	return overlay.Env{Env: m.env(), Live: m.live, Screen: m.here(), Keys: keys, Own: own, Lost: m.lost}
}

// overlay makes the overlay that a key opens.
func (m *Model) overlay(a kit.Action) overlay.Overlay {
	env := m.overlayEnv()
	switch a {
	case doPalette:
		return overlay.NewPalette(env, &m.criteria, m.showsUnits(), m.showsCriteria())
	case doSuggestions:
		return overlay.NewSuggestions(env, m.opts.Room)
	case doJoin:
		return overlay.NewJoin(m.opts.Join)
	case doQuit:
		return overlay.NewQuit(m.opts.Demo)
	case doCopy:
		return m.newCopy()
	case doPapers:
		return m.newPapers()
	case doSheet:
		return overlay.NewSheet("", nil)
	case doYears:
		return overlay.NewYears()
	}
	return overlay.NewHelp()
}

// showsUnits is the screen on which a unit that was searched for is shown: this one, unless it is about no unit in
// particular.
func (m *Model) showsUnits() screen.ID {
	if _, ok := m.here().(screen.Focuser); ok {
		return m.on()
	}
	return screen.Review
}

// showsCriteria is the screen on which a criterion is shown.
func (m *Model) showsCriteria() screen.ID {
	if m.on() == screen.Compare {
		return screen.Compare
	}
	return screen.Review
}

// overlayKey gives a key to the overlay in front. What its table does not know is text for it, or nothing.
func (m *Model) overlayKey(o overlay.Overlay, msg tea.KeyPressMsg, key string) tea.Cmd {
	env := m.overlayEnv()
	b, ok := kit.Find(o.Keys(env), key)
	if !ok {
		if t, ok := o.(overlay.Typer); ok {
			t.Type(env, msg)
		}
		return nil
	}
	if m.heldDown(b, msg) || m.off(b) {
		return nil
	}
	return m.overlayEffect(o.Do(env, b.Action))
}

// overlayEffect does what an overlay asked for.
func (m *Model) overlayEffect(e overlay.Effect) tea.Cmd {
	if e.Close {
		m.overlays.Close()
	}
	switch {
	case e.Quit:
		return m.leave()
	case e.Copy != "":
		return m.saveCopy(e.Copy)
	case e.Sheet != "":
		return m.readSheet(e.Sheet)
	case e.Read != nil:
		return m.readPaper(*e.Read)
	case e.Export != nil:
		return m.export(*e.Export)
	case e.Save:
		m.overlays.Open(m.newCopy())
		return nil
	case e.Press != nil:
		return m.press(*e.Press, e.Press.Keys[0])
	case e.Record != nil:
		return m.recordSuggested(*e.Record, e.Again)
	}
	return m.effect(e.Effect)
}

// drawOverlay draws the overlay in front; without parts nothing covers the screen.
func (m *Model) drawOverlay(body kit.Rect) screen.View {
	if o := m.overlays.Top(); o != nil {
		return o.Draw(m.overlayEnv(), body)
	}
	return screen.View{}
}

// question is what the overlay in front asks.
func (m *Model) question() lang.Text {
	if q, ok := m.overlays.Top().(overlay.Questioner); ok {
		return q.Question(m.overlayEnv())
	}
	return lang.Text{}
}
