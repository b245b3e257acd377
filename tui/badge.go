package tui

import (
	"strings"
	"time"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// What a session shows of how it stands to the room, and the key that changes it.

// followKeys is the one key to leave and to come back.
func (m *Model) followKeys() []kit.Binding {
	if m.follow.floor == nil || m.env().Leads() {
		return nil
	}
	b := kit.Binding{Action: doFollow, Keys: kit.Named(screen.KeyFollow), Shown: screen.KeyFollow, Weight: 92,
		Label: lang.Text{VI: "theo chủ tọa", EN: "follow the chair"},
		Help:  lang.Text{VI: "đến nơi chủ tọa đang xem, và đi theo", EN: "go where the chair is, and follow"}}
	if m.follow.on {
		b.Weight, b.Label, b.Help = 20, lang.Text{VI: "xem riêng", EN: "look around"},
			lang.Text{VI: "thôi theo chủ tọa; mọi phím di chuyển cũng vậy",
				EN: "stop following the chair; so does every key that moves"}
	}
	switch {
	case m.held():
		b.Off = heldText()
	case !m.follow.floor.Led:
		b.Off = lang.Text{VI: "chưa có ai điều hành", EN: "nobody leads yet"}
	}
	return []kit.Binding{b}
}

// badge says how the session stands to the room, as long as there is room for it; the longest that fits.
func (m *Model) badge(space int) badge {
	for _, b := range m.badges() {
		if kit.Width(b.text) <= space {
			return b
		}
	}
	return badge{}
}

type badge struct {
	text  string
	style kit.Style
}

// badges are the ways to say it, longest first.
func (m *Model) badges() []badge {
	f, st, env := m.follow.floor, m.styles, m.env()
	if m.opts.Looks != nil && !m.projector {
		return m.looking()
	}
	if m.projector {
		return nil
	}
	wall := m.wallBadges()
	if f == nil {
		return wall
	}
	waiting := len(f.Suggestions)
	if env.Leads() {
		people := lang.Count(len(f.Here), "máy cùng xem", "terminal", "terminals").In(env.Lang)
		copies, wrong := m.standbyBadge()
		if wrong {
			return []badge{copies}
		}
		if copies.text != "" {
			people += " ·" + strings.TrimRight(copies.text, " ")
		}
		if waiting == 0 {
			for i := range wall {
				wall[i].text += "· " + people + " "
			}
			return append(wall, badge{" " + people + " ", st.Dim})
		}
		suggested := env.Say(" ✉ %d đề nghị · %s ", " ✉ %d suggested · %s ", waiting, screen.KeySuggestions)
		return []badge{{suggested + "· " + people + " ", st.Here}, {suggested, st.Here}}
	}
	all := m.standing()
	if waiting > 0 && m.opts.Who.Decides(overlay.Suggestible) {
		var both []badge
		for _, b := range all {
			both = append(both,
				badge{env.Say(" ✉ %d đề nghị · %s ·", " ✉ %d suggested · %s ·", waiting,
					screen.KeySuggestions) + b.text,
					st.Here})
		}
		short := all[len(all)-1]
		all = append(both, badge{env.Say(" ✉ %d ·", " ✉ %d ·", waiting) + short.text, st.Here}, short)
	}
	return all
}

// looking are the ways to say that the meeting is only looked on at, and whether what is new can be read.
func (m *Model) looking() []badge {
	env := m.env()
	if m.opts.Looks.Lost() != nil {
		return m.badgesOf(m.styles.Alarm,
			env.Say("CHỈ XEM · không đọc được tệp", "LOOKING ON · the file cannot be read"),
			env.Say("CHỈ XEM · ✗", "LOOKING ON · ✗"))
	}
	return m.badgesOf(m.styles.Here, env.Say("CHỈ XEM", "LOOKING ON"))
}

// standing are the ways to say how a session that does not lead stands to the one who does, longest first. The shortest
// still says whether it follows, and who it is: role and unit.
func (m *Model) standing() []badge {
	f, st, env := m.follow.floor, m.styles, m.env()
	name := m.guestName()
	switch {
	case !f.Away.IsZero():
		away := env.Say("chủ tọa vắng %d s", "chair away %d s", max(int(m.now().Sub(f.Away)/time.Second), 0))
		return m.badgesOf(st.Alarm, name+" · "+away, m.sign()+" "+name)
	case m.follow.on && !m.follow.behind:
		on := "◉ " + m.followed()
		ways := []string{name + " · " + on, env.Say("◉ theo · ", "◉ following · ") + name}
		if next := f.Next(&m.live.State); next != "" && f.Stand.Screen == string(screen.Review) {
			ways = append([]string{ways[0] + env.Say(" · tiếp theo: %s", " · next: %s", next)}, ways...)
		}
		return m.badgesOf(st.Good, append(ways, m.narrow("◉ "+name)...)...)
	case !f.Led:
		return m.badgesOf(st.Dim, name)
	}
	alone, where := env.Say("○ xem riêng", "○ on your own"), m.whereLed()
	ways := []string{name + " · " + alone + " · " + where, alone + " · " + name + " · " + m.whereLedShort(),
		alone + " · " + name}
	return m.badgesOf(st.Warn, append(ways, m.narrow("○ "+name)...)...)
}

// narrow is a way to say something that is only for narrow windows: it has no word for whether the session follows.
func (m *Model) narrow(way string) []string {
	if m.w >= narrowWindow {
		return nil
	}
	return []string{way}
}

// narrowWindow is how wide a window must be, in cells, for words in its badge.
const narrowWindow = 60

// badgesOf are ways to say something, each with a little room around it.
func (m *Model) badgesOf(style kit.Style, ways ...string) (out []badge) {
	for _, text := range ways {
		out = append(out, badge{" " + text + " ", style})
	}
	return out
}

// guestName is who the person is here: role and unit.
func (m *Model) guestName() string {
	env := m.env()
	w := m.opts.Who
	if w == nil {
		return env.Say("khách", "guest")
	}
	name := w.Role.Name().In(env.Lang)
	if w.Unit != "" {
		name += " " + w.Unit
	}
	return name
}

// sign is whether the session follows, in one character.
func (m *Model) sign() string {
	if m.follow.on && !m.follow.behind {
		return "◉"
	}
	return "○"
}

// followed is whom the session follows. A second chair is told who leads: it is not that chair.
func (m *Model) followed() string {
	env, leader := m.env(), m.follow.floor.Leader
	if w := m.opts.Who; w.Leads() && leader != nil && !m.follow.floor.Hosted {
		return env.Say("theo %s đang điều hành", "following %s, who leads", leader.Name)
	}
	return env.Say("theo chủ tọa", "following")
}

// whereLedShort is how far the one who leads is, where the two can be compared; else on which screen.
func (m *Model) whereLedShort() string {
	env := m.env()
	if n, ok := m.follow.floor.Behind(&m.live.State, m.stand()); ok && n > 0 {
		return env.Say("cách chủ tọa %d mục", "%d items from the chair", n)
	}
	return m.whereLed()
}

// whereLed is where the one who leads is, and how far from here.
func (m *Model) whereLed() string {
	f, env := m.follow.floor, m.env()
	where := ""
	for _, t := range m.screens {
		if string(t.id) == f.Stand.Screen {
			where = t.Title().In(env.Lang)
		}
	}
	if f.Stand.Unit >= 0 && f.Stand.Unit < len(m.live.Units()) {
		where += " " + m.live.Units()[f.Stand.Unit].Name()
	}
	if f.Stand.Node >= 0 && f.Stand.Node < len(m.live.Rulebook().Criteria) {
		where += " " + m.live.Rulebook().Criteria[f.Stand.Node].Code
	}
	if n, ok := f.Behind(&m.live.State, m.stand()); ok && n > 0 {
		where += env.Say(", cách %d mục", ", %d items away", n)
	}
	return env.Say("chủ tọa: %s", "chair: %s", strings.TrimSpace(where))
}
