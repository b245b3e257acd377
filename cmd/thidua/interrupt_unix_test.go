//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// process is the program as a process of its own that was started to wait for something.
type process struct {
	*exec.Cmd
	complaint bytes.Buffer
}

func program(args ...string) *process {
	w := &process{Cmd: exec.Command("thidua", append([]string{"--lang", "en"}, args...)...)}
	w.Env = append(os.Environ(), "GORACE=atexit_sleep_ms=0")
	w.Stderr = &w.complaint
	return w
}

// interrupted sends a signal and fails unless the process then ends as one that was interrupted.
func (w *process) interrupted(t *testing.T, sig os.Signal) {
	t.Helper()
	if err := w.Process.Signal(sig); err != nil {
		t.Fatal(err)
	}
	_ = w.Wait()
	if code := w.ProcessState.ExitCode(); code != exitFail ||
		w.complaint.String() != "thidua: interrupted; nothing has changed\n" {
		t.Errorf("exit status %d, %q", code, &w.complaint)
	}
}

// A pipe that nobody writes to does not keep a command from ending.
func TestInterruptedAtPipe(t *testing.T) {
	t.Parallel()
	path := everyKind(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe.toml")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"check", pipe}, {"apply", path, pipe}, {"rulebook", "check", pipe}, {"rulebook", "show", pipe},
		{"new", filepath.Join(dir, "new.thidua"), "--cluster", "2", "--year", "2019-2020", pipe},
		{"new", filepath.Join(dir, "new.thidua"), "--rulebook", pipe, "--year", "2019-2020", pipe},
	} {
		for _, sig := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
			w := program(args...)
			if err := w.Start(); err != nil {
				t.Fatal(err)
			}
			silent, err := os.OpenFile(pipe, os.O_WRONLY, 0) // goes on when the program has opened the pipe too
			if err != nil {
				t.Fatal(err)
			}
			w.interrupted(t, sig)
			silent.Close()
		}
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the meeting has changed; %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v; %v", left, err)
	}
}

// Nor does standard input that does not end.
func TestInterruptedAtStandardInput(t *testing.T) {
	t.Parallel()
	w := program("check", "/dev/stdin")
	in, err := w.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := w.Start(); err != nil {
		t.Fatal(err)
	}
	// goes on when it is being read
	if _, err := in.Write(bytes.Repeat([]byte("# more than a pipe holds\n"), 1<<16)); err != nil {
		t.Fatal(err)
	}
	w.interrupted(t, os.Interrupt)
}

// Nor does a reader of its results who has stopped reading.
func TestInterruptedAtOutput(t *testing.T) {
	t.Parallel()
	w := program("log", everyKind(t), "--format", "json")
	out, err := w.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(out, make([]byte, 1)); err != nil { // the rest, more than a pipe holds, is never read
		t.Fatal(err)
	}
	w.interrupted(t, syscall.SIGTERM)
}

// What has a meeting open for writing is not left where it stands: it closes the meeting.
func TestInterruptedServing(t *testing.T) {
	t.Parallel()
	path := everyKind(t)
	w := program("serve", path, "--listen", "127.0.0.1:0", "--headless")
	out, err := w.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(out, make([]byte, 1)); err != nil { // it is up
		t.Fatal(err)
	}
	if err := w.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, out)
	if err := w.Wait(); err != nil {
		t.Errorf("%v, %q", err, &w.complaint)
	}
	for _, end := range []string{"-wal", "-shm", "-lock"} {
		if _, err := os.Stat(path + end); err == nil {
			t.Errorf("it left %s", end)
		}
	}
}
