package tui

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/tui/screen"
)

// leave ends the session. If the host goes while ballots come in they are lost: the record says first that the vote is
// void. Where other hosts take them too nothing is lost.
func (m *Model) leave() tea.Cmd {
	if m.live.Opening() == nil || m.follow.floor == nil || m.opts.Who != nil || m.mode != screen.Live ||
		m.live.Ballots != meeting.InRoom {
		return tea.Quit
	}
	by, reason := m.opts.By, m.env().Say("máy chủ thoát khi đang lấy phiếu", "the host left while it was open")
	return func() tea.Msg {
		m.opts.Room.VoidOpen(m.meeting, by, reason)
		return tea.Quit()
	}
}
