package scoring

import "maps"

// outcome is what a vote or a round rested on and came to when it was made. Should it be undone and count again, the
// same holds, whoever has come or left since.
type outcome struct {
	present int    // how many units were
	ruling  Ruling // of a vote
}

// remember keeps the outcome of a decision when it is made.
func (s *State) remember(seq int, o outcome) {
	if _, known := s.outcomes[seq]; known {
		return
	}
	s.outcomes = maps.Clone(s.outcomes)
	if s.outcomes == nil {
		s.outcomes = map[int]outcome{}
	}
	s.outcomes[seq] = o
}
