package record_test

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/data/record"
	"thidua/data/record/recordtest"
	"thidua/scoring/lang"
)

func TestChain(t *testing.T) {
	t.Parallel()
	first := fmt.Sprintf("%x", sha256.Sum256([]byte("\n{}")))
	if got := record.Chain("", []byte("{}")); got != first {
		t.Errorf("first: %s, want %s", got, first)
	}
	second := fmt.Sprintf("%x", sha256.Sum256([]byte(first+"\n{\"a\":1}")))
	if got := record.Chain(first, []byte(`{"a":1}`)); got != second {
		t.Errorf("second: %s, want %s", got, second)
	}
}

func TestCanonical(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ in, want string }{
		{` { "b" : 1.50 , "a" : [ true , null ] } `, `{"a":[true,null],"b":1.5}`},
		{`{"\u20ac":"\u0045uro","1":1e2}`, `{"1":100,"€":"Euro"}`},
		{`{"điểm":87.5,"Đơn vị":"Nam Định\u000a"}`, `{"Đơn vị":"Nam Định\n","điểm":87.5}`},
		{`[-0,0.000001,1e-7,1e21,333333333.33333329]`, `[0,0.000001,1e-7,1e+21,333333333.3333333]`},
		{`9007199254740993`, `9007199254740992`}, // beyond 2^53
	} {
		got, err := record.Canonical([]byte(tt.in))
		if err != nil || string(got) != tt.want {
			t.Errorf("Canonical(%s) = %s, %v; want %s", tt.in, got, err, tt.want)
		}
	}
	for _, in := range []string{``, `{`, `{"a":1,"a":2}`, "\"\xff\"", `"\ud800"`, `01`, `{}x`, `NaN`} {
		if got, err := record.Canonical([]byte(in)); err == nil {
			t.Errorf("Canonical(%q) = %s, want an error", in, got)
		}
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	good := recordtest.Make(t, record.Entry{}, recordtest.Bodies(6, 60)...)
	for _, tt := range []struct {
		name  string
		spoil func(l []record.Entry) []record.Entry
		want  []string
	}{
		{"nothing", func(l []record.Entry) []record.Entry { return l }, nil},
		{"empty", func([]record.Entry) []record.Entry { return nil }, nil},
		{"one missing", func(l []record.Entry) []record.Entry { return slices.Delete(l, 2, 3) },
			[]string{"3: decision 3 is missing"}},
		{"the first missing", func(l []record.Entry) []record.Entry { return l[1:] },
			[]string{"1: decision 1 is missing"}},
		{"two gaps", func(l []record.Entry) []record.Entry { return []record.Entry{l[0], l[3], l[5]} },
			[]string{"2: decisions 2 to 3 are missing", "5: decision 5 is missing"}},
		{"twice", func(l []record.Entry) []record.Entry { return slices.Insert(l, 2, l[1]) },
			[]string{"2: decision 2 is out of order: here belongs 3"}},
		{"a body changed", func(l []record.Entry) []record.Entry { l[2].Body = []byte(`{}`); return l },
			[]string{"3: decision 3 does not match its hash: its body or a hash was changed"}},
		{"a hash changed", func(l []record.Entry) []record.Entry { l[2].Hash = l[1].Hash; return l },
			[]string{"3: decision 3 does not match its hash: its body or a hash was changed",
				"4: decision 4 does not match its hash: its body or a hash was changed"}},
		{"a hash in capitals", func(l []record.Entry) []record.Entry {
			l[5].Hash = strings.ToUpper(l[5].Hash)
			return l
		},
			[]string{"6: decision 6 does not match its hash: its body or a hash was changed"}},
		{"not canonical", func(l []record.Entry) []record.Entry {
			l[5].Body = []byte(`{ }`)
			l[5].Hash = record.Chain(l[4].Hash, l[5].Body)
			return l
		}, []string{"6: the body of decision 6 is not canonical JSON (RFC 8785)"}},
	} {
		var got []string
		for _, f := range record.Check(tt.spoil(slices.Clone(good))) {
			if f.In(lang.VI) == f.In(lang.EN) || f.Mend.IsZero() {
				t.Errorf("%s: %q", tt.name, f.In(lang.VI))
			}
			got = append(got, fmt.Sprintf("%d: %s", f.Seq, f.What.In(lang.EN)))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s:\n%q\nwant\n%q", tt.name, got, tt.want)
		}
	}
}

// TestCheckFindsAnyChange: whatever single thing is changed in a record, Check complains, except where the end is cut
// off.
func TestCheckFindsAnyChange(t *testing.T) {
	t.Parallel()
	good := recordtest.Make(t, record.Entry{}, recordtest.Bodies(5, 60)...)
	rapid.Check(t, func(t *rapid.T) {
		l := slices.Clone(good)
		at := rapid.IntRange(0, len(l)-1).Draw(t, "entry")
		switch rapid.IntRange(0, 4).Draw(t, "change") {
		case 0:
			b := slices.Clone(l[at].Body)
			b[rapid.IntRange(0, len(b)-1).Draw(t, "byte")] ^= rapid.Byte().Filter(func(b byte) bool {
				return b != 0
			}).Draw(t, "bits")
			l[at].Body = b
		case 1:
			b := []byte(l[at].Hash)
			b[rapid.IntRange(0, len(b)-1).Draw(t, "digit")] ^= rapid.Byte().Filter(func(b byte) bool {
				return b != 0
			}).Draw(t, "bits")
			l[at].Hash = string(b)
		case 2:
			l[at].Seq = rapid.Int().Filter(func(n int) bool { return n != at+1 }).Draw(t, "seq")
		case 3:
			to := rapid.IntRange(0, len(l)-1).Filter(func(n int) bool { return n != at }).Draw(t, "other")
			l[at], l[to] = l[to], l[at]
		case 4:
			l = slices.Delete(l, at, at+1)
			if at == len(l) {
				return // cut off at the end
			}
		}
		if len(record.Check(l)) == 0 {
			t.Fatalf("no fault in %+v", l)
		}
	})
}
