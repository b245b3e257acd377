package kit

import "thidua/scoring/lang"

// Confirm asks once before something is done that cannot be taken back. What was asked holds for the action that asked,
// and only as long as as much is at stake: whoever says yes means what was said. Its zero value has asked nothing.
type Confirm struct {
	action Action
	stake  int
	asked  bool
}

// What the keys of a question do that is answered by other keys than the one that asked.
const (
	ConfirmYes Action = "confirm-yes"
	ConfirmNo  Action = "confirm-no"
)

// The keys of such a question, which sentences name as well.
const (
	KeyYes = "Enter"
	KeyNo  = "Esc"
)

// Asks reports whether it has to be asked first; the second time in a row it has not. The stake is what would be lost
// or changed, such as how many ballots, or which decision.
func (c *Confirm) Asks(a Action, stake int) bool {
	now := Confirm{a, stake, true}
	if *c == now {
		c.Drop()
		return false
	}
	*c = now
	return true
}

// Waits reports whether an action has asked and has had no answer.
func (c *Confirm) Waits(a Action) bool { return c.asked && c.action == a }

// Guard marks the key that would be the answer, among those of a screen: the same key held down gives none.
func (c *Confirm) Guard(bindings []Binding) []Binding {
	for i := range bindings {
		if c.Waits(bindings[i].Action) {
			bindings[i].Once = true
		}
	}
	return bindings
}

// Press takes note of an action: any other than the one that asked is a no.
func (c *Confirm) Press(a Action) {
	if c.action != a {
		c.Drop()
	}
}

// Drop takes the question back.
func (c *Confirm) Drop() { *c = Confirm{} }

// Keys are those of a question that lies open: Enter for yes, Esc for no. The key that asked is not among them, so that
// holding it down answers nothing. off says why yes cannot be said at the moment.
func (c *Confirm) Keys(yes, yesHelp, no, noHelp, off lang.Text) []Binding {
	return []Binding{
		{Action: ConfirmYes, Once: true, Keys: Named(KeyYes), Shown: KeyYes, Weight: 90, Label: yes, Help: yesHelp,
			Off: off},
		{Action: ConfirmNo, Keys: Named(KeyNo), Shown: KeyNo, Weight: 85, Label: no, Help: noHelp},
	}
}
