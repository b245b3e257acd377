package scoring

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The second implementation of presence, votes and elections: it reads the whole record anew, decision by decision, and
// knows nothing of what a state keeps.

// counts reports whether a decision counts: no undo that counts took it out.
func counts(s *State, seq int) bool {
	for later := seq + 1; later <= s.Seq(); later++ {
		d, _ := s.Decision(later)
		if u, ok := d.Act.(Undo); ok && u.Seq == seq && counts(s, later) {
			return false
		}
	}
	return true
}

// presentAt are the units present just before a decision, by the attendances that count.
func presentAt(s *State, before int) string {
	out := ""
	for _, u := range s.Units() {
		here := false
		for seq := 1; seq < before; seq++ {
			d, _ := s.Decision(seq)
			if a, ok := d.Act.(Attend); ok && a.Unit == u.Name() && counts(s, seq) {
				here = a.Present
			}
		}
		if here {
			out += u.Name()
		}
	}
	return out
}

// referenceElection plays the rounds of an office that count, in the order of their numbers, by the words of the rules.
func referenceElection(s *State, o Office, stand string) string {
	rounds := map[int]Ballot{}
	base := map[int]int{}
	drawn := ""
	for seq := 1; seq <= s.Seq(); seq++ {
		d, _ := s.Decision(seq)
		switch a := d.Act.(type) {
		case Ballot:
			if a.Office == o && counts(s, seq) {
				rounds[a.Round], base[a.Round] = a, len(presentAt(s, seq))
			}
		case Lots:
			if a.Office == o && counts(s, seq) {
				drawn = a.Winner
			}
		}
	}
	at, before := stand, ""
	for n := 1; n <= len(rounds); n++ {
		at, before = referenceSecond(s, o, rounds[n], base[n], strings.TrimPrefix(at, "lots "), before, n)
	}
	if drawn != "" {
		return drawn + " lots"
	}
	return at
}

// referenceSecond is what a round of the second edition comes to, and who led it: "X ballot", "X rotation", "lots XY",
// or the next candidates.
func referenceSecond(s *State, o Office, b Ballot, present int, names, before string, n int) (string, string) {
	most, second := -1, -1
	for _, c := range names {
		v := b.Votes[string(c)]
		if 2*v > present {
			return string(c) + " ballot", string(c)
		}
		if v > most {
			most, second = v, most
		} else {
			second = max(second, v)
		}
	}
	top, next, oldest := "", "", "~"
	for _, c := range names {
		if b.Votes[string(c)] == most {
			top += string(c)
		}
		if b.Votes[string(c)] >= second {
			next += string(c)
		}
	}
	stuck := most > 0 && len(top) > 1 && (len(names) == 2 || n > 1 && (len(top) == len(names) || top == before))
	if !stuck {
		return next, top
	}
	year := map[rune]string{}
	for _, c := range top {
		for _, h := range s.Rulebook().Clusters[0].Officers {
			if h.Holder(o) == string(c) {
				year[c] = max(year[c], h.Year)
			}
		}
		oldest = min(oldest, year[c])
	}
	left := ""
	for _, c := range top {
		if year[c] == oldest {
			left += string(c)
		}
	}
	if len(left) == 1 {
		return left + " rotation", top
	}
	return "lots " + left, top
}

// drawStep draws a step of an election among whoever is there: it may be refused.
func drawStep(t *rapid.T, s *State) Act {
	name := rapid.SampledFrom(s.Units()).Draw(t, "unit").Name()
	office := rapid.SampledFrom([]Office{Leader, Leader, Deputy}).Draw(t, "office")
	switch rapid.IntRange(0, 9).Draw(t, "step") {
	case 0, 1:
		return Attend{Unit: name, Present: rapid.Bool().Draw(t, "present")}
	case 2:
		return Vote{Subject: "x", Unanimous: true}
	case 3, 4, 5:
		return Undo{rapid.IntRange(max(s.Seq()-6, 1), s.Seq()).Draw(t, "seq")}
	case 6:
		if r, _ := s.Race(office); len(r.Tied) > 0 {
			return Lots{Office: office, Winner: s.Units()[rapid.SampledFrom(r.Tied).Draw(t, "lot")].Name(), Reason: "r"}
		}
	}
	r, _ := s.Race(office)
	b := Ballot{Office: office, Votes: map[string]int{}}
	rest := s.Present()
	for _, i := range r.Candidates {
		n := rapid.IntRange(0, min(rest, 2)).Draw(t, "votes")
		b.Votes[s.Units()[i].Name()], rest = n, rest-n
	}
	b.Blank = rest
	return b
}

