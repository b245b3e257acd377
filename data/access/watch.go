package access

import (
	"io/fs"
	"os"
)

// Watch tells whether a list was changed, at the cost of a look at the folder. It is for one goroutine.
type Watch struct {
	path string
	seen fs.FileInfo // nil where there was no file
	done bool        // it was looked at
	rows *versions   // of a list in a database; nil: it is a file
}

// NewWatch watches the list at a path.
func NewWatch(path string) *Watch {
	if inDatabase(path) {
		return &Watch{rows: newVersions(path)}
	}
	return &Watch{path: path}
}

// Changed reports whether the list may be another one than when Changed was last called. The first call says true.
// Whoever loads the list after a true misses nothing.
func (w *Watch) Changed() bool {
	if w.rows != nil {
		return w.rows.changed()
	}
	now, err := os.Stat(w.path)
	if err != nil {
		now = nil // it counts as none: Load says what is the matter
	}
	was, first := w.seen, !w.done
	w.seen, w.done = now, true
	switch {
	case first:
		return true
	case was == nil || now == nil:
		return was != now
	}
	return !os.SameFile(was, now) || was.Size() != now.Size() || !was.ModTime().Equal(now.ModTime())
}
