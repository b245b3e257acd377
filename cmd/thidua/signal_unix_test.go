//go:build unix

package main

import (
	"bytes"
	"errors"
	"io"
	"net"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"thidua/data/meeting"
	"thidua/data/record"
)

// endingSignals are the signals that end the program in good order.
func endingSignals() map[string]os.Signal {
	return map[string]os.Signal{"TERM": syscall.SIGTERM, "INT": syscall.SIGINT, "HUP": syscall.SIGHUP}
}

// A person opens a meeting, records something and leaves: it is on record, in one file, and the terminal is as before.
func TestTerminalSession(t *testing.T) {
	t.Parallel()
	path := everyKind(t)
	x := start(t, "open", path)
	x.shows("F1")
	x.press("down", "6", "0", "enter")
	x.shows("✓ recorded as")
	x.leave(path)
	lastPercent(t, path, 60_00)
}

// Whatever ends the program leaves the record in one file, and the terminal as before: each time, in each mode.
func TestTerminalSignals(t *testing.T) {
	t.Parallel()
	const times = 2
	for name, sig := range endingSignals() {
		for mode, args := range map[string][]string{
			"open": {"open"}, "plain": {"open", "--plain"}, "serve": {"serve", "--listen", "127.0.0.1:0"},
			"demo": {"demo"},
		} {
			t.Run(name+" "+mode, func(t *testing.T) {
				t.Parallel()
				path := everyKind(t)
				if mode != "demo" {
					args = append(args[:len(args):len(args)], path)
				}
				for range times {
					x := start(t, args...)
					x.says("F1")
					x.signal(sig)
					x.signal(sig)
					x.over(path)
					if mode == "plain" && bytes.ContainsRune(x.All, '\x1b') {
						t.Errorf("sequences in what is read aloud: %q", x.All)
					}
				}
			})
		}
	}
}

// What was typed last before a signal is on record, if it was said to be.
func TestTerminalSignalAfterRecording(t *testing.T) {
	t.Parallel()
	for name, sig := range endingSignals() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := everyKind(t)
			before := seqOf(t, path)
			x := start(t, "open", path)
			x.shows("F1")
			x.press("down", "5", "5", "enter")
			x.shows("✓ recorded as")
			x.press("down", "4")
			x.shows("4]")
			x.signal(sig)
			x.wait()
			x.restored()
			alone(t, path)
			if got := seqOf(t, path); got != before+1 {
				t.Errorf("%d decisions, want %d", got, before+1)
			}
		})
	}
}

func seqOf(t *testing.T, path string) int {
	t.Helper()
	s, err := meeting.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return s.Seq()
}

// Closing the window closes the meeting.
func TestTerminalHangUp(t *testing.T) {
	t.Parallel()
	for name, args := range map[string][]string{
		"open": {"open"}, "plain": {"open", "--plain"}, "serve": {"serve", "--listen", "127.0.0.1:0"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := everyKind(t)
			for range 3 {
				x := start(t, append(args[:len(args):len(args)], path)...)
				x.says("F1")
				x.hangUp()
				if code := x.wait(); code < exitDone || code > exitUsage {
					t.Errorf("exit status %d", code)
				}
				alone(t, path)
			}
		})
	}
}

// A terminal that takes no output any more does not keep the record open.
func TestTerminalThatTakesNothing(t *testing.T) {
	t.Parallel()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{"open": nil, "plain": {"--plain"}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := everyKind(t)
			x := startDeaf(t, 200, 60, bin, append([]string{"open", path}, args...)...)
			buf := make([]byte, 1)
			if _, err := x.master.Read(buf); err != nil { // it is drawing; what does not fit stays in its way
				t.Fatal(err)
			}
			if name == "plain" {
				x.press(strings.Repeat("\x1bOP\x1b", 200)) // the help, said often
			}
			x.signal(syscall.SIGTERM)
			if code := x.wait(); code != exitDone {
				t.Errorf("exit status %d", code)
			}
			alone(t, path)
		})
	}
}

