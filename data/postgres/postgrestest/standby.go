package postgrestest

import (
	"fmt"
	"strconv"
	"testing"
	"time"
)

// NewStandby makes a synchronous standby of a server: what the server acknowledges from then on the standby has on
// disk too. It ends with the test.
func (s *Server) NewStandby(t testing.TB) *Server {
	t.Helper()
	b := &Server{bin: s.bin, settings: s.settings}
	var err error
	if b.folder, err = newFolder(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.end)
	if err := b.run("pg_basebackup", "-D", b.data(), "-h", "127.0.0.1", "-p", strconv.Itoa(s.Port), "-U", User, "-R",
		"-X", "stream", "-c", "fast", "--no-sync"); err != nil {
		t.Fatal(err)
	}
	if err := b.begin(); err != nil {
		t.Fatal(err)
	}
	s.Exec(t, "postgres", `ALTER SYSTEM SET synchronous_standby_names = '*'`, `SELECT pg_reload_conf()`)
	const patience = 30 * time.Second
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		if s.Text(t, "postgres", `SELECT sync_state FROM pg_stat_replication`) == "sync" {
			return b
		}
		if time.Now().After(end) {
			t.Fatal("the standby does not become synchronous")
		}
	}
}

// Promote makes a standby the server that takes decisions.
func (s *Server) Promote(t testing.TB) {
	t.Helper()
	s.Exec(t, "postgres", `SELECT pg_promote()`)
}

// AddressWith is the address of a database of this server or of another, whichever takes decisions.
func (s *Server) AddressWith(other *Server, database string) string {
	return fmt.Sprintf("postgres://%s@127.0.0.1:%d,127.0.0.1:%d/%s", User, s.Port, other.Port, database)
}
