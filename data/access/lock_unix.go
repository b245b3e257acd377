//go:build unix

package access

import (
	"os"
	"syscall"

	"github.com/gofrs/flock"
)

// noFollow opens a file only where it is no link to another.
const noFollow = syscall.O_NOFOLLOW

// unlock takes the lock file away while it is locked: whoever waited for it finds that it is not the one at the path.
func unlock(l *flock.Flock, path string) {
	_ = os.Remove(path)
	_ = l.Unlock()
}
