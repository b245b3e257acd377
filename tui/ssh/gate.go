package ssh

import (
	"net"
	"net/netip"
	"slices"
	"sync"
	"time"
)

// gate bounds the connections of those who have not said yet who they are. One too many puts out the oldest: of its own
// address if that has many, else of the address that has most. Whoever signs in at once is never the oldest for long.
type gate struct {
	lobby    *lobby        // where those go who have said it
	patience time.Duration // for the other side to take what is sent

	mu      sync.Mutex
	waiting []*wire // oldest first
}

const (
	mostWaiting   = 300 // in all
	mostByAddress = 100 // many people may share one address: that of a room's router

	helloTime  = 10 * time.Second // to agree on keys
	signInTime = 2 * time.Minute  // then, to find the passcode and type it

	sendBuffer = 64 << 10 // bytes that the system keeps for a connection that takes its time: a few pictures
)

// wire is a connection with its limits of time.
type wire struct {
	net.Conn
	gate *gate
	from netip.Addr

	// In the lobby, whose lock guards them.
	guest string
	late  *time.Timer // nil: not there
}

// enter lets a connection wait for its sign-in. Until keys are agreed on it has little time.
func (g *gate) enter(c net.Conn) *wire {
	w := &wire{Conn: c, gate: g, from: addrOf(c.RemoteAddr())}
	if tcp, ok := c.(*net.TCPConn); ok {
		_ = tcp.SetWriteBuffer(sendBuffer) // or as the system likes
	}
	g.mu.Lock()
	g.waiting = append(g.waiting, w)
	out := g.surplus(w)
	g.mu.Unlock()
	if out != nil {
		out.Close()
	}
	return w
}

// surplus is the connection that has to give way, if any. The caller holds mu.
func (g *gate) surplus(w *wire) *wire {
	counts := map[netip.Addr]int{}
	most := w.from
	for _, o := range g.waiting {
		counts[o.from]++
		if counts[o.from] > counts[most] {
			most = o.from
		}
	}
	switch {
	case counts[w.from] > mostByAddress:
		most = w.from
	case len(g.waiting) <= mostWaiting:
		return nil
	}
	return g.waiting[slices.IndexFunc(g.waiting, func(o *wire) bool { return o.from == most })]
}

// through takes a connection off the list: it has signed in, or ended.
func (g *gate) through(w *wire) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if i := slices.Index(g.waiting, w); i >= 0 {
		g.waiting = slices.Delete(g.waiting, i, i+1)
	}
}

// Close ends the connection.
func (w *wire) Close() error {
	w.gate.through(w)
	w.gate.lobby.leave(w)
	return w.Conn.Close()
}

// Write sends, or gives up when the other side takes nothing.
func (w *wire) Write(p []byte) (int, error) {
	if err := w.SetWriteDeadline(time.Now().Add(w.gate.patience)); err != nil {
		return 0, err
	}
	return w.Conn.Write(p)
}

// within sets by when something more must have come.
func (w *wire) within(d time.Duration) error { return w.SetReadDeadline(time.Now().Add(d)) }

func addrOf(a net.Addr) netip.Addr {
	if tcp, ok := a.(*net.TCPAddr); ok {
		return tcp.AddrPort().Addr().Unmap()
	}
	return netip.Addr{}
}
