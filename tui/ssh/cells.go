package ssh

import "sync"

// cellLimiter bounds how much of the host's memory the screens of people who look around alone can take together. What
// one takes grows with the cells of its picture.
type cellLimiter struct {
	perPerson, inAll int // cells

	mu   sync.Mutex
	all  int
	used map[string]int // by the guest's id
}

const (
	mostCellsPerPerson = 3 * 200 * 60   // three terminals of the largest size that screens are made for
	mostCells          = 200 * 120 * 40 // two hundred ordinary terminals

	// No picture of one's own is smaller, unless the terminal is.
	narrowOwn, lowOwn = 80, 24
)

// take gives a person's screen cells for a picture, in exchange for those it has: as large a picture as was asked for,
// or as much of it as there is room for. ok is false where there is room for none; then it keeps those it has. reserved
// is for those without whom the meeting cannot go on: they never stand back behind others.
func (l *cellLimiter) take(id string, reserved bool, has, want size) (got size, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	room := l.perPerson - l.used[id] + has.cells()
	if !reserved {
		room = min(room, l.inAll-l.all+has.cells())
	}
	if got, ok = want.within(room); !ok {
		return has, false
	}
	l.add(id, reserved, got.cells()-has.cells())
	return got, true
}

// free gives the cells of a screen back that has ended.
func (l *cellLimiter) free(id string, reserved bool, has size) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.add(id, reserved, -has.cells())
}

// add counts cells. The caller holds mu.
func (l *cellLimiter) add(id string, reserved bool, n int) {
	if l.used == nil {
		l.used = map[string]int{}
	}
	if !reserved {
		l.all += n
	}
	if l.used[id] += n; l.used[id] == 0 {
		delete(l.used, id)
	}
}

func (z size) cells() int { return z.w * z.h }

// within is the largest part of a picture that takes no more than some cells: lower first, then narrower. ok is false
// where it would be too small to use.
func (z size) within(cells int) (part size, ok bool) {
	for _, w := range []int{z.w, min(z.w, narrowOwn)} {
		part = size{w, min(z.h, max(cells, 0)/max(w, 1))}
		if part.h >= min(z.h, lowOwn) {
			return part, true
		}
	}
	return size{}, false
}
