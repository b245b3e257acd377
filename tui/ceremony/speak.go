package ceremony

import (
	"strings"

	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Speak says what was revealed last, and how far the ceremony has come; before that what is missing, where that is
// done, and whether it stands in the way.
func (s *Screen) Speak(env screen.Env) string {
	switch {
	case s.running && s.blank:
		return env.Say("màn hình trống; %s hiện lại", "the screen is blank; %s shows it again", keyBlank)
	case s.running:
		return s.revealedLast(env)
	case s.reopen != nil:
		return s.reopen.Speak(env.Lang)
	case env.Snap.Closed():
		return s.whenClosed(env)
	}
	it, left := s.list.Here()
	if !left {
		return env.Say("không còn việc nào; %s chốt cuộc họp", "nothing is missing; %s closes the meeting", keyClose)
	}
	when := env.Say("phải xong trước khi chốt", "must be done before closing")
	if !it.blocks {
		when = env.Say("nên xong trước khi công bố", "should be done before the results are announced")
	}
	said := env.Say("việc %s: %s; %s; %s để đến %s", "thing to do %s: %s; %s; %s goes to %s",
		s.list.Spoken(), it.what, when, keyGo, it.leads.Key())
	if len(env.Snap.Blockers()) == 0 {
		said += env.Say(". Chốt được: %s", ". The meeting can be closed: %s", keyClose)
	}
	return said
}

// revealedLast says the step that was revealed last; to who leads also the next one.
func (s *Screen) revealedLast(env screen.Env) string {
	said := env.Say("bắt đầu công bố", "the ceremony begins")
	if s.shown > 0 {
		said = s.words(env, s.steps[s.shown-1])
		if s.steps[s.shown-1].Kind == scoring.RevealAll {
			said += s.whole(env)
		}
	}
	said += env.Say("; bước %d trên %d", "; step %d of %d", s.shown, len(s.steps))
	if !env.Projector && env.Leads() && s.shown < len(s.steps) {
		said += env.Say(". Tiếp theo, chưa ai thấy: %s", ". Next, seen by nobody yet: %s",
			s.words(env, s.steps[s.shown]))
	}
	return said
}

// whole is the ranking that stands there at the end, from the first place, with the officers elected.
func (s *Screen) whole(env screen.Env) string {
	var said strings.Builder
	for i, x := range env.Snap.Standings(scoring.Agreed).All() {
		before := "; "
		if i == 0 {
			before = ": "
		}
		said.WriteString(before + s.words(env, scoring.Step{Kind: scoring.RevealPlace, Units: []int{x.Unit}}))
	}
	for _, o := range env.Snap.Rulebook().Election.Offices {
		if name, elected := env.Officer(o); elected {
			said.WriteString("; " + env.OfficeName(o).In(env.Lang) + " " + name)
		}
	}
	return said.String()
}

// whenClosed says that the meeting is closed, and whether its results can be announced.
func (s *Screen) whenClosed(env screen.Env) string {
	said := env.Say("cuộc họp đã chốt, %d quyết định, mã kiểm chứng %s",
		"the meeting is closed, %d decisions, fingerprint %s", env.Snap.Seq(), kit.Fingerprint(env.Snap.Fingerprint()))
	missing := env.Snap.Preflight()
	switch {
	case len(missing) > 0:
		said += env.Say(". Chưa thể công bố", ". The results cannot be announced yet")
		for _, m := range missing {
			said += "; " + m.What.In(env.Lang)
		}
	case !env.Leads():
		said += env.Say(". Đợi chủ tọa công bố", ". Waiting for the chair to announce the results")
	default:
		said += env.Say(". Thứ tự công bố: %s", ". Order of the ceremony: %s", ordered(s.order))
		said += env.Say("; %s đổi thứ tự, %s bắt đầu", "; %s changes it, %s begins", keyOrder, keyStart)
	}
	return said
}
