package decision

import (
	"encoding/json"
	"fmt"

	"thidua/scoring"
)

func encodeVote(a scoring.Vote) (entry, error) {
	e := entry{Kind: scoring.KindVote, Subject: a.Subject, For: &a.For, Against: &a.Against, Abstain: &a.Abstain, Unit: a.Unit, Secret: a.Secret}
	if a.Act != nil {
		inner, err := encodeAct(a.Act)
		if err != nil {
			return e, err
		}
		e.Act = &inner
	}
	if len(a.Votes) > 0 {
		raw, err := json.Marshal(a.Votes)
		if err != nil {
			return e, err
		}
		e.Votes = raw
	}
	return e, nil
}

func encodeBallot(a scoring.Ballot) (entry, error) {
	e := entry{Kind: scoring.KindBallot, Office: a.Office, Round: &a.Round, Blank: &a.Blank, Spoiled: &a.Spoiled, Issued: a.Issued, Returned: a.Returned}
	raw, err := json.Marshal(a.Votes)
	e.Votes = raw
	return e, err
}

func (e *entry) vote() (scoring.Act, error) {
	a := scoring.Vote{Subject: e.Subject, For: number0(e.For), Against: number0(e.Against), Abstain: number0(e.Abstain), Unit: e.Unit, Secret: e.Secret}
	if e.Act != nil {
		inner, err := e.Act.act()
		if err != nil {
			return nil, fmt.Errorf("what it is about: %w", err)
		}
		a.Act = inner
	}
	if len(e.Votes) > 0 {
		if err := json.Unmarshal(e.Votes, &a.Votes); err != nil {
			return nil, fmt.Errorf("its votes: %w", err)
		}
	}
	return a, nil
}

func (e *entry) ballot() (scoring.Act, error) {
	a := scoring.Ballot{Office: e.Office, Round: number0(e.Round), Blank: number0(e.Blank), Spoiled: number0(e.Spoiled), Issued: e.Issued, Returned: e.Returned}
	if err := json.Unmarshal(e.Votes, &a.Votes); err != nil {
		return nil, fmt.Errorf("its votes: %w", err)
	}
	return a, nil
}

func number0(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}
