package tui

import (
	"thidua/data/meeting"
	"thidua/scoring/lang"
)

// What the one who leads is shown of the machines that keep a copy of the record (meeting.Standby).

// standbyBadge says how the standby stands that is worst off: lost, late, in step; the zero badge where there is none.
// alarm reports whether something is wrong.
func (m *Model) standbyBadge() (b badge, alarm bool) {
	f, env := m.follow.floor, m.env()
	if f == nil || len(f.Standbys) == 0 || !env.Leads() {
		return badge{}, false
	}
	worst := f.Standbys[0]
	for _, s := range f.Standbys[1:] {
		if rank(s) > rank(worst) {
			worst = s
		}
	}
	switch rank(worst) {
	case 2:
		return badge{env.Say(" ✗ mất máy dự phòng từ %s ", " ✗ standby lost since %s ",
			worst.Gone.Format("15:04")), m.styles.Alarm}, true
	case 1:
		return badge{env.Say(" … dự phòng chậm từ %s ", " … standby behind since %s ",
			worst.Late.Format("15:04")), m.styles.Warn}, true
	}
	return badge{env.Say(" ✓ dự phòng ", " ✓ standby "), m.styles.Dim}, false
}

// rank is how badly a standby stands.
func rank(s meeting.Standby) int {
	switch {
	case !s.Gone.IsZero():
		return 2
	case !s.Late.IsZero():
		return 1
	}
	return 0
}

// hearStandbys says when a standby has come, was lost, or has gone, to the one who leads.
func (m *Model) hearStandbys(was, is *meeting.Floor) {
	if !m.env().Leads() || m.note.alarm && m.note.about != ofStandby || m.ahead.stays {
		return
	}
	before := map[string]meeting.Standby{}
	for _, s := range was.Standbys {
		before[s.Name] = s
	}
	for _, s := range is.Standbys {
		old, known := before[s.Name]
		delete(before, s.Name)
		switch {
		case (!known || !old.Gone.IsZero()) && s.Gone.IsZero():
			m.note = note{good: true, about: ofStandby,
				text: lang.Sayf("✓ %s đang giữ bản sao", "✓ %s keeps a copy", s.Name)}
		case known && old.Gone.IsZero() && !s.Gone.IsZero():
			m.note = note{alarm: true, about: ofStandby,
				text: lang.Sayf("✗ mất %s: bản sao ở đó có đến quyết định số %d",
					"✗ %s is lost: the copy there goes up to decision %d", s.Name, s.Has)}
		}
	}
	for name := range before {
		m.note = note{about: ofStandby,
			text: lang.Sayf("%s đã thôi giữ bản sao", "%s does not keep a copy any more", name)}
	}
}
