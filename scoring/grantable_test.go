package scoring

import (
	"testing"

	"pgregory.net/rapid"
)

// A bonus can be granted as it is asked for where Apply would take it, and nowhere else.
func TestGrantableIsWhatApplyTakes(t *testing.T) {
	yes, no := 0, 0
	rapid.Check(t, func(r *rapid.T) {
		b := testBook(t, func(b *Rulebook) {
			b.Bonus.HasTotal, b.Bonus.Total = rapid.Bool().Draw(r, "total"), 20*Point
		})
		code := rapid.SampledFrom([]string{"1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.2"})
		s := begin(t, b, 2)
		for range rapid.IntRange(0, 4).Draw(r, "n") {
			a := Bonus{Unit: "A", Target: code.Draw(r, "code"),
				Points: Points(rapid.IntRange(0, 3000).Draw(r, "p")) * Point / 100, Reason: "r"}
			if next, err := Apply(s, Decision{Act: a}); err == nil {
				s = next
			}
		}
		q := Request{Target: code.Draw(r, "at"), Points: Points(rapid.IntRange(-10, 3000).Draw(r, "q")) * Point / 200,
			Reason: rapid.SampledFrom([]string{"r", "r", " ", ""}).Draw(r, "why")}
		if rapid.Bool().Draw(r, "edge") { // just what there is room for, or a hundredth beside it
			at, _ := b.Index(q.Target)
			beside := Points(rapid.IntRange(-1, 1).Draw(r, "beside")) * Point / 100
			q.Points = s.Units()[0].Room(true, GrantAt{Target: at}).Points + beside
		}
		_, err := Apply(s, Decision{Act: Bonus{Unit: "A", Target: q.Target, Points: q.Points, Reason: q.Reason}})
		if got := s.Units()[0].Grantable(q); got != (err == nil) {
			t.Fatalf("Grantable(%+v) = %v, Apply: %v", q, got, err)
		}
		if err == nil {
			yes++
		} else {
			no++
		}
	})
	if yes == 0 || no == 0 {
		t.Errorf("%d requests could be granted and %d not: both must be tried", yes, no)
	}
}
