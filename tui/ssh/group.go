package ssh

import (
	"context"
	"runtime/debug"
	"slices"
	"sync"

	"github.com/charmbracelet/colorprofile"

	"thidua/data/meeting"
	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// look is all that the picture of somebody who follows depends on. Those of one look share one rendering.
type look struct {
	w, h    int
	lang    lang.Lang
	theme   kit.ThemeName
	profile colorprofile.Profile
	role    meeting.Role
	unit    string // only while the units vote: who has voted sees that; else empty
}

// group is the people who follow with one look, and their picture.
type group struct {
	look
	hub *hub

	drawing sync.Mutex // held while the picture is made: by one worker at a time
	model   Screen
	end     context.CancelFunc // ends the model

	mu      sync.Mutex
	newest  *frame // nil until there is one
	whole   []byte // the newest frame as a whole, made when somebody needs it
	wholeN  uint64
	broken  bool // the picture could not be made
	waiting bool // in the hub's queue
	viewers map[*viewer]struct{}
}

// viewer is one person's place in a group.
type viewer struct {
	group *group
	wake  chan struct{} // there is a newer frame, or none can be made
	shown uint64        // the frame on the person's screen; 0 for none. Only the person's own session touches it.
}

// next gives the bytes that bring a person's screen up to the newest frame: the difference where it is only one behind,
// the whole picture otherwise. ok is false where no picture can be made.
func (v *viewer) next() (b []byte, ok bool) {
	g := v.group
	g.mu.Lock()
	defer g.mu.Unlock()
	f := g.newest
	switch {
	case f == nil:
		return nil, !g.broken
	case v.shown == f.n:
		return nil, true
	case v.shown+1 == f.n && v.shown > 0:
		b = f.step
	default:
		if g.wholeN != f.n {
			g.whole, g.wholeN = paintAll(f.lines, g.profile), f.n
		}
		b = g.whole
	}
	v.shown = f.n
	return b, true
}

// forget makes the next picture a whole one.
func (v *viewer) forget() { v.shown = 0 }

// render makes the newest picture. A model that fails is thrown away; people keep the picture they have, and the next
// change finds a new model.
func (g *group) render(d *pen) {
	g.drawing.Lock()
	defer g.drawing.Unlock()
	defer func() {
		if r := recover(); r != nil {
			g.hub.log.Error("picture failed", "panic", r, "stack", string(debug.Stack()))
			g.drop()
			g.show(d, nil)
		}
	}()
	if g.idle() {
		return
	}
	if g.model == nil {
		ctx, end := context.WithCancel(g.hub.ctx)
		g.end = end
		g.model = g.hub.view(ctx, g.look)
		g.model.Resize(g.w, g.h)
	}
	g.model.Refresh()
	g.show(d, fit(g.model.Lines(), g.w, g.h))
}

// show makes lines the newest frame and wakes the people; nil says that there are none. The caller holds drawing, so
// that nobody else makes frames meanwhile.
func (g *group) show(d *pen, lines []string) {
	g.hub.rendered.Add(1)
	old := g.newest
	var f *frame
	switch {
	case lines == nil:
	case old == nil:
		f = &frame{n: 1, lines: lines}
	default:
		step := d.step(old.lines, lines, g.profile)
		if step == nil {
			return
		}
		f = &frame{n: old.n + 1, lines: lines, step: step}
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if f != nil {
		g.newest, g.broken = f, false
	} else {
		g.broken = old == nil
	}
	for v := range g.viewers {
		v.nudge()
	}
}

func (v *viewer) nudge() {
	select {
	case v.wake <- struct{}{}:
	default: // awake already
	}
}

// drop throws the model away. The caller holds drawing.
func (g *group) drop() {
	if g.end != nil {
		g.end()
	}
	g.model, g.end = nil, nil
}

func (g *group) idle() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return len(g.viewers) == 0
}

func (g *group) size() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return len(g.viewers)
}

// largest puts groups in the order in which they are drawn: where most people wait, first.
func largest(groups []*group) {
	sizes := make(map[*group]int, len(groups))
	for _, g := range groups {
		sizes[g] = g.size()
	}
	slices.SortFunc(groups, func(a, b *group) int { return sizes[b] - sizes[a] })
}
