package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"strings"
	"testing"

	"thidua/data/postgres"
	"thidua/data/postgres/postgrestest"
	"thidua/data/record"
	"thidua/data/record/recordtest"
	"thidua/scoring/lang"
)

// refuses opens a meeting for reading and for writing and fails unless both are refused for that reason.
func refuses(t *testing.T, name string, want error, saying string) {
	t.Helper()
	for what, open := range map[string]func(context.Context, string) (*postgres.Store, error){
		"reader": postgres.OpenReader, "writer": postgres.OpenWriter} {
		s, err := open(t.Context(), name)
		if err == nil {
			s.Close()
		}
		says(t, what, err, want, saying)
	}
}

// says fails unless an error is of a kind, says something in English, and says it in Vietnamese too.
func says(t *testing.T, what string, err, want error, saying string) {
	t.Helper()
	e := (*record.Error)(nil)
	if !errors.Is(err, want) || !errors.As(err, &e) || !strings.Contains(e.In(lang.EN), saying) || e.What.VI == "" ||
		e.Mend.IsZero() {
		t.Errorf("%s: %v; want %v, %q", what, err, want, saying)
	}
}

func TestForeignDatabases(t *testing.T) {
	server := shared.Start(t)
	base := func(database string) string { return database[strings.LastIndex(database, "/")+1:] }
	first := recordtest.Make(t, record.Entry{}, recordtest.Bodies(1, 100)...)

	none := server.NewDatabase(t)
	refuses(t, address(none), record.ErrNotMeeting, "holds no meetings")
	refuses(t, strings.Replace(none, base(none), "nowhere", 1)+"?sslmode=disable&meeting=a", fs.ErrNotExist,
		"no such database")
	refuses(t, none+"?sslmode=disable", fs.ErrInvalid, "names no meeting")

	theirs := server.NewDatabase(t)
	server.Exec(t, base(theirs), `CREATE SCHEMA thidua`, `CREATE TABLE thidua.version (n int)`)
	refuses(t, address(theirs), record.ErrNotMeeting, "not this program's")
	_, err := postgres.Create(t.Context(), address(theirs), first)
	says(t, "new", err, record.ErrNotMeeting, "not this program's")

	ours := server.NewDatabase(t)
	name := address(ours)
	created(t, name, 2)
	refuses(t, ours+"?sslmode=disable&meeting=Cụm+khác", fs.ErrNotExist, "«Cụm ")
	_, err = postgres.Create(t.Context(), strings.ReplaceAll(name, "Cụm", "CỤM"), first)
	says(t, "the same name", err, fs.ErrExist, "not overwritten")

	server.Exec(t, base(ours), `UPDATE thidua.version SET version = 99`)
	refuses(t, name, record.ErrVersion, "newer thidua")
	server.Exec(t, base(ours), `DROP TABLE thidua.version`)
	refuses(t, name, record.ErrNotMeeting, "not this program's")
}

