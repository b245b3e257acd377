package record

import (
	"strings"

	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// room is the decision under the cursor for the back row: of whom, at what, from what to what, why, and by whom it was
// put on record. Of a ballot it says no more than the record does.
func (s *Screen) room(env screen.Env, area kit.Rect) []kit.Placed {
	e, ok := s.decision(env)
	if !ok || e.Act.Kind() == scoring.KindInvite || e.Act.Kind() == scoring.KindRevoke { // who comes in, and how
		return env.Blank(area)
	}
	st, p, x := env.Styles, kit.NewCanvas(area), enlarge(env, e, area)
	for range max((p.H-x.height())/2, 0) {
		p.Blank()
	}
	p.Centred(st.Title, env.Say("QUYẾT ĐỊNH SỐ %d · %s", "DECISION %d · %s", e.Seq,
		lang.Both(strings.ToUpper(decision.Name(e.Act.Kind()).In(env.Lang)))))
	p.Blank()
	centred(p, st.Accent, x.name)
	centred(p, st.Strong, x.about)
	centred(p, st.Strong, x.figures)
	if by, gone := env.Snap.Withdrawn(e.Seq); gone {
		centred(p, st.Warn, []string{env.Say("ĐÃ ĐƯỢC HOÀN TÁC BỞI QUYẾT ĐỊNH SỐ %d", "UNDONE BY DECISION %d", by)})
	}
	centred(p, st.Text, x.foot)
	p.Centred(st.Text, env.Say("%s · người ghi: %s", "%s · recorded by %s", e.At.Format("15:04 02/01/2006"), e.By))
	return []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}
}

// enlarged is a decision in parts: whom it is about, at what, from what to what, and its sentence with the ballots.
type enlarged struct{ name, about, figures, foot []string }

// around is what stands above and below the parts, and between them.
const around = 6

func (x enlarged) height() int {
	return len(x.name) + len(x.about) + len(x.figures) + len(x.foot) + around
}

// enlarge lays a decision out, the sentence first: nothing of it is cut where there is room.
func enlarge(env screen.Env, e meeting.Entry, area kit.Rect) (x enlarged) {
	const margin = 4
	w := area.W - margin
	x.foot = kit.Wrap(decision.Sentence(&env.Snap.State, e.Decision).In(env.Lang), w, area.H/2)
	for _, list := range view.WhoVoted(&env.Snap.State, e.Act) {
		x.foot = append(x.foot, kit.Wrap(env.In(list), w, 2)...)
	}
	if to := placeOf(env, e.Act); to.Node >= 0 {
		n := &env.Snap.Rulebook().Criteria[to.Node]
		x.about = kit.Wrap(n.Code+"  "+n.Title, w, 2)
	}
	from, to, changes := decision.Change(&env.Snap.State, e.Decision)
	if left := area.H - x.height() - 2; changes && left > 3 {
		x.figures = fromTo(env, from, to, w, left)
	}
	if name := subject(env, e.Act); name != "" {
		x.name = kit.Large(strings.ToUpper(name), w, min(area.H-x.height()-1, area.H/3))
	}
	return x
}

// centred adds lines in the middle, and a blank one below them.
func centred(p *kit.Canvas, st kit.Style, lines []string) {
	for _, line := range lines {
		p.Centred(st, line)
	}
	if len(lines) > 0 {
		p.Blank()
	}
}

// fromTo draws from what to what as large as there is room for: figures where both are numbers, letters spaced out
// where they are words.
func fromTo(env screen.Env, from, to lang.Text, w, h int) []string {
	was, is := number(from.In(env.Lang)), number(to.In(env.Lang))
	if drawn := kit.FromTo(was, is, w); drawn != nil && len(drawn) <= h {
		return drawn
	}
	return kit.Wrap(strings.ToUpper(from.In(env.Lang)+" → "+to.In(env.Lang)), w, 2)
}

// number is a value without the word behind it: figures need none.
func number(said string) string {
	n, _, _ := strings.Cut(said, " ")
	if strings.HasSuffix(said, "%") {
		n += "%"
	}
	return n
}

// subject is whom a decision is about: a unit, or the unit of what an undo takes back; empty where it is about no one.
func subject(env screen.Env, a scoring.Act) string {
	if to := placeOf(env, a); to.Unit >= 0 {
		return env.Snap.Units()[to.Unit].Name()
	}
	if v, ok := a.(scoring.Vote); ok {
		return view.Capital(v.Unit)
	}
	return ""
}