// TestRandomElections plays rolls, votes, rounds, lots, undos and undos of undos, and holds them against the second
// implementation: who is there, on what each result rests, who is elected, and that the record replays to the same.
func TestRandomElections(t *testing.T) {
	for _, edition := range []int{0, SecondEdition} {
		t.Run(fmt.Sprint("edition ", edition), func(t *testing.T) { randomElections(t, edition) })
	}
}

func randomElections(t *testing.T, edition int) {
	start := electing(t, 4, func(b *Rulebook) {
		b.Edition = edition
		b.Clusters[0].Officers = []Officers{{Year: "2012-2013", Leader: "A", Deputy: "B"},
			{Year: "2018-2019", Leader: "B"}}
	})
	rapid.Check(t, func(t *rapid.T) {
		s := start
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			if next, err := Apply(s, Decision{Act: drawStep(t, &s)}); err == nil {
				s = next
			}
		}
		there := ""
		for _, u := range s.Units() {
			if u.Present() {
				there += u.Name()
			}
		}
		if want := presentAt(&s, s.Seq()+1); there != want {
			t.Fatalf("present %s, want %s", there, want)
		}
		leader, deputy := standsAt(&s, Leader), standsAt(&s, Deputy)
		if leader != "" && strings.Contains(leader, " ") && strings.Contains(deputy, " ") && leader[:1] == deputy[:1] &&
			!strings.HasPrefix(leader, "lots") {
			t.Fatalf("leader %s, deputy %s", leader, deputy)
		}
		again := State{}
		for seq := 1; seq <= s.Seq(); seq++ {
			d, _ := s.Decision(seq)
			var err error
			if again, err = Replay(again, *d); err != nil {
				t.Fatalf("the record does not replay: %v", err)
			}
		}
		if digest(&again) != digest(&s) || standsAt(&again, Leader) != leader || standsAt(&again, Deputy) != deputy {
			t.Fatal("the record replays to something else")
		}
		if edition == SecondEdition {
			restsOnRolls(t, &s)
			if want := referenceElection(&s, Leader, "ABCD"); leader != want {
				t.Fatalf("leader: %s, want %s", leader, want)
			}
			stand := "ABCD"
			if _, _, ok := s.Elected(Leader); ok {
				stand = strings.ReplaceAll(stand, leader[:1], "")
			}
			if want := referenceElection(&s, Deputy, stand); deputy != want {
				t.Fatalf("deputy: %s, want %s", deputy, want)
			}
		}
	})
}

// restsOnRolls holds every result that counts against who is there by the record as it now counts.
func restsOnRolls(t *rapid.T, s *State) {
	for _, v := range s.Votes() {
		if want := len(presentAt(s, v.Decision.Seq)); v.Ruling.Present != want || v.Ruling.For != want {
			t.Fatalf("vote %d: %d for of %d, %d are present by the record", v.Decision.Seq, v.Ruling.For,
				v.Ruling.Present, want)
		}
	}
	for _, o := range []Office{Leader, Deputy} {
		r, _ := s.Race(o)
		for _, round := range r.Rounds {
			if want := len(presentAt(s, round.Decision.Seq)); round.Base != want || round.Ballot.returned() != want {
				t.Fatalf("round %d: %d ballots of %d, %d are present by the record", round.Decision.Seq,
					round.Ballot.returned(), round.Base, want)
			}
		}
	}
	if !slices.IsSortedFunc(s.Votes(), func(a, b *Tallied) int { return a.Decision.Seq - b.Decision.Seq }) {
		t.Fatal("votes out of order")
	}
}
