package scoring

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// electing is a meeting of units A, B, C …, all present.
func electing(t testing.TB, units int, change ...func(*Rulebook)) State {
	b := testBook(t, append([]func(*Rulebook){func(b *Rulebook) {
		b.Clusters = []Cluster{{ID: "1", Units: unitNames(units)}}
	}}, change...)...)
	a := New{Rulebook: b, Cluster: "1", Year: "2019-2020"}
	for _, name := range unitNames(units) {
		a.Sheets = append(a.Sheets, full(b, name, FullPercent))
	}
	s, err := Apply(State{}, Decision{Act: a})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range unitNames(units) {
		s = apply(t, s, Attend{Unit: name, Present: true})
	}
	return s
}

// votes writes a count as "A4 B3".
func votes(s string) map[string]int {
	out := map[string]int{}
	for _, f := range strings.Fields(s) {
		n := 0
		fmt.Sscan(f[1:], &n)
		out[f[:1]] = n
	}
	return out
}

// officer says who is elected and how.
func officer(s *State, o Office) string {
	unit, how, ok := s.Elected(o)
	if !ok {
		return ""
	}
	return s.Units()[unit].Name() + " " + how
}

// candidates are the names of who may stand in the next round.
func candidates(s *State, o Office) string {
	r, _ := s.Race(o)
	out := ""
	for _, i := range r.Candidates {
		out += s.Units()[i].Name()
	}
	return out
}

func TestElections(t *testing.T) {
	tests := []struct {
		name   string
		rounds []string
		blank  []int
		want   string // elected, or the candidates of the next round
	}{
		{"more than half", []string{"A5 B4"}, nil, "A ballot"},
		{"half is not enough", []string{"A4 B3 C2"}, nil, "AB"},
		{"all level with the second", []string{"A3 B2 C2 D2"}, nil, "ABCD"},
		{"all level with the first", []string{"A3 B3 C3"}, nil, "ABC"},
		{"blank papers stay in the base", []string{"A4 B1"}, []int{4}, "AB"},
		{"a second round", []string{"A4 B3 C2", "A4 B5"}, nil, "B ballot"},
		{"a second round without a majority", []string{"A4 B3 C2", "A4 B3"}, []int{0, 2}, "AB"},
		{"a third round", []string{"A3 B2 C2 D2", "A4 B3 C2", "A6 B3"}, nil, "A ballot"},
		{"level in a round of two, B led before", []string{"A4 B3 C2", "A4 B4"}, []int{0, 1}, "A rotation"},
		{"level in a round of two, C led long ago, B last", []string{"B4 C4 A1", "B4 C4"}, []int{0, 1}, "C rotation"},
		{"level in a round of two, neither ever led", []string{"A4 D4 C1", "A4 D4"}, []int{0, 1}, "AD"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := electing(t, 9, func(b *Rulebook) {
				b.Clusters[0].Officers = []Officers{{Year: "2010-2011", Leader: "C", Deputy: "D"},
					{Year: "2018-2019", Leader: "B", Deputy: "C"}}
			})
			for i, r := range tt.rounds {
				blank := 0
				if i < len(tt.blank) {
					blank = tt.blank[i]
				}
				s = apply(t, s, Ballot{Office: Leader, Votes: votes(r), Blank: blank})
			}
			got := officer(&s, Leader)
			if got == "" {
				got = candidates(&s, Leader)
			}
			if got != tt.want {
				r, _ := s.Race(Leader)
				t.Errorf("%s, want %s: %s", got, tt.want, r.Rounds[len(r.Rounds)-1].Sum.VI)
			}
		})
	}
}

