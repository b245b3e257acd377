package scoring

import "testing"

// While ballots are missing a vote is settled exactly where no way in which they may still come out changes whether it
// is carried.
func TestProvisional(t *testing.T) {
	for _, base := range []VoteBase{OfPresent, OfCast, OfValid} {
		b := testBook(t, second, func(b *Rulebook) { b.Vote.Base = base })
		s := roll(t, begin(t, b, 6), "ABCDE")
		n := s.Present()
		for f := 0; f <= n; f++ {
			for a := 0; f+a <= n; a++ {
				v := Vote{Subject: "x", For: f, Against: a}
				got, err := s.Provisional(v)
				if err != nil {
					t.Fatal(err)
				}
				left := n - f - a
				seen := map[bool]bool{}
				for mf := 0; mf <= left; mf++ {
					for ma := 0; mf+ma <= left; ma++ {
						r, err := s.Try(Vote{Subject: "x", For: f + mf, Against: a + ma, Abstain: left - mf - ma})
						if err != nil {
							t.Fatal(err)
						}
						seen[r.Verdict == Carried] = true
					}
				}
				if want := len(seen) == 1; got.Settled != want || got.Outstanding != left ||
					want && !seen[got.Verdict == Carried] {
					t.Errorf("%d for, %d against, %d to go: %+v, may come out as %v", f, a, left, got, seen)
				}
			}
		}
	}
}
