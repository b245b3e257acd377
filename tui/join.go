package tui

import (
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// Join is how others come in to a meeting that is served.
type Join = overlay.Join

// joinKeys opens the page.
func (m *Model) joinKeys() []kit.Binding {
	if m.opts.Join == nil {
		return nil
	}
	return []kit.Binding{{Action: doJoin, Keys: kit.Named(screen.KeyJoin), Shown: screen.KeyJoin, Weight: 16,
		Label: lang.Text{VI: "cách vào", EN: "how to join"},
		Help: lang.Text{VI: "lệnh ssh và mã QR để vào họp, cho cả phòng xem",
			EN: "the ssh line and its QR code, for the room"}}}
}
