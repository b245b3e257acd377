package tui

import (
	"fmt"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"
)

// slowMsg says that a decision is not on disk yet after as long as people wait for any key. Its answer is still to
// come.
type slowMsg struct{ answer tea.Cmd }

// oneFrame is how long nobody notices that nothing has happened yet: so long nothing is said of the disk, which most
// often has answered by then. A terminal is drawn once for a decision and not twice.
const oneFrame = time.Second / 60

// patiently is a command that first says that it takes long, where it does.
func patiently(work func() tea.Msg) tea.Cmd {
	return func() tea.Msg {
		answer := make(chan tea.Cmd, 1)
		go func() {
			defer func() {
				if r := recover(); r != nil { // the command fails of it, and whoever runs that is told
					failed := fmt.Sprintf("%v\n%s", r, debug.Stack())
					answer <- func() tea.Msg { panic(failed) }
				}
			}()
			msg := work()
			answer <- func() tea.Msg { return msg }
		}()
		wait := time.NewTimer(oneFrame)
		defer wait.Stop()
		select {
		case a := <-answer:
			return a()
		case <-wait.C:
			return slowMsg{func() tea.Msg { return (<-answer)() }}
		}
	}
}
