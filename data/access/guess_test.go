package access_test

import (
	"testing"

	"golang.org/x/crypto/bcrypt"

	"thidua/data/access"
	"thidua/scoring"
)

// What a passcode may be is known at once, for everybody alike; only lists of older versions have to try.
func TestGuess(t *testing.T) {
	m, path := live(t)
	p, code, err := access.Person{Name: "Dự khán", Role: scoring.Observer}.WithPasscode(bcrypt.MinCost)
	if err != nil {
		t.Fatal(err)
	}
	invite(t, m, path, p)
	l := load(t, path)
	for _, tt := range []struct {
		user, code string
		want       access.Guess
	}{
		{"du-khan", code, access.Likely},
		{"Dự khán", " " + code + " ", access.Likely},
		{"du-khan", "", access.Wrong},
		{"du-khan", "bcfg-hjkm-npqr-stvx", access.Wrong},
		{"nobody", code, access.Wrong},
	} {
		if got := l.Guess(tt.user, tt.code); got != tt.want {
			t.Errorf("%q with %q is %v, want %v", tt.user, tt.code, got, tt.want)
		}
	}
	invite(t, m, path, access.Person{Name: "Người cũ", Role: scoring.Observer, Hash: hash})
	l = load(t, path)
	if l.Guess("nguoi-cu", "x") != access.Unsure || l.Guess("nobody", "x") != access.Unsure ||
		l.Guess("du-khan", "x") != access.Wrong {
		t.Error("of who has no check it says more than it can know, or of who is not invited something else")
	}
	if p, ok := l.ByPasscode("du-khan", code); !ok || p.Name != "Dự khán" {
		t.Error("the passcode is not that person's")
	}
}
