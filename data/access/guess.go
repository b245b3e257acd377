package access

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
)

// Guess is what can be said of a passcode at once, without the fifth of a second that its hash takes.
type Guess int

// What a passcode may be.
const (
	Unsure Guess = iota
	Wrong        // certainly
	Likely       // but for one in 65,536
)

// checkBytes is how much of a sum is kept beside a hash. It leaves whoever steals the file 58 of 74 bits to guess, each
// of them at the price of a hash; and whoever tries passcodes at the door takes nobody else's time.
const checkBytes = 2

// checkOf is what is kept of a passcode beside its hash, so that wrong ones are told apart quickly.
func checkOf(hash, passcode string) string {
	sum := sha256.Sum256([]byte(hash + "\n" + canonicalPasscode(passcode)))
	return hex.EncodeToString(sum[:checkBytes])
}

func isCheck(s string) bool { return regexp.MustCompile(`^[0-9a-f]{4}$`).MatchString(s) }

// Guess says what can be said of a passcode at once. Of somebody who is not invited it says what it says of the others,
// so that nobody learns who is.
func (l *List) Guess(user, passcode string) Guess {
	p, known := l.Find(user)
	if known && p.Check != "" && p.State != Revoked {
		if p.Check == checkOf(p.Hash, passcode) {
			return Likely
		}
		return Wrong
	}
	for _, p := range l.People {
		if p.Hash != "" && p.Check == "" { // of an older version
			return Unsure
		}
	}
	return Wrong
}
