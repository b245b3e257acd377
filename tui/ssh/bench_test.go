//go:build unix

package ssh

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
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

// BenchmarkTmux is the same with tmux: this program in a session of 120x40 to which so many local clients are attached,
// and Enter on a number in one of them. What the program itself takes until it has drawn is in it, and in no other.
func BenchmarkTmux(b *testing.B) {
	if _, err := exec.LookPath("tmux"); err != nil {
		b.Skip("tmux is not installed")
	}
	for _, n := range []int{10, 50, 200} {
		b.Run(fmt.Sprintf("one size, %d", n), func(b *testing.B) { benchmarkTmux(b, n) })
	}
}

func benchmarkTmux(b *testing.B, n int) {
	dir := b.TempDir()
	program, socket := filepath.Join(dir, "thidua"), filepath.Join(dir, "tmux")
	build := exec.Command("go", "build", "-o", program, "thidua/cmd/thidua")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if text, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, text)
	}
	tmux := func(args ...string) *exec.Cmd {
		c := exec.Command("tmux", append([]string{"-S", socket, "-f", "/dev/null"}, args...)...)
		c.Env = append(os.Environ(), "TERM=xterm-256color", "LC_ALL=C.UTF-8")
		return c
	}
	if text, err := tmux("new-session", "-d", "-x", "120", "-y", "40", program+" demo").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, text)
	}
	defer func() { _ = tmux("kill-server").Run() }()
	if err := tmux("set", "-g", "status", "off").Run(); err != nil {
		b.Fatal(err)
	}
	seen := &attached{terminals: make([]watched, n)}
	var keyboard io.Writer
	for i := range n {
		term, err := pty.StartWithSize(tmux("attach"), &pty.Winsize{Rows: 40, Cols: 120})
		if err != nil {
			b.Fatal(err)
		}
		defer term.Close()
		go seen.terminals[i].watch(term)
		keyboard = term
	}
	press := func(key string) time.Duration {
		before := seen.bytes()
		start := time.Now()
		if _, err := io.WriteString(keyboard, key); err != nil {
			b.Fatal(err)
		}
		return seen.settled(b, before).Sub(start)
	}
	time.Sleep(2 * time.Second) // all have attached, and the program has begun
	var took []time.Duration
	for b.Loop() {
		press(string(rune('1' + len(took)%9)))
		took = append(took, press("\r"))
	}
	report(b, took)
}

// attached is the terminals of clients that show the same.
type attached struct{ terminals []watched }

// watched counts what a terminal was sent, and knows when the last of it came.
type watched struct {
	mu    sync.Mutex
	bytes int
	last  time.Time
}

func (c *watched) watch(term io.Reader) {
	b := make([]byte, 4096)
	for {
		n, err := term.Read(b)
		c.mu.Lock()
		c.bytes, c.last = c.bytes+n, time.Now()
		c.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// bytes is what each terminal was sent so far.
func (a *attached) bytes() (all []int) {
	for i := range a.terminals {
		c := &a.terminals[i]
		c.mu.Lock()
		all = append(all, c.bytes)
		c.mu.Unlock()
	}
	return all
}

// settled waits until every terminal was sent something more, and then nothing for a while: when the last of it came.
func (a *attached) settled(b *testing.B, before []int) (last time.Time) {
	const quiet, step = 40 * time.Millisecond, 2 * time.Millisecond
	for begun := time.Now(); time.Since(begun) < patience; time.Sleep(step) {
		changed := 0
		for i, n := range a.bytes() {
			if n == before[i] {
				continue
			}
			changed++
			c := &a.terminals[i]
			c.mu.Lock()
			if c.last.After(last) {
				last = c.last
			}
			c.mu.Unlock()
		}
		if changed == len(before) && time.Since(last) > quiet {
			return last
		}
	}
	b.Fatal("not all show it")
	return last
}
