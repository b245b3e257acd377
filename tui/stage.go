package tui

import (
	"slices"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// While results are being announced nobody sees what is still to come: not those who follow, and not by a slip of the
// one who leads.

// held reports whether the session may not look elsewhere: during a ceremony the results would be there before they are
// announced.
func (m *Model) held() bool {
	f := m.follow.floor
	return f != nil && !f.Leads(m.opts.Who) && f.Stand.Reveal.Secret()
}

// onStage reports whether the session leads a ceremony that has not come to its end: a slip of a key must not show the
// room what is still to come.
func (m *Model) onStage() bool {
	return m.on() == screen.Ceremony && m.env().Leads() && m.ceremony.Reveal().Secret()
}

// heldText says why.
func heldText() lang.Text {
	return lang.Text{VI: "đang công bố: mọi người cùng xem", EN: "the results are being announced: everybody watches"}
}

// heldKeys are what remains while everybody watches the same.
func (m *Model) heldKeys() []kit.Binding {
	return slices.DeleteFunc(m.withGlobalKeys(nil, m.editing()), func(b kit.Binding) bool {
		return b.Action != doTheme && b.Action != doLang && b.Action != doQuit
	})
}

// stageKeys are what remains for the one who leads a ceremony, beside its own keys.
func (m *Model) stageKeys() []kit.Binding {
	return slices.DeleteFunc(m.withGlobalKeys(nil, m.editing()), func(b kit.Binding) bool { return !patient(b.Action) })
}
