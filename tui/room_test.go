package tui

import (
	"strings"
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/screen"
)

func secretary(name string) *meeting.Who {
	return &meeting.Who{Name: name, Role: scoring.Secretary}
}

// What is tried out stays that until the person ends it, whatever happens in the room meanwhile.
func TestTryingOutInARoom(t *testing.T) {
	h, host := newHall(t)
	for _, w := range []*meeting.Who{secretary("Thư ký cụm"), reviewerOf("Bắc Ninh"), observer()} {
		s := h.come(w, true)
		seq := host.live.Seq()
		h.then(s, "ctrl+w")
		h.then(host, "pgdown", "down")
		if s.mode != screen.WhatIf {
			t.Fatalf("%s: the trial was ended by the room", w.Role)
		}
		h.then(s, "3", "3", "enter")
		if host.live.Seq() != seq || len(h.room.Floor().Suggestions) > 0 {
			t.Errorf("%s: a trial was recorded or suggested: %+v", w.Role, host.live.Last().Act)
		}
		h.then(s, "ctrl+w")
		if s.mode != screen.Live || s.stand() != host.stand() {
			t.Errorf("%s: after the trial at %+v, the host is at %+v", w.Role, s.stand(), host.stand())
		}
	}
}

// Nothing that is tried out opens a ballot box, counts a vote, or ends one.
func TestTryingOutLeavesBallotsAlone(t *testing.T) {
	h, host := newHall(t)
	v, s := h.come(reviewerOf("Bắc Ninh"), true), h.come(secretary("Thư ký cụm"), true)
	h.then(host, "f6", "ctrl+b")
	box := h.room.Floor().Box
	h.then(v, "down", "down", "enter", "enter")
	h.then(s, "ctrl+f", "ctrl+w", "f6", "=", "delete", "delete", "9", "=")
	s.hides("Hải Dương 1")
	h.then(s, "ctrl+w")
	if in, _ := box.Progress(); h.room.Floor().Box != box || in != 1 {
		t.Errorf("the box was touched: %d in", in)
	}
	h.then(host, "delete", "delete", "f5", "enter", "space", "=")
	poll := h.room.Floor().Poll
	h.then(v, "1", "enter")
	h.then(s, "ctrl+w", "f5", "enter", "enter", "enter")
	s.hides("1 phiếu tán thành")
	h.then(s, "ctrl+w")
	if in, _ := poll.Progress(); h.room.Floor().Poll != poll || in != 1 {
		t.Errorf("the vote was touched: %d in", in)
	}
}

// Two who count one vote: to look at it and leave does not end it, and it goes on record once.
func TestTwoWhoCount(t *testing.T) {
	h, host := newHall(t)
	v := h.come(reviewerOf("Bắc Ninh"), true)
	s := h.come(&meeting.Who{Name: "Chủ tọa", Role: scoring.Chair}, true)
	h.then(host, "f5", "enter", "=")
	h.then(v, "1", "enter")
	h.then(s, "enter", "esc")
	if h.room.Floor().Poll == nil {
		t.Fatal("looking at the count ended the vote")
	}
	h.then(s, "enter")
	seq := h.m.Snapshot().Seq()
	host.press("enter") // one of nine ballots is in: it is asked
	s.press("enter", "enter")
	if h.m.Snapshot().Seq() != seq+1 {
		t.Fatal("the vote is not on record, or was before it was meant")
	}
	seq++
	host.press("enter")
	if h.m.Snapshot().Seq() != seq {
		t.Errorf("the vote is on record twice: %+v", h.m.Snapshot().Last().Act)
	}
	h.then(host)
	if host.editing() || h.room.Floor().Poll != nil {
		t.Errorf("the host still counts:\n%s", host.picture())
	}
}

// Ballots that are in are dropped only when that is meant.
func TestDroppingBallots(t *testing.T) {
	h, host := newHall(t)
	v := h.come(reviewerOf("Bắc Ninh"), true)
	h.then(host, "f5", "enter", "=")
	h.then(v, "1", "enter")
	h.then(host, "esc")
	if h.room.Floor().Poll == nil {
		t.Fatal("one key dropped a ballot")
	}
	h.then(host, "up", "esc")
	if h.room.Floor().Poll == nil {
		t.Fatal("what was asked before another key was taken for meant")
	}
	h.then(host, "esc")
	if h.room.Floor().Poll != nil {
		t.Error("the vote is still open")
	}
	h.then(host, "f6", "ctrl+b")
	h.then(v, "1", "enter")
	h.then(host, "delete", "down", "delete") // another key takes back what was asked
	if h.room.Floor().Box == nil {
		t.Fatal("what was asked of one key was done by another")
	}
	h.then(host, "delete")
	if h.room.Floor().Box != nil {
		t.Error("the box is still open")
	}
}

