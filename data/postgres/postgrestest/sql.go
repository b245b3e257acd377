package postgrestest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
)

// Exec carries out statements in a database as its owner.
func (s *Server) Exec(t testing.TB, database string, statements ...string) {
	t.Helper()
	for _, sql := range statements {
		if err := s.Try(User, database, sql); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
	}
}

// Try carries out a statement in a database as some role.
func (s *Server) Try(role, database, sql string) error {
	_, err := s.read(role, database, sql)
	return err
}

// Text is the first value of what a statement gives, empty for none.
func (s *Server) Text(t testing.TB, database, sql string) string {
	t.Helper()
	r, err := s.read(User, database, sql)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	if len(r) == 0 || len(r[0].Rows) == 0 {
		return ""
	}
	return string(r[0].Rows[0][0])
}

func (s *Server) read(role, database, sql string) ([]*pgconn.Result, error) {
	ctx := context.Background()
	c, err := pgconn.Connect(ctx, strings.Replace(s.Address(database), User+"@", role+"@", 1)+"?sslmode=disable")
	if err != nil {
		return nil, err
	}
	defer c.Close(ctx)
	return c.Exec(ctx, sql).ReadAll()
}

// AskPassword makes the server ask a role for its password.
func (s *Server) AskPassword(t testing.TB, role string) {
	t.Helper()
	file := filepath.Join(s.data(), "pg_hba.conf")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	line := fmt.Sprintf("host all %s 127.0.0.1/32 scram-sha-256\n", role)
	if err := os.WriteFile(file, append([]byte(line), text...), 0o600); err != nil {
		t.Fatal(err)
	}
	s.Exec(t, "postgres", `SELECT pg_reload_conf()`)
}
