package ssh

import (
	"context"
	"log/slog"
	"runtime"
	"sync"
	"sync/atomic"

	"thidua/tui/paint"
)

// renderer keeps the views, and the screens of those who are alone, and has their pictures drawn, by no more workers
// than there are processors: each change makes each of them wait for its turn once, however many changes there are
// meanwhile.
type renderer struct {
	ctx       context.Context
	log       *slog.Logger
	newScreen func(context.Context, viewKey) Screen

	rendered atomic.Int64 // pictures made so far

	mu      sync.Mutex
	views   map[viewKey]*view
	alone   map[*own]struct{}
	queue   []drawn
	waiting map[drawn]struct{} // what is in the queue
	drawing int                // workers that are at it
	ready   sync.Cond          // the queue has grown, or the renderer has ended
	ended   bool
}

// drawn is what the workers draw: a view, or the screen of one person who looks around alone.
type drawn interface {
	render(*paint.Pen)
	people() int // how many wait for it
}

func newRenderer(ctx context.Context, log *slog.Logger, make func(context.Context, viewKey) Screen) *renderer {
	r := &renderer{ctx: ctx, log: log, newScreen: make, views: map[viewKey]*view{},
		alone: map[*own]struct{}{}, waiting: map[drawn]struct{}{}}
	r.ready.L = &r.mu
	for range max(runtime.GOMAXPROCS(0), 1) {
		go r.work()
	}
	context.AfterFunc(ctx, func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.ended = true
		r.ready.Broadcast()
	})
	return r
}

// work draws what is in the queue until the renderer ends.
func (r *renderer) work() {
	var p paint.Pen
	for {
		r.mu.Lock()
		for len(r.queue) == 0 && !r.ended {
			r.ready.Wait()
		}
		if r.ended {
			r.mu.Unlock()
			return
		}
		v := r.queue[0]
		r.queue = r.queue[1:]
		delete(r.waiting, v) // before it is drawn: what changes meanwhile is drawn again
		r.drawing++
		r.mu.Unlock()
		v.render(&p)
		r.mu.Lock()
		r.drawing--
		r.mu.Unlock()
	}
}

// changed has everything drawn anew.
func (r *renderer) changed() {
	r.mu.Lock()
	defer r.mu.Unlock()
	all := make([]drawn, 0, len(r.views)+len(r.alone))
	for _, v := range r.views {
		all = append(all, v)
	}
	for o := range r.alone {
		all = append(all, o)
	}
	largest(all)
	for _, v := range all {
		r.enqueue(v)
	}
}

// include has a screen of somebody's own drawn anew whenever something changes, until it is excluded.
func (r *renderer) include(o *own) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.alone[o] = struct{}{}
}

// exclude forgets a screen of somebody's own.
func (r *renderer) exclude(o *own) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.alone, o)
}

// enqueue puts what is to be drawn in the queue once. The caller holds mu.
func (r *renderer) enqueue(v drawn) {
	if _, waits := r.waiting[v]; waits {
		return
	}
	r.waiting[v] = struct{}{}
	r.queue = append(r.queue, v)
	r.ready.Signal()
}

// join gives a person a place in the view of a key. The picture comes when the viewer wakes.
func (r *renderer) join(k viewKey) *viewer {
	r.mu.Lock()
	defer r.mu.Unlock()
	v := r.views[k]
	if v == nil {
		v = &view{viewKey: k, renderer: r, viewers: map[*viewer]struct{}{}}
		r.views[k] = v
	}
	w := &viewer{view: v, wake: make(chan struct{}, 1)}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.viewers[w] = struct{}{}
	if v.newest != nil {
		w.nudge()
	} else {
		r.enqueue(v)
	}
	return w
}

// leave gives a place up. With the last one the view ends.
func (r *renderer) leave(w *viewer) {
	v := w.view
	r.mu.Lock()
	v.mu.Lock()
	delete(v.viewers, w)
	last := len(v.viewers) == 0
	v.mu.Unlock()
	if last && r.views[v.viewKey] == v {
		delete(r.views, v.viewKey)
	}
	r.mu.Unlock()
	if last {
		v.drawing.Lock()
		defer v.drawing.Unlock()
		if v.idle() {
			v.drop()
		}
	}
}
