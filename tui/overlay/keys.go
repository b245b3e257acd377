package overlay

import (
	"slices"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doClose   kit.Action = "overlay-close"
	doTake    kit.Action = "overlay-take"
	doDecline kit.Action = "overlay-decline"
	doSave    kit.Action = "overlay-save"
	doSettle  kit.Action = "overlay-settle"
	doExport  kit.Action = "overlay-export"
	doChoose  kit.Action = "overlay-choose"
	doFill    kit.Action = "overlay-fill"
)

// closing is the key that takes an overlay away; others do so too, beside Esc and Ctrl+C.
func closing(others ...string) kit.Binding {
	return kit.Binding{Action: doClose, Shown: screen.KeyClose,
		Keys: append(kit.Named(screen.KeyClose, "ctrl+c"), others...), Weight: 85,
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
	return kit.Binding{Action: doTake, Keys: kit.Named(kit.KeyTake), Shown: kit.KeyTake, Weight: 90, Label: label,
		Help: help}
}
