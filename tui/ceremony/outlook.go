package ceremony

import (
	"slices"
	"strings"

	"thidua/data/meeting"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Below what is left to do stands what would be proposed if the meeting were closed now: each award with who decides it
// next, and each unit with what is in its reach, what keeps it away, and whom it would help if it gave way.

// outlook is what that is drawn from: worked out once for a snapshot.
type outlook struct {
	of    *meeting.Snapshot
	goals []view.Goal
	binds map[int][]lang.Text // by unit, of those that have been in sight
	gains map[int][]scoring.Gain
	table table.Table // the ranking, as it is drawn
}

// outlook is that of what is looked at.
func (s *Screen) outlook(env screen.Env) *outlook {
	o := &s.ahead
	if o.of == env.Snap {
		return o
	}
	*o = outlook{of: env.Snap, goals: view.Goals(&env.Snap.State), binds: map[int][]lang.Text{},
		gains: map[int][]scoring.Gain{}}
	return o
}

// know works out what is said of a unit, when it is first in sight.
func (o *outlook) know(env screen.Env, x scoring.Standing) {
	if _, known := o.binds[x.Unit]; known {
		return
	}
	o.binds[x.Unit] = env.Snap.Binds(scoring.Agreed, x.Unit)
	if x.Award != scoring.AwardNone {
		o.gains[x.Unit] = env.Snap.Yields(x.Unit)
	}
}

// Of what is drawn in the room that is left: at least so many lines, and the widths of the columns.
const (
	fewestAhead = 4
	wideAhead   = 100
	rankWidth   = 4
	unitWidth   = 20
	sumWidth    = 10
	gainWidth   = 18
	reachWidth  = 22
)

// draw draws as much of it as there is room for.
func (o *outlook) draw(env screen.Env, p *kit.Canvas) {
	book := env.Snap.Rulebook()
	if p.Room() < fewestAhead || len(book.Awards) == 0 {
		return
	}
	places := view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
	more := 0 // units of which something is to be said, perhaps more than fits beside them
	for i := range min(places.Len(), p.Room()) {
		x := places.At(i)
		if o.know(env, x); len(o.binds[x.Unit])+len(o.gains[x.Unit]) > 0 {
			more++
		}
	}
	roomy := p.Room() >= 2+2*len(book.Awards)+2+places.Len()+more
	p.Blank()
	p.Text(env.Styles.Title, env.Say("KHEN THƯỞNG NẾU CHỐT BÂY GIỜ", "THE AWARDS IF THE MEETING WERE CLOSED NOW"), 1)
	for i := range book.Awards {
		o.award(env, p, i, roomy)
	}
	if p.Room() < fewestAhead {
		return
	}
	p.Blank()
	o.table = view.Standings(&env.Snap.State, scoring.Agreed, env.Lang)
	g := kit.NewGrid(o.table, min(p.W, rankWidth+1+unitWidth+sumWidth+2+1+1+gainWidth),
		kit.Col{ID: "rank", W: rankWidth},
		kit.Col{ID: "unit", Before: 1, W: unitWidth}, kit.Col{ID: "measure", W: sumWidth},
		kit.Col{ID: "sign", Before: 2, W: 1}, kit.Col{ID: "outcome", Before: 1, W: gainWidth})
	head := g.HeadIn(kit.NewRow(p.W), env.Styles)
	if p.W >= wideAhead {
		head.Gap(2).Left(env.Styles.Title, env.Say("còn kém", "short of"), reachWidth).Gap(1)
		head.Put(env.Styles.Title,
			env.Say("vướng gì; nếu xin rút thì ai được", "what binds; who gains if it gives way"))
	}
	p.Add(head.String())
	for i := 0; i < places.Len() && p.Room() > 0; i++ {
		o.unit(env, p, g, places, i)
	}
}

// award is one award: how many may be proposed, by which clause, for whom, and how it is settled.
func (o *outlook) award(env screen.Env, p *kit.Canvas, i int, room bool) {
	const name, number = 20, 8
	st, a, snap := env.Styles, env.Snap.Rulebook().Awards[i], env.Snap
	style := st.Of(view.AwardClass(snap.Rulebook(), a.ID))
	var has []int
	t := snap.Standings(scoring.Agreed)
	for _, x := range t.All() {
		if x.Award == a.ID || slices.Contains(x.Beside, a.ID) {
			has = append(has, x.Unit)
		}
	}
	row := kit.NewRow(p.W).Put(style, a.Sign+" ").Left(style, a.Short.In(env.Lang), name)
	row.Left(st.Text, env.Say("%d trên %d", "%d of %d", len(has), snap.Proposable(i)), number).Gap(1)
	said := env.Say("chưa đơn vị nào", "nobody yet")
	if len(has) > 0 {
		said = env.Names(has).In(env.Lang)
	}
	settles, key := settling(env, i)
	row.Put(st.Strong, said)
	how := " · " + settles.In(env.Lang)
	if room || row.Space() < kit.Width(how)+4 {
		p.Add(row.String())
		if !room {
			return
		}
		row, how = kit.NewRow(p.W).Gap(2+name+number+1), settles.In(env.Lang)
	}
	row.Put(st.Text, how)
	if key != "" {
		row.Put(st.Key, "  → "+key.Key())
	}
	p.Add(row.String())
}

// settling says by which clause an award is dealt out, what the meeting decided of it, and who decides next, on which
// screen.
func settling(env screen.Env, i int) (said lang.Text, on screen.ID) {
	snap, a := env.Snap, env.Snap.Rulebook().Awards[i]
	next := lang.Text{VI: "theo thứ hạng khi chốt, rồi cấp trên quyết định",
		EN: "by rank when the meeting is closed, then decided above"}
	switch units := snap.Nominated(scoring.Agreed, i); {
	case len(units) > 0 && a.Ballot.Nominees > 0:
		next, on = lang.Sayf("chờ bỏ phiếu giữa %s", "waits for a ballot among %s", env.Names(units)), screen.Election
	case len(units) > 0:
		next, on = lang.Sayf("chờ biểu quyết: %s", "waits for a vote: %s", env.Names(units)), screen.Vote
	case len(snap.Standings(scoring.Agreed).Undecided()) > 0:
		next, on = lang.Text{VI: "bằng điểm ở ranh giới: chờ biểu quyết thứ tự",
			EN: "level at the limit: waits for a vote on the order"}, screen.Vote
	}
	if d, q := snap.Limited(i); d != nil {
		next = lang.Sayf("cụm chỉ đề nghị %d (quyết định số %d) · %s", "only %d proposed (decision %d) · %s", q.Number,
			d.Seq, next)
	}
	if a.Clause != "" {
		next = lang.Sayf("%s · %s", "%s · %s", lang.Both(a.Clause), next)
	}
	return next, on
}

// unit is one unit: its place, what it would be proposed for, how far the next award is, and what binds, on the same
// line, or where that is too long and there is room, in full on the next.
func (o *outlook) unit(env screen.Env, p *kit.Canvas, g kit.Grid, places view.Places, i int) {
	st, x, more := env.Styles, places.At(i), ""
	row := g.RowIn(kit.NewRow(p.W), st, i, func(id string, row *kit.Row, w int) bool {
		switch id {
		case "unit":
			row.Left(st.Strong, env.Snap.Units()[x.Unit].Name(), w)
		case "outcome":
			row.Left(st.Of(view.AwardClass(env.Snap.Rulebook(), x.Award)), o.outcome(env, x, w, &more), w)
		default:
			return false
		}
		return true
	})
	said, style := o.said(env, x.Unit, more)
	if p.W < wideAhead {
		p.Add(row.String())
		return
	}
	short := places.Behind(&env.Snap.State, o.goals, i, func(said string) bool { return kit.Width(said) <= reachWidth })
	row.Gap(2).Left(st.Text, short, reachWidth).Gap(1)
	if kit.Width(said) <= row.Space() || p.Room() <= places.Len()-i {
		p.Add(row.Put(style, kit.Cut(said, row.Space())).String())
		return
	}
	p.Add(row.String())
	p.Add(kit.NewRow(p.W).Gap(rankWidth+1).Put(style, kit.Cut(said, p.W-rankWidth-1)).String())
}

// outcome is what a unit would be proposed for, in a few words; what settled it, where that does not fit, is more.
func (o *outlook) outcome(env screen.Env, x scoring.Standing, w int, more *string) string {
	if x.Barred != nil || x.Sanction == scoring.Excluded {
		return env.Say("không được đề nghị", "put up for none")
	}
	said := o.table.At(env.Snap.Standings(scoring.Agreed).Place(x.Unit), "outcome").Text
	if before, after, cut := strings.Cut(said, " · "); cut && kit.Width(said) > w {
		said, *more = before, after
	}
	return said
}

// said is what keeps a unit from awards, else whom it would help if it gave way, after more that there is to say.
func (o *outlook) said(env screen.Env, unit int, more string) (string, kit.Style) {
	var parts []string
	for _, bind := range o.binds[unit] {
		parts = append(parts, bind.In(env.Lang))
	}
	if len(parts) > 0 {
		return strings.Join(parts, " · "), env.Styles.Warn
	}
	for _, gain := range o.gains[unit] {
		parts = append(parts, env.Say("%s → %s", "%s → %s", lang.Both(env.Snap.Units()[gain.Unit].Name()),
			short(env, gain.To)))
	}
	if len(parts) == 0 {
		return more, env.Styles.Text
	}
	said := env.Say("nếu xin rút: %s", "if it gives way: %s", lang.Both(strings.Join(parts, " · ")))
	if more != "" {
		said = more + " · " + said
	}
	return said, env.Styles.Text
}

// short is an award in few words.
func short(env screen.Env, id string) lang.Text {
	if a, ok := env.Snap.Rulebook().Award(id); ok {
		return a.Short
	}
	return env.Snap.Rulebook().AwardName(id)
}
