package tui

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// hall is a meeting with a room: the host, and whoever comes in.
type hall struct {
	t    *testing.T
	m    Meeting
	room *meeting.Room
	all  []*session
	w, h int
	lang lang.Lang
}

func newHall(t *testing.T, stretches ...string) (*hall, *session) {
	t.Helper()
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	h := &hall{t: t, m: m, room: meeting.NewRoomAt(clock), w: 120, h: 40}
	t.Cleanup(h.room.Come(nil))
	host := h.come(nil, false)
	for _, s := range stretches {
		host.press("do:" + s)
	}
	return h, host
}

// come lets somebody in.
func (h *hall) come(w *meeting.Who, follow bool) *session {
	h.t.Helper()
	by := "Thư ký"
	if w != nil {
		h.t.Cleanup(h.room.Come(w))
		by = w.Name
	}
	s := beginWith(h.t, h.m, h.w, h.h, func(o *Options) {
		o.Room, o.Who, o.Follow, o.By, o.Lang = h.room, w, follow, by,
			h.lang
	})
	h.all = append(h.all, s)
	return s
}

// then lets somebody press keys, and everybody see what came of it.
func (h *hall) then(s *session, keys ...string) *session {
	h.t.Helper()
	s.press(keys...)
	for _, other := range h.all {
		other.Refresh()
	}
	return s
}

func reviewerOf(unit string) *meeting.Who {
	return &meeting.Who{Name: "Thành viên " + unit, Role: scoring.Reviewer, Unit: unit}
}

func observer() *meeting.Who { return &meeting.Who{Name: "Dự khán", Role: scoring.Observer} }

func (s *session) shows(want ...string) {
	s.t.Helper()
	for _, w := range want {
		if !strings.Contains(s.picture(), w) {
			s.t.Errorf("no %q in\n%s", w, s.picture())
		}
	}
}

func (s *session) hides(unwanted ...string) {
	s.t.Helper()
	for _, w := range unwanted {
		if strings.Contains(s.picture(), w) {
			s.t.Errorf("%q is in\n%s", w, s.picture())
		}
	}
}

func TestFollowing(t *testing.T) {
	h, host := newHall(t)
	r := h.come(reviewerOf("Bắc Ninh"), true)
	h.then(host, "pgdown", "down", "down")
	if got, want := r.stand(), host.stand(); got != want {
		t.Fatalf("the follower is at %+v, the host at %+v", got, want)
	}
	r.shows("thành viên Bắc Ninh · ◉ theo chủ tọa")
	h.then(host, "f4")
	if r.stand().Screen != string(screen.Board) {
		t.Errorf("the follower is at %+v", r.stand())
	}
	h.then(host, "f2")

	h.then(r, "down")
	if r.Following() {
		t.Error("who goes elsewhere still follows")
	}
	here := r.stand()
	h.then(host, "pgdown")
	if r.stand() != here {
		t.Error("who looks around alone was taken along")
	}
	r.shows("xem riêng", "thành viên Bắc Ninh", "cách chủ tọa", "mục")
	h.then(r, "ctrl+f")
	if r.stand() != host.stand() || !r.Following() {
		t.Errorf("back at %+v, the host is at %+v", r.stand(), host.stand())
	}

	late := h.come(observer(), true)
	if late.stand() != host.stand() {
		t.Errorf("who comes late is at %+v, the host at %+v", late.stand(), host.stand())
	}
}

// What is being typed is not torn away; it catches up afterwards.
func TestFollowingWaitsForTyping(t *testing.T) {
	h, host := newHall(t)
	r := h.come(reviewerOf("Bắc Ninh"), true)
	h.then(r, "7")
	here := r.stand()
	h.then(host, "pgdown", "down")
	if r.stand() != here {
		t.Fatal("the edit was torn away")
	}
	r.shows("cách chủ tọa")
	h.then(r, "esc")
	if r.stand() != host.stand() {
		t.Errorf("at %+v after the edit, the host is at %+v", r.stand(), host.stand())
	}
}

func TestAway(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	h := &hall{t: t, m: m, room: meeting.NewRoom(), w: 120, h: 40}
	chair := &meeting.Who{Name: "Chủ tọa", Role: scoring.Chair}
	leave := h.room.Come(chair)
	c := beginWith(t, m, 120, 40, func(o *Options) { o.Room, o.Who = h.room, chair })
	c.press("pgdown")
	r := h.come(observer(), true)
	r.shows("theo chủ tọa")
	leave()
	f := h.room.Floor()
	r.heard(f)
	r.clock = f.Away.Add(12 * time.Second)
	r.shows("chủ tọa vắng 12 s")
	h.come(chair, false)
	r.Refresh()
	r.shows("theo chủ tọa")
}

