package tui

import (
	"context"
	"errors"
	"strings"
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
)

// fullDisk is a meeting whose record takes nothing while it is full.
type fullDisk struct {
	Meeting
	full bool
}

func (d *fullDisk) Propose(ctx context.Context, p meeting.Proposal) (*meeting.Snapshot, error) {
	if d.full {
		return nil, errors.New("no space left on device")
	}
	return d.Meeting.Propose(ctx, p)
}

// voters lets the people of some of the units present in, following.
func (h *hall) voters(n int) (all []*session) {
	h.t.Helper()
	for _, u := range h.m.Snapshot().Units() {
		if u.Present() && len(all) < n {
			all = append(all, h.come(reviewerOf(u.Name()), true))
		}
	}
	return all
}

// last is the newest decision's act.
func (h *hall) last() scoring.Act { return h.m.Snapshot().Last().Act }

// A ballot that a unit cast itself is locked to who calls the roll, and the unit reads how it is counted.
func TestOwnBallotIsLockedToTheRollCall(t *testing.T) {
	h, host := newHall(t)
	v := h.voters(2)
	h.then(host, "f5", "enter", "=")
	h.then(v[1], "1", "enter")
	h.then(host, "down", "backspace", "2", "3", "space")
	if c, _ := h.room.Floor().Poll.Choice(v[1].opts.Who.Unit); c != scoring.For {
		t.Fatalf("the ballot of %s was changed to %s", v[1].opts.Who.Unit, c)
	}
	v[1].shows("được tính là: Tán thành")
	h.then(host, "up", "up", "up", "up", "2")
	v[0].shows("được tính là: Không tán thành")
	if unit, _ := host.vote.Called(); unit == v[1].opts.Who.Unit {
		t.Error("the roll call stops at a unit that has voted")
	}
	host.hides("thông qua", "không thông qua", "phiếu tán thành")
}

// A secret vote is counted only when every ballot is accounted for and at least three are in, and only by who opened
// it or the chair; who is in is marked by nobody.
func TestSecretVoteIsCountedComplete(t *testing.T) {
	h, host := newHall(t)
	v := h.voters(9)
	s := h.come(secretary("Thư ký cụm"), true)
	h.then(host, "f5", "enter", "space", "=")
	opened := h.room.Floor().Poll.Opened()
	if o, ok := h.last().(scoring.Open); !ok || !o.Secret || !o.Terminals || opened != h.m.Snapshot().Seq() {
		t.Fatalf("opened as %+v", h.last())
	}
	h.then(v[0], "1", "enter")
	h.then(host, "enter", "enter", "space") // of the first unit, whose ballot is in
	if h.m.Snapshot().Seq() != opened {
		t.Fatalf("one secret ballot was counted: %+v", h.last())
	}
	for range v[1:] {
		h.then(host, "down", "space")
	}
	h.then(host, "enter", "enter")
	host.shows("cần ít nhất 3")
	if h.m.Snapshot().Seq() != opened {
		t.Fatalf("one secret ballot was counted: %+v", h.last())
	}
	h.then(v[1], "2", "enter") // after all
	h.then(v[2], "1", "enter")
	h.then(s, "enter", "enter", "enter", "esc")
	if h.m.Snapshot().Seq() != opened {
		t.Fatalf("somebody else counted: %+v", h.last())
	}
	h.then(host, "enter")
	got, ok := h.last().(scoring.Vote)
	if !ok || got.For != 2 || got.Against != 1 || len(got.NotVoting) != 6 || len(got.Voted) != 3 ||
		got.Opened != opened || got.Votes != nil || got.Returned != 3 || got.Issued != 9 {
		t.Errorf("recorded %+v", h.last())
	}
}

