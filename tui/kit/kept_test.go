package kit

import (
	"slices"
	"testing"
)

// Lines are drawn once for the same thing, and again for another or where they were forgotten. What is added to them
// elsewhere is not kept.
func TestKept(t *testing.T) {
	var k Kept[int]
	drawn := 0
	of := func(n int) []string {
		return k.Lines(n, func() []string {
			drawn++
			return append(make([]string, 0, 9), "a", "b")
		})
	}
	_ = append(of(1), "c")
	if got := of(1); drawn != 1 || !slices.Equal(got, []string{"a", "b"}) || cap(got) != 2 {
		t.Fatalf("%q, drawn %d times", got, drawn)
	}
	of(2)
	of(1)
	k.Forget()
	of(1)
	if drawn != 4 {
		t.Errorf("drawn %d times", drawn)
	}
}
