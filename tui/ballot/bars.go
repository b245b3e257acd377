package ballot

import (
	"fmt"
	"strings"

	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Bars are the votes of a round as bars, one for each candidate, with the mark of the votes that elect.
type Bars struct {
	Votes   []scoring.Tally
	Base    int // ballots that the bars are as long as
	Needed  int // votes that elect; 0: not known
	Elected int // the unit elected; -1: none
	Here    int // the unit that is being counted; -1: none
}

// BarsOf are those of a round that is on record.
func BarsOf(env screen.Env, r scoring.Race, round scoring.Round) Bars {
	return Bars{Votes: env.Snap.State.Tallies(round), Base: max(round.Base, env.Snap.Present(), 1),
		Needed: round.Needed, Elected: r.Elected, Here: -1}
}

// Of the bars: the most lines of a candidate, which are those of small figures; the cells between the columns, and the
// most cells of a ballot.
const (
	tallest  = 3
	barsGap  = 2
	widestIn = 8
)

// Height is how many lines a candidate can have where there is room for so many lines in all.
func (b Bars) Height(room int) int {
	for h := tallest; h > 1; h-- {
		if len(b.Votes)*h+1 <= room {
			return h
		}
	}
	return 1
}

// Draw draws them, a candidate on so many lines, in the middle or from the left.
func (b Bars) Draw(env screen.Env, c *kit.Canvas, height int, centred bool) {
	const pointer = 2
	st, name, number := env.Styles, 0, 0
	for _, t := range b.Votes {
		name = max(name, kit.Width(b.name(env, t, centred)))
		number = max(number, kit.Width(b.figures(t, height)[0]))
	}
	each := min((c.W-pointer-name-number-2*barsGap)/b.Base, widestIn)
	if each < 1 { // more ballots than cells
		each = 1
	}
	left := 0
	if centred {
		left = max((c.W-pointer-name-number-2*barsGap-each*b.Base)/2, 0)
	}
	if b.Needed > 0 {
		said := env.Say("▼ cần %d", "▼ %d needed", b.Needed)
		at := min(left+pointer+name+barsGap+max(b.Needed*each-1, 0), c.W-kit.Width(said))
		c.Add(kit.NewRow(c.W).Gap(at).Put(st.Strong, said).String())
	}
	for _, t := range b.Votes {
		style, bar, sign := b.looks(st, t)
		drawn := b.figures(t, height)
		for y := range height {
			row, said := kit.NewRow(c.W).Gap(left), ""
			if y == (height-1)/2 {
				said = b.name(env, t, centred)
				row.Left(bar, sign, pointer)
			} else {
				row.Gap(pointer)
			}
			row.Left(style, said, name).Gap(barsGap)
			if height == tallest && y == height-1 { // air below
				row.Gap(each * b.Base)
			} else {
				b.bar(st, row, t.Votes, each, bar)
			}
			c.Add(row.Gap(barsGap).Put(style, drawn[y]).String())
		}
	}
}

// looks is how a candidate's name, its bar, and the sign before it are drawn: the unit elected strongest of all.
func (b Bars) looks(st kit.Styles, t scoring.Tally) (name, bar kit.Style, sign string) {
	switch {
	case t.Unit == b.Elected:
		return st.Strong, st.Good, "✓ "
	case t.Unit == b.Here:
		return st.Accent, st.Accent, "› "
	case t.Votes > 0 && b.Elected < 0:
		return st.Strong, st.Strong, ""
	}
	return st.Text, st.Text, ""
}

// name is a candidate's name; before the room in capitals.
func (b Bars) name(env screen.Env, t scoring.Tally, room bool) string {
	name := env.Snap.Units()[t.Unit].Name()
	if room {
		return strings.ToUpper(name)
	}
	return name
}

// bar is one line of a candidate's bar: as long as its votes are, and behind that the mark of what elects, if it is not
// there yet.
func (b Bars) bar(st kit.Styles, row *kit.Row, votes, each int, style kit.Style) {
	votes = min(votes, b.Base)
	row.Put(style, kit.Line("█", each*votes))
	rest := each * (b.Base - votes)
	if mark := each*b.Needed - 1 - each*votes; mark >= 0 && mark < rest {
		row.Put(st.Rule, kit.Line("░", mark)).Put(st.Strong, "│")
		rest -= mark + 1
	}
	row.Put(st.Rule, kit.Line("░", rest))
}

// figures is a candidate's number of votes on so many lines.
func (b Bars) figures(t scoring.Tally, height int) []string {
	if height == tallest {
		return kit.Figures(fmt.Sprint(t.Votes), kit.FigureSmall)
	}
	out := make([]string, height)
	out[0] = fmt.Sprint(t.Votes)
	return out
}

// Box is how many ballots are in, a block for each.
func Box(env screen.Env, c *kit.Canvas, in, of int) {
	const widest = 6
	st := env.Styles
	each := max(min(c.W/of, widest), 1)
	full := kit.NewRow(c.W).Gap((c.W-each*of)/2).Put(st.Accent, kit.Line("█", each*in)).
		Put(st.Rule, kit.Line("░", each*(of-in))).String()
	c.Add(full, full)
	c.Centred(st.Strong, env.Say("%d trên %d đơn vị đã bỏ phiếu", "%d of %d units have voted", in, of))
}
