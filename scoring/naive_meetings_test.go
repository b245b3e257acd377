package scoring_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"thidua/scoring"
	"thidua/scoring/lang"
)

var meetings = flag.Int("meetings", 75, "how many random meetings TestMeetingsTwice holds")

// compare is how two units stand by what the ranking goes by, or by the tie-break.
func (v inForce) compare(x, y *plainSheet, st scoring.Stage, level bool) int64 {
	a, b := v.total(x, st), v.total(y, st)
	p, q := a.total(), b.total()
	if level {
		p, q, a.max, b.max = a.level, b.level, a.levelMax, b.levelMax
	}
	if v.m.rules.share {
		return p/10_000*(b.max/1_000_000) - q/10_000*(a.max/1_000_000)
	}
	return p - q
}

// sanction is how a unit stands for awards at a stage.
func (v inForce) sanction(u *plainSheet, st scoring.Stage) scoring.Sanction {
	out := scoring.NoSanction
	for _, d := range v.acts {
		if a, ok := d.act.(scoring.Sanctioned); ok && a.Unit == u.name && st != scoring.Self {
			out = a.Sanction
		}
	}
	if t := v.total(u, st); v.m.rules.bar && 3*t.zero >= t.count {
		return scoring.Excluded
	}
	return out
}

// place is a unit's rank and tie, and the units that are level with it.
func (v inForce) place(u *plainSheet, st scoring.Stage) (rank int, tie scoring.Tie, class []string) {
	if u.without {
		return 0, scoring.TieNone, nil
	}
	rank, tie = 1, scoring.TieNone
	divide, equal := true, 0
	var level []*plainSheet
	for i := range v.m.units {
		o := &v.m.units[i]
		switch c := v.compare(o, u, st, false); {
		case o.without:
		case c > 0:
			rank++
			divide = divide && v.m.rules.at == scoring.AtAward && v.sanction(o, st) != scoring.NoSanction
		case c == 0:
			equal++
			level = append(level, o)
		}
	}
	divide = divide || v.m.rules.at == scoring.AtEvery
	for _, o := range level {
		switch c := v.compare(o, u, st, true); {
		case divide && c > 0:
			rank++
		case !divide || c == 0:
			class = append(class, o.name)
		}
	}
	switch {
	case len(class) > 1:
		tie = scoring.TieOpen
		first := rank
		for _, d := range v.acts {
			o, ok := d.act.(scoring.Order)
			if names := slices.Sorted(slices.Values(o.Units)); ok && st != scoring.Self && slices.Equal(names, class) {
				tie, rank = scoring.TieVote, first+slices.Index(o.Units, u.name)
			}
		}
	case equal > 1:
		tie = scoring.TieLevel
	}
	return rank, tie, class
}

func (m *plainMeeting) takesOrder(v inForce, a scoring.Order) bool {
	var all []string
	for _, u := range m.units {
		all = append(all, u.name)
	}
	if len(a.Units) < 2 || !onceEach(a.Units, all) ||
		(a.How == scoring.OrderByRuling || a.How == scoring.OrderByLots) && a.Reason == "" {
		return false
	}
	for _, st := range []scoring.Stage{scoring.Agreed, scoring.Appraised} {
		if _, _, class := v.place(m.unit(a.Units[0]), st); slices.Equal(slices.Sorted(slices.Values(a.Units)), class) {
			return true
		}
	}
	return false
}

// said writes what the second implementation finds.
func (m *plainMeeting) said() string {
	v, out := m.now(), []string{}
	here := m.roll(len(m.taken)+1, v.live)
	for i := range m.units {
		u := &m.units[i]
		for _, st := range []scoring.Stage{scoring.Self, scoring.Agreed, scoring.Appraised} {
			rank, tie, _ := v.place(u, st)
			t := v.total(u, st)
			out = append(out, fmt.Sprint(u.name, st, rank, tie, t.criteria, t.level, t.bonus, t.penalty))
		}
		var waiting []string
		for _, q := range u.asks {
			if v.waits(u, q) {
				waiting = append(waiting, q)
			}
		}
		people, present := here[u.name]
		out = append(out, fmt.Sprint(u.name, present, people, v.accepted(u), v.confirmed(u), waiting, v.bare(u),
			v.sanction(u, scoring.Agreed)))
	}
	for _, o := range m.rules.election.Offices {
		r := v.race(o)
		if r.elected != "" {
			r.stand, r.tied = nil, nil
		}
		out = append(out, fmt.Sprint(o, r.elected, r.how, r.stand, r.tied, len(r.rounds)))
	}
	for seq := 2; seq < len(v.live); seq++ {
		if a, ok := m.taken[seq-1].(scoring.Vote); ok && v.live[seq] {
			verdict, base := m.verdict(seq, a)
			out = append(out, fmt.Sprint("vote ", seq, verdict, base))
		}
	}
	return strings.Join(out, "\n")
}

