package scoring

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"thidua/scoring/lang"
)

// second makes a rulebook of the second edition.
func second(b *Rulebook) { b.Edition = SecondEdition }

// roll calls in units by letter, and sends away those in small letters: "ABc".
func roll(t testing.TB, s State, units string) State {
	for _, u := range units {
		name := strings.ToUpper(string(u))
		s = apply(t, s, Attend{Unit: name, Present: name == string(u)})
	}
	return s
}

// refused tries acts that must be refused for a kind of reason, and with a text.
func refused(t *testing.T, s State, kind error, says string, acts ...Act) {
	t.Helper()
	for _, a := range acts {
		next, err := Apply(s, Decision{Act: a})
		if !errors.Is(err, kind) || !strings.Contains(err.Error(), says) {
			t.Errorf("%s %+v: %v, want %v with %q", a.Kind(), a, err, kind, says)
		}
		if next.Seq() != s.Seq() {
			t.Errorf("%s %+v was refused and recorded", a.Kind(), a)
		}
	}
}

// A unit cannot be elected leader and deputy, whatever was undone between, in either edition; a record that holds it
// opens, and the decision is named.
func TestNobodyIsLeaderAndDeputy(t *testing.T) {
	for _, edition := range []int{0, SecondEdition} {
		s := electing(t, 9, func(b *Rulebook) { b.Edition = edition })
		s = apply(t, s, Ballot{Office: Leader, Votes: votes("A9")},
			Ballot{Office: Deputy, Votes: votes("B4 C4"), Blank: 1})
		s = apply(t, s, Undo{s.Seq()}, Undo{s.Seq() - 1}, Ballot{Office: Leader, Votes: votes("C9")})
		refused(t, s, ErrElection, "no candidate", Ballot{Office: Deputy, Votes: votes("C9")})
		if lawful := apply(t, s, Ballot{Office: Deputy, Votes: votes("A9")}); officer(&lawful, Deputy) != "A ballot" {
			t.Errorf("edition %d: the deputy is %q", edition, officer(&lawful, Deputy))
		}
		held, err := Replay(s, Decision{Act: Ballot{Office: Deputy, Votes: votes("C9")}})
		if edition == SecondEdition {
			if err == nil {
				t.Error("a record of the second edition cannot hold it")
			}
			continue
		}
		if err != nil || officer(&held, Deputy) != "C ballot" {
			t.Fatalf("a record that holds it does not open: %v", err)
		}
		wrong := held.Mistakes()
		if len(wrong) != 1 || wrong[0].Seq != held.Seq() || !strings.Contains(wrong[0].What.EN,
			"C has votes for deputy") ||
			!strings.Contains(wrong[0].Mend.EN, "elect the deputy anew") {
			t.Errorf("mistakes: %+v", wrong)
		}
		held = apply(t, held, Undo{held.Seq()}, Ballot{Office: Deputy, Votes: votes("B9")})
		if officer(&held, Deputy) != "B ballot" || len(held.Mistakes()) != 0 {
			t.Errorf("mended: deputy %q, mistakes %+v", officer(&held, Deputy), held.Mistakes())
		}
	}
}

// Staying away does not help a unit that a vote is about: absent or present, it is out of the base.
func TestRecusedWhetherPresentOrNot(t *testing.T) {
	school := func(b *Rulebook) {
		b.Vote = VoteRule{Base: OfMembers, Threshold: Threshold{Ratio: Ratio{2, 3}}, Recusal: true}
	}
	about := score("A", "1.1", 0)
	for _, tt := range []struct {
		name    string
		edition int
		present string
		vote    Vote
		verdict Verdict
		base    int
	}{
		{"absent", SecondEdition, "BCDE", Vote{For: 3, Against: 1, Act: about}, Carried, 4},
		{"present", SecondEdition, "ABCDE", Vote{For: 3, Against: 1, Act: about}, Carried, 4},
		{"absent, first edition", 0, "BCDE", Vote{For: 3, Against: 1, Act: about}, NotCarried, 5},
		{"present, first edition", 0, "ABCDE", Vote{For: 3, Against: 1, Act: about}, Carried, 4},
		{"the unit named and the one of the act", SecondEdition, "BCDE", Vote{Unit: "B", For: 3, Act: about}, Carried,
			3},
		{"the units in a tie", SecondEdition, "CDE",
			Vote{For: 2, Act: Order{Units: []string{"A", "B", "C", "D", "E"}[:4]}}, NotCarried, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := begin(t, testBook(t, school, func(b *Rulebook) { b.Edition = tt.edition }), 5, func(i int, sh *Sheet) {
				if i == 4 {
					sh.Marks["1.1"] = InPercent(0)
				}
			})
			s = roll(t, s, tt.present)
			tt.vote.Subject = "x"
			if tt.base == 0 { // A, B, C, D are level: of those present only E may vote
				refused(t, s, ErrVote, "only 3 - 2 units may vote", tt.vote)
				tt.vote.For, tt.base, tt.verdict = 1, 1, Carried
			}
			r, err := s.Try(tt.vote)
			if err != nil || r.Verdict != tt.verdict || r.Base != tt.base {
				t.Errorf("%v of %d, %v: %s", r.Verdict, r.Base, err, r.Sum.EN)
			}
		})
	}
}

