package meeting_test

import (
	"fmt"
	"testing"

	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/scoring"
)

// life is a secret vote from its opening to its end, as it is and as it should be.
type life struct {
	t     *testing.T
	path  string // what has happened
	state scoring.State
	log   [][]byte // what is on record since the beginning
	poll  *meeting.Poll

	open  bool // by the record
	voted map[string]bool
}

// decide puts an act on record if it should be taken, and checks that it is not where it should not.
func (l *life) decide(a scoring.Act, want bool) {
	l.t.Helper()
	next, err := scoring.Apply(l.state, scoring.Decision{By: "x", Act: a})
	if (err == nil) != want {
		l.t.Fatalf("%s: %s: %v", l.path, a.Kind(), err)
	}
	if err != nil {
		return
	}
	body, err := decision.Encode(*next.Last())
	if err != nil {
		l.t.Fatal(err)
	}
	l.state, l.log = next, append(l.log[:len(l.log):len(l.log)], body)
}

// step lets one thing happen.
func (l *life) step(what string, before scoring.State) {
	l.path += " " + what
	waiting := 0
	for _, u := range l.state.Units() {
		if u.Present() && !l.voted[u.Name()] {
			waiting++
		}
	}
	switch what {
	case "open":
		l.decide(scoring.Open{What: "x", Secret: true, Terminals: true}, !l.open)
		if !l.open {
			l.open, l.voted = true, map[string]bool{}
			l.poll = meeting.NewPoll(&l.state, scoring.Vote{Subject: "x", Secret: true})
		}
	case "cast": // half of those who have not yet
		n := 0
		for _, u := range l.state.Units() {
			if l.poll != nil && u.Present() && !l.voted[u.Name()] && n < 5 {
				taken := l.poll.Cast(u.Name(), scoring.For) == nil
				if taken != l.poll.Has(u.Name()) {
					l.t.Fatalf("%s: the ballot of %s is taken: %t", l.path, u.Name(), taken)
				}
				l.voted[u.Name()] = taken
				n++
			}
		}
	case "leave": // the first and the last
		for _, i := range []int{0, len(l.state.Units()) - 1} {
			u := l.state.Units()[i]
			l.decide(scoring.Attend{Unit: u.Name()}, true)
		}
	case "count":
		in := len(l.voted)
		if l.poll == nil {
			l.decide(scoring.Vote{Subject: "x", Secret: true, For: 5,
				Terminals: scoring.Terminals{Opened: l.state.Seq()}}, false)
			return
		}
		if err := l.poll.End(); err != nil {
			l.t.Fatalf("%s: %v", l.path, err)
		}
		v := l.poll.Vote(&l.state)
		forged := v
		forged.Against++
		l.decide(forged, false)
		if want := waiting == 0 && in >= scoring.LeastSecret; !want {
			l.decide(v, false)
			l.poll.Reopen()
		} else {
			l.decide(v, true)
			l.open, l.poll = false, nil
		}
	case "void":
		act := scoring.Void{Opened: l.state.Seq(), Reason: "r"}
		if o := l.state.Opening(); o != nil {
			act.Opened = o.Decision.Seq
		}
		l.decide(act, l.open)
		l.open, l.poll = false, nil
	case "crash": // what is on record is all that is left
		l.poll = nil
		s := before
		for _, body := range l.log {
			d, err := decision.Decode(body)
			if err == nil {
				s, err = scoring.Replay(s, d)
			}
			if err != nil {
				l.t.Fatalf("%s: %v", l.path, err)
			}
		}
		l.state = s
	}
	if (l.state.Opening() != nil) != l.open {
		l.t.Fatalf("%s: open by the record: %t", l.path, !l.open)
	}
}

// Whatever happens to a secret vote, in every order: the record knows whether one is open, it ends once, no count is
// taken that is forged, short or of a vote whose ballots are lost, and a refusal closes nothing.
func TestLifeOfAVote(t *testing.T) {
	before := demoMeeting(t).Snapshot().State
	steps := []string{"open", "cast", "leave", "count", "void", "crash"}
	const long = 5
	n := 1
	for range long {
		n *= len(steps)
	}
	ends := map[string]int{}
	for path := range n {
		l := &life{t: t, state: before, voted: map[string]bool{}}
		l.step("open", before)
		for at := path; at > 0; at /= len(steps) {
			l.step(steps[at%len(steps)], before)
		}
		ends[fmt.Sprint(l.state.Last().Act.Kind())]++
	}
	for _, kind := range []scoring.Kind{scoring.KindOpen, scoring.KindVote, scoring.KindVoid, scoring.KindAttend} {
		if ends[string(kind)] == 0 {
			t.Errorf("no order ends with %s: %v", kind, ends)
		}
	}
}
