package meeting

import (
	"runtime"
	"sync"
	"sync/atomic"

	"thidua/data/record"
	"thidua/scoring"
)

// reading is an entry as it was read: a decision, or what is wrong with it.
type reading struct {
	decision scoring.Decision
	fault    *record.Fault
}

// rereadAll makes decisions of entries. It is the longest part of opening a record, and each is a matter of itself, so
// all processors share in it.
func rereadAll(entries []record.Entry) []reading {
	const share = 64
	out := make([]reading, len(entries))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (len(entries)+share-1)/share) {
		wg.Go(func() {
			for {
				to := int(next.Add(share))
				for i := to - share; i < min(to, len(entries)); i++ {
					out[i].decision, out[i].fault = reread(entries[i])
				}
				if to >= len(entries) {
					return
				}
			}
		})
	}
	wg.Wait()
	return out
}

// sound reports whether entries are a whole chain of decisions in canonical form. Where they are not, record.Check says
// more.
func sound(entries []record.Entry, read []reading) bool {
	last := ""
	for i, e := range entries {
		if e.Seq != i+1 || read[i].fault != nil || record.Chain(last, e.Body) != e.Hash {
			return false
		}
		last = e.Hash
	}
	return true
}
