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

// The kinds of decision.
const (
	KindNew      Kind = "new"
	KindScore    Kind = "score"
	KindBonus    Kind = "bonus"
	KindPenalty  Kind = "penalty"
	KindSanction Kind = "sanction"
	KindOrder    Kind = "order"
	KindAccept   Kind = "accept"
	KindAttend   Kind = "attend"
	KindAppraise Kind = "appraise"
	KindNote     Kind = "note"
	KindUndo     Kind = "undo"
	KindVote     Kind = "vote"
	KindBallot   Kind = "ballot"
	KindLots     Kind = "lots"
	KindConfirm  Kind = "confirm"
	KindClose    Kind = "close"
	KindReopen   Kind = "reopen"
	KindLeave    Kind = "leave"
	KindReject   Kind = "reject"
	KindInvite   Kind = "invite"
	KindRevoke   Kind = "revoke"
)

// Kinds are all kinds of decision.
func Kinds() []Kind {
	return []Kind{KindNew, KindScore, KindBonus, KindPenalty, KindSanction, KindOrder, KindAccept, KindAttend,
		KindAppraise, KindNote,
		KindUndo, KindVote, KindBallot, KindLots, KindConfirm, KindClose, KindReopen, KindInvite, KindRevoke}
}

// Act is what a decision decides: one of the types of this package named after the kinds. The set is closed: an act
// from elsewhere could not keep the rules.
type Act interface {
	// Kind is the act's kind.
	Kind() Kind

	// enter makes the act part of the state, after checking every rule that binds it. d is the decision that carries
	// it: the newest one, or, where an undo is itself undone, an older one that counts again.
	enter(s *State, d *Decision) error

	// leave takes the act out of the state again, or says why that cannot be.
	leave(s *State, d *Decision) error
}

// Subject is the unit that an act is about, by name; empty where it is about the meeting as a whole.
func Subject(a Act) string {
	switch a := a.(type) {
	case Score:
		return a.Unit
	case Bonus:
		return a.Unit
	case Penalty:
		return a.Unit
	case Sanctioned:
		return a.Unit
	case Accept:
		return a.Unit
	case Attend:
		return a.Unit
	case Appraise:
		return a.Unit
	case Note:
		return a.Unit
	case Confirm:
		return a.Unit
	case Vote:
		if a.Unit == "" && a.Act != nil {
			return Subject(a.Act)
		}
		return a.Unit
	}
	return ""
}

// Target is the criterion or field that an act is about, by code; empty where it is about none.
func Target(a Act) string {
	switch a := a.(type) {
	case Score:
		return a.Criterion
	case Appraise:
		return a.Criterion
	case Bonus:
		return a.Target
	case Penalty:
		return a.Target
	case Note:
		return a.Target
	case Vote:
		if a.Act != nil {
			return Target(a.Act)
		}
	}
	return ""
}
