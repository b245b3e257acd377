package meeting

import (
	"context"

	"thidua/data/record"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Count has a vote or round that several hosts take counted from the ballots that are in at the moment when that is
// recorded: none that came in before is left out, and of two hosts that count at once one does it.
type Count struct {
	Opened int // the decision that opened it

	// Act makes the decision: of a poll a vote, of a box a round or an order, the other is nil. It may be called more
	// than once, and not at the same time as whoever made the proposal goes on.
	Act func(s *scoring.State, p *Poll, b *Box) (scoring.Act, error)
}

// count is a proposal with the decision that counts its vote, and what becomes of the ballots with it.
func (m *Meeting) count(ctx context.Context, snap *Snapshot, p Proposal) (Proposal, []record.Beside, error) {
	if p.Count == nil {
		return p, nil, nil
	}
	o := snap.Opening()
	if m.ballots == nil || o == nil || o.Decision.Seq != p.Count.Opened {
		return p, nil, refused(ended())
	}
	t, err := m.tally(ctx, snap)
	if err != nil {
		return p, nil, err
	}
	poll, box, err := take(&snap.State, o, t)
	if err != nil {
		return p, nil, err
	}
	if poll != nil {
		poll.ended = true
	} else {
		box.ended = true
	}
	act, err := p.Count.Act(&snap.State, poll, box)
	if err != nil {
		return p, nil, refused(err)
	}
	p.Acts = []scoring.Act{act}
	return p, []record.Beside{{Vote: voteOf(o), Count: t.Version}}, nil
}

// besides is what becomes of ballots with other decisions. A vote that hosts take together is counted from what is in,
// by nobody who brings a count along; nor is it ended by a program that takes none of its ballots and shows none.
func (m *Meeting) besides(ctx context.Context, snap *Snapshot, p Proposal, made []*scoring.Decision) ([]record.Beside,
	error) {
	var out []record.Beside
	open := snap.Opening()
	for i, d := range made {
		switch a := d.Act.(type) {
		case scoring.Open:
			if !a.Terminals {
				continue
			}
			about, err := issue(&snap.State, a, p)
			if err != nil {
				return nil, err
			}
			out = append(out, record.Beside{Vote: record.OpenVote{Opened: d.Seq, Secret: a.Secret}, Issue: about})
		case scoring.Vote:
			if a.Opened > 0 {
				return nil, &Refused{[]RefusedAct{{i, countedThere(a.Opened)}}}
			}
		case scoring.Ballot:
			if a.Opened > 0 {
				return nil, &Refused{[]RefusedAct{{i, countedThere(a.Opened)}}}
			}
		case scoring.Void:
			if open == nil || open.Decision.Seq != a.Opened {
				continue // opened in the same batch
			}
			if err := m.mayVoid(ctx, open); err != nil {
				return nil, &Refused{[]RefusedAct{{i, err}}}
			}
			out = append(out, record.Beside{Vote: voteOf(open), Drop: true})
		}
	}
	return out, nil
}

// mayVoid refuses to end a vote without a count where nobody sees its ballots.
func (m *Meeting) mayVoid(ctx context.Context, o *scoring.Opening) error {
	if len(m.joined()) > 0 {
		return nil
	}
	t, err := m.ballots.Tally(ctx, voteOf(o), false)
	if err != nil || t == nil {
		return err
	}
	return refusedBallot(
		lang.Sayf("cuộc bỏ phiếu số %d đang lấy phiếu, không hủy từ tệp",
			"the vote of decision %d is open and is not declared void from a file", o.Decision.Seq),
		lang.Sayf("kiểm hoặc hủy ở màn hình Biểu quyết, trên máy nào cũng được",
			"count it or declare it void on the screen Vote, on any host"))
}

// countedThere refuses a count of ballots from terminals that was brought along.
func countedThere(opened int) error {
	return refusedBallot(
		lang.Sayf("phiếu của cuộc bỏ phiếu số %d nằm ở cơ sở dữ liệu, không ghi số đếm từ nơi khác",
			"the ballots of the vote of decision %d are in the database: no count from elsewhere is taken", opened),
		lang.Sayf("kiểm ở màn hình Biểu quyết hoặc Bầu cử, trên máy nào cũng được",
			"count it on the screen Vote or Election, on any host"))
}

func refused(err error) error { return &Refused{[]RefusedAct{{0, err}}} }