// A vote that recusal leaves without voters is refused; recused units count for the quorum.
func TestRecusalAndQuorum(t *testing.T) {
	half := Threshold{Ratio: Ratio{1, 2}, More: true}
	s := begin(t, testBook(t, second, func(b *Rulebook) { b.Vote.Recusal, b.Vote.Quorum = true, half }), 4)
	s = roll(t, s, "ABC")
	all := Order{Units: []string{"D", "C", "B", "A"}}
	refused(t, s, ErrVote, "nobody is left to vote", Vote{Subject: "x", Act: all}, Vote{Subject: "x", Act: all,
		Unanimous: true})
	if r, err := s.Try(Vote{Subject: "x", Unit: "A", For: 2}); err != nil || r.Verdict != Carried {
		t.Errorf("3 of 4 present, one of them recused: %v, %v", r.Verdict, err)
	}
	s = roll(t, s, "c")
	if r, err := s.Try(Vote{Subject: "x", Unit: "A", For: 1}); err != nil || r.Verdict != TooFew {
		t.Errorf("2 of 4 present: %v, %v", r.Verdict, err)
	}
	s = roll(t, s, "ab")
	refused(t, s, ErrVote, "no unit is present", Vote{Subject: "x"})
}

// Lots need no rotation: where nothing sets candidates apart, a further round or a draw does.
func TestLotsWithoutRotation(t *testing.T) {
	school := func(b *Rulebook) {
		b.Election = ElectionRule{Offices: []Office{Leader, Deputy}, Base: OfValid,
			Threshold: Threshold{Ratio: Ratio{1, 2}, More: true}, Runoff: 3, Lots: true}
	}
	level := Ballot{Office: Leader, Votes: votes("C2 E2"), Blank: 1}
	s := apply(t, electing(t, 5, school), level, level, level)
	if r, _ := s.Race(Leader); len(r.Tied) != 0 {
		t.Errorf("the first edition draws lots: %+v", r.Tied)
	}
	s = apply(t, electing(t, 5, school, second), level)
	if r, _ := s.Race(Leader); len(r.Tied) != 0 || standsAt(&s, Leader) != "ABCDE" {
		t.Errorf("after one round: lots between %v, candidates %s", r.Tied, candidates(&s, Leader))
	}
	s = apply(t, s, level)
	if r, _ := s.Race(Leader); len(r.Tied) != 2 {
		t.Fatalf("the same units level again: lots between %v, candidates %s", r.Tied, candidates(&s, Leader))
	}
	refused(t, s, ErrElection, "lots", level)
	if s = apply(t, s, Lots{Office: Leader, Winner: "E", Reason: "r"}); officer(&s, Leader) != "E lots" {
		t.Errorf("elected %q", officer(&s, Leader))
	}
}

