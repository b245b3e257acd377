package tui

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// suggestionKeys shows what is suggested, to those who may record it.
func (m *Model) suggestionKeys() []kit.Binding {
	if m.follow.floor == nil || !m.opts.Who.Decides(overlay.Suggestible) {
		return nil
	}
	b := kit.Binding{Action: doSuggestions, Keys: kit.Named(screen.KeySuggestions), Shown: screen.KeySuggestions,
		Label: lang.Text{VI: "đề nghị", EN: "suggestions"},
		Help: lang.Sayf("xem đề nghị của các thành viên, %s để ghi",
			"what reviewers suggest; %s records it", kit.KeyTake)}
	if n := len(overlay.Waiting(m.follow.floor)); n > 0 {
		b.Weight, b.Label = 96, lang.Sayf("%d đề nghị", "%d suggested", n)
	} else {
		b.Off = lang.Text{VI: "không có đề nghị nào", EN: "nothing is suggested"}
	}
	return []kit.Binding{b}
}

// recordSuggested puts a suggestion on record, with its author, who is told. Again means it whatever has changed since
// it was made.
func (m *Model) recordSuggested(s meeting.Suggestion, again bool) tea.Cmd {
	room, who := m.opts.Room, m.opts.Who
	seen := s.Seen
	if again {
		seen = m.live.Seq()
	}
	m.busy++
	by := meeting.AtSuggestion(m.opts.By, s.Who.Name).In(m.opts.Lang)
	p := meeting.Proposal{By: by, Who: who, Acts: s.Acts, Seen: seen}
	return func() tea.Msg {
		snap, err := m.meeting.Propose(m.ctx, p)
		if err == nil {
			room.Answer(who, s.ID, true)
		}
		return recordedMsg{snap: snap, err: err}
	}
}

// suggest sends what a reviewer typed to those who may decide it.
func (m *Model) suggest(acts []scoring.Act, seen int) {
	err := m.opts.Room.Suggest(m.opts.Who, acts, seen)
	m.answer(err)
	if err != nil {
		m.note = note{text: lang.Sayf("✗ CHƯA GỬI: %s", "✗ NOT SENT: %s", meeting.Say(err)), alarm: true}
		return
	}
	m.note = note{good: true,
		text: lang.Text{VI: "✓ đã gửi đề nghị tới chủ tọa và thư ký", EN: "✓ sent to the chair and the secretary"}}
}

// answered tells a reviewer what became of a suggestion.
func (m *Model) answered(a meeting.Suggestion) {
	if a.Taken {
		m.note = note{good: true,
			text: lang.Sayf("✓ đề nghị của bạn đã được ghi: %s",
				"✓ your suggestion was recorded: %s", lang.Both(overlay.Words(m.overlayEnv(), a)))}
		return
	}
	m.note = note{text: lang.Sayf("đề nghị của bạn không được nhận: %s",
		"your suggestion was declined: %s", lang.Both(overlay.Words(m.overlayEnv(), a)))}
}
