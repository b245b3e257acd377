package ssh

import (
	"encoding/base64"
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
		c.mu.Lock()
		defer c.mu.Unlock()
		for _, s := range c.told {
			if rest, ok := strings.CutPrefix(s, "52;c;"); ok {
				b, _ := base64.StdEncoding.DecodeString(rest)
				copied = string(b)
			}
		}
		return copied != ""
	})
	if rows := strings.Split(strings.TrimSpace(copied), "\n"); len(rows) != 10 || !strings.Contains(rows[0], "\t") {
		t.Errorf("copied %q", copied)
	}
	other.mu.Lock()
	defer other.mu.Unlock()
	for _, s := range other.told {
		if strings.HasPrefix(s, "52;") {
			t.Errorf("the clipboard of somebody else is told %q", s)
		}
	}
}
