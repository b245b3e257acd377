package scoring

import "testing"

// What was published of real meetings: how many units, which awards, who gave way, who was elected. Scores were not;
// they are put so that the published order comes out.

func fixed(id string, n int, change ...func(*Award)) Award {
	a := Award{ID: id, Counts: []AwardCount{{1, n}}}
	for _, f := range change {
		f(&a)
	}
	return a
}

func held(awards ...Award) func(*Rulebook) {
	return func(b *Rulebook) { b.Awards = awards }
}

// A bloc of nine: all nine ballots for the flag of the Government, four flags of the city, one of them to the same
// unit; two units withdraw, which had it the year before.
func TestOneUnitTwoAwards(t *testing.T) {
	two := func(a *Award) {
		a.Beside = true
		a.Vote = AwardVote{Asked: true, Secret: true, Rule: VoteRule{Threshold: Threshold{Ratio: Ratio{2, 3}}}}
	}
	s := ranked(t, 9, held(fixed("government", 1, two), fixed("city", 4)))
	s = apply(t, s, Vote{Subject: "s", For: 9, Secret: true, Act: Propose{"A", "government"}},
		Decline{Unit: "B", Reason: "năm trước đã nhận"}, Decline{Unit: "D", Reason: "năm trước đã nhận"})
	expect(t, s, "A government+city, B none, C city, D none, E city, F city, G none, H none, I none")
}

// A bloc of eleven: three units are put forward, a secret ballot picks the flag.
func TestFlagByBallotAmongThree(t *testing.T) {
	s := ranked(t, 11, func(b *Rulebook) {
		b.Awards = []Award{fixed("flag", 1, func(a *Award) { a.Ballot.Nominees = 3 }), fixed("certificate", 2)}
	})
	expect(t, s, "A pending(flag), B pending(flag), C pending(flag), D none, E none, F none, G none, H none, "+
		"I none, J none, K none")
	refused(t, s, ErrElection, "", Ballot{Office: "flag", Votes: map[string]int{"D": 11}})
	s = apply(t, s, Ballot{Office: "flag", Votes: map[string]int{"A": 3, "B": 6, "C": 2}})
	expect(t, s, "A certificate, B flag, C certificate, D none, E none, F none, G none, H none, I none, J none, K none")
}

// Who has a better award is not put forward for the next, nor is who is downgraded.
func TestNomineesHaveNothingBetter(t *testing.T) {
	s := ranked(t, 5, held(fixed("government", 1), fixed("flag", 1, func(a *Award) { a.Ballot.Nominees = 2 })))
	s = apply(t, s, Sanctioned{"C", Downgraded, "r"})
	expect(t, s, "A government, B pending(flag), C none, D pending(flag), E none")
	s = apply(t, s, Ballot{Office: "flag", Votes: map[string]int{"B": 2, "D": 3}})
	expect(t, s, "A government, B none, C none, D flag, E none")
}

// A provincial bloc: a flag of the Government, a flag of the province, certificates for at most half of the rest; below
// a district a flag, and certificates for at most a fifth of the rest.
func TestQuotasOfTheRest(t *testing.T) {
	half := Award{ID: "certificate", Quota: AwardQuota{Share: Ratio{50, 100}, Of: OfRest}}
	b := testBook(t, held(fixed("government", 1), fixed("province", 1), half))
	for units, want := range map[int]int{2: 0, 3: 0, 4: 1, 11: 4, 12: 5, 13: 5} {
		if n := b.Number(2, units); n != want {
			t.Errorf("half of the rest of %d: %d, want %d", units, n, want)
		}
	}
	fifth := Award{ID: "certificate", Quota: AwardQuota{Share: Ratio{20, 100}, Of: OfRest}}
	b = testBook(t, held(fixed("flag", 1), fifth))
	for units, want := range map[int]int{5: 0, 6: 1, 10: 1, 11: 2} {
		if n := b.Number(1, units); n != want {
			t.Errorf("a fifth of the rest of %d: %d, want %d", units, n, want)
		}
	}
}

// A cluster of six, all of them «hoàn thành xuất sắc»: a flag and three certificates.
func TestAllExcellent(t *testing.T) {
	s := ranked(t, 6, held(fixed("flag", 1, func(a *Award) { a.Class = "excellent" }), fixed("certificate", 3)),
		func(b *Rulebook) {
			b.Classes = []Class{{ID: "excellent", From: Floor{By: FloorPoints, Points: 14 * Point}},
				{ID: "good", From: Floor{By: FloorPoints, Points: 10 * Point}}}
		})
	expect(t, s, "A flag, B certificate, C certificate, D certificate, E none, F none")
	for _, u := range s.Units() {
		if c, _ := u.Class(Agreed); c.ID != "excellent" {
			t.Errorf("%s is %q", u.Name(), c.ID)
		}
	}
}

// A bloc that proposes two flags of two bodies and two certificates; and a unit with a flag and a certificate as well.
func TestFlagsOfTwoBodies(t *testing.T) {
	s := ranked(t, 7, held(fixed("government", 1), fixed("province", 1), fixed("certificate", 2)))
	expect(t, s, "A government, B province, C certificate, D certificate, E none, F none, G none")
	s = ranked(t, 3, held(fixed("flag", 1), fixed("certificate", 1, func(a *Award) { a.Beside = true })))
	expect(t, s, "A flag+certificate, B none, C none")
}
