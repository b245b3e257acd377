package overlay

import (
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// NewWhy says why a number is what it is: the sum, remarks, and the clauses.
func NewWhy(e scoring.Explanation) Overlay {
	return &page{id: Why, leads: settled(e.Opened), write: func(env Env, s *sheet) {
		s.add(env.Styles.Strong, e.Title.In(env.Lang))
		s.blank()
		writeSum(env, s, e)
		if !e.Result.IsZero() {
			s.blank()
			s.add(env.Styles.Accent, "= "+e.Result.In(env.Lang))
		}
		if len(e.Notes) > 0 {
			s.blank()
		}
		for _, n := range e.Notes {
			s.add(env.Styles.Text, n.In(env.Lang))
		}
		writeClauses(env, s, e)
	}}
}

// settled is the screen on which something that is open is settled; empty where nothing is.
func settled(by scoring.Settling) screen.ID {
	switch by {
	case scoring.ByVoting:
		return screen.Vote
	case scoring.ByElecting:
		return screen.Election
	}
	return ""
}

// writeSum writes the terms of a sum below each other, and what they add up to.
func writeSum(env Env, s *sheet, e scoring.Explanation) {
	const points = 12 // cells of a number
	st, l := env.Styles, env.Lang
	label, how := 0, 0
	for _, t := range e.Terms {
		label = max(label, kit.Width(t.Label.In(l)))
		how = max(how, kit.Width(t.How.In(l)))
	}
	label, how = min(label, s.w/2), max(min(how, s.w/2-14), 0)
	for _, t := range e.Terms {
		row := s.newRow().Gap(2).Left(st.Text, t.Label.In(l), label).Gap(2)
		s.row(row.Left(st.Text, t.How.In(l), how).Right(st.Strong, t.Points.In(l), points))
	}
	if len(e.Terms) > 1 && e.Terms[0].Node >= 0 {
		if !s.spoken {
			s.row(s.newRow().Gap(2).Put(st.Rule, kit.Line("─", label+2+how+points)))
		}
		sum := env.Say("cộng", "sum")
		s.row(s.newRow().Gap(2).Left(st.Text, sum, label).Gap(2+how).Right(st.Accent, e.Sum().In(l), points))
	}
}

// writeClauses writes what the rulebook says.
func writeClauses(env Env, s *sheet, e scoring.Explanation) {
	if len(e.Clauses) > 0 {
		s.blank()
		s.add(env.Styles.Title, env.Say("THEO ĐIỀU KHOẢN · %s", "BY CLAUSE · %s", env.Snap.Rulebook().Source))
	}
	for _, c := range e.Clauses {
		s.add(env.Styles.Text, c.ID+": "+c.Text.In(env.Lang))
	}
}