// TestRunoffs is what the second edition makes of rounds that set nobody apart; the years are when a unit led last.
func TestRunoffs(t *testing.T) {
	never := []Officers{}
	led := []Officers{{Year: "2010-2011", Leader: "C"}, {Year: "2017-2018", Leader: "B"},
		{Year: "2018-2019", Leader: "A"}}
	for _, tt := range []struct {
		name   string
		years  []Officers
		rounds []string // a number alone is so many blank papers
		want   string
	}{
		{"nobody has a vote", never, []string{"9"}, "ABCDEFGHI"},
		{"nobody has a vote after a level round", never, []string{"A4 B4 1", "9"}, "AB"},
		{"nobody had a vote in the round before", never, []string{"9", "A4 B4 1", "A4 B4 1"}, "lots AB"},
		{"nobody has a vote in a runoff of two", never, []string{"A4 B3 C2", "9"}, "AB"},
		{"two level in a first round of many", never, []string{"A4 B4 C1"}, "AB"},
		{"three level in a first round are not a runoff", never, []string{"A3 B3 C3"}, "ABC"},
		{"three level in a runoff", never, []string{"A3 B3 C3", "A3 B3 C3"}, "lots ABC"},
		{"three level in a runoff, C longest ago", led, []string{"A3 B3 C3", "A3 B3 C3"}, "C rotation"},
		{"rotation leaves two", led[:2], []string{"A3 D3 E3", "A3 D3 E3"}, "lots ADE"},
		{"rotation leaves two of three", led, []string{"A3 D3 E3", "A3 D3 E3"}, "lots DE"},
		{"others level than before", never, []string{"A3 B3 C2 D1", "A4 B4 1"}, "lots AB"},
		{"the same two at the top, others below", never, []string{"A3 B2 C2 D2", "A3 B3 C2 D1", "A4 B4 1"}, "lots AB"},
		{"the second place level again is no deadlock", never, []string{"A3 B2 C2 2", "A3 B2 C2 2"}, "ABC"},
		{"one ahead again without a majority", never, []string{"A4 B3 2", "A4 B3 2"}, "AB"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := electing(t, 9, second, func(b *Rulebook) { b.Clusters[0].Officers = tt.years })
			for _, r := range tt.rounds {
				s = apply(t, s, countOf(Leader, r))
			}
			if got := standsAt(&s, Leader); got != tt.want {
				r, _ := s.Race(Leader)
				t.Errorf("%s, want %s: %s", got, tt.want, r.Rounds[len(r.Rounds)-1].Sum.EN)
			}
		})
	}
}

// countOf writes a ballot as "A4 B3 2": two blank papers.
func countOf(o Office, written string) Ballot {
	b := Ballot{Office: o, Votes: map[string]int{}}
	for _, f := range strings.Fields(written) {
		if f[0] >= 'A' {
			b.Votes[f[:1]] = int(f[1] - '0')
		} else {
			b.Blank = int(f[0] - '0')
		}
	}
	return b
}

// standsAt is who is elected, between whom lots are drawn, or who stands next.
func standsAt(s *State, o Office) string {
	r, _ := s.Race(o)
	switch {
	case r.Elected >= 0:
		return officer(s, o)
	case len(r.Tied) > 0:
		return "lots " + candidates(s, o)
	}
	return sortedLetters(candidates(s, o))
}

// Who is in office follows the year of the meeting: by the history, else by the rulebook.
func TestSittingOfficersByYear(t *testing.T) {
	book := testBook(t, second, func(b *Rulebook) {
		b.Election.Sitting = SittingRefuse
		b.Clusters = []Cluster{{ID: "1", Units: unitNames(5), Officers: []Officers{
			{Year: "2018-2019", Leader: "C", Deputy: "D"}, {Year: "2019-2020", Leader: "A", Deputy: "B"}}}}
	})
	for _, tt := range []struct {
		year, edition string
		history       []Officers
		want          string // leader, deputy; who may stand
	}{
		{"2019-2020", "2", nil, "AB CDE"},
		{"2018-2019", "2", nil, "CD ABE"},
		{"2025-2026", "2", nil, " ABCDE"},
		{"2025-2026", "1", nil, "AB CDE"},
		{"2025-2026", "2", []Officers{{Year: "2024-2025", Leader: "A", Deputy: "B"}}, " ABCDE"},
		{"2025-2026", "2", []Officers{{Year: "2024-2025", Leader: "A", Deputy: "B"},
			{Year: "2025-2026", Leader: "E", Deputy: "C"}}, "EC ABD"},
		{"2019-2020", "2", []Officers{{Year: "2019-2020", Leader: "E", Deputy: ""}}, "EB ACD"},
	} {
		b := *book
		if tt.edition == "1" {
			b.Edition = 0
		}
		a := New{Rulebook: &b, Cluster: "1", Year: tt.year, History: tt.history}
		for _, name := range unitNames(5) {
			a.Sheets = append(a.Sheets, full(&b, name, FullPercent))
		}
		s := apply(t, State{}, a)
		o, _ := s.Sitting()
		if got := o.Leader + o.Deputy + " " + candidates(&s, Leader); got != tt.want {
			t.Errorf("%s, edition %s, %v: %q, want %q", tt.year, tt.edition, tt.history, got, tt.want)
		}
	}
}

