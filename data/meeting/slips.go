package meeting

import (
	"slices"
	"sync"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// slips are the ballots of a vote or round while it is open: whose they are and which are in, nothing of what they say.
// A Poll and a Box count them.
type slips struct {
	mu sync.Mutex
	// the decision that opened it, 0 where none did: ballots called out in a room without terminals
	opened int
	opener string          // who recorded that
	voters []string        // who may cast one, in the order of the cluster
	voted  map[string]bool // whose is in
	marked map[string]bool // who does not vote, as somebody said
	paper  int             // handed in on paper beside them
	ended  bool

	host    *host // where the ballots go that other hosts take too; nil: they are kept here
	version int   // with host: of what was shown last
}

// issue gives the units their ballots: those that could vote when it was opened on record, else those that may now.
func (b *slips) issue(s *scoring.State, what string, voters []int) {
	b.voted, b.marked = map[string]bool{}, map[string]bool{}
	if o := s.Opening(); o != nil && o.Open.What == what {
		b.opened, b.opener, voters = o.Decision.Seq, o.Decision.By, o.Voters()
	}
	for _, i := range voters {
		b.voters = append(b.voters, s.Units()[i].Name())
	}
}

// Opened is the decision that opened the vote or round; 0: none did.
func (b *slips) Opened() int { return b.opened }

// Counts reports whether a person may count: who opened it, and the chair.
func (b *slips) Counts(w *Who) bool {
	return w.Decides(scoring.KindVote) && (b.opened == 0 || w.counts(b.opener, ""))
}

// Voters are the units that have a ballot, in the order of the cluster.
func (b *slips) Voters() []string { return slices.Clone(b.voters) }

// Has reports whether a unit has a ballot.
func (b *slips) Has(unit string) bool { return slices.Contains(b.voters, unit) }

// Voted reports whether a unit's ballot is in.
func (b *slips) Voted(unit string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.voted[unit]
}

// Owes reports whether a unit's ballot is still to come.
func (b *slips) Owes(unit string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return !b.ended && slices.Contains(b.voters, unit) && !b.voted[unit]
}

// Progress is how many of how many ballots are in; nothing of what they say.
func (b *slips) Progress() (in, of int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.voted), len(b.voters)
}

// Among is who is entitled to vote as things stand, in the order of the cluster, and how many of them have: those who
// were when it was opened, less those who have left and not voted.
func (b *slips) Among(s *scoring.State) (voters []string, in int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, name := range b.voters {
		if b.counted(s, name) {
			in++
		} else if !present(s, name) {
			continue
		}
		voters = append(voters, name)
	}
	return voters, in
}

// Left reports whether a unit that has a ballot has left the meeting.
func (b *slips) Left(s *scoring.State, unit string) bool { return b.Has(unit) && !present(s, unit) }

// Missing is how many ballots are still to come: those of the units entitled, less those that are in, on paper as well,
// and less the units that are marked as not voting.
func (b *slips) Missing(s *scoring.State) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.waiting(s) - b.paper
}

// waiting is how many units have neither voted at a terminal nor are marked as not voting.
func (b *slips) waiting(s *scoring.State) (n int) {
	for _, name := range b.voters {
		if !b.voted[name] && !b.marked[name] && present(s, name) {
			n++
		}
	}
	return n
}

// Mark says that a unit does not vote, or that it does after all. A ballot that is in stays.
func (b *slips) Mark(s *scoring.State, unit string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.ended:
		return ended()
	case b.voted[unit]:
		return refusedBallot(lang.Sayf("phiếu của %s đã vào", "the ballot of %s is in", unit),
			lang.Sayf("không ai rút được phiếu của đơn vị khác", "nobody can take another unit's ballot out"))
	case b.marked[unit], slices.Contains(b.voters, unit) && b.waiting(s) > b.paper:
		if b.host != nil {
			b.host.mark(unit, !b.marked[unit])
			return nil
		}
		if b.marked[unit] {
			delete(b.marked, unit)
		} else {
			b.marked[unit] = true
		}
		return nil
	}
	return refusedBallot(lang.Sayf("không còn phiếu nào thiếu", "no ballot is missing"), lang.Text{})
}

// Marked reports whether a unit is said not to vote.
func (b *slips) Marked(unit string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.marked[unit]
}

// Uncounted says why a secret vote or round cannot be counted yet; empty: it can.
func (b *slips) Uncounted(s *scoring.State) lang.Text {
	missing := b.Missing(s)
	in, _ := b.Progress()
	switch in += b.Paper(); {
	case missing > 0:
		return lang.Sayf("còn thiếu %s: đợi, hoặc đánh dấu đơn vị không bỏ phiếu",
			"%s missing: wait, or mark the units that do not vote",
			lang.Count(missing, "phiếu", "ballot is", "ballots are"))
	case in < scoring.LeastSecret:
		return lang.Sayf("mới có %d phiếu kín, cần ít nhất %d: hủy rồi lấy phiếu lại",
			"%d secret ballots, at least %d are needed: declare it void and take it again", in, scoring.LeastSecret)
	}
	return lang.Text{}
}

