package scoring

import (
	"slices"

	"thidua/scoring/lang"
)

// Propose says that a unit is proposed for an award that asks for a vote. It is decided in a vote and nowhere else: if
// that is carried the unit holds the award, as long as the ranking nominates it; if not, it is passed over for this
// award and keeps its turn for the next.
type Propose struct {
	Unit  string
	Award string
}

// KindPropose is the kind of Propose.
const KindPropose Kind = "propose"

// Kind is KindPropose.
func (Propose) Kind() Kind { return KindPropose }

func (a Propose) unit() string { return a.Unit }
func (Propose) votable() error { return nil }

// voted is what the votes on one unit and award came to.
type voted struct {
	award, unit int
	cell        *cell[bool] // carried
}

func (a Propose) enter(s *State, d *Decision) error { return a.voted(s, d, true) }

// lost notes that the vote was not carried.
func (a Propose) lost(s *State, d *Decision) error { return a.voted(s, d, false) }

func (a Propose) voted(s *State, d *Decision, carried bool) error {
	at, unit, err := a.find(s)
	if err != nil {
		return err
	}
	vote, ok := d.Act.(Vote)
	if !ok {
		return refuse(ErrVote, lang.Sayf("đề nghị %s phải qua biểu quyết", "the %s is proposed by a vote only",
			s.book.Awards[at].Short),
			lang.Sayf("ghi trong [decision.act] của một vote", "record it in [decision.act] of a vote"))
	}
	if err := a.nominated(s, d, vote, at, unit); err != nil {
		return err
	}
	s.propose(at, unit, func(c *cell[bool]) *cell[bool] { return c.put(d, carried) })
	return nil
}

func (a Propose) leave(s *State, d *Decision) error {
	at, unit, err := a.find(s)
	if err != nil {
		return err
	}
	s.propose(at, unit, func(c *cell[bool]) *cell[bool] { return c.mark(d.Seq, false) })
	return nil
}

// find finds unit and award, which must ask for a vote.
func (a Propose) find(s *State) (award, unit int, err error) {
	if unit, _, err = s.unit(a.Unit); err != nil {
		return 0, 0, err
	}
	if award, err = s.awardAt(a.Award); err != nil {
		return 0, 0, err
	}
	if x := &s.book.Awards[award]; !x.Vote.Asked {
		return 0, 0, refuse(ErrAward, lang.Sayf("%s không cần biểu quyết", "the %s asks for no vote", x.Short),
			lang.Sayf("bỏ quyết định này: xếp hạng đã quyết định",
				"leave this out: the ranking decides")).under(x.Clause)
	}
	return award, unit, nil
}

// nominated refuses a vote on a unit whose turn it is not, and an open one where the rulebook wants ballots. A vote
// that counts again is about the turn it had.
func (a Propose) nominated(s *State, d *Decision, vote Vote, award, unit int) error {
	x := &s.book.Awards[award]
	if x.Vote.Secret && !vote.Secret {
		return refuse(ErrVote, lang.Sayf("%s phải bỏ phiếu kín", "the %s asks for a secret ballot", x.Short),
			lang.Sayf("bỏ phiếu kín rồi ghi secret = true", "take it by secret ballot and record secret = true")).
			under(x.Clause)
	}
	if d.Seq <= s.Seq() || slices.Contains(s.Nominated(Agreed, award), unit) {
		return nil
	}
	mend := lang.Sayf("chưa đơn vị nào đến lượt", "no unit has its turn yet")
	if turn := s.Nominated(Agreed, award); len(turn) > 0 {
		mend = lang.Sayf("đang đến lượt %s", "the turn is of %s", s.unitList(turn))
	}
	return refuse(ErrAward,
		lang.Sayf("xếp hạng chưa đưa %s vào lượt xét %s", "the ranking does not nominate %s for the %s",
			a.Unit, x.Short), mend).under(x.Clause)
}

// propose changes what the votes on a unit and award came to, and deals out anew.
func (s *State) propose(award, unit int, change func(*cell[bool]) *cell[bool]) {
	next := make([]voted, 0, len(s.proposals)+1)
	found := false
	for _, v := range s.proposals {
		if v.award == award && v.unit == unit {
			v.cell, found = change(v.cell), true
		}
		next = append(next, v)
	}
	if !found {
		next = append(next, voted{award, unit, change(nil)})
	}
	s.proposals = next
	s.redeal()
}

// proposal is what the vote on a unit and award came to; taken is false before there was one.
func (s *State) proposal(award, unit int) (carried, taken bool) {
	for _, v := range s.proposals {
		if v.award == award && v.unit == unit {
			if c := v.cell.top(); c != nil {
				return c.value, true
			}
		}
	}
	return false, false
}

// Proposed is the vote on a unit and award: carried or not, and the decision; nil before there was one.
func (s *State) Proposed(award, unit int) (d *Decision, carried bool) {
	for _, v := range s.proposals {
		if v.award == award && v.unit == unit {
			if c := v.cell.top(); c != nil {
				return c.dec, c.value
			}
		}
	}
	return nil, false
}

// Nominated are the units that wait for the vote or the ballot that an award asks for, in order of rank.
func (s *State) Nominated(st Stage, award int) (units []int) {
	for _, x := range s.Standings(st).r.rows {
		if awaits(x.award) == award || x.beside.waits.has(award) {
			units = append(units, int(x.unit))
		}
	}
	return units
}
