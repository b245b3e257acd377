package kit

// Canvas collects lines of one width until its height is full: for panels that say as much as there is room for.
type Canvas struct {
	Lines      []string
	X, Y, W, H int
	Middle     bool // texts stand in the middle, for the back row
}

// NewCanvas begins an empty panel.
func NewCanvas(area Rect) *Canvas { return &Canvas{X: area.X, Y: area.Y, W: area.W, H: area.H} }

// Add adds finished lines.
func (c *Canvas) Add(lines ...string) {
	c.Lines = append(c.Lines, lines[:min(len(lines), max(c.Room(), 0))]...)
}

// Text adds a text in at most so many lines; 0 is no bound.
func (c *Canvas) Text(st Style, s string, lines int) {
	for _, l := range Wrap(s, c.W, lines) {
		row := NewRow(c.W)
		if c.Middle {
			row.Gap((c.W - Width(l)) / 2)
		}
		c.Add(row.Put(st, l).String())
	}
}

// Centred adds a line in the middle; what does not fit is cut.
func (c *Canvas) Centred(st Style, text string) {
	text = Cut(text, c.W)
	c.Add(NewRow(c.W).Gap((c.W-Width(text))/2).Put(st, text).String())
}

// Checks lists names, each with whether it is checked, in as many columns as the height makes them need.
func (c *Canvas) Checks(st Styles, names []string, checked func(string) bool) {
	rows := max(c.Room(), 1)
	columns := (len(names) + rows - 1) / rows
	if columns == 0 {
		return
	}
	rows = (len(names) + columns - 1) / columns
	for y := range rows {
		row := NewRow(c.W)
		for i := y; i < len(names); i += rows {
			sign, style := "·", st.Dim
			if checked(names[i]) {
				sign, style = "●", st.Good
			}
			row.Put(style, sign+" ").Left(st.Text, names[i], c.W/columns-2)
		}
		c.Add(row.String())
	}
}

// Refuse says what cannot be done, and why.
func (c *Canvas) Refuse(st Styles, said string) {
	const most = 3
	c.Text(st.Bad, "✗ "+said, most)
}

// Rest is what of the canvas is still free, but for so many lines at its foot.
func (c *Canvas) Rest(below int) Rect {
	return Rect{X: c.X, Y: c.Y + len(c.Lines), W: c.W, H: max(c.Room()-below, 1)}
}

// Rule adds a thin line.
func (c *Canvas) Rule(st Styles) { c.Add(st.Rule.Render(Line("─", c.W))) }

// Blank adds an empty line.
func (c *Canvas) Blank() { c.Add(Blank(c.W)) }

// Room is how many lines are left.
func (c *Canvas) Room() int { return c.H - len(c.Lines) }
