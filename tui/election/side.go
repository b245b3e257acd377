package election

import (
	"slices"
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Beside the counts stands what rotation goes by: who holds the office now and who led in which year, when each
// candidate held it, the rules of the election, and who has a ballot.

// Where there is room for that, and how wide it is at least.
const (
	sideFrom  = 110
	sideLines = 16
	sideWidth = 46
	sideGap   = 2
)

// sides divides the screen; where there is no room for the right side it has none, nor has it before the room.
func sides(env screen.Env, area kit.Rect) (left, right kit.Rect) {
	if area.W < sideFrom || area.H < sideLines || env.Projector {
		return area, right
	}
	left, right = area, area
	right.W = max(area.W*2/5, sideWidth)
	left.W -= right.W + sideGap
	right.X += left.W + sideGap
	return left, right
}

// beside draws as much of it as there is room for.
func beside(env screen.Env, r scoring.Race, open bool, area kit.Rect) []string {
	p := kit.NewCanvas(area)
	years(env, p)
	if open && len(r.Candidates) > 0 {
		p.Blank()
		standing(env, p, r)
	}
	p.Blank()
	rules(env, p, r, open)
	if open {
		p.Blank()
		roll(env, p)
	}
	return kit.Fill(p.Lines, area.W, area.H)
}

// offices are the offices of the rulebook.
func offices(env screen.Env) []scoring.Office { return env.Snap.Rulebook().Election.Offices }

// years are who held which office in which year, the sitting ones first.
func years(env screen.Env, p *kit.Canvas) {
	const year, most = 12, 6
	st, held := env.Styles, slices.Clone(env.Snap.History())
	coming := scoring.Officers{Year: env.Snap.Rulebook().Years.Next(env.Snap.Year())}
	for _, o := range offices(env) {
		if unit, _, ok := env.Snap.Elected(o); ok {
			coming.Hold(o, env.Snap.Units()[unit].Name())
			held = slices.DeleteFunc(held, func(x scoring.Officers) bool { return x.Year == coming.Year })
		}
	}
	slices.SortStableFunc(held, func(a, b scoring.Officers) int { return strings.Compare(a.Year, b.Year) })
	if elected := coming.Leader + coming.Deputy; elected != "" || len(coming.Others) > 0 {
		held = append(held, coming)
	}
	if len(held) == 0 || len(offices(env)) == 0 {
		return
	}
	cells := (p.W - year) / len(offices(env))
	row := kit.NewRow(p.W).Left(st.Title, env.Say("NĂM HỌC", "YEAR"), year)
	for _, o := range offices(env) {
		row.Left(st.Title, strings.ToUpper(env.OfficeName(o).In(env.Lang)), cells)
	}
	p.Add(row.String())
	for n, i := 0, len(held)-1; i >= 0 && n < most; n, i = n+1, i-1 {
		style := st.Text
		if held[i].Year == coming.Year {
			style = st.Good
		}
		row := kit.NewRow(p.W).Left(style, held[i].Year, year)
		for _, o := range offices(env) {
			name := held[i].Holder(o)
			if name == "" {
				name = "–"
			}
			row.Left(style, name, cells)
		}
		p.Add(row.String())
	}
}

// standing is when each candidate held the office, and its rank this year.
func standing(env screen.Env, p *kit.Canvas, r scoring.Race) {
	const rank = 9
	st, t := env.Styles, view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
	_, award := env.Snap.Rulebook().Award(string(r.Office))
	if p.Room() < len(r.Candidates)+1 {
		return
	}
	title := env.Say("ỨNG CỬ, LẦN GIỮ CHỨC GẦN NHẤT", "CANDIDATES, WHEN THEY HELD IT LAST")
	if award {
		title = env.Say("ỨNG CỬ, ĐIỂM VÀ THỨ HẠNG", "CANDIDATES, POINTS AND RANK")
	}
	p.Text(st.Title, title, 1)
	for _, unit := range r.Candidates {
		said := env.Say("chưa từng", "never")
		if year := env.Snap.LastHeld(r.Office, unit); award {
			said = t.Said(unit).In(env.Lang)
		} else if year != "" {
			said = year
		}
		p.Add(kit.NewRow(p.W).Left(st.Text, env.Snap.Units()[unit].Name(), nameWidth).
			Left(st.Text, said, max(p.W-nameWidth-rank, 0)).
			Right(st.Text, env.Say("hạng %s", "rank %s", t.Rank(t.Place(unit))), rank).String())
	}
}

// rules are how the election goes: what elects, what comes where nobody has it, and the clause.
func rules(env screen.Env, p *kit.Canvas, r scoring.Race, open bool) {
	const most = 3
	st, e := env.Styles, env.Snap.Rulebook().Election
	p.Text(st.Title, env.Say("CÁCH BẦU", "HOW IT GOES"), 1)
	id := e.Clause
	if a, award := env.Snap.Rulebook().Award(string(r.Office)); award {
		id = a.Clause
	} else {
		if n := needed(env, r); open && n > 0 {
			p.Text(st.Text, env.Say("Trúng cử khi có từ %d phiếu, mỗi đơn vị có mặt một phiếu kín.",
				"Elected with %d votes or more; a secret ballot for each unit present.", n), 2)
		}
		if e.Runoff > 0 {
			p.Text(st.Text, env.Say("Không ai đủ phiếu: bầu tiếp giữa %d đơn vị nhiều phiếu nhất.",
				"Nobody has enough: another round between the %d with the most votes.", e.Runoff), 2)
		}
		switch {
		case e.Rotation && e.Lots:
			p.Text(st.Text, env.Say(
				"Vẫn bằng phiếu: luân phiên (giữ chức lâu trước hơn, hoặc chưa từng), rồi bốc thăm.",
				"Still level: rotation (who held it longer ago, or never), then lots."), most)
		case e.Rotation:
			p.Text(st.Text, env.Say("Vẫn bằng phiếu: luân phiên (giữ chức lâu trước hơn, hoặc chưa từng).",
				"Still level: rotation (who held it longer ago, or never)."), most)
		case e.Lots:
			p.Text(st.Text, env.Say("Vẫn bằng phiếu: bốc thăm.", "Still level: lots."), 1)
		}
	}
	if c := env.Snap.Rulebook().Clause(id); c.ID != "" {
		p.Text(st.Text, c.ID+": "+c.Text.In(env.Lang), most)
	}
}

// roll is who has a ballot, and who is absent.
func roll(env screen.Env, p *kit.Canvas) {
	var here, away []lang.Sayer
	for _, u := range env.Snap.Units() {
		if u.Present() {
			here = append(here, lang.Both(u.Name()))
		} else {
			away = append(away, lang.Both(u.Name()))
		}
	}
	const most = 4
	st := env.Styles
	p.Text(st.Title, env.Say("CÓ PHIẾU: %d TRÊN %d ĐƠN VỊ", "WHO HAS A BALLOT: %d OF %d UNITS", len(here),
		len(env.Snap.Units())), 1)
	if len(here) > 0 {
		p.Text(st.Text, lang.List(here...).In(env.Lang), most)
	}
	if len(away) > 0 {
		p.Text(st.Warn, env.Say("Vắng: %s", "Absent: %s", lang.List(away...)), most)
	}
}
