package roll

import (
	"thidua/data/view"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// Speak says who is present for the unit under the cursor, and whether those present are enough.
func (s *Screen) Speak(env screen.Env) string {
	switch {
	case s.entry != nil:
		return s.entry.prompt.Speak(env.Lang)
	case s.choosing:
		return env.Say("Bắt đầu phiên nào? Điểm danh lại từ đầu.", "Which sitting begins? The roll is called anew.")
	}
	present, members := env.Snap.Present(), len(env.Snap.Units())
	need, met := env.Snap.Quorum()
	enough := lang.Text{VI: "đủ", EN: "a quorum"}
	if !met {
		enough = lang.Sayf("thiếu %d", "%d short", need-present)
	}
	return env.Say("%s; dòng %s; %d trên %d đơn vị có mặt, %s", "%s; line %s; %d of %d units present, %s",
		s.said(env), s.list.Spoken(), present, members, enough)
}

// said is what the cursor is on.
func (s *Screen) said(env screen.Env) string {
	here, u := s.here(), s.unit(env)
	g, guest := s.guest(env)
	switch {
	case guest && g.There:
		return env.Say("khách mời %s: có mặt", "the guest %s: present", g)
	case guest:
		return env.Say("khách mời %s: vắng %s", "the guest %s: absent %s", g, g.Reason)
	case here.of == guests:
		return env.Say("khách mời, %s", "guests, %s", people(len(env.Snap.Guests(env.Snap.Running()))))
	case here.of == tellers && here.person != "":
		return env.Say("tổ kiểm phiếu: %s", "teller: %s", here.person)
	case here.of == tellers:
		return env.Say("tổ kiểm phiếu, %s", "tellers, %s", people(len(env.Snap.Running().Tellers)))
	}
	said := u.Name() + ": " + here.person
	if here.person != "" {
		post, reason := post(env, here)
		if post != "" {
			said += ", " + post
		}
		if reason != "" {
			said += env.Say(", vắng: %s", ", absent: %s", reason)
		}
		return said
	}
	a := env.Snap.Attendance(env.Snap.Running())[here.unit]
	switch {
	case u.Present():
		said += env.Say("có mặt, %s", "present, %s", people(len(u.People())))
	case a.Reason != "":
		said += env.Say("vắng: %s", "absent: %s", a.Reason)
	default:
		_, _, word := standing(env, u, a)
		said += word
	}
	if !u.HasSheet() {
		said += ", " + view.NoSheet(u).In(env.Lang)
	}
	if a.Mandate != "" {
		said += env.Say(", ủy quyền: %s", ", mandate: %s", a.Mandate)
	}
	return said
}

// people is how many people there are.
func people(n int) lang.Text { return lang.Count(n, "người", "person", "people") }

// terminals is how many terminals there are.
func terminals(n int) lang.Text { return lang.Count(n, "máy", "terminal", "terminals") }
