package access

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/gofrs/flock"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

// ErrBusy is a list that other programs keep to themselves.
var ErrBusy = errors.New("in use by another program")

const (
	lockTimeout = 30 * time.Second // what waits is recorded, on a slow disk, under the lock
	lockRetry   = 2 * time.Millisecond
)

// lock waits until nobody else changes a list. The lock file is beside it, and goes away with the lock: whoever waited
// for one that is gone finds, once it is had, that it is not the file at the path any more, and starts over.
func lock(path string) (release func(), err error) {
	path += "-lock"
	ctx, cancel := context.WithTimeout(context.Background(), lockTimeout)
	defer cancel()
	for {
		l := flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR|noFollow), flock.SetPermissions(0o600))
		ok, err := l.TryLockContext(ctx, lockRetry)
		switch {
		case ctx.Err() != nil:
			return nil,
				wrongLock(path, ErrBusy,
					lang.Sayf("chương trình khác đang giữ danh sách người được mời",
						"another program keeps the list of people invited"), lang.Sayf("thử lại", "try again"))
		case err != nil || !ok:
			return nil,
				wrongLock(path, err, lang.Sayf("không khóa được tệp: %v", "the file cannot be locked: %v", bare(err)),
					lang.Sayf("kiểm tra quyền ghi trong thư mục", "check that the folder may be written to"))
		case inPlace(l, path):
			return func() { unlock(l, path) }, nil
		}
		_ = l.Unlock()
	}
}

// inPlace reports whether the file that is locked is still the one at the path.
func inPlace(l *flock.Flock, path string) bool {
	locked, err := l.Stat()
	there, gone := os.Stat(path)
	return err == nil && gone == nil && os.SameFile(locked, there)
}

func wrongLock(path string, kind error, what, mend lang.Text) error {
	return refuse(kind, lang.Sayf("%s: %s", "%s: %s", lang.Both(clean.Escape(path)), what), mend)
}
