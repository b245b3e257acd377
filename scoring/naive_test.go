package scoring_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"thidua/scoring"
)

// A second implementation of meetings of the second edition, written from the rules alone. It keeps the decisions that
// were taken and nothing else: whatever it is asked it works out anew from those that count. Of the engine it knows the
// acts and what a rulebook says.

// plainRules is what differs between the rulebooks of random meetings.
type plainRules struct {
	at       scoring.TieBreakAt
	share    bool // rank by share
	bar      bool // a third of the criteria at 0 % bars from awards
	vote     scoring.VoteRule
	voteOn   []scoring.VoteOn
	election scoring.ElectionRule
	officers []scoring.Officers
}

// plainLeaf is a scored criterion: its maximum in points, and how a percent counts.
type plainLeaf struct {
	code  string
	max   int64
	level bool
	scale scoring.Scale
}

// plainLeaves are those of the rulebook; fields lie above by code.
func plainLeaves() []plainLeaf {
	return []plainLeaf{{"1.1", 60, true, scoring.ScalePercent}, {"1.2", 40, true, scoring.ScaleYesNo},
		{"2.1.1", 100, false, scoring.ScalePercent}, {"2.1.2", 50, false, scoring.ScaleBands},
		{"2.2", 50, false, scoring.ScalePercent}}
}

// plainNodes are all targets.
func plainNodes() []string { return []string{"1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.1.2", "2.2"} }

func below(code, node string) bool { return code == node || strings.HasPrefix(code, node+".") }

// plainSheet is a unit with what it handed in; without a sheet it has no percents at all.
type plainSheet struct {
	name    string
	without bool
	self    map[string]scoring.Percent
	off     map[string]bool // criteria that do not apply
	asks    []string        // targets of requests
}

// plainMeeting is the meeting: its decisions by number less one; the first is the beginning.
type plainMeeting struct {
	rules plainRules
	units []plainSheet
	taken []scoring.Act
}

// inForce is what counts of the first decisions of a meeting: by number which, and what those decide.
type inForce struct {
	m    *plainMeeting
	live []bool
	acts []plainAct
}

type plainAct struct {
	seq int
	act scoring.Act
}

// counting says by number which of the first decisions count: those that no later one that counts takes back.
func (m *plainMeeting) counting(first int) []bool {
	live, undone := make([]bool, first+1), make([]bool, first+1)
	for seq := first; seq > 0; seq-- {
		live[seq] = !undone[seq]
		if u, ok := m.taken[seq-1].(scoring.Undo); ok && live[seq] {
			undone[u.Seq] = true
		}
	}
	return live
}

// after is what counts after so many decisions.
func (m *plainMeeting) after(first int) inForce {
	v := inForce{m: m, live: m.counting(first)}
	for seq := 2; seq <= first; seq++ {
		if a := m.decides(seq); v.live[seq] && a != nil {
			v.acts = append(v.acts, plainAct{seq, a})
		}
	}
	return v
}

func (m *plainMeeting) now() inForce { return m.after(len(m.taken)) }

// decides is what a decision decides if it counts: of a vote, what it was about, if it was carried.
func (m *plainMeeting) decides(seq int) scoring.Act {
	a := m.taken[seq-1]
	if v, ok := a.(scoring.Vote); ok {
		if verdict, _ := m.verdict(seq, v); verdict != scoring.Carried {
			return nil
		}
		return v.Act
	}
	return a
}

func (m *plainMeeting) unit(name string) *plainSheet {
	for i := range m.units {
		if m.units[i].name == name {
			return &m.units[i]
		}
	}
	return nil
}

// applies reports whether anything at or below a node counts for a unit.
func (u *plainSheet) applies(node string) bool {
	return slices.ContainsFunc(plainLeaves(), func(l plainLeaf) bool {
		return below(l.code, node) && !u.off[l.code] && !u.without
	})
}

