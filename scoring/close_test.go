package scoring

import (
	"errors"
	"strings"
	"testing"
)

// An award that hangs on a tie keeps the meeting open, by name, until the meeting has put the units in order.
func TestUndecidedAwardBlocksClosing(t *testing.T) {
	editions := map[string]func(*Rulebook){"first edition": func(*Rulebook) {}, "second edition": second}
	for name, change := range editions {
		t.Run(name, func(t *testing.T) {
			s := electing(t, 3, change)
			for _, unit := range unitNames(3) {
				s = apply(t, s, Accept{unit})
			}
			s = apply(t, s, score("C", "1.1", 0), Accept{"C"})
			_, err := Apply(s, Decision{Act: Close{}})
			for _, want := range []string{"the award of A is undecided", "the award of B is undecided"} {
				if !errors.Is(err, ErrBlocked) || !strings.Contains(err.Error(), want) {
					t.Errorf("closing over a tie: %v, want %q", err, want)
				}
			}
			if err != nil && strings.Contains(err.Error(), "award of C") {
				t.Errorf("C is last, and its award no question: %v", err)
			}
			s = apply(t, s, Order{Units: []string{"B", "A"}}, Close{})
			if !s.Closed() {
				t.Error("not closed when all is decided")
			}
		})
	}
}
