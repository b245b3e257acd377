package scoring

import (
	"reflect"
	"slices"

	"thidua/scoring/lang"
)

// Terminals is what the result of a vote or round says whose ballots came from terminals. The zero value is that of a
// count by hand.
type Terminals struct {
	Opened int      // the decision that opened it
	Voted  []string // the units whose ballot came in there, sorted: nothing says when, or after whom
	Paper  int      // ballots handed in on paper beside them
}

// LeastSecret is how few ballots of a secret vote may be counted: of two, each unit would know the other's.
const LeastSecret = 3

// count is a result as it ends what was opened.
type count struct {
	Terminals
	secret           bool
	notVoting        []string
	issued, returned int
	sum              int // ballots counted
}

// sorted puts the units that have voted in an order that says nothing.
func (t Terminals) sorted() Terminals {
	t.Voted = slices.Sorted(slices.Values(t.Voted))
	return t
}

// ends checks a result against what it ends, and gives who was entitled to vote.
func (s *State) ends(c count, kind error) (electorate, error) {
	o, err := s.openedBy(c.Opened)
	if err != nil {
		return electorate{}, err
	}
	e := s.entitled(o, c.Voted)
	for i, name := range c.Voted {
		unit, _, err := s.unit(name)
		if err != nil {
			return e, err
		}
		if !slices.Contains(o.voters, unit) || slices.Contains(c.notVoting, name) ||
			slices.Contains(c.Voted[:i], name) {
			return e, refuse(kind, lang.Sayf("%s không có phiếu như vậy trong cuộc bỏ phiếu số %d",
				"%s has no such ballot in the vote that decision %d opened", name, c.Opened),
				lang.Sayf("mỗi đơn vị có mặt khi mở có một phiếu", "each unit present at its opening has one"))
		}
	}
	if c.secret != o.Open.Secret {
		return e, refuse(kind, lang.Sayf("cuộc bỏ phiếu số %d mở kín hay công khai thì kiểm như vậy",
			"what decision %d opened is counted as it was opened, in secret or not", c.Opened), lang.Text{})
	}
	return e, c.adds(e, kind)
}

// adds checks that every ballot is accounted for, and that a secret one stays one.
func (c count) adds(e electorate, kind error) error {
	missing := len(e.voters) - len(c.Voted) - c.Paper - len(c.notVoting)
	again := lang.Sayf("đếm lại", "count again")
	switch {
	case c.Paper < 0 || c.Paper > len(e.voters)-len(c.Voted):
		return refuse(kind, lang.Sayf("%d phiếu giấy, mà chỉ %d đơn vị chưa bỏ phiếu ở máy",
			"%d ballots on paper, while %d units have none in from a terminal", c.Paper, len(e.voters)-len(c.Voted)),
			again)
	case c.sum != len(c.Voted)+c.Paper || c.returned != 0 && c.returned != c.sum ||
		c.issued != 0 && (c.issued < c.sum || c.issued > len(e.voters)):
		return refuse(kind, lang.Sayf("%d phiếu được đếm, trong khi nhận %d từ máy và %d phiếu giấy",
			"%d ballots are counted, while %d came from terminals and %d on paper", c.sum, len(c.Voted), c.Paper),
			again)
	case missing != 0:
		return refuse(kind, lang.Sayf("còn thiếu phiếu của %d đơn vị", "ballots of %d units are missing", missing),
			lang.Sayf("đợi các đơn vị đó, hoặc đánh dấu là không bỏ phiếu",
				"wait for them, or mark them as not voting"))
	case c.secret && c.sum < LeastSecret:
		return refuse(kind, lang.Sayf("mới có %d phiếu kín, cần ít nhất %d để không ai biết phiếu của ai",
			"%d secret ballots, at least %d are needed so that nobody knows whose is whose", c.sum, LeastSecret),
			lang.Sayf("hủy, rồi biểu quyết lại", "declare it void, and vote again"))
	}
	return nil
}

// counts is the vote as it ends what was opened.
func (a Vote) counts() count {
	return count{a.Terminals, a.Secret, a.NotVoting, a.Issued, a.Returned, a.For + a.Against + a.Abstain}
}

