package tui

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// A scene is kept as one file with a few pictures, its inside only: see album. What stands around it is kept for all
// scenes together (footers.txtar) and in full for those in whole.

// whole are the scenes that are kept with head, tabs and footer.
func whole() []string {
	return []string{
		"review", "review-what-if", "board-projected", "closed", "record-replay",
		"room-follower", "room-observer-reveal",
	}
}

// opener begins a session in a scene.
type opener func(t *testing.T, l look) *session

// openers lists every scene with the way to it.
func openers() map[string]opener {
	out := map[string]opener{}
	for name, keys := range scenes() {
		out[name] = func(t *testing.T, l look) *session { return begin(t, l.w, l.h, speaking(l.lang)).press(keys...) }
	}
	for name, keys := range yearsScenes() {
		out[name] = func(t *testing.T, l look) *session {
			return beginWith(t, withYears(t), l.w, l.h, speaking(l.lang)).press(keys...)
		}
	}
	for name, keys := range schoolScenes() {
		out[name] = func(t *testing.T, l look) *session {
			return beginSchool(t, l.w, l.h, speaking(l.lang)).press(keys...)
		}
	}
	for name, keys := range awardScenes() {
		out[name] = func(t *testing.T, l look) *session {
			return beginAwards(t, l.w, l.h, speaking(l.lang)).press(keys...)
		}
	}
	for name, keys := range marksScenes() {
		out[name] = func(t *testing.T, l look) *session {
			return beginMarksIn(t, l.w, l.h, speaking(l.lang)).press(keys...)
		}
	}
	for name, keys := range twelveScenes() {
		out[name] = func(t *testing.T, l look) *session {
			return beginTwelve(t, l.w, l.h, speaking(l.lang)).press(keys...)
		}
	}
	for name, scene := range roomScenes() {
		out["room-"+name] = func(t *testing.T, l look) *session { return scene.open(t, l) }
	}
	return out
}

func speaking(l lang.Lang) func(*Options) { return func(o *Options) { o.Lang = l } }

// Every scene looks as its file says, on a terminal too, says something to who cannot see it, and names below it the
// keys that the file of all footers has.
func TestScenes(t *testing.T) {
	var drawn views
	feet := footers{}
	t.Run("all", func(t *testing.T) { checkScenes(t, &drawn, &feet) })
	drawn.checkPainted(t)
	feet.check(t)
}

func checkScenes(t *testing.T, drawn *views, feet *footers) {
	for name, open := range openers() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newAlbum("scenes/" + name)
			for _, l := range looks(name) {
				s := open(t, l)
				drawn.add(l, name, s.View())
				s.speaks(name, l)
				defer feet.add(l, name, s)
				if slices.Contains(whole(), name) {
					a.add(l.String(), s.picture())
				} else {
					a.add(l.String(), s.inside())
				}
			}
			a.check(t)
		})
	}
}

// footers are what stands below each scene: the keys that are named there, in the widest and the narrowest case, a line
// a scene.
type footers struct {
	mu    sync.Mutex
	lines map[look]map[string]string
}

// footLook is the look under which a scene's footer is kept. In English it is that of a smaller terminal.
func footLook(l look) (look, bool) {
	switch l {
	case look{lang.VI, 120, 40}:
		return l, true
	case look{lang.EN, 120, 40}, look{lang.EN, 80, 24}:
		return look{lang.EN, 80, 24}, true
	}
	return look{}, false
}

// add takes the footer of a scene that has been drawn.
func (f *footers) add(l look, name string, s *session) {
	kept, ok := footLook(l)
	if !ok {
		return
	}
	if l != kept {
		l = kept
		s.send(tea.WindowSizeMsg{Width: l.w, Height: l.h})
	}
	s.View() // what can be scrolled is known once it has been drawn
	line := s.footerLine()
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.lines == nil {
		f.lines = map[look]map[string]string{}
	}
	if f.lines[l] == nil {
		f.lines[l] = map[string]string{}
	}
	f.lines[l][name] = line
}

// check compares. Where only some scenes were asked for by name, there is nothing to compare.
func (f *footers) check(t *testing.T) {
	want := map[look]int{}
	for name := range openers() {
		for _, l := range looks(name) {
			if kept, ok := footLook(l); ok {
				want[kept]++
			}
		}
	}
	a := newAlbum("footers")
	for _, l := range []look{{lang.VI, 120, 40}, {lang.EN, 80, 24}} {
		if len(f.lines[l]) < want[l] {
			if !chosenByName() {
				t.Errorf("%s: %d of %d footers", l, len(f.lines[l]), want[l])
			}
			return
		}
		var b strings.Builder
		for _, name := range slices.Sorted(maps.Keys(f.lines[l])) {
			fmt.Fprintf(&b, "%s\n\t%s\n", name, f.lines[l][name])
		}
		a.add(l.String(), b.String())
	}
	a.check(t)
}

