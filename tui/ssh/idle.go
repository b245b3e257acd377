package ssh

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// idleWatch notices when somebody who looked around follows again and has touched nothing for a while.
type idleWatch struct {
	idle   time.Duration
	needed func() bool
	over   <-chan struct{} // closed with the session: what waits longer would keep all of it in memory
	turn   int
}

// idleMsg comes when nothing was touched for a while; turn says since when, rounds how often it came.
type idleMsg struct{ turn, rounds int }

// noteRounds is for how many of them something said to a person stays on screen.
const noteRounds = 3

// update looks at the model after a message. done is true where it can go back to the shared picture.
func (w *idleWatch) update(s Screen, msg tea.Msg) (cmd tea.Cmd, done bool) {
	times := 0
	switch m := msg.(type) {
	case idleMsg:
		if m.turn != w.turn {
			return nil, false // something was touched since
		}
		times = m.rounds
		if times >= noteRounds && s.Following() {
			s.Hush()
		}
		if s.Following() && s.Quiet() && !w.needed() {
			return nil, true
		}
	default:
		if !isInput(msg) {
			return nil, false
		}
	}
	w.turn++
	again := idleMsg{w.turn, times + 1}
	return func() tea.Msg {
		t := time.NewTimer(w.idle)
		defer t.Stop()
		select {
		case <-t.C:
		case <-w.over:
		}
		return again
	}, false
}
