package screen

import (
	"sync"
	"testing"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/scoring"
)

// What is shared is worked out once for a state and a key; an older state than the newest is for whoever looks at it
// alone, and so is everything where nothing is shared.
func TestShare(t *testing.T) {
	s, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	first, err := scoring.Apply(scoring.State{}, scoring.Decision{Act: s.Begin})
	if err != nil {
		t.Fatal(err)
	}
	second, err := scoring.Apply(first, scoring.Decision{Act: scoring.Accept{Unit: first.Units()[0].Name()}})
	if err != nil {
		t.Fatal(err)
	}
	older, newer := &meeting.Snapshot{State: first}, &meeting.Snapshot{State: second}
	type name string
	worked := 0
	share := func(e Env, key name) int {
		return Share(e, key, func() int { worked++; return worked })
	}
	shared := &Shared{}
	a, b := Env{Snap: older, Shared: shared}, Env{Snap: newer, Shared: shared}
	for i, tt := range []struct {
		env  Env
		key  name
		want int
	}{{a, "x", 1}, {a, "x", 1}, {a, "y", 2}, {b, "x", 3}, {a, "x", 4}, {a, "x", 5}, {b, "x", 3},
		{Env{Snap: newer}, "x", 6}} {
		if got := share(tt.env, tt.key); got != tt.want {
			t.Errorf("%d: %d, want %d", i, got, tt.want)
		}
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 100 {
				if got := Share(b, name("z"), func() int { return 7 }); got != 7 {
					t.Error(got)
				}
			}
		})
	}
	all.Wait()
}