// A sitting officer with votes is named by what is said of the decision, wherever it is made.
func TestRemarkOfASittingOfficer(t *testing.T) {
	s := electing(t, 5, second, func(b *Rulebook) {
		b.Clusters[0].Officers = []Officers{{Year: "2019-2020", Leader: "A", Deputy: "B"}}
	})
	e, err := Effects(s, Decision{Act: Ballot{Office: Leader, Votes: votes("A4"), Blank: 1}})
	if err != nil || len(e.Remarks) != 1 || !strings.Contains(e.Remarks[0].EN, "A is the sitting leader") {
		t.Errorf("remarks: %v, %v", e.Remarks, err)
	}
}

// What a vote is about is checked when it is put, carried or not.
func TestVoteOnNothing(t *testing.T) {
	for _, act := range []Act{
		score("", "1.1", 0), score("Z", "1.1", 0), score("A", "9", 0),
		bonus("A", "1.1", 100*Point, "r"),
		Order{Units: []string{"A"}}, Leave{"A", "1.1", "r"}, Reject{"A", "1.1", "r"}, Undo{1},
		Order{Units: []string{"A", "B", "C"}, How: OrderByRuling, Reason: "r"},
	} {
		s := roll(t, begin(t, testBook(t, second), 3), "ABC")
		if _, err := Apply(s, Decision{Act: Vote{Subject: "x", Against: 3, Act: act}}); err == nil {
			t.Errorf("a vote that is lost was put on %+v", act)
		}
	}
	s := roll(t, begin(t, testBook(t), 3), "ABC") // as the first edition has it
	apply(t, s, Vote{Subject: "x", Against: 3, Act: score("", "1.1", 0)})
}

// An attendance is not undone under a result that rests on it: the refusal names the decisions.
func TestUndoUnderAResult(t *testing.T) {
	s := roll(t, begin(t, testBook(t, second), 9), "ABCDEFGH")
	s = roll(t, s, "h")
	left := s.Seq()
	s = apply(t, s, Vote{Subject: "x", For: 4, Against: 3}, countOf(Leader, "A4 B3"))
	vote := s.Seq() - 1
	refused(t, s, ErrUndo, "11 and 12", Undo{left})
	refused(t, s, ErrUndo, "12", Undo{2})
	one := apply(t, s, Undo{vote + 1})
	refused(t, one, ErrUndo, "of 11 rests", Undo{left})
	both := apply(t, one, Undo{vote})
	redone := apply(t, both, Undo{left}, Undo{both.Seq() + 1}, Undo{both.Seq()}) // brought back in order
	if redone.Present() != 7 || len(redone.Votes()) != 1 {
		t.Errorf("%d present, %d votes", redone.Present(), len(redone.Votes()))
	}
	gone := apply(t, both, Undo{left})
	refused(t, gone, ErrUndo, "attendance of H that decision 11 rests on", Undo{both.Seq()}) // without its roll
	// What changes no roll is undone as ever, and the roll may be called anew.
	again := apply(t, s, Attend{Unit: "A", Present: true, Person: "Giám đốc"})
	again = apply(t, again, Undo{again.Seq()}, Attend{Unit: "H", Present: true})
	refused(t, again, ErrUndo, "rests", Undo{left})
	// The same where the undo of an undo would change a roll.
	s = roll(t, begin(t, testBook(t, second), 3), "ABC")
	s = apply(t, s, Undo{4}, Vote{Subject: "x", For: 2})
	refused(t, s, ErrUndo, "of 6 rests", Undo{5})
	// The first edition took it.
	s = roll(t, begin(t, testBook(t), 9), "ABCDEFGHh")
	s = apply(t, s, countOf(Leader, "A4 B3"), Undo{10})
	if officer(&s, Leader) != "A ballot" {
		t.Error("a record of the first edition is judged anew")
	}
}