// engineSays writes the same of a state.
func engineSays(s *scoring.State) string {
	var out []string
	names := func(units []int) (names []string) {
		for _, i := range slices.Sorted(slices.Values(units)) {
			names = append(names, s.Units()[i].Name())
		}
		return names
	}
	for i, u := range s.Units() {
		for _, st := range []scoring.Stage{scoring.Self, scoring.Agreed, scoring.Appraised} {
			t := s.Standings(st)
			x := t.At(t.Place(i))
			out = append(out, fmt.Sprint(u.Name(), st, x.Rank, x.Tie, int64(x.Criteria), int64(x.Level), int64(x.Bonus),
				int64(x.Penalty)))
		}
		var waiting, bare []string
		for _, q := range u.OpenRequests() {
			waiting = append(waiting, q.Target)
		}
		for _, at := range u.NotScored(false) {
			bare = append(bare, s.Rulebook().Criteria[at].Code)
		}
		sanction := u.Sanction(scoring.Agreed)
		if u.Barred(scoring.Agreed) != nil || !u.HasSheet() && len(s.Rulebook().Bars) > 0 {
			sanction = scoring.Excluded
		}
		out = append(out, fmt.Sprint(u.Name(), u.Present(), u.People(), u.Accepted(), u.Confirmed(), waiting, bare,
			sanction))
	}
	for _, o := range s.Rulebook().Election.Offices {
		r, _ := s.Race(o)
		elected := ""
		if r.Elected >= 0 {
			elected, r.Candidates, r.Tied = s.Units()[r.Elected].Name(), nil, nil
		}
		out = append(out, fmt.Sprint(o, elected, r.How, names(r.Candidates), names(r.Tied), len(r.Rounds)))
	}
	for _, t := range s.Votes() {
		out = append(out, fmt.Sprint("vote ", t.Decision.Seq, t.Ruling.Verdict, t.Ruling.Base))
	}
	return strings.Join(out, "\n")
}

// step is a decision that is tried; an undo names the step that it undoes, so that steps before it may be left out.
type step struct {
	act    scoring.Act
	id, of int
}

// hold holds a meeting twice and says where the two part; empty: nowhere. draw may give further steps.
func hold(rules plainRules, steps []step, draw func(*plainMeeting, map[int]int) (step, bool)) (done []step,
	fault string) {
	s, m := opened(rules)
	seqs := map[int]int{} // by step: its decision
	defer func() {
		if p := recover(); p != nil {
			fault = fmt.Sprint("panic: ", p)
		}
	}()
	for i := 0; ; i++ {
		var x step
		if draw != nil {
			next, more := draw(m, seqs)
			if !more {
				return done, ""
			}
			x = next
		} else if i < len(steps) {
			x = steps[i]
		} else {
			return done, ""
		}
		if done = append(done, x); x.of != 0 {
			if x.act = (scoring.Undo{Seq: seqs[x.of]}); seqs[x.of] == 0 {
				continue
			}
		}
		next, err := scoring.Apply(s, scoring.Decision{Act: x.act})
		if want := m.takes(x.act); (err == nil) != want {
			return done, fmt.Sprintf("step %d: taken %t, want %t: %v", x.id, err == nil, want, err)
		}
		if err != nil {
			continue
		}
		s = next
		switch a := x.act.(type) {
		case scoring.Ballot:
			a.Round = len(m.now().race(a.Office).rounds) + 1
			x.act = a
		case scoring.Vote:
			if may, _, _ := m.voters(a, len(m.taken)+1); a.Unanimous {
				a.For = len(may) - len(a.NotVoting)
				x.act = a
			}
		}
		m.taken = append(m.taken, x.act)
		seqs[x.id] = len(m.taken)
		if got, want := engineSays(&s), m.said(); got != want {
			return done, fmt.Sprintf("step %d:\n%s", x.id, differ(got, want))
		}
	}
}

func differ(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return " got " + a[i] + "\nwant " + b[i]
		}
	}
	return got + "\n\n" + want
}

