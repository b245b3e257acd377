package kit

// Pager is a text longer than the screen, of which a page is in sight. Marks at the right edge say that more follows,
// above or below. The zero value is at the beginning.
type Pager struct{ top, rows, lines int }

// Do carries out an action of a list's keys: lines, pages and ends are the same for both; false for any other.
func (p *Pager) Do(a Action) bool {
	switch a {
	case ListDown:
		p.Move(+1)
	case ListUp:
		p.Move(-1)
	case ListPageDown:
		p.Move(+p.rows)
	case ListPageUp:
		p.Move(-p.rows)
	case ListFirst:
		p.top = 0
	case ListLast:
		p.Move(+p.lines)
	default:
		return false
	}
	return true
}

// Move goes down by so many lines, up if by is negative, and no further than the ends.
func (p *Pager) Move(by int) {
	if p.top = max(p.top+by, 0); p.lines > 0 { // before it is drawn its end is not known
		p.top = max(min(p.top, p.lines-p.rows), 0)
	}
}

// Keys are the keys that go through the text.
func (p *Pager) Keys(weight int) []Binding {
	var l List[int] // as if the text were a list with the cursor on the first line in sight
	l.Show(make([]int, max(p.lines-p.rows, 0)+1))
	if p.lines == 0 {
		l.Show(make([]int, p.top+2))
	}
	l.at = p.top
	return l.Keys(weight)
}

// Top is the first line in sight.
func (p *Pager) Top() int { return p.top }

// Width is how many cells of w the text may take so that there is room for the marks.
func (p *Pager) Width(w int) int { return max(w-gutter, 0) }

// Draw is the page in sight of a text, with the marks. The lines of one longer than the page leave room for them
// (Width).
func (p *Pager) Draw(st Styles, text []string, rows int) []string {
	p.lines, p.rows = len(text), max(rows, 1)
	p.Move(0)
	page := append([]string(nil), text[p.top:min(p.top+p.rows, len(text))]...)
	if len(page) < len(text) {
		marks(st, page, gutter, p.top, len(text)-p.top-len(page))
	}
	return page
}

// marks adds what says that more follows to the lines in sight, in so many cells at the right of each.
func marks(st Styles, lines []string, w, above, below int) {
	for i := range lines {
		sign := ""
		switch {
		case i == 0 && above > 0 && len(lines) == 1 && below > 0:
			sign = "↕"
		case i == 0 && above > 0:
			sign = "↑"
		case i == len(lines)-1 && below > 0:
			sign = "↓"
		}
		if sign == "" {
			lines[i] += spaces(w)
			continue
		}
		lines[i] += NewRow(w).End(Width(sign)).Put(st.Key, sign).String()
	}
}
