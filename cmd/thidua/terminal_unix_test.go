//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/paint/painttest"
)

// The built program in a pseudo-terminal, as people have it: start types what it is told, shows and says wait for what
// comes, signal and hangUp end it, restored and alone look at what is left. Nothing here waits for a time.

// built builds the program, once for all tests of a run, without what only debuggers read.
var built = sync.OnceValues(func() (string, error) {
	bin := filepath.Join(shared(), "thidua")
	cmd := exec.Command("go", "build", "-ldflags=-s -w", "-o", bin, ".")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return bin, nil
})

// terminal is a terminal with a program running in it.
type terminal struct {
	t      testing.TB
	master *os.File
	slave  *os.File
	before *term.State // of the terminal, before the program began
	cmd    *exec.Cmd
	ended  chan error
	said   int // how much of what was written has been found by says
	*painttest.Terminal
}

// longest is how long a test waits for what must come.
const longest = time.Minute

// start runs the program in a terminal of 120x40, in English.
func start(t testing.TB, args ...string) *terminal {
	t.Helper()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return startCommand(t, 120, 40, bin, append([]string{"--lang", "en"}, args...)...)
}

// startCommand runs a command in a terminal that reads all that is written to it.
func startCommand(t testing.TB, w, h int, name string, args ...string) *terminal {
	t.Helper()
	x := startDeaf(t, w, h, name, args...)
	go func() { _, _ = io.Copy(x.Terminal, x.master) }()
	return x
}

// startDeaf runs a command in a terminal that reads nothing.
func startDeaf(t testing.TB, w, h int, name string, args ...string) *terminal {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(master, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)}); err != nil {
		t.Fatal(err)
	}
	master = pollable(t, master)
	x := &terminal{t: t, master: master, slave: slave, cmd: exec.Command(name, args...), ended: make(chan error, 1)}
	x.Terminal = painttest.New(w, h, func(answer string) { _, _ = io.WriteString(master, answer) })
	if x.before, err = term.GetState(slave.Fd()); err != nil {
		t.Fatal(err)
	}
	// A process that was started so as to outlive its window would be so too: what is caught here is as usual there.
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, syscall.SIGHUP)
	defer signal.Stop(caught)
	home := t.TempDir()
	x.cmd.Env = append(os.Environ(), "TERM=xterm-256color", "HOME="+home, "XDG_CONFIG_HOME="+home)
	x.cmd.Stdin, x.cmd.Stdout, x.cmd.Stderr = slave, slave, slave
	x.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := x.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { x.ended <- x.cmd.Wait() }()
	t.Cleanup(func() {
		_ = x.cmd.Process.Kill()
		_ = slave.Close()
		_ = master.Close()
	})
	return x
}

// pollable is the same file, but one that can be closed while somebody reads it. It takes the place of the other.
func pollable(t testing.TB, f *os.File) *os.File {
	t.Helper()
	defer f.Close()
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	fd, err := syscall.Dup(int(f.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	syscall.CloseOnExec(fd)
	if err := syscall.SetNonblock(fd, true); err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), f.Name())
}

