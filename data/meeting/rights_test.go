package meeting_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/scoring"
)

// Who may decide what, kind by kind. What a kind says of itself is in package decision.
func TestRightsTable(t *testing.T) {
	const unit = "Nam Định"
	//                                            chair  secretary  reviewer  observer  screen  standby
	rows := []struct {
		act scoring.Act
		may [6]bool
	}{
		{scoring.New{}, [6]bool{false, false, false, false, false, false}},
		{scoring.Score{Unit: unit, Criterion: "1.1", Mark: scoring.InPercent(9000)},
			[6]bool{true, true, false, false, false, false}},
		{scoring.Bonus{Unit: unit, Target: "1.1", Points: 1, Reason: "r"},
			[6]bool{true, true, false, false, false, false}},
		{scoring.Penalty{Unit: unit, Target: "1.1", Points: 1, Reason: "r"},
			[6]bool{true, true, false, false, false, false}},
		{scoring.Sanctioned{Unit: unit, Sanction: scoring.Excluded, Reason: "r"},
			[6]bool{true, true, false, false, false, false}},
		{scoring.Order{Units: []string{unit}}, [6]bool{true, true, false, false, false, false}},
		{scoring.Accept{Unit: unit}, [6]bool{true, true, false, false, false, false}},
		{scoring.Attend{Unit: unit, Present: true}, [6]bool{true, true, false, false, false, false}},
		{scoring.Appraise{Unit: unit, Criterion: "1.1"}, [6]bool{true, true, false, false, false, false}},
		{scoring.Note{Unit: unit, Target: "1.1", Text: "x"}, [6]bool{true, true, false, false, false, false}},
		{scoring.Leave{Unit: unit, Criterion: "1.1", Reason: "r"}, [6]bool{true, true, false, false, false, false}},
		{scoring.Reject{Unit: unit, Target: "1.1", Reason: "r"}, [6]bool{true, true, false, false, false, false}},
		{scoring.Undo{Seq: 2}, [6]bool{true, true, false, false, false, false}},
		{scoring.Vote{Subject: "x"}, [6]bool{true, true, false, false, false, false}},
		{scoring.Ballot{Office: scoring.Leader}, [6]bool{true, true, false, false, false, false}},
		{scoring.Lots{Office: scoring.Leader, Winner: unit}, [6]bool{true, false, false, false, false, false}},
		{scoring.Confirm{Unit: unit}, [6]bool{true, true, true, false, false, false}},
		{scoring.Close{}, [6]bool{true, false, false, false, false, false}},
		{scoring.Reopen{Reason: "r"}, [6]bool{true, false, false, false, false, false}},
		{scoring.Invite{Person: "Phó Cụm trưởng", Role: "observer", Key: "passcode"},
			[6]bool{true, false, false, false, false, false}},
		{scoring.Revoke{Person: "Phó Cụm trưởng"}, [6]bool{true, false, false, false, false, false}},
	}
	var m *meeting.Meeting
	last := -1
	for _, row := range rows {
		for i, role := range scoring.Roles() {
			if m == nil || m.Snapshot().Seq() != last { // the meeting as it was until something was decided
				var err error
				if m, err = demo.Meeting(time.Now); err != nil {
					t.Fatal(err)
				}
				last = m.Snapshot().Seq()
			}
			seq := m.Snapshot().Seq()
			who := &meeting.Who{Name: "x", Role: role, Unit: unit}
			_, err := m.Propose(context.Background(), meeting.Proposal{By: "x", Who: who, Acts: []scoring.Act{row.act}})
			if refused := errors.Is(err, meeting.ErrRights); refused == row.may[i] {
				t.Errorf("%s by the %s: %v", row.act.Kind(), role, err)
			}
			if !row.may[i] && m.Snapshot().Seq() != seq {
				t.Errorf("%s by the %s is on record", row.act.Kind(), role)
			}
			if who.Decides(row.act.Kind()) != row.may[i] {
				t.Errorf("%s is offered to the %s: %v", row.act.Kind(), role, !row.may[i])
			}
		}
	}
}

// Nobody takes back, or brings back, what they could not have decided.
func TestUndoNeedsTheSameRights(t *testing.T) {
	m, err := demo.Meeting(time.Now)
	if err != nil {
		t.Fatal(err)
	}
	first := m.Snapshot().Seq()
	propose(t, m, scoring.Invite{Person: "Dự khán", Role: "observer", Key: "passcode"},
		scoring.Revoke{Person: "Dự khán"}, scoring.Undo{Seq: first + 2},
		scoring.Score{Unit: "Nam Định", Criterion: "1.1", Mark: scoring.InPercent(5000)})
	for seq, may := range map[int]bool{first + 1: false, first + 3: false, first + 4: true} {
		_, err := m.Propose(context.Background(),
			meeting.Proposal{By: "x", Who: &meeting.Who{Name: "x", Role: scoring.Secretary},
				Acts: []scoring.Act{scoring.Undo{Seq: seq}}})
		if errors.Is(err, meeting.ErrRights) == may {
			t.Errorf("the secretary undoes %d: %v", seq, err)
		}
	}
	if _, err := m.Propose(context.Background(),
		meeting.Proposal{By: "x", Who: &meeting.Who{Name: "x", Role: scoring.Chair},
			Acts: []scoring.Act{scoring.Undo{Seq: first + 3}}}); err != nil {
		t.Errorf("the chair: %v", err)
	}
}

// A reviewer confirms the own unit's scores and no other's.
func TestReviewerConfirmsOwnUnit(t *testing.T) {
	m, err := demo.Meeting(time.Now)
	if err != nil {
		t.Fatal(err)
	}
	who := &meeting.Who{Name: "Phó Giám đốc Sở", Role: scoring.Reviewer, Unit: "Nam Định"}
	for unit, want := range map[string]bool{"Nam Định": true, "Thái Bình": false} {
		_, err := m.Propose(context.Background(),
			meeting.Proposal{By: who.Name, Who: who, Acts: []scoring.Act{scoring.Confirm{Unit: unit}}})
		if (err == nil) != want {
			t.Errorf("%s: %v", unit, err)
		}
	}
}

// Two secretaries change the same percent: the second is shown the first one's, and may then replace it; a change
// beside it goes through.
func TestTwoSecretaries(t *testing.T) {
	m, err := demo.Meeting(time.Now)
	if err != nil {
		t.Fatal(err)
	}
	seen := m.Snapshot().Seq()
	score := func(by, criterion string, percent scoring.Percent, seen int) error {
		_, err := m.Propose(context.Background(),
			meeting.Proposal{By: by, Who: &meeting.Who{Name: by, Role: scoring.Secretary}, Seen: seen,
				Acts: []scoring.Act{scoring.Score{Unit: "Thái Bình", Criterion: criterion,
					Mark: scoring.InPercent(percent)}}})
		return err
	}
	if err := score("Thư ký 1", "1.1", 8000, seen); err != nil {
		t.Fatal(err)
	}
	if err := score("Thư ký 2", "1.1", 9000, seen); !errors.Is(err, meeting.ErrStale) {
		t.Errorf("the second secretary: %v", err)
	}
	if err := score("Thư ký 2", "1.2", 9000, seen); err != nil {
		t.Errorf("another criterion: %v", err)
	}
	if err := score("Thư ký 2", "1.1", 9000, m.Snapshot().Seq()); err != nil {
		t.Errorf("having seen it: %v", err)
	}
	if err := score("Thư ký 1", "1.1", 7000, 0); err != nil {
		t.Errorf("a batch that says nothing of what it saw: %v", err)
	}
}
