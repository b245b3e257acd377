package scoring

import "testing"

// Where each unit's vote is noted, the votes for, against and abstaining come each to what was counted.
func TestNamedVotesAddUp(t *testing.T) {
	s := electing(t, 5)
	named := map[string]Choice{"A": For, "B": For, "C": For, "D": Against, "E": Abstain}
	apply(t, s, Vote{Subject: "x", For: 3, Against: 1, Abstain: 1, Votes: named})
	for _, v := range []Vote{
		{For: 4, Against: 1}, {For: 3, Against: 2}, {For: 3, Abstain: 2}, {For: 2, Against: 2, Abstain: 1},
		{For: 3, Against: 1}, {For: 3, Abstain: 1},
	} {
		v.Subject, v.Votes = "x", named
		refused(t, s, ErrVote, "do not add up", v)
	}
}

// There are three ways to vote, and no other gets into a count, wherever it comes from.
func TestNobodyVotesMaybe(t *testing.T) {
	s := electing(t, 3)
	for _, odd := range []Choice{"maybe", "", "For", "yes"} {
		refused(t, s, ErrVote, "nobody can vote", Vote{Subject: "x", Votes: map[string]Choice{"B": odd}},
			Vote{Subject: "x", For: 2, Votes: map[string]Choice{"A": For, "B": odd, "C": For}})
	}
}

// Of several faults the same is said each time: the first by name.
func TestTheSameRefusalEachTime(t *testing.T) {
	s := roll(t, electing(t, 5), "de")
	for range 50 {
		refused(t, s, ErrVote, "D has no ballot",
			Vote{Subject: "x", For: 3, Votes: map[string]Choice{"E": "maybe", "D": For, "C": For, "B": For}})
		refused(t, s, ErrUnknownUnit, `no unit "W"`,
			Vote{Subject: "x", For: 3, Votes: map[string]Choice{"Z": For, "X": For, "W": For}},
			Ballot{Office: Leader, Votes: map[string]int{"Z": 1, "Y": 1, "W": 1}})
	}
	s = apply(t, electing(t, 4), Ballot{Office: Leader, Votes: votes("A3 B1")})
	for range 50 {
		refused(t, s, ErrElection, "A is no candidate", Ballot{Office: Deputy, Votes: votes("A1 B1 C1 D1")})
	}
}
