package scoring

import (
	"errors"
	"strings"
	"testing"
)

// Each kind of thing that is decided has the rule of its own where the rulebook has one, else that of every vote.
func TestVoteRuleByWhatIsDecided(t *testing.T) {
	half, thirds := Threshold{Ratio: Ratio{1, 2}, More: true}, Threshold{Ratio: Ratio{2, 3}}
	s := begin(t, testBook(t, second, func(b *Rulebook) {
		b.VoteOn = []VoteOn{{KindScore, VoteRule{Base: OfMembers, Threshold: thirds}}}
	}), 6)
	for _, name := range unitNames(6) {
		s = apply(t, s, Attend{Unit: name, Present: true})
	}
	plain := Vote{Subject: "q", For: 4, Against: 2}
	if r, err := s.Try(plain); err != nil || r.Verdict != Carried || r.Needed != 4 ||
		s.book.VoteRule(nil).Threshold != half {
		t.Errorf("a plain vote: %+v, %v", r, err)
	}
	score := plain
	score.Act = Score{Unit: "A", Criterion: "1.1", Mark: InPercent(5000)}
	score.For, score.Against = 3, 3
	if r, err := s.Try(score); err != nil || r.Verdict == Carried || r.Needed != 4 || r.Base != 6 {
		t.Errorf("a vote on a score needs two thirds of the members: %+v, %v", r, err)
	}
	s = apply(t, s, Attend{Unit: "F"})
	score.For, score.Against = 3, 2
	if r, err := s.Try(score); err != nil || r.Verdict == Carried || r.Base != 6 {
		t.Errorf("the base is all members: %+v, %v", r, err)
	}
	plain.For, plain.Against = 3, 2
	if r, err := s.Try(plain); err != nil || r.Verdict != Carried || r.Base != 5 {
		t.Errorf("a plain vote of five: %+v, %v", r, err)
	}
}

func TestVotesInWriting(t *testing.T) {
	thirds := Threshold{Ratio: Ratio{2, 3}}
	s := begin(t, testBook(t, second, func(b *Rulebook) {
		b.Vote.Quorum = Threshold{Ratio: Ratio{1, 2}, More: true}
		b.VoteOn = []VoteOn{{KindSanction,
			VoteRule{Threshold: thirds, Quorum: b.Vote.Quorum, Written: true, Recusal: true}}}
	}), 6)
	for _, name := range []string{"A", "B", "C", "D"} {
		s = apply(t, s, Attend{Unit: name, Present: true})
	}
	exclude := Sanctioned{Unit: "F", Sanction: Excluded, Reason: "r"}
	v := Vote{Subject: "q", Act: exclude, For: 4, Against: 1, Written: []string{"E"}}
	r, err := s.Try(v)
	if err != nil || r.Verdict != Carried || r.Base != 5 || r.Present != 4 || r.Needed != 4 {
		t.Errorf("four present and one in writing: %+v, %v", r, err)
	}
	if !strings.Contains(r.Sum.EN, "1 absent unit votes in writing") {
		t.Errorf("the sum does not say so: %s", r.Sum.EN)
	}
	for name, c := range map[string]struct {
		change func(*Vote)
		want   string
	}{
		"of another matter": {func(v *Vote) { v.Act = nil }, "lets no absent unit"},
		"present":           {func(v *Vote) { v.Written = []string{"A"} }, "is present"},
		"concerned":         {func(v *Vote) { v.Written = []string{"F"} }, "is concerned"},
		"twice":             {func(v *Vote) { v.Written = []string{"E", "E"} }, "twice"},
		"and not voting":    {func(v *Vote) { v.NotVoting = []string{"E"} }, "both votes in writing"},
		"a vote short":      {func(v *Vote) { v.For = 3 }, "1 votes are missing"},
		"a vote over":       {func(v *Vote) { v.For = 5 }, "6 votes, but only 4 + 1 units"},
	} {
		v := v
		c.change(&v)
		if _, err := s.Try(v); !errors.Is(err, ErrVote) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	s = apply(t, s, Attend{Unit: "D"})
	if r, err := s.Try(Vote{Subject: "q", Act: exclude, For: 4, Written: []string{"D"}}); err != nil ||
		r.Verdict != TooFew {
		t.Errorf("who votes in writing is not present, so there is no quorum: %+v, %v", r, err)
	}
}