// Counts are complete: what is missing is said. The first edition takes a short count.
func TestCompleteCounts(t *testing.T) {
	s := roll(t, begin(t, testBook(t, second), 6), "ABCDE")
	refused(t, s, ErrVote, "2 votes are missing", Vote{Subject: "x", For: 2, Against: 1})
	refused(t, s, ErrVote, "only 5 - 1 units", Vote{Subject: "x", For: 5, NotVoting: []string{"A"}})
	refused(t, s, ErrVote, "1 votes are missing", Vote{Subject: "x", For: 3, NotVoting: []string{"A"}})
	refused(t, s, ErrVote, "no ballot", Vote{Subject: "x", For: 4, NotVoting: []string{"F"}})
	refused(t, s, ErrVote, "twice", Vote{Subject: "x", For: 3, NotVoting: []string{"A", "A"}})
	refused(t, s, ErrUnknownUnit, "", Vote{Subject: "x", For: 4, NotVoting: []string{"Z"}})
	refused(t, s, ErrVote, "5 votes for, not 4", Vote{Subject: "x", For: 4, Abstain: 1, Unanimous: true})
	refused(t, s, ErrElection, "2 ballots are missing", Ballot{Office: Leader, Votes: votes("A3")})
	refused(t, s, ErrElection, "1 ballots are missing", Ballot{Office: Leader, Votes: votes("A3"),
		NotVoting: []string{"E"}})
	refused(t, s, ErrElection, "there are no ballots", Ballot{Office: Leader, NotVoting: []string{"A", "B", "C", "D",
		"E"}})
	refused(t, s, ErrElection, "does not add up", Ballot{Office: Leader, Votes: votes("A5"), Issued: 6},
		Ballot{Office: Leader, Votes: votes("A4"), Issued: 3, NotVoting: []string{"E"}})
	refused(t, s, ErrElection, "5 ballots returned, but 4 counted",
		Ballot{Office: Leader, Votes: votes("A4"), Returned: 5, NotVoting: []string{"E"}})
	for name, want := range map[string]struct {
		act Act
		sum string
	}{
		"who does not vote stays in the base": {Vote{Subject: "x", For: 3, NotVoting: []string{"A",
			"B"}}, "3 for of 5"},
		"unanimous": {Vote{Subject: "x", Unanimous: true}, "5 for of 5"},
		"unanimous, but for one that does not vote": {Vote{Subject: "x", Unanimous: true, NotVoting: []string{"A"}},
			"4 for of 5"},
	} {
		next := apply(t, s, want.act)
		v := next.Votes()[0]
		if r := v.Ruling; r.Verdict != Carried || !strings.Contains(r.Sum.EN, want.sum) || v.Vote.For != r.For {
			t.Errorf("%s: %s", name, r.Sum.EN)
		}
	}
	e := apply(t, s, Ballot{Office: Leader, Votes: votes("A3"), Issued: 5, Returned: 3, NotVoting: []string{"D", "E"}})
	if officer(&e, Leader) != "A ballot" {
		t.Error("3 of 5 with two that do not vote elect nobody")
	}
	if n := s.Outstanding(Vote{For: 2, NotVoting: []string{"A"}}) + 10*s.Outstanding(countOf(Leader, "A3 1")); n != 12 {
		t.Errorf("outstanding: %d", n)
	}
	short := roll(t, begin(t, testBook(t), 6), "ABCDE")
	apply(t, short, Vote{Subject: "x", For: 2, Against: 1}, countOf(Leader, "A3"))
}

// An election needs the rulebook's quorum.
func TestElectionQuorum(t *testing.T) {
	s := begin(t, testBook(t, second, func(b *Rulebook) { b.Election.Quorum = b.Closing.Quorum }), 6)
	s = roll(t, s, "ABC")
	refused(t, s, ErrElection, "3 of 6 units present, at least 4 needed", countOf(Leader, "A3"))
	s = apply(t, roll(t, s, "D"), countOf(Leader, "A3 1"))
	if officer(&s, Leader) != "A ballot" {
		t.Errorf("elected %q", officer(&s, Leader))
	}
	seq := s.Seq()
	s = apply(t, roll(t, s, "ab"), Undo{seq}) // who leaves afterwards changes nothing
	s = apply(t, s, Undo{s.Seq()})
	if officer(&s, Leader) != "A ballot" {
		t.Errorf("brought back: %q", officer(&s, Leader))
	}
}

// A round that was undone comes back only where its election stands as it stood then.
func TestRoundOfAnotherElection(t *testing.T) {
	s := apply(t, electing(t, 5, second), countOf(Leader, "A3 B2"), countOf(Deputy, "B3 C2"))
	round := s.Seq()
	s = apply(t, s, Undo{round}, Undo{round - 1})
	other := apply(t, s, countOf(Leader, "B3 A2"))
	refused(t, other, ErrUndo, "candidates of decision 8", Undo{round + 1})
	same := apply(t, s, countOf(Leader, "A4 1"), Undo{round + 1})
	if officer(&same, Deputy) != "B ballot" {
		t.Errorf("deputy %q", officer(&same, Deputy))
	}
}

