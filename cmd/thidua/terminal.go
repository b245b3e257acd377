package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"thidua/tui"
)

// needTerminal refuses to draw where nobody could see it. Lines of text may go anywhere, such as through tee to a file
// and a voice: only keys have to come from a terminal then.
func (a *app) needTerminal(plainly bool) error {
	in, inOK := a.given.in.(*os.File)
	out, outOK := a.given.out.(*os.File)
	if inOK && term.IsTerminal(in.Fd()) && (plainly || outOK && term.IsTerminal(out.Fd())) {
		return nil
	}
	return errors.New(
		a.say("lệnh này cần một cửa sổ dòng lệnh (terminal); không có cửa sổ thì dùng standings, log, apply",
			"this command needs a terminal; without one use standings, log and apply"))
}

// leaving is how long the interface may take to leave the terminal once the run is told to end. A terminal that takes
// no output any more, as behind a dead connection, must not keep the record open.
const leaving = 3 * time.Second

// screen runs a meeting's session until the person leaves or the run is told to end.
func (a *app) screen(ctx context.Context, m tui.Meeting, plainly bool, o tui.Options) error {
	return a.interact(ctx, plainly, func(ctx context.Context) (model tea.Model, end func()) {
		session := tui.New(ctx, m, o)
		if !plainly {
			return session, func() {}
		}
		plain := tui.NewPlain(session, a.given.out)
		return plain, plain.Close
	})
}

// interact runs an interface until the person leaves or the run is told to end. Afterwards the terminal is as before.
// Where it is plain no picture is drawn. The model is made for the time it runs; end is called afterwards.
func (a *app) interact(ctx context.Context, plainly bool,
	begin func(context.Context) (model tea.Model, end func())) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	tty := newKeyboard(a.given, plainly)
	defer tty.restore()
	tty.raw()
	ended := make(chan error, 1)
	go func() {
		defer func() { // what comes before the library looks after faults
			if r := recover(); r != nil {
				ended <- fmt.Errorf("%v\n%s", r, debug.Stack())
			}
		}()
		model, end := begin(ctx)
		err := a.program(ctx, model, tty)
		end()
		ended <- err
	}()
	err, over := error(nil), false
	select {
	case err = <-ended:
		over = true
	case <-ctx.Done():
	}
	if !over {
		select {
		case err = <-ended:
		case <-time.After(leaving):
		}
	}
	if err == nil || errors.Is(err, tea.ErrInterrupted) || errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		return nil
	}
	return fmt.Errorf("%s: %w",
		a.text("màn hình dừng đột ngột; các quyết định đã ghi vẫn còn",
			"the screen stopped; what was recorded is safe"), err)
}

// program runs a model as a picture, or without one.
func (a *app) program(ctx context.Context, model tea.Model, tty *keyboard) error {
	// Signals are the run's: two handlers of one signal would wait for each other.
	opts := []tea.ProgramOption{tea.WithContext(ctx), tea.WithInput(typed(a.given.in)), tea.WithOutput(a.given.out),
		tea.WithFPS(120), tea.WithoutSignalHandler()}
	if tty.plain {
		opts = append(opts, tea.WithoutRenderer())
	}
	program := tea.NewProgram(model, opts...)
	defer suspendable(program, tty)()
	_, err := program.Run()
	tty.usualCursor()
	return err
}

// keyboard is the terminal that keys come from, with the state in which it was found.
type keyboard struct {
	plain bool // no picture is drawn: the library leaves the terminal alone, and keys would wait for the end of a line
	out   io.Writer
	fd    uintptr
	state *term.State // nil: it is no terminal
}

func newKeyboard(given stdio, plainly bool) *keyboard {
	k := &keyboard{plain: plainly, out: given.out}
	if f, ok := given.in.(*os.File); ok && term.IsTerminal(f.Fd()) {
		k.fd = f.Fd()
		k.state, _ = term.GetState(k.fd)
	}
	return k
}

// raw has each key come by itself and none shown, where the library does not see to it.
func (k *keyboard) raw() {
	if k.plain && k.state != nil {
		_, _ = term.MakeRaw(k.fd)
	}
}

// usualCursor gives the cursor the shape that the person chose, which the library forgets where it was a block.
func (k *keyboard) usualCursor() {
	if !k.plain {
		_, _ = io.WriteString(k.out, ansi.SetCursorStyle(0))
	}
}

// restore puts the terminal back as it was found.
func (k *keyboard) restore() {
	if k.state != nil {
		_ = term.Restore(k.fd, k.state)
	}
}