// counts is the round as it ends what was opened; a ballot is always secret.
func (a Ballot) counts() count {
	return count{a.Terminals, true, a.NotVoting, a.Issued, a.Returned, a.returned()}
}

// fromTerminals checks a vote whose ballots came from terminals: nobody has changed what it is about, and in an open
// one each unit's choice is told.
func (a Vote) fromTerminals(s *State) error {
	if a.Opened == 0 {
		if len(a.Voted) > 0 || a.Paper != 0 || a.Issued != 0 || a.Returned != 0 {
			return refuse(ErrVote, lang.Sayf("chỉ biểu quyết ở máy ghi ai đã bỏ phiếu và số phiếu",
				"only a vote from terminals says who has voted, and how many ballots"),
				lang.Sayf("ghi cả opened, hoặc bỏ voted, issued, returned và paper",
					"give opened as well, or leave out voted, issued, returned and paper"))
		}
		return nil
	}
	if _, err := s.ends(a.counts(), ErrVote); err != nil {
		return err
	}
	named := slices.ContainsFunc(a.Voted, func(name string) bool { _, ok := a.Votes[name]; return !ok })
	if a.Secret && len(a.Votes) > 0 || !a.Secret && (a.Paper > 0 || named || len(a.Votes) != len(a.Voted)) {
		return refuse(ErrVote, lang.Sayf("biểu quyết công khai ghi lựa chọn của từng đơn vị, biểu quyết kín không ghi",
			"an open vote from terminals names each unit's choice, a secret one none"), lang.Text{})
	}
	if about := s.opening.Open.Act; !sameMatter(about, a.Act) {
		return refuse(ErrVote,
			lang.Sayf("số %d mở biểu quyết về việc khác", "decision %d opened a vote on something else",
				a.Opened), lang.Sayf("ghi đúng điều đã mở", "record what was opened"))
	}
	return nil
}

// sameMatter reports whether a vote decides what it was opened about. A vote on an order is opened about the units,
// and decides the order of all or, place by place, none yet.
func sameMatter(opened, decided Act) bool {
	order, ok := opened.(Order)
	if !ok {
		return reflect.DeepEqual(opened, decided)
	}
	if decided == nil {
		return true
	}
	other, ok := decided.(Order)
	return ok && slices.Equal(slices.Sorted(slices.Values(order.Units)), slices.Sorted(slices.Values(other.Units)))
}

// endedBy ends what was opened with its result, when that is made; should the result be undone and count again, nothing
// is open any more that it could end.
func (s *State) endedBy(d *Decision, t Terminals) {
	if t.Opened > 0 && d.Seq > s.Seq() {
		s.opening = nil
	}
}

// fromTerminals checks a round whose ballots came from terminals, and gives who was entitled to vote; nil for one that
// was counted by hand. While one is open for an office no other count of it is taken.
func (a Ballot) fromTerminals(s *State) (voters []int, err error) {
	o := s.opening
	switch open := o != nil && o.Open.What == string(a.Office); {
	case a.Opened == 0 && (len(a.Voted) > 0 || a.Paper != 0):
		return nil, refuse(ErrElection, lang.Sayf("chỉ bầu ở máy ghi ai đã bỏ phiếu và số phiếu giấy",
			"only a round from terminals says who has voted, and how many on paper"),
			lang.Sayf("ghi cả opened, hoặc bỏ voted và paper", "give opened as well, or leave out voted and paper"))
	case a.Opened == 0 && open:
		return nil, refuse(ErrElection, lang.Sayf("hòm phiếu bầu %s đang mở (số %d)",
			"the box for the %s is open (decision %d)", s.book.OfficeName(a.Office), o.Decision.Seq),
			lang.Sayf("kiểm hòm phiếu đó, hoặc hủy trước", "count that box, or declare it void first"))
	case a.Opened == 0:
		return nil, nil
	}
	e, err := s.ends(a.counts(), ErrElection)
	if err == nil && o.Open.What != string(a.Office) {
		err = refuse(ErrElection, lang.Sayf("số %d không mở bầu %s", "decision %d opened no election of the %s",
			a.Opened, s.book.OfficeName(a.Office)), lang.Sayf("ghi đúng điều đã mở", "record what was opened"))
	}
	return e.voters, err
}
