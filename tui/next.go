package tui

import (
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// What the meeting does next is said to those who run it, on every screen, with the key that leads there: never to the
// room.

// todo is the next step of the meeting.
type todo struct {
	what lang.Text
	on   screen.ID
}

// agenda is the next step, and the state of which it was worked out.
type agenda struct {
	of *meeting.Snapshot
	todo
}

// nextStep is what comes first of what is left to do: the roll, the units, what has to be voted on, the offices, the
// minutes, closing, the ceremony.
func nextStep(s *meeting.Snapshot) todo {
	if s.Closed() {
		return afterClosing(s)
	}
	if next, ok := untilAccepted(s); ok {
		return next
	}
	left := map[scoring.BlockerKind][]scoring.Blocker{}
	for _, b := range s.Blockers() {
		left[b.Kind] = append(left[b.Kind], b)
	}
	first := func(k scoring.BlockerKind) lang.Text { return left[k][0].What }
	switch {
	case len(left[scoring.StillOpen]) > 0:
		return todo{first(scoring.StillOpen), screen.Vote}
	case len(left[scoring.NotYetScored]) > 0:
		return todo{first(scoring.NotYetScored), screen.Review}
	case len(left[scoring.Undecided]) > 0:
		return todo{first(scoring.Undecided), screen.Vote}
	case len(left[scoring.Waiting]) > 0:
		return todo{first(scoring.Waiting), screen.Vote}
	case len(left[scoring.WaitingBallot]) > 0:
		return todo{first(scoring.WaitingBallot), screen.Election}
	}
	for _, o := range s.Rulebook().Election.Offices {
		if _, _, ok := s.Elected(o); !ok {
			office := s.Rulebook().OfficeName(o)
			return todo{lang.Sayf("bầu %s năm học tới", "elect the %s of the coming year", office), screen.Election}
		}
	}
	if lacks := s.Lacks(); len(lacks) > 0 {
		return todo{lang.Sayf("biên bản còn thiếu %d mục, trước hết: %s",
			"the minutes lack %d things, first of all: %s", len(lacks), lacks[0].What), screen.Fills(lacks[0])}
	}
	return todo{lang.Text{VI: "chốt kết quả", EN: "close the meeting"}, screen.Ceremony}
}

// afterClosing is the next step of a closed meeting: the ceremony, and once the appraisal has come its differences and
// what was decided in the end.
func afterClosing(s *meeting.Snapshot) todo {
	if !s.Appraised() {
		return todo{lang.Text{VI: "công bố kết quả", EN: "announce the results"}, screen.Ceremony}
	}
	open, discuss := s.OpenDifferences()
	switch {
	case open > 0:
		return todo{lang.Sayf("giải trình %s thẩm định", "explain %s of the appraisal",
			lang.Count(open, "chênh lệch", "difference", "differences")), screen.Appraisal}
	case discuss > 0:
		return todo{lang.Sayf("trao đổi với đơn vị đánh giá về %s", "talk over %s with the departments",
			lang.Count(discuss, "chênh lệch", "difference", "differences")), screen.Appraisal}
	}
	for _, u := range s.Units() {
		if _, _, ok := u.Awarded(); ok {
			return todo{lang.Sayf("xuất các văn bản sau cùng bằng %s",
				"write the final papers by %s", screen.KeyPapers),
				screen.Appraisal}
		}
	}
	return todo{lang.Text{VI: "ghi quyết định chính thức của cấp trên về khen thưởng",
		EN: "take down what was decided above about the awards"}, screen.Appraisal}
}

// untilAccepted is the next step of most of a meeting, of which what is missing for closing need not be listed with
// every decision: the roll, and the units one after the other; false where a vote is open or every sheet is accepted.
func untilAccepted(s *meeting.Snapshot) (todo, bool) {
	if _, met := s.Quorum(); !met {
		return todo{lang.Sayf("điểm danh, mới %d/%d đơn vị có mặt", "call the roll, %d of %d units are present",
			s.Present(), len(s.Units())), screen.Roll}, true
	}
	var first *scoring.Unit
	left := 0
	for _, u := range s.Units() {
		if !u.HasSheet() || u.Accepted() {
			continue
		}
		if left++; first == nil {
			first = u
		}
	}
	if left == 0 || s.Opening() != nil {
		return todo{}, false
	}
	return todo{lang.Sayf("rà soát %s; còn %s", "review %s; %s to go", lang.Both(first.Name()),
		lang.Count(left, "đơn vị", "unit", "units")), screen.Review}, true
}

// NextScreen is the screen on which the meeting goes on: of a new one the roll.
func NextScreen(s *meeting.Snapshot) screen.ID { return nextStep(s).on }

// nextLine says the next step to who runs the meeting; empty where the room looks, or something else is in front.
func (m *Model) nextLine() lang.Text {
	if m.projector || m.mode != screen.Live || m.overlays.Any() || m.ceremony.Reveal().Running ||
		m.announced() || m.opts.Demo || !m.opts.Who.Decides(scoring.KindScore) {
		return lang.Text{}
	}
	if _, kept := m.kept(); m.editing() && !kept {
		return lang.Text{}
	}
	if m.next.of != m.live { // worked out once for each state
		m.next.of, m.next.todo = m.live, nextStep(m.live)
	}
	s := m.next.todo
	return m.seen.Rulebook().Said(lang.Sayf("Tiếp theo: %s (%s)", "Next: %s (%s)", s.what, s.on.Key()))
}