func TestLots(t *testing.T) {
	s := electing(t, 8)
	if _, err := Apply(s, Decision{Act: Lots{Office: Leader, Winner: "A"}}); !errors.Is(err, ErrElection) {
		t.Errorf("lots about nothing: %v", err)
	}
	s = apply(t, s, Ballot{Office: Leader, Votes: votes("A4 B3 C1")}, Ballot{Office: Leader, Votes: votes("A4 B4")})
	if _, err := Apply(s, Decision{Act: Ballot{Office: Leader, Votes: votes("A4 B4")}}); !errors.Is(err, ErrElection) ||
		!strings.Contains(err.Error(), "lots") {
		t.Errorf("a third round instead of lots: %v", err)
	}
	if _, err := Apply(s, Decision{Act: Lots{Office: Leader, Winner: "C"}}); !errors.Is(err, ErrElection) {
		t.Errorf("lots for one who is not level: %v", err)
	}
	drawn := []string{"A", "B"}[Draw("seed", 2)]
	for _, name := range []string{"A", "B"} {
		if _, err := Apply(s,
			Decision{Act: Lots{Office: Leader, Winner: name, Reason: "r",
				Seed: "seed"}}); (err == nil) != (name == drawn) {
			t.Errorf("the seed draws %s; recording %s: %v", drawn, name, err)
		}
	}
	s = apply(t, s, Lots{Office: Leader, Winner: "B", Reason: "bốc thăm trước hội nghị"})
	if got := officer(&s, Leader); got != "B lots" {
		t.Errorf("elected %s", got)
	}
	if _, err := Apply(s, Decision{Act: Ballot{Office: Leader, Votes: votes("A8")}}); !errors.Is(err, ErrElection) {
		t.Errorf("a leader is elected twice: %v", err)
	}
	if _, err := Apply(s, Decision{Act: Undo{s.Seq() - 1}}); !errors.Is(err, ErrUndo) {
		t.Errorf("undo of a round that lots build on: %v", err)
	}
	lots := s.Seq()
	s = apply(t, s, Undo{lots})
	if officer(&s, Leader) != "" {
		t.Error("the undone lots still count")
	}
	s = apply(t, s, Undo{lots + 1}, Ballot{Office: Deputy, Votes: votes("A8")})
	if officer(&s, Leader) != "B lots" || officer(&s, Deputy) != "A ballot" {
		t.Errorf("leader %s, deputy %s", officer(&s, Leader), officer(&s, Deputy))
	}
	if _, err := Apply(s, Decision{Act: Undo{lots + 1}}); !errors.Is(err, ErrUndo) {
		t.Errorf("undo of the leader's election below the deputy's: %v", err)
	}
}

func TestBallotRefusals(t *testing.T) {
	s := electing(t, 5)
	for name, b := range map[string]Ballot{
		"deputy first":          {Office: Deputy, Votes: votes("A3")},
		"unknown office":        {Office: "king", Votes: votes("A3")},
		"no member":             {Office: Leader, Votes: votes("Z3")},
		"too many":              {Office: Leader, Votes: votes("A3 B3")},
		"too many with blanks":  {Office: Leader, Votes: votes("A3"), Blank: 3},
		"negative":              {Office: Leader, Votes: votes("A-3")},
		"none":                  {Office: Leader},
		"wrong round":           {Office: Leader, Round: 2, Votes: votes("A3")},
		"papers do not add up":  {Office: Leader, Votes: votes("A3"), Returned: 4},
		"more back than issued": {Office: Leader, Votes: votes("A4"), Issued: 3, Returned: 4},
		"more issued than here": {Office: Leader, Votes: votes("A4"), Issued: 6, Returned: 4},
	} {
		if _, err := Apply(s, Decision{Act: b}); !errors.Is(err, ErrElection) && !errors.Is(err, ErrUnknownUnit) {
			t.Errorf("%s: %v", name, err)
		}
	}
	s = apply(t, s, Ballot{Office: Leader, Votes: votes("A2 B2 C1"), Issued: 5, Returned: 5})
	if _, err := Apply(s, Decision{Act: Ballot{Office: Leader, Votes: votes("C3")}}); !errors.Is(err, ErrElection) {
		t.Errorf("a runoff of one who is not in it: %v", err)
	}
	s = apply(t, s, Ballot{Office: Leader, Round: 2, Votes: votes("A3 B2")})
	if _, err := Apply(s, Decision{Act: Ballot{Office: Deputy, Votes: votes("A3")}}); !errors.Is(err, ErrElection) ||
		!strings.Contains(err.Error(), "no candidate") {
		t.Errorf("the leader stands for deputy: %v", err)
	}
}

