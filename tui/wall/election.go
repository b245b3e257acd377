package wall

import (
	"fmt"
	"strings"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// election is one election: who was elected, large, or who stands; the last round counted as bars, and above what many
// ballots it elects. Of a round that is not recorded only how many ballots are in.
func election(env screen.Env, on meeting.OnWall, area kit.Rect) []kit.Placed {
	r, ok := env.Snap.Race(scoring.Office(on.Office))
	if !ok {
		return blank(env, area)
	}
	st, c := env.Styles, kit.NewCanvas(area)
	rows := len(r.Candidates)
	if n := len(r.Rounds); n > 0 {
		rows = len(env.Snap.State.Tallies(r.Rounds[n-1]))
	}
	head := area.H - rows - 8
	title := strings.ToUpper(env.OfficeName(r.Office).In(env.Lang))
	if r.Elected >= 0 {
		c.Centred(st.Title, title)
		c.Blank()
		for _, line := range kit.Large(strings.ToUpper(env.Snap.Units()[r.Elected].Name()), area.W, max(head, 1)) {
			c.Centred(st.Good, line)
		}
	} else {
		for _, line := range kit.Large(title, area.W, max(head, 1)) {
			c.Centred(st.Title, line)
		}
		c.Centred(st.Strong, env.Say("vòng %d · %d đơn vị có mặt", "round %d · %d units present", len(r.Rounds)+1,
			env.Snap.Present()))
	}
	c.Blank()
	if len(r.Rounds) == 0 || r.Elected < 0 && on.Asked.Of > 0 {
		for _, unit := range r.Candidates {
			if c.Room() > 4 {
				c.Centred(st.Text, env.Snap.Units()[unit].Name())
			}
		}
	} else {
		lastRound(env, c, r)
	}
	if on.Asked.Of > 0 && r.Elected < 0 {
		c.Blank()
		ballotsIn(env, c, on.Asked)
	}
	return placed(c, area)
}

// lastRound is the newest round that was counted, a bar for each candidate, and what came of it.
func lastRound(env screen.Env, c *kit.Canvas, r scoring.Race) {
	const nameCells, numberCells, most = 24, 5, 60
	st, last := env.Styles, r.Rounds[len(r.Rounds)-1]
	all := env.Snap.State.Tallies(last)
	base := 1
	for _, t := range all {
		base = max(base, t.Votes)
	}
	base = max(base, env.Snap.Present())
	each := max(min((c.W-nameCells-numberCells-2)/base, most/base), 1)
	left := max((c.W-nameCells-numberCells-each*base)/2, 0)
	c.Centred(st.Title, env.Say("vòng %d", "round %d", len(r.Rounds)))
	for _, t := range all {
		style := st.Text
		if t.Unit == r.Elected {
			style = st.Good
		}
		c.Add(kit.NewRow(c.W).Gap(left).Left(style, env.Snap.Units()[t.Unit].Name(), nameCells).
			Put(style, kit.Line("█", each*t.Votes)).Put(st.Rule, kit.Line("░", each*(base-t.Votes))).
			Right(st.Strong, fmt.Sprint(t.Votes), numberCells).String())
	}
	c.Blank()
	for _, line := range kit.Wrap(last.Sum.In(env.Lang), c.W, 3) {
		c.Centred(st.Strong, line)
	}
}
