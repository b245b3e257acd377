package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"thidua/sample"
)

// newMeeting is a meeting of the sample's sheets in which nothing has been decided.
func newMeeting(t *testing.T) (path string) {
	t.Helper()
	return likeMade(t, "new", func(t *testing.T, dir string) { _ = beginIn(t, dir) })
}

// beginIn makes that meeting in a folder, beside its sheets.
func beginIn(t *testing.T, dir string) (path string) {
	t.Helper()
	path = filepath.Join(dir, "m.thidua")
	args := []string{"new", path, "--cluster", sample.Cluster, "--year", sample.Year}
	for _, f := range sample.Sheets() {
		args = append(args, written(t, dir, f))
	}
	thidua(t, args...)
	return path
}

// written is a file of the sample, written into a folder.
func written(t *testing.T, dir string, f sample.File) string {
	t.Helper()
	path := filepath.Join(dir, filepath.Base(f.Name))
	if err := os.WriteFile(path, f.Text, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// made are folders with a meeting that many tests begin with, by what they are of.
var made struct {
	sync.Mutex
	folders map[string][]madeFile
}

type madeFile struct {
	name string
	mode fs.FileMode
	text []byte
}

// likeMade gives a test a folder of its own like the one that is made where it is asked for first, and the path of the
// meeting in it.
func likeMade(t *testing.T, of string, in func(t *testing.T, dir string)) (path string) {
	t.Helper()
	made.Lock()
	defer made.Unlock()
	if made.folders[of] == nil {
		dir := t.TempDir()
		in(t, dir)
		if made.folders == nil {
			made.folders = map[string][]madeFile{}
		}
		made.folders[of] = filesIn(t, dir)
	}
	dir := t.TempDir()
	for _, f := range made.folders[of] {
		if err := os.WriteFile(filepath.Join(dir, f.name), f.text, f.mode); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "m.thidua")
}

func filesIn(t *testing.T, dir string) (files []madeFile) {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, madeFile{e.Name(), info.Mode().Perm(), text})
	}
	return files
}
