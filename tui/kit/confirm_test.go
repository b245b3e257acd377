package kit_test

import (
	"testing"

	"thidua/tui/kit"
)

func TestConfirm(t *testing.T) {
	var s kit.Confirm
	for i, try := range []struct {
		action kit.Action
		stake  int
		asks   bool
	}{
		{"drop", 1, true}, {"drop", 1, false}, // said twice
		{"drop", 1, true}, {"count", 1, true}, {"drop", 1, true}, // another key between
		{"drop", 2, true}, {"drop", 2, false}, // more is at stake by now
		{"drop", 0, true}, {"drop", 0, false},
	} {
		if got := s.Asks(try.action, try.stake); got != try.asks {
			t.Errorf("%d: %+v: asks %t", i, try, got)
		}
	}
}
