package follow

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"thidua/data/clean"
	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/data/store"
	"thidua/scoring/lang"
)

// Copy is a meeting file that is kept in step with another record. While it is open here nobody else writes to it.
type Copy struct {
	path string
	kept record.Store      // nil: there is no file yet
	snap *meeting.Snapshot // nil likewise
}

// OpenCopy opens a meeting file to go on with, or names one that is to be made. A file with a fault is an error.
func OpenCopy(ctx context.Context, path string) (*Copy, error) {
	c := &Copy{path: path}
	kept, err := store.OpenWriter(ctx, path, meeting.Holder(time.Now))
	if errors.Is(err, fs.ErrNotExist) {
		if _, lost := os.Stat(filepath.Dir(path)); lost == nil {
			return c, nil
		}
	}
	if err != nil {
		return nil, err
	}
	snap, faults, err := meeting.ReplayAll(ctx, kept)
	if err == nil && len(faults) > 0 {
		err = &meeting.Damaged{Path: path, Faults: faults}
	}
	if err != nil {
		return nil, errors.Join(err, kept.Close())
	}
	c.kept, c.snap = kept, snap
	return c, nil
}

// Seq is how many decisions are on the copy's disk.
func (c *Copy) Seq() int {
	if c.snap == nil {
		return 0
	}
	return c.snap.Seq()
}

// Snapshot is the meeting as the copy has it; nil: it has nothing yet.
func (c *Copy) Snapshot() *meeting.Snapshot { return c.snap }

// Path is the copy's file.
func (c *Copy) Path() string { return c.path }

// marks says what the copy has, newest first.
func (c *Copy) marks() []Mark {
	return marksOf(c.Seq(), func(seq int) string { return c.snap.Log[seq-1].Hash })
}

// append puts entries onto the copy: when it returns nil they are on its disk. Nothing that does not follow, or breaks
// a rule, is written.
func (c *Copy) append(ctx context.Context, entries []record.Entry) error {
	if len(entries) == 0 {
		return nil
	}
	next, err := meeting.Extend(c.snap, entries)
	if err != nil {
		return lang.Errorf("%s: nguồn gửi điều không ghi được: %v", "%s: the source sent what cannot be recorded: %v",
			clean.Escape(c.path), err)
	}
	if c.kept == nil {
		c.kept, err = store.Create(ctx, c.path, meeting.Holder(time.Now), entries)
	} else {
		err = c.kept.Append(ctx, entries)
	}
	if err == nil {
		c.snap = next
	}
	return err
}

// Close lets go of the file, which is one file again.
func (c *Copy) Close() error {
	if c.kept == nil {
		return nil
	}
	return c.kept.Close()
}
