package meeting_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/scoring"
)

// polled opens a poll in the sample meeting.
func polled(t *testing.T, v scoring.Vote) (*scoring.State, *meeting.Poll) {
	t.Helper()
	m, err := demo.Meeting(time.Now)
	if err != nil {
		t.Fatal(err)
	}
	s := &m.Snapshot().State
	return s, meeting.NewPoll(s, v)
}

// Ballots come from anywhere at once; each unit has one.
func TestPollFromEverywhere(t *testing.T) {
	s, p := polled(t, scoring.Vote{Subject: "hội thao"})
	voters := p.Voters()
	if len(voters) != s.Present() {
		t.Fatalf("%d voters, %d units present", len(voters), s.Present())
	}
	var wg sync.WaitGroup
	taken := make([][2]error, len(voters))
	for i, unit := range voters {
		for try := range 2 {
			wg.Go(func() { taken[i][try] = p.Cast(unit, scoring.For) })
		}
	}
	wg.Wait()
	for i, errs := range taken {
		if (errs[0] == nil) == (errs[1] == nil) || !errors.Is(errors.Join(errs[:]...), scoring.ErrVote) {
			t.Errorf("%s: the two ballots: %v", voters[i], errs)
		}
	}
	v := p.Vote(s)
	if in, of := p.Progress(); in != of || v.For != len(voters) || len(v.Votes) != len(voters) {
		t.Errorf("%d of %d, %+v", in, of, v)
	}
	if r, err := s.Try(v); err != nil || r.Verdict != scoring.Carried {
		t.Errorf("%+v %v", r, err)
	}
}

