//go:build unix

package ssh

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// The clients of a benchmark are another process, so that what they cost is not counted with the server's.
func TestMain(m *testing.M) {
	if order := os.Getenv("THIDUA_LOAD_CLIENTS"); order != "" {
		if err := loadClients(order); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// loadPlan is what the clients are to do.
type loadPlan struct {
	Addr  string
	Addrs []string // of several servers, one after the other; none: Addr
	Key   string   // PEM, base64
	N     int
	Own   bool // every client in a size of its own
	Alone bool // every client with a program of its own
}

// loadClients comes in N times, tells how long each took, and then for each line it reads, when the last had got the
// text of that line.
func loadClients(order string) error {
	var o loadPlan
	if err := json.Unmarshal([]byte(order), &o); err != nil {
		return err
	}
	pem, err := base64.StdEncoding.DecodeString(o.Key)
	if err != nil {
		return err
	}
	key, err := gossh.ParsePrivateKey(pem)
	if err != nil {
		return err
	}
	s := &loadStats{last: make(chan int64, 1)}
	var joins []time.Duration
	for i := range o.N {
		start := time.Now()
		c := &loadClient{all: s, first: make(chan struct{})}
		if err := c.enter(o, key, i); err != nil {
			return err
		}
		<-c.first
		joins = append(joins, time.Since(start))
		if o.Alone {
			if _, err := c.in.Write([]byte("\x1b[6~\x1b[5~")); err != nil { // elsewhere, and back
				return err
			}
		}
		s.clients = append(s.clients, c)
	}
	slices.Sort(joins)
	fmt.Println(joins[len(joins)/2].Nanoseconds(), joins[len(joins)-1].Nanoseconds())
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		s.mark.Store(bytes.Clone(in.Bytes()))
		s.missing.Store(int64(o.N))
		for _, c := range s.clients {
			c.waits.Store(true)
		}
		fmt.Println(s.bytes.Load())
		fmt.Println(<-s.last)
	}
	return nil
}

// loadStats is all of the clients together.
type loadStats struct {
	clients []*loadClient
	missing atomic.Int64
	bytes   atomic.Int64
	mark    atomic.Value // []byte: what the change alone shows
	last    chan int64
}

// loadClient is one of them.
type loadClient struct {
	all   *loadStats
	tail  []byte // what came last: a mark may come in two parts
	waits atomic.Bool
	once  sync.Once
	first chan struct{}
	in    interface{ Write([]byte) (int, error) }
}

func (c *loadClient) Write(p []byte) (int, error) {
	c.all.bytes.Add(int64(len(p)))
	if len(p) > 500 {
		c.once.Do(func() { close(c.first) })
	}
	if mark, ok := c.all.mark.Load().([]byte); ok && c.waits.Load() {
		c.tail = append(c.tail, p...)
		if bytes.Contains(c.tail, mark) && c.waits.CompareAndSwap(true, false) && c.all.missing.Add(-1) == 0 {
			c.all.last <- time.Now().UnixNano()
		}
		c.tail = append(c.tail[:0], c.tail[max(len(c.tail)-len(mark), 0):]...)
	}
	return len(p), nil
}

func (c *loadClient) enter(o loadPlan, key gossh.Signer, i int) error {
	if n := len(o.Addrs); n > 0 {
		o.Addr = o.Addrs[i%n]
	}
	conn, err := gossh.Dial("tcp", o.Addr,
		&gossh.ClientConfig{User: "any", Auth: []gossh.AuthMethod{gossh.PublicKeys(key)},
			HostKeyCallback: gossh.InsecureIgnoreHostKey()})
	if err != nil {
		return err
	}
	sess, err := conn.NewSession()
	if err != nil {
		return err
	}
	sess.Stdout = c
	if c.in, err = sess.StdinPipe(); err != nil {
		return err
	}
	w, h := 120, 40
	if o.Own {
		w, h = 110+i%20, 36+i/20
	}
	if err := sess.RequestPty("xterm-256color", h, w, nil); err != nil {
		return err
	}
	return sess.Shell()
}

// A client has seen a change where its mark has come, in one part or in two; whatever else comes does not count.
func TestLoadClientWaitsForTheMark(t *testing.T) {
	s := &loadStats{last: make(chan int64, 1)}
	c := &loadClient{all: s, first: make(chan struct{})}
	s.mark.Store([]byte("BBBB"))
	s.missing.Store(1)
	c.waits.Store(true)
	for _, part := range []string{"AAAA of the change before", "\x1b[1mBB", "x BB"} {
		if _, _ = c.Write([]byte(part)); !c.waits.Load() {
			t.Fatalf("%q is taken for the change", part)
		}
	}
	if _, _ = c.Write([]byte("BB and more")); c.waits.Load() || len(s.last) != 1 {
		t.Error("a mark in two parts is not seen")
	}
}
