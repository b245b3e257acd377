package scoring

import (
	"fmt"
	"strings"
	"testing"

	"thidua/scoring/lang"
)

// What keeps a unit from awards is said by kind, and nothing of a unit that only stands too low.
func TestBinds(t *testing.T) {
	s := ranked(t, 4, voteFlag, func(b *Rulebook) { b.Awards[1].Min = Floor{By: FloorPoints, Points: 15 * Point} })
	s = apply(t, s, Decline{Unit: "B", Award: "certificate", Reason: "nhường."})
	s = apply(t, s, Sanctioned{Unit: "C", Sanction: Excluded, Reason: "kết luận 1"})
	s = apply(t, s, Vote{Subject: "cờ", Act: Propose{Unit: "A", Award: "flag"}, Against: 4})
	for i, want := range []string{
		"flag: the vote was not carried (decision 8): it is passed over",
		"certificate: the unit gives way (decision 6): nhường",
		"excluded from awards: kết luận 1", "certificate: below its minimum of 15.00 points or more",
	} {
		var got []string
		for _, bind := range s.Binds(Agreed, i) {
			got = append(got, bind.EN)
		}
		if said := strings.Join(got, "; "); !strings.HasPrefix(said, want) {
			t.Errorf("%s: %q, want %q", s.Units()[i].Name(), said, want)
		}
	}
	if got := s.Binds(Self, 2); got != nil {
		t.Errorf("among self-scores %v keeps C from awards", got)
	}
	if vi := s.Binds(Agreed, 1)[0].In(lang.VI); strings.Contains(vi, "..") {
		t.Errorf("%q ends twice", vi)
	}
}

// If a unit gives way those below it come up, each by what it has now and would have; it is asked without deciding.
func TestYields(t *testing.T) {
	s := ranked(t, 5)
	seq := s.Seq()
	for i, want := range []string{
		"[B certificate flag][E none certificate]", "[E none certificate]", "[E none certificate]",
		"[E none certificate]", "",
	} {
		got := ""
		for _, g := range s.Yields(i) {
			got += fmt.Sprintf("[%s %s %s]", s.Units()[g.Unit].Name(), g.From, g.To)
		}
		if got != want {
			t.Errorf("if %s gave way: %s, want %s", s.Units()[i].Name(), got, want)
		}
	}
	if s.Seq() != seq {
		t.Error("something was decided")
	}
}
