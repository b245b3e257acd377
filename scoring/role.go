package scoring

import "thidua/scoring/lang"

// Role is what a person may do in a meeting, as files name it.
type Role string

// The roles.
const (
	Chair     Role = "chair"     // decides everything, closes and reopens, draws lots, invites
	Secretary Role = "secretary" // records what the meeting decides
	Reviewer  Role = "reviewer"  // of one unit: confirms its scores, votes for it, suggests
	Observer  Role = "observer"  // looks on
	Screen    Role = "screen"    // is nobody: shows the room what the chair puts on the wall
	Standby   Role = "standby"   // is nobody: a second machine that keeps a copy of the record
)

// Roles are all of them, from the one who may do most.
func Roles() []Role { return []Role{Chair, Secretary, Reviewer, Observer, Screen, Standby} }

// Name is the role in words.
func (r Role) Name() lang.Text {
	switch r {
	case Chair:
		return lang.Text{VI: "chủ tọa", EN: "chair"}
	case Secretary:
		return lang.Text{VI: "thư ký", EN: "secretary"}
	case Reviewer:
		return lang.Text{VI: "thành viên", EN: "reviewer"}
	case Observer:
		return lang.Text{VI: "dự khán", EN: "observer"}
	case Screen:
		return lang.Text{VI: "màn chiếu", EN: "screen"}
	case Standby:
		return lang.Text{VI: "máy dự phòng", EN: "standby"}
	}
	return lang.Both(string(r))
}
