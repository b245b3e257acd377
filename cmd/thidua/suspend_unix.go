//go:build unix

package main

import (
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
)

// suspendable has the program leave the terminal before it is stopped from outside (kill -TSTP), and come back to it
// when it goes on. The function it gives ends that.
func suspendable(program *tea.Program, tty *keyboard) (end func()) {
	s := &suspension{tty: tty, stop: make(chan os.Signal, 1)}
	over := make(chan struct{})
	signal.Notify(s.stop, syscall.SIGTSTP)
	go func() {
		for {
			select {
			case <-s.stop:
				program.Send(tea.Exec(s, func(error) tea.Msg { return tea.ResumeMsg{} })())
			case <-over:
				return
			}
		}
	}()
	return func() {
		signal.Stop(s.stop)
		close(over)
	}
}

// suspension is the time in which the process stands still. For the library it is a program that has the terminal.
type suspension struct {
	tty  *keyboard
	stop chan os.Signal
}

// stopping is how long a process may take to stop that has been told to.
const stopping = time.Second

// Run stops the process until it is told to go on.
func (s *suspension) Run() error {
	s.tty.usualCursor()
	if s.tty.plain {
		s.tty.restore()
		defer s.tty.raw()
	}
	goOn := make(chan os.Signal, 1)
	signal.Notify(goOn, syscall.SIGCONT)
	defer signal.Stop(goOn)
	if err := syscall.Kill(os.Getpid(), syscall.SIGSTOP); err != nil {
		return err
	}
	select { // the signal stops all threads, but this one may get here first
	case <-goOn:
	case <-time.After(stopping):
	}
	return nil
}

// SetStdin does nothing: the terminal is whoever's comes next.
func (s *suspension) SetStdin(io.Reader) {}

// SetStdout does nothing.
func (s *suspension) SetStdout(io.Writer) {}

// SetStderr does nothing.
func (s *suspension) SetStderr(io.Writer) {}
