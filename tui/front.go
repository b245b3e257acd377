package tui

import (
	tea "charm.land/bubbletea/v2"

	"thidua/scoring"
	"thidua/tui/kit"
)

// front is what lies in front of the screen: at most one page, the palette, or the question whether to leave.
type front struct {
	page    *page
	palette *palette
	tray    *tray
	quit    bool
}

// page is a text to read: the help of a screen, or why a number is what it is.
type page struct {
	help bool
	why  *scoring.Explanation
	join bool
	top  int
}

func (f *front) any() bool { return f.page != nil || f.palette != nil || f.tray != nil || f.quit }

func (f *front) open(p page) { *f = front{page: &p} }

func (f *front) close() { *f = front{} }

// typed takes a key that belongs to no binding; false if nothing lies in front that could want it.
func (f *front) typed(m *Model, msg tea.KeyPressMsg) bool {
	if f.palette != nil {
		f.palette.key(m, msg)
	}
	return f.any()
}

func (f *front) pasted(m *Model, text string) {
	if f.palette != nil {
		f.palette.insert(m, text)
	}
}

func (f *front) scroll(m *Model, rows int) {
	switch {
	case f.page != nil:
		f.page.top = max(f.page.top+rows, 0)
	case f.palette != nil:
		f.palette.move(rows)
	case f.tray != nil:
		f.tray.move(m.waiting(), rows)
	}
}

// draw draws what lies in front of the body, if anything covers it; cursor is where something is being typed.
func (f *front) draw(m *Model, area kit.Rect) (lines []string, cursor int, ok bool) {
	switch {
	case f.page != nil:
		return f.page.draw(m, area), -1, true
	case f.tray != nil:
		return f.tray.draw(m, area), -1, true
	case f.palette != nil:
		lines, cursor = f.palette.draw(m, area)
		return lines, cursor, true
	}
	return nil, -1, false
}
