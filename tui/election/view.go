package election

import (
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// headLines is how many lines stand above the first count.
const headLines = 4

// Widths of the list of candidates.
const (
	nameWidth  = 24
	boxWidth   = 8
	widest     = 120
	historyMin = 84 // from this width on, the history stands beside the candidates
)

// View draws the election under way, or who was elected.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	area := kit.Rect{X: body.X, Y: body.Y, W: min(body.W, widest), H: body.H}
	p := kit.NewCanvas(area)
	v := screen.View{}
	r, open := race(env)
	s.elected(env, p)
	if !open {
		p.Blank()
		s.rounds(env, p)
		return screen.View{Parts: []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}}
	}
	st := env.Styles
	step := env.Say("vòng %d", "round %d", len(r.Rounds)+1)
	if len(r.Tied) > 0 {
		step = env.Say("bốc thăm", "lots")
	}
	p.Text(st.Title,
		strings.ToUpper(env.Say("Bầu %s · %s · %d đơn vị có mặt",
			"Election of the %s · %s · %d units present", env.OfficeName(r.Office), step, env.Snap.Present())), 1)
	for len(p.Lines) < headLines {
		p.Blank()
	}
	if b := boxOpen(env, r); b != nil && !env.Who.Decides(scoring.KindBallot) {
		s.ballot.Draw(env, p, ballot.Units(env, b))
	} else if b != nil && s.papers {
		p.Text(st.Warn, env.Say("PHIẾU GIẤY, nhiều nhất %d phiếu", "PAPERS, at most %d",
			b.Missing(&env.Snap.State)+b.Paper()), 1)
		s.candidates(env, p, r)
	} else if b != nil {
		s.counting(env, p, b)
	} else if len(r.Tied) > 0 {
		v.Cursor = s.draw(env, p, r)
	} else if s.naming != nil {
		v.Cursor = s.naming.draw(env, p)
	} else if s.missing != nil && !s.sent {
		s.missing.Draw(env, p)
	} else {
		s.candidates(env, p, r)
		s.conclusion(env, p, r)
	}
	p.Blank()
	s.rounds(env, p)
	v.Parts = []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}
	return v
}

// elected names who has been elected so far.
func (s *Screen) elected(env screen.Env, p *kit.Canvas) {
	st := env.Styles
	row := kit.NewRow(p.W)
	for _, o := range env.Snap.Elections() {
		row.Put(st.Title, strings.ToUpper(env.OfficeName(o).In(env.Lang))+" ")
		if unit, how, ok := env.Snap.Elected(o); ok {
			row.Put(st.Good, "✓ "+env.Snap.Units()[unit].Name()).Put(st.Dim, " ("+view.HowElected(how).In(env.Lang)+")")
		} else {
			row.Put(st.Dim, env.Say("chưa bầu", "not elected yet"))
		}
		row.Gap(4)
	}
	p.Add(row.String())
	p.Blank()
}

// candidates are the counts being typed, with who held the office when.
func (s *Screen) candidates(env screen.Env, p *kit.Canvas, r scoring.Race) {
	st := env.Styles
	const conclusion = 4 // what the round comes to is always below
	s.list.Place(p.Rest(conclusion), 1)
	p.Add(s.list.Draw(st, func(c *kit.Canvas, i int, here bool) { c.Add(s.count(env, r, i, here, c.W)) })...)
}

// count is one count, with who held the office when.
func (s *Screen) count(env screen.Env, r scoring.Race, i int, here bool, w int) string {
	st, row := env.Styles, kit.NewRow(w)
	name := st.Text
	if i >= len(r.Candidates) {
		name = st.Dim
	}
	pointer, box := "  ", st.Text
	if here {
		pointer, box = "› ", st.Edit
	}
	row.Put(st.Accent, pointer).Left(name, s.label(env, r, i).In(env.Lang), nameWidth)
	row.Put(box, "["+kit.Right(s.counts[i].Text(), boxWidth-3)+"]").Gap(2)
	if i < len(r.Candidates) {
		bar := 20
		if w < historyMin {
			bar = 10
		}
		row.Left(st.Accent, kit.Line("█", min(s.number(i), bar)), bar).Gap(2)
		row.Put(st.Dim, s.history(env, r.Office, r.Candidates[i]))
	}
	return row.String()
}

