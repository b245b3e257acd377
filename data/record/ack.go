package record

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
)

// ackSize is the length of an ack in bytes, always the same, so that it can be overwritten in place by one write.
const ackSize = 128

// ack is what a writer leaves in the lock file after every Append: the last entry that was acknowledged. It is not
// synced, so after a power loss it may be older than the record: a lower bound. It is one line of text:
//
//	thidua 1 00000000000000000012 <hash> <first 16 hex digits of the SHA-256 of all before>      \n
type ack tip

func (a ack) encode() []byte {
	s := fmt.Sprintf("thidua 1 %020d %-64s ", a.seq, a.hash)
	sum := sha256.Sum256([]byte(s))
	return fmt.Appendf(nil, "%-*s\n", ackSize-1, s+hex.EncodeToString(sum[:8]))
}

// parseAck reads an ack. Anything but exactly what encode writes is none: torn, garbage, or empty.
func parseAck(b []byte) (ack, bool) {
	if len(b) != ackSize {
		return ack{}, false
	}
	seq, err := strconv.Atoi(string(b[9:29]))
	if err != nil || seq < 1 {
		return ack{}, false
	}
	n := ack{seq, string(b[30:94])}
	return n, string(n.encode()) == string(b)
}