// counted reports whether the ballot of a unit is in and stays: it does when the unit leaves, but for one that was
// called out where nothing was opened on record.
func (b *slips) counted(s *scoring.State, unit string) bool {
	return b.voted[unit] && (b.opened > 0 || present(s, unit))
}

// Paper is how many ballots were handed in on paper.
func (b *slips) Paper() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.paper
}

// setPapers says what is on the ballots handed in on paper, some of them spoiled; keep notes it where they are kept
// here.
func (b *slips) setPapers(s *scoring.State, counts map[string]int, spoiled int, keep func()) error {
	n := spoiled
	for _, of := range counts {
		n += of
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.ended {
		return ended()
	}
	if err := b.tooMany(s, n); err != nil {
		return err
	}
	if b.host != nil {
		b.host.papers(n, counts, spoiled)
		return nil
	}
	b.paper = n
	keep()
	return nil
}

// tooMany refuses more papers than there are units that have not voted at a terminal.
func (b *slips) tooMany(s *scoring.State, n int) error {
	waiting := b.waiting(s)
	if n <= waiting {
		return nil
	}
	return refusedBallot(lang.Sayf("%d phiếu giấy, mà chỉ %d đơn vị chưa bỏ phiếu ở máy",
		"%d ballots on paper, while %d units have none in from a terminal", n, waiting),
		lang.Sayf("đếm lại phiếu giấy", "count the papers again"))
}

// take notes that a unit's ballot is in. A second one of the same unit, one of a unit that has no ballot, and any after
// the end are refused.
func (b *slips) take(unit string) error {
	if err := b.refuses(unit); err != nil {
		return err
	}
	b.voted[unit] = true
	delete(b.marked, unit)
	return nil
}

// refuses says why no ballot of a unit is taken; nil: one is.
func (b *slips) refuses(unit string) error {
	switch {
	case b.ended:
		return ended()
	case !slices.Contains(b.voters, unit):
		return refusedBallot(lang.Sayf("%s không có phiếu trong cuộc bỏ phiếu này",
			"%s has no ballot in this vote", unit),
			lang.Sayf("chỉ đơn vị có mặt khi mở bỏ phiếu và không liên quan được bỏ phiếu",
				"only units that were present when it was opened and are not concerned may vote"))
	case b.voted[unit]:
		return votedAlready(unit)
	}
	return nil
}

func votedAlready(unit string) error {
	return refusedBallot(lang.Sayf("%s đã bỏ phiếu rồi", "%s has voted already", unit),
		lang.Sayf("mỗi đơn vị một phiếu", "each unit has one ballot"))
}

// End closes the vote before it is counted and proposed: from then on no ballot is taken, and nobody else can end it.
func (b *slips) End() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.ended {
		return ended()
	}
	b.ended = true
	return nil
}

// Reopen takes ballots again after a proposal that came to nothing.
func (b *slips) Reopen() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.ended = false
}

// silent are the units, of those entitled, that do not vote: those marked; in an open vote, all whose ballot is not in.
func (b *slips) silent(voters []string, secret bool) []string {
	return slices.DeleteFunc(slices.Clone(voters), func(unit string) bool {
		return b.voted[unit] || secret && !b.marked[unit]
	})
}

// terminals is what the result says of who has voted.
func (b *slips) terminals() scoring.Terminals {
	t := scoring.Terminals{Opened: b.opened}
	if b.opened > 0 {
		t.Paper = b.paper
		for _, name := range b.voters {
			if b.voted[name] {
				t.Voted = append(t.Voted, name)
			}
		}
	}
	return t
}

// Void ends it on record without a count.
func (b *slips) Void(reason string) scoring.Void {
	in, _ := b.Progress()
	return scoring.Void{Opened: b.opened, In: in + b.Paper(), Reason: reason}
}

func present(s *scoring.State, unit string) bool {
	i, ok := s.Index(unit)
	return ok && s.Units()[i].Present()
}

func ended() error {
	return refusedBallot(lang.Sayf("cuộc bỏ phiếu đã kết thúc", "the vote has ended"),
		lang.Sayf("xem kết quả trong nhật ký", "see the record for its result"))
}

func refusedBallot(what, mend lang.Text) error {
	return &scoring.Refusal{Kind: scoring.ErrVote, What: what, Mend: mend}
}
