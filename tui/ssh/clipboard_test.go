package ssh

import (
	"strings"
	"testing"

	"thidua/scoring"
)

// A guest copies the table of a screen into the clipboard of their own terminal, and nobody else's.
func TestCopyOverSSH(t *testing.T) {
	h := startServer(t)
	other := h.join("Observer", scoring.Observer, "", 100, 30)
	other.shows(t, "following")
	c := h.join("Secretary", scoring.Secretary, "", 120, 40)
	c.shows(t, h.decisions())
	c.press("\x1bOS\x02") // F4, Ctrl+B
	c.shows(t, "copied 9 rows")
	copied := ""
	eventually(t, "the table in the clipboard", func() bool {
		c.Mu.Lock()
		defer c.Mu.Unlock()
		copied = c.Copied
		return copied != ""
	})
	if rows := strings.Split(strings.TrimSpace(copied), "\n"); len(rows) != 10 || !strings.Contains(rows[0], "\t") {
		t.Errorf("copied %q", copied)
	}
	other.Mu.Lock()
	defer other.Mu.Unlock()
	if other.Copied != "" {
		t.Errorf("the clipboard of somebody else is given %q", other.Copied)
	}
}
