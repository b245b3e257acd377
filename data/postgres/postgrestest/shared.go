package postgrestest

import (
	"sync"
	"testing"
)

// Shared is a server that all tests of a program have together. Whoever makes one calls End in TestMain.
type Shared struct {
	once   sync.Once
	server *Server
	err    error
}

// Start gives the server, and makes it when it is first asked for.
func (s *Shared) Start(t testing.TB) *Server {
	t.Helper()
	bin := Find()
	if bin == "" {
		t.Skip("left out: PostgreSQL is not installed (Debian: postgresql), so nothing was tried on a database")
	}
	s.once.Do(func() { s.server, s.err = start(bin, nil) })
	if s.err != nil {
		t.Fatal(s.err)
	}
	return s.server
}

// End ends the server, if there is one.
func (s *Shared) End() {
	if s.server != nil {
		s.server.end()
	}
}
