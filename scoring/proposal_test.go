package scoring

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// half is more than half of those present.
func halfOfPresent() VoteRule {
	return VoteRule{Threshold: Threshold{Ratio: Ratio{1, 2}, More: true}}
}

// ranked is a meeting of so many units, A the first, each a point behind the one before, all present.
func ranked(t testing.TB, n int, change ...func(*Rulebook)) State {
	t.Helper()
	units := make([]plainUnit, n)
	for i, name := range unitNames(n) {
		units[i] = plainUnit{name: name, total: int64(40 - i)}
	}
	three := func(b *Rulebook) { b.Awards[1].Counts = []AwardCount{{1, 3}} }
	s := withTotals(t, testBook(t, append([]func(*Rulebook){three}, change...)...), units)
	for _, u := range s.Units() {
		s = apply(t, s, Attend{Unit: u.Name(), Present: true})
	}
	return s
}

// has is what every unit has, in order of rank: «A flag+praise, B pending(certificate)».
func has(s *State) string {
	var out []string
	for _, x := range s.Standings(Agreed).All() {
		said := x.Award
		if len(x.Beside) > 0 {
			said += "+" + strings.Join(x.Beside, "+")
		}
		if len(x.Waits) > 0 {
			said += "(" + strings.Join(x.Waits, " ") + ")"
		}
		out = append(out, s.Units()[x.Unit].Name()+" "+said)
	}
	return strings.Join(out, ", ")
}

