package start

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/rogpeppe/go-internal/txtar"

	"thidua/data/settings"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/kit/kittest"
)

// scenes are pages with the way to each.
func scenes() map[string]func(v *visit) {
	return map[string]func(v *visit){
		"home":      func(*visit) {},
		"help":      func(v *visit) { v.press("f1") },
		"palette":   func(v *visit) { v.press("ctrl+k", "text:man") },
		"wall":      func(v *visit) { v.press("ctrl+k", "text:man chieu cho", "enter") },
		"task":      func(v *visit) { v.to("Tạo cuộc họp"); v.press("esc") },
		"cluster":   func(v *visit) { v.to("Tạo cuộc họp"); v.press("enter", "down") },
		"folder":    func(v *visit) { v.to("Tạo cuộc họp"); v.press("enter", "down", "enter", "enter", "down") },
		"mend":      func(v *visit) { v.folder("sai") },
		"read":      func(v *visit) { v.folder("phiếu") },
		"missing":   func(v *visit) { v.folder("phiếu"); v.press("enter") },
		"board":     func(v *visit) { v.press("down") },
		"searched":  func(v *visit) { v.press("text:so 2") },
		"who":       func(v *visit) { v.press("home", "enter") },
		"trouble":   func(v *visit) { v.press("home", "down", "enter") },
		"invited":   func(v *visit) { v.to("Cho máy khác"); v.press("enter") },
		"verified":  func(v *visit) { v.to("Kiểm tra"); v.press("enter") },
		"new-place": func(v *visit) { v.folder("phiếu"); v.press("enter", "enter", "text:gộp", "enter", "enter") },
	}
}

// begin is how a scene begins that does not on the first page.
func begin(scene string) []func(*Options) {
	if scene == "board" || scene == "searched" {
		return []func(*Options){onBoard(eight())}
	}
	return nil
}

// close lets go of what the visit has open.
func (v *visit) close() {
	v.run(v.m.letGo())
	c := v.m.Choice()
	if c.Meeting != nil {
		_ = c.Meeting.Close()
	}
	if c.Watching != nil {
		_ = c.Watching.Close()
	}
}

// folder reads a folder of sheets of cluster 2.
func (v *visit) folder(name string) {
	v.to("Tạo cuộc họp")
	v.press("enter", "down", "enter", "enter", "ctrl+u", "paste:"+filepath.Join(v.dir, name), "enter")
}

// scenery is a folder with meetings and sheets: the person's own, so that pictures do not say where it is.
func scenery(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	t.Setenv("USERPROFILE", dir)
	for _, name := range []string{"phiếu", "sai"} {
		in := filepath.Join(dir, name)
		if err := os.Mkdir(in, 0o700); err != nil {
			t.Fatal(err)
		}
		handedIn(t, in, func(file, text string) string {
			switch {
			case strings.Contains(file, "ha-nam"):
				return ""
			case name == "sai" && strings.Contains(file, "nam-dinh"):
				return strings.Replace(text, `"1.1"`, `"1.11"`, 1)
			}
			return text
		})
	}
	path := filepath.Join(dir, "Cụm 2.thidua")
	saved(t, path)
	list := filepath.Join(dir, "cfg", "meetings.toml")
	remember(t, list, settings.Recent{Path: "/usb/Cụm 8.thidua", Title: "Cụm thi đua số 8", Year: "2018-2019",
		Units: 12, Decisions: 240, Closed: true, When: time.Date(2019, 6, 28, 16, 40, 0, 0, time.UTC), By: "Thư ký"})
	remember(t, list, settings.Recent{Path: path, When: time.Date(2020, 6, 30, 8, 0, 0, 0, time.UTC)})
	return dir
}

// Every page looks as its file says: Vietnamese at all sizes, English once; and every theme draws the same text.
func TestScenes(t *testing.T) {
	dir := scenery(t)
	for name, open := range scenes() {
		t.Run(name, func(t *testing.T) {
			v := comeTo(t, dir, 120, 40, begin(name)...)
			open(v)
			defer v.close()
			var files []txtar.File
			for _, l := range []struct {
				lang lang.Lang
				w, h int
			}{{lang.VI, 45, 12}, {lang.VI, 80, 24}, {lang.VI, 120, 40}, {lang.VI, 200, 60}, {lang.EN, 120, 40}} {
				v.send(tea.WindowSizeMsg{Width: l.w, Height: l.h})
				v.m.opts.Lang = l.lang
				var lines []string
				for line := range strings.Lines(v.picture()) {
					lines = append(lines, strings.TrimRight(line, " \n"))
				}
				files = append(files, txtar.File{Name: fmt.Sprintf("%s %dx%d", l.lang, l.w, l.h),
					Data: []byte(strings.Join(lines, "\n") + "\n")})
				v.themes(v.picture())
			}
			album(t, name, files)
		})
	}
}

// themes fails where a theme draws another text.
func (v *visit) themes(want string) {
	v.t.Helper()
	was := v.m.styles
	for _, theme := range kit.Themes() {
		v.m.styles = kit.NewStyles(theme)
		if got := v.picture(); got != want {
			v.t.Errorf("in %s:\n%s\nwant\n%s", theme, got, want)
		}
	}
	v.m.styles = was
}

// Every key that a page names does something or says why not, at the smallest size too, and nothing falls over.
func TestEveryKey(t *testing.T) {
	dir := scenery(t)
	// Where a meeting is being made none is listed: each would be read anew for each key.
	making := []string{"task", "cluster", "folder", "mend", "read", "missing", "new-place"}
	// What reads or tries again finds what it found; nothing of what is typed can be completed.
	same := []string{"home F5", "trouble Enter", "folder Tab"}
	for name, open := range scenes() {
		list := func(o *Options) {
			if o.Recents = copied(t, o.Recents); slices.Contains(making, name) {
				o.Recents = ""
			}
		}
		v := comeTo(t, dir, 120, 40, append(begin(name), list)...)
		open(v)
		v.send(tea.WindowSizeMsg{Width: 45, Height: 12})
		for _, b := range v.m.bindings() {
			again := v // what only moves, or is off, leaves the page as it is
			moves := strings.HasPrefix(string(b.Action), "list-")
			if !moves && b.Off.IsZero() {
				again = comeTo(t, dir, 45, 12, append(begin(name), list)...)
				open(again)
			}
			before, _ := again.m.draw()
			again.press(b.Keys[0])
			if after, _ := again.m.draw(); after == before && !again.over && !moves &&
				!slices.Contains(same, name+" "+b.Shown) {
				t.Errorf("%s: %s does nothing, and does not say why:\n%s", name, b.Shown, again.picture())
			}
			if again != v {
				again.close()
			}
		}
		v.close()
	}
}

// copied is a copy of a file: what is done to it is nobody else's.
func copied(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "meetings.toml")
	if err := os.WriteFile(other, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return other
}

// The README's picture of the page.
func TestPicture(t *testing.T) {
	v := comeTo(t, scenery(t), 120, 36)
	path := filepath.Join("..", "..", "sample", "screen-start.svg")
	styled, _ := v.m.draw()
	got := kittest.SVG(styled, v.m.w, v.m.h)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want, err := os.ReadFile(path); err != nil || string(want) != got {
		t.Errorf("%s is not what the page shows (%v); write it with `make golden`", path, err)
	}
}
