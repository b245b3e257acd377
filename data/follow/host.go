package follow

import (
	"context"
	"encoding/json"
	"io"

	"thidua/data/meeting"
	"thidua/scoring/lang"
)

// Meeting is what a host needs of its meeting.
type Meeting interface {
	Snapshot() *meeting.Snapshot
	Subscribe(context.Context) <-chan *meeting.Snapshot
}

// Follower is told how far a copy is. Its methods are called by one goroutine at a time each.
type Follower interface {
	Sent(seq int)      // so many decisions were on record, and are on their way
	Confirmed(seq int) // up to this one they are on the copy's disk
	Leaves()           // it goes on purpose
}

// Serve sends a copy the record, from where the copy is, until the copy goes or the context ends. The error says why a
// copy cannot be continued (*Refused), or that it spoke no sense; nil: it has gone.
func Serve(ctx context.Context, m Meeting, in io.Reader, out io.Writer, f Follower) error {
	said := newLines(in, longestHello)
	var h hello
	if err := said.next(&h); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	send := json.NewEncoder(out)
	snap := m.Snapshot()
	if h.Version != version {
		_ = send.Encode(word{Version: version, Newest: snap.Seq()})
		return lang.Errorf("bản sao dùng phiên bản khác", "the copy speaks another version")
	}
	if refused := judge(h.Have, snap.Seq(), hashesOf(snap)); refused != nil {
		_ = send.Encode(word{Version: version, Refused: refused, Newest: snap.Seq()})
		return refused
	}
	sent := 0
	if len(h.Have) > 0 {
		sent = h.Have[0].Seq
	}
	f.Sent(snap.Seq())
	f.Confirmed(sent)
	go func() {
		defer cancel()
		hear(said, f)
	}()
	if send.Encode(word{Version: version, Newest: snap.Seq()}) != nil {
		return nil
	}
	for snaps := m.Subscribe(ctx); ; {
		snap, ok := <-snaps
		if !ok {
			return nil
		}
		f.Sent(snap.Seq())
		for sent < snap.Seq() {
			w := wordOf(snap, sent)
			if send.Encode(w) != nil {
				return nil
			}
			sent += len(w.Entries)
		}
	}
}

// hear takes what a copy confirms until it says nothing more.
func hear(said *lines, f Follower) {
	for {
		var a answer
		if said.next(&a) != nil {
			return
		}
		if a.Leaving {
			f.Leaves()
			return
		}
		f.Confirmed(a.Confirmed)
	}
}

// wordOf is what comes after a decision, as much as goes into one word.
func wordOf(s *meeting.Snapshot, since int) word {
	w := word{Version: version, Newest: s.Seq()}
	size := 0
	for _, e := range s.Log[since:] {
		if size += len(e.Body); len(w.Entries) == mostInWord || len(w.Entries) > 0 && size > fullWord {
			break
		}
		w.Entries = append(w.Entries, entry{e.Seq, string(e.Body), e.Hash})
	}
	return w
}

func hashesOf(s *meeting.Snapshot) func(int) string {
	return func(seq int) string { return s.Log[seq-1].Hash }
}
