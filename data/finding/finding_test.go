package finding_test

import (
	"testing"

	"thidua/data/finding"
	"thidua/scoring/lang"
)

// Findings go by file as the files came, then by line; each is said once.
func TestSorted(t *testing.T) {
	var l finding.List
	for _, f := range []struct {
		file string
		line int
		what string
	}{{"b", 2, "x"}, {"b", 2, "y"}, {"a", 3, "x"}, {"b", 2, "x"}, {"b", 1, "x"}, {"a", 0, "x"}, {"a", 3, "x"}} {
		l.Add(f.file, f.line, lang.Both(f.what), lang.Text{})
	}
	l = append(l,
		finding.Finding{About: lang.Text{VI: "Cụm 1", EN: "Cluster 1"}, What: lang.Both("z"), Mend: lang.Both("mend")})
	const want = "b:1: x\nb:2: x\nb:2: y\na: x\na:3: x\nCluster 1: z; mend"
	if got := l.In(lang.EN); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := l.Sorted().Sorted().In(lang.EN); got != want {
		t.Errorf("sorted twice:\n%s", got)
	}
}
