package scoring

import (
	"slices"

	"thidua/scoring/lang"
)

// outcome is what a vote or a round rested on and came to when it was made. Should it be undone and count again, the
// same holds, whoever has come or left since.
type outcome struct {
	roll       []bool // by unit: who was present
	ruling     Ruling // of a vote
	round      int    // of a ballot: its number
	candidates []int  // of a ballot
	voters     []int  // of a ballot from terminals: who was entitled; nil: who was present
}

// present is how many units could vote.
func (o outcome) present() int { return len(o.mayVote()) }

// mayVote is who could vote: the units present, or those entitled when the ballots were issued at terminals.
func (o outcome) mayVote() (voters []int) {
	if o.voters != nil {
		return o.voters
	}
	for i, here := range o.roll {
		if here {
			voters = append(voters, i)
		}
	}
	return voters
}

// remember keeps the outcome of a decision when it is made.
func (s *State) remember(seq int, o outcome) {
	if s.outcomes.at(seq) == nil {
		s.outcomes = s.outcomes.with(seq, &o)
	}
}

// outcome is what a vote or round came to when it was made; made is false where none is known by that number.
func (s *State) outcome(seq int) (o outcome, made bool) {
	if known := s.outcomes.at(seq); known != nil {
		return *known, true
	}
	return o, false
}

// roll is who is present now, by unit.
func (s *State) roll() []bool {
	out := make([]bool, len(s.units))
	for i, u := range s.units {
		out[i] = u.present
	}
	return out
}

// sameRoll refuses to let a vote or round count again after an attendance that it rested on was undone.
// It rested on the one at its opening too, where its ballots came from terminals; opened is 0 for any other.
func (s *State) sameRoll(seq, opened int) error {
	o, made := s.outcome(seq)
	if opened > 0 && o.roll != nil {
		if err := s.sameRoll(opened, 0); err != nil {
			return err
		}
	}
	if !made || !s.book.second() {
		return nil
	}
	for i, u := range s.units {
		if o.roll[i] != s.presentBefore(u, seq) {
			return refuse(ErrUndo,
				lang.Sayf("điểm danh %s mà quyết định số %d dựa vào đã bị hoàn tác",
					"the attendance of %s that decision %d rests on was undone", u.name, seq),
				lang.Sayf("khôi phục điểm danh đó trước, hoặc đếm lại",
					"bring that attendance back first, or count again"))
		}
	}
	return nil
}

// keepsRolls refuses a change to what was said of a unit's presence, now made, where a vote or round that counts was
// taken while the unit was there, or away, and would no longer be so by the roll.
func (s *State) keepsRolls(unit int) error {
	seqs, newestFirst := restingOn(s.resting(unit))
	if len(seqs) == 0 {
		return nil
	}
	return refuse(ErrUndo,
		lang.Sayf("kết quả của quyết định số %s dựa trên điểm danh này của %s",
			"the result of %s rests on this attendance of %s", lang.List(seqs...), s.units[unit].name),
		lang.Sayf("hoàn tác số %s trước, hoặc điểm danh lại từ bây giờ",
			"undo %s first, or call the roll anew from now on",
			lang.List(newestFirst...)))
}

// resting are the votes and rounds that count and were taken by a roll which is no longer that of a unit, by decision.
// The first edition asks for none.
func (s *State) resting(unit int) (resting []int) {
	if !s.book.second() {
		return nil
	}
	u := s.units[unit]
	rests := func(seq int) {
		if o, _ := s.outcome(seq); o.roll != nil && o.roll[unit] != s.presentBefore(u, seq) {
			resting = append(resting, seq)
		}
	}
	for t := range s.votes.all {
		rests(t.Decision.Seq)
		rests(t.Vote.Opened)
	}
	for _, r := range s.races {
		for _, round := range r.Rounds {
			rests(round.Decision.Seq)
			rests(round.Ballot.Opened)
		}
	}
	if s.opening != nil {
		rests(s.opening.Decision.Seq)
	}
	return resting
}

// restingOn are the numbers of decisions as a refusal names them: each once, oldest first, and newest first.
func restingOn(numbers []int) (seqs, newestFirst []lang.Sayer) {
	slices.Sort(numbers)
	for _, seq := range slices.Compact(numbers) {
		seqs = append(seqs, lang.Sayf("%d", "%d", seq))
	}
	newestFirst = slices.Clone(seqs)
	slices.Reverse(newestFirst)
	return seqs, newestFirst
}