// A ceremony is seen by everybody as far as the host has gone, and nobody can look ahead.
func TestCeremonyIsNotSpoilt(t *testing.T) {
	h, host := newHall(t, "accept", "elect", "close")
	r, alone := h.come(reviewerOf("Bắc Ninh"), true), h.come(observer(), false)
	h.then(r, "ctrl+k")
	h.then(alone, "f4", "?")
	h.then(host, "f7", "enter", "pgdown")
	for _, s := range []*session{r, alone} {
		if s.overlays.Any() {
			t.Fatalf("the %s lies over the ceremony", s.overlays.Top().ID())
		}
		if s.stand().Screen != string(screen.Ceremony) {
			t.Fatalf("at %+v during the ceremony", s.stand())
		}
		before := s.picture()
		h.then(s, "f4", "f2", "pgdown", "enter", "ctrl+k", "tab", "f8", "esc", "ctrl+f", "ctrl+e")
		if s.picture() != before {
			t.Errorf("keys changed what is seen during the ceremony:\n%s", s.picture())
		}
		s.hides("Cụm trưởng", "Cờ thi đua")
	}
	if r.stand().Reveal.Shown != 1 {
		t.Errorf("revealed %d steps", r.stand().Reveal.Shown)
	}
	h.then(host, ".")
	if !r.stand().Reveal.Blank {
		t.Error("the host's blank screen is not blank here")
	}
	h.then(host, ".")
	for range host.stand().Reveal.Of {
		h.then(host, "pgdown")
	}
	h.then(alone, "f4")
	if alone.stand().Screen != string(screen.Board) {
		t.Error("nobody may look around after the ceremony")
	}
}

func TestSuggestions(t *testing.T) {
	h, host := newHall(t)
	r := h.come(reviewerOf("Bắc Ninh"), true)
	seq := host.live.Seq()
	h.then(r, "7", "0", "enter")
	if host.live.Seq() != seq {
		t.Fatal("a reviewer's suggestion went into the record")
	}
	r.shows("đã gửi đề nghị")
	host.shows("✉ 1 đề nghị · Ctrl+E")
	h.then(host, "ctrl+e")
	host.shows("Thành viên Bắc Ninh · Bắc Ninh", "70")
	h.then(host, "enter")
	d := host.live.Last()
	if a, ok := d.Act.(scoring.Score); !ok || a.Mark.Percent() != 7000 ||
		!strings.Contains(d.By, "Thành viên Bắc Ninh") ||
		!strings.Contains(d.By, "Thư ký") {
		t.Errorf("recorded %+v", d)
	}
	r.shows("đề nghị của bạn đã được ghi")
	if len(h.room.Floor().Suggestions) != 0 {
		t.Error("the suggestion is still there")
	}

	h.then(r, "9", "0", "enter")
	h.then(host, "5", "5", "enter") // meanwhile
	h.then(host, "ctrl+e", "enter")
	host.shows("vừa thay đổi chỗ này")
	h.then(host, "enter")
	if a, ok := host.live.Last().Act.(scoring.Score); !ok || a.Mark.Percent() != 9000 {
		t.Errorf("the second time it is meant; recorded %+v", host.live.Last().Act)
	}
	host.hides("ĐỀ NGHỊ CỦA")

	h.then(r, "8", "0", "enter")
	seq = host.live.Seq()
	h.then(host, "ctrl+e", "delete")
	if host.live.Seq() != seq || len(h.room.Floor().Suggestions) != 0 {
		t.Error("declining recorded something, or left it")
	}
	r.shows("không được nhận")
	if keys := h.come(observer(), false).bindings(); slices.ContainsFunc(keys, func(b kit.Binding) bool {
		return b.Action == doSuggestions
	}) {
		t.Error("an observer sees suggestions")
	}
}

func TestBallotsFromTerminals(t *testing.T) {
	for _, secret := range []bool{false, true} {
		h, host := newHall(t)
		present := []string{}
		for _, u := range host.live.Units() {
			if u.Present() {
				present = append(present, u.Name())
			}
		}
		var voters []*session
		for _, unit := range present {
			voters = append(voters, h.come(reviewerOf(unit), true))
		}
		watcher := h.come(observer(), true)
		h.then(host, "f5", "+", "text:Tuyên dương toàn cụm", "enter")
		if secret {
			host.press("space")
		}
		h.then(host, "=")
		if h.room.Floor().Poll == nil {
			t.Fatalf("no vote is open:\n%s", host.picture())
		}
		for i, v := range voters {
			v.shows("Tuyên dương toàn cụm", "Phiếu của đơn vị bạn")
			h.then(v, []string{"1", "1", "2"}[i%3], "enter")
			v.shows("Đã bỏ phiếu")
			h.then(v, "1", "enter")
		}
		watcher.shows("đơn vị đã bỏ phiếu")
		watcher.hides("Tán thành", "tán thành 1")
		if secret {
			host.hides("thông qua")
		}
		h.then(host, "enter")
		votes := host.live.Votes()
		last := votes[len(votes)-1]
		if got := last.Vote.For +
			last.Vote.Against; got != len(present) || last.Vote.For != (len(present)+2)/3+(len(present)+1)/3 ||
			last.Vote.Secret != secret || secret && last.Vote.Votes != nil {
			t.Errorf("secret %t: recorded %+v of %d present", secret, last.Vote, len(present))
		}
		if h.room.Floor().Poll != nil {
			t.Error("the vote is still open")
		}
	}
}

