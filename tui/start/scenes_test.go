package start

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/txtar"

	"thidua/data/settings"
	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// scenes are pages with the way to each.
func scenes() map[string]func(v *visit) {
	return map[string]func(v *visit){
		"home":      func(*visit) {},
		"help":      func(v *visit) { v.press("f1") },
		"task":      func(v *visit) { v.to("Tạo cuộc họp"); v.press("esc") },
		"cluster":   func(v *visit) { v.to("Tạo cuộc họp"); v.press("enter", "down") },
		"folder":    func(v *visit) { v.to("Tạo cuộc họp"); v.press("enter", "down", "enter", "enter", "down") },
		"mend":      func(v *visit) { v.folder("sai") },
		"read":      func(v *visit) { v.folder("phiếu") },
		"missing":   func(v *visit) { v.folder("phiếu"); v.press("enter") },
		"who":       func(v *visit) { v.press("home", "enter") },
		"trouble":   func(v *visit) { v.press("home", "down", "enter") },
		"invited":   func(v *visit) { v.to("Cho máy khác"); v.press("enter") },
		"verified":  func(v *visit) { v.to("Kiểm tra"); v.press("enter") },
		"new-place": func(v *visit) { v.folder("phiếu"); v.press("enter", "enter", "text:gộp", "enter", "enter") },
	}
}

// close lets go of what the visit has open.
func (v *visit) close() { v.run(v.m.letGo()) }

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

// Every page looks as its file says: Vietnamese at all sizes, English once.
func TestScenes(t *testing.T) {
	dir := scenery(t)
	for name, open := range scenes() {
		t.Run(name, func(t *testing.T) {
			var files []txtar.File
			for _, l := range []struct {
				lang lang.Lang
				w, h int
			}{{lang.VI, 45, 12}, {lang.VI, 80, 24}, {lang.VI, 120, 40}, {lang.VI, 200, 60}, {lang.EN, 120, 40}} {
				v := comeTo(t, dir, l.w, l.h, func(o *Options) { o.Lang = l.lang })
				open(v)
				v.close()
				var lines []string
				for line := range strings.Lines(v.picture()) {
					lines = append(lines, strings.TrimRight(line, " \n"))
				}
				files = append(files, txtar.File{Name: fmt.Sprintf("%s %dx%d", l.lang, l.w, l.h),
					Data: []byte(strings.Join(lines, "\n") + "\n")})
			}
			album(t, name, files)
		})
	}
}

// Every theme draws the same text.
func TestThemesSayTheSame(t *testing.T) {
	dir := scenery(t)
	for name, open := range scenes() {
		for _, size := range [][2]int{{45, 12}, {120, 40}} {
			var first string
			for _, theme := range kit.Themes() {
				v := comeTo(t, dir, size[0], size[1], func(o *Options) { o.Theme = theme })
				open(v)
				v.close()
				styled, _ := v.m.draw()
				if said := ansi.Strip(styled); first == "" {
					first = said
				} else if said != first {
					t.Errorf("%s in %s:\n%s\nwant\n%s", name, theme, said, first)
				}
			}
		}
	}
}
