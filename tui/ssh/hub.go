package ssh

import (
	"context"
	"log/slog"
	"runtime"
	"sync"
	"sync/atomic"
)

// hub keeps the groups and has their pictures drawn, by no more workers than there are processors: each change makes
// every group wait for its turn once, however many changes there are meanwhile.
type hub struct {
	ctx  context.Context
	log  *slog.Logger
	view func(context.Context, look) Screen

	rendered atomic.Int64 // pictures made so far

	mu      sync.Mutex
	groups  map[look]*group
	queue   []*group
	drawing int       // workers that are at it
	ready   sync.Cond // the queue has grown, or the hub has ended
	ended   bool
}

func newHub(ctx context.Context, log *slog.Logger, view func(context.Context, look) Screen) *hub {
	h := &hub{ctx: ctx, log: log, view: view, groups: map[look]*group{}}
	h.ready.L = &h.mu
	for range max(runtime.GOMAXPROCS(0), 1) {
		go h.work()
	}
	context.AfterFunc(ctx, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.ended = true
		h.ready.Broadcast()
	})
	return h
}

// work draws what is in the queue until the hub ends.
func (h *hub) work() {
	var d pen
	for {
		h.mu.Lock()
		for len(h.queue) == 0 && !h.ended {
			h.ready.Wait()
		}
		if h.ended {
			h.mu.Unlock()
			return
		}
		g := h.queue[0]
		h.queue = h.queue[1:]
		g.waiting = false // before it is drawn: what changes meanwhile is drawn again
		h.drawing++
		h.mu.Unlock()
		g.render(&d)
		h.mu.Lock()
		h.drawing--
		h.mu.Unlock()
	}
}

// changed has every group drawn anew.
func (h *hub) changed() {
	h.mu.Lock()
	defer h.mu.Unlock()
	groups := make([]*group, 0, len(h.groups))
	for _, g := range h.groups {
		groups = append(groups, g)
	}
	largest(groups)
	for _, g := range groups {
		h.enqueue(g)
	}
}

// enqueue puts a group in the queue once. The caller holds mu.
func (h *hub) enqueue(g *group) {
	if g.waiting {
		return
	}
	g.waiting = true
	h.queue = append(h.queue, g)
	h.ready.Signal()
}

// join gives a person a place in the group of a look. The picture comes when the viewer wakes.
func (h *hub) join(l look) *viewer {
	h.mu.Lock()
	defer h.mu.Unlock()
	g := h.groups[l]
	if g == nil {
		g = &group{look: l, hub: h, viewers: map[*viewer]struct{}{}}
		h.groups[l] = g
	}
	v := &viewer{group: g, wake: make(chan struct{}, 1)}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.viewers[v] = struct{}{}
	if g.newest != nil {
		v.nudge()
	} else {
		h.enqueue(g)
	}
	return v
}

// leave gives a place up. With the last one the group ends.
func (h *hub) leave(v *viewer) {
	g := v.group
	h.mu.Lock()
	g.mu.Lock()
	delete(g.viewers, v)
	last := len(g.viewers) == 0
	g.mu.Unlock()
	if last && h.groups[g.look] == g {
		delete(h.groups, g.look)
	}
	h.mu.Unlock()
	if last {
		g.drawing.Lock()
		defer g.drawing.Unlock()
		if g.idle() {
			g.drop()
		}
	}
}
