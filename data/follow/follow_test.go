package follow

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/scoring"
)

// plain is a source without SSH: what is said goes through a pipe that may be cut.
type plain struct {
	meeting Meeting
	room    Follower
	cut     func() int // after how many bytes of what the host says the next connection breaks; less than 0: never
}

// noted is what a host is told of a copy.
type noted struct {
	mu                    sync.Mutex
	sent, confirmed, gone int
}

func (n *noted) Sent(seq int)      { n.mu.Lock(); n.sent = seq; n.mu.Unlock() }
func (n *noted) Confirmed(seq int) { n.mu.Lock(); n.confirmed = seq; n.mu.Unlock() }
func (n *noted) Leaves()           { n.mu.Lock(); n.gone++; n.mu.Unlock() }

func (n *noted) has() int { n.mu.Lock(); defer n.mu.Unlock(); return n.confirmed }

// short is a connection that breaks after some bytes.
type short struct {
	net.Conn
	left int
}

func (s *short) Write(p []byte) (int, error) {
	if s.left >= 0 && len(p) > s.left {
		n, _ := s.Conn.Write(p[:s.left])
		_ = s.Conn.Close()
		return n, io.ErrClosedPipe
	}
	if s.left >= 0 {
		s.left -= len(p)
	}
	return s.Conn.Write(p)
}

func (p *plain) Connect(ctx context.Context, have []Mark) (Stream, error) {
	here, there := net.Pipe()
	left := -1
	if p.cut != nil {
		left = p.cut()
	}
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	out := &short{there, left}
	go func() {
		_ = Serve(ctx, p.meeting, out, out, p.room)
		_ = there.Close()
	}()
	s := &plainStream{newLines(here, longestWord), json.NewEncoder(here), here, cancel}
	if err := s.send.Encode(hello{version, have}); err != nil {
		return nil, &Lost{err}
	}
	return s, nil
}

type plainStream struct {
	in     *lines
	send   *json.Encoder
	conn   net.Conn
	cancel context.CancelFunc
}

func (s *plainStream) Next() ([]record.Entry, int, error) {
	var w word
	if err := s.in.next(&w); err != nil {
		return nil, 0, &Lost{err}
	}
	if w.Refused != nil {
		return nil, 0, w.Refused
	}
	return w.entries(), w.Newest, nil
}

func (s *plainStream) Confirm(seq int) error { return s.send.Encode(answer{Confirmed: seq}) }

func (s *plainStream) Close(leaving bool) {
	if leaving {
		_ = s.send.Encode(answer{Leaving: true})
	}
	s.cancel()
	_ = s.conn.Close()
}

// host is a meeting that is recorded in.
func host(t *testing.T, path, by string) *meeting.Meeting {
	t.Helper()
	s, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	m, err := meeting.Begin(t.Context(), path, by, s.Begin)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = m.Close() })
	return m
}

// score records something.
func score(t *testing.T, m *meeting.Meeting, n int) {
	t.Helper()
	s := m.Snapshot()
	_, err := m.Propose(context.Background(), meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{scoring.Score{
		Unit: s.Units()[n%len(s.Units())].Name(), Criterion: "1.1",
		Mark:   scoring.InPercent(scoring.Percent(n%90) * 100),
		Reason: fmt.Sprint("lần ", n)}}})
	if err != nil {
		t.Fatal(err)
	}
}