func TestSittingOfficersAndSecrecy(t *testing.T) {
	officers := func(b *Rulebook) { b.Clusters[0].Officers = []Officers{{Year: "2019-2020", Leader: "A", Deputy: "B"}} }
	s := apply(t, electing(t, 5, officers), Ballot{Office: Leader, Votes: votes("A5")})
	r, _ := s.Race(Leader)
	if notes := r.Rounds[0].Notes; len(notes) != 2 ||
		!strings.Contains(notes[0].VI+notes[1].VI, "A đang là Cụm trưởng") ||
		!strings.Contains(notes[0].VI+notes[1].VI, "mọi phiếu giống nhau") {
		t.Errorf("warnings: %v", notes)
	}
	s = electing(t, 5, officers, func(b *Rulebook) { b.Election.Sitting = SittingRefuse })
	if _, err := Apply(s, Decision{Act: Ballot{Office: Leader, Votes: votes("A5")}}); !errors.Is(err, ErrElection) {
		t.Errorf("a sitting officer stood where the rulebook refuses it: %v", err)
	}
}

// Votes in a round that counts again are held against who was present then.
func TestUndoneRoundCountsAgain(t *testing.T) {
	s := apply(t, electing(t, 5), Ballot{Office: Leader, Votes: votes("A3 B2")})
	seq := s.Seq()
	s = apply(t, s, Undo{seq}, Attend{Unit: "D"}, Attend{Unit: "E"}, Undo{seq + 1})
	if got := officer(&s, Leader); got != "A ballot" {
		t.Errorf("elected %q", got)
	}
}

// referenceRound says by the words of rule 8 what a round comes to: "X ballot", "X rotation", "lots XY", or the next
// candidates.
func referenceRound(present int, names string, count map[string]int, lastHeld map[string]string) string {
	for _, n := range names {
		if 2*count[string(n)] > present {
			return string(n) + " ballot"
		}
	}
	if len(names) == 2 && count[names[:1]] == count[names[1:]] {
		a, b := names[:1], names[1:]
		switch {
		case lastHeld[a] == lastHeld[b]:
			return "lots " + names
		case lastHeld[a] < lastHeld[b]:
			return a + " rotation"
		}
		return b + " rotation"
	}
	var all []int
	for _, n := range names {
		all = append(all, count[string(n)])
	}
	slices.Sort(all)
	slices.Reverse(all)
	second := all[min(1, len(all)-1)]
	var in []string
	for _, n := range names {
		if count[string(n)] >= second {
			in = append(in, string(n))
		}
	}
	slices.Sort(in)
	return strings.Join(in, "")
}

