package kit

import (
	"bytes"
	"strings"
	"testing"

	"thidua/scoring/lang"
)

// A listener who is slower than what happens is told how much was left out; what is newest is never lost.
func TestLinesLeftOutAreCounted(t *testing.T) {
	var out bytes.Buffer
	ready, read := make(chan bool), make(chan bool)
	s := NewSpeaker(writerFunc(func(b []byte) (int, error) {
		select {
		case ready <- true:
			<-read
		case <-read:
		}
		return out.Write(b)
	}))
	s.Say("first", lang.EN)
	<-ready // it is being read
	for range mostLines + 3 {
		s.Say("more", lang.EN)
	}
	s.Say("last", lang.EN)
	close(read)
	s.Close()
	got := out.String()
	if n := strings.Count(got, "more\r\n"); n != mostLines-1 || !strings.HasSuffix(got, "last\r\n") ||
		!strings.HasPrefix(got, "first\r\n4 lines left out.\r\nmore\r\n") {
		t.Errorf("%d lines of %d: %.60q … %q", n, mostLines+3, got, got[max(len(got)-20, 0):])
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }
