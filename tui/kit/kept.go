package kit

import "slices"

// Kept is the lines of a part of a screen, with what they were drawn of: as long as that is the same they are not drawn
// again. Its zero value has none.
type Kept[K comparable] struct {
	of    K
	lines []string
	valid bool
}

// Lines are the lines for something: those that were kept, or newly drawn. Nobody may change them.
func (k *Kept[K]) Lines(of K, draw func() []string) []string {
	if !k.valid || k.of != of {
		k.of, k.lines, k.valid = of, slices.Clip(draw()), true
	}
	return k.lines
}

// Forget has them drawn anew the next time.
func (k *Kept[K]) Forget() { *k = Kept[K]{} }
