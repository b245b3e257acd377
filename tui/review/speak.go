package review

import (
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Asks says what is being edited.
func (s *Screen) Asks(env screen.Env) string { return s.editor.Asks(env) }

// Speak says what the cursor is on: the criterion with what was decided, asked for and noted there, then the unit's
// total, rank and whether its scores are accepted.
func (s *Screen) Speak(env screen.Env) string {
	if said := s.editor.Speak(env); said != "" {
		return said
	}
	return s.criterion(env) + s.beside(env) + "; " + s.unit(env)
}

// criterion is the criterion or field under the cursor, with its figures.
func (s *Screen) criterion(env screen.Env) string {
	u, n := env.Snap.Units()[s.at.Unit], &env.Snap.Rulebook().Criteria[s.at.Node]
	if !u.HasSheet() {
		return env.Say("%s, %s %s: %s", "%s, %s %s: %s", u.Name(), n.Code, n.Title, view.NoSheet(u))
	}
	if !u.Applies(s.at.Node) {
		return env.Say("%s, %s %s: không áp dụng", "%s, %s %s: does not apply", u.Name(), n.Code, n.Title)
	}
	points := u.Points(scoring.Agreed, s.at.Node)
	if !n.Scored {
		said := env.Say("%s, mục %s %s: %s trên %s điểm",
			"%s, field %s %s: %s of %s points", u.Name(), n.Code, n.Title, points, u.Max(s.at.Node))
		if s.folded[s.at.Node] {
			said += env.Say(", đang gập", ", folded")
		}
		return said
	}
	self, _ := u.Mark(scoring.Self, s.at.Node)
	agreed, _ := u.Mark(scoring.Agreed, s.at.Node)
	said := env.Say("%s, %s %s: tối đa %s, tự chấm %s, cụm %s, %s điểm",
		"%s, %s %s: of %s, self %s, agreed %s, %s points",
		u.Name(), n.Code, n.Title, n.Max, view.SaidMark(n, self), view.SaidMark(n, agreed), points)
	if m := view.MarkOf(env.Snap.Rulebook(), u, s.at.Node); m != view.NoMark {
		said += ", " + env.In(m.Word())
	}
	return said + env.Say(", minh chứng đã nộp %d, cần %d", ", evidence handed in %d, asked for %d",
		len(u.Sheet().Evidence[n.Code]), len(n.Evidence))
}

// beside is what else stands at the criterion: why it was changed, bonuses, penalties, what is asked for, a note.
func (s *Screen) beside(env screen.Env) (said string) {
	u, node := env.Snap.Units()[s.at.Unit], s.at.Node
	add := func(vi, en string, args ...any) { said += "; " + env.Say(vi, en, args...) }
	if d := u.Decided(scoring.Agreed, node); d != nil {
		if a, ok := d.Act.(scoring.Score); ok && a.Reason != "" {
			add("lý do: %s", "reason: %s", a.Reason)
		}
	}
	for _, g := range u.Bonuses(scoring.Agreed) {
		if g.Target == node {
			add("thưởng %s điểm: %s", "a bonus of %s points: %s", g.Points, g.Reason)
		}
	}
	for _, g := range u.Penalties(scoring.Agreed) {
		if g.Target == node {
			add("trừ %s điểm: %s", "a penalty of %s points: %s", g.Points, g.Reason)
		}
	}
	if q, ok := u.OpenRequest(node); ok {
		add("đề nghị thưởng %s điểm: %s", "asks for a bonus of %s points: %s", q.Points, q.Reason)
		if rise := view.AskedRise(&env.Snap.State, s.at.Unit, node); !rise.IsZero() {
			add("%s", "%s", rise)
		}
	}
	if note := u.NoteAt(node); note != "" {
		add("ghi chú: %s", "note: %s", note)
	}
	return said
}

// unit is the unit under review: which of how many, total, rank, whether its scores are accepted.
func (s *Screen) unit(env screen.Env) string {
	u := env.Snap.Units()[s.at.Unit]
	accepted := lang.Text{VI: "chưa thống nhất", EN: "not accepted yet"}
	if u.Accepted() {
		accepted = lang.Text{VI: "đã thống nhất", EN: "accepted"}
	}
	places := view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
	said := env.Say("dòng %s, đơn vị %d trên %d: tổng %s, %s, %s", "line %s, unit %d of %d: total %s, %s, %s",
		kit.Spoken(s.cursor(), len(s.rows)), s.at.Unit+1, len(env.Snap.Units()), places.Whole(s.at.Unit),
		places.SaidRank(s.at.Unit),
		accepted)
	if b := u.Bonus(scoring.Agreed); b > 0 {
		said += env.Say(", tổng thưởng %s", ", bonuses %s", b)
	}
	if p := u.Penalty(scoring.Agreed); p > 0 {
		said += env.Say(", tổng trừ %s", ", penalties %s", p)
	}
	return said
}
