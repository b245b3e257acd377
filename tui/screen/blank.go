package screen

import (
	"strings"

	"thidua/tui/kit"
)

// GroupName is whose meeting it is: the group's name, or the rulebook's where the units were named for the meeting.
func (e Env) GroupName() string {
	if c, ok := e.Snap.Group(); ok {
		return c.Name.In(e.Lang)
	}
	return e.Snap.Rulebook().Title.In(e.Lang)
}

// Years are the years that the meeting is about.
func (e Env) Years() string { return strings.ReplaceAll(e.Snap.Year(), "-", "–") }

// Blank is what the room sees where there is nothing for it: whose meeting it is, in the middle.
func (e Env) Blank(area kit.Rect) []kit.Placed {
	st, c := e.Styles, kit.NewCanvas(area)
	name := kit.Large(strings.ToUpper(e.GroupName()), area.W-2, area.H-4)
	for range max((area.H-len(name)-4)/2, 0) {
		c.Blank()
	}
	for _, line := range name {
		c.Centred(st.Title, line)
	}
	c.Blank()
	c.Centred(st.Text, e.Years())
	return []kit.Placed{{Rect: area, Lines: kit.Fill(c.Lines, area.W, area.H)}}
}
