package record_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/gowebpki/jcs"
	"pgregory.net/rapid"

	"thidua/data/record"
)

// plainBodies are bodies of which some are plainly canonical and others look nearly so.
func plainBodies() []string {
	return []string{
		`{}`, `[]`, `{"a":1}`, `{"a":1,"b":[true,false,null,"x"]}`, `{"":0,"a":{"b":{}}}`, `"Đ\"\\\n"`,
		`-1.5`, `0.00001`, `0.000001`, `123456789012345`, `1234567890123456`, `0.1234567890123456`, `-0`, `-0.5`,
		`1.50`, `1.0`, `01`, `1e3`, `1E3`, `+1`, `.5`, `1.`, `-`, `9007199254740993`,
		`{"b":1,"a":2}`, `{"a":1,"a":2}`, `{"a":1,}`, `[1,]`, `[,1]`, `[1 ,2]`, `{"a" :1}`, ` {}`, `{} `, `{}x`,
		`{"a"}`, `{"a":}`, `{,}`, `"`, `"\u000a"`, `"\u001f"`, `"\/"`, `"\x"`, "\"\x01\"", "\"\x7f\"", "\"\xff\"",
		"\"\xed\xa0\x80\"", "\"\u2028\ufffd\"", `{"\n":1}`, `{"😀":1,"` + "\uffff" + `":2}`,
		`{"` + "\uffff" + `":1,"😀":2}`, `tru`, `truex`, `nul`, ``, `{`, `[`, `{"a":1`, `[1`, `"a`, `"\`,
		strings.Repeat("[", 20) + strings.Repeat("]", 20), `{"seq":12,"unit":"Nam Định"}`}
}

// plainIsCanonical: a body that is plain is what the library makes of it.
func plainIsCanonical(t testing.TB, body []byte) (plain bool) {
	t.Helper()
	if plain = record.IsPlain(body); !plain {
		return false
	}
	if out, err := jcs.Transform(body); err != nil || !bytes.Equal(out, body) {
		t.Fatalf("%q is held to be canonical, which is %q, %v", body, out, err)
	}
	if !json.Valid(body) {
		t.Fatalf("%q is held to be JSON", body)
	}
	return true
}

func FuzzPlain(f *testing.F) {
	for _, body := range plainBodies() {
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, body []byte) { plainIsCanonical(t, body) })
}

// What is held to be canonical at a glance is so, whatever is changed in it; and most of what is canonical is seen at a
// glance.
func TestPlainIsCanonical(t *testing.T) {
	t.Parallel()
	for _, body := range plainBodies() {
		plainIsCanonical(t, []byte(body))
	}
	for _, body := range []string{
		`{}`, `[]`, `{"a":1,"b":[true,false,null,"x"]}`, `"Đ\"\\\n"`, `-1.5`, `-0.5`, `{"":0}`,
		`{"at":"2020-12-18T08:01:00+07:00","kind":"score","percent":85.5,"seq":12,"unit":"Nam Định"}`,
		`{"votes":{"Hà Nam":"for","Nam Định":"against"}}`, `0`, `123456789012345`} {
		if !plainIsCanonical(t, []byte(body)) {
			t.Errorf("%s is not seen to be canonical", body)
		}
	}
	plain, not := 0, 0
	rapid.Check(t, func(r *rapid.T) {
		body, err := record.Canonical([]byte(value(r, 4)))
		if err != nil {
			t.Fatal(err)
		}
		body = bytes.Clone(body)
		if !record.IsPlain(body) {
			not++
		} else {
			plain++
		}
		plainIsCanonical(t, body)
		at := rapid.IntRange(0, len(body)-1).Draw(r, "at")
		switch rapid.IntRange(0, 2).Draw(r, "how") {
		case 0:
			body[at] = rapid.SampledFrom([]byte("\"\\{}[],:0123456789.-eE xtfn\x00\xc3\xff")).Draw(r, "byte")
		case 1:
			body = append(body[:at:at], body[at+1:]...)
		case 2:
			body = append(body[:at:at], append([]byte{'0'}, body[at:]...)...)
		}
		plainIsCanonical(t, body)
	})
	if plain < not || not == 0 {
		t.Errorf("%d canonical bodies are seen to be so, %d are not", plain, not)
	}
}

// value is some JSON.
func value(r *rapid.T, depth int) string {
	text := func(s string) string {
		out, err := json.Marshal(s)
		if err != nil {
			panic(err)
		}
		return string(out)
	}
	kind := rapid.IntRange(0, 6)
	if depth == 0 {
		kind = rapid.IntRange(0, 4)
	}
	switch kind.Draw(r, "kind") {
	case 0:
		return text(rapid.String().Draw(r, "text"))
	case 1:
		return text(rapid.SampledFrom([]string{"Nam Định", "for", "ghi \"chú\"\n", ""}).Draw(r, "word"))
	case 2:
		return fmt.Sprint(rapid.Int64Range(-1<<40, 1<<40).Draw(r, "whole"))
	case 3:
		places := rapid.IntRange(0, 9).Draw(r, "places")
		return fmt.Sprintf("%.*f", places, rapid.Float64Range(-999, 999).Draw(r, "decimal"))
	case 4:
		return rapid.SampledFrom([]string{"true", "false", "null"}).Draw(r, "literal")
	case 5:
		var parts []string
		for range rapid.IntRange(0, 4).Draw(r, "length") {
			parts = append(parts, value(r, depth-1))
		}
		return "[" + strings.Join(parts, ",") + "]"
	}
	members := map[string]string{}
	name := rapid.OneOf(rapid.StringN(0, 3, -1), rapid.SampledFrom([]string{"a", "ab", "Đ", "😀"}))
	for range rapid.IntRange(0, 4).Draw(r, "members") {
		members[name.Draw(r, "name")] = value(r, depth-1)
	}
	var parts []string
	for name, v := range members {
		parts = append(parts, text(name)+":"+v)
	}
	return "{" + strings.Join(parts, ",") + "}"
}
