package main

import (
	"os"
	"path/filepath"
	"testing"

	"thidua/sample"
)

// newMeeting makes a meeting of the sample's sheets in which nothing has been decided.
func newMeeting(t *testing.T) (path string) {
	t.Helper()
	dir := t.TempDir()
	path = filepath.Join(dir, "m.thidua")
	args := []string{"new", path, "--cluster", sample.Cluster, "--year", sample.Year}
	for _, f := range sample.Sheets() {
		sheet := filepath.Join(dir, filepath.Base(f.Name))
		if err := os.WriteFile(sheet, f.Text, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, sheet)
	}
	thidua(t, args...)
	return path
}
