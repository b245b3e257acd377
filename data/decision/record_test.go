package decision_test

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"thidua/data/decision"
	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Nothing in a record is taken on trust.
func TestDecodeRefuses(t *testing.T) {
	const score = `{"at":"2020-06-30T08:00:00Z","by":"An","criterion":"1","kind":"score","percent":50,` +
		`"reason":"vì","seq":2,"unit":"A"}`
	if _, err := decision.Decode([]byte(score)); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, old, new, want string }{
		{"not JSON", `}`, ``, "not a decision"},
		{"more than one", `"A"}`, `"A"}{}`, "more than a decision"},
		{"a key that nobody knows", `"by"`, `"bye"`, "unknown key"},
		{"a kind that nobody knows", `"score"`, `"scores"`, "use a newer one"},
		{"no kind", `"kind":"score",`, ``, "kind"},
		{"no number", `"seq":2,`, ``, "no number"},
		{"number 0", `"seq":2`, `"seq":0`, "no number"},
		{"number -1", `"seq":2`, `"seq":-1`, "no number"},
		{"a number that is not exact", `"seq":2`, `"seq":9007199254740993`, "too large"},
		{"no time", `"at":"2020-06-30T08:00:00Z",`, ``, "its time"},
		{"no moment", `08:00:00Z`, `08:00`, "its time"},
		{"no percent", `"percent":50,`, ``, "percent is missing"},
		{"101 %", `50`, `1001`, "outside"},
		{"three decimals", `50`, `50.005`, "decimals"},
		{"a word for a number", `50`, `"fifty"`, "wrong kind"},
		{"ESC in a reason", `vì`, `v\u001b[31mì`, "U+001B"},
		{"C1 in a name", `An`, "A\u009bn", "U+009B"},
		{"bidi in a unit", `"A"`, "\"\u202eA\"", "U+202E"},
		{"bidi as an escape", `"A"`, `"\u202eA"`, "U+202E"},
		{"a control character in a code", `"1"`, `"1\n"`, "U+000A"},
	} {
		if !strings.Contains(score, tt.old) {
			t.Fatalf("%s: the entry does not hold %s", tt.name, tt.old)
		}
		_, err := decision.Decode([]byte(strings.Replace(score, tt.old, tt.new, 1)))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
		if s, ok := err.(lang.Sayer); !ok || s.In(lang.VI) == s.In(lang.EN) {
			t.Errorf("%s: not in Vietnamese: %v", tt.name, err)
		}
		if err != nil && strings.ContainsAny(err.Error(), "\x1b\u009b\u202e") {
			t.Errorf("%s: raw control characters in %q", tt.name, err)
		}
	}
}

// The first decision holds files that people wrote; they are checked as such.
func TestDecodeRefusesNew(t *testing.T) {
	book, err := rulebook.Read("small.toml", []byte(decision.Small))
	if err != nil {
		t.Fatal(err)
	}
	body, err := decision.Encode(scoring.Decision{Seq: 1,
		Act: scoring.New{Rulebook: book.Rulebook, Text: book.Text, Year: "2020", Sheets: []*scoring.Sheet{{
			Unit: "A", Submitted: time.Date(2020, 6, 8, 0, 0, 0, 0, time.UTC),
			Marks:    map[string]scoring.Mark{"1": scoring.InPercent(8750)},
			Evidence: map[string][]string{"1": {"QĐ 1"}},
			Requests: []scoring.Request{{Target: "1", Points: scoring.Point, Reason: "vì"}},
		}}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, old, new, want string }{
		{"a rulebook that is none", `[scale]`, `[scales]`, "its rulebook"},
		{"a rulebook with a fault", `total = 10`, `total = 11`, "its rulebook"},
		{"a day that is none", `2020-06-08`, `2020-06-31`, "the sheet of A"},
		{"a percent that is none", `87.5`, `1087.5`, "the sheet of A"},
		{"points that are none", `"points":1`, `"points":-1`, "the sheet of A"},
		{"ESC in evidence", `QĐ 1`, `QĐ\u001b`, "U+001B"},
		{"ESC in a request", `vì`, `\u001b`, "U+001B"},
		{"ESC in a key", `{"1":87.5`, `{"1\u001b":87.5`, "U+001B"},
		{"bidi in the rulebook's id", `"id":"small"`, `"id":"\u202e"`, "U+202E"},
	} {
		if !bytes.Contains(body, []byte(tt.old)) {
			t.Fatalf("%s: the entry does not hold %s:\n%s", tt.name, tt.old, body)
		}
		if _, err := decision.Decode(bytes.Replace(body, []byte(tt.old), []byte(tt.new), 1)); err == nil ||
			!strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}

// A meeting has a rulebook, and the record has it.
func TestDecodeRefusesNewWithoutRulebook(t *testing.T) {
	for _, rulebook := range []string{"", `"rulebook":null,`} {
		const head = `{"at":"2020-06-30T08:00:00Z","kind":"new",`
		_, err := decision.Decode([]byte(head + rulebook + `"seq":1,"year":"2020"}`))
		if err == nil || !strings.Contains(err.Error(), "rulebook is missing") {
			t.Errorf("%q: %v", rulebook, err)
		}
	}
}

// What could not be read back is not written.
func TestEncodeRefuses(t *testing.T) {
	for _, act := range []scoring.Act{
		scoring.Accept{Unit: "A\x1b[31m"}, scoring.Order{Units: []string{"A", "B\u202e"}},
		scoring.Close{Reason: "hai\ndòng"},
		scoring.Score{Unit: "A", Criterion: "\xff"}, scoring.Attend{Person: "\u200b"},
	} {
		body, err := decision.Encode(scoring.Decision{Seq: 1, Act: act})
		var foul *decision.Foul
		if body != nil || !errors.As(err, &foul) {
			t.Errorf("%+v was written: %s, %v", act, body, err)
		}
	}
	for _, d := range []scoring.Decision{{Seq: 1<<53 + 1, Act: scoring.Accept{Unit: "A"}},
		{Seq: 1, Act: scoring.Undo{Seq: math.MinInt}}} {
		if body, err := decision.Encode(d); err == nil {
			t.Errorf("a number was written that cannot be read back: %s", body)
		}
	}
}