// TestEverySmallElection holds every count of up to three rounds in clusters of two to five units against the second
// implementation.
func TestEverySmallElection(t *testing.T) {
	lastHeld := map[string]string{"A": "2012-2013", "B": "2018-2019"}
	officers := []Officers{{Year: "2012-2013", Leader: "A", Deputy: ""}, {Year: "2018-2019", Leader: "B", Deputy: ""}}
	for units := 2; units <= 5; units++ {
		start := electing(t, units, func(b *Rulebook) { b.Clusters[0].Officers = officers })
		counted := 0
		var play func(s State, names string, round int)
		play = func(s State, names string, round int) {
			eachCount(len(names), units, func(n []int) {
				count := map[string]int{}
				sum := 0
				for i, v := range n {
					count[names[i:i+1]] = v
					sum += v
				}
				if sum == 0 {
					return
				}
				counted++
				next, err := Apply(s, Decision{Act: Ballot{Office: Leader, Votes: count, Blank: units - sum}})
				if err != nil {
					t.Fatal(err)
				}
				want := referenceRound(units, names, count, lastHeld)
				got := officer(&next, Leader)
				if got == "" {
					got = sortedLetters(candidates(&next, Leader))
					if r, _ := next.Race(Leader); len(r.Tied) > 0 {
						got = "lots " + got
					}
				}
				if got != want {
					t.Fatalf("%d units, candidates %s, %v: %s, want %s", units, names, count, got, want)
				}
				// of the third rounds, a part
				if !strings.Contains(got, " ") && round < 3 && (round < 2 || counted%17 == 0) {
					play(next, got, round+1)
				}
			})
		}
		play(start, strings.Join(unitNames(units), ""), 1)
	}
}

func sortedLetters(s string) string {
	l := strings.Split(s, "")
	slices.Sort(l)
	return strings.Join(l, "")
}

// eachCount calls f with every way in which candidates can share at most so many votes.
func eachCount(candidates, most int, f func([]int)) {
	n := make([]int, candidates)
	var fill func(i, left int)
	fill = func(i, left int) {
		if i == candidates {
			f(n)
			return
		}
		for v := range left + 1 {
			n[i] = v
			fill(i+1, left-v)
		}
	}
	fill(0, most)
}

// Whatever is typed, the votes counted never exceed the voters, and the order in which candidates are written never
// matters.
func TestElectionProperties(t *testing.T) {
	start := electing(t, 7)
	rapid.Check(t, func(t *rapid.T) {
		s := start
		for range rapid.IntRange(1, 6).Draw(t, "steps") {
			office := rapid.SampledFrom([]Office{Leader, Deputy}).Draw(t, "office")
			count := map[string]int{}
			for _, name := range rapid.SliceOfN(rapid.SampledFrom(unitNames(7)), 0, 4).Draw(t, "names") {
				count[name] = rapid.IntRange(0, 7).Draw(t, "votes")
			}
			var act Act = Ballot{Office: office, Votes: count, Blank: rapid.IntRange(0, 2).Draw(t, "blank"),
				Spoiled: rapid.IntRange(0, 1).Draw(t, "spoiled")}
			if r, _ := s.Race(office); len(r.Tied) > 0 && rapid.Bool().Draw(t, "draw") {
				act = Lots{Office: office, Winner: s.Units()[r.Tied[rapid.IntRange(0, 1).Draw(t, "lot")]].Name(),
					Reason: "r"}
			}
			if rapid.IntRange(0, 5).Draw(t, "undo") == 0 {
				act = Undo{s.Seq()}
			}
			next, err := Apply(s, Decision{Act: act})
			if err != nil {
				continue
			}
			s = next
		}
		for _, o := range []Office{Leader, Deputy} {
			r, _ := s.Race(o)
			for _, round := range r.Rounds {
				sum := round.Ballot.Blank + round.Ballot.Spoiled
				for _, n := range round.Ballot.Votes {
					sum += n
				}
				if sum > 7 {
					t.Fatalf("%d ballots of 7 units", sum)
				}
			}
		}
		l, _, okL := s.Elected(Leader)
		d, _, okD := s.Elected(Deputy)
		if okD && (!okL || l == d) {
			t.Fatalf("leader %d %v, deputy %d", l, okL, d)
		}
	})
}

// Lots are fair: over many seeds every one of two and of three is drawn about as often.
func TestDrawIsFair(t *testing.T) {
	for _, among := range []int{2, 3} {
		count := make([]int, among)
		for i := range 6000 {
			count[Draw(fmt.Sprint("seed ", i), among)]++
		}
		for _, n := range count {
			if n < 6000/among*9/10 || n > 6000/among*11/10 {
				t.Errorf("of %d: %v", among, count)
			}
		}
	}
}
