package scoring

import "crypto/sha256"

// Draw is a draw by lots among so many that anyone can repeat from its seed: the first byte of the seed's SHA-256,
// evenly shared. Where the byte lies beyond the last even share the next byte decides.
func Draw(seed string, among int) int {
	if among <= 0 {
		return 0
	}
	sum := sha256.Sum256([]byte(seed))
	for {
		for _, b := range sum {
			if share := 256 - 256%among; int(b) < share {
				return int(b) % among
			}
		}
		sum = sha256.Sum256(sum[:])
	}
}
