package kit

import "strings"

// RosterName is a name on a roster: with the sign before it, and the styles of both. Of one that is there, or done,
// large letters have a bar before them: what is told apart by bright and grey alone nobody could read without colour.
type RosterName struct {
	Sign, Name string
	Mark, As   Style
	Done       bool
}

// The columns of a roster: no more than so many, with so many cells between them.
const (
	mostColumns = 3
	rosterGap   = 2
	signCells   = 3
)

// Roster draws names for the back row on so many lines, in as few columns as they need: in large letters where there is
// room for every one, else spaced out with air between them, else on a line each.
func (c *Canvas) Roster(names []RosterName, h int) {
	h = min(h, c.Room())
	if len(names) == 0 || h <= 0 {
		return
	}
	for columns := 1; columns <= mostColumns; columns++ {
		if drawn, each := banners(names, c.W, h, columns); drawn != nil {
			c.columns(names, drawn, each, columns)
			return
		}
	}
	columns := 1
	for columns < mostColumns && h/((len(names)+columns-1)/columns) < 2 {
		columns++
	}
	rows := (len(names) + columns - 1) / columns
	drawn := make([][]string, len(names))
	w := c.W/columns - rosterGap - signCells
	for i, n := range names {
		name := strings.ToUpper(n.Name)
		if wide := Spaced(name); Width(wide) <= w {
			name = wide
		}
		drawn[i] = []string{Cut(name, w)}
	}
	const mostAir = 4
	c.columns(names, drawn, max(min(h/rows, mostAir), 1), columns)
}

// LargeRoster reports whether a roster of w cells and h lines has room for large letters.
func LargeRoster(names []RosterName, w, h int) bool {
	for columns := 1; columns <= mostColumns; columns++ {
		if drawn, _ := banners(names, w, h, columns); drawn != nil {
			return true
		}
	}
	return false
}

// RosterHead is what stands above a roster on so many lines: large, but where that takes from the names the room that
// they need to be large themselves; below stands so much between the two.
func RosterHead(head string, names []RosterName, w, h, below int) []string {
	const fewest = 2 // lines of a name with air
	large := Large(head, w, min(h-below-fewest*((len(names)+1)/2), h/3))
	if !LargeRoster(names, w, h-below-len(large)) && LargeRoster(names, w, h-below-1) {
		return []string{Spaced(head)}
	}
	return large
}

// banners are names in large letters, and how many lines each has; nil where there is no room for that.
func banners(names []RosterName, w, h, columns int) (drawn [][]string, each int) {
	rows := (len(names) + columns - 1) / columns
	for _, n := range names {
		lines, ok := Banner(n.Name, 1)
		if !ok || Width(lines[0]) > w/columns-rosterGap-signCells {
			return nil, 0
		}
		drawn, each = append(drawn, lines), max(each, len(lines))
	}
	if rows*each > h {
		return nil, 0
	}
	for i, lines := range drawn {
		for len(lines) < each { // all stand on one line
			lines = append([]string{""}, lines...)
		}
		drawn[i] = lines
	}
	return drawn, min(h/rows, each+2)
}

// columns draws what has been laid out, the columns one after the other and all together in the middle.
func (c *Canvas) columns(names []RosterName, drawn [][]string, each, columns int) {
	rows := (len(names) + columns - 1) / columns
	wide := 0
	for _, lines := range drawn {
		wide = max(wide, Width(lines[len(lines)-1]))
	}
	wide = min(wide+signCells, c.W/columns)
	gap := rosterGap
	if columns > 1 {
		gap = min((c.W-columns*wide)/columns, 8*rosterGap)
	}
	left := max((c.W-columns*wide-(columns-1)*gap)/2, 0)
	for y := range rows * each {
		row, line := NewRow(c.W).Gap(left), y%each
		for x := range columns {
			i := x*rows + y/each
			if i >= len(names) {
				break
			}
			if x > 0 {
				row.Gap(gap)
			}
			lines, sign := drawn[i], ""
			switch {
			case line == len(lines)/2:
				sign = names[i].Sign
			case names[i].Done && line > 0 && line < len(lines)-1:
				sign = "█"
			}
			row.Left(names[i].Mark, sign, signCells)
			if line < len(lines) {
				row.Left(names[i].As, lines[line], wide-signCells)
			} else {
				row.Gap(wide - signCells)
			}
		}
		c.Add(row.String())
	}
}

// Spaced puts a space between the letters of a text, and three between its words. Marks stay with their letter.
func Spaced(text string) string {
	var words []string
	for _, word := range strings.Fields(text) {
		words = append(words, strings.Join(Letters(word), " "))
	}
	return strings.Join(words, "   ")
}
