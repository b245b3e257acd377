package record_test

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/data/record"
	"thidua/scoring/lang"
)

// altered runs SQL on a meeting that nobody has open.
func altered(t testing.TB, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file://"+(&url.URL{Path: path}).EscapedPath())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		make func(t *testing.T, path string)
		want error
		en   string
	}{
		{"nothing there", func(t *testing.T, path string) {}, fs.ErrNotExist, "there is no such file"},
		{"a folder", func(t *testing.T, path string) { os.Mkdir(path, 0o755) }, record.ErrNotMeeting,
			"not a meeting file of thidua"},
		{"an empty file", func(t *testing.T, path string) { os.WriteFile(path, nil, 0o644) }, record.ErrDamaged,
			"the file is empty"},
		{"a text", func(t *testing.T, path string) { os.WriteFile(path, []byte("unit = \"Nam Định\"\n"), 0o644) },
			record.ErrNotMeeting, "not a meeting file of thidua, or cut short"},
		{"a long text", func(t *testing.T, path string) {
			os.WriteFile(path, []byte(strings.Repeat("long", 1024)), 0o644)
		}, record.ErrNotMeeting, "not a meeting file of thidua"},
		{"another database", func(t *testing.T, path string) {
			altered(t, path, `CREATE TABLE entries (seq, body, hash)`)
		}, record.ErrNotMeeting, "not a meeting file of thidua"},
		{"a newer version", func(t *testing.T, path string) {
			closes(t, created(t, path, 1))
			altered(t, path, `PRAGMA user_version = 2`)
		}, record.ErrVersion, "the file was made by a newer thidua (form 2, this one reads up to 1)"},
		{"another table", func(t *testing.T, path string) {
			closes(t, created(t, path, 1))
			altered(t, path, `CREATE TABLE more (x)`)
		}, record.ErrNotMeeting, "another program changed the structure of this meeting file"},
		{"no decision", func(t *testing.T, path string) {
			closes(t, created(t, path, 1))
			altered(t, path, `DROP TRIGGER entries_no_delete`,
				`DELETE FROM entries`,
				"CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries "+
					"BEGIN SELECT RAISE(ABORT, 'append-only'); END")
		}, record.ErrDamaged, "no decision is left in the file"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			path := meetingIn(t)
			tt.make(t, path)
			before := files(t, filepath.Dir(path))
			for _, write := range []bool{false, true} {
				_, err := read(path, write)
				var trouble *record.Error
				if !errors.Is(err, tt.want) || !errors.As(err, &trouble) {
					t.Fatalf("write %t: %v, want %v", write, err, tt.want)
				}
				if trouble.What.EN != tt.en {
					t.Errorf("%q, want %q", trouble.What.EN, tt.en)
				}
				if vi := trouble.In(lang.VI); vi == trouble.In(lang.EN) || !strings.HasPrefix(vi, path+": ") ||
					!strings.Contains(vi, "; ") {
					t.Errorf("vi: %q", vi)
				}
			}
			if after := files(t, filepath.Dir(path)); len(after) != len(before) {
				t.Errorf("left %q, was %q", after, before)
			}
		})
	}
}

// A path that leads nowhere is not blamed on the disk.
func TestOpenNoWay(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 1))
	loop := path + "-loop"
	if err := os.Symlink(loop, loop); err != nil {
		noLinks(t, err)
	}
	for name, want := range map[string][2]string{
		filepath.Join(path, "x"): {"một phần của nó là tệp, không phải thư mục",
			"a part of it is a file, not a folder"},
		loop: {"liên kết vòng quanh", "its links go in a circle"},
		filepath.Join(filepath.Dir(path), strings.Repeat("x", 300)): {"tên quá dài", "the name is too long"},
	} {
		for _, write := range []bool{false, true} {
			_, err := read(name, write)
			var trouble *record.Error
			if !errors.As(err, &trouble) {
				t.Fatal(err)
			}
			vi, en := name+": đường dẫn không dùng được: "+want[0]+"; kiểm tra lại đường dẫn",
				name+": the path cannot be used: "+want[1]+"; check the path"
			if trouble.In(lang.VI) != vi || trouble.In(lang.EN) != en {
				t.Errorf("%s\n%s", trouble.In(lang.VI), trouble.In(lang.EN))
			}
		}
	}
}

func TestOnlyGrows(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 2))
	db, err := sql.Open("sqlite", "file://"+(&url.URL{Path: path}).EscapedPath())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range []string{`DELETE FROM entries`, `UPDATE entries SET body = '{}'`,
		`INSERT INTO entries VALUES (0, '{}', '')`, `INSERT INTO entries VALUES (3, x'00', '')`} {
		if _, err := db.Exec(s); err == nil {
			t.Errorf("%s: no error", s)
		}
	}
}