func expect(t *testing.T, s State, want string) {
	t.Helper()
	if got := has(&s); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A unit that gives way uses nothing up and keeps its turn for what it did not decline.
func TestDecline(t *testing.T) {
	s := ranked(t, 4)
	expect(t, s, "A flag, B certificate, C certificate, D certificate")
	s = apply(t, s, Decline{Unit: "A", Award: "flag", Reason: "đã nhận năm trước"})
	expect(t, s, "A certificate, B flag, C certificate, D certificate")
	refused(t, s, ErrAward, "", Decline{Unit: "A", Award: "flag", Reason: "r"},
		Decline{Unit: "A", Award: "x", Reason: "r"})
	refused(t, s, ErrNoReason, "", Decline{Unit: "B"})
	s = apply(t, s, Decline{Unit: "B", Reason: "xin rút"})
	expect(t, s, "A certificate, B none, C flag, D certificate")
	s = apply(t, s, Undo{s.Seq()}, Undo{s.Seq() - 1})
	expect(t, s, "A flag, B certificate, C certificate, D certificate")
}

// «Không quá n» is a ceiling.
func TestQuota(t *testing.T) {
	s := ranked(t, 5)
	s = apply(t, s, Quota{Award: "certificate", Number: 1, Reason: "cụm thống nhất"})
	expect(t, s, "A flag, B certificate, C none, D none, E none")
	refused(t, s, ErrAward, "", Quota{Award: "certificate", Number: 4, Reason: "r"},
		Quota{Award: "certificate", Number: -1, Reason: "r"})
	s = apply(t, s, Quota{Award: "flag", Number: 0, Reason: "không đề nghị"})
	expect(t, s, "A certificate, B none, C none, D none, E none")
	s = apply(t, s, Undo{s.Seq()}, Undo{s.Seq() - 1})
	expect(t, s, "A flag, B certificate, C certificate, D certificate, E none")
}

func voteFlag(b *Rulebook) { b.Awards[0].Vote = AwardVote{Asked: true, Rule: halfOfPresent()} }

// An award that asks for a vote waits for it; lost, the next unit is nominated; another that comes to lead waits anew.
func TestAwardByVote(t *testing.T) {
	s := ranked(t, 4, voteFlag)
	expect(t, s, "A pending(flag), B certificate, C certificate, D certificate")
	refused(t, s, ErrVote, "", Propose{Unit: "A", Award: "flag"})
	vote := func(unit string, yes int) Vote {
		return Vote{Subject: "suy tôn", For: yes, Against: 4 - yes, Act: Propose{Unit: unit, Award: "flag"}}
	}
	second := ranked(t, 4, voteFlag, second)
	refused(t, second, ErrAward, "the turn is of A", vote("B", 4))
	won := apply(t, s, vote("A", 3))
	expect(t, won, "A flag, B certificate, C certificate, D certificate")
	lost := apply(t, s, vote("A", 1))
	expect(t, lost, "A certificate, B pending(flag), C certificate, D certificate")
	tied := apply(t, s, vote("A", 2))
	expect(t, tied, "A certificate, B pending(flag), C certificate, D certificate")
	back := apply(t, lost, Undo{lost.Seq()})
	expect(t, back, "A pending(flag), B certificate, C certificate, D certificate")

	if found := fmt.Sprint(won.Blockers()); strings.Contains(found, "waits") {
		t.Errorf("a carried award stands in the way: %s", found)
	}
	blockers := ""
	for _, b := range s.Blockers() {
		blockers += b.What.EN + ";"
	}
	if !strings.Contains(blockers, "waits for a vote: A") {
		t.Errorf("closing is not blocked: %s", blockers)
	}
	led := apply(t, won, Bonus{Unit: "B", Target: "2", Points: 2 * Point, Reason: "r"})
	expect(t, led, "B pending(flag), A certificate, C certificate, D certificate")
	expect(t, apply(t, led, Undo{led.Seq()}), "A flag, B certificate, C certificate, D certificate")
}

// An award may ask for ballots, and has a threshold of its own.
func TestAwardBySecretBallot(t *testing.T) {
	s := ranked(t, 4, voteFlag, func(b *Rulebook) {
		b.Awards[0].Vote.Secret = true
		b.Awards[0].Vote.Rule.Threshold = Threshold{Ratio: Ratio{3, 4}}
	})
	act := Propose{Unit: "A", Award: "flag"}
	refused(t, s, ErrVote, "secret", Vote{Subject: "s", For: 4, Act: act})
	expect(t, apply(t, s, Vote{Subject: "s", For: 2, Against: 2, Secret: true, Act: act}),
		"A certificate, B pending(flag), C certificate, D certificate")
	expect(t, apply(t, s, Vote{Subject: "s", For: 3, Against: 1, Secret: true, Act: act}),
		"A flag, B certificate, C certificate, D certificate")
}

// A part of the cluster, of all or of the rest, rounded as the rulebook says.
func TestAwardQuota(t *testing.T) {
	for _, tt := range []struct {
		q     AwardQuota
		units int
		want  int
	}{
		{AwardQuota{Share: Ratio{1, 2}, Of: OfRest}, 8, 3},
		{AwardQuota{Share: Ratio{1, 2}, Of: OfRest, Round: RoundNearest}, 8, 4},
		{AwardQuota{Share: Ratio{20, 100}}, 9, 1},
		{AwardQuota{Share: Ratio{20, 100}, Round: RoundUp}, 9, 2},
		{AwardQuota{Share: Ratio{20, 100}, Round: RoundNearest}, 12, 2},
		{AwardQuota{Share: Ratio{20, 100}, Round: RoundNearest}, 13, 3},
		{AwardQuota{Share: Ratio{1, 1}, Most: 2}, 9, 2},
		{AwardQuota{Share: Ratio{1, 2}, Round: RoundUp}, 4, 2},
	} {
		b := testBook(t, func(b *Rulebook) { b.Awards[1].Counts, b.Awards[1].Quota = nil, tt.q })
		if got := b.Number(1, tt.units); got != tt.want {
			t.Errorf("%+v of %d: %d, want %d", tt.q, tt.units, got, tt.want)
		}
	}
}

// What a unit must have: a minimum, a class.
func TestMinimumAndClass(t *testing.T) {
	s := ranked(t, 4, func(b *Rulebook) {
		b.Classes = []Class{{ID: "good", From: Floor{By: FloorPoints, Points: 15_600_000}},
			{ID: "fair", From: Floor{By: FloorPoints, Points: 15_200_000}}}
		b.Awards[0].Class = "good"
		b.Awards[1].Min = Floor{By: FloorPoints, Points: 15_200_000}
	})
	classes := ""
	for _, x := range s.Standings(Agreed).All() {
		classes += s.Units()[x.Unit].Name() + " " + x.Class + ", "
	}
	if classes != "A good, B good, C fair, D , " {
		t.Errorf("classes %s", classes)
	}
	expect(t, s, "A flag, B certificate, C certificate, D none")
}

// An award beside another uses up nobody's turn.
func TestAwardBeside(t *testing.T) {
	s := ranked(t, 4, func(b *Rulebook) {
		b.Awards = append(b.Awards, Award{ID: "praise", Beside: true, Counts: []AwardCount{{1, 2}}})
	})
	expect(t, s, "A flag+praise, B certificate+praise, C certificate, D certificate")
	s = apply(t, s, Decline{Unit: "A", Award: "praise", Reason: "r"},
		Decline{Unit: "C", Award: "certificate", Reason: "r"})
	expect(t, s, "A flag, B certificate+praise, C praise, D certificate")
}

// What was decided above in the end stands beside what was proposed; only a closed meeting takes it.
func TestDecide(t *testing.T) {
	s := ranked(t, 3)
	d := Decide{Unit: "B", Award: "flag", Document: "QĐ 1"}
	refused(t, s, ErrNotClosed, "", d)
	for _, u := range s.Units() {
		s = apply(t, s, Accept{Unit: u.Name()})
	}
	s = apply(t, s, Close{}, d, Decide{Unit: "A", Award: AwardNone, Document: "QĐ 1"})
	refused(t, s, ErrAward, "", Decide{Unit: "B", Award: "x", Document: "QĐ 1"})
	refused(t, s, ErrNoReason, "", Decide{Unit: "B", Award: "flag"})
	final := s.Standings(Final)
	got := ""
	for _, x := range final.All() {
		got += s.Units()[x.Unit].Name() + " " + x.Award + "/" + x.Proposed + ", "
	}
	if want := "A none/flag, B flag/certificate, C none/certificate, "; got != want || final.Stage() != Final {
		t.Errorf("got %s, want %s", got, want)
	}
	expect(t, s, "A flag, B certificate, C certificate")
}

// An award that goes by ballot goes to who has most votes among the first of the ranking.
func TestAwardByBallot(t *testing.T) {
	ballot := func(b *Rulebook) { b.Awards[0].Ballot = AwardBallot{Nominees: 3} }
	s := ranked(t, 5, ballot, second)
	expect(t, s, "A pending(flag), B pending(flag), C pending(flag), D certificate, E none")
	refused(t, s, ErrElection, "no candidate", Ballot{Office: "flag", Votes: votes("D5")})
	refused(t, s, ErrElection, "no office", Ballot{Office: "certificate", Votes: votes("A5")})
	won := apply(t, s, Ballot{Office: "flag", Votes: votes("B3 A2")})
	expect(t, won, "A certificate, B flag, C certificate, D certificate, E none")
	undone := apply(t, won, Undo{won.Seq()})
	expect(t, undone, "A pending(flag), B pending(flag), C pending(flag), D certificate, E none")
	again := apply(t, s, Ballot{Office: "flag", Votes: votes("B2 A2"), Blank: 1})
	expect(t, again, "A pending(flag), B pending(flag), C pending(flag), D certificate, E none")
	expect(t, apply(t, again, Ballot{Office: "flag", Votes: votes("B2 A3")}),
		"A flag, B certificate, C certificate, D certificate, E none")
	gone := apply(t, won, Decline{Unit: "B", Reason: "r"})
	expect(t, gone, "A pending(flag), B none, C pending(flag), D pending(flag), E certificate")
	if o := s.Elections(); len(o) != 3 || o[2] != "flag" {
		t.Errorf("elections %v", o)
	}
}

// A ballot chooses one unit: an award of which there are more is refused where the rulebook is read.
func TestBallotIsForOne(t *testing.T) {
	b := *testBook(t)
	b.Awards = slices.Clone(b.Awards)
	b.Awards[1].Ballot = AwardBallot{Nominees: 3}
	found := false
	for _, f := range b.Compile() {
		found = found || f.Path == "award[1].ballot"
	}
	if !found {
		t.Error("a ballot for two certificates is taken")
	}
}
