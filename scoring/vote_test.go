package scoring

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Verdicts that other programs get wrong, and their kin. The base is in the rule.
func TestVerdicts(t *testing.T) {
	half := Threshold{Ratio: Ratio{1, 2}, More: true}
	least := func(n, d int64) Threshold { return Threshold{Ratio: Ratio{n, d}} }
	tests := []struct {
		name string
		rule VoteRule
		Count
		want   Verdict
		needed int
		sum    string
	}{
		{"7 of 12 present", VoteRule{Threshold: half}, Count{For: 7, Against: 5, Present: 12, Members: 12}, Carried, 7,
			"7 phiếu tán thành trong 12 đơn vị có mặt, cần hơn 6: thông qua"},
		{"half is not more than half", VoteRule{Threshold: half}, Count{For: 4, Against: 4, Present: 8, Members: 8},
			Tied, 5, "cần hơn 4"},
		{"3 of 5 is a majority", VoteRule{Threshold: half, Base: OfValid},
			Count{For: 3, Against: 2, Present: 5, Members: 5}, Carried, 3, "cần ít nhất 3"},
		{"two thirds of 9 are 6", VoteRule{Threshold: least(2, 3)}, Count{For: 6, Against: 3, Present: 9, Members: 9},
			Carried, 6, "cần ít nhất 6"},
		{"5 of 9 are not", VoteRule{Threshold: least(2, 3)}, Count{For: 5, Against: 4, Present: 9, Members: 9},
			NotCarried, 6, ""},
		{"39 members, more than half present: 20", VoteRule{Threshold: half, Quorum: half},
			Count{For: 19, Present: 19, Members: 39}, TooFew, 0, "19 trong 39 đơn vị có mặt, cần ít nhất 20"},
		{"20 of 39 are enough", VoteRule{Threshold: half, Quorum: half}, Count{For: 11, Present: 20, Members: 39},
			Carried, 11, ""},
		{"relative, 5 to 5", VoteRule{Threshold: half, Base: OfValid},
			Count{For: 5, Against: 5, Abstain: 2, Present: 12, Members: 12}, Tied, 6, ""},
		{"abstentions in the base", VoteRule{Threshold: half, Base: OfCast},
			Count{For: 5, Against: 2, Abstain: 3, Present: 12, Members: 12}, NotCarried, 6, ""},
		{"abstentions out of the base", VoteRule{Threshold: half, Base: OfValid},
			Count{For: 5, Against: 2, Abstain: 3, Present: 12, Members: 12}, Carried, 4, ""},
		{"absent units in the base", VoteRule{Threshold: half, Base: OfMembers}, Count{For: 6, Present: 7, Members: 12},
			NotCarried, 7, ""},
		{"all abstain", VoteRule{Threshold: half}, Count{Abstain: 9, Present: 9, Members: 9}, NobodyDecided, 5,
			"không có kết luận"},
		{"nobody votes", VoteRule{Threshold: half, Base: OfValid}, Count{Present: 9, Members: 9}, NobodyDecided, 1, ""},
		{"one voter left after recusal", VoteRule{Threshold: half}, Count{For: 1, Present: 2, Members: 2, Recused: 1},
			Carried, 1, "đơn vị liên quan không biểu quyết"},
		{"at least half", VoteRule{Threshold: least(1, 2)}, Count{For: 4, Against: 4, Present: 8, Members: 8}, Carried,
			4, ""},
		{"nobody is present", VoteRule{Threshold: half}, Count{For: 0, Against: 0, Members: 5}, NobodyDecided, 1, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := tt.rule.Rule(tt.Count)
			if r.Verdict != tt.want || tt.needed != 0 && r.Needed != tt.needed || !strings.Contains(r.Sum.VI, tt.sum) {
				t.Errorf("%v, needed %d: %s", r.Verdict, r.Needed, r.Sum.VI)
			}
			if r.Sum.EN == r.Sum.VI || r.Sum.EN == "" {
				t.Errorf("no English sum: %q", r.Sum.EN)
			}
		})
	}
}

// A verdict is never for more votes than voters, grows with the votes for, and Needed is exactly enough.
func TestVerdictProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		den := rapid.Int64Range(1, 10).Draw(t, "den")
		rule := VoteRule{
			Base: VoteBase(rapid.IntRange(0, 3).Draw(t, "base")),
			Threshold: Threshold{Ratio: Ratio{rapid.Int64Range(0, den).Draw(t, "num"), den},
				More: rapid.Bool().Draw(t, "more")},
		}
		members := rapid.IntRange(1, 30).Draw(t, "members")
		present := rapid.IntRange(0, members).Draw(t, "present")
		c := Count{Present: present, Members: members}
		c.For = rapid.IntRange(0, present).Draw(t, "for")
		c.Against = rapid.IntRange(0, present-c.For).Draw(t, "against")
		c.Abstain = rapid.IntRange(0, present-c.For-c.Against).Draw(t, "abstain")
		r := rule.Rule(c)
		if r.Verdict == Carried && c.For == 0 && rule.Threshold.Ratio.Num > 0 {
			t.Fatalf("carried without a vote for: %+v", r)
		}
		fraction := int64(c.For) * den
		bound := rule.Threshold.Ratio.Num * int64(r.Base)
		enough := r.Base > 0 && (fraction > bound || fraction == bound && !rule.Threshold.More)
		if c.For+c.Against > 0 && (r.Verdict == Carried) != enough {
			t.Fatalf("%d of %d against %v: %v", c.For, r.Base, rule.Threshold, r.Verdict)
		}
		if r.Needed <= r.Base && !rule.Threshold.met(r.Needed, r.Base) ||
			r.Needed > 0 && rule.Threshold.met(r.Needed-1, r.Base) {
			t.Fatalf("needed %d of %d against %+v", r.Needed, r.Base, rule.Threshold)
		}
	})
}

