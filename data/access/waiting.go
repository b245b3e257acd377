package access

import (
	"context"
	"errors"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Proposer is the meeting on whose record invitations are put.
type Proposer interface {
	Snapshot() *meeting.Snapshot
	Propose(context.Context, meeting.Proposal) (*meeting.Snapshot, error)
}

// RecordWaiting records, as decided by somebody, the invitations and revocations of a list that wait for it, and takes
// their marks away. Who has the meeting open calls it at the beginning, whenever the list changes (Watch), and when the
// meeting is reopened; where nothing waits it costs a look at the file. What a rule refuses goes on waiting and is the
// error, a *scoring.Refusal. A closed meeting takes neither: its revocations hold all the same, and are no error.
func RecordWaiting(ctx context.Context, path string, m Proposer, by string) error {
	l, err := Load(path)
	if err != nil || !l.waits() {
		return err
	}
	var refused error
	err = Change(path, func(l *List) error { // under the lock, so that nobody takes back what is being recorded
		refused = l.recordWaiting(ctx, m, by)
		return nil
	})
	return errors.Join(err, refused)
}

// waits reports whether there is something to record.
func (l *List) waits() bool {
	for _, p := range l.People {
		if p.State != Recorded {
			return true
		}
	}
	return false
}

// recordWaiting goes through the list; what one person's invitation is refused for does not hold up the others.
func (l *List) recordWaiting(ctx context.Context, m Proposer, by string) error {
	people := l.People
	l.People = nil
	var refused []error
	for _, p := range people {
		kept, err := recorded(ctx, m, by, p)
		if err != nil {
			refused = append(refused, err)
		}
		if kept != nil {
			l.People = append(l.People, *kept)
		}
	}
	return joinRefusals(refused)
}

// recorded writes what waits of one person, and gives the person as kept afterwards, or nil.
func recorded(ctx context.Context, m Proposer, by string, p Person) (*Person, error) {
	s := &m.Snapshot().State
	var act scoring.Act
	switch p.State {
	case Recorded:
		return &p, nil
	case Waiting:
		if invited(s, p) { // recorded by a program that died before it noted that
			p.State = Recorded
			return &p, nil
		}
		act = p.Act()
	case Revoked:
		if _, on := s.Invitation(p.Name); !on {
			return nil, nil
		}
		if s.Closed() {
			return &p, nil
		}
		act = scoring.Revoke{Person: p.Name}
	}
	if _, err := m.Propose(ctx, meeting.Proposal{By: by, Acts: []scoring.Act{act}}); err != nil {
		return &p, unrecorded(p, err)
	}
	if p.State == Revoked {
		return nil, nil
	}
	p.State = Recorded
	return &p, nil
}

func unrecorded(p Person, err error) error {
	if p.State == Revoked {
		return refuse(err,
			lang.Sayf("chưa ghi được việc hủy lời mời của %s: %s",
				"that the invitation of %s is revoked is not recorded: %s", lang.Both(p.Name), meeting.Say(err)),
			lang.Text{})
	}
	return refuse(err,
		lang.Sayf("chưa ghi được lời mời %s: %s",
			"the invitation of %s is not recorded: %s", lang.Both(p.Name), meeting.Say(err)), lang.Text{})
}

// joinRefusals makes one error of several, each of which says itself.
func joinRefusals(errs []error) error {
	if len(errs) < 2 {
		return errors.Join(errs...)
	}
	all := &scoring.Refusal{Kind: errors.Join(errs...),
		What: lang.Sayf("%d lời mời chưa ghi được", "%d invitations are not recorded", len(errs))}
	for _, err := range errs {
		all.Parts = append(all.Parts, textOf(err))
	}
	return all
}