// percent is a unit's percent on a criterion; ok is false where nobody gave one. before bounds the decisions.
func (v inForce) percent(u *plainSheet, code string, st scoring.Stage, before int) (p scoring.Percent, ok bool) {
	p, ok = u.self[code]
	for _, appraisal := range []bool{false, true} {
		for _, d := range v.acts {
			switch a := d.act.(type) {
			case scoring.Score:
				if !appraisal && st != scoring.Self && d.seq < before && a.Unit == u.name && a.Criterion == code {
					p, ok = percentOf(a.Mark), true
				}
			case scoring.Appraise:
				if appraisal && st == scoring.Appraised && d.seq < before && a.Unit == u.name && a.Criterion == code {
					p, ok = percentOf(a.Mark), true
				}
			}
		}
	}
	return p, ok
}

// grants are the points that stand by target, in millionths.
func (v inForce) grants(u *plainSheet, bonus bool, before int) map[string]int64 {
	out := map[string]int64{}
	for _, d := range v.acts {
		if d.seq >= before {
			break
		}
		switch a := d.act.(type) {
		case scoring.Bonus:
			if bonus && a.Unit == u.name {
				out[a.Target] = int64(a.Points)
			}
		case scoring.Penalty:
			if !bonus && a.Unit == u.name {
				out[a.Target] = int64(a.Points)
			}
		}
	}
	return out
}

// gives is the part of a maximum that a percent is worth.
func (l plainLeaf) gives(p scoring.Percent) scoring.Percent {
	switch {
	case l.scale != scoring.ScaleBands:
		return p
	case p >= 80_00:
		return 100_00
	case p >= 40_00:
		return 50_00
	}
	return 0
}

// plainTotal is what a unit comes to at a stage, in millionths of a point.
type plainTotal struct{ criteria, level, bonus, penalty, max, levelMax, zero, count int64 }

func (t plainTotal) total() int64 { return t.criteria + t.bonus - t.penalty }

const forever = 1 << 30

func (v inForce) total(u *plainSheet, st scoring.Stage) (t plainTotal) {
	for _, l := range plainLeaves() {
		if !u.applies(l.code) {
			continue
		}
		p, _ := v.percent(u, l.code, st, forever)
		worth := l.max * int64(l.gives(p)) * 100
		t.criteria, t.max, t.count = t.criteria+worth, t.max+l.max*1_000_000, t.count+1
		if l.level {
			t.level, t.levelMax = t.level+worth, t.levelMax+l.max*1_000_000
		}
		if l.gives(p) == 0 {
			t.zero++
		}
	}
	if st != scoring.Self {
		for _, p := range v.grants(u, true, forever) {
			t.bonus += p
		}
		for _, p := range v.grants(u, false, forever) {
			t.penalty += p
		}
	}
	return t
}

// overLimit names a limit that is broken, for any unit and target.
func (v inForce) overLimit() string {
	for i := range v.m.units {
		u := &v.m.units[i]
		for _, bonus := range []bool{true, false} {
			all := int64(0)
			for _, node := range plainNodes() {
				sum, bound := int64(0), int64(0)
				for target, p := range v.grants(u, bonus, forever) {
					if below(target, node) {
						sum += p
					}
				}
				for _, l := range plainLeaves() {
					if below(l.code, node) && u.applies(l.code) {
						bound += l.max * 1_000_000 / 5
					}
				}
				if sum > bound {
					return fmt.Sprintf("%s has %d at %s, at most %d", u.name, sum, node, bound)
				}
				if !strings.Contains(node, ".") {
					all += sum
				}
			}
			if bonus && all > 30_000_000 {
				return u.name + " has too much in all"
			}
		}
	}
	return ""
}

// stands reports whether a decision of a kind about a unit, the newest that counts, holds still: the values that it was
// made over are those before it, and every later one left them.
func (v inForce) stands(u *plainSheet, is func(scoring.Act) bool) bool {
	at := 0
	for _, d := range v.acts {
		if is(d.act) {
			at = d.seq
		}
	}
	if at == 0 {
		return false
	}
	was := v.m.after(at - 1)
	for _, l := range plainLeaves() {
		p, ok := was.percent(u, l.code, scoring.Agreed, at)
		if q, now := v.percent(u, l.code, scoring.Agreed, at); p != q || ok != now {
			return false
		}
		for _, d := range v.acts {
			if a, is := d.act.(scoring.Score); is && d.seq > at && a.Unit == u.name && a.Criterion == l.code &&
				(!ok || percentOf(a.Mark) != p) {
				return false
			}
		}
	}
	for _, bonus := range []bool{true, false} {
		then := was.grants(u, bonus, at)
		for before := at; before <= len(v.live)+1; before++ { // at every moment since
			now := v.grants(u, bonus, before)
			for _, node := range plainNodes() {
				if then[node] != now[node] {
					return false
				}
			}
		}
	}
	return true
}

