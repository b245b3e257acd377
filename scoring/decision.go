package scoring

import "time"

// Decision is one entry of the record: what was decided, when, by whom. The state of a meeting is the fold of Apply
// over its decisions, and nothing else.
type Decision struct {
	Seq int // 1, 2, 3 … without gaps
	At  time.Time
	By  string // who recorded it
	Act Act
}

// Kind names a kind of decision as files and the record do.
type Kind string

// Act is what a decision decides: one of the types of this package, each with the rules that bind it in a file of its
// own. The set is closed: an act from elsewhere could not keep the rules. What else there is to a kind, how it is kept,
// read and said and whose right it is, stands in package decision.
type Act interface {
	// Kind is the act's kind.
	Kind() Kind

	// enter makes the act part of the state, after checking every rule that binds it. d is the decision that carries
	// it: the newest one, or, where an undo is itself undone, an older one that counts again.
	enter(s *State, d *Decision) error

	// leave takes the act out of the state again, or says why that cannot be.
	leave(s *State, d *Decision) error
}

// What an act may say of itself beside its kind. A method that it does not have it has no need of.
type (
	ofUnit  interface{ unit() string }              // it is about a unit, by name
	ofNode  interface{ node() string }              // it is about a criterion or field, by code
	votable interface{ votable() error }            // a vote may decide it, unless it says why not
	valued  interface{ value(u *Unit, at int) any } // what stands where it decides; at: an index of Rulebook.Criteria
	late    interface{ late() bool }                // a closed meeting takes it
	standIn interface{ changes(*State) Act }        // it changes the meeting by another act; nil if by none
)

// Subject is the unit that an act is about, by name; empty where it is about the meeting as a whole.
func Subject(a Act) string {
	if a, ok := a.(ofUnit); ok {
		return a.unit()
	}
	return ""
}

// Target is the criterion or field that an act is about, by code; empty where it is about none.
func Target(a Act) string {
	if a, ok := a.(ofNode); ok {
		return a.node()
	}
	return ""
}

// Changes is the act by which a decision changes the meeting: its own, that of the decision that it takes back, or the
// one that a vote is about.
func (s *State) Changes(d *Decision) Act {
	if a, ok := d.Act.(standIn); ok {
		if other := a.changes(s); other != nil {
			return other
		}
	}
	return d.Act
}