// Who listens instead of looking hears how many have voted in secret, not how it stands.
func TestSecretIsNotSpoken(t *testing.T) {
	h, host := newHall(t)
	v := h.come(reviewerOf("Bắc Ninh"), true)
	h.then(host, "f5", "enter", "space", "=")
	h.then(v, "1", "enter")
	said := host.here().Speak(host.env())
	if strings.Contains(said, "tán thành") || !strings.Contains(said, "1 trên 9") {
		t.Errorf("said %q", said)
	}
}

// Without a host's screen two sessions of the chair lead in turn, each only by its own keys; the room comes to rest.
func TestTwoChairs(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	h := &hall{t: t, m: m, room: meeting.NewRoom(), w: 120, h: 40}
	chair := &meeting.Who{Name: "Chủ tọa", Role: scoring.Chair}
	a := h.come(chair, false)
	h.then(a, "pgdown", "pgdown")
	b := h.come(chair, false)
	if a.stand() != b.stand() {
		t.Errorf("the chair comes back at %+v and was at %+v", b.stand(), a.stand())
	}
	h.then(a, "f4")
	version := h.room.Floor().Version
	for range 3 {
		h.then(a)
		h.then(b)
	}
	if got := h.room.Floor(); got.Version != version || got.Stand != a.stand() {
		t.Errorf("version %d became %d, at %+v", version, got.Version, got.Stand)
	}
	h.then(b, "pgdown")
	if h.room.Floor().Stand != b.stand() {
		t.Error("the second session of the chair cannot lead")
	}
}

// A chair whose connection was lost in the middle of a ceremony goes on with it; the others wait on the stage.
func TestCeremonyOutlivesTheChair(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	h := &hall{t: t, m: m, room: meeting.NewRoom(), w: 120, h: 40}
	chair := &meeting.Who{Name: "Chủ tọa", Role: scoring.Chair}
	leave := h.room.Come(chair)
	a := beginWith(t, m, 120, 40, func(o *Options) { o.Room, o.Who, o.By = h.room, chair, chair.Name })
	a.press("do:accept", "do:elect", "do:close")
	o := h.come(observer(), true)
	h.then(a, "f7", "enter", "pgdown", "pgdown")
	leave()
	h.then(o, "f4")
	b := h.come(chair, false)
	if got := b.stand(); got != a.stand() || got.Reveal.Shown != 2 {
		t.Fatalf("the chair comes back at %+v, and was at %+v", got, a.stand())
	}
	h.then(b, "pgdown")
	if got := o.stand(); got.Screen != string(screen.Ceremony) || got.Reveal.Shown != 3 {
		t.Errorf("the observer is at %+v", got)
	}
}

// A slip of a key in the middle of a ceremony does not show what is still to come, to the room or to anybody at a
// terminal.
func TestOnStage(t *testing.T) {
	h, host := newHall(t, "accept", "elect", "close")
	s, r := h.come(secretary("Thư ký cụm"), false), h.come(reviewerOf("Bắc Ninh"), true)
	h.then(host, "f7", "enter", "pgdown")
	before := []string{host.picture(), s.picture(), r.picture()}
	h.then(host, "f4", "f2", "tab", "ctrl+k", "ctrl+z")
	h.then(s, "f4", "ctrl+k", "tab")
	for i, p := range []string{host.picture(), s.picture(), r.picture()} {
		if p != before[i] {
			t.Errorf("picture %d has changed:\n%s", i, p)
		}
	}
	h.then(host, "esc")
	if !host.stand().Reveal.Running {
		t.Error("one key ended the ceremony")
	}
	h.then(host, "pgdown", "pgup", "esc", "esc")
	if host.stand().Reveal.Running {
		t.Error("the ceremony cannot be ended")
	}
	h.then(host, "f4")
	if r.stand().Screen != string(screen.Board) {
		t.Errorf("the reviewer is at %+v", r.stand())
	}
}

// A question that decides something is read in one's own language.
func TestQuestionInOnesOwnLanguage(t *testing.T) {
	h, host := newHall(t)
	h.lang = h.lang.Other()
	r := h.come(reviewerOf("Bắc Ninh"), true)
	h.then(host, "f5", "enter", "=")
	if want := "bonus of"; !strings.Contains(r.picture(), want) {
		t.Errorf("no %q in\n%s", want, r.picture())
	}
	if _, ok := h.room.Floor().Poll.Question().Act.(scoring.Bonus); !ok {
		t.Error("the question decides nothing")
	}
}

