package decision

import (
	"encoding/json"

	"thidua/data/clean"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Vote is a question that the units decided, with the count. What it comes to is worked out, never read; what a
// carried vote decides stands in an act of its own, in files [decision.act], with the keys of any decision.
func (registry) Vote() kind {
	return about[scoring.Vote]{
		Name: lang.Text{VI: "biểu quyết", EN: "vote"},
		Keys: func(a *scoring.Vote) []key {
			return []key{
				need("subject", (*text)(&a.Subject)),
				need("for", (*votes)(&a.For)).unless("unanimous"),
				need("against", (*votes)(&a.Against)).unless("unanimous"),
				may("abstain", (*votes)(&a.Abstain)),
				may("unit", (*unit)(&a.Unit)),
				may("secret", (*flag)(&a.Secret)),
				may("act", carried{&a.Act}),
				may("votes", choices{&a.Votes}),
				may("not_voting", (*units)(&a.NotVoting)),
				may("written", (*units)(&a.Written)),
				may("unanimous", alone{a}),
				may("opened", (*seq)(&a.Opened)),
				may("voted", (*units)(&a.Voted)),
				may("issued", (*papers)(&a.Issued)),
				may("returned", (*papers)(&a.Returned)),
				may("paper", (*papers)(&a.Paper)),
			}
		},
		SayOf:  voted,
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   none[scoring.Vote],
	}
}

// alone is the flag of a unanimous vote: in a file it stands in place of the counts, which are read before it.
type alone struct{ vote *scoring.Vote }

func (v alone) record() (any, error) { return (*flag)(&v.vote.Unanimous).record() }

func (v alone) read(raw json.RawMessage) error { return unmarshal(raw, &v.vote.Unanimous) }

func (v alone) take(f fields, name string) {
	a := v.vote
	a.Unanimous = f.Bool(name)
	if a.Unanimous && (a.For != 0 || a.Against != 0 || a.Abstain != 0 || len(a.Votes) > 0) {
		f.Fail(name, lang.Sayf("unanimous và số phiếu không đi cùng nhau", "unanimous and counts do not go together"),
			lang.Sayf("bỏ một trong hai", "leave one of them out"))
	}
}

// voted says what a vote came to.
func voted(s *scoring.State, d *scoring.Decision, a scoring.Vote) lang.Text {
	if t := s.Tallied(d.Seq); t != nil {
		return changed(s, d, lang.Sayf("biểu quyết «%s»: %s; %s", "vote «%s»: %s; %s", t.Question(), Counts(*t),
			t.Ruling.Sum))
	}
	t := scoring.Tallied{Vote: a, Ruling: scoring.Ruling{Count: scoring.Count{For: a.For, Against: a.Against,
		Abstain: a.Abstain}}}
	return lang.Sayf("biểu quyết «%s»: %s", "vote «%s»: %s", a.Subject, Counts(t))
}

// carried is the act that a vote decides if it is carried; left out on record where there is none.
type carried struct{ act *scoring.Act }

func (v carried) record() (any, error) {
	if *v.act == nil {
		return nil, nil
	}
	k, err := kindOf(*v.act)
	if err != nil {
		return nil, err
	}
	return pairsOf(nil, k.id(), k.keysOf(*v.act))
}

func (v carried) read(raw json.RawMessage) error {
	o, err := parse(raw)
	if err == nil {
		*v.act, err = o.act()
	}
	if err != nil {
		return unreadable("điều được biểu quyết: %s", "what it is about: %s", err)
	}
	return nil
}

func (v carried) take(f fields, name string) {
	if t := f.Table.Table(name); t != nil {
		*v.act = f.of(t).act()
		t.Done()
	}
}

// choices are who voted how; left out on record where nobody noted it.
type choices struct{ votes *map[string]scoring.Choice }

func (v choices) record() (any, error) {
	if len(*v.votes) == 0 {
		return nil, nil
	}
	return *v.votes, nil
}

func (v choices) read(raw json.RawMessage) error { return unmarshal(raw, v.votes) }

func (v choices) take(f fields, name string) {
	t := f.Table.Table(name)
	if t == nil {
		return
	}
	all := map[string]scoring.Choice{}
	for _, written := range t.Keys() {
		choice := scoring.Choice(t.String(written))
		if choice != scoring.For && choice != scoring.Against && choice != scoring.Abstain {
			t.Fail(written, lang.Sayf("không có cách biểu quyết %q", "nobody can vote %q", clean.Show(string(choice))),
				lang.Sayf("dùng for, against hoặc abstain", "use for, against or abstain"))
		}
		name := f.of(t).resolve(written, written)
		if _, twice := all[name]; twice {
			t.Fail(written, lang.Sayf("%s biểu quyết hai lần", "%s votes twice", name),
				lang.Sayf("giữ lại một dòng", "keep one line"))
		}
		all[name] = choice
	}
	*v.votes = all
}
