// Package meeting holds the live meeting: one owner of the state, who takes decisions one after the other, waits until
// each is on disk, and only then shows it to anyone.
//
// What is promised: a snapshot that anybody has seen is in the record; a decision that Propose refused, or could not
// write, is in neither. A subscriber always gets the newest snapshot and may miss the ones between; nobody who is slow
// holds up anybody else.
package meeting

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"thidua/data/decision"
	"thidua/data/record"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Meeting is a meeting that is open in this process. Its methods may be called by any number of goroutines.
type Meeting struct {
	clock func() time.Time

	mu    sync.Mutex // held while a decision is made: one at a time, in order
	store record.Store
	done  bool

	name     string               // of the meeting, for errors
	shared   record.Shared        // the store, where others write to it as well; else nil
	skew     func() time.Duration // how far the store's clock is before this machine's; nil: it has none
	life     context.Context      // ends when the meeting is closed here
	stop     context.CancelFunc   // ends it
	together                      // the ballots of its votes, where other hosts take them too

	shown feed[*Snapshot] // what everybody sees
}

// Entry is a decision of the record, with its hash.
type Entry struct {
	*scoring.Decision
	Body []byte // canonical JSON
	Hash string
}

// Snapshot is the meeting at one moment. Nothing in it ever changes, so that screens share it.
type Snapshot struct {
	scoring.State
	Log  []Entry // all decisions, oldest first: Log[0] has Seq 1
	Away error   // why nothing can be recorded just now, where the store cannot be reached; nil: it can

	Ballots Whereabouts // of the vote that is open, if one is
}

// Fingerprint is the hash of the last decision: it stands for the whole record.
func (s *Snapshot) Fingerprint() string {
	if len(s.Log) == 0 {
		return ""
	}
	return s.Log[len(s.Log)-1].Hash
}

// Saved is the moment of the last decision.
func (s *Snapshot) Saved() time.Time {
	if len(s.Log) == 0 {
		return time.Time{}
	}
	return s.Log[len(s.Log)-1].At
}

// Proposal is what somebody wants decided: all of it or nothing.
type Proposal struct {
	By   string        // who proposes it; for acts that do not say themselves
	Acts []scoring.Act // in order
	At   []time.Time   // when, by act; missing or zero: now
	Bys  []string      // who, by act; missing or empty: By
	Who  *Who          // whose rights it is made with; nil: those of the host's own keyboard
	Seen int           // the newest decision that its author had on screen; 0: not said, and nothing is stale

	Among []string // with the opening of a vote on a place in an order: who can be voted for
	Count *Count   // in place of Acts: a vote that several hosts take is counted
}

// Batch makes one proposal of decisions that were read from files; by stands in where a decision does not say who.
func Batch(by string, items []decision.Item) Proposal {
	p := Proposal{By: by}
	for _, it := range items {
		p.Acts = append(p.Acts, it.Act)
		p.At = append(p.At, it.At)
		p.Bys = append(p.Bys, it.By)
	}
	return p
}

// Refused is a batch of which some decisions were refused; nothing of it was recorded.
type Refused struct{ Acts []RefusedAct }

// RefusedAct is one decision of a batch that a rule refused.
type RefusedAct struct {
	Index int // in the batch
	Err   error
}

func (r *Refused) Error() string { return r.In(lang.EN) }

// In says why the first act was refused, and how many others were.
func (r *Refused) In(l lang.Lang) string {
	first := Say(r.Acts[0].Err).In(l)
	if n := len(r.Acts) - 1; n > 0 {
		return lang.Sayf("%s (và %d quyết định khác)", "%s (and %d more)", first, n).In(l)
	}
	return first
}

// Unwrap gives the first refusal.
func (r *Refused) Unwrap() error { return r.Acts[0].Err }

// Say is an error in words for people: its own where it has them, else what Go says.
func Say(err error) lang.Sayer {
	var s lang.Sayer
	if errors.As(err, &s) {
		return s
	}
	return lang.Both(err.Error())
}

// ErrOver is what a meeting says that was closed in this process already.
var ErrOver error = lang.Errorf("cuộc họp đã đóng ở đây; mở lại cuộc họp rồi ghi lại",
	"the meeting is not open here any more; open it again, then repeat")

