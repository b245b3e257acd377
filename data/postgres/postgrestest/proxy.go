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
	way   Way
	left  int // bytes that still go through that way; -1: all do
	cut   func()
}

// NewProxy is a proxy before a server, which lets everything through to begin with. It ends with the test.
func (s *Server) NewProxy(t testing.TB) *Proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &Proxy{listener: l, to: fmt.Sprintf("127.0.0.1:%d", s.Port), left: -1, conns: map[net.Conn]bool{}}
	t.Cleanup(p.end)
	go p.serve()
	return p
}

// Port is where it listens.
func (p *Proxy) Port() int { return p.listener.Addr().(*net.TCPAddr).Port }

// CutAfter has all connections cut once so many bytes have gone one way from now on. cut is called just before.
func (p *Proxy) CutAfter(way Way, n int, cut func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.way, p.left, p.cut = way, n, cut
}

// LetThrough takes back what was asked for; false where the connections have been cut already.
func (p *Proxy) LetThrough() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	was := p.left
	p.left = -1
	return was >= 0
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
		through, last := p.pass(way, n)
		if _, err := to.Write(buffer[:through]); err != nil || last {
			return
		}
	}
}

// pass is how many of n bytes go through; last is that the connection is cut behind them.
func (p *Proxy) pass(way Way, n int) (through int, last bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.left < 0 || p.way != way {
		return n, false
	}
	if n < p.left {
		p.left -= n
		return n, false
	}
	through, p.left = p.left, -1
	p.cut()
	return through, true
}

func (p *Proxy) drop(conns ...net.Conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range conns {
		c.Close()
		delete(p.conns, c)
	}
}

func (p *Proxy) end() {
	p.listener.Close()
	p.mu.Lock()
	defer p.mu.Unlock()
	for c := range p.conns {
		c.Close()
	}
}