// keyBytes are the keys that are no letters, as a terminal sends them.
func keyBytes() map[string]string {
	return map[string]string{
		"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
		"pgup": "\x1b[5~", "pgdown": "\x1b[6~", "delete": "\x1b[3~", "enter": "\r", "tab": "\t", "esc": "\x1b",
		"backspace": "\x7f", "space": " ", "shift+tab": "\x1b[Z",
		"f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~",
		"f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "f10": "\x1b[21~", "f12": "\x1b[24~",
	}
}

// press sends keys: by name, as "ctrl+q", or a text as it stands. What is to be read as two keys must not come at once
// after "esc": a terminal's other keys begin with it.
func (x *terminal) press(keys ...string) {
	x.t.Helper()
	names := keyBytes()
	for _, k := range keys {
		sent, ok := names[k]
		if letter, ctrl := strings.CutPrefix(k, "ctrl+"); ctrl {
			sent, ok = string(letter[0]&0x1f), true
		}
		if !ok {
			sent = k
		}
		if _, err := io.WriteString(x.master, sent); err != nil {
			x.t.Fatal(err)
		}
	}
}

// until waits until the terminal is as wanted. What want looks at does not change meanwhile.
func (x *terminal) until(what string, want func() bool) {
	x.t.Helper()
	deadline := time.After(longest)
	for {
		x.Mu.Lock()
		ok, changed := want(), x.Changed
		x.Mu.Unlock()
		if ok {
			return
		}
		select {
		case <-changed:
		case <-deadline:
			x.Mu.Lock()
			defer x.Mu.Unlock()
			x.t.Fatalf("waited in vain for %s; strange: %q; altered: %q; the screen is\n%s",
				what, x.Strange, x.Altered(), x.Text())
		}
	}
}

// shows waits until a text is on the screen, on one line.
func (x *terminal) shows(text string) {
	x.t.Helper()
	x.until(fmt.Sprintf("%q", text), func() bool { return strings.Contains(x.Text(), text) })
}

// says waits until a text has been written after the one that was waited for before: for what is no picture.
func (x *terminal) says(text string) {
	x.t.Helper()
	x.Mu.Lock()
	what := fmt.Sprintf("%q after %q", text, x.All[:x.said])
	x.Mu.Unlock()
	x.until(what, func() bool {
		i := bytes.Index(x.All[x.said:], []byte(text))
		if i < 0 {
			return false
		}
		x.said += i + len(text)
		return true
	})
}

// signal sends the program a signal, if it still runs.
func (x *terminal) signal(sig os.Signal) {
	x.t.Helper()
	if err := x.cmd.Process.Signal(sig); err != nil && !errors.Is(err, os.ErrProcessDone) {
		x.t.Fatal(err)
	}
}

// hangUp closes the window: the system tells the program, and nothing can be read or written any more.
func (x *terminal) hangUp() {
	_ = x.slave.Close()
	_ = x.master.Close()
}

// wait waits for the end of the program and gives its exit status.
func (x *terminal) wait() int {
	x.t.Helper()
	select {
	case <-x.ended:
	case <-time.After(longest):
		x.Mu.Lock()
		defer x.Mu.Unlock()
		x.t.Fatalf("the program does not end; the screen is\n%s", x.Text())
	}
	return x.cmd.ProcessState.ExitCode()
}

// leave has the person leave, as people do, and fails unless everything is as it should be afterwards: the exit status,
// the terminal, and the meeting in one file.
func (x *terminal) leave(path string) {
	x.t.Helper()
	x.press("ctrl+q")
	x.shows("Leave? ")
	x.press("enter")
	x.over(path)
}

// over waits for the end of the program, and fails unless everything is as it should be afterwards.
func (x *terminal) over(path string) {
	x.t.Helper()
	if code := x.wait(); code != exitDone {
		x.t.Errorf("exit status %d", code)
	}
	x.restored()
	alone(x.t, path)
}

// restored fails unless the terminal is as it was before the program.
func (x *terminal) restored() {
	x.t.Helper()
	now, err := term.GetState(x.slave.Fd())
	if err != nil {
		x.t.Fatal(err)
	}
	if !reflect.DeepEqual(x.before, now) {
		x.t.Errorf("the terminal's settings: %+v before, %+v now", x.before, now)
	}
	x.until("a terminal as it was before", func() bool { return len(x.Altered()) == 0 })
	x.Mu.Lock()
	defer x.Mu.Unlock()
	if len(x.Strange) > 0 {
		x.t.Errorf("sequences that this terminal does not know: %q", x.Strange)
	}
}

// lastPercent fails unless the newest decision on record is a percent.
func lastPercent(t *testing.T, path string, want scoring.Percent) {
	t.Helper()
	s, err := meeting.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if act, ok := s.Last().Act.(scoring.Score); !ok || act.Mark.Percent() != want {
		t.Errorf("recorded is %+v", s.Last().Act)
	}
}

// alone fails where anything lies beside a closed meeting.
func alone(t testing.TB, path string) {
	t.Helper()
	left, err := filepath.Glob(path + "-*")
	if err != nil || len(left) > 0 {
		t.Errorf("left beside the meeting: %q, %v", left, err)
	}
	if mode, err := os.ReadFile(path); err != nil || len(mode) < 20 || mode[18] != 1 || mode[19] != 1 {
		t.Errorf("the meeting is not in one file: %v", err)
	}
}