func TestPollRefuses(t *testing.T) {
	s, p := polled(t, scoring.Vote{Subject: "hội thao"})
	unit := p.Voters()[0]
	for what, err := range map[string]error{
		"a stranger":         p.Cast("Hà Nội", scoring.For),
		"no choice":          p.Cast(unit, "maybe"),
		"nothing to correct": p.TakeBack(unit),
	} {
		if !errors.Is(err, scoring.ErrVote) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := errors.Join(p.Call(unit, scoring.For), p.TakeBack(unit), p.Call(unit, scoring.Against),
		p.End()); err != nil {
		t.Fatal(err)
	}
	if err := p.Cast(p.Voters()[1], scoring.For); !errors.Is(err, scoring.ErrVote) {
		t.Errorf("a ballot after the end: %v", err)
	}
	if p.End() == nil {
		t.Error("the vote was closed twice")
	}
	if v := p.Vote(s); v.For != 0 || v.Against != 1 {
		t.Errorf("%+v", v)
	}
}

// A secret vote keeps who has voted apart from what was voted: whoever voted what, the vote is the same.
func TestSecretPollForgets(t *testing.T) {
	want := ""
	for shift := range 3 {
		s, p := polled(t, scoring.Vote{Subject: "hội thao", Secret: true})
		for i, unit := range p.Voters() {
			c := []scoring.Choice{scoring.For, scoring.Against, scoring.For}[(i+shift)%3]
			if err := p.Cast(unit, c); err != nil {
				t.Fatal(err)
			}
			if _, known := p.Choice(unit); known || !p.Voted(unit) {
				t.Errorf("of the secret ballot of %s it is known: how %v, whether %v", unit, known, p.Voted(unit))
			}
		}
		v := p.Vote(s)
		if v.Votes != nil {
			t.Fatalf("%+v", v)
		}
		if got := fmt.Sprintf("%+v", v); want == "" {
			want = got
		} else if got != want {
			t.Errorf("who voted shows:\n%s\n%s", want, got)
		}
		if p.TakeBack(p.Voters()[0]) == nil {
			t.Error("a secret ballot could be found again")
		}
	}
}

// A ballot that is in stays in when its unit leaves, and who leaves without voting is out: what the list shows is what
// is counted. Only an answer called out where nothing was opened goes with its unit.
func TestLeavingDuringAPoll(t *testing.T) {
	for _, secret := range []bool{false, true} {
		for _, opened := range []bool{false, true} {
			m, err := demo.Meeting(time.Now)
			if err != nil {
				t.Fatal(err)
			}
			s := m.Snapshot()
			v := scoring.Vote{Subject: "hội thao", Secret: secret}
			if opened {
				s = propose(t, m, scoring.Open{What: v.Subject, Secret: secret, Terminals: true})
			}
			p := meeting.NewPoll(&s.State, v)
			all := p.Voters()
			for _, unit := range all[:len(all)-1] {
				if err := p.Cast(unit, scoring.For); err != nil {
					t.Fatal(err)
				}
			}
			s = propose(t, m, scoring.Attend{Unit: all[0]}, scoring.Attend{Unit: all[len(all)-1]})
			voters, in := p.Among(&s.State)
			want := len(all) - 1
			if !opened {
				want--
			}
			if len(voters) != want || in != want || !p.Left(&s.State, all[0]) || p.Missing(&s.State) != 0 {
				t.Errorf("opened %t: %d ballots of %v", opened, in, voters)
			}
			if secret && !opened {
				continue // nothing is counted from terminals that was not opened
			}
			if err := p.End(); err != nil {
				t.Fatal(err)
			}
			v = p.Vote(&s.State)
			r, err := s.State.Try(v)
			if err != nil || v.For != want || r.Base != want || len(v.NotVoting) != 0 ||
				opened && len(v.Voted) != want {
				t.Errorf("secret %t, opened %t: %+v, base %d, %v", secret, opened, v, r.Base, err)
			}
		}
	}
}

// What a unit cast from its own terminal is nobody else's to change; what was called out is.
func TestOwnBallotIsLocked(t *testing.T) {
	_, p := polled(t, scoring.Vote{Subject: "hội thao"})
	own, called := p.Voters()[0], p.Voters()[1]
	if err := errors.Join(p.Cast(own, scoring.For), p.Call(called, scoring.For)); err != nil {
		t.Fatal(err)
	}
	if p.TakeBack(own) == nil || p.Call(own, scoring.Against) == nil {
		t.Error("a ballot cast at a terminal was changed from elsewhere")
	}
	if err := p.TakeBack(called); err != nil {
		t.Error(err)
	}
	if c, ok := p.Choice(own); !ok || c != scoring.For {
		t.Errorf("the ballot of %s is %q", own, c)
	}
}

// Papers are never more than units without a ballot in, and a count adds them.
func TestPapersBesideAPoll(t *testing.T) {
	m, err := demo.Meeting(time.Now)
	if err != nil {
		t.Fatal(err)
	}
	v := scoring.Vote{Subject: "hội thao", Secret: true}
	s := propose(t, m, scoring.Open{What: v.Subject, Secret: true, Terminals: true})
	p := meeting.NewPoll(&s.State, v)
	all := p.Voters()
	for _, unit := range all[:3] {
		if err := p.Cast(unit, scoring.For); err != nil {
			t.Fatal(err)
		}
	}
	free := len(all) - 3
	if p.SetPapers(&s.State, map[scoring.Choice]int{scoring.Against: free + 1}) == nil || p.Paper() != 0 {
		t.Error("more papers were taken than units are left")
	}
	if err := p.SetPapers(&s.State, map[scoring.Choice]int{scoring.Against: free - 1}); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(p.Mark(&s.State, all[len(all)-1]), p.End()); err != nil {
		t.Fatal(err)
	}
	v = p.Vote(&s.State)
	if _, err := s.State.Try(v); err != nil || v.For != 3 || v.Against != free-1 || v.Paper != free-1 ||
		len(v.NotVoting) != 1 {
		t.Errorf("%+v: %v", v, err)
	}
}

// Who counts: who opened the vote, and the chair; nobody else who may record votes.
func TestWhoCounts(t *testing.T) {
	opener, other := person("Thư ký", scoring.Secretary, ""), person("Thư ký khác", scoring.Secretary, "")
	for who, may := range map[*meeting.Who]bool{nil: true, opener: true, other: false,
		person("Chủ tọa", scoring.Chair, ""): true, person("Dự khán", scoring.Observer, ""): false} {
		m, err := demo.Meeting(time.Now)
		if err != nil {
			t.Fatal(err)
		}
		s, err := m.Propose(t.Context(), meeting.Proposal{By: opener.Name, Who: opener,
			Acts: []scoring.Act{scoring.Open{What: "x", Secret: true, Terminals: true}}})
		if err != nil {
			t.Fatal(err)
		}
		p := meeting.NewPoll(&s.State, scoring.Vote{Subject: "x", Secret: true})
		for _, unit := range p.Voters() {
			if err := p.Cast(unit, scoring.For); err != nil {
				t.Fatal(err)
			}
		}
		by := "Thư ký"
		if who != nil {
			by = who.Name
		}
		if p.Counts(who) != may {
			t.Errorf("%s may count: %t", by, !may)
		}
		_, err = m.Propose(t.Context(), meeting.Proposal{By: by, Who: who, Acts: []scoring.Act{p.Vote(&s.State)}})
		if (err == nil) != may {
			t.Errorf("%s counted: %v", by, err)
		}
	}
}
