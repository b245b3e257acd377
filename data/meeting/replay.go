package meeting

import (
	"context"
	"runtime"
	"sync"

	"thidua/data/decision"
	"thidua/data/record"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Replay folds entries into a snapshot and reports what is wrong with them: the chain, the canonical form, the
// decisions themselves, the rules. Where there is a fault, all are reported; the snapshot is then what could be made of
// the entries. The rules are tried only as far as no entry is missing: behind a gap most would seem broken that are
// not.
func Replay(entries []record.Entry) (*Snapshot, []record.Fault) {
	snap, faults, _ := replay(func(take func(record.Entry)) error {
		for _, e := range entries {
			take(e)
		}
		return nil
	})
	return snap, faults
}

// ReplayAll is Replay of all that a store holds. The error is the store's; what could be read is replayed all the same.
func ReplayAll(ctx context.Context, kept record.Store) (*Snapshot, []record.Fault, error) {
	return replay(func(take func(record.Entry)) error { return kept.Each(ctx, 1, take) })
}

// share is how many entries are read again at a time, and ahead how many such shares are under way at most.
const share, ahead = 64, 16

// batch is some entries on their way from the store to the snapshot.
type batch struct {
	entries []record.Entry
	last    string // the hash of the entry before them
	read    []reading
	done    chan struct{} // closed once they are read again
}

// reading is an entry as it was read: a decision, or what is wrong with it.
type reading struct {
	decision scoring.Decision
	fault    *record.Fault
	follows  bool // its hash is that of its body after the entry before it
}

// replay takes entries as each hands them out. To make decisions of them takes longest and each is a matter of itself,
// so all processors share in it, while the next are read and those before are folded, in their order.
func replay(each func(take func(record.Entry)) error) (*Snapshot, []record.Fault, error) {
	work, inOrder := make(chan *batch, ahead), make(chan *batch, ahead)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			var codec decision.Codec
			for b := range work {
				b.reread(&codec)
				close(b.done)
			}
		})
	}
	var out replayed
	wg.Go(func() {
		for b := range inOrder {
			<-b.done
			out.fold(b)
		}
	})
	last, b := "", new(batch)
	pass := func() {
		b.done = make(chan struct{})
		inOrder <- b
		work <- b
		b = &batch{last: last}
	}
	err := each(func(e record.Entry) {
		b.entries = append(b.entries, e)
		if last = e.Hash; len(b.entries) == share {
			pass()
		}
	})
	pass()
	close(work)
	close(inOrder)
	wg.Wait()
	snap, faults := out.result(err == nil)
	return snap, faults, err
}

// reread makes decisions of the entries.
func (b *batch) reread(codec *decision.Codec) {
	b.read = make([]reading, len(b.entries))
	last := b.last
	for i := range b.entries {
		e, r := &b.entries[i], &b.read[i]
		r.decision, r.fault = reread(codec, *e)
		r.follows = e.Follows(last)
		last = e.Hash
	}
}

// replayed is what has become of the entries so far.
type replayed struct {
	snap    Snapshot
	entries []record.Entry
	faults  []record.Fault
	unsound bool // the entries are no whole chain of decisions in canonical form
}

// fold applies the entries that come next.
func (p *replayed) fold(b *batch) {
	for i, e := range b.entries {
		r := &b.read[i]
		p.entries = append(p.entries, e)
		if e.Seq != len(p.entries) || r.fault != nil || !r.follows {
			p.unsound = true
		}
		fault := r.fault
		if fault == nil && e.Seq == p.snap.Seq()+1 {
			fault = p.snap.redo(r.decision, e)
		}
		if fault != nil {
			p.faults = append(p.faults, *fault)
		}
	}
}

// result is the snapshot, and what is wrong: of what is no sound chain record.Check says more. whole says that the
// entries are all there are.
func (p *replayed) result(whole bool) (*Snapshot, []record.Fault) {
	faults := p.faults
	if p.unsound {
		faults = append(record.Check(p.entries), faults...)
	}
	if len(p.entries) == 0 && whole {
		faults = append(faults,
			record.Fault{Seq: 1, What: lang.Text{VI: "nhật ký trống", EN: "the record is empty"}, Mend: restore()})
	}
	return &p.snap, faults
}
