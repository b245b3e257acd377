package tui

import (
	"slices"

	"thidua/tui/kit"
)

// span is one screen's tab in the rule below the header: its key and its title, either of which may be missing.
type span struct {
	screen, x  int
	key, title string
	wanted     bool // a ballot waits there
}

func (t span) width() int {
	w := kit.Width(t.key) + kit.Width(t.title) + 2
	if t.key != "" && t.title != "" {
		w++
	}
	return w
}

// spans lays the tabs out. Where the terminal is too narrow for all the titles, those farthest from the screen being
// shown keep only their keys; the room sees only the name of the screen it looks at.
func (m *Model) spans(w int, end badge) []span {
	var all []span
	if end.text != "" {
		w -= kit.Width(end.text) + 1
	}
	total := 1
	for i, t := range m.screens {
		if !m.among(i) {
			continue
		}
		s := span{screen: i, title: t.Title().In(m.opts.Lang)}
		s.key, s.wanted = m.marked(t)
		switch {
		case i == m.current:
			s.key = ""
		case m.projector:
			continue
		}
		all = append(all, s)
		total += s.width() + 1
	}
	for far := len(m.screens); far > 0 && total > w; far-- {
		for i := range all {
			if d := all[i].screen - m.current; total > w && max(d, -d) == far {
				total -= kit.Width(all[i].title) + 1
				all[i].title = ""
			}
		}
	}
	for far := len(m.screens); far > 0 && total > w; far-- { // then they go altogether
		all = slices.DeleteFunc(all, func(s span) bool {
			d := s.screen - m.current
			if gone := total > w && max(d, -d) == far && !s.wanted; gone {
				total -= s.width() + 1
				return true
			}
			return false
		})
	}
	x := 1
	for i := range all {
		all[i].x = x
		x += all[i].width() + 1
	}
	return all
}

// tabBadge is the badge that stands at the end of the tabs: at most half of the line, and what the tabs leave when only
// the current one has its title and the farthest gives way. Where not even its shortest form fits, the others do too.
func (m *Model) tabBadge(w int) badge {
	last := len(m.screens) - 1
	for !m.among(last) {
		last--
	}
	least, farthest := 1, max(m.current, last-m.current)
	for i, t := range m.screens {
		switch {
		case !m.among(i):
		case max(i-m.current, m.current-i) == farthest:
		case i == m.current:
			least += kit.Width(t.Title().In(m.opts.Lang)) + 3
		case !m.projector:
			least += kit.Width(t.id.Key()) + 3
		}
	}
	if b := m.badge(min(w/2, w-least-1)); b.text != "" && w >= narrowWindow {
		return b
	}
	room := w - kit.Width(m.screens[m.current].Title().In(m.opts.Lang)) - 6
	if b := m.badge(room); b.text != "" && w < narrowWindow {
		return b
	}
	all := m.badges()
	if len(all) == 0 {
		return badge{}
	}
	shortest := all[len(all)-1]
	shortest.text = kit.Cut(shortest.text, max(room, 0))
	return shortest
}

// tabAt is the screen whose tab lies at a column.
func (m *Model) tabAt(x int) (int, bool) {
	for _, s := range m.spans(m.w, m.tabBadge(m.w)) {
		if x >= s.x && x < s.x+s.width() {
			return s.screen, true
		}
	}
	return 0, false
}

// tabs is the rule below the header, with the screens in it.
func (m *Model) tabs(w int) string {
	st := m.styles
	end := m.tabBadge(w)
	row := kit.NewRow(w).Put(st.Rule, "─")
	for _, s := range m.spans(w, end) {
		switch {
		case s.screen == m.current:
			row.Put(st.Here, " "+s.title+" ")
		case s.title == "":
			row.Put(m.tabStyle(s.wanted), " "+s.key+" ")
		default:
			row.Put(m.tabStyle(s.wanted), " "+s.key).Put(st.Dim, " "+s.title+" ")
		}
		row.Put(st.Rule, "─")
	}
	if end.text == "" || row.Space() < kit.Width(end.text)+1 {
		return row.Put(st.Rule, kit.Line("─", row.Space())).String()
	}
	row.Put(st.Rule, kit.Line("─", row.Space()-kit.Width(end.text)-1)).Put(end.style, end.text)
	return row.Put(st.Rule, "─").String()
}
