package tui

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// blocBook is the sample's rulebook for a bloc: it calls the group so, names its own offices, three of them, and its
// clusters have no names of their own.
func blocBook(t testing.TB) *rulebook.Book {
	t.Helper()
	book, err := rulebook.Open("5350-2019")
	if err != nil {
		t.Fatal(err)
	}
	text := regexp.MustCompile(`(?m)^(name     = \{ vi = "Cụm thi đua số .*|offices   = .*|signer .*)$`).
		ReplaceAllString(book.Text, "")
	text = regexp.MustCompile(`(?s)\[\[clause\]\]\n.*?\n# ====`).ReplaceAllString(text, "# ====") // the letter's words
	text = regexp.MustCompile(`(?m)^(total_)?clause +=.*$`).ReplaceAllString(text, "")
	text = strings.Replace(text, "[scale]", `[words]
group = { vi = "khối", en = "bloc" }
[[office]]
id = "leader"
name = { vi = "Khối trưởng", en = "head" }
[[office]]
id = "deputy"
name = { vi = "Khối phó thứ nhất", en = "first deputy" }
[[office]]
id = "deputy2"
name = { vi = "Khối phó thứ hai", en = "second deputy" }
[scale]`, 1)
	out, err := rulebook.Read("bloc.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// blocMeeting is the sample meeting under that rulebook, with one unit that handed in no sheet.
func blocMeeting(t testing.TB) *meeting.Snapshot {
	t.Helper()
	s, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	book := blocBook(t)
	begun := s.Begin
	begun.Rulebook, begun.Text, begun.Sheets = book.Rulebook, book.Text, nil
	for _, sheet := range s.Begin.Sheets {
		if sheet.Unit == "Hà Nam" {
			begun.Without = []scoring.Without{{Unit: sheet.Unit, Reason: "mới sáp nhập"}}
			continue
		}
		theirs := *sheet
		theirs.Requests = nil // units say cluster if they like
		begun.Sheets = append(begun.Sheets, &theirs)
	}
	m, err := meeting.InMemory("Thư ký", begun, clock)
	if err != nil {
		t.Fatal(err)
	}
	var batch []scoring.Act
	for _, u := range m.Snapshot().Units() {
		batch = append(batch, scoring.Attend{Unit: u.Name(), Present: true})
	}
	snap, err := m.Propose(t.Context(), meeting.Proposal{By: "Thư ký", Acts: batch})
	if err != nil {
		t.Fatal(err)
	}
	return snap
}

// Where a rulebook calls the group a bloc no screen says cluster, at any size and in either language, in its pictures,
// its help, its keys or by ear.
func TestScreensSayWhatTheRulebookSays(t *testing.T) {
	foreign := regexp.MustCompile(`(?i)cụm|cluster`)
	t.Parallel()
	scenes := map[string][]string{}
	for _, key := range []string{"f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9"} {
		scenes[key] = []string{key}
		scenes[key+" help"] = []string{key, "f1"}
		scenes[key+" help, below"] = []string{key, "f1", "pgdown"}
		scenes[key+" projected"] = []string{key, "ctrl+p"}
		scenes[key+" why"] = []string{key, "?"}
		scenes[key+" actions"] = []string{key, "ctrl+k"}
	}
	said, snap := map[lang.Lang]string{}, blocMeeting(t)
	for _, l := range []lang.Lang{lang.VI, lang.EN} {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
			for _, name := range slices.Sorted(maps.Keys(scenes)) {
				s := beginWith(t, &inPlace{snap: snap}, size[0], size[1], speaking(l)).press(scenes[name]...)
				picture := s.picture()
				said[l] += picture
				if found := foreign.FindString(picture); found != "" {
					t.Errorf("%s, %v, %s says %q:\n%s", name, size, l, found, picture)
				}
			}
		}
	}
	for l, words := range map[lang.Lang][]string{
		lang.VI: {"KHỐI THI ĐUA SỐ 2", "khối thống nhất", "Khối trưởng", "mới sáp nhập"},
		lang.EN: {"EMULATION BLOC 2", "head", "no sheet"},
	} {
		for _, w := range words {
			if !strings.Contains(said[l], w) {
				t.Errorf("%s: no screen says %q", l, w)
			}
		}
	}
}

// An office is filled without a ballot on the screen of elections: by agreement, or by the body above with its paper.
func TestAppointOnScreen(t *testing.T) {
	t.Parallel()
	s := beginWith(t, &inPlace{snap: blocMeeting(t)}, 120, 40).press("f6", "down", "!")
	if p := s.picture(); !strings.Contains(p, "hội nghị nhất trí cử Bắc Ninh làm Khối trưởng") {
		t.Fatalf("the form does not say what is put on record:\n%s", p)
	}
	s.press("enter")
	if p := s.picture(); !strings.Contains(p, "BẦU KHỐI PHÓ THỨ NHẤT") {
		t.Fatalf("the next office is not up:\n%s", p)
	}
	s.press("!", "down", "enter")
	if p := s.picture(); !strings.Contains(p, "Ghi văn bản phân công") {
		t.Errorf("an assignment without its paper is taken:\n%s", p)
	}
	s.press("text:QĐ 12", "enter")
	for office, want := range map[scoring.Office]string{"leader": "Bắc Ninh agreed", "deputy": "Vĩnh Phúc assigned"} {
		unit, how, ok := s.seen.Elected(office)
		if got := s.seen.Units()[unit].Name() + " " + how; !ok || got != want {
			t.Errorf("%s: %s, want %s", office, got, want)
		}
	}
}
