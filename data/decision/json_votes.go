package decision

import "thidua/scoring"

func encodeVote(a scoring.Vote) (entry, error) {
	e := entry{Kind: scoring.KindVote, Subject: a.Subject, For: &a.For, Against: &a.Against, Abstain: &a.Abstain,
		Unit: a.Unit, Secret: a.Secret}
	if a.Act != nil {
		inner, err := encodeAct(a.Act)
		if err != nil {
			return e, err
		}
		e.Act = &inner
	}
	if len(a.Votes) > 0 {
		e.Votes = map[string]any{}
		for unit, choice := range a.Votes {
			e.Votes[unit] = string(choice)
		}
	}
	return e, nil
}

func encodeBallot(a scoring.Ballot) entry {
	e := entry{Kind: scoring.KindBallot, Office: a.Office, Round: &a.Round, Blank: &a.Blank, Spoiled: &a.Spoiled,
		Issued: a.Issued, Returned: a.Returned}
	e.Votes = map[string]any{}
	for unit, n := range a.Votes {
		e.Votes[unit] = n
	}
	return e
}

func (e *entry) vote() (scoring.Act, error) {
	a := scoring.Vote{Subject: e.Subject, For: number0(e.For), Against: number0(e.Against), Abstain: number0(e.Abstain),
		Unit: e.Unit, Secret: e.Secret}
	if e.Act != nil {
		inner, err := e.Act.act()
		if err != nil {
			return nil, unreadable("điều được biểu quyết: %s", "what it is about: %s", err)
		}
		a.Act = inner
	}
	if len(e.Votes) > 0 {
		a.Votes = map[string]scoring.Choice{}
	}
	for unit, choice := range e.Votes {
		c, ok := choice.(string)
		if !ok {
			return nil, unreadable("phiếu của %s không phải là chữ", "the vote of %s is no text", unit)
		}
		a.Votes[unit] = scoring.Choice(c)
	}
	return a, nil
}

func (e *entry) ballot() (scoring.Act, error) {
	a := scoring.Ballot{Office: e.Office, Round: number0(e.Round), Blank: number0(e.Blank), Spoiled: number0(e.Spoiled),
		Issued: e.Issued, Returned: e.Returned}
	a.Votes = map[string]int{}
	for unit, votes := range e.Votes {
		n, ok := votes.(float64) // as JSON numbers come; whole ones are exact
		if !ok || n != float64(int(n)) {
			return nil,
				unreadable("số phiếu cho %s không phải là số nguyên", "the votes of %s are no whole number", unit)
		}
		a.Votes[unit] = int(n)
	}
	return a, nil
}

func number0(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}
