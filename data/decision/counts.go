package decision

import (
	"strings"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// Counts says every count of a vote: for, against and abstaining, who did not vote where some did not, and that it was
// secret where it was.
func Counts(t scoring.Tallied) lang.Text {
	c := t.Ruling.Count
	said := lang.Sayf("tán thành %d, không tán thành %d, không biểu quyết %d", "for %d, against %d, abstaining %d",
		c.For, c.Against, c.Abstain)
	if names := t.Vote.NotVoting; len(names) > 0 {
		said = lang.Sayf("%s, không bỏ phiếu %d (%s)", "%s, not voting %d (%s)", said, len(names),
			strings.Join(names, ", "))
	}
	if names := t.Vote.Written; len(names) > 0 {
		said = lang.Sayf("%s, bằng văn bản: %s", "%s, in writing: %s", said, strings.Join(names, ", "))
	}
	if t.Vote.Secret {
		said = lang.Sayf("%s, phiếu kín", "%s, secret", said)
	}
	return said
}
