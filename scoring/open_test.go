package scoring

import (
	"errors"
	"math/bits"
	"testing"
)

// chosen are the units of a set, by name.
func chosen(s State, set uint) (names []string) {
	for i, u := range s.Units() {
		if set>>i&1 == 1 {
			names = append(names, u.Name())
		}
	}
	return names
}

// afterOpening is a meeting in which a vote was opened among all, and some units have left since.
func afterOpening(t *testing.T, s State, a Open, left uint) State {
	t.Helper()
	s, err := Apply(s, Decision{Act: a})
	for _, name := range chosen(s, left) {
		if err == nil {
			s, err = Apply(s, Decision{Act: Attend{Unit: name}})
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Every way in which a vote or round of four units can be counted: who has voted, who has left, who is said not to
// vote, and how many papers there are. What is taken is what a slow reading of the rules takes.
func TestEveryEndOfAnOpenVote(t *testing.T) {
	const units, all = 4, uint(1)<<4 - 1
	begun := roll(t, begin(t, testBook(t, second), units, func(i int, sh *Sheet) {
		sh.Marks["1.1"] = InPercent(Percent(9000 + i))
	}), "ABCD")
	for _, secret := range []bool{false, true} {
		for left := range all + 1 {
			s := afterOpening(t, begun, Open{What: "x", Secret: secret, Terminals: true}, left)
			round := afterOpening(t, begun, Open{What: string(Leader), Secret: true, Terminals: true}, left)
			for voted := range all + 1 {
				for silent := range all + 1 {
					for paper := range units + 1 {
						v := Vote{Subject: "x", Secret: secret, NotVoting: chosen(s, silent), Against: paper,
							Terminals: Terminals{s.Opening().Decision.Seq, chosen(s, voted), paper}}
						for _, name := range v.Voted {
							v.For++
							if !secret {
								if v.Votes == nil {
									v.Votes = map[string]Choice{}
								}
								v.Votes[name] = For
							}
						}
						base := ^left&all | voted
						sum := bits.OnesCount(voted) + paper
						complete := silent&base == silent && silent&voted == 0 && sum+bits.OnesCount(silent) ==
							bits.OnesCount(base)
						quorum := bits.OnesCount(base)*2 > units
						want := base != 0 && complete && (secret && sum >= LeastSecret || !secret && paper == 0)
						endsAs(t, s, v, want, "left %04b, voted %04b, silent %04b, paper %d",
							left, voted, silent, paper)
						if b := (Ballot{Office: Leader, Votes: map[string]int{"B": v.For}, Blank: paper,
							NotVoting: v.NotVoting, Terminals: v.Terminals}); secret {
							endsAs(t, round, b, want && quorum, "round: left %04b, voted %04b, silent %04b, paper %d",
								left, voted, silent, paper)
						}
					}
				}
			}
		}
	}
}

// endsAs checks whether a result is taken, and that what it ended is over for good then.
func endsAs(t *testing.T, s State, a Act, want bool, what string, args ...any) {
	t.Helper()
	next, err := Apply(s, Decision{Act: a})
	if (err == nil) != want {
		t.Fatalf(what+": %v", append(args, err)...)
	}
	if err != nil {
		if s.Opening() == nil {
			t.Fatalf(what+": a refusal ended the vote", args...)
		}
		return
	}
	seq := next.Seq()
	if next.Opening() != nil {
		t.Fatalf(what+": still open", args...)
	}
	for _, again := range []Act{a, Void{Opened: s.Opening().Decision.Seq, Reason: "r"}} {
		if _, err := Apply(next, Decision{Act: again}); err == nil {
			t.Fatalf(what+": it ended twice", args...)
		}
	}
	undone, err := Fold(next, Decision{Act: Undo{seq}}, Decision{Act: Undo{seq + 1}})
	if err != nil || undone.Opening() != nil {
		t.Fatalf(what+": undo and redo: %v", append(args, err)...)
	}
}

// A vote that is open is the only one, has one end, and stands in the way of closing.
func TestOneVoteIsOpen(t *testing.T) {
	s := roll(t, begin(t, testBook(t, second), 4, func(i int, sh *Sheet) {
		sh.Marks["1.1"] = InPercent(Percent(9000 + i))
	}),
		"ABCD")
	open := Open{What: "x", Secret: true, Terminals: true}
	refused(t, s, ErrVote, "needs a subject", Open{What: " "})
	refused(t, s, ErrVote, "cannot be voted on", Open{What: "x", Act: Undo{1}})
	refused(t, s, ErrVote, "no vote that is open", Void{Opened: 1, Reason: "r"})
	s = afterOpening(t, s, open, 0)
	seq := s.Seq()
	refused(t, s, ErrVote, "has not ended", open)
	refused(t, s, ErrVote, "no vote that is open", Void{Opened: seq + 1, Reason: "r"})
	refused(t, s, ErrNoReason, "reason", Void{Opened: seq})
	refused(t, s, ErrVote, "5 ballots", Void{Opened: seq, In: 5, Reason: "r"})
	refused(t, s, ErrUndo, "opening", Undo{seq})
	still := false
	for _, b := range s.Blockers() {
		still = still || b.Kind == StillOpen
	}
	if !still {
		t.Error("a meeting can be closed while a vote is open")
	}
	s, err := Apply(s, Decision{Act: Void{Opened: seq, In: 2, Reason: "r"}})
	if err != nil || s.Opening() != nil {
		t.Fatalf("void: %v", err)
	}
	refused(t, s, ErrUndo, "ballots are gone", Undo{s.Seq()})
	refused(t, s, ErrVote, "no vote that is open", Void{Opened: seq, Reason: "r"})
	round := afterOpening(t, s, Open{What: string(Leader), Secret: true, Terminals: true}, 0)
	refused(t, round, ErrElection, "box for the leader is open", Ballot{Office: Leader, Votes: map[string]int{"B": 4}})
}

// Nobody can change what was voted on between its opening and its count, nor how.
func TestWhatWasOpenedIsCounted(t *testing.T) {
	s := roll(t, begin(t, testBook(t, second), 4, func(i int, sh *Sheet) {
		sh.Marks["1.1"] = InPercent(Percent(9000))
	}), "ABCD")
	in := func(s State) Terminals { return Terminals{s.Opening().Decision.Seq, chosen(s, 15), 0} }
	bonus := Bonus{Unit: "A", Target: "1", Points: Point, Reason: "r"}
	opened := afterOpening(t, s, Open{What: "x", Act: bonus, Secret: true}, 0)
	other := bonus
	other.Points *= 2
	for what, v := range map[string]Vote{
		"another act": {Subject: "x", Act: other, Secret: true, For: 4, Terminals: in(opened)},
		"no act":      {Subject: "x", Secret: true, For: 4, Terminals: in(opened)},
		"in the open": {Subject: "x", Act: bonus, For: 4, Terminals: in(opened)},
		"with names": {Subject: "x", Act: bonus, Secret: true, For: 4, Terminals: in(opened),
			Votes: map[string]Choice{"A": For, "B": For, "C": For, "D": For}},
		"a vote less": {Subject: "x", Act: bonus, Secret: true, For: 3, Terminals: in(opened)},
	} {
		if _, err := Apply(opened, Decision{Act: v}); !errors.Is(err, ErrVote) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := Apply(opened, Decision{Act: Vote{Subject: "x", Act: bonus, Secret: true, For: 4,
		Terminals: in(opened)}}); err != nil {
		t.Errorf("what was opened: %v", err)
	}
}

// What was counted rests on the roll at its opening as well.
func TestRollAtTheOpeningStays(t *testing.T) {
	s := roll(t, begin(t, testBook(t, second), 4, func(i int, sh *Sheet) {
		sh.Marks["1.1"] = InPercent(Percent(9000 + i))
	}),
		"ABCD")
	attended := s.Seq()
	s = afterOpening(t, s, Open{What: "x", Secret: true}, 8)
	refused(t, s, ErrUndo, "attendance of D", Undo{attended})
	s, err := Apply(s, Decision{Act: Vote{Subject: "x", Secret: true, For: 4,
		Terminals: Terminals{attended + 1, chosen(s, 15), 0}}})
	if err != nil {
		t.Fatal(err)
	}
	refused(t, s, ErrUndo, "attendance of D", Undo{attended})
}
