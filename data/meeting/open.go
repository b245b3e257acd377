package meeting

import (
	"context"
	"errors"
	"os"
	"os/user"
	"slices"
	"time"

	"thidua/data/decision"
	"thidua/data/record"
	"thidua/data/store"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Damaged is a record that does not say what it once said: what is wrong with it, entry by entry.
type Damaged struct {
	Path   string
	Faults []record.Fault
}

func (d *Damaged) Error() string { return d.In(lang.EN) }

// In names the first fault and how many there are.
func (d *Damaged) In(l lang.Lang) string {
	return lang.Sayf("%s: %s (tất cả %d lỗi, xem «thidua verify»)",
		"%s: %s (%d faults in all, see «thidua verify»)", store.Shown(d.Path), d.Faults[0], len(d.Faults)).In(l)
}

// Holder says who this process is, for whoever finds the record taken.
func Holder(clock func() time.Time) record.Holder {
	h := record.Holder{PID: os.Getpid(), Since: clock().Truncate(time.Second)}
	h.Host, _ = os.Hostname()
	if u, err := user.Current(); err == nil {
		h.Who = u.Username
	}
	return h
}

// Begin makes a new meeting in a file that must not exist yet. A refusal by the rules is a *Refused.
func Begin(ctx context.Context, path, by string, a scoring.New) (*Meeting, error) {
	state, first, err := begin(by, a, time.Now)
	if err != nil {
		return nil, err
	}
	entries := []record.Entry{{Seq: first.Seq, Body: first.Body, Hash: first.Hash}}
	kept, err := store.Create(ctx, path, Holder(time.Now), entries)
	if err != nil {
		return nil, err
	}
	return newMeeting(path, kept, &Snapshot{State: state, Log: []Entry{first}}), nil
}

// InMemory makes a meeting that does not last: the demo's, and tests'. Its clock may be given; nil is the real one.
func InMemory(by string, a scoring.New, clock func() time.Time) (*Meeting, error) {
	if clock == nil {
		clock = time.Now
	}
	state, first, err := begin(by, a, clock)
	if err != nil {
		return nil, err
	}
	store := record.NewMemory()
	if err := store.Append(context.Background(),
		[]record.Entry{{Seq: first.Seq, Body: first.Body, Hash: first.Hash}}); err != nil {
		return nil, err
	}
	m := newMeeting("", store, &Snapshot{State: state, Log: []Entry{first}})
	m.clock = clock
	return m, nil
}

// InMemoryFrom makes another meeting that does not last, which goes on from a snapshot of one: nothing of the one is
// changed. Its clock is as in InMemory.
func InMemoryFrom(s *Snapshot, clock func() time.Time) *Meeting {
	entries := make([]record.Entry, len(s.Log))
	for i, e := range s.Log {
		entries[i] = record.Entry{Seq: e.Seq, Body: e.Body, Hash: e.Hash}
	}
	m := newMeeting("", record.MemoryOf(entries), &Snapshot{State: s.State, Log: slices.Clip(s.Log)})
	if clock != nil {
		m.clock = clock
	}
	return m
}

func begin(by string, a scoring.New, clock func() time.Time) (scoring.State, Entry, error) {
	state, decisions, err := fold(scoring.State{}, Proposal{By: by, Acts: []scoring.Act{a}}, clock)
	if err != nil {
		return state, Entry{}, err
	}
	entries, err := encode(decisions, "")
	if err != nil {
		return state, Entry{}, err
	}
	return state, Entry{Decision: decisions[0], Body: entries[0].Body, Hash: entries[0].Hash}, nil
}

func newMeeting(name string, store record.Store, snap *Snapshot) *Meeting {
	m := &Meeting{clock: time.Now, store: store, name: name}
	if other, ok := store.(interface{ Skew() time.Duration }); ok {
		m.clock = func() time.Time { return time.Now().Add(other.Skew()) }
		m.skew = other.Skew
	}
	m.publish(snap)
	m.begin(store)
	return m
}

// Open opens a meeting to go on with it. While it is open nobody else can write to it, who tries is told who holds it;
// but in a database several hosts can.
func Open(ctx context.Context, path string) (*Meeting, error) {
	kept, err := store.OpenWriter(ctx, path, Holder(time.Now))
	if err != nil {
		return nil, err
	}
	snap, err := load(ctx, path, kept)
	if err != nil {
		return nil, errors.Join(err, kept.Close())
	}
	return newMeeting(path, kept, snap), nil
}

// OpenFrom is Open of a meeting that was read just now: only what has been recorded since is read and replayed. Where
// the record is not the one that was seen, all of it is.
func OpenFrom(ctx context.Context, path string, seen *Snapshot) (*Meeting, error) {
	kept, err := store.OpenWriter(ctx, path, Holder(time.Now))
	if err != nil {
		return nil, err
	}
	snap, ok := seen.since(ctx, kept)
	if !ok {
		if snap, err = load(ctx, path, kept); err != nil {
			return nil, errors.Join(err, kept.Close())
		}
	}
	return newMeeting(path, kept, snap), nil
}

// since is the snapshot with what a record holds beyond it; ok is false where the record does not go on from it.
func (s *Snapshot) since(ctx context.Context, kept record.Store) (next *Snapshot, ok bool) {
	entries, err := kept.Entries(ctx, s.Seq())
	if err != nil || len(entries) == 0 || entries[0].Seq != s.Seq() || entries[0].Hash != s.Fingerprint() {
		return nil, false
	}
	next = &Snapshot{State: s.State, Log: slices.Clip(s.Log)} // who goes on from it too does not get in the way
	for _, e := range entries[1:] {
		if fault := next.follow(e); fault != nil {
			return nil, false
		}
	}
	return next, true
}

// Read takes a meeting as it stands now, whoever has it open. Nothing is written.
func Read(ctx context.Context, path string) (*Snapshot, error) {
	kept, err := store.OpenReader(ctx, path)
	if err != nil {
		return nil, err
	}
	defer kept.Close()
	return load(ctx, path, kept)
}

// load makes a snapshot of a whole record.
func load(ctx context.Context, path string, kept record.Store) (*Snapshot, error) {
	snap, faults, err := ReplayAll(ctx, kept)
	switch {
	case err != nil:
		return nil, err
	case len(faults) > 0:
		return nil, &Damaged{path, faults}
	}
	return snap, nil
}

func restore() lang.Text {
	return lang.Text{VI: "dùng bản sao lưu của tệp", EN: "use a copy of the file"}
}

// reread makes a decision of an entry, and holds the entry against the form in which that decision is written.
func reread(c *decision.Codec, e record.Entry) (scoring.Decision, *record.Fault) {
	d, err := c.Decode(e.Body)
	if err != nil {
		return d,
			&record.Fault{Seq: e.Seq,
				What: lang.Sayf("quyết định số %d không đọc được: %s",
					"decision %d cannot be read: %s", e.Seq, Say(err)), Mend: restore()}
	}
	if d.Seq != e.Seq {
		return d,
			&record.Fault{Seq: e.Seq,
				What: lang.Sayf("nội dung quyết định số %d lại ghi số %d",
					"the body of decision %d says that it is %d", e.Seq, d.Seq), Mend: restore()}
	}
	if !c.Writes(d, e.Body) {
		return d,
			&record.Fault{Seq: e.Seq,
				What: lang.Sayf("quyết định số %d không ở dạng chuẩn của một quyết định",
					"decision %d is not in the canonical form of a decision", e.Seq), Mend: restore()}
	}
	return d, nil
}

// redo applies the decision of an entry to what there is so far.
func (s *Snapshot) redo(d scoring.Decision, e record.Entry) *record.Fault {
	next, err := scoring.Replay(s.State, d)
	if err != nil {
		return &record.Fault{Seq: e.Seq,
			What: lang.Sayf("quyết định số %d trái quy định: %s", "decision %d breaks a rule: %s", e.Seq, Say(err)),
			Mend: restore()}
	}
	s.State = next
	s.Log = append(s.Log, Entry{Decision: next.Last(), Body: e.Body, Hash: e.Hash})
	return nil
}
