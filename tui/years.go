package tui

import (
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// yearsKeys open the page of the years before, where meetings of theirs were named when this one was made.
func (m *Model) yearsKeys() []kit.Binding {
	if len(m.live.Pasts()) == 0 {
		return nil
	}
	return []kit.Binding{{Action: doYears, Keys: kit.Named(screen.KeyYears), Shown: screen.KeyYears, Weight: 12,
		Label: lang.Text{VI: "các năm", EN: "the years"},
		Help: lang.Text{VI: "thứ hạng qua các năm, thay đổi so với năm trước, ai đã giữ chức",
			EN: "ranks over the years, changes on the year before, who held office"}}}
}
