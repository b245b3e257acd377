package compare

import (
	"thidua/data/meeting"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// What stands below the bars, or beside them: the chosen unit at the criterion with its evidence and the reason of a
// change; of a field, a heat map of all units in it and in those of its level.

// needed is how many lines what is said below the bars would like to have.
func (s *Screen) needed(env screen.Env) int {
	const criterion = 7
	if env.Snap.Rulebook().Criteria[s.at.Node].Scored {
		return criterion
	}
	return len(s.all.Units) + 4
}

// below is what stands under the bars.
func (s *Screen) below(env screen.Env, area kit.Rect, about bool) []string {
	if n := &env.Snap.Rulebook().Criteria[s.at.Node]; !n.Scored && area.H >= len(s.all.Units)+2 {
		if lines := s.heatMap(env, area.W); lines != nil {
			p := kit.NewCanvas(area)
			p.Blank()
			p.Add(lines...)
			return p.Lines
		}
	}
	if !about {
		return nil
	}
	return s.about(env, area)
}

// about is the chosen unit at the criterion: what it gave itself, what was agreed, and all that is known of it.
func (s *Screen) about(env screen.Env, area kit.Rect) []string {
	st, p := env.Styles, kit.NewCanvas(area)
	u, r, n := env.Snap.Units()[s.at.Unit], s.all.Units[s.at.Unit], &env.Snap.Rulebook().Criteria[s.at.Node]
	t := env.Snap.Standings(scoring.Agreed)
	p.Rule(st)
	row := kit.NewRow(p.W).Put(st.Strong, u.Name())
	row.Put(st.Text, env.Say(" · hạng %s", " · rank %s", view.Rank(t.At(t.Place(s.at.Unit)))))
	p.Add(row.String())
	if len(kit.Wrap(n.Code+"  "+n.Title, s.titled, 3)) > 2 { // it is cut above
		p.Text(st.Text, n.Code+"  "+n.Title, 0)
	}
	if !r.Applies {
		p.Text(st.Text, view.Off(u).In(env.Lang), 1)
		return p.Lines
	}
	first := env.Say("tự chấm %s · trung vị của cụm %s · cụm thống nhất %s · %s điểm",
		"self-scored %s · the cluster's median %s · agreed %s · %s points", given(n, r.Self, r.SelfMark),
		view.SaidPercent(s.all.Median, true), given(n, r.Agreed, r.Mark), view.Points(env.Lang, r.Points))
	edit.About(env, p, s.at, first)
	for _, g := range u.Bonuses(scoring.Agreed) {
		if g.Target == s.at.Node {
			p.Text(st.Good, env.Say("+ thưởng %s: %s", "+ bonus %s: %s", view.Signed(env.Lang, g.Points), g.Reason),
				2)
		}
	}
	if !n.Scored {
		s.parts(env, p)
	}
	return p.Lines
}

// parted is what the parts of a field are compared by: worked out once for a snapshot and a field.
type parted struct {
	of   *meeting.Snapshot
	node int
	all  []view.Comparison
}

// parts draws the parts of a field: what the chosen unit has of each, and the median of all.
func (s *Screen) parts(env screen.Env, p *kit.Canvas) {
	const number, shortest, title = 7, 12, 60
	st, b := env.Styles, env.Snap.Rulebook()
	if s.parted.of != env.Snap || s.parted.node != s.at.Node {
		s.parted = parted{of: env.Snap, node: s.at.Node}
		for i := range b.Criteria {
			if b.Criteria[i].Parent == s.at.Node {
				s.parted.all = append(s.parted.all, view.Across(&env.Snap.State, i))
			}
		}
	}
	p.Blank()
	bar := max(min(p.W/3, p.W-title), shortest)
	for _, part := range s.parted.all {
		r, n := part.Units[s.at.Unit], &b.Criteria[part.Node]
		row := kit.NewRow(p.W).Left(st.Text, n.Code+" "+n.Label(), p.W-bar-number-1)
		if !r.Applies {
			p.Add(row.Right(st.Dim, "–", number).String())
			continue
		}
		row.Right(st.Strong, r.Agreed.In(env.Lang), number).Gap(1)
		s.barOf(env, row, r, part.Median, bar)
		p.Add(row.String())
	}
}
