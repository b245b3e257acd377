package compare

import (
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// Asks says what is being edited.
func (s *Screen) Asks(env screen.Env) string { return s.editor.Asks(env) }

// Speak says what the cursor is on: a unit at the criterion, which of how many, with its total, rank and whether its
// scores are accepted.
func (s *Screen) Speak(env screen.Env) string {
	if said := s.editor.Speak(env); said != "" {
		return said
	}
	r, n := s.all.Units[s.at.Unit], &env.Snap.Rulebook().Criteria[s.at.Node]
	u := env.Snap.Units()[s.at.Unit]
	said := env.Say("%s %s, %s: %s", "%s %s, %s: %s", n.Code, n.Title, u.Name(), view.NotApplicable())
	if !u.HasSheet() {
		said = env.Say("%s %s, %s: %s", "%s %s, %s: %s", n.Code, n.Title, u.Name(), view.NoSheet(u))
	}
	if r.Applies {
		said = env.Say("%s %s, %s: tự chấm %s, cụm %s, %s điểm; trung vị %s",
			"%s %s, %s: self %s, agreed %s, %s points; median %s",
			n.Code, n.Title, u.Name(), given(n, r.Self, r.SelfMark), given(n, r.Agreed, r.Mark),
			r.Points, view.SaidPercent(s.all.Median, true))
	}
	if r.Far {
		said += "; " + view.FarWord().In(env.Lang)
	}
	for _, g := range u.Bonuses(scoring.Agreed) {
		if g.Target == s.at.Node {
			said += env.Say("; thưởng %s điểm", "; a bonus of %s points", g.Points)
		}
	}
	places := view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
	accepted := lang.Text{VI: "chưa thống nhất", EN: "not accepted yet"}
	if u.Accepted() {
		accepted = lang.Text{VI: "đã thống nhất", EN: "accepted"}
	}
	return said + env.Say("; đơn vị %s: tổng %s, %s, %s", "; unit %s: total %s, %s, %s", s.list.Spoken(),
		places.Whole(s.at.Unit), places.SaidRank(s.at.Unit), accepted)
}

// given says what a criterion is given, or what part a field has of its maximum.
func given(n *scoring.Criterion, p scoring.Percent, m scoring.Mark) lang.Sayer {
	if n.Scored {
		return view.SaidMark(n, m)
	}
	return view.SaidPercent(p, true)
}
