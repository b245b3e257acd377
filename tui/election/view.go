package election

import (
	"slices"
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// headLines is how many lines stand above the first count.
const headLines = 4

// Widths of the list of candidates.
const (
	nameWidth  = 20
	boxWidth   = 8
	widest     = 200
	historyMin = 30 // cells for who held the office when, beside the candidates
	barLeft    = 2 + nameWidth + boxWidth
	mostEach   = 6 // cells of a ballot
)

// View draws the election under way, or who was elected; beside it, where there is room, who held the office when, and
// the rules.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	area := kit.Rect{X: body.X, Y: body.Y, W: min(body.W, widest), H: body.H}
	r, open := race(env)
	if env.Projector && s.large() {
		return s.projected(env, r, open, body)
	}
	left, right := sides(env, area)
	s.alone = !right.Shown()
	v := s.round(env, r, open, left)
	if right.Shown() {
		v.Parts = append(v.Parts, kit.Placed{Rect: right, Lines: beside(env, r, open, right)})
	}
	return v
}

// round is the round under way, or who was elected, and below that the rounds that are over.
func (s *Screen) round(env screen.Env, r scoring.Race, open bool, area kit.Rect) (v screen.View) {
	p := kit.NewCanvas(area)
	s.elected(env, p)
	if open {
		v.Cursor = s.underWay(env, p, r)
	}
	p.Blank()
	s.rounds(env, p)
	v.Parts = []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}
	return v
}

// underWay is the round that is counted: the counts, the box, the draw, or what else is typed.
func (s *Screen) underWay(env screen.Env, p *kit.Canvas, r scoring.Race) (cursor *screen.Cursor) {
	st := env.Styles
	step := env.Say("vòng %d", "round %d", len(r.Rounds)+1)
	if len(r.Tied) > 0 {
		step = env.Say("bốc thăm", "lots")
	}
	p.Text(st.Title,
		strings.ToUpper(env.Say("Bầu %s · %s · %d đơn vị có mặt",
			"Election of the %s · %s · %d units present", env.OfficeName(r.Office), step, env.Snap.Present())), 1)
	counted := len(r.Tied) == 0 && s.naming == nil && (s.missing == nil || s.sent)
	b := boxOpen(env, r)
	if counted && (b == nil || s.papers && env.Who.Decides(scoring.KindBallot)) {
		s.mark(env, p, r)
	}
	for len(p.Lines) < headLines {
		p.Blank()
	}
	switch {
	case b != nil && !env.Who.Decides(scoring.KindBallot):
		s.ballot.Draw(env, p, ballot.Units(env, b))
	case b != nil && s.papers:
		p.Text(st.Warn, env.Say("PHIẾU GIẤY, nhiều nhất %d phiếu", "PAPERS, at most %d",
			b.Missing(&env.Snap.State)+b.Paper()), 1)
		s.candidates(env, p, r)
	case b != nil:
		s.counting(env, p, b)
	case len(r.Tied) > 0:
		cursor = s.draw(env, p, r)
	case s.naming != nil:
		cursor = s.naming.draw(env, p)
	case s.missing != nil && !s.sent:
		s.missing.Draw(env, p)
	default:
		s.candidates(env, p, r)
		s.conclusion(env, p, r)
	}
	return cursor
}

// each is how many cells a ballot has in a bar, on a line of so many cells.
func (s *Screen) each(env screen.Env, w int) int {
	rest := 0
	if s.alone {
		rest = max(w/3, historyMin)
	}
	return max(min((w-barLeft-rest)/max(env.Snap.Present(), 1), mostEach), 1)
}

// needed is how many votes elect in the round that is counted, if all present vote; 0 where that cannot be said.
func needed(env screen.Env, r scoring.Race) int {
	if len(r.Candidates) == 0 || env.Snap.Present() == 0 {
		return 0
	}
	all := scoring.Ballot{Office: r.Office,
		Votes: map[string]int{env.Snap.Units()[r.Candidates[0]].Name(): env.Snap.Present()}}
	next, err := scoring.Apply(env.Snap.State, scoring.Decision{Act: all})
	if err != nil {
		return 0
	}
	after, _ := next.Race(r.Office)
	return after.Rounds[len(after.Rounds)-1].Needed
}

// mark is the mark of the votes that elect, above the bars.
func (s *Screen) mark(env screen.Env, p *kit.Canvas, r scoring.Race) {
	n := needed(env, r)
	if n == 0 {
		return
	}
	said := env.Say("▼ cần %d", "▼ %d needed", n)
	left := min(barLeft+n*s.each(env, p.W)-1, p.W-kit.Width(said))
	p.Add(kit.NewRow(p.W).Gap(left).Put(env.Styles.Strong, said).String())
}

