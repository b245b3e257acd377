package record

import (
	"strings"

	"thidua/data/decision"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// sideWidth is how wide the panel beside the list is, where there is room for it.
const sideWidth = 44

// fewestLines is from how many lines on there is room for it below the list.
const fewestLines = 8

// View draws the list, and beside or below it the decision under the cursor with what undoing it would do.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	if env.Projector && !s.Editing() {
		return screen.View{Parts: s.room(env, body)}
	}
	list, side := body, kit.Rect{}
	if body.W >= 110 {
		side = kit.Rect{X: body.X + body.W - sideWidth, Y: body.Y, W: sideWidth, H: body.H}
		list.W -= sideWidth + 2
	} else if body.H >= fewestLines {
		h := s.sideHeight(env, body)
		side = kit.Rect{X: body.X, Y: body.Y + body.H - h, W: body.W, H: h}
		list.H -= h
	}
	v := screen.View{}
	lines, cursor := s.decisions(env, list)
	v.Parts = append(v.Parts, kit.Placed{Rect: list, Lines: kit.Fill(lines, list.W, list.H)})
	if s.typing {
		v.Cursor = &screen.Cursor{X: body.X + cursor, Y: body.Y}
	}
	if side.Shown() {
		v.Parts = append(v.Parts, kit.Placed{Rect: side, Lines: kit.Fill(s.inSight(env, side), side.W, side.H)})
	}
	return v
}

// inSight is what of the decision under the cursor is in sight: all of it, or the part that one has read to.
func (s *Screen) inSight(env screen.Env, area kit.Rect) []string {
	const most = 1000 // lines: more than any decision has
	all := s.side(env, kit.Rect{W: area.W, H: most})
	if s.long.seq != s.seq() {
		s.long = long{seq: s.seq()}
	}
	s.long.from = max(min(s.long.from, len(all)-area.H+1), 0)
	s.long.more = max(len(all)-s.long.from-area.H, 0)
	if s.long.from == 0 && s.long.more == 0 {
		return all
	}
	shown := all[s.long.from:min(s.long.from+area.H-1, len(all))]
	said := env.Say("%s %s đọc tiếp", "%s %s reads on", keyLess, keyMore)
	return append(shown[:len(shown):len(shown)], kit.NewRow(area.W).Put(env.Styles.Key, said).String())
}

// decisions is the filter and the decisions in sight.
func (s *Screen) decisions(env screen.Env, area kit.Rect) (lines []string, cursor int) {
	st := env.Styles
	head := kit.NewRow(area.W)
	count := lang.Count(s.list.Len(), "quyết định", "decision", "decisions").In(env.Lang)
	if s.typing || s.filter.Value() != "" {
		cursor = s.filter.Put(head, st, env.Lang, s.typing, kit.Width(count)+1)
	} else {
		head.Put(st.Dim, env.Say("%s để lọc theo đơn vị, loại, người, chữ", "%s filters by unit, kind, person, words",
			keyFilter))
	}
	head.End(min(kit.Width(count), head.Space())).Put(st.Dim, count)
	p := kit.NewCanvas(area)
	const heads = 1
	below := p.Rest(0)
	below.Y, below.H = below.Y+1+heads, max(below.H-1-heads, 1)
	w := s.list.Place(below, 1)
	g := grid(env, w)
	p.Add(head.String(), g.Head(st)+kit.Blank(p.W-w))
	p.Add(s.list.Draw(st, func(c *kit.Canvas, seq int, here bool) {
		c.Add(row(env, g, seq, here, c.W))
	})...)
	return p.Lines, cursor
}

// grid is the list's columns: who recorded a decision stands there for the table only, and where there is room.
func grid(env screen.Env, w int) kit.Grid {
	cols := []kit.Col{
		{ID: "seq", W: 6}, {ID: "time", Before: 1, W: 7}, {ID: "kind", W: 11}, {ID: "by", W: 12},
		{ID: "decision", W: 39, Fills: true},
	}
	return kit.NewGrid(view.Log(env.Snap, env.Lang), w, cols...)
}

