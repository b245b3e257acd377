package kit

import (
	"fmt"
	"io"
	"slices"
	"sync"

	"thidua/scoring/lang"
)

// mostLines is how many lines wait for somebody who listens more slowly than things happen.
const mostLines = 256

// Speaker writes lines in order, from a goroutine of its own: a slow reader does not hold up the keys. Where more wait
// than there is room for, the oldest give way, since the newest matter; how many were left out is said in their place.
type Speaker struct {
	mu      sync.Mutex
	some    sync.Cond
	waiting []line
	left    int // out, right before the first that waits
	closed  bool
	done    chan struct{}
}

// line is a line, and the language of who listens to it.
type line struct {
	text string
	lang lang.Lang
}

// NewSpeaker begins to write to w.
func NewSpeaker(w io.Writer) *Speaker {
	s := &Speaker{done: make(chan struct{})}
	s.some.L = &s.mu
	go func() {
		defer close(s.done)
		for lines := s.next(); lines != nil; lines = s.next() {
			for _, l := range lines {
				fmt.Fprint(w, l+"\r\n") // the terminal is raw: a line feed alone would not go back to the left
			}
		}
	}()
	return s
}

// Say adds a line to those that wait.
func (s *Speaker) Say(text string, l lang.Lang) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.waiting = append(s.waiting, line{text, l})
	if over := len(s.waiting) - mostLines; over > 0 {
		s.waiting = slices.Delete(s.waiting, 0, over)
		s.left += over
	}
	s.some.Signal()
}

// next waits for the next line, and gives it with what was left out before it; nil at the end.
func (s *Speaker) next() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.waiting) == 0 {
		if s.closed {
			return nil
		}
		s.some.Wait()
	}
	first := s.waiting[0]
	s.waiting = slices.Delete(s.waiting, 0, 1)
	var lines []string
	if s.left > 0 {
		lines = append(lines, lang.Sayf("Đã bỏ qua %s.", "%s left out.",
			lang.Count(s.left, "dòng", "line", "lines")).In(first.lang))
		s.left = 0
	}
	return append(lines, first.text)
}

// Close waits until all has been written.
func (s *Speaker) Close() {
	s.mu.Lock()
	s.closed = true
	s.some.Signal()
	s.mu.Unlock()
	<-s.done
}
