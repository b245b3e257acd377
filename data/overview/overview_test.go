package overview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/postgres/postgrestest"
	"thidua/scoring"
)

// made is a meeting in a store.
func made(t testing.TB, name string) *meeting.Meeting {
	t.Helper()
	s, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	m, err := meeting.Begin(t.Context(), name, "Thư ký", s.Begin)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = m.Close() })
	return m
}

// decide records something.
func decide(t testing.TB, m *meeting.Meeting, acts ...scoring.Act) {
	t.Helper()
	if _, err := m.Propose(context.Background(), meeting.Proposal{By: "Thư ký", Acts: acts}); err != nil {
		t.Fatal(err)
	}
}

// until waits until the meetings of a store are so.
func until(t testing.TB, w *Watch, what string, so func([]Meeting) bool) []Meeting {
	t.Helper()
	late := time.After(time.Minute)
	for {
		all, changed, _ := w.Meetings()
		if so(all) {
			return all
		}
		select {
		case <-changed:
		case <-late:
			t.Fatalf("waited in vain for %s: %+v", what, all)
		}
	}
}

func find(all []Meeting, name string) Meeting {
	i := slices.IndexFunc(all, func(m Meeting) bool { return m.Name == name })
	if i < 0 {
		return Meeting{}
	}
	return all[i]
}

// The meetings of a folder are there, in order, with what is recorded as it is recorded; a new one comes, one that is
// taken away goes, one that is replaced is read anew, and one that is no meeting says so and stands in nobody's way.
func TestFolder(t *testing.T) {
	dir := t.TempDir()
	two := made(t, filepath.Join(dir, "Cụm 2.thidua"))
	ten := made(t, filepath.Join(dir, "Cụm 10.thidua"))
	if err := os.WriteFile(filepath.Join(dir, "Cụm 3.thidua"), []byte("gì đó"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "note.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	all := until(t, w, "three meetings", func(all []Meeting) bool {
		return len(all) == 3 && all[0].Read && all[1].Err != nil && all[2].Read
	})
	if all[0].Name != "Cụm 2" || all[1].Name != "Cụm 3" || all[2].Name != "Cụm 10" {
		t.Errorf("in the order %s, %s, %s", all[0].Name, all[1].Name, all[2].Name)
	}
	unit := two.Snapshot().Units()[0].Name()
	decide(t, two, scoring.Attend{Unit: unit, Present: true}, scoring.Accept{Unit: unit})
	all = until(t, w, "the decision", func(all []Meeting) bool { return find(all, "Cụm 2").Seq == 3 })
	if m := find(all, "Cụm 2"); m.Accepted != 1 || m.Sheets != 9 || m.Present != 1 || len(m.Leaders) != 1 ||
		m.Last.IsZero() || m.By != "Thư ký" || m.State().EN != "running" {
		t.Errorf("%+v", m)
	}
	reads := w.reads // of the watching goroutine, which waits now; each was read once
	if reads != 3 {
		t.Errorf("%d records were read as a whole", reads)
	}
	made(t, filepath.Join(dir, "Cụm 4.thidua"))
	until(t, w, "the new one", func(all []Meeting) bool { return find(all, "Cụm 4").Read })

	if err := ten.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "Cụm 10.thidua")); err != nil {
		t.Fatal(err)
	}
	until(t, w, "the end of one", func(all []Meeting) bool { return len(all) == 3 })
	again := made(t, filepath.Join(dir, "Cụm 10.thidua"))
	decide(t, again, scoring.Attend{Unit: unit, Present: true})
	until(t, w, "another of its name", func(all []Meeting) bool { return find(all, "Cụm 10").Seq == 2 })
}

// Of many meetings few states are kept, and what changes in any is seen.
func TestManyMeetings(t *testing.T) {
	dir := t.TempDir()
	first := filepath.Join(dir, "0.thidua")
	if err := made(t, first).Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(first)
	if err != nil {
		t.Fatal(err)
	}
	const many = mostKept + 20
	for i := 1; i < many; i++ {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprint(i, ".thidua")), whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	w, err := open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	w.look(t.Context())
	if n := len(w.states.kept); n != mostKept || w.reads != many || len(w.all) != many {
		t.Errorf("%d states of %d meetings, read %d", n, len(w.all), w.reads)
	}
	w.look(t.Context())
	if w.reads != many {
		t.Errorf("%d were read once more where nothing had changed", w.reads-many)
	}
	for _, name := range []string{"0", fmt.Sprint(many - 1)} {
		m, err := meeting.Open(t.Context(), filepath.Join(dir, name+".thidua"))
		if err != nil {
			t.Fatal(err)
		}
		decide(t, m, scoring.Attend{Unit: m.Snapshot().Units()[0].Name(), Present: true})
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
	}
	w.look(t.Context())
	if find(w.all, "0").Seq != 2 || find(w.all, fmt.Sprint(many-1)).Seq != 2 {
		t.Error("a decision was not seen")
	}
	if w.reads != many+1 { // the one whose state was kept was not
		t.Errorf("%d were read as a whole for two decisions", w.reads-many)
	}
}

// A store that is none says so.
func TestNoStore(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.thidua")
	if err := made(t, file).Close(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{filepath.Join(dir, "nothing"), file, "mysql://h/x",
		"postgres://127.0.0.1:1/x?meeting=a"} {
		if _, err := Open(t.Context(), name); err == nil {
			t.Errorf("%s is taken for a store", name)
		}
	}
	if _, err := Once(t.Context(), "mysql://h/x"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// All meetings of a database are seen on one connection, and what any host records, as it is told; while the database
// is away what is known stays.
func TestDatabase(t *testing.T) {
	server := postgrestest.Start(t)
	address := server.NewDatabase(t) + "?sslmode=disable"
	var hosts []*meeting.Meeting
	for i := range 3 {
		hosts = append(hosts, made(t, fmt.Sprintf("%s&meeting=Cụm %d", address, i+1)))
	}
	w, err := Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	all := until(t, w, "three meetings", func(all []Meeting) bool {
		return len(all) == 3 && all[0].Read && all[1].Read && all[2].Read
	})
	if all[0].Name != "Cụm 1" || all[2].Name != "Cụm 3" {
		t.Errorf("%s … %s", all[0].Name, all[2].Name)
	}
	unit := hosts[1].Snapshot().Units()[0].Name()
	decide(t, hosts[1], scoring.Attend{Unit: unit, Present: true})
	until(t, w, "the decision", func(all []Meeting) bool { return find(all, "Cụm 2").Seq == 2 })
	if s, err := meeting.Read(t.Context(), find(all, "Cụm 2").Path); err != nil || s.Seq() != 2 {
		t.Errorf("opened by its address: %v", err)
	}
	server.Kill()
	late := time.After(time.Minute)
	for {
		now, changed, lost := w.Meetings()
		if lost != nil {
			if len(now) != 3 {
				t.Errorf("%d meetings are left", len(now))
			}
			break
		}
		select {
		case <-changed:
		case <-late:
			t.Fatal("nobody says that the database is away")
		}
	}
	server.Restart(t)
	decide(t, hosts[2], scoring.Attend{Unit: unit, Present: true})
	until(t, w, "the database", func(all []Meeting) bool {
		_, _, lost := w.Meetings()
		return find(all, "Cụm 3").Seq == 2 && lost == nil
	})
}
