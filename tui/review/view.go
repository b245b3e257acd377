package review

import (
	"slices"
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
	add := v.Add
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
	switch {
	case s.Keeps(env, body):
		add(r.Detail, s.detailWithLine(env, r.Detail))
		v.Cursor = &screen.Cursor{X: r.Tree.X + s.editor.Cell(), Y: s.lines.Y()}
	case s.editor.Editing() && r.Detail.Shown():
		about, panel := aside(r.Detail, min(s.editor.Height(env), r.Detail.H-1))
		lines, cursor := s.editor.Panel(env, panel)
		add(about, s.detail(env, about))
		add(panel, lines)
		v.Cursor = cursor
	default:
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

// detailBeside is how high the detail may be before what is typed no longer stands at its foot.
const detailBeside = 24

// detailWithLine is the detail, and over its last lines what would follow from the number that is typed.
func (s *Screen) detailWithLine(env screen.Env, area kit.Rect) []string {
	line := s.editor.Line(env, area.W)
	detail := kit.Fill(slices.Clone(s.detail(env, area)), area.W, area.H)
	_, at := aside(area, len(line))
	copy(detail[at.Y-area.Y:], line)
	return detail
}

// aside divides the detail for what is typed in so many lines at its foot, or where there is room close to what it is
// about.
func aside(detail kit.Rect, h int) (about, panel kit.Rect) {
	about, panel = detail, detail
	about.H = min(detail.H, detailBeside) - h
	panel.Y, panel.H = about.Y+about.H, h
	return about, panel
}

// inPlaceFrom is from how many cells on a number that is typed needs no panel: its column has room, and the line that
// says what follows.
const inPlaceFrom = 100

// Keeps reports whether a number is typed, and drawn in its own cell alone.
func (s *Screen) Keeps(env screen.Env, body kit.Rect) bool {
	return s.editor.InPlace() && !env.Projector && body.W >= inPlaceFrom && s.layout(body).Detail.Shown()
}

// KeptKeys are the keys that the footer goes on naming meanwhile.
func (s *Screen) KeptKeys(env screen.Env) []kit.Binding {
	return s.keys(env, s.editor.KeptKeys(env, s.at))
}

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
	right := kit.Width(total) + kit.Width(place) + kit.Width(move) + 4
	first := kit.NewRow(area.W).Put(st.Strong, kit.Cut(strings.ToUpper(u.Name()), max(area.W-34, 8)))
	put := func(style kit.Style, words ...string) { // the longest for which there is room
		for _, said := range words {
			if first.Space()-right > kit.Width(said)+1 {
				first.Gap(1).Put(style, said)
				return
			}
		}
	}
	if u.Accepted() {
		put(st.Good, env.Say("✓ đã thống nhất", "✓ accepted"), "✓")
	} else if u.Confirmed() {
		put(st.Good, env.Say("✓ đơn vị xác nhận", "✓ unit confirms"), "✓")
	}
	if u.Sheet().Late {
		put(st.Warn, env.Say("nộp chậm", "late"))
	}
	first.End(right)
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
