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
	v, err := p.Vote(s)
	if in, of := p.Progress(); err != nil || in != of || v.For != len(voters) || len(v.Votes) != len(voters) {
		t.Errorf("%d of %d, %+v, %v", in, of, v, err)
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
	if err := errors.Join(p.Cast(unit, scoring.For), p.TakeBack(unit), p.Cast(unit, scoring.Against),
		p.End()); err != nil {
		t.Fatal(err)
	}
	if err := p.Cast(p.Voters()[1], scoring.For); !errors.Is(err, scoring.ErrVote) {
		t.Errorf("a ballot after the end: %v", err)
	}
	if p.End() == nil {
		t.Error("the vote was closed twice")
	}
	if v, err := p.Vote(s); err != nil || v.For != 0 || v.Against != 1 {
		t.Errorf("%+v %v", v, err)
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
		v, err := p.Vote(s)
		if err != nil || v.Votes != nil {
			t.Fatalf("%+v %v", v, err)
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

// A unit that leaves between opening and closing takes its open ballot with it; a secret one cannot be found.
func TestLeavingDuringAPoll(t *testing.T) {
	for _, secret := range []bool{false, true} {
		s, p := polled(t, scoring.Vote{Subject: "hội thao", Secret: secret})
		for _, unit := range p.Voters() {
			if err := p.Cast(unit, scoring.For); err != nil {
				t.Fatal(err)
			}
		}
		left, err := scoring.Apply(*s, scoring.Decision{Act: scoring.Attend{Unit: p.Voters()[0], Present: false}})
		if err != nil {
			t.Fatal(err)
		}
		if here, in := p.Among(&left); len(here) != left.Present() || in != len(here) {
			t.Errorf("%d ballots of %d who are here", in, len(here))
		}
		v, err := p.Vote(&left)
		if secret {
			if !errors.Is(err, scoring.ErrVote) {
				t.Errorf("the secret vote counts on: %+v %v", v, err)
			}
			continue
		}
		if r, rerr := left.Try(v); err != nil || rerr != nil || v.For != left.Present() ||
			r.Verdict != scoring.Carried {
			t.Errorf("%+v %v %v", v, err, rerr)
		}
	}
}