// Who is served when the host is told to end hears of it, also where the host has a screen.
func TestTerminalGuestsAreTold(t *testing.T) {
	t.Parallel()
	for name, sig := range endingSignals() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := everyKind(t)
			key := inviteKey(t, path, "Dự khán một")
			x := start(t, "serve", path, "--listen", "127.0.0.1:0")
			x.shows("F1")
			x.press("f12")
			x.shows("ssh -p ")
			x.Mu.Lock()
			port := regexp.MustCompile(`ssh -p (\d+) `).FindStringSubmatch(x.Text())[1]
			x.Mu.Unlock()
			guest, seen := enter(t, "127.0.0.1:"+port, key, gossh.InsecureIgnoreHostKey())
			x.shows(" 1 terminal")
			x.signal(sig)
			if err := guest.Wait(); err != nil || !strings.Contains(seen.String(), "chủ tọa đã đóng phòng họp") {
				t.Errorf("the guest's session ends with %v, %q", err, seen)
			}
			x.over(path)
		})
	}
}

// A host without a screen ends in good order at each signal; one that was started so as to outlive its window does.
func TestSignalsHeadless(t *testing.T) {
	t.Parallel()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	serve := func(before, path string) (*terminal, string) {
		x := startCommand(t, 120, 40, "sh", "-c", before+`exec "$0" "$@"`, bin, "--lang", "en", "serve", path,
			"--listen", "127.0.0.1:0", "--headless")
		x.shows("key of the host")
		x.Mu.Lock()
		defer x.Mu.Unlock()
		return x, "127.0.0.1:" + regexp.MustCompile(`ssh -p (\d+) `).FindStringSubmatch(x.Text())[1]
	}
	for name, sig := range endingSignals() {
		path := everyKind(t)
		x, _ := serve("", path)
		x.signal(sig)
		if code := x.wait(); code != exitDone {
			t.Errorf("%s: exit status %d", name, code)
		}
		alone(t, path)
	}
	path := everyKind(t)
	x, address := serve(`trap "" HUP; `, path)
	x.signal(syscall.SIGHUP)
	for range 2 { // it is still there
		conn, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(conn, make([]byte, 4)); err != nil {
			t.Error(err)
		}
		conn.Close()
	}
	x.signal(syscall.SIGTERM)
	if code := x.wait(); code != exitDone {
		t.Errorf("exit status %d", code)
	}
	alone(t, path)
}

// A program that is stopped from outside gives the terminal back, and draws itself anew when it goes on.
func TestTerminalStopped(t *testing.T) {
	t.Parallel()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	for name, flags := range map[string]string{"picture": "", "plain": "--plain"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := everyKind(t)
			x := startCommand(t, 120, 40, "sh", "-c", `set -m; "$0" --lang en open "$1" $2; echo STOPPED; read go; fg`,
				bin, path, flags)
			x.says("F1")
			x.press("down", "4")
			if typed := "4 %. "; name == "plain" { // not the 4 alone: it stands there before the key has come
				x.says(typed)
			} else {
				x.shows("4]")
			}
			var held *record.LockedError
			if _, err := meeting.Open(t.Context(), path); !errors.As(err, &held) || held.Holder.PID == 0 {
				t.Fatalf("nobody has the meeting open: %v", err)
			}
			if err := syscall.Kill(held.Holder.PID, syscall.SIGTSTP); err != nil {
				t.Fatal(err)
			}
			x.says("STOPPED")
			x.restored()
			x.press("go on", "enter")
			if name == "picture" {
				x.shows("F1")
			} else {
				x.says("Change the percent, ")
				x.says("4 %. ")
			}
			x.press("2", "enter")
			x.says("recorded as")
			x.leave(path)
			lastPercent(t, path, 42_00)
		})
	}
}

// A reader who has gone is no failure, and never keeps a record from being closed.
func TestReaderGone(t *testing.T) {
	t.Parallel()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	path := everyKind(t)
	batch := path + ".toml"
	if err := os.WriteFile(batch, []byte("[[decision]]\nkind = \"accept\"\nunit = \"Nam Định\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	before := seqOf(t, path)
	for _, args := range [][]string{
		{"apply", path, batch}, {"log", path}, {"log", path, "--format", "json"}, {"standings", path}, {"verify", path},
		{"rulebook", "show", "5350-2019"}, {"help"},
		{"invite", path, "--role", "observer", "--name", "Bộ Giáo dục và Đào tạo"},
	} {
		read, write, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		read.Close()
		cmd := exec.Command(bin, args...)
		cmd.Stdout = write
		if err := cmd.Run(); err != nil {
			t.Errorf("%q: %v", args, err)
		}
		write.Close()
		alone(t, path)
	}
	if got := seqOf(t, path); got != before+2 {
		t.Errorf("%d decisions, want %d", got, before+2)
	}
}
