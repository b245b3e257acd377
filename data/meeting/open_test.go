package meeting_test

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// begun makes a meeting file of the sample.
func begun(t *testing.T) (path string, m *meeting.Meeting) {
	t.Helper()
	sample, err := loadSample()
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "m.thidua")
	if m, err = meeting.Begin(t.Context(), path, "Thư ký", sample.Begin); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = m.Close() })
	return path, m
}

// TestOpenChecksForm: whoever opens or reads a record is told what verify would say of its form, although the chain is
// whole.
func TestOpenChecksForm(t *testing.T) {
	_, m := begun(t)
	propose(t, m, score(90_00))
	list := entries(m.Snapshot())
	for old, new := range map[string]string{`"percent":90`: `"percent":"90"`, `"seq":2`: `"seq":2.0`,
		`"kind":"score"`: `"kind":"score","kind":"score"`} {
		forged := filepath.Join(t.TempDir(), "forged.thidua")
		if err := record.SaveCopy(t.Context(), forged, record.Holder{}, list[:1]); err != nil {
			t.Fatal(err)
		}
		put(t, forged, rechained(change(t, list, 2, old, new))[1])
		var damaged *meeting.Damaged
		if _, err := meeting.Read(t.Context(), forged); !errors.As(err, &damaged) {
			t.Errorf("%s: Read = %v", new, err)
		}
		if m, err := meeting.Open(t.Context(), forged); !errors.As(err, &damaged) {
			t.Errorf("%s: Open = %v", new, err)
			_ = m.Close()
		}
	}
}

// put writes an entry into a meeting file that no store would take.
func put(t *testing.T, path string, e record.Entry) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`INSERT INTO entries VALUES (?, ?, ?)`, e.Seq, string(e.Body), e.Hash); err != nil {
		t.Fatal(err)
	}
}

// TestSaveCopy saves a meeting whose file is gone to another place: the same chain.
func TestSaveCopy(t *testing.T) {
	path, m := begun(t)
	s := propose(t, m, score(90_00))
	if err := m.Intact(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		if runtime.GOOS != "windows" {
			t.Fatal(err)
		}
		t.Skipf("left out: an open file cannot be removed here: %v", err)
	}
	_, err := m.Propose(t.Context(), meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{score(80_00)}})
	if !errors.Is(err, record.ErrMoved) || !errors.Is(m.Intact(), record.ErrMoved) {
		t.Fatalf("Propose = %v, Intact = %v", err, m.Intact())
	}
	other := filepath.Join(t.TempDir(), "bản sao.thidua")
	if saved, err := m.SaveCopy(t.Context(), other); err != nil || saved.Fingerprint() != s.Fingerprint() {
		t.Fatal(err)
	}
	got, err := meeting.Read(t.Context(), other)
	if err != nil || got.Fingerprint() != s.Fingerprint() || got.Seq() != s.Seq() {
		t.Errorf("the copy: %v", err)
	}
	if _, err := m.SaveCopy(t.Context(), other); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a file that exists: %v", err)
	}
}

func TestBeginOpenRead(t *testing.T) {
	path, m := begun(t)
	s := propose(t, m, score(90_00))

	// While it is open others may read it but not open it.
	seen, err := meeting.Read(t.Context(), path)
	if err != nil || seen.Fingerprint() != s.Fingerprint() {
		t.Fatalf("%v", err)
	}
	var locked *record.LockedError
	if _, err := meeting.Open(t.Context(), path); !errors.As(err, &locked) || locked.Holder.PID != os.Getpid() {
		t.Fatalf("opened twice: %v", err)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}

	// Opened again it goes on where it was.
	if m, err = meeting.Open(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if got := m.Snapshot(); got.Fingerprint() != s.Fingerprint() {
		t.Errorf("%d decisions, fingerprint %s", got.Seq(), got.Fingerprint())
	}
	s = propose(t, m, scoring.Undo{Seq: 2})
	sound(t, s)
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	if seen, err = meeting.Read(t.Context(), path); err != nil || seen.Seq() != 3 {
		t.Errorf("%v", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestBeginRefuses(t *testing.T) {
	path, m := begun(t)
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	sample, err := loadSample()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := meeting.Begin(t.Context(), path, "", sample.Begin); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over another meeting: %v", err)
	}
	sample.Begin.Sheets = sample.Begin.Sheets[1:]
	var refused *meeting.Refused
	other := path + "2"
	if _, err := meeting.Begin(t.Context(), other, "", sample.Begin); !errors.As(err, &refused) ||
		!errors.Is(err, scoring.ErrMembers) {
		t.Errorf("with a sheet missing: %v", err)
	}
	if _, err := os.Stat(other); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a refused meeting left a file: %v", err)
	}
	if _, err := meeting.InMemory("", sample.Begin, nil); !errors.As(err, &refused) {
		t.Errorf("in memory: %v", err)
	}
}

// A file that was changed by hand is not opened; what is said names it in a form fit to be shown.
func TestOpenDamaged(t *testing.T) {
	path, m := begun(t)
	propose(t, m, score(90_00))
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(text), `"percent":90,`, `"percent":91,`, 1)),
		0o600); err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"open": func() error { _, err := meeting.Open(t.Context(), path); return err }(),
		"read": func() error { _, err := meeting.Read(t.Context(), path); return err }(),
	} {
		if !errors.Is(err, record.ErrDamaged) || !strings.Contains(meeting.Say(err).In(lang.VI), "«thidua verify»") {
			t.Errorf("%s: %v", name, err)
		}
	}
	damaged := &meeting.Damaged{Path: "m\x1b[31m.thidua",
		Faults: []record.Fault{{Seq: 2, What: lang.Both("what"), Mend: lang.Both("mend")}}}
	if got, want := damaged.Error(),
		`m\x1b[31m.thidua: what; mend (1 faults in all, see «thidua verify»)`; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Whoever goes on from a meeting that was read finds what has been recorded since, and another record where the file is
// another one.
func TestOpenFrom(t *testing.T) {
	path, m := begun(t)
	propose(t, m, score(80_00))
	closes := func(m *meeting.Meeting) {
		t.Helper()
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
	}
	closes(m)
	seen, err := meeting.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	opens := func(want string) *meeting.Meeting {
		t.Helper()
		m, err := meeting.OpenFrom(t.Context(), path, seen)
		if err != nil {
			t.Fatal(err)
		}
		if got := m.Snapshot(); got.Fingerprint() != want || got.Seq() != len(got.Log) {
			t.Fatalf("%d decisions, %s, want %s", got.Seq(), got.Fingerprint(), want)
		}
		return m
	}
	m = opens(seen.Fingerprint())
	propose(t, m, score(90_00))
	later := m.Snapshot()
	closes(m)
	closes(opens(later.Fingerprint()))
	if seen.Seq() != 2 || len(seen.Log) != 2 {
		t.Errorf("what was seen has changed: %d decisions, %d lines", seen.Seq(), len(seen.Log))
	}

	other, m := begun(t)
	propose(t, m, score(70_00), score(60_00))
	want := m.Snapshot().Fingerprint()
	closes(m)
	body, err := os.ReadFile(other)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, body, 0o600); err != nil {
		t.Fatal(err)
	}
	closes(opens(want))
}
