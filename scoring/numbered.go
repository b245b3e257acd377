package scoring

// chunkSize is how many numbers share a chunk: what one change copies.
const chunkSize = 256

// numbered is what is known of decisions by their numbers; the zero value of T stands where nothing is. It is
// persistent: a change copies the chunk that it is in, so that older states keep what they had, and what a change costs
// does not grow with how much is known.
type numbered[T comparable] []*[chunkSize]T

// at is what is known of a decision.
func (n numbered[T]) at(seq int) (v T) {
	if chunk := seq / chunkSize; seq >= 0 && chunk < len(n) && n[chunk] != nil {
		return n[chunk][seq%chunkSize]
	}
	return v
}

// with notes v of a decision; the zero value forgets it.
func (n numbered[T]) with(seq int, v T) numbered[T] {
	chunk := seq / chunkSize
	next := make(numbered[T], max(len(n), chunk+1))
	copy(next, n)
	changed := new([chunkSize]T)
	if next[chunk] != nil {
		*changed = *next[chunk]
	}
	changed[seq%chunkSize] = v
	next[chunk] = changed
	return next
}

// all are those of which something is known, oldest decision first.
func (n numbered[T]) all(yield func(T) bool) {
	var none T
	for _, chunk := range n {
		if chunk == nil {
			continue
		}
		for _, v := range chunk {
			if v != none && !yield(v) {
				return
			}
		}
	}
}
