package sheet_test

import (
	"slices"
	"strings"
	"testing"

	"thidua/data/clean"
	"thidua/data/sheet"
	"thidua/data/tomldoc"
	"thidua/sample"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Whatever a file says, reading it ends with a sheet that a meeting can begin with, or with findings; and nothing of
// what is said about it could upset a terminal.
func FuzzRead(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte("unit = \"\\u202e\"\n[percent]\n3.1.2 = 100\n\"1.1\\u001b\" = 5\n[evidence]\n\"1.1\" = [[1], {}]\n"))
	f.Add(
		[]byte(
			"rulebook = \"5350-2019\"\nunit = \"Hà Nội\"\nyear = \"2019-2020\"\nsubmitted = 08:00:00\npercent = " +
				"{}\nrequest = [{target = \"3\", points = 1e3, reason = \"\"}]\n"))
	book := open(f, "5350-2019")
	cluster, _ := book.Cluster(sample.Cluster)
	f.Fuzz(func(t *testing.T, src []byte) {
		doc, found := tomldoc.Parse("s.toml", src)
		sh := &scoring.Sheet{}
		if doc != nil {
			sh = sheet.Read(doc, book, cluster2())
			found = doc.Findings
		}
		for _, l := range []lang.Lang{lang.VI, lang.EN} {
			for line := range strings.Lines(found.In(l)) {
				if what, bad := clean.Find(strings.TrimSuffix(line, "\n")); bad {
					t.Fatalf("%s in %q", what, line)
				}
			}
		}
		if len(found) == 0 {
			taken(t, sh, cluster.Units, func(code string) (scored, known bool) {
				at, known := book.Index(code)
				return known && book.Criteria[at].Scored, known
			})
		}
	})
}

// taken checks what was taken without findings.
func taken(t *testing.T, sh *scoring.Sheet, units []string, criterion func(code string) (scored, known bool)) {
	t.Helper()
	if !slices.Contains(units, sh.Unit) {
		t.Fatalf("the unit %q", sh.Unit)
	}
	for code, m := range sh.Marks {
		if scored, _ := criterion(code); !scored || !m.Given() || m.Percent() < 0 || m.Percent() > scoring.FullPercent {
			t.Fatalf("%s: %v", code, m)
		}
	}
	for code, list := range sh.Evidence {
		if _, known := criterion(code); !known {
			t.Fatalf("evidence for %s", code)
		}
		for _, s := range list {
			if what, bad := clean.Find(s); bad {
				t.Fatalf("%s in the evidence %q", what, s)
			}
		}
	}
	for _, q := range sh.Requests {
		if _, known := criterion(q.Target); !known || q.Points <= 0 {
			t.Fatalf("the request %+v", q)
		}
	}
}
