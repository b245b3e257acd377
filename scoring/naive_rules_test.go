package scoring_test

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"

	"thidua/scoring"
)

// voters are who may vote on something before a decision, and how many are there; out are the absent ones concerned.
func (m *plainMeeting) voters(a scoring.Vote, seq int) (may []string, here, out int) {
	roll := m.rollAt(seq)
	concerned := []string{a.Unit}
	if a.Act != nil {
		concerned = append(concerned, scoring.Subject(a.Act))
	}
	if o, ok := a.Act.(scoring.Order); ok {
		concerned = append(concerned, o.Units...)
	}
	for _, u := range m.units {
		_, there := roll[u.name]
		recused := m.voteRule(a.Act).Recusal && slices.Contains(concerned, u.name)
		switch {
		case there && !recused, !there && !recused && slices.Contains(a.Written, u.name):
			may = append(may, u.name)
		case !there && recused:
			out++
		}
	}
	return may, len(roll), out
}

func (m *plainMeeting) voteRule(a scoring.Act) scoring.VoteRule {
	for _, o := range m.rules.voteOn {
		if a != nil && o.Kind == a.Kind() {
			return o.Rule
		}
	}
	return m.rules.vote
}

// verdict is what a vote came to when it was made, and of what base.
func (m *plainMeeting) verdict(seq int, a scoring.Vote) (scoring.Verdict, int) {
	rule := m.voteRule(a.Act)
	may, here, out := m.voters(a, seq)
	recused := here - (len(may) - len(a.Written))
	base := map[scoring.VoteBase]int{scoring.OfPresent: len(may), scoring.OfMembers: len(m.units) - recused - out,
		scoring.OfCast: a.For + a.Against + a.Abstain, scoring.OfValid: a.For + a.Against}[rule.Base]
	switch {
	case rule.Quorum.Ratio.Den > 0 && !enough(rule.Quorum, here, len(m.units)):
		return scoring.TooFew, base
	case a.For == 0 && a.Against == 0:
		return scoring.NobodyDecided, base
	case enough(rule.Threshold, a.For, base):
		return scoring.Carried, base
	case a.For == a.Against:
		return scoring.Tied, base
	}
	return scoring.NotCarried, base
}

// onceEach reports whether names are different ones of a list.
func onceEach(names, of []string) bool {
	for i, n := range names {
		if !slices.Contains(of, n) || slices.Contains(names[:i], n) {
			return false
		}
	}
	return true
}

// takesVote reports whether a new vote can be: its count, and what it is about.
func (m *plainMeeting) takesVote(a scoring.Vote) bool {
	seq := len(m.taken) + 1
	may, here, _ := m.voters(a, seq)
	if a.Unit != "" && m.unit(a.Unit) == nil || a.Subject == "" || len(a.Written) > 0 && !m.voteRule(a.Act).Written {
		return false
	}
	for i, n := range a.Written {
		_, there := m.rollAt(seq)[n]
		if there || !slices.Contains(may, n) || slices.Contains(a.NotVoting, n) || slices.Contains(a.Written[:i], n) {
			return false
		}
	}
	if a.Unanimous && a.For+a.Against+a.Abstain == 0 {
		a.For = len(may) - len(a.NotVoting)
	}
	cast := a.For + a.Against + a.Abstain
	switch o := a.Act.(type) {
	case scoring.Attend, scoring.Appraise, scoring.Confirm, scoring.Undo, scoring.Ballot, scoring.Lots:
		return false
	case scoring.Order:
		if o.How != "" && o.How != scoring.OrderByVote {
			return false
		}
	}
	return here+len(a.Written) > 0 && len(may) > 0 && onceEach(a.NotVoting, may) &&
		min(a.For, a.Against, a.Abstain) >= 0 && cast == len(may)-len(a.NotVoting) &&
		(!a.Unanimous || a.Against+a.Abstain == 0) && (a.Act == nil || m.takes(a.Act))
}

// plainRace is an election as it stands.
type plainRace struct {
	rounds       []int // by decision
	stand, tied  []string
	elected, how string
	last         int // its newest step
}

