package scoring

import (
	"errors"

	"thidua/scoring/lang"
)

// What a Refusal may be, for errors.Is. The sentence that people read is in the Refusal; these are for code.
var (
	ErrNumber        = errors.New("not a number of the right form")
	ErrUnknownUnit   = errors.New("no such unit in this meeting")
	ErrUnknownCode   = errors.New("no such criterion in the rulebook")
	ErrNotScored     = errors.New("a field, not a scored criterion")
	ErrNotApplicable = errors.New("the criterion does not apply to the unit")
	ErrKindOfScore   = errors.New("the criterion does not take such a score")
	ErrScored        = errors.New("the criterion has a score")
	ErrRequest       = errors.New("no request waits for an answer there")
	ErrNoReason      = errors.New("a reason is missing")
	ErrLimit         = errors.New("over the limit")
	ErrSanction      = errors.New("no such sanction")
	ErrAward         = errors.New("the award cannot be proposed like this")
	ErrOutcome       = errors.New("the difference cannot be explained like this")
	ErrNotEqual      = errors.New("the units named are not equal")
	ErrUndo          = errors.New("the decision cannot be undone")
	ErrClosed        = errors.New("the meeting is closed")
	ErrNotClosed     = errors.New("the meeting is not closed")
	ErrBlocked       = errors.New("the meeting cannot be closed yet")
	ErrNotStarted    = errors.New("the record does not begin with a meeting")
	ErrStarted       = errors.New("the meeting has begun already")
	ErrSequence      = errors.New("the decision is out of sequence")
	ErrMove          = errors.New("the meeting cannot be moved to the rulebook")
	ErrMembers       = errors.New("the sheets are not those of the cluster")
	ErrNoSheet       = errors.New("the unit has no sheet")
	ErrPerson        = errors.New("the person is not known here")
	ErrInvite        = errors.New("nobody can be invited, or turned away, like this")
	ErrVote          = errors.New("the count is not possible")
	ErrSitting       = errors.New("the sitting does not allow it")
	ErrElection      = errors.New("the election does not allow it")
)

// Refusal is a rule that did not take a decision: which, what is the matter, and how to mend it. All of a decision is
// refused or none of it.
type Refusal struct {
	Kind  error       // one of the sentinels above
	What  lang.Text   // what is the matter, with the numbers
	Mend  lang.Text   // what to do instead
	Rule  string      // id of the clause that it follows, where there is one
	Parts []lang.Text // further sentences, one a line, where several things stand in the way
}

func (r *Refusal) Error() string { return r.In(lang.EN) }

// In says what is the matter and how to mend it, in one line.
func (r *Refusal) In(l lang.Lang) string {
	s := r.What.In(l)
	for i, p := range r.Parts {
		if i == 0 {
			s += ": "
		} else {
			s += "; "
		}
		s += p.In(l)
	}
	if r.Rule != "" {
		s += " (" + r.Rule + ")"
	}
	if !r.Mend.IsZero() {
		s += "; " + r.Mend.In(l)
	}
	return s
}

// Unwrap gives the kind, for errors.Is.
func (r *Refusal) Unwrap() error { return r.Kind }

func refuse(kind error, what, mend lang.Text) *Refusal {
	return &Refusal{Kind: kind, What: what, Mend: mend}
}

func (r *Refusal) under(clause string) *Refusal { r.Rule = clause; return r }
