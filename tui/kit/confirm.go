package kit

// Confirm asks once before something is done that cannot be taken back. What was asked holds for one key, and only as
// long as as much is at stake: whoever says yes means what was said.
type Confirm struct {
	action Action
	stake  int
	asked  bool
}

// Asks reports whether it has to be asked first; the second time in a row it has not. The stake is what would be lost,
// such as ballots.
func (s *Confirm) Asks(a Action, stake int) bool {
	now := Confirm{a, stake, true}
	if *s == now {
		*s = Confirm{}
		return false
	}
	*s = now
	return true
}