func (v inForce) accepted(u *plainSheet) bool {
	return v.stands(u, func(a scoring.Act) bool { x, ok := a.(scoring.Accept); return ok && x.Unit == u.name })
}

func (v inForce) confirmed(u *plainSheet) bool {
	return v.stands(u, func(a scoring.Act) bool { x, ok := a.(scoring.Confirm); return ok && x.Unit == u.name })
}

// waits reports whether a request at a target has no answer.
func (v inForce) waits(u *plainSheet, target string) bool {
	rejected := slices.ContainsFunc(v.acts, func(d plainAct) bool {
		a, ok := d.act.(scoring.Reject)
		return ok && a.Unit == u.name && a.Target == target
	})
	return slices.Contains(u.asks, target) && !rejected && v.grants(u, true, forever)[target] == 0
}

// bare are the criteria that have no score, and that nobody decided to leave so.
func (v inForce) bare(u *plainSheet) (out []string) {
	for _, l := range plainLeaves() {
		if _, scored := v.percent(u, l.code, scoring.Agreed, forever); scored || !u.applies(l.code) {
			continue
		}
		if !slices.ContainsFunc(v.acts, func(d plainAct) bool {
			a, ok := d.act.(scoring.Leave)
			return ok && a.Unit == u.name && a.Criterion == l.code
		}) {
			out = append(out, l.code)
		}
	}
	return out
}

// roll is who is there before a decision, by unit, with the people named; of a unit that is away there is no entry.
func (m *plainMeeting) roll(before int, live []bool) map[string][]string {
	here := map[string][]string{}
	for seq := 2; seq < before; seq++ {
		a, ok := m.taken[seq-1].(scoring.Attend)
		if !ok || !live[seq] {
			continue
		}
		people, present := here[a.Unit]
		switch {
		case a.Present:
			if a.Person != "" && !slices.Contains(people, a.Person) {
				people = append(slices.Clone(people), a.Person)
			}
			present = true
		case a.Person == "":
			present, people = false, nil
		default:
			n := len(people)
			people = slices.DeleteFunc(slices.Clone(people), func(p string) bool { return p == a.Person })
			if a.Reason == "" || len(people) < n {
				present = len(people) > 0
			}
		}
		if delete(here, a.Unit); present {
			here[a.Unit] = people
		}
	}
	return here
}

// rollAt is who was there when a decision was made.
func (m *plainMeeting) rollAt(seq int) map[string][]string { return m.roll(seq, m.counting(seq-1)) }

// sameRoll reports whether who was there when a decision was made is who was there by what counts now.
func (v inForce) sameRoll(seq int) bool {
	a, b := v.m.rollAt(seq), v.m.roll(seq, v.live)
	return maps.EqualFunc(a, b, func(_, _ []string) bool { return true })
}

// loseRoll is a vote or round that counts and whose roll is no longer what it was; 0 where there is none.
func (v inForce) loseRoll() int {
	for seq := 2; seq < len(v.live); seq++ {
		switch v.m.taken[seq-1].(type) {
		case scoring.Vote, scoring.Ballot:
			if v.live[seq] && !v.sameRoll(seq) {
				return seq
			}
		}
	}
	return 0
}

// enough reports whether n of a base reach a threshold.
func enough(t scoring.Threshold, n, base int) bool {
	a, b := int64(n)*t.Ratio.Den, int64(base)*t.Ratio.Num
	return base > 0 && (a > b || a == b && !t.More)
}

// percentOf is the percent of a mark, of those that random meetings have.
func percentOf(m scoring.Mark) scoring.Percent {
	for _, p := range []scoring.Percent{0, 50_00, 100_00} {
		if m == scoring.InPercent(p) {
			return p
		}
	}
	return -1
}
