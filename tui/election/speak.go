package election

import (
	"strings"

	"thidua/data/meeting"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ballot"
	"thidua/tui/screen"
)

// Asks says which round of which election it is.
func (s *Screen) Asks(env screen.Env) string {
	r, ok := race(env)
	if !ok {
		return ""
	}
	if len(r.Tied) > 0 {
		return r.Rounds[len(r.Rounds)-1].Sum.In(env.Lang)
	}
	said := env.Say("Bầu %s, vòng %d, %d đơn vị có mặt", "Election of the %s, round %d, %d units present",
		env.OfficeName(r.Office), len(r.Rounds)+1, env.Snap.Present())
	if s.papers && boxOpen(env, r) != nil {
		said += env.Say(", phiếu giấy", ", papers")
	}
	return said
}

// Speak says the count under the cursor and what the round comes to, the own ballot, the open box, the draw, or who was
// elected.
func (s *Screen) Speak(env screen.Env) string {
	r, ok := race(env)
	if !ok {
		return env.Say("đã bầu xong: %s", "all are elected: %s", lang.Both(strings.Join(officers(env), "; ")))
	}
	switch b := boxOpen(env, r); {
	case b != nil && !env.Who.Decides(scoring.KindBallot):
		return s.ballot.Speak(env, ballot.Units(env, b))
	case b != nil && !s.papers:
		return s.inBox(env, b)
	case b != nil:
		return s.line(env, r)
	case len(r.Tied) > 0:
		return s.drawn(env)
	case s.naming != nil:
		return s.naming.speak(env)
	case s.missing != nil && !s.sent:
		return s.missing.Speak(env)
	}
	return s.line(env, r) + s.comesTo(env, r)
}

// officers are those elected for the coming year, and how.
func officers(env screen.Env) (out []string) {
	for _, o := range env.Snap.Elections() {
		if unit, how, ok := env.Snap.Elected(o); ok {
			out = append(out, env.Say("%s %s (%s)", "%s %s (%s)", env.OfficeName(o),
				lang.Both(env.Snap.Units()[unit].Name()),
				view.HowElected(how)))
		}
	}
	return out
}

// line is the count under the cursor, which of how many, and of a unit when it held the office.
func (s *Screen) line(env screen.Env, r scoring.Race) string {
	i := s.list.Index()
	said := env.Say("%s: %d, dòng %s", "%s: %d, line %s", s.label(env, r, i), s.number(i), s.list.Spoken())
	if i < len(r.Candidates) {
		said += "; " + s.history(env, r.Office, r.Candidates[i])
	}
	return said
}

// comesTo is what the round comes to as it stands, or what is wrong with the counts.
func (s *Screen) comesTo(env screen.Env, r scoring.Race) string {
	if s.typed(r) == 0 {
		return ""
	}
	said := env.Say(". Đã đếm %d trên %d phiếu", ". %d of %d ballots counted", s.typed(r), env.Snap.Present())
	if n := s.outstanding(env, r); n > 0 {
		return said + "; " + ballot.Awaits(env, n)
	}
	sum, err := s.preview(env, r)
	if err != nil {
		return said + ". " + screen.Said(err).In(env.Lang)
	}
	return said + ". " + sum.In(env.Lang)
}

// inBox is the unit under the cursor while the box is open: whether it has voted, never how.
func (s *Screen) inBox(env screen.Env, b *meeting.Box) string {
	s.voters.Show(b.Voters())
	unit, _ := s.voters.Here()
	what, _ := inBox(env, b, unit)
	here, in := b.Among(&env.Snap.State)
	said := env.Say("%s: %s, %s; %d trên %d đơn vị đã bỏ phiếu kín",
		"%s: %s, %s; %d of %d units have cast a secret ballot", unit, what, s.voters.Spoken(), in, len(here))
	if n := b.Paper(); n > 0 {
		said += env.Say("; giấy: %d phiếu", "; on paper: %d", n)
	}
	if why := b.Uncounted(&env.Snap.State); !why.IsZero() {
		said += ". " + why.In(env.Lang)
	}
	return said
}

// drawn is how lots are drawn; while the draw is typed, who it is said to have fallen on and how it was done.
func (s *Screen) drawn(env screen.Env) string {
	if s.lots == nil {
		return env.Say("%s ghi kết quả chủ tọa bốc thăm; %s để chương trình rút thăm",
			"%s records what the chair drew; %s lets the program draw", keyLots, keyDraw)
	}
	unit, _ := s.lots.list.Here()
	return env.Say("Bốc thăm được %s, %s; %s", "Drawn: %s, %s; %s", lang.Both(env.Snap.Units()[unit].Name()),
		s.lots.list.Spoken(), lang.Both(s.lots.prompt.Speak(env.Lang)))
}
