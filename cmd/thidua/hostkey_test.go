package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// serveOnce serves a meeting for a moment and gives what is said on both streams.
func serveOnce(t *testing.T, path string) (said, complaint string) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	read, out := io.Pipe()
	var wrong bytes.Buffer
	ended := make(chan int, 1)
	go func() {
		args := []string{"--lang", "en", "serve", path, "--listen", "127.0.0.1:0", "--headless", "--log", path + ".log"}
		ended <- run(ctx, args, stdio{in: strings.NewReader(""), out: out, err: &wrong})
		out.Close()
	}()
	for lines := bufio.NewScanner(read); lines.Scan(); {
		said += lines.Text() + "\n"
		if strings.HasPrefix(lines.Text(), "key of the host: ") {
			stop()
		}
	}
	if code := <-ended; code != exitDone {
		t.Fatalf("exit status %d, %s", code, &wrong)
	}
	return said, wrong.String()
}

// A rehearsal and the meeting, held on one machine, have one host key: nobody is warned.
func TestServeTwoMeetingsWithOneKey(t *testing.T) {
	key := func(path string) string {
		said, _ := serveOnce(t, path)
		return said[strings.Index(said, "SHA256:"):]
	}
	if one, two := key(everyKind(t)), key(everyKind(t)); one != two {
		t.Errorf("keys %q and %q", one, two)
	}
}

// A meeting that was copied without its list lets nobody in: that is said at the start, with who and the mend.
func TestServeSaysWhoCannotComeIn(t *testing.T) {
	path := everyKind(t)
	inviteKey(t, path, "Dự khán một")
	if _, complaint := serveOnce(t, path); strings.Contains(complaint, "Dự khán một") {
		t.Errorf("who can come in is missed: %s", complaint)
	}
	record, err := os.ReadFile(path)
	copied := filepath.Join(t.TempDir(), "copy.thidua")
	if err := errors.Join(err, os.WriteFile(copied, record, 0o600)); err != nil {
		t.Fatal(err)
	}
	_, complaint := serveOnce(t, copied)
	for _, want := range []string{"cannot come in", "Dự khán một", "copy.thidua.access", "copy the .access file"} {
		if !strings.Contains(complaint, want) {
			t.Errorf("%q is not said: %s", want, complaint)
		}
	}
}