// opened begins the meeting in both.
func opened(rules plainRules) (scoring.State, *plainMeeting) {
	half := scoring.Threshold{Ratio: scoring.Ratio{Num: 1, Den: 2}, More: true}
	b := &scoring.Rulebook{ID: "test", Edition: scoring.SecondEdition, Total: 300 * scoring.Point,
		Bonus:    scoring.Limit{Share: 2000, HasTotal: true, Total: 30 * scoring.Point},
		Penalty:  scoring.Limit{Share: 2000},
		TieBreak: scoring.TieBreak{At: rules.at, Codes: []string{"1"}, Name: lang.Both("level")},
		Awards: []scoring.Award{{ID: "flag", Short: lang.Both("flag"),
			Counts: []scoring.AwardCount{{Units: 1, Number: 1}}}},
		Vote: rules.vote, VoteOn: rules.voteOn, Election: rules.election,
		Closing:  scoring.ClosingRule{Quorum: half},
		Clusters: []scoring.Cluster{{ID: "1", Units: strings.Split("ABCDE", ""), Officers: rules.officers}},
		Criteria: []scoring.Criterion{{Code: "1", Title: "t"}, {Code: "1.1", Title: "t"}, {Code: "1.2", Title: "t"},
			{Code: "2", Title: "t"}, {Code: "2.1", Title: "t"}, {Code: "2.1.1", Title: "t"},
			{Code: "2.1.2", Title: "t"},
			{Code: "2.2", Title: "t", Optional: true}}}
	for _, o := range rules.election.Offices {
		b.Offices = append(b.Offices, scoring.OfficeTitle{ID: o, Name: lang.Both(string(o))})
	}
	if rules.share {
		b.Rank.By = scoring.ByShare
	}
	if rules.bar {
		b.Bars = []scoring.Bar{{Grade: 1, Share: scoring.Ratio{Num: 1, Den: 3}}}
	}
	for i := range b.Criteria {
		for _, l := range plainLeaves() {
			if n := &b.Criteria[i]; n.Code == l.code {
				n.Max, n.Printed, n.Scale = scoring.Points(l.max)*scoring.Point, true, l.scale
				if l.scale == scoring.ScaleBands {
					n.Bands = []scoring.Band{{From: 80_00, Gives: 100_00}, {From: 40_00, Gives: 50_00}, {}}
				}
			}
		}
	}
	if faults := b.Compile(); len(faults) > 0 {
		panic(fmt.Sprintf("%+v", faults))
	}
	begin := scoring.New{Rulebook: b, Cluster: "1", Year: "2019-2020"}
	m := &plainMeeting{rules: rules}
	for i, name := range b.Clusters[0].Units {
		u := plainSheet{name: name, self: map[string]scoring.Percent{}, off: map[string]bool{}}
		if u.without = i == 4; u.without {
			begin.Without = append(begin.Without, scoring.Without{Unit: name, Reason: "r"})
		} else {
			sh := &scoring.Sheet{Unit: name, Marks: map[string]scoring.Mark{}}
			for _, l := range plainLeaves() {
				u.self[l.code] = 100_00
			}
			switch i {
			case 1:
				delete(u.self, "1.1")
			case 2:
				delete(u.self, "2.2")
				u.off["2.2"], sh.NotApplicable = true, []string{"2.2"}
			case 3:
				u.asks = []string{"1.1", "2"}
				sh.Requests = []scoring.Request{{Target: "1.1", Points: scoring.Point, Reason: "r"},
					{Target: "2", Points: scoring.Point, Reason: "r"}}
			}
			for code, p := range u.self {
				sh.Marks[code] = scoring.InPercent(p)
			}
			begin.Sheets = append(begin.Sheets, sh)
		}
		m.units = append(m.units, u)
	}
	s, err := scoring.Apply(scoring.State{}, scoring.Decision{Act: begin})
	if err != nil {
		panic(err)
	}
	m.taken = []scoring.Act{begin}
	return s, m
}

// TestMeetingsTwice holds random meetings of the second edition in the engine and in the second implementation: both
// take and refuse the same decisions and come to the same. A meeting in which they part is made short and printed.
func TestMeetingsTwice(t *testing.T) {
	for seed := range *meetings {
		r := rand.New(rand.NewPCG(uint64(seed), 2))
		rules := drawRules(r)
		n := 0
		steps, fault := hold(rules, nil, func(m *plainMeeting, seqs map[int]int) (step, bool) {
			n++
			return drawStep(r, m, n, seqs), n <= 35
		})
		if fault == "" {
			continue
		}
		for i := len(steps) - 1; i >= 0; i-- {
			fewer := slices.Delete(slices.Clone(steps), i, i+1)
			if _, still := hold(rules, fewer, nil); still != "" {
				steps, fault = fewer, still
			}
		}
		var script []string
		for _, x := range steps {
			line := fmt.Sprintf("%d: %T %+v", x.id, x.act, x.act)
			if x.of != 0 {
				line = fmt.Sprintf("%d: undo of %d", x.id, x.of)
			}
			script = append(script, line)
		}
		t.Fatalf("seed %d, %+v\n%s\n%s", seed, rules, strings.Join(script, "\n"), fault)
	}
}