// On the narrowest terminals too everybody sees how they stand to the room, and who may take suggestions over that
// there are some.
func TestBadgeFits(t *testing.T) {
	for _, size := range [][2]int{{45, 12}, {80, 24}, {100, 24}, {120, 40}} {
		w := size[0]
		h, host := newHall(t)
		h.w, h.h = w, size[1]
		r, s := h.come(reviewerOf("Quảng Ninh"), true), h.come(secretary("Thư ký cụm"), true)
		following, alone := "theo", "xem riêng"
		if w < narrowWindow {
			following, alone = "◉", "○"
		}
		for _, key := range []string{"f3", "f5", "f8", "f2"} {
			h.then(host, key)
			r.shows(following, "thành viên Quảng Ninh")
			s.shows(following, "thư ký")
		}
		h.then(r, "7", "0", "enter")
		s.shows("✉ 1", following, "thư ký")
		h.then(r, "pgdown")
		r.shows(alone, "thành viên Quảng Ninh")
		h.then(s, "down")
		s.shows("✉ 1", alone, "thư ký")
	}
}

// On the smallest terminal the question is cut before the choices are: who votes sees all of them, and what is marked.
func TestChoicesFitASmallWindow(t *testing.T) {
	h, host := newHall(t)
	h.w, h.h = 45, 12
	r := h.come(reviewerOf("Quảng Ninh"), true)
	h.then(host, "f5", "enter", "=")
	h.then(r, "f5")
	r.shows("12.4", "1 Tán thành", "2 Không tán thành", "3 Không biểu quyết")
	h.then(r, "2")
	r.shows("› 2 Không tán thành")
}

// Without a screen of the host a second chair sees who leads instead.
func TestSecondChairIsTold(t *testing.T) {
	h, _ := newHall(t)
	h.room = meeting.NewRoomAt(clock)
	h.all = nil
	first := h.come(&meeting.Who{Name: "Cụm trưởng", Role: scoring.Chair}, false)
	second := h.come(&meeting.Who{Name: "Cụm phó", Role: scoring.Chair}, true)
	h.then(first, "f4")
	second.shows("chủ tọa", "theo Cụm trưởng đang điều hành")
	h.then(second, "f5")
	if f := h.room.Floor(); f.Stand.Screen != string(screen.Board) {
		t.Errorf("the second takes everybody to %s", f.Stand.Screen)
	}
}

// What a reviewer's keys begin is a suggestion, and they say so.
func TestKeysOfAReviewerSaySuggest(t *testing.T) {
	h, host := newHall(t)
	r := h.come(reviewerOf("Bắc Ninh"), true)
	r.shows("0–9 đề nghị %")
	r.hides("sửa %")
	host.shows("0–9 sửa %")
	host.hides("đề nghị %")
}

// Level units are put in order by ballots from every terminal, place by place; each count is recorded as the box has
// it.
func TestOrderFromTerminals(t *testing.T) {
	h, host := newHall(t, "tie")
	var voters []*session
	for _, u := range host.live.Units() {
		if u.Present() {
			voters = append(voters, h.come(reviewerOf(u.Name()), true))
		}
	}
	group := host.live.Standings(scoring.Agreed).OpenTies()[0].Units
	h.then(host, "f5", "enter", "=")
	box := h.room.Floor().Box
	if box == nil || box.Subject() == "" {
		t.Fatalf("no box is open:\n%s", host.picture())
	}
	for i, v := range voters {
		v.shows("Phiếu kín của đơn vị bạn", "Đơn vị nào xếp hạng 4")
		h.then(v, "enter") // nothing is chosen yet
		v.shows("chưa chọn")
		h.then(v, []string{"1", "2", "2"}[i%3], "enter")
		v.shows("Phiếu của", "đã vào hòm")
	}
	h.then(voters[0], "f6")
	if h.room.Floor().Box != box {
		t.Fatal("the election screen closed the box of the vote")
	}
	host.shows("9 trên 9")
	h.then(host, "backspace", "9", "up", "0", "enter") // the count is nobody's to change
	if h.room.Floor().Box != nil {
		t.Error("the box is still open")
	}
	v, ok := host.live.Last().Act.(scoring.Vote)
	if !ok || v.For != 6 || v.Against != 3 || !v.Secret || v.Opened == 0 || len(v.Voted) != 9 || v.Votes != nil {
		t.Fatalf("recorded %+v\n%s", host.live.Last().Act, host.picture())
	}
	table := host.live.Standings(scoring.Agreed)
	if table.Place(group[1]) >= table.Place(group[0]) || len(table.OpenTies()) != 0 {
		t.Errorf("the order is not as voted:\n%s", host.picture())
	}
}