func (v inForce) race(o scoring.Office) (r plainRace) {
	m, e := v.m, v.m.rules.election
	for _, u := range m.units {
		r.stand = append(r.stand, u.name)
	}
	for _, before := range e.Offices[:slices.Index(e.Offices, o)] {
		r.stand = slices.DeleteFunc(r.stand, func(n string) bool { return n == v.race(before).elected })
	}
	for _, d := range v.acts {
		if b, ok := d.act.(scoring.Ballot); ok && b.Office == o {
			r.rounds = append(r.rounds, d.seq)
		}
	}
	number := func(seq int) int { return m.taken[seq-1].(scoring.Ballot).Round }
	slices.SortFunc(r.rounds, func(x, y int) int { return number(x) - number(y) })
	var before []string
	for i, seq := range r.rounds {
		before = r.play(m, m.taken[seq-1].(scoring.Ballot), len(m.rollAt(seq)), before, i > 0)
		r.last = seq
	}
	for _, d := range v.acts {
		if l, ok := d.act.(scoring.Lots); ok && l.Office == o {
			r.elected, r.how, r.last = l.Winner, scoring.ByLots, d.seq
		}
	}
	return r
}

// play is what a round comes to; it returns who led it.
func (r *plainRace) play(m *plainMeeting, b scoring.Ballot, here int, before []string, again bool) (top []string) {
	e, most, valid := m.rules.election, 0, 0
	var counts []int
	for _, c := range r.stand {
		most, valid, counts = max(most, b.Votes[c]), valid+b.Votes[c], append(counts, b.Votes[c])
	}
	slices.Sort(counts)
	last := counts[max(len(counts)-e.Runoff, 0)]
	var next []string
	for _, c := range r.stand {
		if b.Votes[c] == most {
			top = append(top, c)
		}
		if b.Votes[c] >= last {
			next = append(next, c)
		}
	}
	base := map[scoring.VoteBase]int{scoring.OfPresent: here, scoring.OfValid: valid}[e.Base]
	if len(top) == 1 && enough(e.Threshold, most, base) {
		r.elected, r.how = top[0], scoring.ByBallot
		return top
	}
	stuck := most > 0 && len(top) > 1 &&
		(len(r.stand) == 2 || again && (len(top) == len(r.stand) || slices.Equal(top, before)))
	if r.stand = next; !stuck {
		return top
	}
	left := top
	if e.Rotation {
		held := func(c string) (year string) {
			for _, o := range m.rules.officers {
				if o.Holder(b.Office) == c {
					year = max(year, o.Year)
				}
			}
			return year
		}
		oldest := held(slices.MinFunc(top, func(x, y string) int { return strings.Compare(held(x), held(y)) }))
		left = slices.DeleteFunc(slices.Clone(top), func(c string) bool { return held(c) != oldest })
	}
	switch {
	case len(left) == 1:
		r.elected, r.how = left[0], scoring.ByRotation
	case e.Lots:
		r.stand, r.tied = left, left
	}
	return top
}

// turn reports whether a step of an election can be taken: the office before is filled, and this one is not.
func (v inForce) turn(o scoring.Office) bool {
	at := slices.Index(v.m.rules.election.Offices, o)
	return at >= 0 && v.race(o).elected == "" && (at == 0 || v.race(v.m.rules.election.Offices[at-1]).elected != "")
}

func (m *plainMeeting) takesBallot(v inForce, b scoring.Ballot) bool {
	if !v.turn(b.Office) {
		return false
	}
	r, sum, here := v.race(b.Office), b.Blank+b.Spoiled, []string{}
	for n := range m.rollAt(len(m.taken) + 1) {
		here = append(here, n)
	}
	for c, n := range b.Votes {
		if sum += n; n < 0 || !slices.Contains(r.stand, c) {
			return false
		}
	}
	q := m.rules.election.Quorum
	return len(r.tied) == 0 && len(r.stand) > 0 && (b.Round == 0 || b.Round == len(r.rounds)+1) &&
		onceEach(b.NotVoting, here) && (q.Ratio.Den == 0 || enough(q, len(here), len(m.units))) && sum > 0 &&
		sum == len(here)-len(b.NotVoting) && (b.Returned == 0 || b.Returned == sum) &&
		(b.Issued == 0 || b.Issued >= sum && b.Issued <= len(here))
}

func (v inForce) takesLots(l scoring.Lots) bool {
	if !v.turn(l.Office) {
		return false
	}
	tied := v.race(l.Office).tied
	if l.Seed != "" && len(tied) > 0 {
		h := sha256.Sum256([]byte(l.Seed))
		at := uint64(h[0] & 1)
		if len(tied) > 2 {
			at = binary.BigEndian.Uint64(h[:]) % uint64(len(tied))
		}
		return tied[at] == l.Winner
	}
	return slices.Contains(tied, l.Winner)
}