// history says when a unit held the office, and what it holds now; of an award, the unit's place.
func (s *Screen) history(env screen.Env, o scoring.Office, unit int) string {
	if _, award := env.Snap.Rulebook().Award(string(o)); award { // not an office: its place says why it stands
		t := view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
		return env.Say("hạng %s, %s", "rank %s, %s", t.Rank(t.Place(unit)), t.Said(unit))
	}
	var parts []string
	if year := env.Snap.LastHeld(o, unit); year != "" {
		parts = append(parts, env.Say("giữ chức gần nhất %s", "held it last in %s", year))
	} else {
		parts = append(parts, env.Say("chưa từng làm %s", "never %s", env.OfficeName(o)))
	}
	sitting, _ := env.Snap.Sitting()
	for _, held := range sitting.Held() {
		if sitting.Holder(held) == env.Snap.Units()[unit].Name() {
			parts = append(parts, env.Say("đang là %s", "the sitting %s", env.OfficeName(held)))
		}
	}
	return strings.Join(parts, " · ")
}

// conclusion is what the round comes to as it stands.
func (s *Screen) conclusion(env screen.Env, p *kit.Canvas, r scoring.Race) {
	st := env.Styles
	typed, present := s.typed(r), env.Snap.Present()
	p.Blank()
	p.Text(st.Text, env.Say("đã đếm %d trên %d phiếu", "%d of %d ballots counted", typed, present), 1)
	missing := s.outstanding(env, r)
	switch sum, err := s.preview(env, r); {
	case s.sent:
		p.Text(st.Warn, env.Say("đang ghi…", "recording…"), 1)
	case typed == 0 && !env.Who.Decides(scoring.KindBallot):
		p.Text(st.Dim, env.Say("Thư ký kiểm phiếu.", "The secretary counts."), 1)
	case typed == 0:
		p.Text(st.Dim,
			env.Say("Gõ số phiếu từng dòng, rồi %s để chốt vòng.",
				"Type the votes line by line, then %s to record the round.", keyRecord), 1)
	case missing > 0:
		p.Text(st.Warn, ballot.Awaits(env, missing), 1)
	case err != nil:
		env.Refuse(p, err)
	default:
		p.Text(st.Strong, "→ "+sum.In(env.Lang), 3)
	}
}

// draw is the chair's draw: between whom, and how it was done.
func (s *Screen) draw(env screen.Env, p *kit.Canvas, r scoring.Race) *screen.Cursor {
	st := env.Styles
	p.Text(st.Alarm, " "+r.Rounds[len(r.Rounds)-1].Sum.In(env.Lang)+" ", 3)
	p.Blank()
	if s.lots == nil {
		p.Text(st.Text,
			env.Say("%s ghi kết quả chủ tọa bốc thăm; %s để chương trình rút thăm và ghi mã để ai cũng kiểm lại được.",
				"%s records what the chair drew; %s lets the program draw and record the seed.", keyLots, keyDraw), 2)
		return nil
	}
	const below = 2
	s.lots.list.Place(p.Rest(below), 1)
	p.Add(s.lots.list.Draw(st, func(c *kit.Canvas, unit int, here bool) {
		row, mark := kit.NewRow(c.W), "  "
		if here {
			row, mark = kit.NewMarked(c.W, st.Cursor), "› "
		}
		c.Add(row.Put(st.Strong, mark+env.Snap.Units()[unit].Name()).String())
	})...)
	at := s.lots.prompt.Draw(p, st, env.Lang)
	return &at
}

// rounds are the rounds counted so far, with what came of each.
func (s *Screen) rounds(env screen.Env, p *kit.Canvas) {
	st, t := env.Styles, view.Rounds(&env.Snap.State, env.Lang)
	for i, c := range view.Counts(&env.Snap.State) {
		said := func(id string) string { return t.At(i, id).Text }
		if c.Round != nil {
			p.Text(st.Title, env.Say("%s, vòng %d", "%s, round %d", env.OfficeName(c.Office), c.No), 1)
			p.Text(st.Text, "  "+strings.TrimPrefix(env.Say("%s · trắng %s · không hợp lệ %s",
				"%s · blank %s · spoiled %s", lang.Both(said("votes")), lang.Both(said("blank")),
				lang.Both(said("spoiled"))), " · "), 2)
		}
		p.Text(st.Accent, "  → "+said("result"), 2)
		if c.Round != nil {
			for _, n := range c.Round.Notes {
				p.Text(st.Warn, "  ! "+n.In(env.Lang), 1)
			}
		}
	}
}
