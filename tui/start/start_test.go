package start

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/crypto/bcrypt"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/settings"
	"thidua/scoring/lang"
	"thidua/tui/kit"
)

var update = flag.Bool("update", false, "write the golden files anew")

// visit is somebody at the start page. What the page has done beside it is done at once.
type visit struct {
	t    *testing.T
	m    *Model
	dir  string // a folder for files; in pictures it is «/họp»
	over bool   // the page was left
}

// come opens the page with meetings remembered in a folder of the test's own.
func come(t *testing.T, w, h int, change ...func(*Options)) *visit {
	t.Helper()
	return comeTo(t, t.TempDir(), w, h, change...)
}

func comeTo(t *testing.T, dir string, w, h int, change ...func(*Options)) *visit {
	t.Helper()
	opts := Options{Prefs: Prefs{Lang: lang.VI, Theme: kit.Dark}, Recents: filepath.Join(dir, "cfg", "meetings.toml"),
		By: "Admin", Folder: dir, Now: clock, HashCost: bcrypt.MinCost}
	for _, c := range change {
		c(&opts)
	}
	v := &visit{t: t, m: New(t.Context(), opts), dir: dir}
	v.m.Update(tea.WindowSizeMsg{Width: w, Height: h})
	v.run(v.m.Init())
	return v
}

// clock stands still.
func clock() time.Time { return time.Date(2020, 6, 30, 14, 5, 0, 0, time.UTC) }

// run carries out what the page asked for, and what comes of it.
func (v *visit) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			v.run(c)
		}
	case tea.QuitMsg:
		v.over = true
	default:
		_, next := v.m.Update(msg)
		v.run(next)
	}
}

// press presses keys; "text:" before a key types it letter by letter, "paste:" pastes it.
func (v *visit) press(keys ...string) *visit {
	v.t.Helper()
	for _, k := range keys {
		if s, ok := strings.CutPrefix(k, "text:"); ok {
			for _, r := range s {
				v.send(tea.KeyPressMsg{Text: string(r), Code: r})
			}
			continue
		}
		if s, ok := strings.CutPrefix(k, "paste:"); ok {
			v.send(tea.PasteMsg{Content: s})
			continue
		}
		v.send(pressed(v.t, k))
	}
	return v
}

func (v *visit) send(msg tea.Msg) {
	_, cmd := v.m.Update(msg)
	v.run(cmd)
}

// pressed is a key as the terminal library names it.
func pressed(t *testing.T, name string) tea.KeyPressMsg {
	t.Helper()
	codes := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "up": tea.KeyUp, "down": tea.KeyDown,
		"home": tea.KeyHome, "end": tea.KeyEnd, "pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp,
		"tab": tea.KeyTab, "right": tea.KeyRight, "left": tea.KeyLeft, "delete": tea.KeyDelete,
		"backspace": tea.KeyBackspace, "f1": tea.KeyF1, "f5": tea.KeyF5, "space": tea.KeySpace,
	}
	if code, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl}
	}
	if len([]rune(name)) != 1 {
		t.Fatalf("no key %q", name)
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// picture is the page without its styles.
func (v *visit) picture() string {
	v.t.Helper()
	styled, _ := v.m.draw()
	plain := ansi.Strip(styled)
	for i, line := range strings.Split(plain, "\n") {
		if kit.Width(line) != v.m.w {
			v.t.Errorf("line %d has %d cells of %d: %q", i, kit.Width(line), v.m.w, line)
		}
	}
	return plain
}

// shows fails unless the picture has all of some texts.
func (v *visit) shows(texts ...string) *visit {
	v.t.Helper()
	p := v.picture()
	for _, text := range texts {
		if !strings.Contains(p, text) {
			v.t.Errorf("no %q in\n%s", text, p)
		}
	}
	return v
}

// saved makes a meeting file of the sample.
func saved(t *testing.T, path string) {
	t.Helper()
	file, err := savedFile()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
}

// savedFile is that file, made once.
var savedFile = sync.OnceValues(func() ([]byte, error) {
	sample, err := demo.Load()
	if err != nil {
		return nil, err
	}
	m, err := meeting.InMemory("Thư ký", sample.Begin, clock)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "thidua-start-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "once.thidua")
	if _, err := m.SaveCopy(context.Background(), path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

func remember(t *testing.T, file string, m settings.Recent) {
	t.Helper()
	if err := settings.Remember(file, m); err != nil {
		t.Fatal(err)
	}
}

// album compares pictures with their file, or writes it.
func album(t *testing.T, name string, files []txtar.File) {
	t.Helper()
	path := filepath.Join("testdata", name+".txtar")
	got := txtar.Format(&txtar.Archive{Files: files})
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; write it with `make golden`", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, diff)
	}
}
