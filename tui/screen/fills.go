package screen

import "thidua/scoring"

// Fills is the screen on which something is given that the papers lack.
func Fills(l scoring.Lack) ID {
	switch l.Of {
	case scoring.LackPeople, scoring.LackReasons:
		return Roll
	}
	return Minutes
}
