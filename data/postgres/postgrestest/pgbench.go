package postgrestest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Pgbench is how many transactions of one insert of 300 bytes the database's own pgbench makes in a second, with so
// many clients, for so many seconds.
func (s *Server) Pgbench(t testing.TB, clients, seconds int) float64 {
	t.Helper()
	program := filepath.Join(s.bin, "pgbench")
	if _, err := os.Stat(program); err != nil {
		t.Skip("pgbench is not installed")
	}
	s.Exec(t, "postgres", `DROP TABLE IF EXISTS inserts`, `CREATE TABLE inserts (n bigserial PRIMARY KEY, body text)`)
	script := filepath.Join(t.TempDir(), "insert.sql")
	sql := "INSERT INTO inserts (body) VALUES ('" + strings.Repeat("x", 300) + "');\n"
	if err := os.WriteFile(script, []byte(sql), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "-n", "-M", "prepared", "-f", script, "-c", strconv.Itoa(clients), "-T",
		strconv.Itoa(seconds), "-h", "127.0.0.1", "-p", strconv.Itoa(s.Port), "-U", User, "postgres")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("pgbench: %v\n%s", err, out)
	}
	_, behind, _ := strings.Cut(string(out), "tps = ")
	var tps float64
	if _, err := fmt.Sscan(behind, &tps); err != nil {
		t.Fatalf("pgbench says %s", out)
	}
	return tps
}
