package scoring

import (
	"crypto/sha256"
	"encoding/binary"
)

// Draw is a draw by lots among so many that anyone can repeat from its seed, by the SHA-256 of it: of two by the first
// byte, the first of them where it is even; of more by the first eight bytes as a number, modulo how many they are.
// Those level stand in the rulebook's order.
func Draw(seed string, among int) int {
	if among <= 0 {
		return 0
	}
	sum := sha256.Sum256([]byte(seed))
	if among > 2 {
		return int(binary.BigEndian.Uint64(sum[:8]) % uint64(among))
	}
	return int(sum[0]) % among
}
