package access

import "golang.org/x/crypto/bcrypt"

// CheapPasscode is a passcode with a hash that is quick to try.
func CheapPasscode() (shown, hash string, err error) { return newPasscode(bcrypt.MinCost) }

// ByChance is a passcode without a hash.
func ByChance() string { return randomPasscode() }

// Alphabet is what passcodes are made of, Characters how many.
const (
	Alphabet   = alphabet
	Characters = groups * group
)

// Cost is what a try costs for somebody who is not in the list.
func (l *List) Cost() (int, error) { return bcrypt.Cost([]byte(l.decoy())) }

// Typed is a passcode as it is compared.
func Typed(s string) string { return canonicalPasscode(s) }
