package main

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"thidua/data/meeting"
	"thidua/scoring/lang"
)

// A meeting is served to who was invited, also while it is served already; when the process is told to end, everybody
// is told, and the record is one file again.
func TestServe(t *testing.T) {
	path := everyKind(t)
	one := inviteKey(t, path, "Dự khán một")
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	said, out := io.Pipe()
	var complaint bytes.Buffer
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx,
			[]string{"--lang", "en", "serve", path, "--listen", "127.0.0.1:0", "--headless", "--log", path + ".log"},
			stdio{in: strings.NewReader(""), out: out, err: &complaint})
		out.Close()
	}()
	lines := make([]byte, 0, 1000)
	line := regexp.MustCompile(`^ssh -p (\d+) NAME@127\.0\.0\.1\nkey of the host: (SHA256:\S+)\n`)
	for !line.Match(lines) {
		b := make([]byte, 1000)
		n, err := said.Read(b)
		if lines = append(lines, b[:n]...); err != nil {
			t.Fatalf("%v: %q, %q", err, lines, &complaint)
		}
	}
	found := line.FindSubmatch(lines)
	address := "127.0.0.1:" + string(found[1])
	isSaid := func(_ string, _ net.Addr, key gossh.PublicKey) error {
		if got := gossh.FingerprintSHA256(key); got != string(found[2]) {
			t.Errorf("the host's key is %s, said was %s", got, found[2])
		}
		return nil
	}
	first, seen := enter(t, address, one, isSaid)
	two := inviteKey(t, path, "Dự khán hai")
	second, _ := enter(t, address, two, isSaid)
	thidua(t, "invite", path, "--revoke", "du-khan-hai")
	var exit *gossh.ExitError
	if err := second.Wait(); !errors.As(err, &exit) || exit.ExitStatus() != 1 { // revoked: it ends by itself
		t.Errorf("revoked: %v", err)
	}
	stop()
	if err := first.Wait(); err != nil || !strings.Contains(seen.String(), "chủ tọa đã đóng phòng họp") {
		t.Errorf("at the end: %v, %q", err, seen)
	}
	if code := <-ended; code != exitDone || complaint.Len() > 0 {
		t.Errorf("exit status %d, %q", code, &complaint)
	}
	if s, err := meeting.Read(t.Context(), path); err != nil {
		t.Error(err)
	} else if _, on := s.Invitation("Dự khán hai"); on {
		t.Error("the revocation is not on record")
	}
	if left, _ := filepath.Glob(path + "-*"); len(left) > 0 {
		t.Errorf("left beside the meeting: %q", left)
	}
	log, err := os.ReadFile(path + ".log")
	if err != nil || !bytes.Contains(log, []byte(`msg=came who="Dự khán một"`)) {
		t.Errorf("the log: %q, %v", log, err)
	}
}

// Where nobody can come in any more, the meeting ends and says so, whether the host has a screen or not.
func TestServeWithoutListener(t *testing.T) {
	for name, o := range map[string]serveOptions{"headless": {headless: true},
		"screen": {screenOptions: screenOptions{plain: true}}} {
		t.Run(name, func(t *testing.T) {
			path := everyKind(t)
			m, err := meeting.Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			defer m.Close()
			listener, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			typed, hold := io.Pipe()
			defer hold.Close()
			std := stdio{in: typed, out: io.Discard, err: io.Discard}
			a := &app{stdio: std, given: std, lang: lang.EN}
			ended := make(chan error, 1)
			go func() {
				ended <- a.host(t.Context(), m, path, listener, slog.New(slog.DiscardHandler), o)
			}()
			listener.Close()
			if err := <-ended; err == nil || !strings.Contains(err.Error(), "nobody can come in any more") {
				t.Errorf("the meeting ends with %v", err)
			}
		})
	}
}

// enter comes in to a meeting that is served, with a terminal of 80x24. What it shows is complete when the session has
// ended.
func enter(
	t *testing.T, address string, key gossh.Signer, host gossh.HostKeyCallback,
) (*gossh.Session, *bytes.Buffer) {
	t.Helper()
	conn, err := gossh.Dial("tcp", address,
		&gossh.ClientConfig{User: "any", Auth: []gossh.AuthMethod{gossh.PublicKeys(key)}, Timeout: time.Minute,
			HostKeyCallback: host})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	sess, err := conn.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	var seen bytes.Buffer
	sess.Stdout = &seen
	if err := sess.RequestPty("xterm-256color", 24, 80, nil); err != nil {
		t.Fatal(err)
	}
	if err := sess.Shell(); err != nil {
		t.Fatal(err)
	}
	return sess, &seen
}

// inviteKey invites an observer by a new key.
func inviteKey(t *testing.T, path, name string) gossh.Signer {
	t.Helper()
	key, file := newKey(t)
	thidua(t, "invite", path, "--role", "observer", "--name", name, "--key", file)
	return key
}

// newKey is a key, and the file of its public part.
func newKey(t *testing.T) (key gossh.Signer, file string) {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if key, err = gossh.NewSignerFromKey(private); err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "key.pub")
	if err := os.WriteFile(file, gossh.MarshalAuthorizedKey(key.PublicKey()), 0o600); err != nil {
		t.Fatal(err)
	}
	return key, file
}
