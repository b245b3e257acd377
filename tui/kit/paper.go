package kit

// Paper collects lines of one width until its height is full: for panels that say as much as there is room for.
type Paper struct {
	Lines []string
	W, H  int
}

// NewPaper begins an empty panel.
func NewPaper(area Rect) *Paper { return &Paper{W: area.W, H: area.H} }

// Add adds a finished line.
func (p *Paper) Add(line string) {
	if len(p.Lines) < p.H {
		p.Lines = append(p.Lines, line)
	}
}

// Text adds a text in at most so many lines; 0 is no bound.
func (p *Paper) Text(st Style, s string, lines int) {
	for _, l := range Wrap(s, p.W, lines) {
		p.Add(NewRow(p.W).Put(st, l).String())
	}
}

// Rule adds a thin line.
func (p *Paper) Rule(st Styles) { p.Add(st.Rule.Render(Line("─", p.W))) }

// Blank adds an empty line.
func (p *Paper) Blank() { p.Add(Blank(p.W)) }

// Room is how many lines are left.
func (p *Paper) Room() int { return p.H - len(p.Lines) }