// elected names who has been elected so far.
func (s *Screen) elected(env screen.Env, p *kit.Canvas) {
	st := env.Styles
	row := kit.NewRow(p.W)
	for _, o := range env.Snap.Elections() {
		row.Put(st.Title, strings.ToUpper(env.OfficeName(o).In(env.Lang))+" ")
		if unit, how, ok := env.Snap.Elected(o); ok {
			row.Put(st.Good, "✓ ").Put(st.Strong, env.Snap.Units()[unit].Name()).
				Put(st.Text, " ("+view.HowElected(how).In(env.Lang)+")")
		} else {
			row.Put(st.Text, env.Say("chưa bầu", "not elected yet"))
		}
		row.Gap(4)
	}
	p.Add(row.String())
	p.Blank()
}

// candidates are the counts being typed, with who held the office when; on two lines each where there is room.
func (s *Screen) candidates(env screen.Env, p *kit.Canvas, r scoring.Race) {
	const conclusion = 4 // what the round comes to is always below
	height, below := 1, conclusion
	if len(r.Rounds) > 0 {
		below += min(roundLines(r), p.Room()/3)
	}
	if p.Room()-below >= 2*len(s.counts) {
		height = 2
	}
	s.list.Place(p.Rest(conclusion), height)
	p.Add(s.list.Draw(env.Styles, func(c *kit.Canvas, i int, here bool) {
		c.Add(s.count(env, r, i, here, c.W, true))
		if height > 1 {
			c.Add(s.count(env, r, i, here, c.W, false))
		}
	})...)
}

// count is one line of a count: the first with its name, number, and who held the office when.
func (s *Screen) count(env screen.Env, r scoring.Race, i int, here bool, w int, first bool) string {
	st, row := env.Styles, kit.NewRow(w)
	candidate := i < len(r.Candidates)
	name, pointer, box := st.Text, "  ", st.Strong
	if candidate {
		name = st.Strong
	}
	if here {
		name, pointer, box = st.Accent, "› ", st.Edit
	}
	if first {
		row.Put(st.Accent, pointer).Left(name, s.label(env, r, i).In(env.Lang), nameWidth)
		row.Put(box, "["+kit.Right(s.counts[i].Text(), boxWidth-4)+"]").Gap(2)
	} else {
		row.Gap(barLeft)
	}
	if !candidate {
		return row.String()
	}
	cells, present := s.each(env, w), env.Snap.Present()
	bar := st.Strong
	if here {
		bar = st.Accent
	}
	votes := min(s.number(i), present)
	row.Put(bar, kit.Line("█", votes*cells)).Put(st.Rule, kit.Line("░", (present-votes)*cells)).Gap(2)
	if first && s.alone {
		row.Put(st.Text, s.history(env, r.Office, r.Candidates[i]))
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
		p.Text(st.Text, env.Say("Thư ký kiểm phiếu.", "The secretary counts."), 1)
	case typed == 0:
		p.Text(st.Text,
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

// roundLines is how many lines the rounds of a race take.
func roundLines(r scoring.Race) (n int) {
	for i := range r.Rounds {
		n += voted(r.Rounds[i]) + 5
	}
	return n
}

// voted is how many candidates of a round have votes.
func voted(r scoring.Round) (n int) {
	for _, votes := range r.Ballot.Votes {
		if votes > 0 {
			n++
		}
	}
	return n
}

// rounds are the rounds counted so far, the newest first where there is no room for all, each as bars where there is
// room, with what came of it.
func (s *Screen) rounds(env screen.Env, p *kit.Canvas) {
	st, t := env.Styles, view.Rounds(&env.Snap.State, env.Lang)
	for i, c := range view.Counts(&env.Snap.State) {
		said := func(id string) string { return t.At(i, id).Text }
		if c.Round != nil {
			p.Text(st.Title, strings.ToUpper(env.Say("%s, vòng %d", "%s, round %d", env.OfficeName(c.Office), c.No)), 1)
			papers := env.Say("trắng %s · không hợp lệ %s", "blank %s · spoiled %s", said("blank"), said("spoiled"))
			if p.Room() > voted(*c.Round)+4 {
				bars(env, p, c)
				p.Text(st.Text, "  "+papers, 1)
			} else {
				p.Text(st.Text, "  "+strings.TrimPrefix(said("votes")+" · "+papers, " · "), 2)
			}
		}
		p.Text(st.Strong, "→ "+said("result"), 3)
		if c.Round != nil {
			s.notes(env, p, c)
		}
	}
}

// notes are the warnings of a round: once the election is over, those about the unit elected.
func (s *Screen) notes(env screen.Env, p *kit.Canvas, c view.Counted) {
	for _, n := range c.Round.Notes {
		unit, _, over := env.Snap.Elected(c.Office)
		if !over || strings.Contains(n.In(env.Lang), env.Snap.Units()[unit].Name()) {
			p.Text(env.Styles.Warn, "! "+n.In(env.Lang), 1)
		}
	}
}

// bars draws a round that is over: the candidates who have votes.
func bars(env screen.Env, p *kit.Canvas, c view.Counted) {
	r, _ := env.Snap.Race(c.Office)
	b := ballot.BarsOf(env, r, *c.Round)
	b.Votes = slices.DeleteFunc(b.Votes, func(t scoring.Tally) bool { return t.Votes == 0 })
	if c.No != len(r.Rounds) {
		b.Elected = -1
	}
	b.Draw(env, p, 1, false)
}
