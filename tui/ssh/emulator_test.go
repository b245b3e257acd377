package ssh

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"thidua/tui/paint/painttest"
)

// emulator is the terminal of somebody in a test.
type emulator struct{ *painttest.Terminal }

func newEmulator(w, h int) *emulator { return &emulator{painttest.New(w, h, nil)} }

// text is the screen without styles.
func (e *emulator) text() string {
	e.Mu.Lock()
	defer e.Mu.Unlock()
	return e.Text()
}

// patience is how long a test waits for what must come.
const patience = time.Minute

// until waits until the screen is as wanted.
func (e *emulator) until(t testing.TB, what string, want func(text string) bool) {
	t.Helper()
	deadline := time.After(patience)
	for {
		e.Mu.Lock()
		ok, changed := want(e.Text()), e.Changed
		e.Mu.Unlock()
		if ok {
			return
		}
		select {
		case <-changed:
		case <-deadline:
			t.Fatalf("waited in vain for %s; strange %q; the screen is\n%s", what, e.Strange, e.text())
		}
	}
}

// shows waits until a text is on the screen.
func (e *emulator) shows(t testing.TB, text string) {
	t.Helper()
	e.until(t, fmt.Sprintf("%q", text), func(s string) bool { return strings.Contains(s, text) })
}
