package decision_test

import (
	"strings"
	"testing"

	"thidua/data/decision"
	"thidua/data/tomldoc"
	"thidua/scoring"
)

// A unanimous vote has no counts beside it.
func TestUnanimousStandsAlone(t *testing.T) {
	for text, findings := range map[string]int{
		"unanimous = true":                          0,
		"unanimous = true\nfor = 9":                 1,
		"unanimous = true\nagainst = 1":             1,
		"unanimous = true\nvotes = { A = \"for\" }": 1,
		"unanimous = false\nfor = 9\nagainst = 0":   0,
	} {
		doc, found := tomldoc.Parse("x.toml", []byte("[[decision]]\nkind = \"vote\"\nsubject = \"x\"\n"+text))
		if doc == nil {
			t.Fatal(found)
		}
		items := decision.Read(doc, nil, nil)
		if len(doc.Findings) != findings {
			t.Errorf("%s: %v", strings.ReplaceAll(text, "\n", "; "), doc.Findings)
		}
		if findings == 0 && items[0].Act.(scoring.Vote).Unanimous != (text == "unanimous = true") {
			t.Errorf("%s: %+v", text, items[0].Act)
		}
	}
}
