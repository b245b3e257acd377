package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"

	"thidua/data/demo"
	"thidua/scoring"
)

// BenchmarkKey presses keys in a terminal of this program, of tmux with this program in it, and of sc-im and VisiData
// with the same scores where they are installed: how long until the last byte of what follows, and what the program's
// process works and sends for it.
func BenchmarkKey(b *testing.B) {
	bin, err := built()
	if err != nil {
		b.Fatal(err)
	}
	table, socket := scoreTable(b), filepath.Join(b.TempDir(), "tmux")
	defer func() { _ = exec.Command("tmux", "-S", socket, "kill-server").Run() }()
	for _, p := range []struct {
		name string
		args []string
		keys [2]string
	}{
		{"thidua, down", []string{bin, "demo"}, [2]string{"\x1b[B", "\x1b[A"}},
		{"thidua, digit", []string{bin, "demo"}, [2]string{"8", "\x7f"}},
		{"tmux with thidua, down", []string{"tmux", "-S", socket, "-f", "/dev/null", "new-session", bin, "demo"},
			[2]string{"\x1b[B", "\x1b[A"}},
		{"sc-im, down", []string{"sc-im", table}, [2]string{"j", "k"}},
		{"VisiData, down", []string{"vd", table}, [2]string{"j", "k"}},
	} {
		for _, size := range [][2]int{{120, 40}, {200, 60}} {
			b.Run(fmt.Sprintf("%s, %dx%d", p.name, size[0], size[1]), func(b *testing.B) {
				if _, err := exec.LookPath(p.args[0]); err != nil {
					b.Skip("not installed: ", p.args[0])
				}
				pressKeys(b, exec.Command(p.args[0], p.args[1:]...), size[0], size[1], p.keys)
			})
		}
	}
}

// scoreTable writes the sample's scores as a table: a line for each unit, a column for each criterion.
func scoreTable(b *testing.B) string {
	m, err := demo.Meeting(time.Now)
	if err != nil {
		b.Fatal(err)
	}
	snap := m.Snapshot()
	var text strings.Builder
	for _, u := range snap.Units() {
		text.WriteString(u.Name())
		for _, leaf := range snap.Rulebook().Leaves() {
			fmt.Fprintf(&text, ",%d", u.Points(scoring.Agreed, leaf)/scoring.Point)
		}
		text.WriteByte('\n')
	}
	path := filepath.Join(b.TempDir(), "scores.csv")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

// screenOf reads what a terminal is sent, and knows when the last of it came.
type screenOf struct {
	mu   sync.Mutex
	last time.Time
	n    int
	came chan struct{} // something was sent; holds one
}

func (s *screenOf) read(r io.Reader) {
	buf := make([]byte, 64<<10)
	for {
		n, err := r.Read(buf)
		s.mu.Lock()
		s.last, s.n = time.Now(), s.n+n
		s.mu.Unlock()
		select {
		case s.came <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// settled waits until something was sent, and nothing more for a while.
func (s *screenOf) settled(b *testing.B, quiet time.Duration) (last time.Time, sent int) {
	b.Helper()
	select {
	case <-s.came:
	case <-time.After(20 * time.Second):
		b.Fatal("the program draws nothing")
	}
	for {
		select {
		case <-s.came:
		case <-time.After(quiet):
			s.mu.Lock()
			defer s.mu.Unlock()
			return s.last, s.n
		}
	}
}

func pressKeys(b *testing.B, cmd *exec.Cmd, w, h int, keys [2]string) {
	const apart, atFirst = 8 * time.Millisecond, time.Second
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LC_ALL=C.UTF-8")
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)})
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		_ = tty.Close()
	}()
	s := &screenOf{came: make(chan struct{}, 1)}
	go s.read(tty)
	_, before := s.settled(b, atFirst)
	worked := processTime(cmd.Process.Pid)
	var took []time.Duration
	first := before
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		if _, err := io.WriteString(tty, keys[i%2]); err != nil {
			b.Fatal(err)
		}
		last, sent := s.settled(b, apart)
		took, before = append(took, last.Sub(start)), sent
	}
	n := float64(len(took))
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-p50")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-p99")
	if filepath.Base(cmd.Path) != "tmux" { // there a server works, and the program in it
		b.ReportMetric(float64((processTime(cmd.Process.Pid)-worked).Microseconds())/n, "cpu-µs/key")
	}
	b.ReportMetric(float64(before-first)/n, "bytes/key")
	b.ReportMetric(0, "ns/op")
}

// processTime is what all threads of a process have worked.
func processTime(pid int) (all time.Duration) {
	threads, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	for _, file := range threads {
		text, err := os.ReadFile(file)
		if err != nil {
			continue // it has ended meanwhile
		}
		first, _, _ := strings.Cut(string(text), " ")
		n, _ := strconv.ParseInt(first, 10, 64)
		all += time.Duration(n)
	}
	return all
}