// Nobody may stand: the round is refused, and nothing breaks.
func TestElectionWithoutCandidates(t *testing.T) {
	s := apply(t, electing(t, 1), countOf(Leader, "A1"))
	refused(t, s, ErrElection, "no unit may stand", Ballot{Office: Deputy, Blank: 1})
}

// A value that stays as it was withdraws nothing.
func TestNoChangeWithdrawsNothing(t *testing.T) {
	for _, edition := range []int{0, SecondEdition} {
		s := begin(t, testBook(t, func(b *Rulebook) { b.Edition = edition }), 2, func(i int, sh *Sheet) {
			sh.Marks["1.1"] = InPercent(50_00)
			delete(sh.Marks, "2.2")
		})
		s = apply(t, s, score("A", "1.2", 80_00), Score{"A", "1.2", InPercent(80_00), "r"},
			bonus("A", "2", Point, "r"), Accept{"A"}, Confirm{"A"})
		for _, tt := range []struct {
			name string
			acts []Act
			want bool // accepted and confirmed still
		}{
			{"the self-scored percent", []Act{score("A", "1.1", 50_00)}, true},
			{"the agreed percent, for another reason", []Act{Score{"A", "1.2", InPercent(80_00), "other"}}, true},
			{"the same bonus, for another reason", []Act{bonus("A", "2", Point, "other")}, true},
			{"no penalty where none stood", []Act{penalty("A", "1", 0, "r")}, true},
			{"undo of one of two equal scores", []Act{Undo{2}}, true},
			{"undo of the other", []Act{Undo{3}}, true},
			{"undo of both", []Act{Undo{2}, Undo{3}}, false},
			{"from not scored to 0", []Act{score("A", "2.2", 0)}, false},
			{"another percent", []Act{score("A", "1.1", 60_00)}, false},
			{"another percent, and back", []Act{score("A", "1.1", 60_00), score("A", "1.1", 50_00)}, false},
			{"a smaller bonus", []Act{bonus("A", "2", 0, "r")}, false},
			{"an appraisal", []Act{Appraise{Unit: "A", Criterion: "1.1", Mark: InPercent(10_00)}}, true},
			{"another unit", []Act{score("B", "1.1", 60_00)}, true},
		} {
			next := apply(t, s, tt.acts...)
			want := tt.want && (edition != 0 || tt.name == "an appraisal" || tt.name == "another unit")
			if u := next.Units()[0]; u.Accepted() != want || u.Confirmed() != want {
				t.Errorf("edition %d, %s: accepted %v, confirmed %v", edition, tt.name, u.Accepted(), u.Confirmed())
			}
			undone := next
			for range tt.acts {
				undone = apply(t, undone, Undo{undone.Seq() - 2*(undone.Seq()-next.Seq())})
			}
			if u := undone.Units()[0]; !u.Accepted() || !u.Confirmed() {
				t.Errorf("edition %d, %s, undone: accepted %v, confirmed %v", edition, tt.name, u.Accepted(),
					u.Confirmed())
			}
		}
	}
}

// What a decision withdraws is said before it is made.
func TestEffects(t *testing.T) {
	s := begin(t, testBook(t, second), 2, func(i int, sh *Sheet) {
		sh.Requests = []Request{{"1.1", 5 * Point, "r"}, {"2", Point, "r"}}
	})
	e, err := Effects(s, Decision{Act: Accept{"A"}})
	if err != nil || len(e.Requests) != 2 || e.Requests[0].Unit != 0 || !strings.Contains(e.Remarks[0].EN,
		"A has 2 requests") {
		t.Errorf("accepted over requests: %+v, %v", e.Remarks, err)
	}
	s = apply(t, e.Next, Confirm{"A"})
	e, err = Effects(s, Decision{Act: score("A", "1.1", 0)})
	if err != nil || !slices.Equal(e.Acceptances, []int{0}) || !slices.Equal(e.Confirmations, []int{0}) ||
		len(e.Remarks) != 2 {
		t.Errorf("a change: %+v, %v", e, err)
	}
	e, err = Effects(s, Decision{Act: score("A", "1.1", FullPercent)})
	if err != nil || len(e.Remarks) != 0 || !e.Same {
		t.Errorf("no change: %+v, %v", e.Remarks, err)
	}
	if _, err = Effects(s, Decision{Act: score("Z", "1.1", 0)}); err == nil {
		t.Error("what is refused has effects")
	}
	at := s.Last().At
	s, _ = Apply(s, Decision{At: at.AddDate(2020, 0, 0), Act: Note{"A", "1", "n"}})
	if e, _ = Effects(s, Decision{At: s.Last().At.AddDate(0, 0, -1), Act: Note{"A", "1", "m"}}); len(e.Remarks) != 1 {
		t.Errorf("a time before the one before: %v", e.Remarks)
	}
}

