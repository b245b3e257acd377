package tui

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"thidua/data/meeting"
	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// How much of the room the screens use: of the lines of a screen's body, those on which nothing stands.

// mostEmpty is the part of a body's lines, in hundredths, that may be empty in a terminal of 120x40.
const mostEmpty = 33

// usedScreens are the screens that are measured: all but those in letters for the back row, where air is part of the
// picture.
func usedScreens() map[string][]string {
	return map[string][]string{
		"F2 review":    nil,
		"F3 criterion": {"f3"},
		"F3 field":     {"f3", "home"},
		"F4 board":     {"f4"},
		"F4 field":     {"f4", "right"},
		"F5 list":      {"f5"},
		"F5 count":     {"f5", "enter", "5"},
		"F6 election":  {"f6", "4"},
		"F7 closing":   {"f7"},
		"F7 closed":    {"do:accept", "do:elect", "do:close", "f7"},
		"F8 record":    {"f8"},
		"F9 roll":      {"f9"},
		"F10 minutes":  {"f10"},
		"F11":          {"do:accept", "do:close", "do:appraise", "f11"},
	}
}

// roomy are the screens that may have more empty lines, and why.
func roomy() map[string]string {
	return map[string]string{
		"F8 record": "grows with the meeting",
	}
}

// The screens use the room that there is. What is measured is in the test's log:
//
//	go test ./tui -run TestRoomUsed -v
func TestRoomUsed(t *testing.T) {
	const nine, twelve = "9 units", "12 units"
	meetings := map[string]func(testing.TB, int, int) *session{
		nine:   func(t testing.TB, w, h int) *session { return quick(t, w, h) },
		twelve: func(t testing.TB, w, h int) *session { return beginTwelve(t, w, h) },
	}
	var log strings.Builder
	for _, name := range slices.Sorted(maps.Keys(usedScreens())) {
		fmt.Fprintf(&log, "\n%-14s", name)
		for _, units := range []string{nine, twelve} {
			for _, l := range []look{{lang.VI, 80, 24}, {lang.VI, 120, 40}, {lang.VI, 200, 60}} {
				if units == twelve && slices.Contains(usedScreens()[name], "do:elect") {
					continue // who is elected there is of the sample
				}
				s := meetings[units](t, l.w, l.h).press(usedScreens()[name]...)
				empty := s.emptyLines()
				fmt.Fprintf(&log, "  %s %dx%d: %2d %%", units, l.w, l.h, empty)
				if l.w == 120 && empty > mostEmpty && roomy()[name] == "" {
					t.Errorf("%s, %s at %dx%d: %d %% of the lines are empty\n%s", name, units, l.w, l.h, empty,
						s.inside())
				}
			}
		}
	}
	t.Log(log.String())
}

// emptyLines is the part of the body's lines on which nothing stands, in hundredths.
func (s *session) emptyLines() int {
	s.t.Helper()
	lines := strings.Split(strings.TrimSuffix(s.inside(), "\n"), "\n")
	empty := 0
	for _, line := range lines {
		if strings.TrimSpace(line) == "" {
			empty++
		}
	}
	return 100 * empty / len(lines)
}

// twelveBegin makes the sheets of the largest cluster, by a sum and not by chance.
func twelveBegin() (scoring.New, error) {
	sample, err := loadSample()
	if err != nil {
		return scoring.New{}, err
	}
	book, err := rulebook.Open(sample.Begin.Rulebook.ID)
	if err != nil {
		return scoring.New{}, err
	}
	begun := scoring.New{Rulebook: book.Rulebook, Text: book.Text, Cluster: "8", Year: sample.Begin.Year}
	at := slices.IndexFunc(book.Clusters, func(c scoring.Cluster) bool { return c.ID == begun.Cluster })
	for i, unit := range book.Clusters[at].Units {
		sheet := &scoring.Sheet{Unit: unit, Marks: map[string]scoring.Mark{}}
		for k, node := range book.Leaves() {
			of := scoring.Percent(7000 + (i*370+k*230)%3000)
			sheet.Marks[book.Criteria[node].Code] = scoring.InPercent(of)
		}
		if i < 4 {
			asks := scoring.Request{Target: "9.1", Points: scoring.Point, Reason: "cách làm được nhân rộng"}
			sheet.Requests = []scoring.Request{asks}
		}
		begun.Sheets = append(begun.Sheets, sheet)
	}
	return begun, nil
}

// beginTwelve opens a meeting of the largest cluster at which everybody is there.
func beginTwelve(t testing.TB, w, h int, change ...func(*Options)) *session {
	t.Helper()
	m := again(t, "twelve", func() (*meeting.Meeting, error) {
		begun, err := twelveBegin()
		if err != nil {
			return nil, err
		}
		return meeting.InMemory("Thư ký", begun, clock)
	})
	return beginWith(t, m, w, h, change...).press("f9", "*", "f2")
}

// twelveScenes are pictures of that meeting: how one gets there from the roll.
func twelveScenes() map[string][]string {
	return map[string][]string{
		"twelve-review":        nil,
		"twelve-compare-field": {"f3", "home"},
		"twelve-board":         {"f4", "down"},
		"twelve-board-field":   {"f4", "right", "right"},
		"twelve-board-room":    {"f4", "ctrl+p"},
		"twelve-compare-room":  {"f3", "ctrl+p"},
		"twelve-vote":          {"f5"},
		"twelve-vote-count":    {"f5", "enter", "7", "enter", "3"},
		"twelve-election":      {"f6", "5", "down", "4"},
		"twelve-election-room": {"f6", "5", "down", "4", "ctrl+p"},
		"twelve-roll-room":     {"f9", "ctrl+p"},
		"twelve-closing-room":  {"f7", "ctrl+p"},
	}
}