// row is a decision in the list.
func row(env screen.Env, g kit.Grid, seq int, here bool, w int) string {
	line := kit.NewRow(w)
	if here {
		line = kit.NewMarked(w, env.Styles.Cursor)
	}
	return g.RowIn(line, env.Styles, seq-1, nil).String()
}

// sideHeight is how many lines the decision takes below the list: as many as it needs, but for a few lines of the list.
func (s *Screen) sideHeight(env screen.Env, body kit.Rect) int {
	const least, listed = 4, 4
	all := s.side(env, kit.Rect{W: body.W, H: body.H})
	return min(max(len(all), least), body.H-listed)
}

// side is the decision under the cursor in full, and what undoing it would do.
func (s *Screen) side(env screen.Env, area kit.Rect) []string {
	st, p := env.Styles, kit.NewCanvas(area)
	e, ok := s.decision(env)
	if !ok {
		return nil
	}
	if area.W != sideWidth { // below the list
		p.Rule(st)
	}
	p.Text(st.Strong, env.Say("Quyết định %d · %s", "Decision %d · %s", e.Seq, decision.Name(e.Act.Kind())), 1)
	p.Text(st.Text, e.At.Format("15:04:05 02/01/2006")+" · "+e.By, 1)
	p.Text(st.Text, decision.Sentence(&env.Snap.State, e.Decision).In(env.Lang), 0)
	ballots(env, p, e.Act)
	if by, gone := env.Snap.Withdrawn(e.Seq); gone {
		p.Text(st.Warn, env.Say("Đã được hoàn tác bởi quyết định %d.", "Undone by decision %d.", by), 2)
	}
	p.Text(st.Dim, env.Say("mã kiểm chứng %s", "fingerprint %s", kit.Fingerprint(e.Hash)), 1)
	if s.confirm.Waits(doUndo) {
		p.Blank()
		p.Text(st.Alarm, env.Say(" Hoàn tác quyết định %d? ", " Undo decision %d? ", e.Seq), 1)
		for _, line := range s.effects(env) {
			p.Text(st.Text, line.In(env.Lang), 2)
		}
	}
	return p.Lines
}

// effects says what undoing the decision under the cursor would change: totals, ranks, awards.
func (s *Screen) effects(env screen.Env) []lang.Text {
	next, err := scoring.Apply(env.Snap.State, scoring.Decision{Act: scoring.Undo{Seq: s.seq()}})
	if err != nil {
		return []lang.Text{screen.Said(err)}
	}
	var out []lang.Text
	was := view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
	is := view.PlacesOf(next.Standings(scoring.Agreed), env.Lang)
	for i, u := range env.Snap.Units() {
		a, b := was.At(was.Place(i)), is.At(is.Place(i))
		var parts []string
		if a.Total != b.Total {
			parts = append(parts, was.Whole(i)+" → "+is.Whole(i))
		}
		if a.Rank != b.Rank {
			parts = append(parts, env.Say("hạng %d → %d", "rank %d → %d", a.Rank, b.Rank))
		}
		if a.Award != b.Award {
			parts = append(parts,
				env.Snap.Rulebook().AwardName(a.Award).In(env.Lang)+" → "+
					env.Snap.Rulebook().AwardName(b.Award).In(env.Lang))
		}
		if u.Accepted() != next.Units()[i].Accepted() {
			parts = append(parts, env.Say("thống nhất: %s", "accepted: %s", yesNo(next.Units()[i].Accepted())))
		}
		if u.Present() != next.Units()[i].Present() {
			parts = append(parts, env.Say("có mặt: %s", "present: %s", yesNo(next.Units()[i].Present())))
		}
		if len(parts) > 0 {
			out = append(out, lang.Both(u.Name()+": "+strings.Join(parts, "; ")))
		}
	}
	if len(out) == 0 {
		out = append(out,
			lang.Text{VI: "Không điểm, hạng hay khen thưởng nào thay đổi.",
				EN: "No total, rank or award would change."})
	}
	return out
}

func yesNo(b bool) lang.Text {
	if b {
		return lang.Text{VI: "có", EN: "yes"}
	}
	return lang.Text{VI: "không", EN: "no"}
}
