package kit

// RankLines are the places of some things over time: a line for each, on so many lines to a place.
type RankLines struct {
	cells [][]string
	heavy [][]bool // of the thing that is meant
}

// stepCells is how many cells a step of time takes at least: some of the line before, and the change.
const stepCells = 2

// RankLines draws places over time; steps[i][thing] is a place from 0 at the time i. Places are each lines apart, and
// their lines lie in the middle. Where there is too little room for all steps, the later ones show, the first of them
// standing for those before. here is the thing whose line is heavy; -1: none.
func (g *Signs) RankLines(steps [][]int, each, w, here int) RankLines {
	if len(steps) == 0 || w <= 0 {
		return RankLines{}
	}
	if most := max((w-1)/stepCells, 1); len(steps) > most {
		steps = append([][]int{steps[0]}, steps[len(steps)-most+1:]...)
	}
	n := len(steps[0])
	out := RankLines{cells: blankCells(w, n*each)}
	out.heavy = make([][]bool, n*each)
	for y := range out.heavy {
		out.heavy[y] = make([]bool, w)
	}
	draw := func(thing int, signs [6]string) {
		for i, places := range steps {
			from, to := w*i/len(steps), w*(i+1)/len(steps)
			y := places[thing]*each + (each-1)/2
			if i > 0 {
				was := steps[i-1][thing]*each + (each-1)/2
				out.turn(from, was, y, signs, thing == here)
				if was != y {
					from++
				}
			}
			for x := from; x < to; x++ {
				out.put(x, y, signs[0], thing == here)
			}
		}
	}
	for thing := range n {
		if thing != here {
			draw(thing, g.lines)
		}
	}
	if here >= 0 && here < n {
		draw(here, g.heavy)
	}
	return out
}

// turn draws the change from a line to another.
func (r *RankLines) turn(x, was, is int, signs [6]string, heavy bool) {
	switch {
	case is > was:
		r.put(x, was, signs[2], heavy)
		r.put(x, is, signs[3], heavy)
	case is < was:
		r.put(x, was, signs[4], heavy)
		r.put(x, is, signs[5], heavy)
	}
	for y := min(was, is) + 1; y < max(was, is); y++ {
		r.put(x, y, signs[1], heavy)
	}
}

func (r *RankLines) put(x, y int, sign string, heavy bool) {
	r.cells[y][x], r.heavy[y][x] = sign, heavy
}

// Height is how many lines there are.
func (r RankLines) Height() int { return len(r.cells) }

// Put adds a line of the picture to a row, the heavy line in a style of its own.
func (r RankLines) Put(row *Row, y int, line, heavy Style) {
	if y < 0 || y >= len(r.cells) {
		return
	}
	for x := 0; x < len(r.cells[y]); {
		end := x
		text := ""
		for end < len(r.cells[y]) && r.heavy[y][end] == r.heavy[y][x] {
			text += r.cells[y][end]
			end++
		}
		st := line
		if r.heavy[y][x] {
			st = heavy
		}
		row.Put(st, text)
		x = end
	}
}
