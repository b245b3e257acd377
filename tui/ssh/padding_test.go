package ssh

import (
	"bytes"
	"testing"
	"time"
)

// While a secret ballot may be on the screen every picture has one size, and begins with what is drawn; else nothing
// is added.
func TestPicturesOfABallotHaveOneSize(t *testing.T) {
	for n := range 3000 {
		picture := bytes.Repeat([]byte("x"), n)
		got := padded(picture)
		rest := bytes.ReplaceAll(got[n:], []byte(fill), nil)
		rest = bytes.ReplaceAll(rest, []byte(fillThree), nil)
		if len(got)%wholeSize != 0 || n > 0 && len(got) != wholeSize || !bytes.HasPrefix(got, picture) ||
			len(rest) > 0 {
			t.Fatalf("%d bytes became %d, with %q left over", n, len(got), rest)
		}
	}
	for _, ballot := range []bool{false, true} {
		var sent bytes.Buffer
		o := &programOutput{terminal: newTerminal(&sent, time.Minute, func() {}), ballot: func() bool { return ballot }}
		if n, err := o.Write([]byte("name")); n != 4 || err != nil {
			t.Fatal(n, err)
		}
		if want := map[bool]int{false: 4, true: wholeSize}[ballot]; sent.Len() != want {
			t.Errorf("ballot %t: %d bytes were sent", ballot, sent.Len())
		}
	}
}
