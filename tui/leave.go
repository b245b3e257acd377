package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/screen"
)

// voidWithin is how long leaving waits for the record to say that the open vote is void: a disk that never answers
// keeps nobody here. What it does not say then, the next start does.
const voidWithin = 3 * time.Second

// leave ends the session. If the host goes while ballots come in they are lost: the record says first that the vote is
// void.
func (m *Model) leave() tea.Cmd {
	o := m.live.Opening()
	void := scoring.Void{Reason: m.env().Say("máy chủ thoát khi đang lấy phiếu", "the host left while it was open")}
	switch f := m.follow.floor; {
	case o == nil || f == nil || m.opts.Who != nil || m.mode != screen.Live:
		return tea.Quit
	case f.Poll != nil:
		void = f.Poll.Void(void.Reason)
	case f.Box != nil:
		void = f.Box.Void(void.Reason)
	}
	if void.Opened != o.Decision.Seq {
		return tea.Quit
	}
	p := meeting.Proposal{By: m.opts.By, Acts: []scoring.Act{void}}
	return func() tea.Msg {
		said := make(chan struct{})
		go func() {
			defer close(said)
			_, _ = m.meeting.Propose(context.WithoutCancel(m.ctx), p) // the next start names what is not on record
		}()
		select {
		case <-said:
		case <-time.After(voidWithin):
		}
		return tea.Quit()
	}
}
