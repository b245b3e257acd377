package edit

import (
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// About writes all about a criterion of a unit: a text that comes first, what was decided and why, what the unit asks
// for, and its evidence. That something was decided stands behind the text where there is room: then no line moves when
// that happens.
func About(env screen.Env, p *kit.Canvas, at screen.Place, first string) {
	changed(env, p, at, first)
	decided(env, p, at.Unit, at.Node)
	Evidence(env, p, at)
}

// changed writes a text, and what the meeting has changed at the criterion.
func changed(env screen.Env, p *kit.Canvas, at screen.Place, first string) {
	st, u, n := env.Styles, env.Snap.Units()[at.Unit], &env.Snap.Rulebook().Criteria[at.Node]
	d := u.Decided(scoring.Agreed, at.Node)
	if d == nil {
		p.Text(st.Text, first, 2)
		return
	}
	self, _ := u.Mark(scoring.Self, at.Node)
	agreed, _ := u.Mark(scoring.Agreed, at.Node)
	from, to := view.Given(env.Lang, n, self), view.Given(env.Lang, n, agreed)
	const between = " · "
	if short := env.Say("≠ %s → %s · số %d",
		"≠ %s → %s · no. %d", from, to, d.Seq); kit.Width(first+between+short) <= p.W {
		p.Add(kit.NewRow(p.W).Put(st.Text, first+between).Put(st.Warn, short).String())
		return
	}
	p.Text(st.Text, first, 2)
	p.Text(st.Warn, fromTo(env, u, at.Node)+env.Say(" · quyết định %d", " · decision %d", d.Seq), 1)
}

// Evidence writes what a unit has handed in for a criterion, and what is asked for; nothing for a field.
func Evidence(env screen.Env, p *kit.Canvas, at screen.Place) {
	n, u := &env.Snap.Rulebook().Criteria[at.Node], env.Snap.Units()[at.Unit]
	if n.Scored && u.Applies(at.Node) {
		evidence(env, p, n, u)
	}
}

// Reasons writes what the room discusses: what the meeting has changed of a unit's criterion and why, and what was
// handed in; nothing of what is asked for or noted.
func Reasons(env screen.Env, p *kit.Canvas, at screen.Place) {
	u, n := env.Snap.Units()[at.Unit], &env.Snap.Rulebook().Criteria[at.Node]
	if d := u.Decided(scoring.Agreed, at.Node); d != nil {
		p.Text(env.Styles.Warn, fromTo(env, u, at.Node), 1)
		if a, ok := d.Act.(scoring.Score); ok && a.Reason != "" {
			p.Text(env.Styles.Strong, env.Say("Lý do: %s", "Reason: %s", a.Reason), 3)
		}
	}
	for _, e := range u.Sheet().Evidence[n.Code] {
		p.Text(env.Styles.Text, "✓ "+e, 2)
	}
}

// fromTo says what the meeting has made of the unit's own score.
func fromTo(env screen.Env, u *scoring.Unit, node int) string {
	n := &env.Snap.Rulebook().Criteria[node]
	self, _ := u.Mark(scoring.Self, node)
	agreed, _ := u.Mark(scoring.Agreed, node)
	return env.Say("≠ cụm sửa từ %s thành %s", "≠ changed from %s to %s", view.Given(env.Lang, n, self),
		view.Given(env.Lang, n, agreed))
}

// decided is why the meeting has changed it, and what else was said about the criterion.
func decided(env screen.Env, p *kit.Canvas, unit, node int) {
	st, u := env.Styles, env.Snap.Units()[unit]
	if d := u.Decided(scoring.Agreed, node); d != nil {
		if a, ok := d.Act.(scoring.Score); ok && a.Reason != "" {
			p.Text(st.Text, env.Say("Lý do: %s", "Reason: %s", a.Reason), 3)
		}
	}
	if q, ok := u.OpenRequest(node); ok {
		p.Text(st.Good,
			env.Say("+ đề nghị thưởng %s (phím %s để duyệt): %s", "+ asks for %s (%s grants it): %s",
				q.Points, KeyGrant, q.Reason), 3)
		if said := view.AskedRise(&env.Snap.State, unit, node); !said.IsZero() {
			p.Text(st.Text, "↕ "+env.In(said), 2)
		}
	}
	if note := u.NoteAt(node); note != "" {
		p.Text(st.Accent, "✎ "+note, 3)
	}
}

// twoColumns is from how many cells on what was handed in stands beside what is asked for, and not above it.
const twoColumns = 90

// evidence sets what was handed in beside what the rulebook asks for.
func evidence(env screen.Env, p *kit.Canvas, n *scoring.Criterion, u *scoring.Unit) {
	st := env.Styles
	handed := u.Sheet().Evidence[n.Code]
	in := kit.NewCanvas(p.Rest(0))
	asked := kit.NewCanvas(p.Rest(0))
	if p.W >= twoColumns {
		in.W, asked.W = p.W/2-1, p.W-p.W/2-1
		in.Text(st.Title, env.Say("MINH CHỨNG đã nộp %d", "EVIDENCE handed in %d", len(handed)), 1)
		asked.Text(st.Title, env.Say("cần %d", "asked for %d", len(n.Evidence)), 1)
	} else {
		in.Text(st.Title, env.Say("MINH CHỨNG đã nộp %d · cần %d", "EVIDENCE handed in %d · asked for %d",
			len(handed), len(n.Evidence)), 1)
	}
	for _, e := range handed {
		in.Text(st.Good, "✓ "+e, 2)
	}
	if len(handed) == 0 {
		in.Text(st.Warn, env.Say("? đơn vị chưa nộp minh chứng", "? nothing was handed in"), 1)
	}
	for _, e := range n.Evidence {
		asked.Text(st.Text, "· "+e, 2)
	}
	if p.W < twoColumns {
		p.Add(in.Lines...)
		p.Add(asked.Lines...)
		return
	}
	for y := range max(len(in.Lines), len(asked.Lines)) {
		left, right := kit.Blank(in.W), kit.Blank(asked.W)
		if y < len(in.Lines) {
			left = in.Lines[y]
		}
		if y < len(asked.Lines) {
			right = asked.Lines[y]
		}
		p.Add(left + kit.Blank(p.W-in.W-asked.W) + right)
	}
}
