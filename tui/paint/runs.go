package paint

import "github.com/charmbracelet/x/ansi"

// run is cells of a line, from one column to before another.
type run struct {
	y, from, to int
	at          int // where the line begins among all cells
}

// last is the column behind the last cell of a line that is not blank, no further left than the run begins.
func (r run) last(line []cell) int {
	last := len(line)
	for last > r.from && line[last-1].blank() {
		last--
	}
	return last
}

// clears reports whether what is left of the line from within the run on is best erased.
func (r run) clears(line []cell) bool {
	last := r.last(line)
	return last < r.to && r.to-last > len(ansi.EraseLineRight)
}

// compare adds the runs of the cells of a line that changed; at is where the line begins.
func (p *Pen) compare(y, at int) {
	is := p.is[at:]
	for x := 0; x < len(is); {
		if p.was[x] == is[x] {
			x++
			continue
		}
		r := run{y: y, from: x, to: p.changed(is, x), at: at}
		for r.to < len(is) && is[r.to].text == "" { // the second half of a wide character
			r.to++
		}
		p.runs = append(p.runs, r)
		if x = r.to; r.clears(is) {
			return
		}
	}
}

// changed is the column behind a run of changes that begins at x. Equal cells between two changes are drawn again where
// going round them would take as many bytes.
func (p *Pen) changed(is []cell, x int) (end int) {
	const farthest = 16 // bytes: no way round takes as many
	end = x + 1
	again, style := 0, is[x].style
	for i := end; i < len(is) && again <= farthest; i++ {
		c := is[i]
		if p.was[i] != c {
			round := p.turning(is[end-1].style, c.style) + lenRight(i-end)
			if i > end && again+p.turning(style, c.style) > round {
				return end
			}
			end, again, style = i+1, 0, c.style
			continue
		}
		if !c.blank() || blankStyle(style) != "" {
			again += p.turning(style, c.style)
			style = c.style
		}
		again += len(c.text)
	}
	return end
}

// drawRuns draws the runs of lines of w cells. Of a picture that arrives in one go nobody sees what is drawn first:
// there the runs that begin in the style that another ends in come after it, since to turn from one style to another
// takes more bytes than to go elsewhere.
func (p *Pen) drawRuns(w int) {
	const some = 32
	n := 0
	for _, r := range p.runs {
		n += r.to - r.from
	}
	for i := range p.runs {
		if n <= oneGo/2 && len(p.runs) <= some {
			p.bring(i, w)
		}
		r := p.runs[i]
		p.draw(r, p.is[r.at:r.at+w])
	}
}

// bring puts a run in a place that begins in the style that there is, if there is one from there on.
func (p *Pen) bring(place, w int) {
	for i := place; i < len(p.runs); i++ {
		r := p.runs[i]
		first := p.is[r.at+r.from]
		if first.style == p.style || r.clears(p.is[r.at:r.at+w]) && first.blank() && blankStyle(p.style) == "" {
			copy(p.runs[place+1:i+1], p.runs[place:i])
			p.runs[place] = r
			return
		}
	}
}
