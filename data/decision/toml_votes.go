package decision

import (
	"thidua/data/clean"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// vote reads a count by hand. What it comes to is worked out, never read; what a carried vote decides stands in a table
// of its own, [decision.act], with the keys of any decision.
func (f fields) vote() scoring.Act {
	f.require("subject", "for", "against")
	v := scoring.Vote{
		Subject: f.String("subject"), For: f.votes("for"), Against: f.votes("against"), Abstain: f.votes("abstain"),
		Unit: f.unit("unit"), Secret: f.Bool("secret"),
	}
	if t := f.Table.Table("act"); t != nil {
		v.Act = fields{Table: t, units: f.units}.act()
		t.Done()
	}
	if t := f.Table.Table("votes"); t != nil {
		v.Votes = map[string]scoring.Choice{}
		for _, written := range t.Keys() {
			choice := scoring.Choice(t.String(written))
			if choice != scoring.For && choice != scoring.Against && choice != scoring.Abstain {
				t.Fail(written,
					lang.Sayf("không có cách biểu quyết %q", "nobody can vote %q", clean.Show(string(choice))),
					lang.Sayf("dùng for, against hoặc abstain", "use for, against or abstain"))
			}
			name := fields{Table: t, units: f.units}.resolve(written, written)
			if _, twice := v.Votes[name]; twice {
				t.Fail(written, lang.Sayf("%s biểu quyết hai lần", "%s votes twice", name),
					lang.Sayf("giữ lại một dòng", "keep one line"))
			}
			v.Votes[name] = choice
		}
	}
	return v
}

// ballot reads the count of one round of an election.
func (f fields) ballot() scoring.Act {
	f.require("office", "votes")
	b := scoring.Ballot{
		Office: scoring.Office(f.String("office")), Round: f.Int("round"), Votes: map[string]int{},
		Blank: f.votes("blank"), Spoiled: f.votes("spoiled"), Issued: f.votes("issued"), Returned: f.votes("returned"),
	}
	if t := f.Table.Table("votes"); t != nil {
		sub := fields{Table: t, units: f.units}
		for _, written := range t.Keys() {
			name := sub.resolve(written, written)
			if _, twice := b.Votes[name]; twice {
				t.Fail(written, lang.Sayf("%s có hai dòng phiếu", "%s has votes twice", name),
					lang.Sayf("cộng lại thành một dòng", "add them up in one line"))
			}
			b.Votes[name] = sub.votes(written)
		}
	}
	return b
}

// votes reads a number of votes.
func (f fields) votes(key string) int {
	n := f.Int(key)
	if n < 0 || n > maxVotes {
		f.Fail(key, lang.Sayf("%s: %d không phải là số phiếu", "%s: %d is not a number of votes", clean.Show(key), n),
			lang.Sayf("đếm lại", "count again"))
		return 0
	}
	return n
}

// maxVotes bounds a number of votes far above any meeting.
const maxVotes = 1_000_000
