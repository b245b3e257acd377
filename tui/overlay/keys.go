package overlay

import (
	"slices"

	"thidua/scoring/lang"
	"thidua/tui/kit"
)

const (
	doClose   kit.Action = "overlay-close"
	doUp      kit.Action = "overlay-up"
	doDown    kit.Action = "overlay-down"
	doTake    kit.Action = "overlay-take"
	doDecline kit.Action = "overlay-decline"
)

// closing is the key that takes an overlay away; others do so too, beside Esc and Ctrl+C.
func closing(others ...string) kit.Binding {
	return kit.Binding{Action: doClose, Keys: append([]string{"esc", "ctrl+c"}, others...), Shown: "Esc", Weight: 85,
		Label: lang.Text{VI: "đóng", EN: "close"}, Help: lang.Text{VI: "đóng", EN: "close"}}
}

// moving are the keys that go through a list. Home and End are for the text above it.
func moving(list interface {
	Keys(weight int) []kit.Binding
}) []kit.Binding {
	return slices.DeleteFunc(list.Keys(50), func(b kit.Binding) bool {
		return b.Action == kit.ListFirst || b.Action == kit.ListLast
	})
}

// taking is the key that takes what is chosen.
func taking(label, help lang.Text) kit.Binding {
	return kit.Binding{Action: doTake, Keys: []string{"enter"}, Shown: "Enter", Weight: 90, Label: label, Help: help}
}
