package main

import (
	"os"

	"github.com/charmbracelet/x/term"
)

// console is the terminal that keys come from and pictures go to, with the state in which it was found.
type console struct {
	plain   bool // no picture is drawn
	in, out consoleEnd
}

// consoleEnd is one of the two streams of a terminal.
type consoleEnd struct {
	fd    uintptr
	state *term.State // nil: it is no terminal
}

func newConsole(given stdio, plainly bool) *console {
	return &console{plain: plainly, in: endOf(given.in), out: endOf(given.out)}
}

func endOf(stream any) (e consoleEnd) {
	if f, ok := stream.(*os.File); ok && term.IsTerminal(f.Fd()) {
		e.fd = f.Fd()
		e.state, _ = term.GetState(e.fd)
	}
	return e
}

// raw has each key come by itself and none shown.
func (c *console) raw() {
	if c.in.state == nil {
		return
	}
	_, _ = term.MakeRaw(c.in.fd)
	c.sequences()
}

// size is how large the terminal is, in cells; 0 where it does not know.
func (c *console) size() (w, h int) {
	if c.out.state == nil {
		return 0, 0
	}
	w, h, err := term.GetSize(c.out.fd)
	if err != nil {
		return 0, 0
	}
	return w, h
}

// restore puts the terminal back as it was found.
func (c *console) restore() {
	for _, e := range []consoleEnd{c.in, c.out} {
		if e.state != nil {
			_ = term.Restore(e.fd, e.state)
		}
	}
}
