package ssh

import (
	"bytes"

	"thidua/data/meeting"
)

// Names are of different lengths: the size of a picture in which another line of a secret ballot is lit would tell
// which. While a box is open pictures are filled up to one size with what changes nothing on any terminal.

// wholeSize is what pictures are filled up to a multiple of, in bytes: more than a line that changes takes.
const wholeSize = 4096

// What fills up: the cursor is kept and put back; letters are to be ASCII, as they are.
const (
	fill      = "\x1b7\x1b8" // four bytes
	fillThree = "\x1b(B"     // three, so that any remainder can be made
)

// padded fills a picture up.
func padded(b []byte) []byte {
	size := len(b)
	for size%len(fill) != 0 {
		size += len(fillThree)
	}
	whole := (size + wholeSize - 1) / wholeSize * wholeSize
	out := make([]byte, 0, whole)
	out = append(out, b...)
	out = append(out, bytes.Repeat([]byte(fillThree), (size-len(b))/len(fillThree))...)
	return append(out, bytes.Repeat([]byte(fill), (whole-size)/len(fill))...)
}

// secretBallot reports whether the room is asked for secret ballots of several names.
func secretBallot(r *meeting.Room) bool { return r.Floor().Box != nil }
