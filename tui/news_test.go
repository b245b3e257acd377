package tui

import (
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/screen"
)

// A vote that opens reaches who looks around alone: a note and a marked tab until the ballot is cast. A digit typed as
// a ballot elsewhere is no suggestion.
func TestBallotIsWantedEverywhere(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		h, host := newHall(t)
		h.w, h.h = size[0], size[1]
		r, o := h.come(reviewerOf("Bắc Ninh"), true), h.come(observer(), true)
		h.then(r, "f2", "down", "down")
		h.then(o, "f2", "down")
		h.then(host, "f5", "enter", "space", "=")
		h.then(host)
		r.shows("F5 ●", "Phiếu của Bắc Ninh: F5 để bỏ")
		o.hides("●F5", "F5 ●")
		h.then(r, "1", "enter")
		r.shows("F5 ●")
		if f := h.room.Floor(); len(f.Suggestions) != 0 || f.Poll.Voted("Bắc Ninh") {
			t.Fatalf("a ballot became a suggestion: %+v", f.Suggestions)
		}
		h.then(r, "f5", "1", "enter")
		if !h.room.Floor().Poll.Voted("Bắc Ninh") {
			t.Fatal("no ballot was cast")
		}
		h.then(r, "f2")
		r.hides("F5 ●", "để bỏ")
	}
}

// Who comes back during a vote is where it is taken.
func TestWhoComesBackDuringAVoteFollows(t *testing.T) {
	h, host := newHall(t)
	h.then(host, "f5", "enter", "=")
	r := h.come(reviewerOf("Bắc Ninh"), false)
	if !r.Following() || r.on() != screen.Vote {
		t.Errorf("on %s, following %t", r.on(), r.Following())
	}
}

// A note ends with what it is about: that a ballot is in ends with the vote, and the verdict is said to all; a
// confirmation that is lost is said to its unit.
func TestNotesEndWithWhatTheyAreAbout(t *testing.T) {
	h, host := newHall(t)
	v := h.voters(9)
	h.then(host, "f5", "enter", "=")
	for _, s := range v {
		h.then(s, "1", "enter")
		s.shows("Đã bỏ phiếu của " + s.opts.Who.Unit)
	}
	h.then(host, "enter")
	h.then(host)
	for _, s := range v {
		s.hides("Đã bỏ phiếu của")
		s.shows("biểu quyết «", "thông qua")
	}
	h.then(host, "f4")
	v[0].hides("biểu quyết «")

	h.then(host, "f5", "enter", "=")
	h.then(v[8], "f2", "down")
	for _, s := range v[:8] {
		h.then(s, "1", "enter")
	}
	v[8].shows("F5 ●")
	h.then(host, "enter", "enter") // one has not voted
	h.then(host)
	v[8].hides("để bỏ", "F5 ●")
	v[8].shows("biểu quyết «")

	unit := v[0].opts.Who.Unit
	for _, by := range []meeting.Proposal{
		{By: "v", Who: v[0].opts.Who, Acts: []scoring.Act{scoring.Confirm{Unit: unit}}},
		{By: "Thư ký", Acts: []scoring.Act{scoring.Score{Unit: unit, Criterion: "1.1", Mark: scoring.InPercent(1000)}}},
	} {
		if _, err := h.m.Propose(t.Context(), by); err != nil {
			t.Fatal(err)
		}
		h.then(host)
	}
	v[0].shows("Xác nhận của " + unit + " không còn hiệu lực")
	v[1].hides("không còn hiệu lực")
}

// Who leaves the host's screen while a vote is open is asked, and told which; the record says that it is void.
func TestLeavingNamesTheOpenVote(t *testing.T) {
	h, host := newHall(t)
	h.then(host, "f6", "ctrl+b", "ctrl+q")
	host.shows("Đang lấy phiếu: bầu Cụm trưởng", "mất các phiếu")
	opened := h.m.Snapshot().Opening().Decision.Seq
	host.press("enter")
	if void, ok := h.last().(scoring.Void); !ok || void.Opened != opened || h.m.Snapshot().Opening() != nil {
		t.Errorf("the record ends with %+v", h.last())
	}
}
