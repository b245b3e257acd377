//go:build unix

package ssh

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	gossh "golang.org/x/crypto/ssh"

	"thidua/data/meeting"
	"thidua/scoring"
)

// BenchmarkAttached is what one decision costs with so many terminals in the meeting: how long until the last shows it,
// and processor time, bytes and memory for each. First all with one size, then each with its own, then each with its
// own program, which is what sharing saves. The terminals are another process on the same machine.
func BenchmarkAttached(b *testing.B) {
	for _, n := range []int{10, 50, 200} {
		for name, o := range map[string]loadPlan{"one size": {}, "own sizes": {Own: true},
			"own programs": {Alone: true}} {
			b.Run(fmt.Sprintf("%s, %d", name, n), func(b *testing.B) {
				o.N = n
				benchmarkAttached(b, o)
			})
		}
	}
}

func benchmarkAttached(b *testing.B, o loadPlan) {
	h := startServer(b, func(h *harness) { h.idle, h.cells.perPerson = time.Hour, mostCells })
	key, file := newKey(b)
	h.admitMany(key, o.N)
	o.Addr, o.Key = h.addr, base64.StdEncoding.EncodeToString(file)
	defer debug.SetGCPercent(debug.SetGCPercent(GCPercent))
	memory, process := inUse(), resident()
	in, numbers, wait := startClients(b, o)
	join, slowest := numbers()
	if o.Alone {
		eventually(b, "everybody to be alone", func() bool { return h.sharing() == 0 })
	}
	h.quiet()
	time.Sleep(200 * time.Millisecond) // what is on its way arrives
	memory = inUse() - memory
	grown := resident() - process
	var took []time.Duration
	cpu, before := time.Duration(0), int64(0)
	bytes := int64(0)
	for b.Loop() {
		mark := strings.Repeat(string(rune('A'+len(took)%25)), 6) // every letter of it another than before
		fmt.Fprintln(in, mark)
		before, _ = numbers()
		if len(took) == 0 {
			bytes = before
		}
		used, start := processor(), time.Now()
		h.decideAs(len(took), mark)
		last, _ := numbers()
		took = append(took, time.Duration(last-start.UnixNano()))
		cpu += processor() - used
	}
	if len(took) > 1 {
		b.ReportMetric(float64(before-bytes)/float64(len(took)-1)/float64(o.N), "bytes/client")
	}
	report(b, took)
	b.ReportMetric(float64(cpu.Microseconds())/float64(len(took))/float64(o.N), "cpu-µs/client")
	b.ReportMetric(float64(memory)/1000/float64(o.N), "kB-live/client")
	if grown = max(grown, resident()-process); process > 0 {
		b.ReportMetric(float64(grown)/1000/float64(o.N), "kB-process/client")
	}
	b.ReportMetric(float64(join)/1e6, "ms/join")
	b.ReportMetric(float64(slowest)/1e6, "ms/slowest-join")
	wait()
}

// admitMany lets one key in so many times, as somebody who looks on where the changes are.
func (h *harness) admitMany(key gossh.Signer, n int) {
	leaf := h.meeting.Snapshot().Rulebook().Leaves()[0]
	h.room.Lead(nil, meeting.Stand{Screen: "review", Unit: 0, Node: leaf})
	h.invite("Observer", scoring.Observer, "")
	h.list.mu.Lock()
	defer h.list.mu.Unlock()
	e := h.list.guests["observer"]
	e.key = key.PublicKey()
	h.list.guests["observer"] = e
	h.sessions.perPerson = n + 1
}

// startClients starts the clients, another process: what is written to in has them look for a mark, numbers are those
// of their next line, and wait ends them.
func startClients(b *testing.B, o loadPlan) (in io.WriteCloser, numbers func() (a, z int64), wait func()) {
	order, err := json.Marshal(o)
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "THIDUA_LOAD_CLIENTS="+string(order))
	cmd.Stderr = os.Stderr
	if in, err = cmd.StdinPipe(); err != nil {
		b.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	said := bufio.NewReader(out)
	numbers = func() (a, z int64) {
		line, err := said.ReadString('\n')
		if err != nil {
			b.Fatal(err)
		}
		_, _ = fmt.Sscan(line, &a, &z)
		return a, z
	}
	return in, numbers, func() {
		in.Close()
		if err := cmd.Wait(); err != nil {
			b.Fatal(err)
		}
	}
}

