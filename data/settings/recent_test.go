package settings_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"thidua/data/settings"
)

// The meeting that was open last comes first, each once, and who records there is kept until somebody else does.
func TestRecents(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a", "meetings.toml")
	if got := settings.Recents(file); got != nil {
		t.Errorf("meetings out of nothing: %v", got)
	}
	when := time.Date(2026, 6, 30, 8, 0, 0, 0, time.UTC)
	one := settings.Recent{Path: "/a/Cụm 2.thidua", Title: "Cụm 2", Year: "2025-2026", Units: 9, When: when,
		By: "Thư ký"}
	two := settings.Recent{Path: "/a/hai.thidua", When: when.Add(time.Hour), Decisions: 3, Closed: true}
	again := one
	again.By, again.Decisions = "", 7
	for _, m := range []settings.Recent{one, two, again} {
		if err := settings.Remember(file, m); err != nil {
			t.Fatal(err)
		}
	}
	again.By = "Thư ký"
	if diff := cmp.Diff([]settings.Recent{again, two}, settings.Recents(file)); diff != "" {
		t.Errorf("remembered (-want +got):\n%s", diff)
	}
	if got := settings.RecentOf(file, two.Path); !cmp.Equal(got, two) {
		t.Errorf("of one: %+v", got)
	}
	if err := settings.Forget(file, one.Path); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]settings.Recent{two}, settings.Recents(file)); diff != "" {
		t.Errorf("after one was forgotten (-want +got):\n%s", diff)
	}
	if err := os.WriteFile(file, []byte("[[meeting]]\npath = 3"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := settings.Recents(file); len(got) != 0 {
		t.Errorf("meetings out of rubbish: %v", got)
	}
}

// A list does not grow for ever.
func TestRecentsAreFew(t *testing.T) {
	file := filepath.Join(t.TempDir(), "meetings.toml")
	for i := range 30 {
		if err := settings.Remember(file, settings.Recent{Path: string(rune('a' + i))}); err != nil {
			t.Fatal(err)
		}
	}
	if got := settings.Recents(file); len(got) != 20 || got[0].Path != string(rune('a'+29)) {
		t.Errorf("%d meetings, first %q", len(got), got[0].Path)
	}
}