// A round of an election likewise; papers are said to everybody, and are never more than units without a ballot in.
func TestSecretRoundIsCountedComplete(t *testing.T) {
	h, host := newHall(t)
	v := h.voters(9)
	h.then(host, "f6", "3", "ctrl+b")
	if h.room.Floor().Box != nil {
		t.Fatal("a box was opened beside ballots typed by hand")
	}
	h.then(host, "delete", "ctrl+b")
	for _, s := range v[:7] {
		h.then(s, "2", "enter")
	}
	seq := h.m.Snapshot().Seq()
	h.then(host, "=", "=")
	if h.m.Snapshot().Seq() != seq {
		t.Fatalf("an incomplete round was counted: %+v", h.last())
	}
	h.then(host, "*", "home", "3", "=")
	host.shows("mà chỉ 2 đơn vị")
	h.then(host, "backspace", "1", "=")
	v[8].shows("giấy: 1 phiếu")
	h.then(v[7], "1", "enter")
	h.then(v[8], "1", "enter")
	if h.room.Floor().Box.Missing(&host.live.State) > 0 {
		t.Fatal("ballots are missing")
	}
}

// A vote dropped with ballots in is void on record, and so is a box; a count that the record refuses closes neither.
func TestFullDiskClosesNoBox(t *testing.T) {
	for _, what := range []string{"vote", "round"} {
		h, _ := newHall(t)
		disk := &fullDisk{Meeting: h.m}
		h.m = disk
		host, v := h.come(nil, false), h.voters(9)
		open, count := []string{"f6", "ctrl+b"}, "="
		if what == "vote" {
			open, count = []string{"f5", "enter", "space", "="}, "enter"
		}
		disk.full = true
		h.then(host, open...)
		if f := h.room.Floor(); f.Poll != nil || f.Box != nil {
			t.Fatalf("%s: it is open, and the record does not say so", what)
		}
		disk.full = false
		if what == "vote" {
			h.then(host, "=")
		} else {
			h.then(host, "ctrl+b")
		}
		for _, s := range v[:8] {
			h.then(s, "2", "enter")
		}
		h.then(host, "down", "down", "down", "down", "down", "down", "down", "down", "space")
		disk.full = true
		h.then(host, count)
		host.shows("CHƯA GHI")
		h.then(v[8], "2", "enter")
		disk.full = false
		drop := "delete"
		if what == "vote" {
			drop = "esc"
		}
		h.then(host, drop)
		if h.room.Floor().Poll == nil && h.room.Floor().Box == nil {
			t.Fatalf("%s: one key dropped nine ballots", what)
		}
		h.then(host, drop)
		void, ok := h.last().(scoring.Void)
		if f := h.room.Floor(); !ok || void.In != 9 || void.Reason == "" || f.Poll != nil || f.Box != nil {
			t.Errorf("%s: dropped as %+v", what, h.last())
		}
	}
}

// A vote that was open when the program ended is named at the next start, and can be declared void; until then no
// other is opened.
func TestLostVoteIsNamed(t *testing.T) {
	h, host := newHall(t)
	v := h.voters(1)
	h.then(host, "f5", "enter", "space", "=")
	h.then(v[0], "1", "enter")
	opened := h.room.Floor().Poll.Opened()

	again := &hall{t: t, m: h.m, room: meeting.NewRoomAt(clock), w: 120, h: 40}
	t.Cleanup(again.room.Come(nil))
	host = again.come(nil, false)
	host.shows("Mất phiếu của cuộc bỏ phiếu")
	again.then(host, "f5", "home")
	host.shows("MẤT PHIẾU")
	again.then(host, "f6", "ctrl+b")
	host.shows("chưa kết thúc")
	again.then(host, "f5", "home", "enter")
	if void, ok := again.last().(scoring.Void); !ok || void.Opened != opened {
		t.Errorf("recorded %+v", again.last())
	}
	host.hides("MẤT PHIẾU")
	if f := h.room.Floor(); f.Poll == nil {
		t.Error("the other room was touched")
	}
}

