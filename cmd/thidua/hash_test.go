package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/crypto/bcrypt"

	"thidua/sample"
)

// TestHashes checks the record as a stranger would who has nothing but `thidua log --format json` and the contract:
// each hash is the SHA-256, in hex, over the hash before it, a newline, and the decision's canonical JSON (RFC 8785)
// without its hash.
func TestHashes(t *testing.T) {
	path := everyKind(t)
	out := thidua(t, "log", path, "--format", "json")
	prev := ""
	for i, line := range strings.Split(strings.TrimSuffix(out, "\n"), "\n") {
		var d map[string]any
		dec := json.NewDecoder(strings.NewReader(line))
		dec.UseNumber()
		if err := dec.Decode(&d); err != nil {
			t.Fatalf("line %d: %v", i+1, err)
		}
		if got := fmt.Sprint(d["seq"]); got != strconv.Itoa(i+1) {
			t.Errorf("line %d has the number %s", i+1, got)
		}
		claimed := d["hash"]
		delete(d, "hash")
		body := canonical(t, d)
		prev = fmt.Sprintf("%x", sha256.Sum256([]byte(prev+"\n"+body)))
		if claimed != prev {
			t.Fatalf("decision %d: hash %v, want %s over\n%.300s", i+1, claimed, prev, body)
		}
		if rest, _, _ := strings.Cut(line, `,"hash":`); rest+"}" != body {
			t.Errorf("decision %d is not written canonically:\n%.300s\nwant\n%.300s", i+1, rest, body)
		}
	}
	if got := strings.TrimSpace(thidua(t, "verify", path)); got != prev {
		t.Errorf("verify says %s, the last hash is %s", got, prev)
	}
	thidua(t, "verify", path, "--against", prev)
	thidua(t, "verify", path, "--against", strings.ToUpper(prev[:12]))
}

// everyKind is a meeting with decisions of every kind, numbers of every form, and texts that JSON must escape.
func everyKind(t *testing.T) string {
	t.Helper()
	return likeMade(t, "every-kind", decideEveryKind)
}

func decideEveryKind(t *testing.T, dir string) {
	t.Helper()
	path := beginIn(t, dir)
	more := sample.File{Name: "more.toml", Text: []byte(`
decision = [
  { kind = "score", unit = "Nam Định", criterion = "1.1", percent = 0 },
  { kind = "score", unit = "Nam Định", criterion = "1.1", percent = 87.05, reason = "«\"\\/» 👍 € ö ﬀ 5 < 6 & 7" },
  { kind = "bonus", unit = "Nam Định", target = "14", points = 0.01, reason = "a" },
  { kind="penalty", unit="Nam Định", target="14", points=1.5, reason="b", at=2020-06-30T11:00:00.123456789+07:00 },
  { kind = "sanction", unit = "Hà Nam", sanction = "downgraded", reason = "c" },
  { kind = "appraise", unit = "Hà Nam", criterion = "3.1.2", percent = 33.33, assessor = "Thanh tra" },
  { kind = "attend", unit = "Hà Nam", present = false },
  { kind = "undo", seq = 27 },
  { kind = "note", unit = "Hà Nam", target = "3.1", text = "«xem lại»" },
  { kind = "confirm", unit = "Hà Nam" },
  { kind = "invite", person = "Phó Giám đốc Sở", role = "reviewer", unit = "Hà Nam", key = "` + aKey + `" },
  { kind = "revoke", person = "phó giám đốc sở" },
  { kind = "vote", subject = "\u00e9", for = 5, against = 1, abstain = 2 },
  { kind = "ballot", office = "leader", round = 1, votes = { "Nam Định" = 5, "Bắc Ninh" = 2 }, blank = 1, spoiled = 0 },
`)}
	for _, f := range sample.Sheets() {
		unit := strings.TrimSuffix(filepath.Base(f.Name), ".toml")
		more.Text = fmt.Appendf(more.Text, "  { kind = %q, unit = %q },\n", "accept", unit)
	}
	more.Text = append(more.Text, `  { kind = "leave", unit = "Thái Bình", criterion = "13.5", reason = "e" },
  { kind = "reject", unit = "Vĩnh Phúc", target = "13.4", reason = "f" },
  { kind = "vote", subject = "g", unanimous = true, not_voting = ["Nam Định"] },
  { kind = "particulars", place = "é «x»", copies = 2, tellers = ["a"], end = 2020-06-30T11:00:00.5+07:00 },
  { kind = "minute", section = "remarks", text = "h", speaker = { name = "i", unit = "j" } },
  { kind = "close" }, { kind = "reopen", reason = "d" },
  { kind = "sitting", form = "other", chair = { name = "k", post = "l", unit = "Hà Nam" }, agenda = ["m", "n"] },
  { kind = "attend", unit = "Hà Nam", present = true, people = [{ name = "o", post = "p" }, { name = "q" }] },
  { kind = "attend", present = false, guest = { name = "r", body = "s" }, reason = "t" } ]`...)
	thidua(t, "apply", path, written(t, dir, sample.Decisions()), written(t, dir, more))
}

