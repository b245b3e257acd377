package meeting

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"sync"

	"thidua/data/record"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// host is the way of a poll's or box's ballots to where all hosts keep them. What it is given it sends one after the
// other, also while the database is away; what has become of it shows when it is read back.
type host struct {
	m    *Meeting
	vote record.OpenVote

	mu      sync.Mutex
	queue   []func(context.Context) error
	sending map[string]bool // units whose ballot is on its way; true: it is in, and is yet to be read back
	failed  map[string]error
}

func newHost(m *Meeting, o *scoring.Opening) *host {
	return &host{m: m, vote: voteOf(o), sending: map[string]bool{}, failed: map[string]error{}}
}

// Shared reports whether other hosts take its ballots too. It is then counted by a Proposal with a Count.
func (b *slips) Shared() bool { return b.host != nil }

// Sending reports whether a unit's ballot is on its way: it is not in yet.
func (b *slips) Sending(unit string) bool {
	if b.host == nil {
		return false
	}
	b.host.mu.Lock()
	defer b.host.mu.Unlock()
	_, sending := b.host.sending[unit]
	return sending
}

// Failed is why the ballot that a unit sent last is not in; nil: nothing failed.
func (b *slips) Failed(unit string) error {
	if b.host == nil {
		return nil
	}
	b.host.mu.Lock()
	defer b.host.mu.Unlock()
	return b.host.failed[unit]
}

// send has a ballot put in, if one of its unit can be. It holds the slips.
func (b *slips) send(s record.Slip) error {
	if err := b.refuses(s.Unit); err != nil && (s.Own || b.ended || !b.voted[s.Unit]) {
		return err
	}
	h := b.host
	h.mu.Lock()
	if _, sending := h.sending[s.Unit]; sending && s.Own {
		h.mu.Unlock()
		return refusedBallot(lang.Sayf("phiếu của %s đang được gửi", "the ballot of %s is being sent", s.Unit),
			lang.Sayf("xin đợi", "please wait"))
	}
	h.sending[s.Unit] = false
	delete(h.failed, s.Unit)
	h.mu.Unlock()
	h.do(func(ctx context.Context) error {
		err := h.m.ballots.Take(ctx, h.vote, s)
		switch {
		case errors.Is(err, record.ErrBallotIn):
			err = votedAlready(s.Unit)
		case errors.Is(err, record.ErrNoBallots):
			err = ended()
		}
		h.mu.Lock()
		defer h.mu.Unlock()
		if h.sending[s.Unit] = err == nil; err != nil {
			delete(h.sending, s.Unit)
			h.failed[s.Unit] = err
		}
		return err
	})
	return nil
}

func (h *host) withdraw(unit string) {
	h.do(func(ctx context.Context) error { return h.m.ballots.Withdraw(ctx, h.vote, unit) })
}

// mark says that a unit does not vote, or that it does.
func (h *host) mark(unit string, silent bool) {
	h.amend(func(b *beside) {
		marked := map[string]bool{}
		for _, name := range b.Marked {
			marked[name] = true
		}
		if marked[unit] = silent; !silent {
			delete(marked, unit)
		}
		b.Marked = sortedKeys(marked)
	})
}

// papers says what was handed in on paper.
func (h *host) papers(n int, counts map[string]int, spoiled int) {
	counts = maps.Clone(counts)
	h.amend(func(b *beside) { b.Paper, b.Counts, b.Spoil = n, counts, spoiled })
}

func (h *host) amend(change func(*beside)) {
	h.do(func(ctx context.Context) error {
		return h.m.ballots.Amend(ctx, h.vote, func(text []byte) ([]byte, error) {
			var b beside
			if len(text) > 0 {
				if err := json.Unmarshal(text, &b); err != nil {
					return nil, err
				}
			}
			change(&b)
			return json.Marshal(b)
		})
	})
}

// do carries out one thing after the other, and has the ballots looked at after each.
func (h *host) do(f func(context.Context) error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.queue = append(h.queue, f)
	if len(h.queue) > 1 {
		return
	}
	go func() {
		for {
			h.mu.Lock()
			if len(h.queue) == 0 {
				h.mu.Unlock()
				return
			}
			next := h.queue[0]
			h.mu.Unlock()
			_ = next(h.m.life) // a ballot notes what failed; of the rest it shows that nothing has changed
			h.mu.Lock()
			h.queue = h.queue[1:]
			h.mu.Unlock()
			h.m.stir()
			for _, r := range h.m.joined() {
				r.Counted()
			}
		}
	}()
}

// arrived notes whose ballots are in: those that went in from here are not on their way any more.
func (h *host) arrived(voted map[string]bool) {
	if h == nil {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	for unit := range voted {
		if h.sending[unit] {
			delete(h.sending, unit)
		}
	}
}