// chosenByName says whether go test was asked for some scenes only.
func chosenByName() bool {
	for _, name := range []string{"test.run", "test.skip"} {
		if strings.Contains(flag.Lookup(name).Value.String(), "/") {
			return true
		}
	}
	return false
}

// speaks fails where a scene says nothing, or something that is no words.
func (s *session) speaks(name string, l look) {
	s.t.Helper()
	said := []string{s.here().Speak(s.env())}
	if o := s.overlays.Top(); o != nil {
		said = o.Speak(s.overlayEnv())
	}
	if all := strings.Join(said, ""); strings.TrimSpace(all) == "" || strings.ContainsAny(all, "\x1b\n─│█") {
		s.t.Errorf("%s, %s: said is %q", name, l, said)
	}
}

// Every step of the ceremony of a ranking by share is one picture of the room's.
func TestSchoolCeremony(t *testing.T) {
	s := beginSchool(t, 120, 40).press("do:accept", "do:school", "do:close", "f7", "ctrl+p", "enter")
	steps, err := s.live.Ceremony(scoring.FromTheBottom)
	if err != nil {
		t.Fatal(err)
	}
	a := newAlbum("scenes/school-ceremony")
	for i := range len(steps) + 1 {
		a.add(fmt.Sprintf("step %02d", i), s.inside())
		s.press("pgdown")
	}
	a.check(t)
}

// Without colour a theme has bold, reverse and underline to say what it says: the one whose pictures are kept with
// their styles. That all themes draw the same text is another test's.
func TestMonochrome(t *testing.T) {
	for name, keys := range map[string][]string{
		"review": scenes()["review-percent"], "compare": scenes()["compare"], "board": scenes()["board"],
		"record": scenes()["record-undo"], "roll": scenes()["roll"],
	} {
		a := newAlbum("mono/" + name)
		for _, l := range []look{{lang.VI, 80, 24}, {lang.VI, 120, 40}} {
			s := begin(t, l.w, l.h, speaking(l.lang), func(o *Options) { o.Prefs.Theme = kit.Mono }).press(keys...)
			a.add(l.String(), readable(s.Text()))
		}
		a.check(t)
	}
}

// No picture is kept that no test draws.
func TestNoStrayPictures(t *testing.T) {
	known := []string{"footers", "scenes/ceremony-room", "scenes/ceremony-presenter", "scenes/school-ceremony"}
	for name := range openers() {
		known = append(known, "scenes/"+name)
	}
	for _, name := range []string{"review", "compare", "board", "record", "roll"} {
		known = append(known, "mono/"+name)
	}
	var found []string
	for _, pattern := range []string{"*", "*/*"} {
		files, err := filepath.Glob(filepath.Join("testdata", pattern+".*"))
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, files...)
	}
	for _, path := range found {
		name, _ := strings.CutPrefix(filepath.ToSlash(path), "testdata/")
		name, isAlbum := strings.CutSuffix(name, ".txtar")
		switch {
		case isAlbum && slices.Contains(known, name):
		case *update:
			if err := os.Remove(path); err != nil {
				t.Error(err)
			}
		default:
			t.Errorf("%s: nothing draws it; run `make golden`", path)
		}
	}
}

// roomScene is what people see of each other: the keys of the host, then of the one whose picture it is.
type roomScene struct {
	who       *meeting.Who // nil: the host's own picture
	host, own []string
}

// open brings host and guest there.
func (scene roomScene) open(t *testing.T, l look) *session {
	t.Helper()
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	h := &hall{t: t, m: m, room: meeting.NewRoomAt(clock), w: l.w, h: l.h, lang: l.lang}
	t.Cleanup(h.room.Come(nil))
	host := h.come(nil, false)
	s := host
	if scene.who != nil {
		s = h.come(scene.who, true)
	} else {
		t.Cleanup(h.room.Come(reviewerOf("Bắc Ninh")))
	}
	h.then(host, scene.host...)
	for _, key := range scene.own {
		if key == "suggest" {
			missing := scoring.Score{Unit: "Nam Định", Criterion: "3.1.3", Mark: scoring.InPercent(6000),
				Reason: "thiếu minh chứng"}
			if err := h.room.Suggest(reviewerOf("Bắc Ninh"), []scoring.Act{missing}, 0); err != nil {
				t.Fatal(err)
			}
			key = ""
		}
		if h.then(s); key != "" {
			h.then(s, key)
		}
	}
	return s
}