// thidua runs the program in this process, with cheap passcodes, and gives what it wrote to standard output.
func thidua(t *testing.T, args ...string) string {
	t.Helper()
	var out, err bytes.Buffer
	std := stdio{in: strings.NewReader(""), out: &out, err: &err}
	if code := runAt(t.Context(), args, std, bcrypt.MinCost); code != exitDone {
		t.Fatalf("%q ends with %d: %s", args, code, &err)
	}
	return out.String()
}

// canonical writes JSON by RFC 8785, from the RFC alone: keys in the order of their UTF-16 code units, no spaces, as
// few escapes as JSON allows, numbers as ECMAScript writes them.
func canonical(t *testing.T, v any) string {
	t.Helper()
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return strconv.FormatBool(v)
	case json.Number:
		f, err := v.Float64()
		if err != nil {
			t.Fatal(err)
		}
		return canonicalNumber(f)
	case string:
		return canonicalString(v)
	case []any:
		parts := make([]string, len(v))
		for i, e := range v {
			parts[i] = canonical(t, e)
		}
		return "[" + strings.Join(parts, ",") + "]"
	case map[string]any:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		slices.SortFunc(keys, func(a, b string) int {
			return slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)))
		})
		parts := make([]string, len(keys))
		for i, k := range keys {
			parts[i] = canonicalString(k) + ":" + canonical(t, v[k])
		}
		return "{" + strings.Join(parts, ",") + "}"
	}
	t.Fatalf("%T is not JSON", v)
	return ""
}

func canonicalString(s string) string {
	short := map[rune]string{'"': `\"`, '\\': `\\`, '\b': `\b`, '\f': `\f`, '\n': `\n`, '\r': `\r`, '\t': `\t`}
	var b strings.Builder
	for _, r := range s {
		switch {
		case short[r] != "":
			b.WriteString(short[r])
		case r < 0x20:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return `"` + b.String() + `"`
}

// canonicalNumber follows Number::toString of ECMAScript: s are the shortest digits, n is where the point stands behind
// the first of them.
func canonicalNumber(f float64) string {
	if f == 0 {
		return "0"
	}
	if f < 0 {
		return "-" + canonicalNumber(-f)
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'e', -1, 64), "e")
	s := strings.ReplaceAll(mantissa, ".", "")
	e, _ := strconv.Atoi(exponent)
	k, n := len(s), e+1
	switch {
	case k <= n && n <= 21:
		return s + strings.Repeat("0", n-k)
	case 0 < n && n <= 21:
		return s[:n] + "." + s[n:]
	case -6 < n && n <= 0:
		return "0." + strings.Repeat("0", -n) + s
	}
	sign := "+"
	if n-1 < 0 {
		sign = "-"
	}
	point := ""
	if k > 1 {
		point = "."
	}
	return s[:1] + point + s[1:] + "e" + sign + strconv.Itoa(max(n-1, 1-n))
}

const aKey = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"

// TestCanonical holds the canonicaliser of this test against the examples of the RFC.
func TestCanonical(t *testing.T) {
	for in, want := range map[string]string{
		`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001], ` +
			`"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`: //
		`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
			`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
		`{"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7}`://
		"{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}",
		`[0, -0, 1, 100, 1e21, 1e20, 123456789012345680000, 0.000001, 1e-7, 1.5e-9, -87.5]`://
		`[0,0,1,100,1e+21,100000000000000000000,123456789012345680000,0.000001,1e-7,1.5e-9,-87.5]`,
	} {
		var v any
		dec := json.NewDecoder(strings.NewReader(in))
		dec.UseNumber()
		if err := dec.Decode(&v); err != nil {
			t.Fatal(err)
		}
		if got := canonical(t, v); got != want {
			t.Errorf("%s\nis %s\nwant %s", in, got, want)
		}
	}
}
