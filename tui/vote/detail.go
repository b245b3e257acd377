package vote

import (
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/ballot"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Below the list stands all about the line under the cursor: the question in full, and what it stands on.

// about is what a line would decide, nil where it cannot be said beforehand, and the units that it is about.
func (l line) about(env screen.Env) (act scoring.Act, units []int) {
	switch {
	case l.tie != nil:
		return nil, l.tie.Units
	case l.propose != nil:
		act = *l.propose
	case l.request != nil:
		act = *l.request
	case l.vote != nil:
		units = unitOf(env, l.vote.Vote)
		return nil, units
	default:
		return nil, nil
	}
	if i, ok := env.Snap.Index(scoring.Subject(act)); ok {
		units = []int{i}
	}
	return act, units
}

// unitOf is the unit that a vote is about, if it is about one.
func unitOf(env screen.Env, v scoring.Vote) []int {
	if i, ok := env.Snap.Index(scoring.Subject(v)); ok {
		return []int{i}
	}
	return nil
}

// detail writes all about a line as far as there is room.
func (s *Screen) detail(env screen.Env, p *kit.Canvas, l line) {
	const most = 8 // lines of a question
	if l.vote != nil {
		if r, ok := ballot.ResultOf(&env.Snap.State, l.vote.Decision.Seq); ok {
			r.Detail(env, p)
			for _, said := range view.WhoVoted(&env.Snap.State, l.vote.Vote) {
				p.Text(env.Styles.Text, env.In(said), 3)
			}
			grounds(env, p, placeOf(env, l.vote.Vote.Act))
			return
		}
	}
	p.Text(env.Styles.Strong, l.whole(env), min(most, p.Room()))
	switch {
	case l.tie != nil:
		level(env, p, l.tie.Units)
		clause(env, p, env.Snap.Rulebook().TieBreak.Clause)
		fields(env, p, l.tie.Units)
	case l.propose != nil:
		if a, ok := env.Snap.Rulebook().Award(l.propose.Award); ok {
			clause(env, p, a.Clause)
		}
	case l.request != nil:
		act, units := l.about(env)
		s.changesBelow(env, p, l.id, act, units)
		grounds(env, p, l.place(env))
	}
}

// placeOf is the unit and the criterion that an act is about, as far as it is about one.
func placeOf(env screen.Env, act scoring.Act) screen.Place {
	at := screen.Place{Unit: -1, Node: -1}
	if act == nil {
		return at
	}
	unit, ok := env.Snap.Index(scoring.Subject(act))
	node, found := env.Snap.Rulebook().Index(scoring.Target(act))
	if ok && found {
		at.Unit, at.Node = unit, node
	}
	return at
}

// level is what each of the units that are level has, and what the rulebook divides them by.
func level(env screen.Env, p *kit.Canvas, units []int) {
	t := view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
	p.Blank()
	for _, unit := range units {
		i := t.Place(unit)
		p.Text(env.Styles.Text, env.Say("%s: hạng %s, %s; điểm để phân hạng %s", "%s: rank %s, %s; by the tie-break %s",
			env.Snap.Units()[unit].Name(), t.Rank(i), t.Said(unit), t.Divided(i)), 1)
	}
}

// beside are a unit and the one above it in the ranking, or below the first.
func beside(env screen.Env, unit int) []int {
	t := env.Snap.Standings(scoring.Agreed)
	at := t.Place(unit)
	other := at - 1
	if at == 0 {
		other = 1
	}
	if other >= t.Len() {
		return nil
	}
	return []int{unit, t.At(other).Unit}
}

// mostLevel is how many units are set beside one another field by field.
const mostLevel = 4

// fields is what each of some units has in every field, the most marked, where there is room for all.
func fields(env screen.Env, p *kit.Canvas, units []int) {
	const cells, head = 12, 3
	var nodes []int
	for i := range env.Snap.Rulebook().Criteria {
		if env.Snap.Rulebook().Criteria[i].Parent < 0 {
			nodes = append(nodes, i)
		}
	}
	title := p.W - cells*len(units)
	if len(units) > mostLevel || p.Room() < len(nodes)+head || title < nameWidth {
		return
	}
	st, row := env.Styles, kit.NewRow(p.W)
	p.Blank()
	row.Left(st.Title, env.Say("ĐIỂM TỪNG LĨNH VỰC", "POINTS BY FIELD"), title)
	for _, u := range units {
		row.Right(st.Title, env.Snap.Units()[u].Name(), cells)
	}
	p.Add(row.String())
	for _, node := range nodes {
		n, best := &env.Snap.Rulebook().Criteria[node], scoring.Points(0)
		for _, u := range units {
			best = max(best, env.Snap.Units()[u].Points(scoring.Agreed, node))
		}
		row := kit.NewRow(p.W).Left(st.Text, n.Code+" "+n.Label(), title)
		for _, u := range units {
			points, sign, style := env.Snap.Units()[u].Points(scoring.Agreed, node), "  ", st.Text
			if points == best {
				sign, style = "▲ ", st.Strong
			}
			row.Right(style, sign+view.Points(env.Lang, points), cells)
		}
		p.Add(row.String())
	}
}

// clause writes a clause of the rulebook, with its number.
func clause(env screen.Env, p *kit.Canvas, id string) {
	const most = 3
	if c := env.Snap.Rulebook().Clause(id); c.ID != "" && p.Room() > 1 {
		p.Blank()
		p.Text(env.Styles.Text, c.ID+": "+c.Text.In(env.Lang), most)
	}
}

// grounds is what a question at a criterion stands on, where there is room: how the unit is scored there, what a bonus
// may come to and who has one, the unit's evidence, and how all units are scored.
func grounds(env screen.Env, p *kit.Canvas, at screen.Place) {
	const least = 4
	if at.Unit < 0 || at.Node < 0 || p.Room() < least {
		return
	}
	st, n, u := env.Styles, &env.Snap.Rulebook().Criteria[at.Node], env.Snap.Units()[at.Unit]
	if !u.Applies(at.Node) {
		return
	}
	p.Blank()
	p.Text(st.Text, env.Say("Đơn vị tự chấm %s điểm · cụm chấm %s · tối đa %s",
		"Self-scored %s points · agreed %s · at most %s", view.Points(env.Lang, u.Points(scoring.Self, at.Node)),
		view.Points(env.Lang, u.Points(scoring.Agreed, at.Node)), view.Points(env.Lang, n.Max)), 2)
	p.Text(st.Text, edit.Limit(env, at), 2)
	precedents(env, p, at)
	edit.Evidence(env, p, at)
	across(env, p, at)
}

// The columns of the criterion across all units.
const (
	scoreCells  = 9
	shortestBar = 18
	longestBar  = 60
	unitsBefore = 2 // the mark of the unit that is asked about
)

// across is how all units are scored at the criterion, where there is room for all.
func across(env screen.Env, p *kit.Canvas, at screen.Place) {
	st, c := env.Styles, view.Across(&env.Snap.State, at.Node)
	if p.Room() < len(c.Units)+2 {
		return
	}
	height := 1
	if p.Room() >= 2*len(c.Units)+2 { // bars as thick as lines are high
		height = 2
	}
	t := c.Table(env.Lang)
	g := kit.NewGrid(t, p.W-unitsBefore-shortestBar-2, kit.Col{ID: "unit", W: unitCells},
		kit.Col{ID: "self", Before: 1, W: scoreCells}, kit.Col{ID: "agreed", Before: 1, W: scoreCells},
		kit.Col{ID: "points", Before: 1, W: scoreCells})
	p.Blank()
	p.Add(g.HeadIn(kit.NewRow(p.W).Gap(unitsBefore), st).String())
	for i, r := range c.Units {
		mark, bar := "  ", st.Text
		if r.Unit == at.Unit {
			mark, bar = "› ", st.Accent
		}
		row := kit.NewRow(p.W).Put(st.Accent, mark)
		g.RowIn(row, st, i, func(id string, row *kit.Row, w int) bool {
			if id != "unit" || r.Unit != at.Unit {
				return false
			}
			row.Left(st.Accent, env.Snap.Units()[r.Unit].Name(), w)
			return true
		})
		drawn := ""
		if r.Applies && r.Settled {
			drawn = st.Signs.Bar(int64(r.Agreed), int64(scoring.FullPercent), min(row.Space()-2, longestBar))
		}
		left := row.Width() - row.Space() + 2
		p.Add(row.Gap(2).Put(bar, drawn).String())
		if height > 1 {
			p.Add(kit.NewRow(p.W).Gap(left).Put(bar, drawn).String())
		}
	}
}
