package vote

import (
	"thidua/data/meeting"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Beside a question stands what would follow from it: the unit's total, rank and award from what to what, and the
// ranking as it would be.

// follows is the state that a decision would lead to, worked out once for a state and a question.
type follows struct {
	of   *meeting.Snapshot
	key  any // which question
	next scoring.State
	ok   bool
}

// then is the state after an act; nil where there is no act, or it would be refused.
func (s *Screen) then(env screen.Env, key any, act scoring.Act) *scoring.State {
	if act == nil {
		return nil
	}
	f := &s.ahead
	if f.of != env.Snap || f.key != key {
		next, err := scoring.Apply(env.Snap.State, scoring.Decision{Act: act})
		*f = follows{of: env.Snap, key: key, next: next, ok: err == nil}
	}
	if !f.ok {
		return nil
	}
	return &f.next
}

// labelWidth is the column that says what goes from what to what.
const labelWidth = 14

// change is what goes from what to what, in one line; what stays as it is stands there once.
func change(env screen.Env, p *kit.Canvas, label, was, is string, by string) {
	st, row := env.Styles, kit.NewRow(p.W)
	row.Left(st.Dim, label, labelWidth)
	if was == is {
		row.Put(st.Text, is+env.Say(", không đổi", ", as before"))
	} else {
		row.Put(st.Text, was+" → ").Put(st.Strong, is)
		if by != "" {
			row.Put(st.Accent, "  "+by)
		}
	}
	p.Add(row.String())
}

// changes is what a decision about a unit brings it: its points where they change, its total, its rank, its award, and
// how far it would still be from the unit above.
func changes(env screen.Env, p *kit.Canvas, act scoring.Act, unit int, next *scoring.State) {
	before, after := env.Snap.Standings(scoring.Agreed), next.Standings(scoring.Agreed)
	was, is := env.Snap.Units()[unit], next.Units()[unit]
	signed := func(p scoring.Points) string { return view.Signed(env.Lang, p) }
	own(env, p, act, was, is)
	from, to := view.PlacesOf(before, env.Lang), view.PlacesOf(after, env.Lang)
	by := ""
	if d := is.Total(scoring.Agreed) - was.Total(scoring.Agreed); d != 0 {
		by = signed(d)
	}
	change(env, p, env.Say("Tổng điểm", "Total"), from.Whole(unit), to.Whole(unit), by)
	x, y := before.At(before.Place(unit)), after.At(after.Place(unit))
	change(env, p, env.Say("Thứ hạng", "Rank"), view.Rank(x), view.Rank(y), view.Moved(x.Rank-y.Rank))
	change(env, p, env.Say("Đề nghị tặng", "Proposed for"), awardsOf(env, x), awardsOf(env, y), "")
	if gap, ok := next.ToPass(scoring.Agreed, unit); ok {
		p.Add(kit.NewRow(p.W).Left(env.Styles.Dim, env.Say("Còn thiếu", "Short of"), labelWidth).
			Put(env.Styles.Text, env.Say("%s điểm để vượt %s", "%s points to pass %s",
				view.Points(env.Lang, gap.Need), next.Units()[gap.Above].Name())).String())
	}
}

// own is what a decision changes itself: the points of a criterion, or the bonuses or penalties of the unit.
func own(env screen.Env, p *kit.Canvas, act scoring.Act, was, is *scoring.Unit) {
	points := func(p scoring.Points) string { return view.Points(env.Lang, p) }
	signed := func(p scoring.Points) string { return view.Signed(env.Lang, p) }
	switch act.(type) {
	case scoring.Score:
		if node, ok := env.Snap.Rulebook().Index(scoring.Target(act)); ok {
			a, b := was.Points(scoring.Agreed, node), is.Points(scoring.Agreed, node)
			change(env, p, env.Say("Điểm %s", "Points %s", scoring.Target(act)), points(a), points(b), signed(b-a))
		}
	case scoring.Bonus:
		a, b := was.Bonus(scoring.Agreed), is.Bonus(scoring.Agreed)
		change(env, p, env.Say("Điểm thưởng", "Bonuses"), points(a), points(b), signed(b-a))
	case scoring.Penalty:
		a, b := was.Penalty(scoring.Agreed), is.Penalty(scoring.Agreed)
		change(env, p, env.Say("Điểm trừ", "Penalties"), points(a), points(b), signed(b-a))
	}
}

// changesBelow writes the same below a question that nothing stands beside, where there is room.
func (s *Screen) changesBelow(env screen.Env, p *kit.Canvas, key any, act scoring.Act, units []int) {
	const lines = 5
	if !s.alone || p.Room() < lines || len(units) != 1 {
		return
	}
	if next := s.then(env, key, act); next != nil {
		if p.Room() > lines {
			p.Blank()
		}
		changes(env, p, act, units[0], next)
	}
}

// awardsOf are a place's awards in words.
func awardsOf(env screen.Env, x scoring.Standing) string {
	if said := view.Awards(env.Snap.Rulebook(), x, env.Lang); said != "" {
		return said
	}
	return env.Say("không", "none")
}

// The columns of the ranking beside a question.
const (
	rankCells  = 3
	movedCells = 3
	unitCells  = 14
	sumCells   = 10
	awardCells = 14
)

// ranking is all places as they would be, those asked about marked, with how they moved; with no state that follows, as
// they are. It is left out where it has no room.
func ranking(env screen.Env, p *kit.Canvas, next *scoring.State, marked func(unit int) bool) {
	title, s := env.Say("XẾP HẠNG NẾU THÔNG QUA", "THE RANKING IF IT IS CARRIED"), next
	if next == nil {
		title, s = env.Say("XẾP HẠNG HIỆN NAY", "THE RANKING AS IT IS"), &env.Snap.State
	}
	before, t := env.Snap.Standings(scoring.Agreed), view.PlacesOf(s.Standings(scoring.Agreed), env.Lang)
	if p.Room() < t.Len()+1 {
		return
	}
	st := env.Styles
	p.Text(st.Title, title, 1)
	unit := max(p.W-2-rankCells-1-movedCells-sumCells-awardCells, unitCells)
	for i := range t.Len() {
		x := t.At(i)
		name, sign := st.Text, view.Sign(env.Snap.Rulebook(), x)
		if x.Award != scoring.AwardNone {
			name = st.Strong
		}
		mark := "  "
		if marked(x.Unit) {
			name, mark = st.Accent, "› "
		}
		moved := ""
		if was := before.At(before.Place(x.Unit)).Rank; was > 0 && x.Rank > 0 {
			moved = view.Moved(was - x.Rank)
		}
		p.Add(kit.NewRow(p.W).Put(st.Accent, mark).Right(name, t.Rank(i), rankCells).Gap(1).
			Left(st.Accent, moved, movedCells).Left(name, env.Snap.Units()[x.Unit].Name(), min(unit, nameWidth)).
			Right(name, t.Measured(i), sumCells).Gap(2).Put(st.Of(sign.Class), sign.Text+" "+
			view.Awards(env.Snap.Rulebook(), x, env.Lang)).String())
	}
}

// others are what else the unit asks for and nobody has answered.
func others(env screen.Env, p *kit.Canvas, at screen.Place) {
	const fewest = 2
	u, st := env.Snap.Units()[at.Unit], env.Styles
	here := ""
	if at.Node >= 0 {
		here = env.Snap.Rulebook().Criteria[at.Node].Code
	}
	first := true
	for _, q := range u.OpenRequests() {
		if q.Target == here || p.Room() < fewest {
			continue
		}
		if first {
			p.Blank()
			p.Text(st.Title, env.Say("%s CÒN ĐỀ NGHỊ", "%s ALSO ASKS FOR", lang.Both(u.Name())), 1)
			first = false
		}
		title := ""
		if i, ok := env.Snap.Rulebook().Index(q.Target); ok {
			title = env.Snap.Rulebook().Criteria[i].Label()
		}
		p.Text(st.Text, env.Say("+ %s tại %s %s", "+ %s at %s %s", view.Points(env.Lang, q.Points), q.Target,
			lang.Both(title)), 2)
	}
}

// precedents are the bonuses that other units have at the criterion.
func precedents(env screen.Env, p *kit.Canvas, at screen.Place) {
	const most = 4
	var all []lang.Sayer
	for i, u := range env.Snap.Units() {
		for _, g := range u.Bonuses(scoring.Agreed) {
			if g.Target == at.Node && i != at.Unit {
				all = append(all, lang.Sayf("%s %s", "%s %s", u.Name(), view.Points(env.Lang, g.Points)))
			}
		}
	}
	said := env.Say("Chưa đơn vị nào khác được thưởng ở đây.", "No other unit has a bonus here.")
	if len(all) > 0 {
		said = env.Say("Đã thưởng ở đây: %s", "Bonuses given here: %s", lang.List(all...))
	}
	p.Text(env.Styles.Text, said, most)
}
