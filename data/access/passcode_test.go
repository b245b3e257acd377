package access_test

import (
	"math"
	"strings"
	"testing"

	"golang.org/x/crypto/bcrypt"
	"pgregory.net/rapid"

	"thidua/data/access"
)

// Passcodes are hard to guess, easy to read out, and come through a Vietnamese keyboard as they were typed: Telex and
// VNI change letters only where there is a vowel, w or d.
func TestPasscodeAlphabet(t *testing.T) {
	if bits := float64(access.Characters) * math.Log2(float64(len(access.Alphabet))); bits < 60 {
		t.Errorf("%.1f bits", bits)
	}
	if bad := strings.IndexAny(access.Alphabet, "aeiouy"+"dw"+"01l"+"[]-. "); bad >= 0 {
		t.Errorf("%q is among the characters", access.Alphabet[bad])
	}
	for i, r := range access.Alphabet {
		if strings.LastIndex(access.Alphabet, string(r)) != i {
			t.Errorf("%q is there twice", r)
		}
	}
	seen, counts := map[string]bool{}, map[rune]int{}
	for range 100 {
		shown := access.ByChance()
		if seen[shown] || access.Typed(shown) != strings.ReplaceAll(shown, "-", "") {
			t.Errorf("passcode %q", shown)
		}
		seen[shown] = true
		for _, r := range access.Typed(shown) {
			counts[r]++
		}
	}
	// 1600 characters, 64 of each to be expected: one that never comes is not chance (10^-28).
	for _, r := range access.Alphabet {
		if counts[r] == 0 {
			t.Errorf("%q never comes", r)
		}
	}
}

// A passcode is the same however it is typed, and nothing else is.
func TestByPasscode(t *testing.T) {
	shown, hash := passcode(t)
	l := &access.List{}
	p, err := l.Add(access.Person{Name: "Phó Giám đốc", Role: "observer", Hash: hash})
	if err != nil {
		t.Fatal(err)
	}
	if err := add("Người khác", hash)(l); err != nil { // so that a stranger's try is as cheap
		t.Fatal(err)
	}
	plain := access.Typed(shown)
	wide := strings.Map(func(r rune) rune { return r + 0xfee0 }, plain) // as an East Asian keyboard may type it
	for _, code := range []string{
		shown, plain, strings.ToUpper(shown), " " + shown + "\r\n", strings.ReplaceAll(shown, "-", " "),
		strings.ReplaceAll(shown, "-", "\u2013"),
		strings.ReplaceAll(shown, "-", "\u2011"), strings.ReplaceAll(shown, "-", "\u2212"),
		strings.ReplaceAll(shown, "-", "_"), strings.ReplaceAll(shown, "-", "."),
		"\u200b" + shown + "\ufeff", wide, strings.Join(strings.Split(plain, ""), " "),
	} {
		if access.Typed(code) != plain {
			t.Errorf("%q is compared as %q", code, access.Typed(code))
		}
	}
	for user, code := range map[string]string{"pho-giam-doc": shown, "Phó Giám đốc": strings.ToUpper(plain),
		"PHO GIAM DOC": wide} {
		if got, ok := l.ByPasscode(user, code); !ok || got.ID != p.ID {
			t.Errorf("%q with %q does not come in", user, code)
		}
	}
	for _, code := range []string{"", plain[1:], plain + "b", plain[:15] + "a", string(make([]byte, 1<<16))} {
		if _, ok := l.ByPasscode("pho-giam-doc", code); ok {
			t.Errorf("%.40q comes in", code)
		}
	}
	for _, user := range []string{"", "chu-toa", string(make([]byte, 1<<16))} {
		if _, ok := l.ByPasscode(user, shown); ok {
			t.Errorf("%.40q comes in", user)
		}
	}
	if _, err := l.Remove("pho giam doc"); err != nil {
		t.Fatal(err)
	}
	if _, ok := l.ByPasscode("pho-giam-doc", shown); ok {
		t.Error("who is revoked comes in")
	}
}

// Whatever is typed: it is compared as characters of passcodes, exactly as many as there are, or as nothing at all.
func TestTyped(t *testing.T) {
	if got := access.Typed("AA\U000104A0A\u00a8\U00010137\u0903"); got != "" { // as many bytes, of other characters
		t.Errorf("compared as %q", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "typed")
		if got := access.Typed(s); got != "" && (len(got) != access.Characters || access.Typed(got) != got) {
			t.Fatalf("%q is compared as %q", s, got)
		}
	})
}

// A stranger's try costs what that of an invited person costs, or the time would tell who is invited.
func TestDecoyCosts(t *testing.T) {
	l := &access.List{}
	if cost, err := l.Cost(); err != nil || cost != 12 {
		t.Errorf("in an empty list: %d, %v", cost, err)
	}
	_, cheap := passcode(t)
	dear, err := bcrypt.GenerateFromPassword([]byte("x"), bcrypt.MinCost+1)
	if err != nil {
		t.Fatal(err)
	}
	for name, hash := range map[string]string{"A": cheap, "B": string(dear)} {
		if _, err := l.Add(access.Person{Name: name, Role: "chair", Hash: hash}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := l.Add(access.Person{Name: "C", Role: "chair", Key: line(newKey(t))}); err != nil {
		t.Fatal(err)
	}
	if cost, err := l.Cost(); err != nil || cost != bcrypt.MinCost+1 {
		t.Errorf("in a list with hashes: %d, %v", cost, err)
	}
}