func TestVotes(t *testing.T) {
	s := begin(t, testBook(t), 5, func(i int, sh *Sheet) { sh.Marks["1.1"] = InPercent(Percent(9000 + i)) })
	for _, bad := range []Vote{
		{Subject: "x", For: 1},
		{Subject: ""},
		{Subject: "x", For: -1},
		{Subject: "x", Act: Undo{1}},
		{Subject: "x", Unit: "Z"},
	} {
		if _, err := Apply(s, Decision{Act: bad}); err == nil {
			t.Errorf("%+v was taken with nobody present", bad)
		}
	}
	s = apply(t, s, Attend{Unit: "A", Present: true}, Attend{Unit: "B", Present: true},
		Attend{Unit: "C", Present: true})
	if _, err := Apply(s, Decision{Act: Vote{Subject: "x", For: 3, Abstain: 1}}); !errors.Is(err, ErrVote) {
		t.Errorf("4 votes of 3 present: %v", err)
	}
	if _, err := Apply(s,
		Decision{Act: Vote{Subject: "x", For: 2, Votes: map[string]Choice{"A": For, "B": Against}}}); !errors.Is(err,
		ErrVote) {
		t.Errorf("named votes that do not add up: %v", err)
	}
	grant := bonus("A", "1", 5*Point, "r")
	s = apply(t, s, Vote{Subject: "thưởng A", For: 1, Against: 2, Act: grant})
	if s.Units()[0].Bonus(Agreed) != 0 || s.Votes()[0].Ruling.Verdict != NotCarried {
		t.Error("a vote that was lost was carried out")
	}
	s = apply(t, s, Vote{Subject: "thưởng A", For: 2, Against: 1, Act: grant})
	if s.Units()[0].Bonus(Agreed) != 5*Point || s.Votes()[1].Ruling.Verdict != Carried {
		t.Error("a carried vote was not carried out")
	}
	// Who leaves afterwards changes nothing, not even if the vote is undone and counts again.
	seq := s.Seq()
	s = apply(t, s, Undo{seq})
	if s.Units()[0].Bonus(Agreed) != 0 || len(s.Votes()) != 1 {
		t.Error("the undone vote still counts")
	}
	s = apply(t, s, Attend{Unit: "A"}, Attend{Unit: "B"}, Undo{seq + 1})
	if s.Units()[0].Bonus(Agreed) != 5*Point || s.Votes()[1].Ruling.Present != 3 {
		t.Errorf("the vote that counts again is ruled %+v", s.Votes()[1].Ruling)
	}
	// A vote about what the rules forbid is refused, whatever the majority.
	s = apply(t, s, Attend{Unit: "A", Present: true}, Attend{Unit: "B", Present: true})
	if _, err := Apply(s,
		Decision{Act: Vote{Subject: "x", For: 3, Act: bonus("B", "1.1", 100*Point, "r")}}); !errors.Is(err,
		ErrLimit) {
		t.Errorf("a vote over a limit: %v", err)
	}
}

func TestRecusal(t *testing.T) {
	s := begin(t, testBook(t, func(b *Rulebook) { b.Vote.Recusal = true }), 4)
	s = apply(t, s, Attend{Unit: "A", Present: true}, Attend{Unit: "B", Present: true},
		Attend{Unit: "C", Present: true}, Attend{Unit: "D", Present: true})
	if _, err := Apply(s, Decision{Act: Vote{Subject: "về A", Unit: "A", For: 2, Against: 2}}); !errors.Is(err,
		ErrVote) {
		t.Errorf("the unit concerned voted: %v", err)
	}
	r, err := s.Try(Vote{Subject: "về A", For: 2, Against: 1, Act: score("A", "1.1", 0)})
	if err != nil || r.Verdict != Carried || r.Base != 3 {
		t.Errorf("2 of 3 that may vote: %+v, %v", r, err)
	}
	// An absent unit is recused from nothing.
	s = apply(t, s, Attend{Unit: "A"})
	if r, err := s.Try(Vote{Subject: "về A", Unit: "A", For: 2, Against: 1}); err != nil || r.Base != 3 ||
		r.Recused != 0 {
		t.Errorf("with A absent: %+v, %v", r, err)
	}
}

// A vote on the order of level units settles their tie.
func TestVoteOnATie(t *testing.T) {
	s := begin(t, testBook(t), 3)
	s = apply(t, s, Attend{Unit: "A", Present: true}, Attend{Unit: "B", Present: true},
		Attend{Unit: "C", Present: true},
		Vote{Subject: "thứ tự", For: 2, Against: 1, Act: Order{Units: []string{"C", "A", "B"}}})
	if got := places(&s, Agreed); got != "1 C vote flag; 2 A vote certificate; 3 B vote none" {
		t.Error(got)
	}
	s = apply(t, s, Undo{s.Seq()})
	if got := places(&s, Agreed); !strings.HasPrefix(got, "1 A open undecided") {
		t.Error(got)
	}
}
