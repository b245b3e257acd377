package kit

// Canvas collects lines of one width until its height is full: for panels that say as much as there is room for.
type Canvas struct {
	Lines []string
	W, H  int
}

// NewCanvas begins an empty panel.
func NewCanvas(area Rect) *Canvas { return &Canvas{W: area.W, H: area.H} }

// Add adds a finished line.
func (p *Canvas) Add(line string) {
	if len(p.Lines) < p.H {
		p.Lines = append(p.Lines, line)
	}
}

// Text adds a text in at most so many lines; 0 is no bound.
func (p *Canvas) Text(st Style, s string, lines int) {
	for _, l := range Wrap(s, p.W, lines) {
		p.Add(NewRow(p.W).Put(st, l).String())
	}
}

// Checks lists names, each with whether it is checked, in as many columns as the height makes them need.
func (p *Canvas) Checks(st Styles, names []string, checked func(string) bool) {
	rows := max(p.Room(), 1)
	columns := (len(names) + rows - 1) / rows
	if columns == 0 {
		return
	}
	rows = (len(names) + columns - 1) / columns
	for y := range rows {
		row := NewRow(p.W)
		for i := y; i < len(names); i += rows {
			sign, style := "·", st.Dim
			if checked(names[i]) {
				sign, style = "●", st.Good
			}
			row.Put(style, sign+" ").Left(st.Text, names[i], p.W/columns-2)
		}
		p.Add(row.String())
	}
}

// Rule adds a thin line.
func (p *Canvas) Rule(st Styles) { p.Add(st.Rule.Render(Line("─", p.W))) }

// Blank adds an empty line.
func (p *Canvas) Blank() { p.Add(Blank(p.W)) }

// Room is how many lines are left.
func (p *Canvas) Room() int { return p.H - len(p.Lines) }