// report gives the time until the last terminal showed a change.
func report(b *testing.B, took []time.Duration) {
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-p50")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-p99")
	b.ReportMetric(0, "ns/op")
}

// inUse is the memory that the process needs now, in bytes.
func inUse() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapInuse + m.StackInuse)
}

// resident is the memory that the process holds, in bytes, as the system counts it; 0 where it does not say.
func resident() int64 {
	text, err := os.ReadFile("/proc/self/statm")
	var size, pages int64
	if _, err2 := fmt.Sscan(string(text), &size, &pages); err != nil || err2 != nil {
		return 0
	}
	return pages * int64(os.Getpagesize())
}

// processor is the processor time that the process has used.
func processor() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkTmux is the same with tmux: 500 letters change in a session of 120x40 to which so many local clients are
// attached.
func BenchmarkTmux(b *testing.B) {
	if _, err := exec.LookPath("tmux"); err != nil {
		b.Skip("there is no tmux here")
	}
	for _, n := range []int{10, 50, 200} {
		b.Run(fmt.Sprintf("one size, %d", n), func(b *testing.B) { benchmarkTmux(b, n) })
	}
}

func benchmarkTmux(b *testing.B, n int) {
	dir := b.TempDir()
	pipe, socket := filepath.Join(dir, "in"), filepath.Join(dir, "tmux")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		b.Fatal(err)
	}
	tmux := func(args ...string) *exec.Cmd {
		c := exec.Command("tmux", append([]string{"-S", socket, "-f", "/dev/null"}, args...)...)
		c.Env = append(os.Environ(), "TERM=xterm-256color", "LC_ALL=C.UTF-8")
		return c
	}
	if text, err := tmux("new-session", "-d", "-x", "120", "-y", "40",
		"stty -echo; while :; do cat "+pipe+"; done").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, text)
	}
	defer func() { _ = tmux("kill-server").Run() }()
	if err := tmux("set", "-g", "status", "off").Run(); err != nil {
		b.Fatal(err)
	}
	to, err := os.OpenFile(pipe, os.O_RDWR, 0)
	if err != nil {
		b.Fatal(err)
	}
	defer to.Close()
	seen := make(chan byte, 64*n)
	for range n {
		term, err := pty.StartWithSize(tmux("attach"), &pty.Winsize{Rows: 40, Cols: 120})
		if err != nil {
			b.Fatal(err)
		}
		defer term.Close()
		go watchTerminal(term, seen)
	}
	change := func(mark byte) time.Duration {
		text := "\x1b[H"
		for range 499 {
			text += string(rune('a' + rand.IntN(26)))
		}
		start := time.Now()
		if _, err := io.WriteString(to, text+string(mark)); err != nil {
			b.Fatal(err)
		}
		for got := 0; got < n; {
			select {
			case m := <-seen:
				if m == mark {
					got++
				}
			case <-time.After(patience):
				b.Fatalf("%d of %d show it", got, n)
			}
		}
		return time.Since(start)
	}
	time.Sleep(time.Second) // all have attached
	change('Z')
	var took []time.Duration
	for b.Loop() {
		took = append(took, change(byte('A'+len(took)%25)))
	}
	report(b, took)
}

// watchTerminal tells of each capital letter that a terminal shows outside of sequences.
func watchTerminal(term io.Reader, seen chan<- byte) {
	b := make([]byte, 4096)
	for {
		n, err := term.Read(b)
		for s := string(b[:n]); s != ""; {
			if s[0] == '\x1b' {
				end := strings.IndexFunc(s[1:], func(r rune) bool { return r >= '@' && r <= '~' && r != '[' })
				s = s[min(end+2, len(s)):]
				continue
			}
			if strings.IndexByte("ABCDEFGHIJKLMNOPQRSTUVWXYZ", s[0]) >= 0 {
				seen <- s[0]
			}
			s = s[1:]
		}
		if err != nil {
			return
		}
	}
}
