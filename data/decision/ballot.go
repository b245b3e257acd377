package decision

import (
	"encoding/json"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// Ballot is the count of one round of an election.
func (registry) Ballot() kind {
	return about[scoring.Ballot]{
		Name: lang.Text{VI: "bầu cử", EN: "ballot"},
		Keys: func(a *scoring.Ballot) []key {
			return []key{
				need("office", (*text)(&a.Office)),
				may("round", (*whole)(&a.Round)),
				need("votes", tally{&a.Votes}),
				may("blank", (*votes)(&a.Blank)),
				may("spoiled", (*votes)(&a.Spoiled)),
				may("issued", (*papers)(&a.Issued)),
				may("returned", (*papers)(&a.Returned)),
				may("not_voting", (*units)(&a.NotVoting)),
				may("opened", (*seq)(&a.Opened)),
				may("voted", (*units)(&a.Voted)),
				may("paper", (*papers)(&a.Paper)),
			}
		},
		SayOf:  counted,
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   none[scoring.Ballot],
	}
}

// counted says what a round of an election came to.
func counted(s *scoring.State, d *scoring.Decision, a scoring.Ballot) lang.Text {
	if r, ok := s.Race(a.Office); ok {
		for i, round := range r.Rounds {
			if round.Decision.Seq == d.Seq {
				said := lang.Sayf("bầu %s, vòng %d: %s", "election of the %s, round %d: %s",
					s.Rulebook().OfficeName(a.Office), i+1, round.Sum)
				return succeeds(s, d, a.Office, said)
			}
		}
	}
	return lang.Sayf("bầu %s", "election of the %s", s.Rulebook().OfficeName(a.Office))
}

// tally is how many votes each candidate has.
type tally struct{ votes *map[string]int }

func (v tally) record() (any, error) {
	if len(*v.votes) == 0 {
		return nil, nil
	}
	return *v.votes, nil
}

func (v tally) read(raw json.RawMessage) error { return unmarshal(raw, v.votes) }

func (v tally) take(f fields, name string) {
	t := f.Table.Table(name)
	if t == nil {
		return
	}
	*v.votes = map[string]int{}
	sub := fields{Table: t, units: f.units}
	for _, written := range t.Keys() {
		name := sub.resolve(written, written)
		if _, twice := (*v.votes)[name]; twice {
			t.Fail(written, lang.Sayf("%s có hai dòng phiếu", "%s has votes twice", name),
				lang.Sayf("cộng lại thành một dòng", "add them up in one line"))
		}
		(*v.votes)[name] = sub.votes(written)
	}
}
