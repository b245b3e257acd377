package decision_test

import (
	"bytes"
	"errors"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"thidua/data/clean"
	"thidua/data/decision"
	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

const small = `id = "small"
title = "Nhỏ"
year = "calendar"
[scale]
total = 10
[limit]
bonus = { share = 20 }
penalty = { share = 20 }
[rank]
by = "total"
[vote]
threshold = { more_than = "1/2" }
quorum = { more_than = "1/2" }
[election]
offices = ["leader"]
threshold = { more_than = "1/2" }
runoff = 2
[[award]]
id = "flag"
name = "Cờ"
counts = [{ units = 1, number = 1 }]
[[criterion]]
code = "1"
title = "một"
max = 10
`

// acts generates an act of each kind.
func acts(book *rulebook.Book) map[scoring.Kind]func(*rapid.T) scoring.Act {
	text := rapid.StringOf(rapid.Rune().Filter(func(r rune) bool { return utf8.ValidRune(r) && !clean.Forbidden(r) }))
	code := rapid.StringMatching(`[1-9](\.[1-9]){0,3}`)
	percent := rapid.Map(rapid.Int32Range(0, 100_00), func(n int32) scoring.Percent { return scoring.Percent(n) })
	points := rapid.Map(rapid.Int64Range(0, 1_000_000_00), func(n int64) scoring.Points {
		return scoring.Points(n) * scoring.Point / 100
	})
	count := rapid.IntRange(0, 1_000_000)
	day := rapid.Map(rapid.IntRange(0, 3_000_000), func(n int) time.Time {
		return time.Date(1, 1, n, 0, 0, 0, 0, time.UTC)
	})
	request := rapid.Custom(func(t *rapid.T) scoring.Request {
		return scoring.Request{Target: code.Draw(t, "target"), Points: points.Draw(t, "points"),
			Reason: text.Draw(t, "reason")}
	})
	sheet := rapid.Custom(func(t *rapid.T) *scoring.Sheet {
		return &scoring.Sheet{
			Unit: text.Draw(t, "unit"), Submitted: day.Draw(t, "submitted"), Late: rapid.Bool().Draw(t, "late"),
			Percent:       rapid.MapOf(code, percent).Draw(t, "percent"),
			Evidence:      rapid.MapOf(code, rapid.SliceOf(text)).Draw(t, "evidence"),
			Requests:      rapid.SliceOfN(request, 0, 3).Draw(t, "requests"),
			NotApplicable: rapid.SliceOfN(code, 0, 3).Draw(t, "not applicable"),
		}
	})
	return map[scoring.Kind]func(*rapid.T) scoring.Act{
		scoring.KindNew: func(t *rapid.T) scoring.Act {
			return scoring.New{Rulebook: book.Rulebook, Text: book.Text, Cluster: text.Draw(t, "cluster"),
				Year: text.Draw(t, "year"), Sheets: rapid.SliceOfN(sheet, 0, 3).Draw(t, "sheets")}
		},
		scoring.KindScore: func(t *rapid.T) scoring.Act {
			return scoring.Score{Unit: text.Draw(t, "unit"), Criterion: code.Draw(t, "criterion"),
				Percent: percent.Draw(t, "percent"), Reason: text.Draw(t, "reason")}
		},
		scoring.KindBonus: func(t *rapid.T) scoring.Act {
			return scoring.Bonus{Unit: text.Draw(t, "unit"), Target: code.Draw(t, "target"),
				Points: points.Draw(t, "points"), Reason: text.Draw(t, "reason")}
		},
		scoring.KindPenalty: func(t *rapid.T) scoring.Act {
			return scoring.Penalty{Unit: text.Draw(t, "unit"), Target: code.Draw(t, "target"),
				Points: points.Draw(t, "points"), Reason: text.Draw(t, "reason")}
		},
		scoring.KindSanction: func(t *rapid.T) scoring.Act {
			return scoring.Sanctioned{Unit: text.Draw(t, "unit"),
				Sanction: rapid.SampledFrom([]scoring.Sanction{scoring.NoSanction, scoring.Excluded,
					scoring.Downgraded}).Draw(t, "sanction"), Reason: text.Draw(t, "reason")}
		},
		scoring.KindOrder: func(t *rapid.T) scoring.Act {
			return scoring.Order{Units: rapid.SliceOf(text).Draw(t, "units")}
		},
		scoring.KindAccept: func(t *rapid.T) scoring.Act { return scoring.Accept{Unit: text.Draw(t, "unit")} },
		scoring.KindAttend: func(t *rapid.T) scoring.Act {
			return scoring.Attend{Unit: text.Draw(t, "unit"), Present: rapid.Bool().Draw(t, "present"),
				Person: text.Draw(t, "person")}
		},
		scoring.KindAppraise: func(t *rapid.T) scoring.Act {
			return scoring.Appraise{Unit: text.Draw(t, "unit"), Criterion: code.Draw(t, "criterion"),
				Percent: percent.Draw(t, "percent"), Assessor: text.Draw(t, "assessor")}
		},
		scoring.KindNote: func(t *rapid.T) scoring.Act {
			return scoring.Note{Unit: text.Draw(t, "unit"), Target: code.Draw(t, "target"), Text: text.Draw(t, "text")}
		},
		scoring.KindConfirm: func(t *rapid.T) scoring.Act { return scoring.Confirm{Unit: text.Draw(t, "unit")} },
		scoring.KindVote: func(t *rapid.T) scoring.Act {
			v := scoring.Vote{
				Subject: text.Draw(t, "subject"), For: count.Draw(t, "for"), Against: count.Draw(t, "against"),
				Abstain: count.Draw(t, "abstain"),
				Unit:    text.Draw(t, "unit"), Secret: rapid.Bool().Draw(t, "secret"),
			}
			switch rapid.IntRange(0, 3).Draw(t, "act") {
			case 0:
				v.Act = scoring.Bonus{Unit: text.Draw(t, "unit"), Target: code.Draw(t, "target"),
					Points: points.Draw(t, "points"), Reason: text.Draw(t, "reason")}
			case 1:
				v.Act = scoring.Order{Units: rapid.SliceOfN(text, 1, 3).Draw(t, "units")}
			}
			if votes := rapid.MapOf(text,
				rapid.SampledFrom([]scoring.Choice{scoring.For, scoring.Against, scoring.Abstain})).Draw(t,
				"votes"); len(votes) > 0 {
				v.Votes = votes
			}
			return v
		},
		scoring.KindBallot: func(t *rapid.T) scoring.Act {
			return scoring.Ballot{
				Office: rapid.SampledFrom([]scoring.Office{scoring.Leader, scoring.Deputy}).Draw(t, "office"),
				Round:  count.Draw(t, "round"), Votes: rapid.MapOf(text, count).Draw(t, "votes"),
				Blank: count.Draw(t, "blank"), Spoiled: count.Draw(t, "spoiled"), Issued: count.Draw(t, "issued"),
				Returned: count.Draw(t, "returned"),
			}
		},
		scoring.KindLots: func(t *rapid.T) scoring.Act {
			return scoring.Lots{Office: scoring.Leader, Winner: text.Draw(t, "winner"), Reason: text.Draw(t, "reason"),
				Seed: text.Draw(t, "seed")}
		},
		scoring.KindUndo: func(t *rapid.T) scoring.Act {
			return scoring.Undo{Seq: rapid.IntRange(0, 1<<50).Draw(t, "seq")}
		},
		scoring.KindClose: func(t *rapid.T) scoring.Act { return scoring.Close{Reason: text.Draw(t, "reason")} },
		scoring.KindInvite: func(t *rapid.T) scoring.Act {
			return scoring.Invite{Person: text.Draw(t, "person"),
				Role: rapid.SampledFrom(scoring.Roles()).Draw(t, "role"), Unit: text.Draw(t, "unit"),
				Key: text.Draw(t, "key")}
		},
		scoring.KindRevoke: func(t *rapid.T) scoring.Act { return scoring.Revoke{Person: text.Draw(t, "person")} },
		scoring.KindReopen: func(t *rapid.T) scoring.Act { return scoring.Reopen{Reason: text.Draw(t, "reason")} },
	}
}

func generated() []scoring.Kind { return slices.Collect(maps.Keys(acts(&rulebook.Book{}))) }

// What is written is read back as it was, and written again in the same bytes.
func TestRoundTrip(t *testing.T) {
	book, err := rulebook.Read("small.toml", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	for kind, draw := range acts(book) {
		t.Run(string(kind), rapid.MakeCheck(func(t *rapid.T) {
			zone := time.FixedZone("", 60*rapid.IntRange(-14*60, 14*60).Draw(t, "zone"))
			d := scoring.Decision{
				Seq: rapid.IntRange(1, 1<<50).Draw(t, "seq"),
				At: time.Unix(rapid.Int64Range(-2e9, 4e9).Draw(t, "at"),
					rapid.Int64Range(0, 999_999_999).Draw(t, "nanoseconds")).In(zone),
				By:  rapid.SampledFrom([]string{"", "Thư ký", `"\/ <&>`}).Draw(t, "by"),
				Act: draw(t),
			}
			body, err := decision.Encode(d)
			if err != nil {
				t.Fatal(err)
			}
			got, err := decision.Decode(body)
			if err != nil {
				t.Fatalf("%v\n%s", err, body)
			}
			if diff := cmp.Diff(d, got, cmpopts.EquateEmpty(), cmpopts.IgnoreTypes(&scoring.Rulebook{})); diff != "" {
				t.Fatalf("(-written +read)\n%s\n%s", diff, body)
			}
			if again, err := decision.Encode(got); err != nil || !bytes.Equal(again, body) {
				t.Fatalf("%v\n%s\n%s", err, body, again)
			}
		}))
	}
}

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
		{"101 %", `50`, `101`, "outside"},
		{"three decimals", `50`, `50.005`, "decimals"},
		{"a word for a number", `50`, `"fifty"`, "not a decision"},
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
	book, err := rulebook.Read("small.toml", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	body, err := decision.Encode(scoring.Decision{Seq: 1,
		Act: scoring.New{Rulebook: book.Rulebook, Text: book.Text, Year: "2020", Sheets: []*scoring.Sheet{{
			Unit: "A", Submitted: time.Date(2020, 6, 8, 0, 0, 0, 0, time.UTC),
			Percent:  map[string]scoring.Percent{"1": 8750},
			Evidence: map[string][]string{"1": {"QĐ 1"}},
			Requests: []scoring.Request{{Target: "1", Points: scoring.Point, Reason: "vì"}},
		}}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, old, new, want string }{
		{"no rulebook", `"rulebook":{`, `"rulebook":null,"x":{`, "unknown key"},
		{"a rulebook that is none", `[scale]`, `[scales]`, "its rulebook"},
		{"a rulebook with a fault", `total = 10`, `total = 11`, "its rulebook"},
		{"a day that is none", `2020-06-08`, `2020-06-31`, "the sheet of A"},
		{"a percent that is none", `87.5`, `187.5`, "the sheet of A"},
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
