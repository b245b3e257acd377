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
	firm  bool           // it cannot be left: what it writes is written
	says  chan lang.Text // how far it is: the newest; nil: it does not say
	n     int
	leave context.CancelFunc
}

// tell says how far the work is. It never waits for the screen.
func (w *work) tell(t lang.Text) {
	select {
	case <-w.says:
	default:
	}
	w.says <- t
}

// farMsg is how far work is; it is zero where there is no more to say.
type farMsg struct {
	n    int
	what lang.Text
}

// listen waits for what the work says next.
func (w *work) listen() tea.Cmd {
	if w.says == nil {
		return nil
	}
	says, n := w.says, w.n
	return func() tea.Msg { return farMsg{n, <-says} }
}

// far takes how far work is.
func (m *Model) far(msg farMsg) tea.Cmd {
	if m.work == nil || msg.n != m.work.n || msg.what.IsZero() {
		return nil
	}
	m.work.what = msg.what
	return m.work.listen()
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
	do, n, says := w.do, w.n, w.says
	return tea.Batch(func() tea.Msg {
		out := safely(ctx, do)
		if says != nil {
			close(says)
		}
		return doneMsg{n, out}
	}, w.listen())
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
