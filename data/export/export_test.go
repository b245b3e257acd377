package export_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/data/export"
	"thidua/scoring/lang"
)

func file(name, text string) export.File {
	return export.File{Name: name, Write: func(w io.Writer) error { _, err := io.WriteString(w, text); return err }}
}

var errFull = errors.New("no space left on device")

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range entries {
		if e.IsDir() {
			out[e.Name()] = "a folder"
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(b)
	}
	return out
}

func same(t *testing.T, got, want map[string]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("the folder holds %v, want %v", got, want)
	}
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s holds %q, want %q", name, got[name], text)
		}
	}
}

func TestWritesAll(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	var heard []string
	progress := func(done, all int, name string) { heard = append(heard, name) }
	for _, round := range []string{"one", "two"} {
		if err := export.To(dir, []export.File{file("x", round), file("y", round)}, progress); err != nil {
			t.Fatal(err)
		}
		same(t, contents(t, dir), map[string]string{"x": round, "y": round})
	}
	if got := strings.Join(heard, ","); got != "x,y,,x,y," {
		t.Errorf("progress %q", got)
	}
}

// A file that cannot be written, or does not go to its place, changes none.
func TestAllOrNone(t *testing.T) {
	for name, bad := range map[string]export.File{
		"full": {Name: "z", Write: func(w io.Writer) error {
			_, err := io.WriteString(w, "half")
			return errors.Join(err, errFull)
		}},
		"a folder in its place": file("folder", "text"),
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.Mkdir(filepath.Join(dir, "folder"), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := export.To(dir, []export.File{file("x", "old")}, nil); err != nil {
				t.Fatal(err)
			}
			err := export.To(dir, []export.File{file("x", "new"), file("y", "new"), bad}, nil)
			var f *export.Failure
			if !errors.As(err, &f) || !strings.Contains(f.In(lang.VI), "các tệp cũ còn nguyên") {
				t.Errorf("said %v", err)
			}
			same(t, contents(t, dir), map[string]string{"x": "old", "folder": "a folder"})
		})
	}
}

// A folder that cannot be made is said with its path.
func TestNoFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := export.To(filepath.Join(path, "below"), []export.File{file("x", "")}, nil); err == nil ||
		!strings.Contains(err.Error(), "file") {
		t.Errorf("said %v", err)
	}
}