// TestOlderTables: tables of an older form are read as they are, brought to this one by who may, with all that is in
// them, and by nobody else.
func TestOlderTables(t *testing.T) {
	server := shared.Start(t)
	database := server.NewDatabase(t)
	in := database[strings.LastIndex(database, "/")+1:]
	name := address(database)
	s := created(t, name, 3)
	want := readAll(t, s)
	s.Close()
	for _, table := range []string{"votes", "ballots", "secret_votes", "secret_ballots", "secret_counts"} {
		server.Exec(t, in, "DROP TABLE thidua."+table)
	}
	server.Exec(t, in, `UPDATE thidua.version SET version = 1`, "CREATE ROLE old_"+in+" LOGIN",
		"GRANT USAGE ON SCHEMA thidua TO old_"+in, "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA thidua TO old_"+in)
	hasExactly(t, name, want)
	_, err := postgres.OpenWriter(t.Context(), strings.Replace(name, postgrestest.User+"@", "old_"+in+"@", 1))
	says(t, "who may not", err, fs.ErrPermission, "older form (1,")
	s, err = postgres.OpenWriter(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	next := recordtest.Make(t, want[2], `{"a":1}`)
	v := record.OpenVote{Opened: 4, Secret: true}
	if err := s.AppendBeside(t.Context(), next,
		record.Beside{Vote: v, Issue: &record.Issue{About: []byte("{}")}}); err != nil {
		t.Fatal(err)
	}
	if tally, err := s.Tally(t.Context(), v, true); err != nil || tally == nil {
		t.Errorf("the ballots of a vote: %v, %v", tally, err)
	}
	hasExactly(t, name, append(want, next...))
}

// grants are the statements of the README that give two roles their rights.
func grants(t *testing.T, host, reader string) (out []string) {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	named := strings.NewReplacer("thidua_host", host, "thidua_reader", reader)
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(strings.TrimSpace(line), "GRANT ") {
			out = append(out, named.Replace(line))
		}
	}
	return out
}

