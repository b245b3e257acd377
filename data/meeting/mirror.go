package meeting

import (
	"maps"
	"slices"

	"thidua/data/record"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// What is in at all hosts, as a poll or a box of one of them shows it.

// mirror makes the slips what a tally says.
func (b *slips) mirror(t *record.Tally, more beside) {
	b.version, b.paper = t.Version, more.Paper
	b.voted, b.marked = map[string]bool{}, map[string]bool{}
	for _, s := range t.In {
		b.voted[s.Unit] = true
	}
	for _, unit := range more.Marked {
		if !b.voted[unit] {
			b.marked[unit] = true
		}
	}
}

// follow takes over what others show that are newer; false where they are not.
func (b *slips) follow(newer *slips) bool {
	if newer.version < b.version {
		return false
	}
	b.version, b.paper, b.voted, b.marked = newer.version, newer.paper, newer.voted, newer.marked
	b.host.arrived(b.voted)
	return true
}

// mirror makes the poll what a tally says.
func (p *Poll) mirror(t *record.Tally, more beside) {
	p.slips.mirror(t, more)
	p.papers = map[scoring.Choice]int{}
	for c, n := range more.Counts {
		p.papers[scoring.Choice(c)] = n
	}
	if p.named == nil {
		for c, n := range t.Counts {
			p.counts[scoring.Choice(c)] = n
		}
		return
	}
	for _, s := range t.In {
		p.named[s.Unit], p.own[s.Unit] = scoring.Choice(s.Choice), s.Own
		p.counts[scoring.Choice(s.Choice)]++
	}
}

// follow takes over what a newer poll on the same question shows.
func (p *Poll) follow(newer *Poll) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.slips.follow(&newer.slips) {
		p.named, p.own, p.counts, p.papers = newer.named, newer.own, newer.counts, newer.papers
	}
}

// mirror makes the box what a tally says.
func (b *Box) mirror(t *record.Tally, more beside) {
	b.slips.mirror(t, more)
	b.votes = map[string]int{}
	for name, n := range t.Counts {
		if n > 0 { // as a box has it that is of one room
			b.votes[name] = n
		}
	}
	b.papers = scoring.Ballot{Spoiled: more.Spoil, Blank: more.Counts[""], Votes: map[string]int{}}
	for name, n := range more.Counts {
		if name != "" {
			b.papers.Votes[name] = n
		}
	}
}

// follow takes over what a newer box of the same round shows.
func (b *Box) follow(newer *Box) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.slips.follow(&newer.slips) {
		b.votes, b.papers = newer.votes, newer.papers
	}
}

// lostBallots says that a vote cannot be counted.
func lostBallots(o *scoring.Opening) error {
	return refusedBallot(
		lang.Sayf("phiếu của cuộc bỏ phiếu số %d không còn: cơ sở dữ liệu đã khởi động lại",
			"the ballots of the vote of decision %d are gone: the database was started again", o.Decision.Seq),
		lang.Sayf("hủy ở màn hình Biểu quyết, rồi lấy phiếu lại",
			"declare it void on the screen Vote, then take it again"))
}

func sortedKeys(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }
