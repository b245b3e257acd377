package review

import (
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// View draws the screen; for the room, the projected form of it.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	if env.Projector {
		return s.projected(env, body)
	}
	r := s.layout(body)
	v := screen.View{}
	add := func(area kit.Rect, lines []string) {
		if area.Shown() {
			v.Parts = append(v.Parts, kit.Placed{Rect: area, Lines: kit.Fill(lines, area.W, area.H)})
		}
	}
	if r.Compact {
		s.units.Place(kit.Rect{}, 1)
		add(r.Units, s.unitsLine(env, r.Units))
	} else {
		add(r.Units, s.column(env, r.Units))
	}
	add(r.Head, s.head(env, r.Head))
	w, tree := r.Tree.W, r.Tree
	if tree.X+tree.W < body.X+body.W {
		tree.W += gap // the marks that more follows stand between the tree and what is beside it
	}
	add(tree, s.tree(env, tree, w))
	if s.editor.Editing() && r.Detail.Shown() {
		panel := r.Detail
		panel.H = min(s.editor.Height(env), panel.H-1)
		if r.Detail.H <= detailBeside {
			panel.Y += r.Detail.H - panel.H
		} else { // there is room: the panel stands close to what it is about
			panel.Y += detailBeside - panel.H
		}
		lines, cursor := s.editor.Panel(env, panel)
		about := r.Detail
		about.H = panel.Y - about.Y
		add(about, s.detail(env, about))
		add(panel, lines)
		v.Cursor = cursor
	} else {
		add(r.Detail, s.detail(env, r.Detail))
	}
	if r.Ranking.H == 1 {
		s.places.Place(kit.Rect{}, 1)
		add(r.Ranking, s.rankingLine(env, r.Ranking))
	} else {
		add(r.Ranking, s.ranking(env, r.Ranking))
	}
	return v
}

// detailBeside is how high the detail may be before the panel no longer stands at its foot.
const detailBeside = 24

// head is the unit under review with its total and place.
func (s *Screen) head(env screen.Env, area kit.Rect) []string {
	st, u := env.Styles, env.Snap.Units()[s.at.Unit]
	t := s.ranked(env).places
	row := t.At(t.Place(s.at.Unit))

	place := env.Say(" điểm · hạng %s", " points · rank %s", view.Rank(row))
	if t.By() == scoring.ByShare {
		place = env.Say(" · hạng %s", " · rank %s", view.Rank(row))
	}
	total := t.Measured(t.Place(s.at.Unit))
	if !u.HasSheet() {
		total, place = "", env.Say("không xếp hạng", "no rank")
	}
	move := view.Moved(view.PlacesWon(&env.Snap.State, row))
	sign := view.Sign(env.Snap.Rulebook(), row)
	first := kit.NewRow(area.W).Put(st.Strong, kit.Cut(strings.ToUpper(u.Name()), max(area.W-34, 8)))
	if u.Accepted() {
		first.Gap(1).Put(st.Good, env.Say("✓ đã thống nhất", "✓ accepted"))
	} else if u.Confirmed() {
		first.Gap(1).Put(st.Good, env.Say("✓ đơn vị xác nhận", "✓ unit confirms"))
	}
	if u.Sheet().Late {
		first.Gap(1).Put(st.Warn, env.Say("nộp chậm", "late"))
	}
	first.End(kit.Width(total) + kit.Width(place) + kit.Width(move) + 4)
	first.Put(st.Accent, total).Put(st.Text, place).Gap(1).Put(st.Warn, move).Gap(1).Put(st.Of(sign.Class), sign.Text)
	return []string{first.String(), s.sums(env, u, row, area.W)}
}

// sums is what the total is made of, against the self-scores.
func (s *Screen) sums(env screen.Env, u *scoring.Unit, row scoring.Standing, w int) string {
	st := env.Styles
	line := kit.NewRow(w)
	if env.Snap.Rulebook().Rank.By == scoring.ByShare {
		line.Put(st.Text, env.Say("tổng %s · ", "total %s · ", view.Points(env.Lang, row.Total)))
	}
	line.Put(st.Text, env.Say("tự chấm %s", "self-scored %s", view.Points(env.Lang, u.Total(scoring.Self))))
	if d := u.Criteria(scoring.Agreed) - u.Criteria(scoring.Self); d != 0 {
		line.Put(st.Text, env.Say(" · cụm sửa ", " · changed ")).Put(st.Warn, view.Signed(env.Lang, d))
	}
	if b := u.Bonus(scoring.Agreed); b != 0 {
		line.Put(st.Text, env.Say(" · thưởng ", " · bonus ")).Put(st.Good, view.Signed(env.Lang, b))
	}
	if p := u.Penalty(scoring.Agreed); p != 0 {
		line.Put(st.Text, env.Say(" · trừ ", " · penalty ")).Put(st.Bad, view.Signed(env.Lang, -p))
	}
	if !u.HasSheet() {
		return kit.NewRow(w).Put(st.Warn, view.NoSheet(u).In(env.Lang)).String()
	}
	switch sanction := u.Sanction(scoring.Agreed); {
	case row.Barred != nil:
		line.Put(st.Dim, " · ").Put(st.Bad, row.Barred.Name.In(env.Lang))
	case sanction != scoring.NoSanction:
		line.Put(st.Dim, " · ").Put(st.Bad, sanction.Name().In(env.Lang))
	}
	return line.String()
}
