//go:build unix

package main

import (
	"bytes"
	"os"
	"testing"
)

// In plain mode keys come one by one as they are typed, in a real terminal too: nothing waits for Enter, nothing is
// shown that was not said, and the keys that a terminal keeps for itself (Ctrl+Q, Ctrl+C) come through.
func TestTerminalPlain(t *testing.T) {
	t.Parallel()
	path := everyKind(t)
	x := start(t, "open", "--plain", path)
	x.says("F1 reads the keys")
	x.press("down")
	x.says("Vĩnh Phúc, 1.2")
	x.press("6")
	x.says("Change the percent, Vĩnh Phúc, 1.2 ")
	x.says("6 %. ")
	x.press("0")
	x.says("60 %. ")
	x.press("enter")
	x.says("✓ recorded as")
	x.press("f1")
	x.says("PgDn the next unit")
	x.says("Rulebook: ")
	x.press("esc")
	x.says("Vĩnh Phúc, 1.")
	x.press("ctrl+c")
	x.says("Leave? ")
	x.press("esc")
	x.says("Vĩnh Phúc, 1.")
	x.leave(path)
	if bytes.ContainsAny(x.All, "\x1b^") {
		t.Errorf("keys are shown as they are typed, or sequences are written: %q", x.All)
	}
	lastPercent(t, path, 60_00)
}

// On a terminal that can only write lines nothing is drawn, without being asked.
func TestTerminalPlainWhereDumb(t *testing.T) {
	t.Parallel()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	path := everyKind(t)
	for _, command := range [][]string{{"open", path}, {path}} {
		args := append([]string{"TERM=dumb", bin, "--lang", "en"}, command...)
		x := startCommand(t, 120, 40, "env", args...)
		if len(command) == 1 { // by way of the start page
			x.says("Recorded by: ")
			x.press("enter")
		}
		x.says("F1 reads the keys")
		x.leaveByEar(path)
		if bytes.ContainsAny(x.All, "\x1b") {
			t.Errorf("%q: sequences are written: %q", command, x.All)
		}
	}
}

// What is said can go through a pipe as well, to a file and on to the terminal.
func TestTerminalPlainThroughPipe(t *testing.T) {
	t.Parallel()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	path := everyKind(t)
	said := path + ".txt"
	x := startCommand(t, 120, 40, "sh", "-c", `"$1" --lang en open --plain "$2" | tee "$3"`, "sh", bin, path, said)
	x.says("F1 reads the keys")
	x.press("down")
	x.says("Vĩnh Phúc, 1.2")
	x.leaveByEar(path)
	if text, err := os.ReadFile(said); err != nil || !bytes.Contains(text, []byte("\r\nVĩnh Phúc, 1.2")) {
		t.Errorf("kept is %q, %v", text, err)
	}
}

// A host without a picture hears how others come in, and what each screen is about.
func TestTerminalPlainHost(t *testing.T) {
	t.Parallel()
	path := everyKind(t)
	x := start(t, "serve", "--plain", path, "--listen", "127.0.0.1:0")
	x.says("F1 reads the keys")
	x.press("f12")
	x.says("JOIN FROM YOUR OWN LAPTOP")
	x.says("ssh -p ")
	x.says("SHA256:")
	x.press("enter")
	for key, title := range map[string]string{
		"f3": "Compare", "f4": "Ranking", "f5": "Vote", "f6": "Election", "f7": "Ceremony", "f8": "Record",
		"f9": "Roll", "f10": "Minutes",
	} {
		x.press(key)
		x.says("Screen " + title + ".\r\n")
		x.says("\r\n")
	}
	x.leave(path)
}
