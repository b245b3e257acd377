package scoring

import (
	"slices"

	"thidua/scoring/lang"
)

// inWriting checks the votes in writing: the rulebook lets absent members vote so, and each that does is absent, may
// vote, and is named once.
func (a Vote) inWriting(s *State, e electorate) error {
	rule := s.book.VoteRule(a.Act)
	switch {
	case len(a.Written) == 0:
		return nil
	case !rule.Written:
		return refuse(ErrVote, lang.Sayf("bộ tiêu chí không cho đơn vị vắng mặt biểu quyết bằng văn bản về việc này",
			"the rulebook lets no absent unit vote in writing on this"),
			lang.Sayf("bỏ written; chỉ đơn vị có mặt biểu quyết",
				"leave out written; only units that are present vote")).under(rule.Clause)
	case a.Opened > 0:
		return refuse(ErrVote, lang.Sayf("biểu quyết ở máy không nhận phiếu bằng văn bản",
			"a vote from terminals takes no votes in writing"),
			lang.Sayf("đếm tay cuộc biểu quyết này", "count this vote by hand"))
	}
	for i, name := range a.Written {
		at, u, err := s.unit(name)
		if err != nil {
			return err
		}
		var what lang.Text
		switch {
		case slices.Contains(a.Written[:i], name):
			what = lang.Sayf("%s có hai lần trong written", "%s is in written twice", name)
		case u.present:
			what = lang.Sayf("%s đang có mặt nên không biểu quyết bằng văn bản",
				"%s is present, and so votes in the room", name)
		case !slices.Contains(e.voters, at):
			what = lang.Sayf("%s là đơn vị liên quan nên không biểu quyết", "%s is concerned, and so has no vote", name)
		case slices.Contains(a.NotVoting, name):
			what = lang.Sayf("%s vừa biểu quyết bằng văn bản vừa không bỏ phiếu",
				"%s both votes in writing and does not vote", name)
		default:
			continue
		}
		return refuse(ErrVote, what, lang.Sayf("sửa danh sách written", "mend the list written")).under(rule.Clause)
	}
	return nil
}
