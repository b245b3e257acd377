//go:build unix

package main

import "testing"

// The lesson about papers can be done in the sample, which is kept in no file: a paper is opened, read and left again.
func TestTerminalLessonOfPapers(t *testing.T) {
	t.Parallel()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	x := startCommand(t, 120, 40, "env", "HOME="+home, "XDG_CONFIG_HOME="+home, bin, "--lang", "en", "demo", "--lesson",
		"papers")
	x.shows("the papers of the meeting")
	x.press("ctrl+u")
	x.shows("chooses a paper")
	x.press("down", "enter")
	x.shows("reads on")
	x.press("pgdown", "enter")
	x.shows("✓ Done.")
}
