package screen

import (
	"sync"

	"thidua/data/meeting"
)

// Shared is what many sessions of one meeting work out together: of its newest state each thing once, for whoever asks
// first. Pictures of different sizes have rows of one width in common, and all of them the figures. It may be used by
// any number of goroutines; its zero value is ready.
type Shared struct {
	mu  sync.Mutex
	of  *meeting.Snapshot
	all map[any]any
}

// Share is what is worked out of the state that is looked at, once for a key where sessions work together. A key is of
// a type that stands for one kind of result. Nobody may change a result.
func Share[T any](e Env, key any, work func() T) T {
	s := e.Shared
	if s == nil {
		return work()
	}
	if known, ok := s.known(e.Snap, key); ok {
		return known.(T)
	}
	result := work()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.of == e.Snap {
		if known, ok := s.all[key]; ok { // somebody else was faster
			return known.(T)
		}
		s.all[key] = result
	}
	return result
}

// known is a result of a state. A newer state than the others makes them forget the older.
func (s *Shared) known(snap *meeting.Snapshot, key any) (result any, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.of == nil || snap.Seq() > s.of.Seq() {
		s.of, s.all = snap, map[any]any{}
	}
	if s.of != snap {
		return nil, false
	}
	result, ok = s.all[key]
	return result, ok
}
