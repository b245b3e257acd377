//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"

	"thidua/tui/paint/painttest"
)

// Terminals as they are not in the manual: what is drawn on them, and what is left of it.

// startOn runs a meeting in a terminal of which the test decides what is read, on an emulator of its own.
func startOn(t *testing.T, e *painttest.Terminal, w, h int, args ...string) *terminal {
	t.Helper()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	x := startDeaf(t, w, h, "env", append(args[:len(args)-1:len(args)-1], bin, "--lang", "en", "open",
		args[len(args)-1])...)
	x.Terminal = e
	return x
}

func (x *terminal) reads() {
	go func() { _, _ = io.Copy(x.Terminal, x.master) }()
}

// A program that fails leaves the terminal first: what is said of it can be read, and typed after.
func TestTerminalAfterFailure(t *testing.T) {
	t.Parallel()
	for key, said := range map[string]string{"u": "the update fails", "v": "the view fails", "c": "the command fails",
		"b": "the batch fails"} {
		t.Run(said, func(t *testing.T) {
			t.Parallel()
			x := startCommand(t, 200, 60, "thidua-fails")
			x.shows("press a key")
			x.press(key)
			if code := x.wait(); code != exitFail {
				t.Errorf("exit status %d", code)
			}
			x.restored()
			x.says(said) // what was written last may be read only now
			x.Mu.Lock()
			defer x.Mu.Unlock()
			left := bytes.Index(x.All, []byte(ansi.ResetModeAltScreenSaveCursor))
			if at := bytes.Index(x.All, []byte(said)); at < left || left < 0 {
				t.Errorf("%q is said at %d, the terminal is left at %d", said, at, left)
			}
		})
	}
}

// Whatever size the terminal is meanwhile, what is typed counts, and the last size is drawn in full.
func TestTerminalResizedWhileTyping(t *testing.T) {
	t.Parallel()
	path := everyKind(t)
	x := start(t, "open", path)
	x.shows("F1")
	x.press("down", "6", "5")
	for i := range 60 {
		w, h := 50+i*37%150, 12+i*13%50
		if i == 59 {
			w, h = 120, 40
		}
		x.Resize(w, h)
		if err := pty.Setsize(x.master, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)}); err != nil {
			t.Fatal(err)
		}
		if i%4 == 0 {
			x.press("backspace", fmt.Sprint(i/4%10))
		}
	}
	x.shows("64]")
	x.shows("F1")
	x.press("enter")
	x.shows("✓ recorded as")
	x.leave(path)
	lastPercent(t, path, 64_00)
}

// A terminal that answers no question is drawn on like any other.
func TestTerminalWithoutAnswers(t *testing.T) {
	t.Parallel()
	path := everyKind(t)
	x := startOn(t, painttest.New(120, 40, nil), 120, 40, path)
	x.reads()
	x.shows("F1")
	x.press("down", "6", "0")
	x.shows("60]")
	x.press("enter")
	x.shows("✓ recorded as")
	x.leave(path)
}

// A terminal that does not know its size is drawn on as the usual one.
func TestTerminalWithoutSize(t *testing.T) {
	t.Parallel()
	path := everyKind(t)
	x := startOn(t, painttest.New(80, 24, nil), 0, 0, path)
	x.reads()
	x.shows("F1")
	x.press("down", "7")
	x.shows("7]")
	x.signal(syscall.SIGTERM)
	x.over(path)
}

// A window that is closed in the middle of a picture closes the meeting.
func TestTerminalClosedWhileDrawing(t *testing.T) {
	t.Parallel()
	path := everyKind(t)
	x := startOn(t, painttest.New(200, 60, nil), 200, 60, path)
	if _, err := io.ReadFull(x.master, make([]byte, 500)); err != nil {
		t.Fatal(err)
	}
	x.hangUp()
	if code := x.wait(); code < exitDone || code > exitUsage {
		t.Errorf("exit status %d", code)
	}
	alone(t, path)
}

// A link that takes half a picture and then nothing for long is brought up to what there is then.
func TestTerminalOnASlowLink(t *testing.T) {
	t.Parallel()
	path := everyKind(t)
	x := startOn(t, painttest.New(200, 60, nil), 200, 60, path)
	half := make([]byte, 500)
	if _, err := io.ReadFull(x.master, half); err != nil {
		t.Fatal(err)
	}
	_, _ = x.Write(half)
	x.press("down", "6", "0", "enter")
	x.reads()
	x.shows("✓ recorded as")
	x.leave(path)
	lastPercent(t, path, 60_00)
}

// Colours are those that a terminal has.
func TestTerminalColours(t *testing.T) {
	t.Parallel()
	for name, env := range map[string]string{"256": "TERM=xterm-256color", "16": "TERM=xterm", "none": "NO_COLOR=1"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := everyKind(t)
			x := startOn(t, painttest.New(120, 40, nil), 120, 40, env, path)
			x.reads()
			x.shows("F1")
			x.press("down", "6")
			x.shows("6]")
			x.Mu.Lock()
			coloured := 0
			for _, c := range x.Cells {
				if c.Style.Fg == nil && c.Style.Bg == nil {
					continue
				}
				coloured++
				_, basic := c.Style.Fg.(ansi.BasicColor)
				if name == "none" || name == "16" && c.Style.Fg != nil && !basic {
					t.Errorf("%q is in %v on %v", c.Text, c.Style.Fg, c.Style.Bg)
					break
				}
			}
			x.Mu.Unlock()
			if coloured == 0 && name != "none" {
				t.Error("nothing has a colour")
			}
			x.signal(syscall.SIGTERM)
			x.over(path)
		})
	}
}

// A program that was stopped without a word takes the terminal again when it goes on, and draws everything anew.
func TestTerminalStoppedWithoutAWord(t *testing.T) {
	t.Parallel()
	path := everyKind(t)
	x := start(t, "open", path)
	x.shows("F1")
	x.press("down", "4")
	x.shows("4]")
	x.signal(syscall.SIGSTOP)
	_, _ = x.Write([]byte("\x1b[2J\x1b[10;10HWHAT ANOTHER PROGRAM WROTE"))
	x.signal(syscall.SIGCONT)
	x.until("all of it anew", func() bool {
		return strings.Contains(x.Text(), "4]") && strings.Contains(x.Text(), "F1") &&
			!strings.Contains(x.Text(), "ANOTHER PROGRAM")
	})
	x.press("2", "enter")
	x.shows("✓ recorded as")
	x.leave(path)
	lastPercent(t, path, 42_00)
}
