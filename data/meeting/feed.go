package meeting

import (
	"context"
	"sync"
)

// feed shows the newest of something to any number of subscribers. It never waits for any of them: each has a channel
// of one, in which an older value that nobody has taken yet gives way. The zero value is ready.
type feed[T any] struct {
	mu     sync.Mutex
	newest T
	subs   map[chan T]struct{}
	over   bool
}

// now is the newest value.
func (f *feed[T]) now() T {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.newest
}

// subscribe gives a channel with the newest value, from now on until the context ends or the feed does; it is closed
// then.
func (f *feed[T]) subscribe(ctx context.Context) <-chan T {
	ch := make(chan T, 1)
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.over {
		close(ch)
		return ch
	}
	if f.subs == nil {
		f.subs = map[chan T]struct{}{}
	}
	ch <- f.newest
	f.subs[ch] = struct{}{}
	context.AfterFunc(ctx, func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		if _, ok := f.subs[ch]; ok {
			delete(f.subs, ch)
			close(ch)
		}
	})
	return ch
}

// change replaces the newest value by what is made of it, and shows it to everyone.
func (f *feed[T]) change(next func(T) T) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.newest = next(f.newest)
	for ch := range f.subs {
		select {
		case <-ch:
		default:
		}
		ch <- f.newest // there is room: only change sends, under the lock
	}
}

// end closes all channels.
func (f *feed[T]) end() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for ch := range f.subs {
		close(ch)
	}
	f.subs, f.over = nil, true
}
