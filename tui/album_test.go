package tui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"thidua/scoring/lang"
	"thidua/tui/kit"
)

var update = flag.Bool("update", false, "write the golden files anew")

// album is what a scene looks like in a few languages and sizes: one file, so that a change is read as a whole.
type album struct {
	path string
	txtar.Archive
}

func newAlbum(name string) *album { return &album{path: filepath.Join("testdata", name+".txtar")} }

func (a *album) add(name, picture string) {
	a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(picture)})
}

// check compares the album with its file, picture by picture, or writes the file where the flag asks for it.
func (a *album) check(t testing.TB) {
	t.Helper()
	got := txtar.Format(&a.Archive)
	if *update {
		writeGolden(t, a.path, got)
		return
	}
	text, err := os.ReadFile(a.path)
	if err != nil {
		t.Fatalf("%v; write it with `make golden`", err)
	}
	want := map[string]string{}
	for _, f := range txtar.Parse(text).Files {
		want[f.Name] = string(f.Data)
	}
	for _, f := range txtar.Parse(got).Files {
		if diff := cmp.Diff(want[f.Name], string(f.Data)); diff != "" {
			t.Errorf("%s: %s differs (-want +got):\n%s", a.path, f.Name, diff)
		}
		delete(want, f.Name)
	}
	for name := range want {
		t.Errorf("%s: %s is no longer drawn; write the file with `make golden`", a.path, name)
	}
}

func writeGolden(t testing.TB, path string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// compareGolden compares a text with a file, or writes the file where the flag asks for it.
func compareGolden(t testing.TB, path, got string) {
	t.Helper()
	if *update {
		writeGolden(t, path, []byte(got))
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; write it with `make golden`", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, diff)
	}
}

// look is a language and a size in which a scene is drawn.
type look struct {
	lang lang.Lang
	w, h int
}

func (l look) String() string { return fmt.Sprintf("%s %dx%d", l.lang, l.w, l.h) }

// looks are the pictures of a scene: Vietnamese, which is longer, at all three sizes, and English once. The second
// rulebook has the same screens with other numbers: it is drawn once in each.
func looks(scene string) []look {
	if strings.HasPrefix(scene, "school-") {
		return []look{{lang.VI, 120, 40}, {lang.EN, 80, 24}}
	}
	if strings.HasPrefix(scene, "twelve-") {
		return []look{{lang.VI, 80, 24}, {lang.VI, 120, 40}, {lang.VI, 200, 60}}
	}
	return []look{{lang.VI, 80, 24}, {lang.VI, 120, 40}, {lang.VI, 200, 60}, {lang.EN, 120, 40}}
}

// inside is a picture without its head, its tabs and its footer, which an album of their own shows: a word changed
// there changes that album and a few whole pictures. The message above the footer stays where it says anything.
func (s *session) inside() string {
	s.t.Helper()
	return insideOf(s.picture(), s.w, s.h)
}

func insideOf(picture string, w, h int) string {
	lines, f := strings.Split(picture, "\n"), kit.Around(w, h)
	body := lines[f.Body.Y : f.Body.Y+f.Body.H]
	if message := lines[f.Bottom.Y]; strings.Trim(message, "─") != "" {
		body = append(body, message)
	}
	return strings.Join(body, "\n") + "\n"
}

// footerLine is the footer as one line.
func (s *session) footerLine() string {
	s.t.Helper()
	f := kit.Around(s.w, s.h)
	return strings.TrimSpace(strings.Join(strings.Split(s.picture(), "\n")[f.Footer.Y:f.Footer.Y+f.Footer.H], " "))
}
