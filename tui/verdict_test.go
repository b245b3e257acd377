package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/screen"
)

// large reports whether letters for the back row stand in a picture.
func (s *session) large() bool { return strings.Count(s.picture(), "█") > 30 }

// announces fails unless a verdict stands before the session, or unless none does.
func (s *session) announces(want bool) {
	s.t.Helper()
	if s.announced() != want || !s.large() && want {
		s.t.Errorf("a verdict: %t, want %t\n%s", s.announced(), want, s.picture())
	}
}

// What a vote came to stands there, large, with all counts and the sum, until a key; that key does nothing else.
func TestVerdictStaysUntilAKey(t *testing.T) {
	for _, way := range [][]string{
		{"7", "enter", "1", "enter"}, // typed
		{"*"},                        // unanimous
		{"=", "1", "1", "1", "1", "1", "1", "1", "2", "3", "enter"},             // called
		{"ctrl+p", "space", "7", "enter", "1", "enter"},                         // before the room, in secret
		{"ctrl+p", "=", "1", "1", "1", "1", "1", "1", "1", "2", "3", "enter"}} { // before the room, by name
		s := begin(t, 80, 24).press("f5", "enter").press(way...)
		seq := s.live.Seq()
		for range 2 { // projected or not, it stays
			s.announces(true)
			s.shows("Hải Dương, 12.4 ", "phiếu", "không tán thành", "cần ít nhất 5")
			s.press("ctrl+p")
		}
		s.press("f1", "esc", "ctrl+l", "ctrl+l")
		s.announces(true)
		s.send(tea.KeyPressMsg{Code: tea.KeyEnter, IsRepeat: true}) // the key that recorded it, still held down
		s.announces(true)
		s.press("=") // opens a roll call where there is a question, accepts a unit elsewhere
		s.announces(false)
		if s.live.Seq() != seq || s.editing() || s.on() != screen.Vote {
			t.Errorf("%v: the key that took the verdict away did more: on %s, %d decisions", way, s.on(),
				s.live.Seq()-seq)
		}
	}
}

// A key of another screen goes there at once; a vote that is taken back is no verdict any more.
func TestVerdictGivesWay(t *testing.T) {
	s := begin(t, 120, 40).press("f5", "enter", "*", "f4")
	if s.on() != screen.Board || s.announced() {
		t.Errorf("on %s", s.on())
	}
	h, host := newHall(t)
	h.then(host, "f5", "enter", "*")
	if !host.announced() {
		t.Fatal("no verdict")
	}
	undo := meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{scoring.Undo{Seq: h.m.Snapshot().Seq()}}}
	if _, err := h.m.Propose(t.Context(), undo); err != nil {
		t.Fatal(err)
	}
	if host.Refresh(); host.announced() {
		t.Error("the verdict of a vote that was undone still stands")
	}
}

// What was typed while the vote was being written waits behind the verdict: nobody has seen it yet.
func TestKeysTypedAheadWaitForTheVerdict(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	s := beginWith(t, m, 120, 40).press("f5", "enter")
	_, cmd := s.Update(keyMsg(t, "*"))
	s.press("+", "text:Hội thao")
	s.send(cmd())
	if !s.announced() {
		t.Fatalf("what was typed ahead took the verdict away:\n%s", s.picture())
	}
	s.press("enter")
	s.shows("Hội thao")
}

// Everybody who follows sees the verdict as long as the one who leads, whoever has recorded it, and can take it away
// alone; who looks around alone is not disturbed.
func TestVerdictBeforeTheRoom(t *testing.T) {
	h, host := newHall(t)
	v, alone, sec := h.come(reviewerOf("Bắc Ninh"), true), h.come(observer(), true),
		h.come(secretary("Thư ký cụm"), true)
	h.then(alone, "f4")
	h.then(host, "f5", "enter", "*")
	for _, s := range []*session{host, v, sec} {
		s.announces(true)
	}
	alone.announces(false)
	if v.Quiet() { // the note of the vote is its own
		v.Hush()
	}
	h.then(v, "=")
	v.announces(false)
	if h.m.Snapshot().Seq() != host.live.Seq() || v.Quiet() || !v.Following() {
		t.Errorf("taking it away did more, or the picture would be shared again: following %t", v.Following())
	}
	h.then(host, "enter")
	sec.announces(false)

	h.then(sec, "f5", "enter", "*")
	for _, s := range []*session{host, v, sec} {
		s.announces(true)
	}
	h.then(host, "enter")
	host.announces(false)
	v.announces(false)
	sec.announces(true) // recorded there: until a key there

	h.then(host, "f2", "9") // what is being typed is not covered
	h.then(sec, "enter", "f5", "+", "text:Hội thao", "enter", "*")
	sec.announces(true)
	host.announces(false)
}

// A round that elects, and lots, name the unit; a round that elects nobody stays among the counts.
func TestVerdictOfAnElection(t *testing.T) {
	s := begin(t, 120, 40).press("do:accept", "f6", "4", "down", "down", "4", "down", "1", "=")
	if s.announced() {
		t.Errorf("a round without a winner is announced:\n%s", s.picture())
	}
	s.press("5", "down", "4", "=")
	s.shows("Được bầu làm Cụm trưởng", "phiếu trắng 0, không hợp lệ 0")
	if unit, _, _ := s.live.Elected(scoring.Leader); !strings.Contains(s.speak(), s.live.Units()[unit].Name()) {
		t.Errorf("said: %s", s.speak())
	}
}

// A vote that opens goes before the verdict before it, also where nobody has taken that away.
func TestNextVoteGoesBeforeTheVerdict(t *testing.T) {
	h, host := newHall(t)
	v, sec := h.come(reviewerOf("Bắc Ninh"), true), h.come(secretary("Thư ký cụm"), true)
	h.then(sec, "f5", "enter", "*")
	v.announces(true)
	h.then(sec, "enter", "f5", "enter", "=")
	host.announces(false)
	v.announces(false)
	if h.then(v, "f5", "1", "enter"); !h.room.Floor().Poll.Voted("Bắc Ninh") {
		t.Errorf("the ballot is not in:\n%s", v.picture())
	}
}

// The verdict and its sum are seen in every window but the lowest, in letters for the back row from 80 by 24 on.
func TestVerdictFitsEveryWindow(t *testing.T) {
	for _, name := range []string{"verdict", "verdict-not", "verdict-elected"} {
		s := quick(t, 120, 40).press(scenes()[name]...)
		for w := 40; w <= 200; w += 20 {
			for h := 10; h <= 60; h += 7 {
				s.send(tea.WindowSizeMsg{Width: w, Height: h})
				summed := strings.Contains(s.picture(), "cần ít nhất")
				if !s.announced() || h >= 17 && !summed || w >= 80 && h >= 24 && !s.large() {
					t.Errorf("%s, %d by %d:\n%s", name, w, h, s.picture())
				}
			}
		}
	}
}