// takes reports whether a new decision is taken.
func (m *plainMeeting) takes(act scoring.Act) bool {
	v := m.now()
	u := m.unit(scoring.Subject(act))
	code := scoring.Target(act)
	at := slices.IndexFunc(plainLeaves(), func(l plainLeaf) bool { return l.code == code })
	switch a := act.(type) {
	case scoring.Vote:
		return m.takesVote(a)
	case scoring.Ballot:
		return m.takesBallot(v, a)
	case scoring.Lots:
		return v.takesLots(a)
	case scoring.Order:
		return m.takesOrder(v, a)
	case scoring.Undo:
		return m.takesUndo(a)
	}
	if u == nil {
		return false
	}
	switch a := act.(type) {
	case scoring.Attend:
		return a.Present && a.Reason == "" || !a.Present && (a.Person == "" || a.Reason != "" ||
			slices.Contains(m.roll(len(m.taken)+1, v.live)[a.Unit], a.Person))
	case scoring.Sanctioned:
		return a.Sanction == scoring.NoSanction || a.Reason != ""
	case scoring.Accept, scoring.Confirm:
		return !u.without
	}
	if !slices.Contains(plainNodes(), code) || !u.applies(code) {
		return false
	}
	percent := func(p scoring.Percent) bool {
		return at >= 0 && p >= 0 && p <= 100_00 && (p%100_00 == 0 || plainLeaves()[at].scale != scoring.ScaleYesNo)
	}
	switch a := act.(type) {
	case scoring.Score:
		return percent(percentOf(a.Mark))
	case scoring.Appraise:
		return percent(percentOf(a.Mark))
	case scoring.Leave:
		_, scored := v.percent(u, code, scoring.Agreed, forever)
		return at >= 0 && a.Reason != "" && !scored
	case scoring.Reject:
		return a.Reason != "" && v.waits(u, code)
	case scoring.Bonus:
		return a.Reason != "" && a.Points >= 0 && m.with(act).overLimit() == ""
	case scoring.Penalty:
		return a.Reason != "" && a.Points >= 0 && m.with(act).overLimit() == ""
	}
	return false
}

// with is what counts once a decision is taken too.
func (m *plainMeeting) with(a scoring.Act) inForce {
	next := *m
	next.taken = append(slices.Clone(m.taken), a)
	return next.now()
}

// takesUndo follows an undo, and the undos that it takes back, to the decision that it is about in the end.
func (m *plainMeeting) takesUndo(a scoring.Undo) bool {
	v := m.now()
	if a.Seq < 2 || a.Seq >= len(v.live) || !v.live[a.Seq] {
		return false
	}
	seq, back := a.Seq, false
	for {
		u, ok := m.taken[seq-1].(scoring.Undo)
		if !ok {
			break
		}
		if seq, back = u.Seq, !back; !back && !v.live[seq] {
			return false // an undo that counts again, of what another one has taken out
		}
	}
	after, of := m.with(a), m.taken[seq-1]
	if vote, ok := of.(scoring.Vote); ok {
		if back && !after.sameRoll(seq) {
			return false
		}
		of = vote.Act
	}
	switch x := of.(type) {
	case scoring.Attend:
		there := slices.Contains(m.roll(len(m.taken)+1, v.live)[x.Unit], x.Person)
		return after.loseRoll() == 0 && (!back || x.Present || x.Person == "" || x.Reason != "" || there)
	case scoring.Bonus, scoring.Penalty:
		return after.overLimit() == ""
	case scoring.Ballot:
		if !back {
			return v.lastStep(x.Office, seq)
		}
		then, now := m.after(seq-1).race(x.Office), v.race(x.Office)
		return v.turn(x.Office) && len(now.tied) == 0 && len(then.rounds) == len(now.rounds) &&
			slices.Equal(then.stand, now.stand) && after.sameRoll(seq)
	case scoring.Lots:
		if !back {
			return v.lastStep(x.Office, seq)
		}
		return v.takesLots(x)
	}
	return true
}

// lastStep reports whether nothing builds on a step of an election.
func (v inForce) lastStep(o scoring.Office, seq int) bool {
	offices := v.m.rules.election.Offices
	for _, later := range offices[slices.Index(offices, o)+1:] {
		if v.race(later).last > 0 {
			return false
		}
	}
	return v.race(o).last == seq
}
