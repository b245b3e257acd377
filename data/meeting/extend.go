package meeting

import "thidua/data/record"

// Extend is a snapshot with further entries of the same record, as another process has written them; of nil the
// snapshot of the entries from the first on. What does not follow upon it is refused.
func Extend(s *Snapshot, entries []record.Entry) (*Snapshot, error) {
	next := &Snapshot{}
	if s != nil {
		*next = Snapshot{State: s.State, Log: s.Log[:len(s.Log):len(s.Log)]}
	}
	for _, e := range entries {
		if fault := next.follow(e); fault != nil {
			return s, &Damaged{Faults: []record.Fault{*fault}}
		}
	}
	return next, nil
}
