package decision_test

import (
	"bytes"
	"strings"
	"testing"

	"thidua/data/clean"
	"thidua/data/decision"
	"thidua/data/tomldoc"
	"thidua/sample"
	"thidua/scoring/lang"
)

// Whatever a file says, reading it ends with decisions or findings, nothing of what is said about it could upset a
// terminal, and what was read can be recorded and read again.
func FuzzRead(f *testing.F) {
	f.Add(sample.Decisions().Text)
	f.Add([]byte("[[decision]]\nkind = \"scor\u001b\"\n[[decision]]\n\"k\\u202e\" = 1\n"))
	f.Add([]byte("decision = [{ kind = \"order\", units = [\"nam-dinh\", \"x\"] }, { kind = \"undo\", seq = -1 }]"))
	f.Add(
		[]byte(
			"[[decision]]\nkind = \"bonus\"\nunit = \"hà nam\"\ntarget = \"1\"\npoints = 0.10\nreason = \"a\"\nat = " +
				"0000-01-01T00:00:00.5-23:59\n"))
	names := units()
	f.Fuzz(func(t *testing.T, src []byte) {
		doc, found := tomldoc.Parse("b.toml", src)
		var items []decision.Item
		if doc != nil {
			items = decision.Read(doc, names, nil)
			found = doc.Findings
		}
		if len(items) == 0 && len(found) == 0 && doc != nil && !bytes.Contains(src, []byte("decision")) {
			t.Fatal("neither decisions nor findings")
		}
		for _, l := range []lang.Lang{lang.VI, lang.EN} {
			for line := range strings.Lines(found.In(l)) {
				if what, bad := clean.Find(strings.TrimSuffix(line, "\n")); bad {
					t.Fatalf("%s in %q", what, line)
				}
			}
		}
		for i, it := range items {
			it.Seq = i + 1
			body, err := decision.Encode(it.Decision)
			if err != nil {
				t.Fatalf("%+v was read but cannot be recorded: %v", it, err)
			}
			reencoded(t, body)
		}
	})
}

// Whatever a record says, reading it ends with a decision or an error, and a decision always comes to the same bytes.
func FuzzDecode(f *testing.F) {
	doc, _ := tomldoc.Parse("b.toml", sample.Decisions().Text)
	for i, it := range decision.Read(doc, nil, nil) {
		it.Seq = i + 1
		body, err := decision.Encode(it.Decision)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
	}
	f.Add([]byte(`{"kind":"new","seq":1,"at":"2020-06-30T08:00:00.000Z",` +
		`"rulebook":{"id":"x","text":"id = \"small\""},"sheets":[{"unit":"A","percent":{"1":"87.50"}}]}`))
	f.Add([]byte(`{"KIND":"undo","seq":1e0,"at":"0000-01-01T00:00:00+00:00","undoes":-5,"unit":"\ud800"}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		d, err := decision.Decode(body)
		if err != nil {
			return
		}
		again, err := decision.Encode(d)
		if err != nil {
			t.Fatalf("%+v was read but cannot be written: %v", d, err)
		}
		reencoded(t, again)
	})
}

// reencoded checks that what Encode wrote is read and written again in the same bytes.
func reencoded(t *testing.T, body []byte) {
	t.Helper()
	d, err := decision.Decode(body)
	if err != nil {
		t.Fatalf("%v\n%s", err, body)
	}
	if again, err := decision.Encode(d); err != nil || !bytes.Equal(again, body) {
		t.Fatalf("%v\n%s\n%s", err, body, again)
	}
}
