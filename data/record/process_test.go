package record_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"testing"

	"thidua/data/record"
)

// The test binary plays the other processes too: with playEnv set it runs a part instead of the tests.
const playEnv = "THIDUA_RECORD_TEST_PLAYS"

// parts are what another process can do with a path. They write a line after each step to standard output.
func parts() map[string]func(ctx context.Context, path string) error {
	return map[string]func(context.Context, string) error{
		"hold":     playHold,
		"append":   playAppend,
		"some2":    func(ctx context.Context, path string) error { return playSome(ctx, path, 2) },
		"some3":    func(ctx context.Context, path string) error { return playSome(ctx, path, 3) },
		"cycle":    playCycle,
		"create":   playCreate,
		"look":     playLook,
		"full":     playFull, // see full_linux_test.go
		"locked":   playLocked,
		"limited":  playLimited,
		"unsynced": playUnsynced, // see sync_linux_test.go
		"refused":  playRefused,  // see close_linux_test.go
		"session":  playSession,  // see torture_test.go
	}
}

func TestMain(m *testing.M) {
	part, ok := os.LookupEnv(playEnv)
	if !ok {
		os.Exit(m.Run())
	}
	if err := parts()[part](context.Background(), os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, part, err)
		os.Exit(1)
	}
}

// player is another process at work.
type player struct {
	t     testing.TB
	cmd   *exec.Cmd
	lines *bufio.Scanner
	in    io.WriteCloser
	ended bool
}

func play(t testing.TB, part, path string) *player { t.Helper(); return playAs(t, part, path, nil) }

// playAs plays in a process with attributes of its own.
func playAs(t testing.TB, part, path string, attr *syscall.SysProcAttr) *player {
	t.Helper()
	p := &player{t: t, cmd: exec.Command(os.Args[0], path)}
	p.cmd.Env = append(os.Environ(), playEnv+"="+part, "GORACE=atexit_sleep_ms=0")
	p.cmd.Stderr = os.Stderr
	p.cmd.SysProcAttr = attr
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if p.in, err = p.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p.lines = bufio.NewScanner(out)
	t.Cleanup(p.kill)
	return p
}

// line waits for the next line; it is empty at the end.
func (p *player) line() string {
	if !p.lines.Scan() {
		return ""
	}
	return p.lines.Text()
}

// kill ends the process as a power switch does, and reads what it still said.
func (p *player) kill() { p.killed(func(string) {}) }

func (p *player) killed(said func(line string)) {
	if p.ended {
		return
	}
	p.ended = true
	_ = p.cmd.Process.Kill()
	for p.lines.Scan() {
		said(p.lines.Text())
	}
	_ = p.cmd.Wait()
}

// leave tells the process that it may end, and does not wait for that.
func (p *player) leave() { _ = p.in.Close() }

// finish lets the process end by itself and fails unless that goes well.
func (p *player) finish() {
	p.t.Helper()
	p.ended = true
	_ = p.in.Close()
	for p.lines.Scan() {
	}
	if err := p.cmd.Wait(); err != nil {
		p.t.Errorf("the other process: %v", err)
	}
}

// next is the entry that continues a record.
func next(last record.Entry) record.Entry {
	body := fmt.Appendf(nil, `{"n":%d}`, last.Seq+1)
	return record.Entry{Seq: last.Seq + 1, Body: body, Hash: record.Chain(last.Hash, body)}
}

// grow appends entries, n of them or without end, and says the number of each once it is acknowledged.
func grow(ctx context.Context, s record.Store, n int) error {
	list, err := s.Entries(ctx, 1)
	if err != nil {
		return err
	}
	last := list[len(list)-1]
	for ; n != 0; n-- {
		last = next(last)
		if err := s.Append(ctx, []record.Entry{last}); err != nil {
			return err
		}
		fmt.Println(last.Seq)
	}
	return nil
}

// playHold opens a meeting, says so, and holds it until its input ends.
func playHold(ctx context.Context, path string) error {
	s, err := record.OpenWriter(ctx, path, someone())
	if err != nil {
		return err
	}
	fmt.Println("open")
	_, _ = io.Copy(io.Discard, os.Stdin)
	return s.Close()
}

// playLook reads a meeting, says so, and keeps it open until its input ends.
func playLook(ctx context.Context, path string) error {
	s, err := record.OpenReader(ctx, path)
	if err != nil {
		return err
	}
	if _, err := s.Entries(ctx, 1); err != nil {
		return err
	}
	fmt.Println("open")
	_, _ = io.Copy(io.Discard, os.Stdin)
	return s.Close()
}

// playAppend appends entries and says the number of each, until it is killed.
func playAppend(ctx context.Context, path string) error {
	s, err := record.OpenWriter(ctx, path, someone())
	if err != nil {
		return err
	}
	return grow(ctx, s, -1)
}

// playSome appends n entries and waits until it is killed.
func playSome(ctx context.Context, path string, n int) error {
	s, err := record.OpenWriter(ctx, path, someone())
	if err != nil {
		return err
	}
	if err := grow(ctx, s, n); err != nil {
		return err
	}
	_, _ = io.Copy(io.Discard, os.Stdin)
	return s.Close()
}

// playCycle opens, appends twice, closes, again and again, and waits for its turn where somebody else has it open.
func playCycle(ctx context.Context, path string) error {
	for {
		s, err := record.OpenWriter(ctx, path, someone())
		if locked := (*record.LockedError)(nil); errors.As(err, &locked) {
			runtime.Gosched()
			continue
		}
		if err != nil {
			return err
		}
		if err := errors.Join(grow(ctx, s, 2), s.Close()); err != nil {
			return err
		}
	}
}

// playCreate makes one meeting after the other and says which.
func playCreate(ctx context.Context, path string) error {
	for i := 0; ; i++ {
		name := fmt.Sprintf("%s%d", path, i)
		s, err := record.Create(ctx, name, someone(), []record.Entry{next(record.Entry{})})
		if err != nil {
			return err
		}
		fmt.Println(name)
		if err := s.Close(); err != nil {
			return err
		}
	}
}
