package ssh

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"sync"
)

// rightCodes remembers passcodes that were right, while the server runs, so that who comes back need not be tried
// again, whatever others do meanwhile. It keeps no passcode: only sums under a key that nobody else has.
type rightCodes struct {
	key []byte

	mu  sync.Mutex
	ids map[[sha256.Size]byte]string // of guests
}

// mostRight is how many are remembered: beyond, all are tried anew.
const mostRight = 4096

func newRightCodes() *rightCodes {
	key := make([]byte, sha256.Size)
	_, _ = rand.Read(key) // never fails: without a source of chance the program ends
	return &rightCodes{key: key, ids: map[[sha256.Size]byte]string{}}
}

func (r *rightCodes) sum(login, code string) (sum [sha256.Size]byte) {
	h := hmac.New(sha256.New, r.key)
	h.Write([]byte(login + "\n" + code))
	return [sha256.Size]byte(h.Sum(nil))
}

// find gives the id of the guest who came in by that login and passcode.
func (r *rightCodes) find(login, code string) (id string, ok bool) {
	sum := r.sum(login, code)
	r.mu.Lock()
	defer r.mu.Unlock()
	id, ok = r.ids[sum]
	return id, ok
}

// add remembers that a guest came in.
func (r *rightCodes) add(login, code, id string) {
	sum := r.sum(login, code)
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.ids) >= mostRight {
		clear(r.ids)
	}
	r.ids[sum] = id
}
