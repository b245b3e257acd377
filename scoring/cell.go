package scoring

// cell is a value that decisions overwrite: all of them, newest first, each counting or withdrawn. It is persistent:
// what changes is copied, so that older states keep what they had. A nil cell has never been written.
type cell[T any] struct {
	dec   *Decision
	value T
	live  bool
	prev  *cell[T]
}

// top is the newest write that counts, nil if there is none.
func (c *cell[T]) top() *cell[T] {
	for c != nil && !c.live {
		c = c.prev
	}
	return c
}

// write adds the newest decision's value.
func (c *cell[T]) write(d *Decision, v T) *cell[T] {
	return &cell[T]{dec: d, value: v, live: true, prev: c}
}

// mark makes the write of an older decision count, or not. A cell without that write is returned as it is.
func (c *cell[T]) mark(seq int, live bool) *cell[T] {
	if c == nil {
		return nil
	}
	next := *c
	if c.dec.Seq == seq {
		next.live = live
	} else {
		next.prev = c.prev.mark(seq, live)
	}
	return &next
}

// holds reports whether the decision wrote here at some time.
func (c *cell[T]) holds(seq int) bool {
	for c != nil && c.dec.Seq > seq { // newest first: what is older cannot be it
		c = c.prev
	}
	return c != nil && c.dec.Seq == seq
}

// put writes the decision's value, or makes it count again if it was written before.
func (c *cell[T]) put(d *Decision, v T) *cell[T] {
	if c.holds(d.Seq) {
		return c.mark(d.Seq, true)
	}
	return c.write(d, v)
}

// each calls f with every write that counts, oldest first.
func (c *cell[T]) each(f func(*cell[T])) {
	if c == nil {
		return
	}
	c.prev.each(f)
	if c.live {
		f(c)
	}
}

// sameWrites reports whether the same writes count in two cells.
func sameWrites[T any](a, b *cell[T]) bool {
	for a, b = a.top(), b.top(); a != b; a, b = a.prev.top(), b.prev.top() {
		if a == nil || b == nil || a.dec.Seq != b.dec.Seq {
			return false
		}
	}
	return true
}
