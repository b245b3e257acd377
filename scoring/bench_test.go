package scoring

import (
	"fmt"
	"testing"
)

// BenchmarkApply makes one decision and ranks anew. The unit jumps from the middle to near the top and back, so that
// many rows move.
func BenchmarkApply(b *testing.B) {
	for _, n := range []int{12, 63, 1000, 10_000} {
		b.Run(fmt.Sprintf("%d units", n), func(b *testing.B) {
			book := testBook(b)
			s := begin(b, book, n, func(i int, sh *Sheet) {
				sh.Marks["2.1.1"] = InPercent(Percent(i * 7919 % 10_001))
				sh.Marks["2.1.2"] = InPercent(Percent(i * 104729 % 10_001))
			})
			name := s.Units()[n/2].Name()
			acts := []Act{score(name, "1.1", 0), score(name, "1.1", FullPercent)}
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				if _, err := Apply(s, Decision{Act: acts[i%2]}); err != nil {
					b.Fatal(err)
				}
				i++
			}
		})
	}
}

// BenchmarkFold folds a long record of one cluster, as opening a meeting does.
func BenchmarkFold(b *testing.B) {
	book := testBook(b)
	first := begin(b, book, 12)
	for b.Loop() {
		s := first
		for i := range 10_000 {
			next, err := Apply(s, Decision{Act: score(unitNames(12)[i%12], "2.1.1", Percent(i%10_000))})
			if err != nil {
				b.Fatal(err)
			}
			s = next
		}
	}
}
