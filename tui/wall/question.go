package wall

import (
	"strings"

	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// question is what is voted on, in full: of whom in large letters, what the room is asked, which votes carry it, and
// how many ballots are in. How anybody votes is nobody's to see before the count.
func question(env screen.Env, a meeting.Asked, area kit.Rect) []kit.Placed {
	st, c := env.Styles, kit.NewCanvas(area)
	vote, known := asked(a)
	how := env.Say("công khai", "open")
	if a.Secret {
		how = env.Say("phiếu kín", "secret")
	}
	foot := carries(env, vote, known)
	said := kit.Wrap(a.Question, area.W, max(area.H-8, 2))
	const roomForChange = 32
	var figures []string
	if area.H >= roomForChange {
		figures = change(env, vote, area.W)
	}
	named := area.H - len(said) - len(foot) - 9
	if figures != nil {
		named -= len(figures) + 1
	}
	var name []string
	if unit := scoring.Subject(vote); known && unit != "" && named > 2 {
		name = kit.Large(strings.ToUpper(unit), area.W, min(named, area.H/2))
	}
	for range max((area.H-len(name)-len(figures)-len(said)-len(foot)-8)/2, 0) {
		c.Blank()
	}
	c.Centred(st.Title, env.Say("%d đơn vị có mặt · %s", "%d units present · %s", env.Snap.Present(), how))
	c.Blank()
	for _, line := range name {
		c.Centred(st.Accent, line)
	}
	if name != nil {
		c.Blank()
	}
	for _, line := range figures {
		c.Centred(st.Strong, line)
	}
	if figures != nil {
		c.Blank()
	}
	for _, line := range said {
		c.Centred(st.Strong, line)
	}
	c.Blank()
	for _, line := range foot {
		c.Centred(st.Text, line)
	}
	if a.Of > 0 {
		c.Blank()
		ballotsIn(env, c, a)
	}
	return placed(c, area)
}

// asked is the vote of a question, without counts; ok is false where there is none, or it cannot be read.
func asked(a meeting.Asked) (v scoring.Vote, ok bool) {
	if a.Vote == "" {
		return v, false
	}
	d, err := decision.Decode([]byte(a.Vote))
	if err != nil {
		return v, false
	}
	v, ok = d.Act.(scoring.Vote)
	return v, ok
}

// carries says which votes carry a question.
func carries(env screen.Env, v scoring.Vote, known bool) []string {
	if !known {
		return nil
	}
	if v.Subject == "" {
		v.Subject = "…"
	}
	r, err := env.Snap.State.Provisional(v)
	if err != nil {
		return nil
	}
	return []string{env.Say("thông qua khi có từ %d phiếu tán thành trong %d đơn vị",
		"carried from %d votes for, of %d units", r.Needed, r.Base)}
}

// ballotsIn is a bar of how many ballots are in, a block for each.
func ballotsIn(env screen.Env, c *kit.Canvas, a meeting.Asked) {
	const widest = 6
	st := env.Styles
	each := max(min(c.W/a.Of, widest), 1)
	full := kit.NewRow(c.W).Gap((c.W-each*a.Of)/2).Put(st.Accent, kit.Line("█", each*a.In)).
		Put(st.Rule, kit.Line("░", each*(a.Of-a.In))).String()
	c.Add(full, full)
	c.Centred(st.Strong, env.Say("%d trên %d đơn vị đã bỏ phiếu", "%d of %d units have voted", a.In, a.Of))
}