// Propose makes decisions, in order, all or none: it checks them against the rules, writes them, and returns the
// snapshot with them when they are on disk. The error is a *Refused where a rule said no; any other error means that
// the record could not be written, and then too nothing is decided: it may be tried again. Whose rights do not reach,
// and who changes what somebody else has changed meanwhile, is refused likewise.
//
// Where another host has recorded something at the same moment the proposal is judged anew, for what the meeting is
// then. While the store is away it waits; ended by ctx meanwhile the error is record.ErrAway, or record.ErrDoubt: then
// nobody knows whether it was recorded.
func (m *Meeting) Propose(ctx context.Context, p Proposal) (*Snapshot, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.done {
		return nil, ErrOver
	}
	ctx, cancel := m.untilOver(ctx)
	defer cancel()
	for tries := 0; ; tries++ {
		snap := m.Snapshot()
		next, err := m.decide(ctx, snap, p)
		if err == nil {
			m.publish(next)
			m.ballotsBegin(next, p)
			return m.Snapshot(), nil
		}
		if refused := (*Refused)(nil); errors.As(err, &refused) && m.shared != nil && tries == 0 && m.hears(ctx, snap) {
			continue // what is refused is refused for what the meeting is now
		}
		if m.shared == nil || !errors.Is(err, record.ErrConflict) {
			return nil, err
		}
		// what cannot be read because the store is away is read later: until it is back the next append waits
		if err := m.readOn(ctx); err != nil && !errors.Is(err, record.ErrAway) {
			return nil, err
		}
	}
}

// decide makes the decisions of a proposal that continue a snapshot, and writes them.
func (m *Meeting) decide(ctx context.Context, snap *Snapshot, p Proposal) (*Snapshot, error) {
	p, beside, err := m.count(ctx, snap, p)
	if err != nil {
		return nil, err
	}
	if err := snap.allows(p); err != nil {
		return nil, err
	}
	state, decisions, err := fold(snap.State, p, m.clock)
	if err != nil {
		return nil, err
	}
	if m.ballots != nil && p.Count == nil {
		if beside, err = m.besides(ctx, snap, p, decisions); err != nil {
			return nil, err
		}
	}
	entries, err := encode(decisions, snap.Fingerprint())
	if err != nil {
		return nil, err
	}
	if len(beside) > 0 {
		err = m.ballots.AppendBeside(ctx, entries, beside...)
	} else {
		err = m.store.Append(ctx, entries)
	}
	if err != nil {
		return nil, err
	}
	next := &Snapshot{State: state, Log: snap.Log}
	for i, e := range entries {
		next.Log = append(next.Log, Entry{Decision: decisions[i], Body: e.Body, Hash: e.Hash})
	}
	return next, nil
}

// Try says whether a proposal would be taken as the meeting stands here. The error is a *Refused, and names every act
// that would be refused. Nothing is written: who is told no this way has not touched the record.
func (s *Snapshot) Try(p Proposal) error {
	_, _, err := fold(s.State, p, time.Now)
	return err
}

// After is the meeting as it would stand with a proposal. The error is that of Try; nothing is written.
func (s *Snapshot) After(p Proposal) (scoring.State, error) {
	after, _, err := fold(s.State, p, time.Now)
	return after, err
}

// fold tries a proposal out. Where an act is refused the rest is still tried, so that all refusals are known at once.
func fold(s scoring.State, p Proposal, clock func() time.Time) (scoring.State, []*scoring.Decision, error) {
	var decisions []*scoring.Decision
	var refused Refused
	for i, act := range p.Acts {
		d := scoring.Decision{Act: act, By: p.By}
		if i < len(p.Bys) && p.Bys[i] != "" {
			d.By = p.Bys[i]
		}
		if i < len(p.At) {
			d.At = p.At[i]
		}
		if d.At.IsZero() {
			d.At = after(s.Last(), clock().Truncate(time.Second))
		}
		next, err := scoring.Apply(s, d)
		if err != nil {
			refused.Acts = append(refused.Acts, RefusedAct{i, err})
			continue
		}
		s = next
		decisions = append(decisions, s.Last())
	}
	if len(refused.Acts) > 0 {
		return s, nil, &refused
	}
	return s, decisions, nil
}

// after is a time that is not before the last decision's by as little as the clocks of two hosts, or a clock that is
// set right, may make it.
func after(last *scoring.Decision, now time.Time) time.Time {
	const little = 2 * time.Second
	if last != nil && now.Before(last.At) && last.At.Sub(now) <= little {
		return last.At
	}
	return now
}

// encode writes decisions as entries that continue a record.
func encode(decisions []*scoring.Decision, head string) ([]record.Entry, error) {
	entries := make([]record.Entry, len(decisions))
	var codec decision.Codec
	for i, d := range decisions {
		body, err := codec.Encode(*d)
		if err != nil {
			return nil, fmt.Errorf("decision %d: %w", d.Seq, err)
		}
		head = record.Chain(head, body)
		entries[i] = record.Entry{Seq: d.Seq, Body: body, Hash: head}
	}
	return entries, nil
}

// Close ends the meeting in this process: the record is complete and in one file again. Subscribers' channels are
// closed.
func (m *Meeting) Close() error {
	m.stop()
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.done {
		return nil
	}
	m.done = true
	m.shown.end()
	return m.store.Close()
}