func TestElectionFromTerminals(t *testing.T) {
	h, host := newHall(t)
	var voters []*session
	for _, u := range host.live.Units() {
		if u.Present() {
			voters = append(voters, h.come(reviewerOf(u.Name()), true))
		}
	}
	h.then(host, "f6", "ctrl+b")
	host.shows("0 trên")
	for _, v := range voters[1:] {
		h.then(v, "2")
		v.shows("Enter lần nữa")
		h.then(v, "enter")
		v.shows("Đã bỏ phiếu kín")
	}
	blank := len(h.room.Floor().Box.Candidates()) // the last line is a blank one
	h.then(voters[0], "down")
	for range blank {
		h.then(voters[0], "down")
	}
	h.then(voters[0], "enter", "enter")
	candidate := h.room.Floor().Box.Candidates()[1]
	h.then(host, "=")
	b, ok := host.live.Last().Act.(scoring.Ballot)
	if !ok || b.Blank != 1 || b.Votes[candidate] != len(voters)-1 {
		t.Fatalf("recorded %+v", host.live.Last().Act)
	}
	if unit, _, ok := host.live.Elected(scoring.Leader); !ok || host.live.Units()[unit].Name() != candidate {
		t.Error("nobody, or somebody else, is elected")
	}
	if h.room.Floor().Box != nil {
		t.Error("the box is still open")
	}
}

func TestHowToJoin(t *testing.T) {
	code := make([][]bool, 21)
	for i := range code {
		code[i] = make([]bool, 21)
		code[i][i] = true
	}
	s := begin(t, 120, 40, func(o *Options) {
		o.Room = meeting.NewRoom()
		o.Join = &Join{Lines: []string{"ssh -p 2222 TÊN@192.168.1.10"}, Fingerprint: "SHA256:0123456789", QR: code,
			Forget:  `ssh-keygen -R "[192.168.1.10]:2222"`,
			Warning: lang.Text{VI: "Ba người không vào được.", EN: "Three people cannot come in."}}
	})
	s.shows("Ba người không vào được") // at once, and not only to who asks how to join
	s.press("f12").shows("ssh -p 2222 TÊN@192.168.1.10", "SHA256:0123456789", "█",
		`ssh-keygen -R "[192.168.1.10]:2222"`, "Ba người không vào được")
	s.press("esc").hides("SHA256")
}

// Many who follow can share a picture: it is told by nobody, and made when asked.
func TestSharedPicture(t *testing.T) {
	h, host := newHall(t)
	shared := New(context.Background(), h.m,
		Options{Room: h.room, Follow: true, Who: &meeting.Who{Role: scoring.Reviewer}, Prefs: Prefs{Lang: lang.EN}})
	shared.Resize(100, 30)
	host.press("pgdown", "f3")
	shared.Refresh()
	lines := shared.Lines()
	if len(lines) != 30 || !shared.Quiet() || !shared.Following() || shared.stand().Screen != string(screen.Compare) {
		t.Errorf("%d lines, quiet %t, following %t, at %+v", len(lines), shared.Quiet(), shared.Following(),
			shared.stand())
	}
}

// roomScenes are what people see of each other: the stretches and keys of the host, then of the one whose picture it
// is.
func roomScenes() map[string]roomScene {
	return map[string]roomScene{
		"follower":       {reviewerOf("Bắc Ninh"), []string{"pgdown", "down"}, nil},
		"follower-alone": {reviewerOf("Bắc Ninh"), []string{"pgdown", "down"}, []string{"pgdown", "pgdown"}},
		"follower-edit":  {reviewerOf("Bắc Ninh"), []string{"pgdown", "down"}, []string{"7", "5"}},
		"follower-vote":  {reviewerOf("Bắc Ninh"), []string{"f5", "enter", "=", "1"}, []string{"2"}},
		"follower-elect": {reviewerOf("Bắc Ninh"), []string{"f6", "ctrl+b"}, []string{"2"}},
		"observer-reveal": {observer(),
			[]string{"do:accept", "do:elect", "do:close", "f7", "enter", "pgdown", "pgdown"}, nil},
		"observer-compare": {observer(), []string{"f3", "right"}, nil},
		"host-suggestions": {nil, nil, []string{"suggest", "ctrl+e"}},
		"host-told":        {nil, nil, []string{"suggest"}},
		"follower-order":   {reviewerOf("Bắc Ninh"), []string{"do:tie", "f5", "enter", "="}, []string{"1"}},
		"host-order":       {nil, []string{"do:tie", "f5", "enter", "="}, nil},
		"host-box":         {nil, []string{"f6", "ctrl+b"}, nil},
		"host-secret":      {nil, []string{"f5", "enter", "space", "="}, nil},
		"host-roll":        {nil, []string{"f9"}, nil},
	}
}
