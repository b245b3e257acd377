package ceremony

import (
	"fmt"
	"slices"
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Widths of the board that fills up.
const (
	rankGap   = 3
	nameWidth = 26
	awardGap  = 4
	bigWidth  = 100 // from this width on, totals may be five lines high
	midWidth  = 70  // and from this one on, three
)

// announce shows the step that was revealed last: places on the board, an award or an officer on a card of its own, and
// at the end the whole board.
func (s *Screen) announce(env screen.Env, p *kit.Canvas) {
	if s.shown > 0 {
		switch step := s.steps[s.shown-1]; step.Kind {
		case scoring.RevealAward, scoring.RevealOfficer:
			s.card(env, p, step)
			s.hint(env, p)
			return
		}
	}
	s.stage(env, p)
	s.hint(env, p)
}

// hint tells the presenter what comes next, where that was asked for: this may be the screen that the room sees.
func (s *Screen) hint(env screen.Env, p *kit.Canvas) {
	if env.Projector || !s.hinted || !env.Leads() || s.shown == len(s.steps) {
		return
	}
	for p.Room() > 1 {
		p.Blank()
	}
	p.Text(env.Styles.Dim,
		env.Say("chỉ chủ tọa thấy · bước %d/%d · tiếp theo: %s",
			"only you see this · step %d/%d · next: %s", s.shown, len(s.steps), s.words(env, s.steps[s.shown])), 1)
}

// shape is how the board is drawn so that all units are on screen.
type shape struct {
	size                     kit.FigureSize
	height                   int // lines for each unit
	left, rank, total, award int // cells
	name                     int
	banners                  bool // names are as large as the figures
	places                   view.Places
}

// shaped makes the figures as large as there is room for.
func (s *Screen) shaped(env screen.Env, t scoring.Table, p *kit.Canvas) shape {
	widest, most := "", 0
	sh := shape{places: view.PlacesOf(t, env.Lang)}
	for i, x := range t.All() {
		if n := sh.places.Measured(i); kit.Width(n) > kit.Width(widest) {
			widest = n
		}
		most = max(most, x.Rank)
	}
	const around = 5 // title, officers, hint
	const barest = 2 // of these: a title, and what is said below
	each := (p.H - around) / t.Len()
	switch {
	case (each > kit.FigureBig.Height() || env.Projector && (p.H-barest)/t.Len() > kit.FigureBig.Height()) &&
		p.W >= bigWidth:
		sh.size, sh.height = kit.FigureBig, kit.FigureBig.Height()+1
	case each >= kit.FigureSmall.Height() && p.W >= midWidth:
		sh.size, sh.height = kit.FigureSmall, min(each, kit.FigureSmall.Height()+2)
	default:
		sh.height = max(min(each, 2), 1)
	}
	for _, a := range env.Snap.Rulebook().Awards {
		sh.award = max(sh.award, kit.Width(a.Short.In(env.Lang))+3)
	}
	for _, x := range t.All() {
		if len(x.Beside) > 0 {
			sh.award = max(sh.award, kit.Width(honours(env, append([]string{x.Award}, x.Beside...))))
		}
	}
	sh.rank = kit.Width(kit.Figures(fmt.Sprint(most), sh.size)[0])
	sh.total = kit.Width(kit.Figures(widest, sh.size)[0])
	sh.name = nameWidth
	sh.letter(env, p.W)
	sh.left = max((p.W-sh.rank-rankGap-sh.name-sh.total-awardGap-sh.award)/2, 1)
	return sh
}

// letter draws the names in letters as large as the figures, where there is room for each of them: the room looks for
// the name, and not for the number.
func (sh *shape) letter(env screen.Env, w int) {
	const between = 2
	widest := 0
	for _, u := range env.Snap.Units() {
		lines, ok := kit.Banner(u.Name(), 1)
		if !ok || len(lines) > sh.height {
			return
		}
		widest = max(widest, kit.Width(lines[0])+between)
	}
	if sh.rank+rankGap+widest+sh.total+awardGap+sh.award+1 <= w {
		sh.name, sh.banners = widest, true
	}
}

// named is the lines of a unit's name beside its figures: large where there is room, else spaced out on the middle one.
func (sh *shape) named(env screen.Env, unit int) []string {
	name := env.Snap.Units()[unit].Name()
	out := make([]string, sh.height)
	if !sh.banners {
		large := strings.ToUpper(name)
		if wide := kit.Spaced(large); sh.size != kit.FigurePlain && kit.Width(wide) < sh.name {
			large = wide
		}
		out[sh.size.Height()/2] = large
		return out
	}
	lines, _ := kit.Banner(name, 1)
	below := max(sh.size.Height()+1-len(lines), 0) // the dot below a letter stands below the figures' base line
	copy(out[min(below, sh.height-len(lines)):], lines)
	return out
}

// stage is the board filling up.
func (s *Screen) stage(env screen.Env, p *kit.Canvas) {
	st := env.Styles
	t := env.Snap.Standings(scoring.Agreed)
	sh := s.shaped(env, t, p)
	for range max((p.H-4-t.Len()*sh.height)/3, 0) {
		p.Blank()
	}
	p.Centred(st.Title,
		env.Say("KẾT QUẢ THI ĐUA · %s", "THE RESULTS · %s", strings.ReplaceAll(env.Snap.Year(), "-", "–")))
	if t.Len()*sh.height+4 < p.H {
		p.Blank()
	}
	for i := range t.Len() {
		s.place(env, p, sh, t.At(i))
	}
	if p.Room() > 2 {
		p.Blank()
	}
	if s.shown == 0 {
		return
	}
	if s.steps[s.shown-1].Kind != scoring.RevealAll {
		p.Centred(st.Strong, strings.ToUpper(s.words(env, s.steps[s.shown-1])))
		return
	}
	var names []string
	for _, o := range env.Snap.Rulebook().Election.Offices {
		if name, elected := env.Officer(o); elected {
			names = append(names, strings.ToUpper(fmt.Sprintf("%s: %s", env.OfficeName(o).In(env.Lang), name)))
		}
	}
	p.Centred(st.Good, strings.Join(names, "     "))
}

// revealed is what the room knows of a unit: its place, and which of its awards, the best first.
func (s *Screen) revealed(x scoring.Standing) (place bool, prizes []string) {
	for _, step := range s.steps[:s.shown] {
		switch step.Kind {
		case scoring.RevealPlace:
			place = place || step.Units[0] == x.Unit
		case scoring.RevealAward:
			if slices.Contains(step.Units, x.Unit) {
				prizes = append([]string{step.Award}, prizes...)
			}
		}
	}
	return place, prizes
}

// honours are awards in few words, behind the sign of the first.
func honours(env screen.Env, prizes []string) string {
	if len(prizes) == 0 {
		return ""
	}
	var names []string
	for _, id := range prizes {
		names = append(names, env.Snap.Rulebook().AwardName(id).In(env.Lang))
	}
	a, _ := env.Snap.Rulebook().Award(prizes[0])
	return a.Sign + "  " + strings.Join(names, " + ")
}

// place is one unit's part of the board: empty until it is revealed; the one about to be shown waits with dots.
func (s *Screen) place(env screen.Env, p *kit.Canvas, sh shape, x scoring.Standing) {
	st := env.Styles
	rank := kit.Figures(fmt.Sprint(x.Rank), sh.size)
	total := kit.Figures(sh.places.Measured(sh.places.Place(x.Unit)), sh.size)
	shown, prizes := s.revealed(x)
	next := !shown && s.shown < len(s.steps) && s.steps[s.shown].Kind == scoring.RevealPlace &&
		s.steps[s.shown].Units[0] == x.Unit
	style, sign := st.Text, ""
	if shown && s.steps[s.shown-1].Kind == scoring.RevealPlace && s.steps[s.shown-1].Units[0] == x.Unit {
		style = st.Accent
	}
	if len(prizes) > 0 {
		style, sign = awardStyle(env, prizes[0]), honours(env, prizes)
	}
	middle := len(total) / 2
	name := sh.named(env, x.Unit)
	for y := range sh.height {
		row := kit.NewRow(p.W).Gap(sh.left)
		if y < len(total) {
			row.Right(st.Dim, rank[y], sh.rank).Gap(rankGap)
		}
		switch {
		case shown:
			if y >= len(total) {
				row.Gap(sh.rank+rankGap).Left(style, name[y], sh.name)
				break
			}
			row.Left(style, name[y], sh.name).Right(style, total[y], sh.total)
			if y == middle {
				row.Gap(awardGap).Put(style, sign)
			}
		case y >= len(total):
		case next && y == middle:
			row.Put(st.Warn, "· · ·")
		}
		p.Add(row.String())
	}
}

// awardStyle is the style of an award.
func awardStyle(env screen.Env, id string) kit.Style {
	return env.Styles.Of(view.AwardClass(env.Snap.Rulebook(), id))
}
