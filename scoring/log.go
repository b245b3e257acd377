package scoring

// entry is the record so far, newest decision first. A jump over many lies beside the step to the one before, so that
// any decision is found in a number of steps that hardly grows with the record: the jumps are those of a skew-binary
// list. It is persistent, as all of a state: to add a decision writes to nothing that was there.
type entry struct {
	dec        Decision
	prev, jump *entry // nil: before the first
}

// follow puts a decision at the end of the record.
func (e *entry) follow(d Decision) *entry {
	next := &entry{dec: d, prev: e, jump: e}
	if over := e.over(); e.seq()-over.seq() == over.seq()-over.over().seq() {
		next.jump = over.over()
	}
	return next
}

// seq is the number of the newest decision, 0 before the first.
func (e *entry) seq() int {
	if e == nil {
		return 0
	}
	return e.dec.Seq
}

// over is where the jump leads, nil before the first.
func (e *entry) over() *entry {
	if e == nil {
		return nil
	}
	return e.jump
}

// find is the decision of a number, nil if there is none, and how many steps back it took.
func (e *entry) find(seq int) (d *Decision, steps int) {
	for ; e != nil && e.dec.Seq > seq; steps++ {
		if e.jump.seq() >= seq {
			e = e.jump
		} else {
			e = e.prev
		}
	}
	if e == nil || e.dec.Seq != seq {
		return nil, steps
	}
	return &e.dec, steps
}
