package ssh

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"sync"

	tea "charm.land/bubbletea/v2"

	"thidua/tui/paint"
)

// own is the screen of one person who looks around alone: a group of one that takes keys. It has no goroutine of its
// own. The session's brings what is typed and sends the pictures, those of commands bring their answers, and the
// renderer's workers bring what has changed in the meeting.
type own struct {
	log   *slog.Logger
	term  *terminal
	after func(Screen, tea.Msg) (tea.Cmd, bool) // looks at the model after a message; true: it is not needed any more
	ended chan error                            // why it has ended; holds one
	stop  context.CancelFunc
	said  *lines        // what is heard of it; nil: it is drawn
	wake  chan struct{} // there is a newer picture; holds one

	drawing sync.Mutex // held while the model works, and guards it with what follows
	model   Screen
	size    size // of its picture: the terminal's, or as much of it as there is room for
	over    bool

	mu     sync.Mutex
	newest *paint.Picture

	pen   paint.Pen // of the session's goroutine, with the picture that the terminal shows
	shown *paint.Picture
}

// What a screen of somebody's own ends for, but for leaving (nil) and failing (errFailed).
var errFollows = errors.New("the person follows again")

// begin makes the first picture. What the model would wait for by itself comes with refreshes.
func (o *own) begin() {
	o.work(func() { _ = o.model.Init() })
}

// take gives the model what was typed, or what a command has answered.
func (o *own) take(msgs ...tea.Msg) {
	o.work(func() {
		for _, msg := range msgs {
			if z, ok := msg.(tea.WindowSizeMsg); ok {
				o.size = size{z.Width, z.Height}
			}
			model, cmd := o.model.Update(msg)
			if s, ok := model.(Screen); ok {
				o.model = s
			}
			o.run(cmd)
			cmd, done := o.after(o.model, msg)
			o.run(cmd)
			if done {
				o.end(errFollows)
				return
			}
		}
	})
}

// render brings the model up to the meeting. It is the workers'.
func (o *own) render(*paint.Pen) {
	o.work(func() { o.model.Refresh() })
}

// people is how many look at it.
func (o *own) people() int { return 1 }

// work has the model do something, and makes the picture that follows.
func (o *own) work(f func()) {
	o.drawing.Lock()
	defer o.drawing.Unlock()
	if o.over {
		return
	}
	guard(o.log, "screen", o.fail, func() {
		f()
		if o.said != nil {
			return
		}
		now := paint.Of(o.model.View(), o.size.w, o.size.h)
		o.mu.Lock()
		o.newest = now
		o.mu.Unlock()
		select {
		case o.wake <- struct{}{}:
		default:
		}
	})
}

// run carries a command out, and brings its answer.
func (o *own) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go guard(o.log, "command", o.fail, func() {
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			for _, c := range msg {
				o.run(c)
			}
		case tea.QuitMsg:
			o.end(nil)
		case tea.RawMsg:
			_, _ = o.term.Write([]byte(paint.Raw(msg))) // of who has gone the session hears elsewhere
		default:
			o.take(msg)
		}
	})
}

// end has the session take the terminal back; the first reason counts.
func (o *own) end(why error) {
	select {
	case o.ended <- why:
	default:
	}
}

func (o *own) fail() { o.end(errFailed) }

// close ends the model, at the latest when what it says has been written.
func (o *own) close() {
	o.drawing.Lock()
	defer o.drawing.Unlock()
	o.over = true
	o.stop()
	if c, ok := o.model.(io.Closer); ok {
		_ = c.Close()
	}
}

// woken gives when there is a newer picture; nil never has one.
func (o *own) woken() <-chan struct{} {
	if o == nil {
		return nil
	}
	return o.wake
}

// isOver gives why it has ended; nil has no end.
func (o *own) isOver() <-chan error {
	if o == nil {
		return nil
	}
	return o.ended
}

// next is what brings a terminal of a size up to the newest picture.
func (o *own) next(t paint.Terminal, all size) []byte {
	o.mu.Lock()
	now := o.newest
	o.mu.Unlock()
	was := o.shown
	o.shown = now
	switch {
	case now == nil:
		return nil
	case was == nil || was.W != now.W || was.H != now.H:
		return o.pen.Whole(now, t, all != size{now.W, now.H})
	}
	return o.pen.Step(was, now, t)
}
