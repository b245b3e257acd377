package tui

import (
	"os"
	"strings"
	"testing"
)

// The README names every key with Ctrl and every function key that some screen has: a key that only the line at the
// bottom names is found by nobody who reads first.
func TestReadmeNamesEveryKey(t *testing.T) {
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	missing := map[string]string{}
	note := func(name string, s *session) {
		for _, b := range s.bindings() {
			if strings.HasPrefix(b.Shown, "Ctrl+") || len(b.Shown) > 1 && b.Shown[0] == 'F' {
				if !strings.Contains(string(text), b.Shown) {
					missing[b.Shown] = name
				}
			}
		}
	}
	for name, keys := range scenes() {
		note(name, quick(t, 120, 40).press(keys...))
	}
	walled, _ := beginWall(t)
	note("with a wall", walled)
	h, host := newHall(t)
	note("host", host)
	note("reviewer", h.come(reviewerOf("Bắc Ninh"), true))
	for key, name := range missing {
		t.Errorf("%s of %s", key, name)
	}
}
