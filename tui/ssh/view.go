package ssh

import (
	"context"
	"runtime/debug"
	"slices"
	"sync"

	"github.com/charmbracelet/colorprofile"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/paint"
)

// viewKey is all that the picture of somebody who follows depends on. Those of one key share one rendering.
type viewKey struct {
	w, h    int
	lang    lang.Lang
	theme   kit.ThemeName
	profile colorprofile.Profile
	signs   kit.SignSet
	role    scoring.Role
	unit    string // only while the units vote: who has voted sees that; else empty
}

// frame is a shared picture, and how it came from the one before.
type frame struct {
	n       uint64 // counted from 1
	picture *paint.Picture
	step    []byte // what turns frame n-1 into this one; nil for the first
}

// view is the people who follow with one key, and their picture.
type view struct {
	viewKey
	renderer *renderer

	drawing sync.Mutex // held while the picture is made: by one worker at a time
	model   Screen
	end     context.CancelFunc // ends the model

	mu      sync.Mutex
	newest  *frame // nil until there is one
	whole   []byte // the newest frame as a whole, made when somebody needs it
	wholeN  uint64
	broken  bool // the picture could not be made
	viewers map[*viewer]struct{}
}

// viewer is one person's place in a view.
type viewer struct {
	view  *view
	wake  chan struct{} // there is a newer frame, or none can be made
	shown uint64        // the frame on the person's screen; 0 for none. Only the person's own session touches it.
}

// next gives the bytes that bring a person's screen up to the newest frame: the difference where it is only one behind,
// the whole picture otherwise. ok is false where no picture can be made.
func (w *viewer) next() (b []byte, ok bool) {
	v := w.view
	v.mu.Lock()
	defer v.mu.Unlock()
	f := v.newest
	switch {
	case f == nil:
		return nil, !v.broken
	case w.shown == f.n:
		return nil, true
	case w.shown+1 == f.n && w.shown > 0:
		b = f.step
	default:
		if v.wholeN != f.n {
			v.whole, v.wholeN = new(paint.Pen).Whole(f.picture, v.terminal(), false), f.n
		}
		b = v.whole
	}
	w.shown = f.n
	return b, true
}

// woken gives when there is something new to see; nil never has.
func (w *viewer) woken() <-chan struct{} {
	if w == nil {
		return nil
	}
	return w.wake
}

// forget makes the next picture a whole one.
func (w *viewer) forget() { w.shown = 0 }

// render makes the newest picture. A model that fails is thrown away; people keep the picture they have, and the next
// change finds a new model.
func (v *view) render(p *paint.Pen) {
	v.drawing.Lock()
	defer v.drawing.Unlock()
	defer func() {
		if r := recover(); r != nil {
			v.renderer.log.Error("picture failed", "panic", r, "stack", string(debug.Stack()))
			v.drop()
			v.show(p, nil)
		}
	}()
	if v.idle() {
		return
	}
	if v.model == nil {
		ctx, end := context.WithCancel(v.renderer.ctx)
		v.end = end
		v.model = v.renderer.newScreen(ctx, v.viewKey)
		v.model.Resize(v.w, v.h)
	}
	v.model.Refresh()
	now := paint.Of(v.model.View(), v.w, v.h)
	now.Cursor = nil // those who follow have none
	v.show(p, now)
}

// terminal is what those of one key have in front of them. What one of them knows better, others need not.
func (v *view) terminal() paint.Terminal { return paint.Terminal{Profile: v.profile} }

// show makes a picture the newest frame and wakes the people; nil says that there is none. The caller holds drawing, so
// that nobody else makes frames meanwhile.
func (v *view) show(p *paint.Pen, now *paint.Picture) {
	v.renderer.rendered.Add(1)
	old := v.newest
	var f *frame
	switch {
	case now == nil:
	case old == nil:
		f = &frame{n: 1, picture: now}
	default:
		step := p.Step(old.picture, now, v.terminal())
		if step == nil {
			return
		}
		f = &frame{n: old.n + 1, picture: now, step: step}
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if f != nil {
		v.newest, v.broken = f, false
	} else {
		v.broken = old == nil
	}
	for w := range v.viewers {
		w.nudge()
	}
}

func (w *viewer) nudge() {
	select {
	case w.wake <- struct{}{}:
	default: // awake already
	}
}

// drop throws the model away. The caller holds drawing.
func (v *view) drop() {
	if v.end != nil {
		v.end()
	}
	v.model, v.end = nil, nil
}

func (v *view) idle() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return len(v.viewers) == 0
}

// people is how many share it.
func (v *view) people() int {
	v.mu.Lock()
	defer v.mu.Unlock()
	return len(v.viewers)
}

// largest puts what is to be drawn in the order in which they are drawn: where most people wait, first.
func largest(all []drawn) {
	sizes := make(map[drawn]int, len(all))
	for _, v := range all {
		sizes[v] = v.people()
	}
	slices.SortFunc(all, func(a, b drawn) int { return sizes[b] - sizes[a] })
}
