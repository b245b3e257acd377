package start

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// outcome is what came of something that was done beside the page.
type outcome struct {
	then func(screen.Env) effect // what the page does with it
	drop func()                  // lets go of it where nobody waits any more; nil: there is nothing to let go of
}

// loading is something that is done beside the page.
type loading func(context.Context) outcome

// work is something that the page waits for. Esc leaves it.
type work struct {
	what  lang.Text // that is being done
	do    loading
	n     int
	leave context.CancelFunc
}

// doneMsg is what came of work, or of what was loaded beside (n is 0).
type doneMsg struct {
	n int
	outcome
}

// dropped says that what nobody waits for any more has been let go of.
type dropped struct{}

// start begins work.
func (m *Model) start(w *work) tea.Cmd {
	ctx, cancel := context.WithCancel(m.ctx)
	m.works++
	w.n, w.leave = m.works, cancel
	m.work = w
	return func() tea.Msg { return doneMsg{w.n, safely(ctx, w.do)} }
}

// load does something beside the page.
func (m *Model) load(do loading) tea.Cmd {
	ctx := m.ctx
	return func() tea.Msg { return doneMsg{0, safely(ctx, do)} }
}

// safely does something. A fault of the program is said on the page like any other failure: a window that closes by
// itself says nothing.
func safely(ctx context.Context, do loading) (out outcome) {
	defer func() {
		if r := recover(); r != nil {
			out = outcome{then: func(screen.Env) effect {
				return effect{open: newTrouble(lang.Sayf(
					"chương trình có lỗi ở đây: %v; điều đã ghi vẫn còn, hãy báo lỗi này",
					"the program has a fault here: %v; what is recorded is safe, please report this", fmt.Sprint(r)))}
			}}
		}
	}()
	return do(ctx)
}

// done takes what came of work.
func (m *Model) done(msg doneMsg) tea.Cmd {
	if msg.n != 0 {
		if m.work == nil || msg.n != m.work.n {
			return func() tea.Msg {
				if msg.drop != nil {
					msg.drop()
				}
				return dropped{}
			}
		}
		m.work.leave()
		m.work = nil
	}
	if msg.then == nil {
		return nil
	}
	return m.effect(msg.then(m.env()))
}

// leaveWork stops waiting.
func (m *Model) leaveWork() {
	m.work.leave()
	m.work = nil
	m.note = note{text: lang.Text{VI: "đã thôi", EN: "left"}}
}
