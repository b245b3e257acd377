package scoring_test

import (
	"fmt"
	"math/rand/v2"

	"thidua/scoring"
)

// drawRules draws a rulebook.
func drawRules(r *rand.Rand) plainRules {
	half := scoring.Threshold{Ratio: scoring.Ratio{Num: 1, Den: 2}, More: true}
	thirds := scoring.Threshold{Ratio: scoring.Ratio{Num: 2, Den: 3}}
	rules := plainRules{at: scoring.TieBreakAt(r.IntN(3)), share: r.IntN(3) == 0, bar: r.IntN(3) == 0,
		vote: scoring.VoteRule{Base: scoring.VoteBase(r.IntN(4)), Threshold: half, Recusal: r.IntN(2) == 0,
			Written: r.IntN(2) == 0},
		election: scoring.ElectionRule{Offices: []scoring.Office{scoring.Leader, scoring.Deputy, "third"},
			Threshold: half, Runoff: 2 + r.IntN(2), Rotation: r.IntN(2) == 0, Lots: r.IntN(4) > 0,
			Sitting: scoring.SittingAllow},
		officers: []scoring.Officers{{Year: "2012-2013", Leader: "A", Deputy: "B"}, {Year: "2018-2019", Leader: "B"}}}
	if r.IntN(2) == 0 {
		rules.vote.Quorum, rules.election.Quorum = half, half
	}
	if r.IntN(2) == 0 {
		rules.election.Base = scoring.OfValid
	}
	if r.IntN(2) == 0 {
		rules.voteOn = []scoring.VoteOn{{Kind: scoring.KindScore,
			Rule: scoring.VoteRule{Base: scoring.OfMembers, Threshold: thirds, Written: true}},
			{Kind: scoring.KindOrder, Rule: scoring.VoteRule{Threshold: half, Recusal: true}}}
	}
	return rules
}

// drawStep draws a decision that may or may not be taken.
func drawStep(r *rand.Rand, m *plainMeeting, id int, seqs map[int]int) step {
	name := m.units[r.IntN(len(m.units))].name
	if id <= 5 && r.IntN(6) > 0 {
		return step{act: scoring.Attend{Unit: m.units[id-1].name, Present: true}, id: id}
	}
	switch k := r.IntN(22); {
	case k < 6 && id > 2: // mostly of late
		return step{id: id, of: max(id-1-r.IntN(min(id-1, 7)), 1)}
	case k < 9:
		person := []string{"", "", "P", "Q"}[r.IntN(4)]
		return step{act: scoring.Attend{Unit: name, Present: r.IntN(2) == 0, Person: person}, id: id}
	case k < 13:
		return step{act: drawCount(r, m), id: id}
	case k < 16:
		return step{act: drawVote(r, m, name), id: id}
	}
	return step{act: drawPlain(r, m, name), id: id}
}

// drawPlain draws a decision about scores and ties.
func drawPlain(r *rand.Rand, m *plainMeeting, name string) scoring.Act {
	code := []string{"1.1", "1.1", "1.2", "2.1.1", "2.1.2", "2.2", "2"}[r.IntN(7)]
	few, v := r.IntN(4), m.now()
	switch r.IntN(11) {
	case 0, 1:
		return scoring.Score{Unit: name, Criterion: code, Mark: scoring.InPercent(scoring.Percent(r.IntN(3)) * 50_00)}
	case 2:
		return scoring.Bonus{Unit: name, Target: code, Points: scoring.Points(few) * 4 * scoring.Point, Reason: "r"}
	case 3:
		return scoring.Penalty{Unit: name, Target: code, Points: scoring.Points(few) * 4 * scoring.Point, Reason: "r"}
	case 4:
		return scoring.Sanctioned{Unit: name, Reason: "r", Sanction: []scoring.Sanction{scoring.NoSanction,
			scoring.Excluded, scoring.Downgraded}[few%3]}
	case 5:
		return scoring.Accept{Unit: name}
	case 6:
		return scoring.Confirm{Unit: name}
	case 7:
		return scoring.Leave{Unit: []string{"B", name}[few%2], Criterion: []string{"1.1", code}[few/2], Reason: "r"}
	case 8:
		return scoring.Reject{Unit: "D", Target: []string{"1.1", "2"}[few%2], Reason: "r"}
	case 9:
		return scoring.Appraise{Unit: name, Criterion: code,
			Mark: scoring.InPercent(scoring.Percent(r.IntN(3)) * 50_00)}
	}
	_, _, class := v.place(m.unit(name), scoring.Agreed)
	r.Shuffle(len(class), func(i, j int) { class[i], class[j] = class[j], class[i] })
	return scoring.Order{Units: class, Reason: []string{"", "r"}[few%2],
		How: []scoring.OrderHow{"", scoring.OrderByVote, scoring.OrderByRuling, scoring.OrderByLots}[few]}
}

func drawVote(r *rand.Rand, m *plainMeeting, name string) scoring.Act {
	a := scoring.Vote{Subject: "x", Unanimous: r.IntN(4) == 0}
	if r.IntN(4) > 0 {
		a.Act = drawPlain(r, m, name)
	}
	if r.IntN(5) == 0 {
		a.Unit = name
	}
	here := m.roll(len(m.taken)+1, m.now().live)
	for _, u := range m.units {
		if _, there := here[u.name]; !there && r.IntN(3) == 0 && m.voteRule(a.Act).Written {
			a.Written = append(a.Written, u.name)
		}
	}
	may, _, _ := m.voters(a, len(m.taken)+1)
	if len(may) > 0 && r.IntN(5) == 0 {
		a.NotVoting = []string{may[r.IntN(len(may))]}
	}
	if n := len(may) - len(a.NotVoting); !a.Unanimous && n >= 0 {
		a.For = r.IntN(n + 1)
		a.Against = r.IntN(n - a.For + 1)
		a.Abstain = n - a.For - a.Against
		if r.IntN(12) == 0 {
			a.Abstain += r.IntN(3) - 1
		}
	}
	return a
}

// drawCount draws a round or lots.
func drawCount(r *rand.Rand, m *plainMeeting) scoring.Act {
	v, o := m.now(), m.rules.election.Offices[r.IntN(3)]
	for i := 2; i >= 0 && r.IntN(6) > 0; i-- {
		if x := m.rules.election.Offices[i]; v.race(x).elected == "" {
			o = x
		}
	}
	race := v.race(o)
	if n := len(race.tied); n > 0 && r.IntN(4) > 0 {
		l := scoring.Lots{Office: o, Winner: race.tied[r.IntN(n)], Reason: "r"}
		if r.IntN(2) == 0 {
			l.Seed = fmt.Sprint(r.IntN(9))
		}
		return l
	}
	b := scoring.Ballot{Office: o, Votes: map[string]int{}}
	left := len(m.roll(len(m.taken)+1, v.live))
	if n := len(race.stand); n > 0 && r.IntN(2) == 0 { // level
		for k := 1 + r.IntN(n); left >= k; left -= k {
			for _, c := range race.stand[:k] {
				b.Votes[c]++
			}
		}
	} else {
		for _, c := range race.stand {
			n := r.IntN(left + 1)
			b.Votes[c], left = n, left-n
		}
	}
	b.Blank = left
	if r.IntN(12) == 0 {
		b.Blank += r.IntN(3) - 1
		b.Votes[m.units[r.IntN(5)].name]++
	}
	if r.IntN(12) == 0 {
		b.NotVoting = []string{m.units[r.IntN(5)].name}
		b.Blank--
	}
	if b.Blank < 0 {
		b.Blank = 0
	}
	return b
}
