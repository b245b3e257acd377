//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
)

// standbyProcess is `follow` as a process of its own, and what it says.
type standbyProcess struct {
	*exec.Cmd
	mu   sync.Mutex
	more *sync.Cond
	all  bytes.Buffer
	over bool
}

func (p *standbyProcess) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.more.Broadcast()
	return p.all.Write(b)
}

// said is what it has said so far.
func (p *standbyProcess) said() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.all.String()
}

// says waits until what it said is so.
func (p *standbyProcess) says(t *testing.T, so func(string) bool) {
	t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for !so(p.all.String()) {
		if p.over {
			t.Fatalf("it ended and said %s", &p.all)
		}
		p.more.Wait()
	}
}

// ends waits for its end.
func (p *standbyProcess) ends() error {
	err := p.Wait()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.over = true
	p.more.Broadcast()
	return err
}

func followProcess(code string, args ...string) (*standbyProcess, error) {
	p := &standbyProcess{Cmd: exec.Command("thidua", append([]string{"--lang", "en", "follow"}, args...)...)}
	p.more = sync.NewCond(&p.mu)
	p.Stdin, p.Stdout, p.Stderr = strings.NewReader(code+"\n"), p, p
	return p, p.Start()
}

var inStep = regexp.MustCompile(`in step: (\d+) decisions`)

// confirmed is the most decisions that a standby has said to have.
func confirmed(text string) (n int) {
	for _, m := range inStep.FindAllStringSubmatch(text, -1) {
		if at, err := strconv.Atoi(m[1]); err == nil {
			n = max(n, at)
		}
	}
	return n
}

var hostPrint = regexp.MustCompile(`key of the host: (SHA256:\S+)`)

// The host is killed while guests record, again and again: the standby says so, follows it again by itself when it is
// back, and what it has is the beginning of what the host has, entry by entry. Then the host stays dead: the copy is
// opened, says what it is, and the meeting goes on with every decision that the standby had.
func TestHostDies(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "m.thidua"), filepath.Join(dir, "c.thidua")
	whole, err := os.ReadFile(everyKind(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	key := inviteAs(t, path, "secretary", "Thư ký một")
	code := strings.TrimSpace(thidua(t, "invite", path, "--role", "standby", "--name", "Máy dự phòng"))
	address := "127.0.0.1:" + freePort(t)
	var standby *standbyProcess
	last, told, gone := 0, 0, 0
	for range size(2, 40) {
		host, _, print := servingAt(t, path, address)
		if standby == nil {
			if standby, err = followProcess(code, "ssh://may-du-phong@"+address, copied, "--host-key",
				print); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = standby.Process.Kill() })
			go func() { _ = standby.ends() }()
		}
		// It follows again; where it had everything there is no higher number to wait for.
		standby.says(t, func(text string) bool { return len(inStep.FindAllString(text, -1)) > told })
		last = confirmed(standby.said())
		g := visit(t, address, key)
		for range 3 + rand.IntN(5) {
			g.say(fmt.Sprintf("%d.%d\r", 10+rand.IntN(80), rand.IntN(100)))
		}
		standby.says(t, func(text string) bool { return confirmed(text) > last })
		g.say("5.55\r")
		if err := host.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = host.Wait()
		<-g.gone
		gone++
		standby.says(t, func(text string) bool { return strings.Count(text, "THE SOURCE IS GONE") >= gone })
		last = confirmed(standby.said())
		told = len(inStep.FindAllString(standby.said(), -1))
		isBeginning(t, copied, path, last)
	}
	if err := standby.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	standby.says(t, func(text string) bool { return strings.Contains(text, "stopped: ") })
	isBeginning(t, copied, path, last)
	thidua(t, "verify", copied)

	x := start(t, "open", copied)
	x.shows("GOING ON FROM THE STANDBY")
	x.shows("every decision up to number")
	x.press("enter")
	x.until("the page closes", func() bool { return !strings.Contains(x.Text(), "GOING ON FROM") })
	x.press("ctrl+q", "enter")
	if code := x.wait(); code != 0 {
		t.Errorf("the copy was left with %d", code)
	}
	m, err := meeting.Open(t.Context(), copied)
	if err != nil {
		t.Fatal(err)
	}
	unit := m.Snapshot().Units()[0].Name()
	_, err = m.Propose(context.Background(), meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{
		scoring.Note{Unit: unit, Target: "1.1", Text: "họp tiếp từ máy dự phòng"}}})
	if err = errors.Join(err, m.Close()); err != nil {
		t.Error(err)
	}
	thidua(t, "verify", copied)
}

// isBeginning holds a copy against the record that it follows: it has at least so many decisions, and they are the
// record's.
func isBeginning(t *testing.T, copied, path string, least int) {
	t.Helper()
	c, whole := read(t, copied), read(t, path)
	if c.Seq() < least || c.Seq() > whole.Seq() || whole.Log[c.Seq()-1].Hash != c.Fingerprint() {
		t.Fatalf("the standby said that it has %d decisions and has %d; the record has %d", least, c.Seq(), whole.Seq())
	}
}
