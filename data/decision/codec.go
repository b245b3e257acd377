package decision

import (
	"bytes"
	"fmt"
	"time"

	"thidua/data/clean"
	"thidua/data/record"
	"thidua/scoring"
)

// Codec writes and reads decisions as the package's Encode and Decode do. A record has thousands: what is made for one
// serves the next. The zero Codec is ready; it is one goroutine's.
type Codec struct {
	kinds  map[scoring.Kind]bound
	object object
	pairs  pairs
	again  []byte
	zone   zone
}

// bind are the keys of a kind, tied to a blank act.
func (c *Codec) bind(k kind) bound {
	b, ok := c.kinds[k.id()]
	if !ok {
		if b = k.bind(); c.kinds == nil {
			c.kinds = map[scoring.Kind]bound{}
		}
		c.kinds[k.id()] = b
	}
	b.clear()
	return b
}

// Encode writes a decision.
func (c *Codec) Encode(d scoring.Decision) ([]byte, error) {
	body, err := c.append(nil, d)
	if err != nil {
		return nil, fmt.Errorf("write decision %d: %w", d.Seq, err)
	}
	return record.Canonical(body)
}

// Writes reports whether a body is what Encode makes of a decision.
func (c *Codec) Writes(d scoring.Decision, body []byte) bool {
	var err error
	if c.again, err = c.append(c.again[:0], d); err != nil {
		return false
	}
	again, err := record.Canonical(c.again)
	return err == nil && bytes.Equal(again, body)
}

// append writes a decision as JSON, its keys in order.
func (c *Codec) append(out []byte, d scoring.Decision) ([]byte, error) {
	k, err := kindOf(d.Act)
	if err != nil {
		return nil, err
	}
	b := c.bind(k)
	b.set(d.Act)
	c.pairs = append(c.pairs[:0], pair{"seq", d.Seq}, pair{"at", d.At})
	if d.By != "" {
		c.pairs = append(c.pairs, pair{"by", d.By})
	}
	if c.pairs, err = pairsOf(c.pairs, k.id(), b.keys); err != nil {
		return nil, err
	}
	if err := checkPairs(c.pairs); err != nil {
		return nil, err
	}
	return appendObject(out, c.pairs)
}

// Decode reads a decision.
func (c *Codec) Decode(body []byte) (scoring.Decision, error) {
	var d scoring.Decision
	o, err := c.object.parse(body)
	if err != nil {
		return d, err
	}
	c.object = o
	if err := checkBody(body, o); err != nil {
		return d, err
	}
	var at string
	for _, k := range []key{may("seq", (*seq)(&d.Seq)), may("at", (*text)(&at)), may("by", (*text)(&d.By))} {
		if err := o.take(k); err != nil {
			return d, err
		}
	}
	if d.Seq < 1 { // 0 would take whatever number comes next
		return d, unreadable("quyết định không có số", "the decision has no number")
	}
	if d.At, err = c.zone.parse(at); err != nil {
		return d, unreadable("quyết định %d: thời điểm %q không đúng RFC 3339",
			"decision %d: its time %q is not as RFC 3339 has it", d.Seq, clean.Show(at))
	}
	k, err := o.kind()
	if err == nil {
		d.Act, err = o.actOf(c.bind(k))
	}
	if err != nil {
		return d, unreadable("quyết định %d: %s", "decision %d: %s", d.Seq, err)
	}
	return d, nil
}

// zone is the offset from UTC that times were last read in: the library makes one for each time.
type zone struct {
	offset string // as it is written: "+07:00"
	of     *time.Location
}

// parse reads a time as time.Parse does.
func (z *zone) parse(at string) (time.Time, error) {
	cut := len(at) - len("+07:00")
	if z.of == nil || cut < 0 || at[cut:] != z.offset {
		t, err := time.Parse(time.RFC3339Nano, at)
		if err == nil && cut >= 0 && t.Location() != time.UTC && t.Location() != time.Local {
			*z = zone{at[cut:], t.Location()}
		}
		return t, err
	}
	t, err := time.Parse(time.RFC3339Nano, at[:cut]+"Z")
	if err != nil {
		return time.Parse(time.RFC3339Nano, at) // what is wrong is said of the whole
	}
	_, seconds := t.In(z.of).Zone()
	t = t.Add(-time.Duration(seconds) * time.Second)
	if _, here := t.In(time.Local).Zone(); here == seconds {
		return t.In(time.Local), nil
	}
	return t.In(z.of), nil
}
