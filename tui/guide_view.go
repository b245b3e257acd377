package tui

import (
	"strings"

	"thidua/tui/kit"
)

// frame is how the terminal is divided: with a guide, the body leaves it the lines above the message. The room does not
// see it, and where there is hardly room for a screen it waits.
func (m *Model) frame() (f kit.Frame, step kit.Rect) {
	f = kit.Around(m.w, m.h)
	if m.projector || m.hint().IsZero() || f.Body.H < kit.MinHeight {
		return f, step
	}
	rows := len(m.hintLines(f.Body.W))
	f.Body.H -= rows
	return f, kit.Rect{X: f.Body.X, Y: f.Body.Y + f.Body.H, W: f.Body.W, H: rows}
}

// hintLines is what to do next, in lines.
func (m *Model) hintLines(w int) []string {
	return kit.Wrap("▸ "+strings.TrimSpace(m.hint().In(m.opts.Lang)), max(w-2, 1), 3)
}

// stepLines draws what to do next.
func (m *Model) stepLines(area kit.Rect) (lines []string) {
	for _, line := range m.hintLines(area.W) {
		lines = append(lines, kit.NewMarked(area.W, m.styles.Here).Put(m.styles.Here, " "+line).String())
	}
	return lines
}
