package access

import (
	"crypto/rand"
	"fmt"
	"math"
	"strings"
	"unicode"

	"golang.org/x/crypto/bcrypt"
	"golang.org/x/text/unicode/norm"

	"thidua/data/clean"
)

// HashCost is what a hash costs bcrypt: a fifth of a second for each attempt, also for who has stolen the file.
const HashCost = 12

const (
	// alphabet is what passcodes are made of. Nothing in it looks like another (0 O, 1 l I), and there are no vowels
	// and no d, w: a Vietnamese keyboard (Telex, VNI) would make â, đ, ư of them, and without them no word comes out by
	// chance.
	alphabet = "bcfghjkmnpqrstvxz23456789"
	groups   = 4 // of
	group    = 4 // characters: 25^16 passcodes, 74 bits

	hashLength = 60 // of bcrypt, always
)

// WithPasscode is the person with a new passcode, which is shown this once. Its hash costs what is said: HashCost,
// but where nothing depends on it.
func (p Person) WithPasscode(cost int) (with Person, shown string, err error) {
	if shown, p.Hash, err = newPasscode(cost); err != nil {
		return p, "", err
	}
	p.Check = checkOf(p.Hash, shown)
	return p, shown, nil
}

// newPasscode makes a passcode by chance: as it is shown to the person, once, and its hash, from which nobody gets it
// back.
func newPasscode(cost int) (shown, hash string, err error) {
	shown = randomPasscode()
	h, err := bcrypt.GenerateFromPassword([]byte(canonicalPasscode(shown)), cost)
	if err != nil {
		return "", "", fmt.Errorf("hash a passcode: %w", err)
	}
	return shown, string(h), nil
}

// randomPasscode is a passcode as it is shown: in groups.
func randomPasscode() string {
	var b strings.Builder
	for i := range groups * group {
		if i > 0 && i%group == 0 {
			b.WriteByte('-')
		}
		b.WriteByte(randomByte(alphabet))
	}
	return b.String()
}

// randomByte picks a character, each as likely as any other: bytes that would favour some are thrown away.
func randomByte(set string) byte {
	fair := (math.MaxUint8 + 1) / len(set) * len(set)
	for b := make([]byte, 1); ; {
		_, _ = rand.Read(b) // never fails: without a source of chance the program ends
		if int(b[0]) < fair {
			return set[int(b[0])%len(set)]
		}
	}
}

// canonicalPasscode is a passcode as it is compared: case, spaces, dashes and what a messenger adds to it do not
// matter. Empty is nobody's.
func canonicalPasscode(s string) string {
	const longest = 1 << 10
	if len(s) > longest {
		return ""
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.In(r, unicode.Pd, unicode.Pc) || r == '.' || r == '\u2212' ||
			clean.Forbidden(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
	if len(s) != groups*group || strings.Trim(s, alphabet) != "" { // what holds anything else is nobody's
		return ""
	}
	return s
}

// ByPasscode gives the person of that name, as Find does, if the passcode is theirs. It takes as long for somebody who
// is not invited, or comes in by key, as for anybody: how long it takes must not tell who is.
func (l *List) ByPasscode(user, passcode string) (Person, bool) {
	p, known := l.Find(user)
	known = known && p.Hash != "" && p.State != Revoked
	hash := p.Hash
	if !known {
		hash = l.decoy()
	}
	code := canonicalPasscode(passcode)
	right := bcrypt.CompareHashAndPassword([]byte(hash), []byte(code)) == nil
	if !known || !right || code == "" {
		return Person{}, false
	}
	return p, true
}

// decoy is a hash of nothing that costs what the others of the list cost.
func (l *List) decoy() string {
	cost := 0
	for _, p := range l.People {
		if c, err := bcrypt.Cost([]byte(p.Hash)); err == nil {
			cost = max(cost, c)
		}
	}
	if cost == 0 {
		cost = HashCost
	}
	const salt, sum = "iqGyMBSqyvEdQYZNQtBjOu", "dYQEAplqJFqnTYWHxqpwVvbSGnJqzNa"
	return fmt.Sprintf("$2a$%02d$%s%s", cost, salt, sum)
}
