package ballot

import (
	"strings"

	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Round is what of a round that is not on record the room may see: how many ballots are in a box, or what has been
// counted before it.
type Round struct {
	In, Of  int    // of a box; Of 0: none is open
	Counted *Bars  // nil: nothing has been counted
	Papers  string // the papers beside the candidates
	Comes   string // what it comes to
}

// Race is an election for the back row: who was elected, large, or who stands; the bars of the round that is counted,
// or else of the last one that was, and what came of it.
func Race(env screen.Env, r scoring.Race, now Round, area kit.Rect) []string {
	st, c := env.Styles, kit.NewCanvas(area)
	bars, said := now.Counted, now.Comes
	if n := len(r.Rounds); bars == nil && n > 0 && (r.Elected >= 0 || now.Of == 0) {
		last := BarsOf(env, r, r.Rounds[n-1])
		bars, said = &last, r.Rounds[n-1].Sum.In(env.Lang)
	}
	foot := kit.Wrap(said, area.W, 3)
	large := max(area.H-len(r.Candidates)-len(foot)-4, 1)
	if bars != nil { // the counts matter more than the letters above them
		large = max(area.H-bars.Height(area.H-len(foot)-5)*len(bars.Votes)-len(foot)-5, 1)
	}
	no := len(r.Rounds) + 1
	if bars != nil && now.Counted == nil {
		no--
	}
	raceHead(env, c, r, no, large)
	c.Blank()
	if bars != nil {
		below := len(foot) + 2
		bars.Draw(env, c, bars.Height(c.Room()-below), true)
	} else {
		stands(env, c, r)
	}
	if now.Papers != "" {
		c.Centred(st.Text, now.Papers)
	}
	if len(foot) > 0 && c.Room() > len(foot) {
		c.Blank()
	}
	for _, line := range foot {
		c.Centred(st.Strong, line)
	}
	if n := len(r.Rounds); now.Counted != nil && n > 0 && c.Room() > 4 { // what came before
		c.Blank()
		for _, line := range kit.Wrap(env.Say("Vòng %d: %s", "Round %d: %s", n, r.Rounds[n-1].Sum), area.W, 2) {
			c.Centred(st.Text, line)
		}
	}
	if now.Of > 0 && r.Elected < 0 {
		c.Blank()
		Box(env, c, now.In, now.Of)
	}
	return kit.Fill(c.Lines, area.W, area.H)
}

// raceHead is who was elected, or the office and the round, in letters of at most so many lines.
func raceHead(env screen.Env, c *kit.Canvas, r scoring.Race, no, lines int) {
	st, title := env.Styles, strings.ToUpper(env.OfficeName(r.Office).In(env.Lang))
	if r.Elected >= 0 {
		c.Centred(st.Title, title)
		c.Blank()
		for _, line := range kit.Large(strings.ToUpper(env.Snap.Units()[r.Elected].Name()), c.W, lines-2) {
			c.Centred(st.Good, line)
		}
		return
	}
	for _, line := range kit.Large(title, c.W, lines-1) {
		c.Centred(st.Title, line)
	}
	c.Centred(st.Strong, env.Say("vòng %d · %d đơn vị có mặt", "round %d · %d units present", no,
		env.Snap.Present()))
}

// stands are the candidates, with air between them where there is room.
func stands(env screen.Env, c *kit.Canvas, r scoring.Race) {
	const below = 4
	air := c.Room()-below >= 2*len(r.Candidates)
	for _, unit := range r.Candidates {
		if c.Room() <= below {
			return
		}
		c.Centred(env.Styles.Strong, strings.ToUpper(env.Snap.Units()[unit].Name()))
		if air {
			c.Blank()
		}
	}
}