// TestTampered changes the table behind our back. Entries says so and still gives what it read; nobody may write on.
func TestTampered(t *testing.T) {
	t.Parallel()
	const free, bound = `DROP TRIGGER entries_no_`, ` ON entries BEGIN SELECT RAISE(ABORT, 'append-only'); END`
	for _, tt := range []struct {
		name, sql string
		left      int
		writer    error
	}{
		{"a body", `UPDATE entries SET body = '{}' WHERE seq = 3`, 5, nil},
		{"the last body", `UPDATE entries SET body = '{}' WHERE seq = 5`, 5, record.ErrDamaged},
		{"a hash", `UPDATE entries SET hash = '' WHERE seq = 3`, 5, nil},
		{"a number", `UPDATE entries SET seq = 9 WHERE seq = 5`, 5, record.ErrDamaged},
		{"one gone", `DELETE FROM entries WHERE seq = 3`, 4, nil},
		{"the first gone", `DELETE FROM entries WHERE seq = 1`, 4, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			path := meetingIn(t)
			closes(t, created(t, path, 5))
			altered(t, path, free+`update`, free+`delete`, tt.sql,
				`CREATE TRIGGER entries_no_update BEFORE UPDATE`+bound,
				`CREATE TRIGGER entries_no_delete BEFORE DELETE`+bound)
			s := opened(t, path)
			list, err := s.Entries(context.Background(), 1)
			if !errors.Is(err, record.ErrDamaged) {
				t.Errorf("Entries = %v", err)
			}
			if len(list) != tt.left {
				t.Errorf("%d entries, want %d", len(list), tt.left)
			}
			if len(record.Check(list)) == 0 {
				t.Error("Check finds nothing")
			}
			w, err := record.OpenWriter(context.Background(), path, someone())
			if !errors.Is(err, tt.writer) {
				t.Errorf("OpenWriter = %v, want %v", err, tt.writer)
			}
			if err == nil {
				closes(t, w)
			}
		})
	}
}

func TestReader(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	s := created(t, path, 1)
	early := opened(t, path)
	extend(t, s, 3)
	if n := len(entries(t, early)); n != 4 {
		t.Errorf("a reader sees %d entries, want 4", n)
	}
	if err := early.Append(context.Background(), one()); !errors.Is(err, record.ErrReadOnly) {
		t.Errorf("Append of a reader = %v", err)
	}

	closes(t, s) // with the reader still there: nothing is lost, and the lock file vouches for what is there
	if n := len(entries(t, early)); n != 4 {
		t.Errorf("after the writer closed a reader sees %d entries, want 4", n)
	}
	closes(t, early)
	whole(t, path, 4)

	if _, err := read(path, true); err != nil {
		t.Fatal(err)
	}
	if got := files(t, filepath.Dir(path)); len(got) != 1 {
		t.Errorf("left %q", got)
	}
	late := opened(t, path) // and a reader before the writer
	s, err := record.OpenWriter(context.Background(), path, someone())
	if err != nil {
		t.Fatal(err)
	}
	extend(t, s, 1)
	if n := len(entries(t, late)); n != 5 {
		t.Errorf("a reader that was there first sees %d entries, want 5", n)
	}
	closes(t, late)
	closes(t, s)
	if got := files(t, filepath.Dir(path)); len(got) != 1 {
		t.Errorf("left %q", got)
	}
}

// TestReplaced puts a shorter record in the place of one that is being read.
func TestReplaced(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 5))
	s := opened(t, path)
	altered(t, path, `DROP TRIGGER entries_no_delete`, `DELETE FROM entries WHERE seq > 3`)
	for from, left := range map[int]int{1: 3, 3: 1, 5: 0} {
		if list, err := s.Entries(context.Background(), from); !errors.Is(err, record.ErrShortened) ||
			len(list) != left {
			t.Errorf("from %d: %d entries, %v", from, len(list), err)
		}
	}
}

// TestRewritten puts another last decision in the place of one that was read, with a hash that fits.
func TestRewritten(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 2))
	s := opened(t, path)
	list := entries(t, s)
	altered(t, path, `DROP TRIGGER entries_no_update`,
		`UPDATE entries SET body = '{}', hash = '`+record.Chain(list[0].Hash, []byte(`{}`))+`' WHERE seq = 2`)
	if list, err := s.Entries(context.Background(), 1); !errors.Is(err, record.ErrDamaged) ||
		len(record.Check(list)) > 0 {
		t.Errorf("%d entries, %v", len(list), err)
	}
}

// TestHotJournal opens what a process leaves that dies while it changes the journal mode.
func TestHotJournal(t *testing.T) {
	t.Parallel()
	m := closedMeeting(t)
	path := meetingIn(t)
	m.put(t, path)
	db, err := sql.Open("sqlite", "file://"+(&url.URL{Path: path}).EscapedPath()+"?_pragma=cache_size(1)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, s := range []string{`BEGIN`, `CREATE TABLE junk (x)`,
		`INSERT INTO junk SELECT randomblob(3000) FROM
			(VALUES (1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13),(14),(15),(16))`} {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	hot := taken(t, path, 2)
	if hot.files["-journal"], err = os.ReadFile(path + "-journal"); err != nil {
		t.Fatal(err)
	}
	if string(hot.files[""]) == string(m.files[""]) {
		t.Fatal("nothing was written yet")
	}
	for _, write := range []bool{false, true} {
		other := meetingIn(t)
		hot.put(t, other)
		if list, err := read(other, write); err != nil || len(list) != 2 {
			t.Errorf("write %t: %d entries, %v", write, len(list), err)
		}
		if got := files(t, filepath.Dir(other)); len(got) != 1 {
			t.Errorf("left %q", got)
		}
	}
}

// TestHugeNumber puts in an entry whose number is beyond any memory: it is damage, and no more.
func TestHugeNumber(t *testing.T) {
	t.Parallel()
	for _, n := range []string{"1000000000", "4611686018427387904", "9223372036854775807"} {
		path := meetingIn(t)
		closes(t, created(t, path, 5))
		altered(t, path, `INSERT INTO entries VALUES (`+n+`, '{}', 'x')`)
		for _, write := range []bool{false, true} {
			if _, err := read(path, write); !errors.Is(err, record.ErrDamaged) {
				t.Errorf("%s (write %t): %v", n, write, err)
			}
		}
		list, _ := opened(t, path).Entries(context.Background(), 1)
		f := record.Check(list)
		if len(list) != 6 || len(f) == 0 || !strings.Contains(f[0].What.EN, "decisions 6 to ") {
			t.Errorf("%s: %d entries, %v", n, len(list), f)
		}
	}
}
