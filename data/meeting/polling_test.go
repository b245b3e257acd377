package meeting_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"thidua/data/meeting"
	"thidua/data/postgres/postgrestest"
	"thidua/scoring"
)

// TestHostsWithoutListen: where a database does not know LISTEN, the hosts hear of each other's decisions and ballots
// by asking.
func TestHostsWithoutListen(t *testing.T) {
	server := shared.Start(t)
	proxy := server.NewProxy(t)
	var refused atomic.Int64
	proxy.CutWhere(func(_ postgrestest.Way, chunk []byte) (int, bool) {
		if at := bytes.Index(chunk, []byte("LISTEN thidua")); at >= 0 {
			copy(chunk[at:], "LISTER")
			refused.Add(1)
		}
		return len(chunk), false
	})
	o := &office{t: t, server: server}
	o.name = fmt.Sprintf("%s?sslmode=disable&meeting=x", strings.Replace(server.NewDatabase(t),
		fmt.Sprintf(":%d/", server.Port), fmt.Sprintf(":%d/", proxy.Port()), 1))
	o.join(2)
	opened := o.open(0, true)
	for i, unit := range o.units {
		if err := errors.Join(o.cast(i%2, unit, scoring.For), o.settled(i%2, unit)); err != nil {
			t.Fatal(err)
		}
	}
	o.shows(0, func(f *meeting.Floor) bool { in, of := f.Poll.Progress(); return in == of })
	s, err := o.count(1, opened, nil)
	if err != nil {
		t.Fatal(err)
	}
	until(t, o.all[0], func(n *meeting.Snapshot) bool { return n.Fingerprint() == s.Fingerprint() })
	o.shows(0, func(f *meeting.Floor) bool { return f.Poll == nil })
	if refused.Load() < 2 {
		t.Errorf("LISTEN was refused %d times", refused.Load())
	}
}
