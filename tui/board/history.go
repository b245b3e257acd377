package board

import (
	"slices"

	"thidua/data/meeting"
	"thidua/scoring"
)

// history is the order of the units over the meeting: after each decision by which it became another. It is worked out
// from the record once, and goes on from there with every newer snapshot.
type history struct {
	first *scoring.Decision // of the record that it is of
	state scoring.State     // after the decisions taken in
	taken int
	steps []step
}

// step is the order after a decision: by unit, its place from 0.
type step struct {
	seq    int
	places []int
}

// How much of a record is worked out for one picture, and for how many units: what is drawn must not wait for it. Of a
// longer record the rest follows with the next pictures.
const (
	mostTaken = 600
	mostLines = 40
)

// take goes on with the decisions that are new.
func (h *history) take(snap *meeting.Snapshot) {
	if len(snap.Units()) > mostLines || len(snap.Log) == 0 {
		*h = history{}
		return
	}
	if h.first != snap.Log[0].Decision {
		*h = history{first: snap.Log[0].Decision}
	}
	for range mostTaken {
		if h.taken >= len(snap.Log) {
			return
		}
		next := snap.State
		if last := len(snap.Log); h.taken+1 < last || next.Seq() != last {
			var err error
			if next, err = scoring.Replay(h.state, *snap.Log[h.taken].Decision); err != nil {
				return // it was replayed when the record was opened: cannot be
			}
		}
		h.state, h.taken = next, h.taken+1
		h.add(h.taken, places(&next))
	}
}

func (h *history) add(seq int, order []int) {
	if n := len(h.steps); n == 0 || !slices.Equal(h.steps[n-1].places, order) {
		h.steps = append(h.steps, step{seq, order})
	}
}

// places are the places of all units.
func places(s *scoring.State) []int {
	t := s.Standings(scoring.Agreed)
	out := make([]int, t.Len())
	for unit := range out {
		out[unit] = t.Place(unit)
	}
	return out
}

// until is the history as far as a snapshot goes, of what is tried out too.
func (h *history) until(snap *meeting.Snapshot) (out [][]int) {
	for _, s := range h.steps {
		if s.seq <= len(snap.Log) {
			out = append(out, s.places)
		}
	}
	if now := places(&snap.State); len(out) == 0 || !slices.Equal(out[len(out)-1], now) {
		out = append(out, now)
	}
	return out
}
