package settings_test

import (
	"os"
	"path/filepath"
	"testing"

	"thidua/data/settings"
)

func TestKeep(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a", "settings.toml")
	if got := settings.Load(file); got != (settings.Settings{}) {
		t.Errorf("settings out of nothing: %+v", got)
	}
	want := settings.Settings{Lang: "en", Theme: "light"}
	for range 2 {
		if err := settings.Save(file, want); err != nil {
			t.Fatal(err)
		}
	}
	if got := settings.Load(file); got != want {
		t.Errorf("kept %+v, want %+v", got, want)
	}
	if left, _ := os.ReadDir(filepath.Dir(file)); len(left) != 1 {
		t.Errorf("%d files are left in the folder", len(left))
	}
	if err := os.WriteFile(file, []byte("theme = \x00"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := settings.Load(file); got != (settings.Settings{}) {
		t.Errorf("settings out of rubbish: %+v", got)
	}
	if err := settings.Save(filepath.Join(file, "below-a-file"), want); err == nil {
		t.Error("settings were kept below a file")
	}
}
