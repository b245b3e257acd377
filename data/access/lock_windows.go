package access

import (
	"os"

	"github.com/gofrs/flock"
)

// noFollow is nothing that Windows knows; there links cannot be made by everybody.
const noFollow = 0

// unlock takes the lock file away after letting go of it: a file that is open cannot be removed. One that another
// program has opened meanwhile stays, and is that one's lock.
func unlock(l *flock.Flock, path string) {
	_ = l.Unlock()
	_ = os.Remove(path)
}
