package overview

import (
	"slices"

	"thidua/data/meeting"
)

// recent keeps the states of the meetings in which something was recorded last: at most so many, the newest last.
type recent struct {
	most int
	kept []kept
}

type kept struct {
	path string
	snap *meeting.Snapshot
}

func newRecent(most int) *recent { return &recent{most: most} }

// get is the state of a meeting; nil: it is not kept.
func (r *recent) get(path string) *meeting.Snapshot {
	if i := r.index(path); i >= 0 {
		return r.kept[i].snap
	}
	return nil
}

// put keeps a state, in place of the one that was not needed for longest.
func (r *recent) put(path string, s *meeting.Snapshot) {
	r.drop(path)
	if len(r.kept) == r.most {
		r.kept = slices.Delete(r.kept, 0, 1)
	}
	r.kept = append(r.kept, kept{path, s})
}

func (r *recent) drop(path string) {
	if i := r.index(path); i >= 0 {
		r.kept = slices.Delete(r.kept, i, i+1)
	}
}

func (r *recent) index(path string) int {
	return slices.IndexFunc(r.kept, func(k kept) bool { return k.path == path })
}