// A vote that several hosts take is said at the start, also to who sees none of its ballots; it is lost only where the
// database has none of them, and is declared void then.
func TestVoteOfAnotherHost(t *testing.T) {
	h, host := newHall(t)
	h.then(host, "f5", "enter", "space", "=")
	opened := h.room.Floor().Poll.Opened()
	for where, want := range map[meeting.Whereabouts]struct{ said, line string }{
		meeting.Together:  {"Đang lấy phiếu, trên mọi máy chủ", ""},
		meeting.Elsewhere: {"Đang lấy phiếu, trên mọi máy chủ", "LẤY PHIẾU"},
		meeting.Nowhere:   {"Mất phiếu", "MẤT PHIẾU"},
	} {
		snap := *h.m.Snapshot()
		snap.Ballots = where
		m := &inPlace{snap: &snap}
		s := beginWith(t, m, 120, 40, func(*Options) {})
		if p := s.picture(); !strings.Contains(p, want.said) {
			t.Errorf("%d: it is not said at the start:\n%s", where, p)
		}
		s.press("f5", "home")
		if p := s.picture(); want.line != "" && !strings.Contains(p, want.line) ||
			want.line == "" && (strings.Contains(p, "LẤY PHIẾU") || strings.Contains(p, "MẤT PHIẾU")) {
			t.Errorf("%d: it is not shown so:\n%s", where, p)
		}
		if where != meeting.Nowhere {
			continue
		}
		s.press("enter")
		void, ok := m.snap.Last().Act.(scoring.Void)
		if !ok || void.Opened != opened || !strings.Contains(void.Reason, "cơ sở dữ liệu") {
			t.Errorf("recorded %+v", m.snap.Last())
		}
	}
}

// A unit that leaves while a vote is open is shown as left and not called; its ballot stays if it was in; list and sum
// agree.
func TestLeavingDuringAnOpenVote(t *testing.T) {
	h, host := newHall(t)
	v := h.voters(9)
	s := h.come(secretary("Thư ký cụm"), false)
	h.then(host, "f5", "enter", "=")
	for _, one := range v[:7] {
		h.then(one, "1", "enter")
	}
	units := h.m.Snapshot().Units()
	var present []string
	for _, u := range units {
		if u.Present() {
			present = append(present, u.Name())
		}
	}
	for _, left := range []int{0, 8} { // one that has voted, and one that has not
		if _, err := h.m.Propose(t.Context(), meeting.Proposal{By: "Thư ký cụm", Who: s.opts.Who,
			Acts: []scoring.Act{scoring.Attend{Unit: present[left]}}}); err != nil {
			t.Fatal(err)
		}
	}
	h.then(host)
	h.then(host, "down", "down", "down", "down", "down", "down", "down", "down", "1")
	host.shows("đã rời họp, phiếu vẫn tính", "đã rời họp, không tính", "7 trên 8")
	h.then(host, "up", "1", "enter")
	got, ok := h.last().(scoring.Vote)
	if !ok || got.For != 8 || len(got.Votes) != 8 || len(got.NotVoting) != 0 {
		t.Fatalf("recorded %+v", h.last())
	}
	votes := h.m.Snapshot().Votes()
	if r := votes[len(votes)-1].Ruling; r.Base != 8 || r.Verdict != scoring.Carried {
		t.Errorf("ruled %+v", r)
	}
}

// The record screen names who voted how in an open vote, and who has voted in a secret one; what opened and ended it is
// nothing that an undo of the last decision takes back.
func TestRecordNamesTheVotes(t *testing.T) {
	for _, secret := range []bool{false, true} {
		h, host := newHall(t)
		v := h.voters(9)
		h.then(host, "f5", "enter")
		if secret {
			h.then(host, "space")
		}
		h.then(host, "=")
		for i, s := range v {
			h.then(s, []string{"1", "2", "3"}[i%3], "enter")
		}
		h.then(host, "f9")
		host.shows("F9: đang nhập hoặc lấy phiếu ở đây")
		h.then(host, "enter", "f8", "end")
		named := "tán thành (3): " + v[0].opts.Who.Unit + ", " + v[3].opts.Who.Unit
		if secret {
			host.hides("tán thành (3)")
			named = "đã bỏ phiếu ở máy (9)"
		}
		host.shows(named)
		h.then(host, "f5", "enter", "space", "=", "esc")
		seq := h.m.Snapshot().Seq()
		if _, ok := h.last().(scoring.Void); !ok {
			t.Fatalf("dropped as %+v", h.last())
		}
		if last, ok := lastDone(&h.m.Snapshot().State); !ok || last.Seq >= seq-1 {
			t.Errorf("an undo would take back %+v", last.Act)
		}
	}
}
