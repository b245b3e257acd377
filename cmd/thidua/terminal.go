package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"thidua/tui"
	"thidua/tui/paint"
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
		left := func() {
			if o.Left != nil {
				o.Left(session.Stand())
			}
		}
		if !plainly {
			return session, left
		}
		plain := tui.NewPlain(session, a.given.out)
		return plain, func() {
			plain.Close()
			left()
		}
	})
}

// interact runs an interface until the person leaves or the run is told to end. Afterwards the terminal is as before.
// Where it is plain no picture is drawn. The model is made for the time it runs; end is called afterwards.
func (a *app) interact(ctx context.Context, plainly bool,
	begin func(context.Context) (model tea.Model, end func())) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	tty := newConsole(a.given, plainly)
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

// program runs a model as a picture, or without one. The library runs the model; what is to be seen is drawn by a
// screen of our own, at once and only when there is something new.
func (a *app) program(ctx context.Context, model tea.Model, tty *console) error {
	w, h := tty.size()
	profile := colorprofile.Detect(a.given.out, os.Environ())
	var screen *paint.Screen
	if !tty.plain {
		screen = paint.NewScreen(a.given.out, profile, w, h)
		model = screen.Model(model)
	}
	var program *tea.Program
	var began sync.Once
	// Signals are the run's: two handlers of one signal would wait for each other.
	program = tea.NewProgram(model, tea.WithContext(ctx), tea.WithInput(nil), tea.WithOutput(io.Discard),
		tea.WithoutRenderer(), tea.WithoutSignalHandler(), tea.WithWindowSize(w, h), tea.WithColorProfile(profile),
		tea.WithFilter(func(_ tea.Model, msg tea.Msg) tea.Msg {
			began.Do(func() { go stopClock(program) })
			if m, ok := msg.(tea.RawMsg); ok && tty.plain {
				_, _ = io.WriteString(a.given.out, paint.Raw(m))
			}
			return msg
		}))
	if screen != nil {
		screen.Begin()
		defer screen.Leave()
	}
	unread := make(chan error, 1)
	stopReading, err := readKeys(ctx, typed(a.given.in), program, func(err error) {
		unread <- err
		program.Kill()
	})
	if err != nil {
		return err
	}
	defer stopReading()
	defer attended(program, tty, screen)()
	_, err = program.Run()
	if screen != nil && err != nil && screen.Fault() != "" {
		err = fmt.Errorf("%w: %s", err, screen.Fault())
	}
	select {
	case lost := <-unread:
		return lost
	default:
		return err
	}
}

// stopClock ends the ticks of the library's renderer, which is switched off: a laptop that shows a meeting for hours
// has nothing to do while nobody does anything.
func stopClock(program *tea.Program) { _ = program.ReleaseTerminal() }
