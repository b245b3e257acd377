package create_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"thidua/data/create"
	"thidua/data/meeting"
	"thidua/data/rulebook"
	"thidua/sample"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// The year that is offered is the one whose review is likely to be held on a day.
func TestYear(t *testing.T) {
	for day, want := range map[string][2]string{
		"2026-01-15": {"2025-2026", "2025"}, "2026-06-30": {"2025-2026", "2026"}, "2026-08-31": {"2025-2026", "2026"},
		"2026-09-01": {"2026-2027", "2026"}, "2026-12-20": {"2026-2027", "2026"},
	} {
		at, err := time.Parse("2006-01-02", day)
		if err != nil {
			t.Fatal(err)
		}
		if got := create.Year(scoring.SchoolYear, at); got != want[0] {
			t.Errorf("%s: school year %s, want %s", day, got, want[0])
		}
		if got := create.Year(scoring.CalendarYear, at); got != want[1] {
			t.Errorf("%s: year %s, want %s", day, got, want[1])
		}
	}
}

// A member without a sheet is a finding, or is named where whoever asks wants to settle it; with a reason it takes
// part.
func TestMissing(t *testing.T) {
	dir := t.TempDir()
	for _, s := range sample.Sheets()[1:] {
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(s.Name)), s.Text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	book, err := rulebook.Open(sample.Rulebook)
	if err != nil {
		t.Fatal(err)
	}
	p := create.Plan{Book: book, Cluster: sample.Cluster, Year: sample.Year}
	if _, found := create.Read(p, dir); len(found) != 1 {
		t.Errorf("found %v", found)
	}
	p.Few = true
	d, found := create.Read(p, dir)
	if len(found) > 0 || len(d.Missing) != 1 {
		t.Fatalf("found %v, missing %v", found, d.Missing)
	}
	if n := len(d.Understood(book)); n != 8 {
		t.Errorf("%d sheets understood", n)
	}
	if late := d.Late(); len(late) != 1 || late[0].In(lang.EN) != "Hưng Yên is late: 12/06/2020" {
		t.Errorf("late: %v", late)
	}
	p.Without = []scoring.Without{{Unit: d.Missing[0], Reason: "sáp nhập"}}
	d, found = create.Read(p, dir)
	if len(found) > 0 || len(d.Missing) > 0 {
		t.Fatalf("with a reason: found %v, missing %v", found, d.Missing)
	}
	path := filepath.Join(dir, p.Name())
	m, err := d.Begin(t.Context(), path, "Thư ký")
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := meeting.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(s.Units(), func(u *scoring.Unit) bool { return u.Name() == p.Without[0].Unit })
	if filepath.Base(path) != "cum-thi-dua-so-2-2019-2020.thidua" || i < 0 {
		t.Errorf("%s has %d units", path, len(s.Units()))
	}
}
