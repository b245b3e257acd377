package tui

import "thidua/tui/screen"

// One place, a unit and a criterion, is shared by all screens: where somebody goes on one, the next begins. A screen
// that nobody has moved on keeps where it was, and until somebody has moved anywhere each begins at its own place.

// shared is the place, and what each screen has been told of it.
type shared struct {
	at   screen.Place
	told map[screen.ID]screen.Place
}

// begin begins at a place, of which every screen is told.
func (s *shared) begin(at screen.Place, all []tab) {
	s.at, s.told = at, map[screen.ID]screen.Place{}
	for _, t := range all {
		s.told[t.id] = at
	}
}

// nowhere is no place in particular.
func nowhere() screen.Place { return screen.Place{Unit: -1, Node: -1} }

// carried is the place that the screen hands on.
func (m *Model) carried() screen.Place {
	if c, ok := m.here().(screen.Carrier); ok {
		return c.Carries(m.env())
	}
	return nowhere()
}

// goneTo takes note of where a key has moved the cursor, from a place of the same screen.
func (m *Model) goneTo(on screen.ID, from screen.Place) {
	now := m.carried()
	if on != m.on() || now == from {
		return
	}
	if now.Unit >= 0 && now.Unit != from.Unit {
		m.place.at.Unit = now.Unit
	}
	if now.Node >= 0 && now.Node != from.Node {
		m.place.at.Node = now.Node
	}
	m.place.told[on] = m.place.at
}

// show changes to a screen, which begins where the one before is.
func (m *Model) show(i int) {
	m.current = i
	id := m.on()
	if m.place.told[id] == m.place.at {
		return
	}
	m.place.told[id] = m.place.at
	if c, ok := m.here().(screen.Carrier); ok {
		c.Carry(m.env(), m.place.at)
	}
}

// goTo changes to a screen, and to a place on it.
func (m *Model) goTo(id screen.ID, at screen.Place) {
	i, ok := m.find(id)
	if !ok {
		return
	}
	if at.Unit >= 0 {
		m.place.at.Unit = at.Unit
	}
	if at.Node >= 0 {
		m.place.at.Node = at.Node
	}
	m.show(i)
	if f, ok := m.here().(screen.Focuser); ok && (at.Unit >= 0 || at.Node >= 0) {
		f.Focus(m.env(), at)
	}
}
