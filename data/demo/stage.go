package demo

import (
	"context"
	"fmt"
	"time"

	"thidua/data/meeting"
	"thidua/scoring"
)

// Stage is how far the sample meeting has come when somebody is let in.
type Stage uint8

// The stages. Each but Tied holds what the ones before it hold.
const (
	Played   Stage = iota // as the sample's decisions leave it: scores agreed, requests open, nobody elected
	Tied                  // the same, with two units level for the last certificate
	Reviewed              // every sheet accepted
	Elected               // and the officers elected
	Closed                // and closed
)

// At makes the sample meeting as far as a stage. The clock is as in Meeting. What is decided beyond the sample's own
// decisions is decided by the one who keeps its record.
func (s Sample) At(stage Stage, clock func() time.Time) (*meeting.Meeting, error) {
	m, err := s.Meeting(clock)
	if err != nil {
		return nil, err
	}
	for _, next := range beyond(stage) {
		snap := m.Snapshot()
		p := meeting.Proposal{By: s.Batch[0].By, Acts: next(&snap.State)}
		if _, err := m.Propose(context.Background(), p); err != nil {
			return nil, fmt.Errorf("the sample meeting further on: %w", err)
		}
	}
	return m, nil
}

// beyond are the decisions that lead from the sample's own to a stage.
func beyond(stage Stage) (out []func(*scoring.State) []scoring.Act) {
	if stage == Tied {
		return append(out, level)
	}
	if stage >= Reviewed {
		out = append(out, accept)
	}
	if stage >= Elected {
		out = append(out, ballots)
	}
	if stage >= Closed {
		out = append(out, func(*scoring.State) []scoring.Act { return []scoring.Act{scoring.Close{}} })
	}
	return out
}

// level gives the unit behind the last certificate what it lacks to the one before it.
func level(s *scoring.State) []scoring.Act {
	const last = 3 // the flag and three certificates
	t := s.Standings(scoring.Agreed)
	before, behind := t.At(last), t.At(last+1)
	return []scoring.Act{scoring.Bonus{Unit: s.Units()[behind.Unit].Name(), Target: "3",
		Points: before.Total - behind.Total, Reason: "Cách làm mới, các đơn vị trong cụm đã làm theo"}}
}

// accept leaves what was not scored without a score, and accepts every sheet.
func accept(s *scoring.State) (acts []scoring.Act) {
	for _, u := range s.Units() {
		for _, at := range u.NotScored(false) {
			acts = append(acts, scoring.Leave{Unit: u.Name(), Criterion: s.Rulebook().Criteria[at].Code,
				Reason: "Chưa có số liệu đến ngày họp"})
		}
		if !u.Accepted() {
			acts = append(acts, scoring.Accept{Unit: u.Name()})
		}
	}
	return acts
}

// ballots elects the officers: the leader in one round, then the deputy.
func ballots(s *scoring.State) (acts []scoring.Act) {
	units := s.Units()
	for i, office := range s.Rulebook().Election.Offices {
		most := s.Present()*2/3 + 1
		acts = append(acts, scoring.Ballot{Office: office, Votes: map[string]int{
			units[i].Name(): most, units[i+2].Name(): s.Present() - most}})
	}
	return acts
}
