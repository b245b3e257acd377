package meeting_test

import (
	"testing"

	"thidua/data/decision"
	"thidua/data/demo"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// What the log says of invitations, in both languages: who, as what, by what, and never a secret.
func TestSentencesOfInvitations(t *testing.T) {
	m, err := demo.Meeting(clock)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	const key = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"
	first := m.Snapshot().Seq()
	snap := propose(t, m, scoring.Invite{Person: "Giám đốc Sở", Role: "reviewer", Unit: "Nam Định", Key: key},
		scoring.Invite{Person: "Thư ký", Role: "secretary", Key: scoring.ByPasscode}, scoring.Revoke{Person: "Thư ký"},
		scoring.Undo{Seq: first + 3})
	for i, want := range []lang.Text{
		{VI: "mời Giám đốc Sở (thành viên, Nam Định), vào bằng khóa " + key,
			EN: "Giám đốc Sở (reviewer, Nam Định) is invited, by key " + key},
		{VI: "mời Thư ký (thư ký), vào bằng mã vào họp", EN: "Thư ký (secretary) is invited, by passcode"},
		{VI: "hủy lời mời của Thư ký", EN: "the invitation of Thư ký is revoked"},
	} {
		if got := decision.Sentence(&snap.State, snap.Log[first+i].Decision); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
