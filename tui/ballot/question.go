package ballot

import (
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Question is what the room is asked, for the back row: of whom in large letters, the question in full, from what to
// what, and which votes carry it. How anybody votes is nobody's to see before the count.
type Question struct {
	Head   string        // in large letters; empty: the unit that the vote is about
	Text   string        // the question in full
	Vote   *scoring.Vote // what is voted on, without counts; nil: that is not known
	Secret bool
	In, Of int // ballots that are in, of how many; Of 0: none come in
}

// Draw draws it.
func (q Question) Draw(env screen.Env, area kit.Rect) []string {
	st, c := env.Styles, kit.NewCanvas(area)
	how := env.Say("công khai", "open")
	if q.Secret {
		how = env.Say("phiếu kín", "secret")
	}
	foot := q.carries(env)
	said := kit.Wrap(q.Text, area.W, max(area.H-8, 2))
	const roomForChange = 28
	var figures []string
	caption := ""
	if area.H >= roomForChange && q.Vote != nil {
		caption, figures = change(env, *q.Vote, area.W)
	}
	room := area.H - len(said) - len(foot) - 9
	if figures != nil {
		room -= len(figures) + 2
	}
	head := q.Head
	if head == "" && q.Vote != nil {
		head = scoring.Subject(*q.Vote)
	}
	var name []string
	if head != "" && room > 2 {
		name = kit.Large(strings.ToUpper(head), area.W, min(room, area.H/2))
	}
	for range max((area.H-len(name)-len(figures)-len(said)-len(foot)-8)/2, 0) {
		c.Blank()
	}
	c.Centred(st.Title, env.Say("%d đơn vị có mặt · %s", "%d units present · %s", env.Snap.Present(), how))
	c.Blank()
	block := func(style kit.Style, lines []string) {
		for _, line := range lines {
			c.Centred(style, line)
		}
		if lines != nil {
			c.Blank()
		}
	}
	block(st.Accent, name)
	if figures != nil {
		c.Centred(st.Title, caption)
	}
	block(st.Strong, figures)
	block(st.Strong, said)
	for _, line := range foot {
		c.Centred(st.Text, line)
	}
	if q.Of > 0 {
		c.Blank()
		Box(env, c, q.In, q.Of)
	}
	return kit.Fill(c.Lines, area.W, area.H)
}

// carries says which votes carry it.
func (q Question) carries(env screen.Env) []string {
	if q.Vote == nil {
		return nil
	}
	v := *q.Vote
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

// change draws from what to what a score, or with a bonus or a penalty the unit's total, would go, large, and says
// which it is; nil where the question is about neither, what it is given is no number, or nothing would change.
func change(env screen.Env, v scoring.Vote, w int) (what string, lines []string) {
	switch a := v.Act.(type) {
	case scoring.Score:
		return env.Say("chấm tiêu chí %s", "score of %s", a.Criterion), rescored(env, a, w)
	case scoring.Bonus, scoring.Penalty:
		next, err := scoring.Apply(env.Snap.State, scoring.Decision{Act: a})
		unit, known := env.Snap.Index(scoring.Subject(a))
		if err != nil || !known {
			return "", nil
		}
		was, is := env.Snap.Units()[unit].Total(scoring.Agreed), next.Units()[unit].Total(scoring.Agreed)
		if was == is {
			return "", nil
		}
		points := func(p scoring.Points) string { return view.Points(env.Lang, p) }
		return env.Say("tổng điểm", "total"), kit.FromTo(points(was), points(is), w)
	}
	return "", nil
}

// rescored is from what to what a score would go.
func rescored(env screen.Env, a scoring.Score, w int) []string {
	if a.Mark.Entry() == scoring.EntryLevel {
		return nil
	}
	unit, known := env.Snap.Index(a.Unit)
	node, found := env.Snap.Rulebook().Index(a.Criterion)
	if !known || !found {
		return nil
	}
	n := &env.Snap.Rulebook().Criteria[node]
	was, scored := env.Snap.Units()[unit].Mark(scoring.Agreed, node)
	if !scored || was.Entry() == scoring.EntryLevel {
		return nil
	}
	return kit.FromTo(view.Given(env.Lang, n, was), view.Given(env.Lang, n, a.Mark), w)
}
