package meeting_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// recorded is the record of the sample meeting.
func recorded(t testing.TB) []record.Entry {
	t.Helper()
	sample, err := loadSample()
	if err != nil {
		t.Fatal(err)
	}
	m, err := sample.Meeting(clock)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	return entries(m.Snapshot())
}

// change replaces something in the body of a decision.
func change(t testing.TB, list []record.Entry, seq int, old, new string) []record.Entry {
	t.Helper()
	list = slices.Clone(list)
	if !bytes.Contains(list[seq-1].Body, []byte(old)) {
		t.Fatalf("decision %d does not hold %s: %s", seq, old, list[seq-1].Body)
	}
	list[seq-1].Body = bytes.Replace(list[seq-1].Body, []byte(old), []byte(new), 1)
	return list
}

// rechained gives entries the hashes that belong to their bodies, as a forger would.
func rechained(list []record.Entry) []record.Entry {
	list, prev := slices.Clone(list), ""
	for i, e := range list {
		prev = record.Chain(prev, e.Body)
		list[i].Hash = prev
	}
	return list
}

// Every way to tamper with a record shows, with the number of the decision, and without a word about those it did not
// touch.
func TestReplayFindsTampering(t *testing.T) {
	good := recorded(t)
	if s, faults := meeting.Replay(good); len(faults) > 0 || s.Seq() != 26 {
		t.Fatalf("%d, %v", s.Seq(), faults)
	}
	for _, tt := range []struct {
		name string
		list []record.Entry
		want []string // how the faults begin
	}{
		{"another percent", change(t, good, 12, `"percent":85`, `"percent":95`),
			[]string{"decision 12 does not match its hash"}},
		{"the rulebook", change(t, good, 1, `max      = 20`, `max      = 20 `),
			[]string{"decision 1 does not match its hash"}},
		{"two of them", change(t, change(t, good, 12, `"percent":85`, `"percent":95`), 23, `"12.6"`, `"12.5"`),
			[]string{"decision 12 does not match its hash", "decision 23 does not match its hash"}},
		{"no decision any more", change(t, good, 12, `"percent":85`, `"percent":8500`),
			[]string{"decision 12 does not match its hash", "decision 12 cannot be read"}},
		{"a hash", func() []record.Entry {
			list := slices.Clone(good)
			list[25].Hash = strings.Repeat("0", 64)
			return list
		}(), []string{"decision 26 does not match its hash"}},
		{"one is gone", slices.Delete(slices.Clone(good), 11, 12), []string{"decision 12 is missing"}},
		{"some are gone", slices.Delete(slices.Clone(good), 11, 14), []string{"decisions 12 to 14 are missing"}},

		// With the chain made anew the hashes fit, and what the decisions say must tell; the fingerprint is another
		// one.
		{"101 %", rechained(change(t, good, 12, `"percent":85`, `"percent":101`)),
			[]string{"decision 12 breaks a rule"}},
		{"no such criterion", rechained(change(t, good, 12, `"3.3.4"`, `"3.3.9"`)),
			[]string{"decision 12 breaks a rule"}},
		{"over the limit", rechained(change(t, good, 20, `"points":10`, `"points":90`)),
			[]string{"decision 20 breaks a rule"}},
		{"another number", rechained(change(t, good, 12, `"seq":12`, `"seq":13`)),
			[]string{"the body of decision 12 says that it is 13"}},
		{"no number", rechained(change(t, good, 12, `"seq":12`, `"seq":0`)), []string{"decision 12 cannot be read"}},
		{"more than it says", rechained(change(t, good, 12, `"seq":12`, `"seq":12,"target":"3"`)),
			[]string{"decision 12 cannot be read: decision 12: it has the unknown key \"target\""}},
		{"another order of keys",
			rechained(change(t, good, 11, `"kind":"accept","seq":11`, `"seq":11,"kind":"accept"`)),
			[]string{"the body of decision 11 is not canonical", "decision 11 is not in the canonical form"}},
		{"ESC in a name", rechained(change(t, good, 12, `"by":"`, `"by":"\u001b[31m`)),
			[]string{"decision 12 cannot be read"}},
		{"an unknown kind", rechained(change(t, good, 11, `"accept"`, `"accepts"`)),
			[]string{"decision 11 cannot be read"}},
		{"not the beginning", rechained(change(t, good, 1, `"cluster":"2"`, `"cluster":"3"`)),
			[]string{"decision 1 breaks a rule"}},
		{"a beginning with other units", rechained(change(t, good, 1, `"units":["`, `"units":["Hà Nội","`)),
			[]string{"decision 1 is not in the canonical form"}},
		{"a beginning in another order", rechained(change(t, good, 1, `"seq":1,`, ` "seq":1,`)),
			[]string{"the body of decision 1 is not canonical", "decision 1 is not in the canonical form"}},
		{"nothing", nil, []string{"the record is empty"}},
	} {
		_, faults := meeting.Replay(tt.list)
		var got []string
		for _, f := range faults {
			got = append(got, f.In(lang.EN))
		}
		ok := len(got) == len(tt.want)
		for i := range tt.want {
			ok = ok && strings.HasPrefix(got[i], tt.want[i])
		}
		if !ok {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
		}
	}
}

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

// short is the record of a small meeting.
func short(t *testing.T) []record.Entry {
	t.Helper()
	book, err := rulebook.Read("small.toml", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	sheets := []*scoring.Sheet{{Unit: "A", Marks: map[string]scoring.Mark{"1": scoring.InPercent(50_00)}},
		{Unit: "B", Evidence: map[string][]string{"1": {"QĐ 1"}}}}
	m, err := meeting.InMemory("Thư ký",
		scoring.New{Rulebook: book.Rulebook, Text: book.Text, Year: "2020", Sheets: sheets}, clock)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	return entries(propose(t, m,
		scoring.Score{Unit: "B", Criterion: "1", Mark: scoring.InPercent(12_50), Reason: "đã «xem»"},
		scoring.Bonus{Unit: "B", Target: "1", Points: scoring.Point / 2, Reason: "a"},
		scoring.Attend{Unit: "A", Present: true}, scoring.Undo{Seq: 3},
		scoring.Sanctioned{Unit: "A", Sanction: scoring.Excluded, Reason: "b"}, scoring.Accept{Unit: "A"},
	))
}

// Whatever single byte of whatever body is changed: it shows, and only there.
func TestReplayFindsAnyByte(t *testing.T) {
	good := short(t)
	rapid.Check(t, func(t *rapid.T) {
		list := slices.Clone(good)
		e := &list[rapid.IntRange(0, len(list)-1).Draw(t, "entry")]
		e.Body = slices.Clone(e.Body)
		e.Body[rapid.IntRange(0, len(e.Body)-1).Draw(t, "byte")] ^= rapid.ByteRange(1, 255).Draw(t, "bits")
		_, faults := meeting.Replay(list)
		if len(faults) == 0 {
			t.Fatalf("not found in decision %d: %q", e.Seq, e.Body)
		}
		for _, f := range faults {
			if f.Seq != e.Seq {
				t.Fatalf("decision %d was changed, decision %d is blamed: %s", e.Seq, f.Seq, f.In(lang.EN))
			}
		}
	})
}