// Requests are answered by a bonus or by a reject, and nothing else.
func TestRequestsAreAnswered(t *testing.T) {
	s := begin(t, testBook(t, second), 2, func(i int, sh *Sheet) {
		sh.Requests = []Request{{"1.1", 5 * Point, "r"}, {"2", Point, "r"}}
	})
	open := func(s State) (out string) {
		for _, q := range s.Units()[0].OpenRequests() {
			out += q.Target + " "
		}
		return out
	}
	refused(t, s, ErrNoReason, "reason", Reject{"A", "1.1", " "})
	refused(t, s, ErrRequest, "waits", Reject{"A", "1.2", "r"})
	s = apply(t, s, Reject{"A", "1.1", "r"})
	refused(t, s, ErrRequest, "waits", Reject{"A", "1.1", "r"})
	if open(s) != "2 " || s.Units()[0].Changes() != 0 {
		t.Errorf("open: %s", open(s))
	}
	s = apply(t, s, Undo{s.Seq()}, bonus("A", "1.1", 3*Point, "r"))
	refused(t, s, ErrRequest, "waits", Reject{"A", "1.1", "r"})
	if open(s) != "2 " {
		t.Errorf("granted: open %s", open(s))
	}
	if s = apply(t, s, bonus("A", "1.1", 0, "r")); open(s) != "1.1 2 " {
		t.Errorf("a bonus of 0 is an answer: open %s", open(s))
	}
	s = roll(t, s, "AB")
	if s = apply(t, s, Vote{Subject: "x", For: 2, Act: Reject{"A", "2", "r"}}); open(s) != "1.1 " {
		t.Errorf("rejected by vote: open %s", open(s))
	}
}

// A criterion that nobody scored blocks closing, unless the meeting leaves it so.
func TestClosingOverWhatIsNotScored(t *testing.T) {
	s := begin(t, testBook(t, second, func(b *Rulebook) { b.Clusters = []Cluster{{ID: "", Units: unitNames(3)}} }), 3,
		func(i int, sh *Sheet) {
			sh.Marks["1.1"] = InPercent(Percent(i) * 1000)
			sh.Requests = []Request{{"2", Point, "r"}}[:i/2]
			if i == 1 {
				delete(sh.Marks, "2.2")
			}
		})
	s = apply(t, roll(t, s, "ABC"), Accept{"A"}, Accept{"B"}, Accept{"C"})
	refused(t, s, ErrBlocked, "B has no score for 2.2", Close{})
	refused(t, s, ErrNoReason, "reason", Leave{"B", "2.2", ""})
	refused(t, s, ErrScored, "has a score", Leave{"A", "2.2", "r"})
	refused(t, s, ErrNotScored, "field", Leave{"B", "2", "r"})
	if scored := apply(t, s, score("B",
		"2.2", 0)); slices.ContainsFunc(scored.Blockers(), func(b Blocker) bool { return b.Kind == NotYetScored }) {
		t.Error("scored, and blocks still")
	}
	s = apply(t, s, Leave{"B", "2.2", "lý do"})
	if !s.Units()[1].Accepted() {
		t.Error("to leave a criterion withdraws an acceptance")
	}
	var words []string
	for _, w := range s.Warnings() {
		words = append(words, w.What.EN)
	}
	if got := strings.Join(words,
		"; "); got != "no leader is elected; no deputy is elected; C asks for 1.00 points at 2: no answer yet; "+
		"B stays without a score for 2.2: lý do" {
		t.Errorf("warnings: %s", got)
	}
	undone := apply(t, s, Undo{s.Seq()})
	refused(t, undone, ErrBlocked, "B has no score for 2.2", Close{})
	e, err := Effects(s, Decision{Act: Close{}})
	if err != nil || len(e.Remarks) != 4 {
		t.Fatalf("closing: %v, %v", e.Remarks, err)
	}
	if missing := e.Next.Preflight(); len(missing) != 0 {
		t.Errorf("the ceremony: %+v", missing)
	}
}