// following runs a copy until stop, which gives what Run gave.
func following(t *testing.T, from Source, path string) (told <-chan Status, stop func() error) {
	t.Helper()
	c, err := OpenCopy(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	out, ended := make(chan Status, 10000), make(chan error, 1)
	go func() {
		err := Run(ctx, from, c, time.Now, func(s Status) { out <- s })
		ended <- errors.Join(err, c.Close())
		close(out)
	}()
	stop = sync.OnceValue(func() error { cancel(); return <-ended })
	t.Cleanup(func() { _ = stop() })
	return out, stop
}

// until waits until a copy says that it is so.
func until(t *testing.T, told <-chan Status, so func(Status) bool) {
	t.Helper()
	late := time.After(time.Minute)
	for {
		select {
		case s, ok := <-told:
			if !ok {
				t.Fatal("the copy has ended")
			}
			if so(s) {
				return
			}
		case <-late:
			t.Fatal("it does not come to that")
		}
	}
}

func inStep(seq int) func(Status) bool {
	return func(s Status) bool { return s.State == Following && s.Has >= seq && s.Behind() == 0 }
}

// A copy is made, kept in step, left, and goes on where it was; its fingerprint is that of the record at any time.
func TestCopyFollows(t *testing.T) {
	dir := t.TempDir()
	m := host(t, filepath.Join(dir, "m.thidua"), "Thư ký")
	score(t, m, 1)
	room := &noted{}
	from, path := &plain{meeting: m, room: room}, filepath.Join(dir, "c.thidua")
	for round := range 3 {
		told, stop := following(t, from, path)
		until(t, told, inStep(m.Snapshot().Seq()))
		for i := range 5 {
			score(t, m, 10*round+i)
		}
		until(t, told, inStep(m.Snapshot().Seq()))
		if err := stop(); err != nil {
			t.Fatal(err)
		}
		kept, err := meeting.Read(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if kept.Fingerprint() != m.Snapshot().Fingerprint() {
			t.Errorf("round %d: %d decisions, %s", round, kept.Seq(), kept.Fingerprint())
		}
		score(t, m, 50) // while nobody follows
	}
	if room.gone != 3 {
		t.Errorf("the host was told of %d farewells", room.gone)
	}
}

// The connection breaks after any number of bytes, again and again: the copy gets all, in order, and never confirms
// what is not on its disk.
func TestCutConnections(t *testing.T) {
	dir := t.TempDir()
	m := host(t, filepath.Join(dir, "m.thidua"), "Thư ký")
	for i := range 8 {
		score(t, m, i)
	}
	room, path := &noted{}, filepath.Join(dir, "c.thidua")
	first := len(m.Snapshot().Log[0].Body)
	cuts := []int{0, 1, 30, 60, first / 2, -1}
	for at := range 40 {
		cuts = slices.Insert(cuts, len(cuts)-1, 40+17*at)
	}
	n := 0
	from := &plain{meeting: m, room: room, cut: func() int {
		n++
		return cuts[min(n, len(cuts))-1]
	}}
	// what a pause is worth is tried elsewhere
	c, err := OpenCopy(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	r := &run{source: from, copy: c, clock: time.Now, tell: func(Status) {}}
	for range cuts[1:] {
		if _, err := r.follow(t.Context()); !errors.As(err, new(*Lost)) {
			t.Fatal(err)
		}
		if n := room.has(); n > c.Seq() {
			t.Fatalf("the host was told of %d, the copy has %d", n, c.Seq())
		}
		score(t, m, n)
	}
	ctx, cancel := context.WithCancel(t.Context())
	r.tell = func(s Status) {
		if inStep(m.Snapshot().Seq())(s) {
			cancel()
		}
	}
	_, _ = r.follow(ctx)
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	kept, err := meeting.Read(t.Context(), path)
	if err != nil || kept.Fingerprint() != m.Snapshot().Fingerprint() {
		t.Errorf("%v, %d decisions of %d", err, kept.Seq(), m.Snapshot().Seq())
	}
}

// A copy that cannot be continued is left as it is: another meeting's, one that was gone on with on both sides, one
// that has more than its source.
func TestNoContinuation(t *testing.T) {
	dir := t.TempDir()
	m, other := host(t, filepath.Join(dir, "m.thidua"), "Thư ký"),
		host(t, filepath.Join(dir, "other.thidua"), "Thư ký khác")
	score(t, m, 1)
	ahead := filepath.Join(dir, "ahead.thidua")
	if _, err := m.SaveCopy(t.Context(), ahead); err != nil {
		t.Fatal(err)
	}
	diverged := filepath.Join(dir, "diverged.thidua")
	if _, err := m.SaveCopy(t.Context(), diverged); err != nil {
		t.Fatal(err)
	}
	for path, by := range map[string]int{ahead: 3, diverged: 4} {
		w, err := meeting.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		score(t, w, by)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	foreign := filepath.Join(dir, "foreign.thidua")
	score(t, other, 7)
	if _, err := other.SaveCopy(t.Context(), foreign); err != nil {
		t.Fatal(err)
	}
	try := func(path string, want Refused) {
		t.Helper()
		before, err := meeting.Read(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		c, err := OpenCopy(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		var got *Refused
		err = Run(t.Context(), &plain{meeting: m, room: &noted{}}, c, time.Now, func(Status) {})
		if want.Path = path; !errors.As(err, &got) || *got != want {
			t.Errorf("%s: %v", path, err)
		}
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
		if after, err := meeting.Read(t.Context(), path); err != nil || after.Fingerprint() != before.Fingerprint() {
			t.Errorf("%s was changed: %v", path, err)
		}
	}
	try(ahead, Refused{Why: Ahead, Common: 2, Source: 2, Copy: 3})
	score(t, m, 2)
	try(diverged, Refused{Why: Diverged, Common: 2, Source: 3, Copy: 3})
	try(foreign, Refused{Why: Other, Source: 3, Copy: 2})
}

// Marks name enough of a long record to find where it parted, and few enough to be sent in a line.
func TestMarks(t *testing.T) {
	hash := func(world string, parted int) func(int) string {
		return func(seq int) string {
			if seq > parted {
				return world + fmt.Sprint(seq)
			}
			return fmt.Sprint(seq)
		}
	}
	for _, n := range []int{1, 2, 255, 256, 257, 1000, 100_000} {
		marks := marksOf(n, hash("a", n))
		if len(marks) > 300 || marks[0].Seq != n || marks[len(marks)-1].Seq != 1 {
			t.Errorf("of %d: %d marks", n, len(marks))
		}
		if judge(marks, n+10, hash("b", n)) != nil {
			t.Errorf("%d is not continued by %d", n, n+10)
		}
		for _, parted := range []int{1, n / 2, n - 1} {
			r := judge(marksOf(n, hash("a", parted)), n+5, hash("b", parted))
			if parted < 1 || parted >= n {
				continue
			}
			if r == nil || r.Why != Diverged || r.Common < 1 || r.Common > parted ||
				n-parted < each && r.Common != parted {
				t.Errorf("parted at %d of %d: %+v", parted, n, r)
			}
		}
		if r := judge(marks, n+1, hash("b", 0)); r == nil || r.Why != Other {
			t.Errorf("another meeting: %+v", r)
		}
	}
}

// What a source sends that does not follow, or breaks a rule, is not written.
func TestForgedSource(t *testing.T) {
	dir := t.TempDir()
	m := host(t, filepath.Join(dir, "m.thidua"), "Thư ký")
	score(t, m, 1)
	log := m.Snapshot().Log
	first := record.Entry{Seq: 1, Body: log[0].Body, Hash: log[0].Hash}
	second := record.Entry{Seq: 2, Body: log[1].Body, Hash: log[1].Hash}
	changed := second
	changed.Body = slices.Clone(second.Body)
	changed.Body[len(changed.Body)-3]++
	for name, e := range map[string]record.Entry{"changed": changed,
		"skipped":  {Seq: 3, Body: second.Body, Hash: second.Hash},
		"nonsense": {Seq: 2, Body: []byte(`{}`), Hash: record.Chain(first.Hash, []byte(`{}`))}} {
		c, err := OpenCopy(t.Context(), filepath.Join(dir, name+".thidua"))
		if err != nil {
			t.Fatal(err)
		}
		if err := c.append(t.Context(), []record.Entry{first}); err != nil {
			t.Fatal(err)
		}
		if err := c.append(t.Context(), []record.Entry{e}); err == nil || c.Seq() != 1 {
			t.Errorf("%s was taken: %v", name, err)
		}
		if err := c.append(t.Context(), []record.Entry{second}); err != nil {
			t.Errorf("after %s: %v", name, err)
		}
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
