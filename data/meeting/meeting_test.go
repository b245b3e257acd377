package meeting_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// loadSample reads the sample once for all tests.
var loadSample = sync.OnceValues(demo.Load)

var openedOnce = sync.OnceValues(func() (*meeting.Snapshot, error) {
	sample, err := loadSample()
	if err != nil {
		return nil, err
	}
	m, err := meeting.InMemory("Thư ký", sample.Begin, clock)
	if err != nil {
		return nil, err
	}
	return m.Snapshot(), nil
})

// opened is a meeting of the sample in memory, as its sheets are, with a clock that stands still.
func opened(t testing.TB) *meeting.Meeting {
	t.Helper()
	snap, err := openedOnce()
	if err != nil {
		t.Fatal(err)
	}
	m := meeting.InMemoryFrom(snap, clock)
	t.Cleanup(func() { _ = m.Close() })
	return m
}

func clock() time.Time { return time.Date(2020, 6, 30, 8, 0, 0, 123, time.FixedZone("", 7*3600)) }

func score(p scoring.Percent) scoring.Act {
	return scoring.Score{Unit: "Nam Định", Criterion: "3.1.3", Mark: scoring.InPercent(p)}
}

func propose(t testing.TB, m *meeting.Meeting, acts ...scoring.Act) *meeting.Snapshot {
	t.Helper()
	s, err := m.Propose(t.Context(), meeting.Proposal{By: "Thư ký", Acts: acts})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// entries is the record of a snapshot.
func entries(s *meeting.Snapshot) []record.Entry {
	var out []record.Entry
	for _, e := range s.Log {
		out = append(out, record.Entry{Seq: e.Seq, Body: e.Body, Hash: e.Hash})
	}
	return out
}

// sound checks that a snapshot is what its own record says.
func sound(t testing.TB, s *meeting.Snapshot) {
	t.Helper()
	again, faults := meeting.Replay(entries(s))
	if len(faults) > 0 {
		t.Fatalf("%v", faults)
	}
	if s.Seq() != len(s.Log) || again.Seq() != s.Seq() || again.Fingerprint() != s.Fingerprint() {
		t.Fatalf("the record ends at %d (%s), the state at %d of %d (%s)", again.Seq(), again.Fingerprint(), s.Seq(),
			len(s.Log), s.Fingerprint())
	}
	for i := range s.Units() {
		if a, b := s.Units()[i].Total(scoring.Agreed), again.Units()[i].Total(scoring.Agreed); a != b {
			t.Fatalf("%s has %v points, by its record %v", s.Units()[i].Name(), a, b)
		}
	}
}

func TestPropose(t *testing.T) {
	m := opened(t)
	before := m.Snapshot()
	s := propose(t, m, score(90_00), scoring.Accept{Unit: "Nam Định"})
	if s != m.Snapshot() || s.Seq() != 3 || s.Last().By != "Thư ký" || !s.Saved().Equal(clock().Truncate(time.Second)) {
		t.Errorf("%d decisions, the last by %q at %v", s.Seq(), s.Last().By, s.Saved())
	}
	sound(t, s)
	if before.Seq() != 1 || len(before.Log) != 1 || before.AcceptedCount() != 0 {
		t.Error("the snapshot before has changed")
	}

	// Who and when may be said for each act; where they are not, it is who proposes, now.
	at := time.Date(2020, 6, 30, 11, 0, 0, 0, time.UTC)
	s, err := m.Propose(t.Context(),
		meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{score(91_00), score(92_00), score(93_00)},
			Bys: []string{"", "Chủ tọa"}, At: []time.Time{at}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range s.Log[3:] {
		got = append(got, e.By+e.At.Format(" 15:04:05 -0700"))
	}
	if diff := cmp.Diff([]string{"Thư ký 11:00:00 +0000", "Chủ tọa 08:00:00 +0700", "Thư ký 08:00:00 +0700"},
		got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	sound(t, s)
}

// One decision that is refused refuses the batch; every refused one is named, and those after it have been tried too.
func TestProposeAllOrNone(t *testing.T) {
	m := opened(t)
	before := m.Snapshot()
	p := meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{
		score(90_00),
		scoring.Undo{Seq: 99},
		scoring.Accept{Unit: "Nam Định"},
		scoring.Bonus{Unit: "Nam Định", Target: "3.1", Points: 20*scoring.Point + 1_0000, Reason: "quá giới hạn"},
		scoring.Accept{Unit: "Atlantis"},
	}}
	_, err := m.Propose(t.Context(), p)
	var refused *meeting.Refused
	if !errors.As(err, &refused) {
		t.Fatalf("%v", err)
	}
	var at []int
	for _, r := range refused.Acts {
		at = append(at, r.Index)
	}
	if diff := cmp.Diff([]int{1, 3, 4}, at); diff != "" {
		t.Errorf("refused (-want +got)\n%s", diff)
	}
	for i, want := range []error{scoring.ErrUndo, scoring.ErrLimit, scoring.ErrUnknownUnit} {
		if !errors.Is(refused.Acts[i].Err, want) {
			t.Errorf("act %d: %v, want %v", refused.Acts[i].Index, refused.Acts[i].Err, want)
		}
	}
	if !errors.Is(err, scoring.ErrUndo) ||
		refused.In(lang.VI) != "không có quyết định số 99; xem số bằng «thidua log» (và 2 quyết định khác)" ||
		err.Error() != "there is no decision 99; see the numbers with «thidua log» (and 2 more)" {
		t.Errorf("%s\n%s", refused.In(lang.VI), err)
	}
	if m.Snapshot() != before {
		t.Error("something was published")
	}
	if try := before.Try(p); try == nil || try.Error() != err.Error() {
		t.Errorf("to try says %v", try)
	}
	if try := before.Try(meeting.Proposal{Acts: p.Acts[:1]}); try != nil || m.Snapshot() != before ||
		before.Seq() != 1 {
		t.Errorf("to try says %v, or has done it", try)
	}
	s := propose(t, m, p.Acts[0], p.Acts[2])
	if s.Seq() != 3 {
		t.Errorf("%d decisions", s.Seq())
	}
	sound(t, s)
}

// What could not be read back from the record is not recorded.
func TestProposeFoul(t *testing.T) {
	m := opened(t)
	before := m.Snapshot()
	_, err := m.Propose(t.Context(), meeting.Proposal{By: "An\x1b[31m", Acts: []scoring.Act{score(90_00)}})
	if err == nil || meeting.Say(err).In(lang.VI) != "có ký tự điều khiển U+001B" || m.Snapshot() != before {
		t.Errorf("%v", err)
	}
	sound(t, propose(t, m, score(90_00)))
}

// wrapped is a store whose Append may be watched and made to fail.
type wrapped struct {
	record.Store
	append func(context.Context, []record.Entry, record.Store) error
}

func (w wrapped) Append(ctx context.Context, e []record.Entry) error {
	return w.append(ctx, e, w.Store)
}

// Where the record cannot be written nothing is decided and nothing published; it can be tried again.
func TestAppendFails(t *testing.T) {
	m := opened(t)
	full := errors.New("the disk is full")
	fails := 2
	m.Over(func(s record.Store) record.Store {
		return wrapped{s, func(ctx context.Context, e []record.Entry, s record.Store) error {
			if fails > 0 {
				fails--
				return full
			}
			return s.Append(ctx, e)
		}}
	})
	before, ch := m.Snapshot(), m.Subscribe(t.Context())
	<-ch
	for range 2 {
		s, err := m.Propose(t.Context(), meeting.Proposal{Acts: []scoring.Act{score(90_00)}})
		if s != nil || !errors.Is(err, full) || m.Snapshot() != before || len(ch) != 0 {
			t.Fatalf("%v, %v; %d published", s, err, len(ch))
		}
	}
	s := propose(t, m, score(90_00))
	if got := <-ch; got != s || s.Seq() != 2 {
		t.Errorf("published %d, want %d", got.Seq(), s.Seq())
	}
	sound(t, s)
}

// A decision shows only when it is on disk; while it is on its way there, nobody who looks has to wait.
func TestPublishedWhenOnDisk(t *testing.T) {
	m := opened(t)
	writing, written := make(chan struct{}), make(chan struct{})
	m.Over(func(s record.Store) record.Store {
		return wrapped{s, func(ctx context.Context, e []record.Entry, s record.Store) error {
			close(writing)
			<-written
			return s.Append(ctx, e)
		}}
	})
	before, ch := m.Snapshot(), m.Subscribe(t.Context())
	<-ch
	done := make(chan error)
	go func() {
		_, err := m.Propose(t.Context(), meeting.Proposal{Acts: []scoring.Act{score(90_00)}})
		done <- err
	}()
	<-writing
	if m.Snapshot() != before || len(ch) != 0 {
		t.Error("published before it was written")
	}
	if late := <-m.Subscribe(t.Context()); late != before {
		t.Error("who comes now sees what is not written")
	}
	close(written)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if got := <-ch; got.Seq() != 2 || m.Snapshot() != got {
		t.Errorf("published %d", got.Seq())
	}
}

// A context that has ended stops a proposal before it is written.
func TestProposeCancelled(t *testing.T) {
	m := opened(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := m.Propose(ctx,
		meeting.Proposal{Acts: []scoring.Act{score(90_00)}}); !errors.Is(err, context.Canceled) ||
		m.Snapshot().Seq() != 1 {
		t.Errorf("%v, %d decisions", err, m.Snapshot().Seq())
	}
	propose(t, m, score(90_00))
}

func TestClose(t *testing.T) {
	m := opened(t)
	s := propose(t, m, score(90_00))
	ch := m.Subscribe(t.Context())
	for range 2 {
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if got, ok := <-ch; !ok || got != s {
		t.Error("the newest snapshot was lost at the end")
	}
	if _, ok := <-ch; ok {
		t.Error("a subscription goes on after the end")
	}
	if _, ok := <-m.Subscribe(t.Context()); ok {
		t.Error("a subscription begins after the end")
	}
	if _, err := m.Propose(t.Context(), meeting.Proposal{Acts: []scoring.Act{score(91_00)}}); !errors.Is(err,
		meeting.ErrOver) {
		t.Errorf("after the end: %v", err)
	}
	if m.Snapshot() != s {
		t.Error("the last snapshot is gone")
	}
}

func TestSay(t *testing.T) {
	for want, err := range map[string]error{
		"plain": errors.New("plain"),
		"không có quyết định số 9; xem số bằng «thidua log»": fmt.Errorf("wrapped: %w", propositionError(t)),
	} {
		if got := meeting.Say(err).In(lang.VI); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func propositionError(t *testing.T) error {
	return opened(t).Snapshot().Try(meeting.Proposal{Acts: []scoring.Act{scoring.Undo{Seq: 9}}})
}

// Meetings that go on from one snapshot have it as their record, and leave each other and the one alone.
func TestInMemoryFrom(t *testing.T) {
	m := opened(t)
	from := propose(t, m, score(60_00))
	a, b := meeting.InMemoryFrom(from, clock), meeting.InMemoryFrom(from, nil)
	for _, other := range []*meeting.Meeting{a, b} {
		if got := other.Snapshot(); got.Fingerprint() != from.Fingerprint() || got.Seq() != from.Seq() {
			t.Errorf("begins at %d, %s", got.Seq(), got.Fingerprint())
		}
	}
	of := map[scoring.Percent]*meeting.Snapshot{}
	for p, other := range map[scoring.Percent]*meeting.Meeting{61_00: a, 62_00: b, 63_00: m} {
		of[p] = propose(t, other, score(p))
	}
	for p, s := range of {
		sound(t, s)
		at, _ := s.Rulebook().Index("3.1.3")
		i := slices.IndexFunc(s.Units(), func(u *scoring.Unit) bool { return u.Name() == "Nam Định" })
		if got, _ := s.Units()[i].Percent(scoring.Agreed, at); got != p || s.Seq() != from.Seq()+1 {
			t.Errorf("%s and not %s, at %d", got, p, s.Seq())
		}
	}
	if !of[61_00].Saved().Equal(clock().Truncate(time.Second)) {
		t.Errorf("its clock says %s", of[61_00].Saved())
	}
}
