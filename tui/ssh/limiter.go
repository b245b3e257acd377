package ssh

import (
	"net"
	"net/netip"
	"slices"
	"sync"
	"time"
)

// connLimiter bounds the connections of those who have not said yet who they are. One too many puts out the oldest: of
// its own address if that has many, else of the address that has most. Whoever signs in at once is never the oldest for
// long.
type connLimiter struct {
	pending      *pending      // where those wait who have said it
	writeTimeout time.Duration // for the other side to take what is sent

	mu      sync.Mutex
	waiting []*limitedConn // oldest first
}

const (
	mostWaiting   = 300 // in all
	mostByAddress = 100 // many people may share one address: that of a room's router

	handshakeTimeout = 10 * time.Second // to agree on keys
	signInTimeout    = 2 * time.Minute  // then, to find the passcode and type it

	sendBuffer = 64 << 10 // bytes that the system keeps for a connection that takes its time: a few pictures
)

// limitedConn is a connection with its limits of time.
type limitedConn struct {
	net.Conn
	limiter *connLimiter
	from    netip.Addr

	// While pending, whose lock guards them.
	guestID string
	timer   *time.Timer // nil: not there
}

// add lets a connection wait for its sign-in. Until keys are agreed on it has little time.
func (l *connLimiter) add(c net.Conn) *limitedConn {
	conn := &limitedConn{Conn: c, limiter: l, from: addrOf(c.RemoteAddr())}
	if tcp, ok := c.(*net.TCPConn); ok {
		_ = tcp.SetWriteBuffer(sendBuffer) // or as the system likes
	}
	l.mu.Lock()
	l.waiting = append(l.waiting, conn)
	out := l.surplus(conn)
	l.mu.Unlock()
	if out != nil {
		out.Close()
	}
	return conn
}

// surplus is the connection that has to give way, if any. The caller holds mu.
func (l *connLimiter) surplus(conn *limitedConn) *limitedConn {
	counts := map[netip.Addr]int{}
	most := conn.from
	for _, o := range l.waiting {
		counts[o.from]++
		if counts[o.from] > counts[most] {
			most = o.from
		}
	}
	switch {
	case counts[conn.from] > mostByAddress:
		most = conn.from
	case len(l.waiting) <= mostWaiting:
		return nil
	}
	return l.waiting[slices.IndexFunc(l.waiting, func(o *limitedConn) bool { return o.from == most })]
}

// remove takes a connection off the list: it has signed in, or ended.
func (l *connLimiter) remove(conn *limitedConn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if i := slices.Index(l.waiting, conn); i >= 0 {
		l.waiting = slices.Delete(l.waiting, i, i+1)
	}
}

// Close ends the connection.
func (c *limitedConn) Close() error {
	c.limiter.remove(c)
	c.limiter.pending.remove(c)
	return c.Conn.Close()
}

// Write sends, or gives up when the other side takes nothing.
func (c *limitedConn) Write(p []byte) (int, error) {
	if err := c.SetWriteDeadline(time.Now().Add(c.limiter.writeTimeout)); err != nil {
		return 0, err
	}
	return c.Conn.Write(p)
}

// readWithin sets by when something more must have come.
func (c *limitedConn) readWithin(d time.Duration) error { return c.SetReadDeadline(time.Now().Add(d)) }

func addrOf(a net.Addr) netip.Addr {
	if tcp, ok := a.(*net.TCPAddr); ok {
		return tcp.AddrPort().Addr().Unmap()
	}
	return netip.Addr{}
}
