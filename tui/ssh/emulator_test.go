package ssh

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"thidua/tui/kit"
)

// emulator is a small terminal: what the shared pictures use of one, and no more. Everything else it counts as strange.
type emulator struct {
	mu      sync.Mutex
	w, h    int
	cells   []cell
	x, y    int
	style   string
	rest    string
	bells   int
	strange []string
	told    []string // what was for the terminal itself
	bytes   int
	writes  int
	changed chan struct{} // closed at each change
}

func newEmulator(w, h int) *emulator {
	e := &emulator{changed: make(chan struct{})}
	e.resize(w, h)
	return e
}

func (e *emulator) resize(w, h int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.w, e.h, e.cells, e.x, e.y = w, h, make([]cell, w*h), 0, 0
	for i := range e.cells {
		e.cells[i] = cell{" ", ""}
	}
}

func (e *emulator) Write(p []byte) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.bytes += len(p)
	e.writes++
	all := e.rest + string(p)
	for len(all) > 0 {
		n := e.one(all)
		if n == 0 {
			break
		}
		all = all[n:]
	}
	e.rest = all
	close(e.changed)
	e.changed = make(chan struct{})
	return len(p), nil
}

// one obeys the sequence, or shows the letter, that a text begins with. It gives how many bytes that took; 0 waits for
// more.
func (e *emulator) one(s string) int {
	switch {
	case s[0] == '\a':
		e.bells++
		return 1
	case s[0] == '\r':
		e.x = 0
		return 1
	case s[0] == '\b':
		e.x = max(min(e.x, e.w-1)-1, 0)
		return 1
	case s[0] == '\n':
		e.y = min(e.y+1, e.h-1)
		return 1
	case s[0] == '\x1b':
		return e.sequence(s)
	}
	if s[0] < 0x80 && len(s) > 1 && s[1] < 0x80 {
		return e.show(s[:1], 1)
	}
	cluster, width := kit.FirstLetter(s)
	if len(cluster) == len(s) && len(s) < 4 && s[0] >= 0x80 {
		return 0
	}
	return e.show(cluster, max(width, 1))
}

// show puts a letter where the cursor is.
func (e *emulator) show(cluster string, w int) int {
	for i := range w {
		if e.x+i < e.w {
			c := cell{cluster, e.style}
			if i > 0 {
				c.text = ""
			}
			e.cells[e.y*e.w+e.x+i] = c
		}
	}
	e.x += w
	return len(cluster)
}

func (e *emulator) sequence(s string) int {
	if len(s) < 2 {
		return 0
	}
	if s[1] == ']' || s[1] == 'P' { // to the terminal itself
		for _, end := range []string{"\a", "\x1b\\"} {
			if i := strings.Index(s, end); i > 0 {
				e.told = append(e.told, s[2:i])
				return i + len(end)
			}
		}
		return 0
	}
	if s[1] == 'M' { // one line up
		e.y = max(e.y-1, 0)
		return 2
	}
	if s[1] != '[' {
		e.strange = append(e.strange, s[:2])
		return 2
	}
	n := sequence(s)
	if c := s[n-1]; c < 0x40 || c > 0x7e || n < 3 {
		return 0
	}
	args, final := s[2:n-1], s[n-1]
	switch {
	case final == 'm':
		e.style = restyle(e.style, s[:n])
	case final == 'H':
		y, x := 1, 1
		_, _ = fmt.Sscanf(args, "%d;%d", &y, &x)
		e.y, e.x = min(y, e.h)-1, min(x, e.w)-1
	case final == 'J' && args == "2":
		for i := range e.cells {
			e.cells[i] = cell{" ", ""}
		}
	case args == "?1049" && final == 'l': // the other screen again, with the cursor anywhere
		e.x, e.y, e.style = 0, 0, ""
		for i := range e.cells {
			e.cells[i] = cell{" ", ""}
		}
	case strings.HasPrefix(args, "?"), final == 'c', final == 'r': // modes, questions, all of the screen
	case strings.IndexByte("ABCDGdKXJb", final) >= 0:
		e.edit(args, final)
	default:
		e.strange = append(e.strange, s[:n])
	}
	return n
}

// edit is what only the programs of those who look around use.
func (e *emulator) edit(args string, final byte) {
	n := 1
	_, _ = fmt.Sscanf(args, "%d", &n)
	from, to := 0, 0
	switch final {
	case 'A':
		e.y = max(e.y-n, 0)
	case 'B':
		e.y = min(e.y+n, e.h-1)
	case 'C':
		e.x = min(e.x+n, e.w-1)
	case 'D':
		e.x = max(min(e.x, e.w-1)-n, 0)
	case 'G':
		e.x = min(n, e.w) - 1
	case 'd':
		e.y = min(n, e.h) - 1
	case 'K':
		if from, to = e.x, e.w; args == "1" {
			from, to = 0, min(e.x+1, e.w)
		}
	case 'X':
		from, to = e.x, min(e.x+n, e.w)
	case 'J':
		from, to = e.x, (e.h-e.y)*e.w
	case 'b':
		last := e.cells[e.y*e.w+min(max(e.x-1, 0), e.w-1)]
		for range n {
			e.one(last.text)
		}
	}
	for i := from; i < min(to, (e.h-e.y)*e.w); i++ {
		e.cells[e.y*e.w+i] = cell{" ", ""}
	}
}

// text is the screen without styles.
func (e *emulator) text() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.textLocked()
}

func (e *emulator) textLocked() string {
	var b strings.Builder
	for i, c := range e.cells {
		if i > 0 && i%e.w == 0 {
			b.WriteByte('\n')
		}
		b.WriteString(c.text)
	}
	return b.String()
}

// patience is how long a test waits for what must come.
const patience = time.Minute

// until waits until the screen is as wanted.
func (e *emulator) until(t testing.TB, what string, want func(text string) bool) {
	t.Helper()
	deadline := time.After(patience)
	for {
		e.mu.Lock()
		ok, changed := want(e.textLocked()), e.changed
		e.mu.Unlock()
		if ok {
			return
		}
		select {
		case <-changed:
		case <-deadline:
			t.Fatalf("waited in vain for %s; strange %q; the screen is\n%s", what, e.strange, e.text())
		}
	}
}

// shows waits until a text is on the screen.
func (e *emulator) shows(t testing.TB, text string) {
	t.Helper()
	e.until(t, fmt.Sprintf("%q", text), func(s string) bool { return strings.Contains(s, text) })
}