// TestLeastPrivileges tries what the README grants: a host can work, and change or delete nothing; who may only read
// can do that; who may nothing is told so.
func TestLeastPrivileges(t *testing.T) {
	server := shared.Start(t)
	database := server.NewDatabase(t)
	name := address(database)
	created(t, name, 2)
	in := database[strings.LastIndex(database, "/")+1:]
	host, reader, nobody := "host_"+in, "reader_"+in, "nobody_"+in
	for _, role := range []string{host, reader, nobody} {
		server.Exec(t, in, "CREATE ROLE "+role+" LOGIN")
	}
	server.Exec(t, in, grants(t, host, reader)...)
	as := func(role string) string { return strings.Replace(name, postgrestest.User+"@", role+"@", 1) }

	s, err := postgres.OpenWriter(t.Context(), as(host))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	entries, err := s.Entries(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	next := recordtest.Make(t, entries[1], recordtest.Bodies(2, 100)...)
	if err := s.Append(t.Context(), next); err != nil {
		t.Fatal(err)
	}
	takesBallots(t, s, next[len(next)-1])
	g, err := postgres.OpenGuests(as(host))
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	if err := g.Change(t.Context(), func([]byte) ([]byte, error) { return []byte("x"), nil }); err != nil {
		t.Error(err)
	}
	other, err := postgres.Create(t.Context(), strings.Replace(as(host), "meeting=", "meeting=m", 1), entries)
	if err == nil {
		other.Close()
	} else {
		t.Errorf("a host cannot make a meeting: %v", err)
	}
	for _, sql := range []string{`DELETE FROM thidua.entries`, `UPDATE thidua.entries SET body = 'x'`,
		`DROP TABLE thidua.entries`, `TRUNCATE thidua.entries`} {
		if err := server.Try(host, in, sql); err == nil || !strings.Contains(err.Error(), "42501") {
			t.Errorf("%s: %v", sql, err)
		}
	}

	r, err := postgres.OpenReader(t.Context(), as(reader))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	got, err := r.Entries(t.Context(), 1)
	if err != nil || len(got) != 8 {
		t.Fatalf("%d entries, %v", len(got), err)
	}
	w, err := postgres.OpenWriter(t.Context(), as(reader))
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	says(t, "a reader that writes", w.Append(t.Context(), recordtest.Make(t, got[7], `{}`)), fs.ErrPermission,
		"lacks a right")
	refuses(t, as(nobody), fs.ErrPermission, "lacks a right")
}

// takesBallots has a store take the ballots of two votes behind an entry, and count them.
func takesBallots(t *testing.T, s *postgres.Store, last record.Entry) {
	t.Helper()
	for _, secret := range []bool{false, true} {
		v := record.OpenVote{Opened: last.Seq + 1, Secret: secret}
		entries := recordtest.Make(t, last, `{"a":1}`, `{"a":2}`)
		err := errors.Join(
			s.AppendBeside(t.Context(), entries[:1], record.Beside{Vote: v, Issue: &record.Issue{About: []byte("{}"),
				Choices: []string{"for"}}}),
			s.Take(t.Context(), v, record.Slip{Unit: "A", Choice: "for", Own: true}),
			s.Amend(t.Context(), v, func([]byte) ([]byte, error) { return []byte("{}"), nil }))
		if err != nil {
			t.Fatal(err)
		}
		if !secret {
			err = errors.Join(s.Take(t.Context(), v, record.Slip{Unit: "B", Choice: "for"}),
				s.Withdraw(t.Context(), v, "B"))
		}
		tally, failed := s.Tally(t.Context(), v, true)
		if err != nil || failed != nil || len(tally.In) != 1 {
			t.Fatalf("in: %+v, %v, %v", tally, err, failed)
		}
		if err := s.AppendBeside(t.Context(), entries[1:], record.Beside{Vote: v, Count: tally.Version}); err != nil {
			t.Fatal(err)
		}
		last = entries[1]
	}
}

// TestPasswords: a wrong password is refused, and no password is in what is said, nor in anything of the error.
func TestPasswords(t *testing.T) {
	server := postgrestest.Start(t)
	server.AskPassword(t, "thuky")
	server.Exec(t, "postgres", `CREATE ROLE thuky LOGIN PASSWORD 'đúng @ rồi'`)
	at := func(password string) string {
		return fmt.Sprintf("postgres://thuky:%s@127.0.0.1:%d/postgres?sslmode=disable&meeting=a",
			url.QueryEscape(password), server.Port)
	}
	for _, password := range []string{"sai@b1m4t", ""} {
		for _, open := range []func(context.Context, string) (*postgres.Store, error){postgres.OpenReader,
			postgres.OpenWriter} {
			_, err := open(t.Context(), at(password))
			says(t, "a wrong password", err, fs.ErrPermission, "user or password")
			if said := fmt.Sprintf("%v %+v %#v", err, err, err); strings.Contains(said, "b1m4t") {
				t.Errorf("shown: %s", said)
			}
		}
	}
	_, err := postgres.OpenReader(t.Context(), strings.ReplaceAll(at("đúng @ rồi"), "+", "%20"))
	says(t, "the right password", err, record.ErrNotMeeting, "holds no meetings")
}

func TestUnsafeServer(t *testing.T) {
	server := postgrestest.Start(t, "fsync=off")
	_, err := postgres.Create(t.Context(), address(server.Address("postgres")),
		recordtest.Make(t, record.Entry{}, `{}`))
	says(t, "a server that loses", err, record.ErrDatabase, "fsync = off")
}

// TestSynchronous: an append lasts also where the database says that commits need not.
func TestSynchronous(t *testing.T) {
	server := shared.Start(t)
	database := server.NewDatabase(t)
	in := database[strings.LastIndex(database, "/")+1:]
	server.Exec(t, in, "ALTER DATABASE "+in+" SET synchronous_commit = off")
	s := created(t, address(database), 1)
	server.Exec(t, in, `CREATE TABLE public.seen (how text)`,
		`CREATE FUNCTION public.look() RETURNS trigger LANGUAGE plpgsql AS
		$$ BEGIN INSERT INTO public.seen VALUES (current_setting('synchronous_commit')); RETURN NEW; END $$`,
		`CREATE TRIGGER look BEFORE INSERT ON thidua.entries FOR EACH ROW EXECUTE FUNCTION public.look()`)
	entries, err := s.Entries(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Append(t.Context(), recordtest.Make(t, entries[0], `{"a":1}`)); err != nil {
		t.Fatal(err)
	}
	if got := server.Text(t, in, `SELECT string_agg(how, ',') FROM public.seen`); got != "on" {
		t.Errorf("synchronous_commit was %q", got)
	}
}
