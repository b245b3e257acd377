package postgrestest

import (
	"fmt"
	"net"
	"sync"
	"testing"
)

// Way is a direction in which bytes go through a Proxy.
type Way int

// The directions.
const (
	ToServer Way = iota
	ToClient
)

// Proxy stands between a program and a server, and cuts the connection after so many bytes.
type Proxy struct {
	listener net.Listener
	to       string

	mu    sync.Mutex
	conns map[net.Conn]bool
	judge func(way Way, chunk []byte) (through int, cut bool) // nil: all goes through
}

// NewProxy is a proxy before a server, which lets everything through to begin with. It ends with the test.
func (s *Server) NewProxy(t testing.TB) *Proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &Proxy{listener: l, to: fmt.Sprintf("127.0.0.1:%d", s.Port), conns: map[net.Conn]bool{}}
	t.Cleanup(p.end)
	go p.serve()
	return p
}

// Port is where it listens.
func (p *Proxy) Port() int { return p.listener.Addr().(*net.TCPAddr).Port }

// CutAfter has the connection cut once so many bytes have gone one way from now on. cut is called just before.
func (p *Proxy) CutAfter(way Way, n int, cut func()) {
	p.CutWhere(func(w Way, chunk []byte) (int, bool) {
		switch {
		case w != way:
			return len(chunk), false
		case len(chunk) < n:
			n -= len(chunk)
			return len(chunk), false
		}
		cut()
		return n, true
	})
}

// CutWhere has all bytes judged from now on, chunk by chunk as they come: how many go through, and whether the
// connection is cut behind these. After the first cut all goes through again.
func (p *Proxy) CutWhere(judge func(way Way, chunk []byte) (through int, cut bool)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.judge = judge
}

// LetThrough takes back what was asked for; false where the connections have been cut already.
func (p *Proxy) LetThrough() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	was := p.judge
	p.judge = nil
	return was != nil
}

func (p *Proxy) serve() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", p.to)
		if err != nil {
			client.Close()
			continue
		}
		p.mu.Lock()
		p.conns[client], p.conns[server] = true, true
		p.mu.Unlock()
		go p.copy(ToServer, server, client)
		go p.copy(ToClient, client, server)
	}
}

// copy hands bytes on until the connection is cut or ends.
func (p *Proxy) copy(way Way, to, from net.Conn) {
	defer p.drop(to, from)
	buffer := make([]byte, 1<<14)
	for {
		n, err := from.Read(buffer)
		if err != nil {
			return
		}
		through, last := p.pass(way, buffer[:n])
		if _, err := to.Write(buffer[:through]); err != nil || last {
			return
		}
	}
}

// pass is how many bytes go through; last is that the connection is cut behind them.
func (p *Proxy) pass(way Way, chunk []byte) (through int, last bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.judge == nil {
		return len(chunk), false
	}
	if through, last = p.judge(way, chunk); last {
		p.judge = nil
	}
	return through, last
}

func (p *Proxy) drop(conns ...net.Conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range conns {
		c.Close()
		delete(p.conns, c)
	}
}

// Refuse takes no connections any more: the server cannot be reached through it. Those that are open stay.
func (p *Proxy) Refuse() { p.listener.Close() }

func (p *Proxy) end() {
	p.listener.Close()
	p.mu.Lock()
	defer p.mu.Unlock()
	for c := range p.conns {
		c.Close()
	}
}
