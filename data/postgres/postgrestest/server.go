// Package postgrestest makes throw-away PostgreSQL servers for tests: each in a folder of its own, on a free port of
// this machine, with fsync on, ended with the test. Where PostgreSQL is not installed the tests say that they are left
// out.
package postgrestest

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// User is who owns every server here; nobody asks for a password.
const User = "thidua"

// Server is a PostgreSQL server.
type Server struct {
	Port int

	bin, folder string
	settings    []string
	process     *process
}

// Find is the folder with PostgreSQL's programs; empty where it is not installed.
func Find() string {
	folders, _ := filepath.Glob("/usr/lib/postgresql/*/bin")
	slices.Reverse(folders) // the newest first, as far as names tell
	if p, err := exec.LookPath("initdb"); err == nil {
		if p, err = filepath.EvalSymlinks(p); err == nil {
			folders = append([]string{filepath.Dir(p)}, folders...)
		}
	}
	for _, f := range folders {
		if _, err := os.Stat(filepath.Join(f, "postgres")); err == nil {
			return f
		}
	}
	return ""
}

// Start makes a server that ends with the test. Settings are lines of postgresql.conf.
func Start(t testing.TB, settings ...string) *Server {
	t.Helper()
	bin := Find()
	if bin == "" {
		t.Skip("left out: PostgreSQL is not installed (Debian: postgresql), so nothing was tried on a database")
	}
	s, err := start(bin, settings)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.end)
	return s
}

func start(bin string, settings []string) (s *Server, err error) {
	s = &Server{bin: bin, settings: settings}
	if s.folder, err = newFolder(); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			s.end()
		}
	}()
	if err := s.run("initdb", "-D", s.data(), "-U", User, "--auth=trust", "--encoding=UTF8", "--locale=C",
		"--no-sync"); err != nil {
		return nil, err
	}
	return s, s.begin()
}

// begin gives the server a port and starts it. A port that somebody else has taken meanwhile gives way to another.
func (s *Server) begin() (err error) {
	for range 5 {
		if s.Port, err = freePort(); err == nil {
			err = s.up()
		}
		if err == nil {
			return nil
		}
	}
	return err
}

func (s *Server) data() string { return filepath.Join(s.folder, "data") }

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	return l.Addr().(*net.TCPAddr).Port, l.Close()
}

// run carries out one of PostgreSQL's programs.
func (s *Server) run(program string, args ...string) error {
	cmd := exec.Command(filepath.Join(s.bin, program), args...)
	cmd.Dir = s.folder
	if err := asOwner(cmd); err != nil {
		return err
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", program, err, out)
	}
	return nil
}

// up starts the server on its port and waits until it answers.
func (s *Server) up() error {
	args := []string{"-D", s.data(), "-p", strconv.Itoa(s.Port), "-k", s.folder}
	for _, set := range append([]string{"listen_addresses=127.0.0.1", "fsync=on", "max_wal_senders=5",
		"max_connections=200", "log_min_messages=warning"}, s.settings...) {
		args = append(args, "-c", set)
	}
	cmd := exec.Command(filepath.Join(s.bin, "postgres"), args...)
	cmd.Dir = s.folder
	log, err := os.OpenFile(filepath.Join(s.folder, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer log.Close()
	cmd.Stdout, cmd.Stderr = log, log
	if err := asOwner(cmd); err != nil {
		return err
	}
	if s.process, err = startProcess(cmd); err != nil {
		return err
	}
	const patience = 30 * time.Second
	for end := time.Now().Add(patience); time.Now().Before(end); {
		select {
		case <-s.process.ended:
			text, _ := os.ReadFile(log.Name())
			return fmt.Errorf("postgres ended: %s", text)
		default:
		}
		if s.answers() == nil {
			return nil
		}
		time.Sleep(10 * time.Millisecond)
	}
	return fmt.Errorf("postgres does not answer on port %d", s.Port)
}

func (s *Server) answers() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	c, err := pgconn.Connect(ctx, s.Address("postgres")+"?sslmode=disable")
	if err != nil {
		return err
	}
	return c.Close(ctx)
}

// Address is the address of a database, without parameters.
func (s *Server) Address(database string) string {
	return fmt.Sprintf("postgres://%s@127.0.0.1:%d/%s", User, s.Port, database)
}

// NewDatabase makes an empty database and gives its address.
func (s *Server) NewDatabase(t testing.TB) string {
	t.Helper()
	name := fmt.Sprintf("t%d", time.Now().UnixNano())
	s.Exec(t, "postgres", "CREATE DATABASE "+name)
	return s.Address(name)
}

// Kill ends the server at once, as a power loss would.
func (s *Server) Kill() { s.process.kill() }

// Restart starts the server again on the same port after it was killed or stopped.
func (s *Server) Restart(t testing.TB) {
	t.Helper()
	err := s.up()
	for try := 0; err != nil && try < 100; try++ { // what the dead one had started may not have ended yet
		time.Sleep(50 * time.Millisecond)
		err = s.up()
	}
	if err != nil {
		t.Fatal(err)
	}
}

// end ends the server and takes its folder away.
func (s *Server) end() {
	if s.process != nil {
		s.process.stop()
	}
	_ = os.RemoveAll(s.folder)
}
