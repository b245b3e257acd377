package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/creack/pty"
)

// BenchmarkFirstFrame runs the built program in a terminal and waits for the first picture of the sample meeting: what
// a chair waits for who types `thidua demo`.
func BenchmarkFirstFrame(b *testing.B) { firstFrame(b, "demo") }

// BenchmarkStartPage does so for the page that the program opens on by itself.
func BenchmarkStartPage(b *testing.B) { firstFrame(b) }

func firstFrame(b *testing.B, args ...string) {
	bin := filepath.Join(b.TempDir(), "thidua")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", bin, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for b.Loop() {
		cmd := exec.Command(bin, args...)
		cmd.Env = append(os.Environ(), "TERM=xterm-256color")
		tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 40, Cols: 120})
		if err != nil {
			b.Fatal(err)
		}
		waitFor(b, tty, []byte("F1"))
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		_ = tty.Close()
	}
}

// waitFor reads until the terminal has been sent some text: the help key stands at the end of the last line.
func waitFor(b *testing.B, tty *os.File, want []byte) {
	var seen []byte
	buf := make([]byte, 32<<10)
	for !bytes.Contains(seen, want) {
		n, err := tty.Read(buf)
		if err != nil {
			b.Fatalf("the program ended before its first picture: %v\n%s", err, seen)
		}
		seen = append(seen, buf[:n]...)
	}
}
