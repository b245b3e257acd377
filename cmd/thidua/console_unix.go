//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"thidua/tui/paint"
)

// sequences has nothing to do: terminals know them.
func (c *console) sequences() {}

// attended looks after what the terminal tells a program by signals: it has another size; the program leaves it before
// it is stopped from outside (kill -TSTP), and comes back when it goes on, also where it was stopped without a word.
// The function it gives ends that. The screen is nil where nothing is drawn.
func attended(program *tea.Program, tty *console, screen *paint.Screen) (end func()) {
	s := &suspension{tty: tty, screen: screen}
	stop, goOn, resize := make(chan os.Signal, 1), make(chan os.Signal, 1), make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTSTP)
	signal.Notify(goOn, syscall.SIGCONT)
	signal.Notify(resize, syscall.SIGWINCH)
	over := make(chan struct{})
	go func() {
		for {
			select {
			case <-stop:
				s.run()
				program.Send(tea.ResumeMsg{})
			case <-goOn:
				s.back()
			case <-resize:
			case <-over:
				return
			}
			w, h := tty.size()
			program.Send(tea.WindowSizeMsg{Width: w, Height: h})
		}
	}()
	return func() {
		for _, c := range []chan os.Signal{stop, goOn, resize} {
			signal.Stop(c)
		}
		close(over)
	}
}

// suspension is the time in which the process stands still.
type suspension struct {
	tty    *console
	screen *paint.Screen
}

// stopping is how long a process may take to stop that has been told to.
const stopping = time.Second

// run leaves the terminal and stops the process until it is told to go on.
func (s *suspension) run() {
	if s.screen != nil {
		s.screen.Pause()
	}
	s.tty.restore()
	defer s.back()
	goOn := make(chan os.Signal, 1)
	signal.Notify(goOn, syscall.SIGCONT)
	defer signal.Stop(goOn)
	if err := syscall.Kill(os.Getpid(), syscall.SIGSTOP); err != nil {
		return
	}
	select { // the signal stops all threads, but this one may get here first
	case <-goOn:
	case <-time.After(stopping):
	}
}

// back takes the terminal again.
func (s *suspension) back() {
	s.tty.raw()
	if s.screen != nil {
		s.screen.Resume()
	}
}