// An order is voted on, ruled by the chair or drawn; a vote on it that is level is recorded and decides nothing.
func TestOrderByRuling(t *testing.T) {
	s := roll(t, begin(t, testBook(t, second), 4), "ABCD")
	order := Order{Units: []string{"B", "A", "C", "D"}}
	lost := apply(t, s, Vote{Subject: "x", For: 2, Against: 2, Act: order})
	if v := lost.Votes()[0].Ruling.Verdict; v != Tied || !strings.HasPrefix(places(&lost, Agreed), "1 A open") {
		t.Errorf("a level vote: %v, %s", v, places(&lost, Agreed))
	}
	refused(t, lost, ErrNoReason, "reason", Order{Units: order.Units, How: OrderByRuling}, Order{Units: order.Units,
		How: OrderByLots})
	refused(t, lost, ErrNotEqual, "come to by", Order{Units: order.Units, How: "shouting", Reason: "r"})
	refused(t, lost, ErrVote, "how", Vote{Subject: "x", For: 4, Act: Order{Units: order.Units, How: OrderByLots,
		Reason: "r"}})
	for how, says := range map[OrderHow]string{OrderByRuling: "The chair ruled", OrderByLots: "drawn by lots",
		OrderByVote: "by the cluster"} {
		next := apply(t, lost, Order{Units: order.Units, How: how, Reason: "r"})
		if !strings.HasPrefix(places(&next, Agreed), "1 B vote flag") {
			t.Errorf("%s: %s", how, places(&next, Agreed))
		}
		e := next.WhyRank(Agreed, 1)
		if !slices.ContainsFunc(e.Notes, func(n lang.Text) bool { return strings.Contains(n.EN, says) }) {
			t.Errorf("%s: why says %v", how, e.Notes)
		}
	}
}

// The same person is the same name, whatever the case and the spaces.
func TestSamePerson(t *testing.T) {
	s := apply(t, begin(t, testBook(t, second), 2), Attend{Unit: "A", Present: true, Person: "Phó  Giám đốc"},
		Attend{Unit: "A", Present: true, Person: "phó giám đốc"})
	if n := len(s.Units()[0].People()); n != 1 {
		t.Errorf("%d people", n)
	}
	if s = apply(t, s, Attend{Unit: "A", Person: "PHÓ GIÁM ĐỐC"}); s.Units()[0].Present() {
		t.Error("who left is there still")
	}
}

// Redo walks back through all the undos that nothing followed.
func TestRedoWalksBack(t *testing.T) {
	s := apply(t, begin(t, testBook(t), 2), score("A", "1.1", 10_00), score("A", "1.1", 20_00),
		score("A", "1.1", 30_00), Undo{4}, Undo{3}, Undo{2})
	percent := func(s State) Percent {
		at, _ := s.Rulebook().Index("1.1")
		p, _ := s.Units()[0].Percent(Agreed, at)
		return p
	}
	redo := func() {
		d := s.NextRedo()
		if d == nil {
			t.Fatal("nothing is left to redo")
		}
		s = apply(t, s, Undo{d.Seq})
	}
	for _, want := range []Percent{10_00, 20_00} {
		if redo(); percent(s) != want {
			t.Errorf("redone: %v, want %v", percent(s), want)
		}
	}
	if base, back := s.Undone(s.Last()); base.Seq != 3 || !back {
		t.Errorf("the last decision brings back %d: %v", base.Seq, back)
	}
	s = apply(t, s, Undo{3}) // undone once more, and redone, then the one that was still undone
	if redo(); percent(s) != 20_00 {
		t.Errorf("undone and redone: %v", percent(s))
	}
	if redo(); percent(s) != 30_00 {
		t.Errorf("redone to the end: %v", percent(s))
	}
	if d := s.NextRedo(); d != nil {
		t.Errorf("redo goes on with %d", d.Seq)
	}
	s = apply(t, s, Undo{4}, Note{"A", "1", "n"})
	if d := s.NextRedo(); d != nil {
		t.Errorf("redo over a later decision: %d", d.Seq)
	}
}

// A decision that leaves a value as it was is told from one that changes it, whatever the kind.
func TestSameValue(t *testing.T) {
	s := begin(t, testBook(t, second), 2)
	for _, act := range []Act{bonus("A", "1.1", Point, "r"), penalty("A", "1.1", Point, "r"),
		Sanctioned{"A", Downgraded, "r"}, score("A", "1.1", 1234)} {
		for _, same := range []bool{false, true} {
			e, err := Effects(s, Decision{Act: act})
			if err != nil || e.Same != same {
				t.Errorf("%+v: same %t, want %t: %v", act, e.Same, same, err)
			}
			s = e.Next
		}
	}
}
