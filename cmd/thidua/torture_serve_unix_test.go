//go:build unix

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

// TestTortureServe kills the host, which has no screen, while two guests record in it over the network: what a guest
// heard to be recorded is on record, and the guests are let go. The record verifies each time.
func TestTortureServe(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "m.thidua")
	whole, err := os.ReadFile(everyKind(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	keys := []gossh.Signer{inviteAs(t, path, "secretary", "Thư ký một"), inviteAs(t, path, "secretary", "Thư ký hai")}
	said, heard, kills := 0, 0, size(2, 60)
	for range kills {
		host, address := serving(t, path)
		guests := make([]*guest, len(keys))
		for i, key := range keys {
			guests[i] = visit(t, address, key)
			for range 1 + 30*i { // each among criteria of their own; Enter goes on to the next
				guests[i].say("\x1b[B")
			}
		}
		for range 1 + rand.IntN(3) {
			for _, g := range guests {
				g.say(fmt.Sprintf("%d.%d\r", 10+rand.IntN(80), rand.IntN(100)))
			}
			last := said
			guests[0].until(t, func(text []byte) bool { said = max(said, recordedIn(text)); return said > last })
			heard++
		}
		for _, g := range guests {
			g.say("5.55\r")
		}
		if err := host.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = host.Wait()
		for _, g := range guests {
			<-g.gone
			said = max(said, recordedIn(g.text()))
		}
		if after := read(t, path).Seq(); after < said {
			t.Fatalf("a guest heard that %d decisions were recorded, the record has %d", said, after)
		}
		thidua(t, "verify", path)
	}
	t.Logf("tried %d kills of serve with two guests, who heard of %d decisions", kills, heard)
}

// inviteAs invites somebody in a role by a new key.
func inviteAs(t *testing.T, path, role, name string) gossh.Signer {
	t.Helper()
	key, file := newKey(t)
	thidua(t, "invite", path, "--role", role, "--name", name, "--key", file)
	return key
}

var atPort = regexp.MustCompile(`^ssh -p (\d+) `)

// serving starts a host without a screen, with the race detector where the tests have it: guests come at once.
func serving(t *testing.T, path string) (host *exec.Cmd, address string) {
	t.Helper()
	host, address, _ = servingAt(t, path, "127.0.0.1:0")
	return host, address
}

// servingAt is serving, on a port; print is the fingerprint of the host's key.
func servingAt(t *testing.T, path, listen string) (host *exec.Cmd, address, print string) {
	t.Helper()
	host = exec.Command("thidua-raced", "--lang", "en", "serve", path, "--listen", listen,
		"--headless", "--log", path+".log")
	out, err := host.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := host.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	line, err := lines.ReadString('\n')
	m := atPort.FindStringSubmatch(line)
	if err != nil || m == nil {
		t.Fatalf("%q, %v", line, err)
	}
	for print == "" {
		line, err := lines.ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		if m := hostPrint.FindStringSubmatch(line); m != nil {
			print = m[1]
		}
	}
	go func() { _, _ = io.Copy(io.Discard, lines) }()
	return host, "127.0.0.1:" + m[1], print
}

// guest is somebody who takes part by ear over the network.
type guest struct {
	in   io.Writer
	gone chan error
	mu   sync.Mutex
	more *sync.Cond
	all  bytes.Buffer
}

func (g *guest) Write(p []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.all.Write(p)
	g.more.Broadcast()
	return len(p), nil
}

func (g *guest) text() []byte {
	g.mu.Lock()
	defer g.mu.Unlock()
	return bytes.Clone(g.all.Bytes())
}

// say sends keys; a host that is gone hears nothing.
func (g *guest) say(keys string) { _, _ = io.WriteString(g.in, keys) }

// until waits until what was heard is so.
func (g *guest) until(t *testing.T, so func([]byte) bool) {
	t.Helper()
	g.mu.Lock()
	defer g.mu.Unlock()
	for !so(g.all.Bytes()) {
		select {
		case err := <-g.gone:
			t.Fatalf("the session ended with %v; heard was %q", err, &g.all)
		default:
		}
		g.more.Wait()
	}
}

func visit(t *testing.T, address string, key gossh.Signer) *guest {
	t.Helper()
	conn, err := gossh.Dial("tcp", address, &gossh.ClientConfig{User: "any",
		Auth: []gossh.AuthMethod{gossh.PublicKeys(key)}, HostKeyCallback: gossh.InsecureIgnoreHostKey()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	sess, err := conn.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	g := &guest{gone: make(chan error, 1)}
	g.more = sync.NewCond(&g.mu)
	sess.Stdout = g
	if g.in, err = sess.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := sess.Setenv("LANG", "en_GB.UTF-8"); err != nil {
		t.Fatal(err)
	}
	if err := sess.RequestPty("xterm-256color", 24, 80, nil); err != nil {
		t.Fatal(err)
	}
	if err := sess.Start("plain"); err != nil {
		t.Fatal(err)
	}
	go func() {
		err := sess.Wait()
		g.gone <- err
		g.more.Broadcast()
	}()
	g.until(t, func(text []byte) bool { return bytes.Contains(text, []byte("Screen ")) })
	return g
}

var recordedAs = regexp.MustCompile(`recorded as (\d+)`)

// recordedIn is the newest decision that was said to be recorded.
func recordedIn(text []byte) (n int) {
	for _, m := range recordedAs.FindAllSubmatch(text, -1) {
		if at, err := strconv.Atoi(string(m[1])); err == nil {
			n = max(n, at)
		}
	}
	return n
}
