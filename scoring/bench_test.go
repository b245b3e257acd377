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

// BenchmarkFold folds long records of one cluster, as opening a meeting does: every tenth decision is an undo, every
// hundredth a vote. Ten times the decisions are to take ten times as long, not more.
func BenchmarkFold(b *testing.B) {
	book := testBook(b)
	names := unitNames(12)
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("%d decisions", n), func(b *testing.B) {
			b.ReportAllocs()
			first := begin(b, book, 12)
			for _, name := range names {
				first = apply(b, first, Attend{Unit: name, Present: true})
			}
			for b.Loop() {
				s := first
				for seq := s.Seq() + 1; seq <= n; seq++ {
					var act Act = score(names[seq%12], "2.1.1", Percent(seq%10_000))
					switch {
					case seq%10 == 0:
						act = Undo{Seq: seq - 1}
					case seq%100 == 1:
						act = Vote{Subject: "v", For: 12}
					}
					next, err := Apply(s, Decision{Act: act})
					if err != nil {
						b.Fatal(err)
					}
					s = next
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/decision")
		})
	}
}
