package meeting

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Ballots come in at the host that opened their vote, and nowhere else: in its room they are counted, or end void. A
// host that shares the record sees that a vote is open, and none of its ballots.

// opens remembers the vote that this host has opened with the decisions since; at most one is open at a time.
func (m *Meeting) opens(made []Entry) {
	for _, e := range made {
		if _, ok := e.Act.(scoring.Open); ok {
			m.opened = e.Seq
		}
	}
}

// elsewhere reports whether the vote that is open in a snapshot was not opened here since the meeting was opened here:
// by another host of a shared record, or by this one before it was started again.
func (m *Meeting) elsewhere(s *Snapshot) bool {
	o := s.Opening()
	return m.shared != nil && o != nil && o.Decision.Seq != m.opened
}

// mayVoid refuses to end a vote without a count whose ballots another host may be taking just now. Nobody can tell from
// here whether that host still runs: who has made sure that it does not says so with Proposal.Abandoned.
func (s *Snapshot) mayVoid(p Proposal, a scoring.Act) error {
	void, ok := a.(scoring.Void)
	if !ok || !s.Elsewhere || p.Abandoned || void.Opened != s.Opening().Decision.Seq {
		return nil
	}
	return refusedBallot(
		lang.Sayf("cuộc bỏ phiếu số %d đang lấy phiếu ở máy chủ khác, không hủy từ đây",
			"the vote of decision %d is open on another host and is not declared void from here", void.Opened),
		lang.Sayf("kiểm hoặc hủy ở máy chủ đã mở; nếu máy đó đã dừng, hủy ở màn hình Biểu quyết và xác nhận",
			"count it or declare it void on the host that opened it; if that host has stopped, use the screen Vote "+
				"and confirm"))
}
