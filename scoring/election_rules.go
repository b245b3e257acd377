package scoring

import (
	"cmp"
	"slices"

	"thidua/scoring/lang"
)

// conclude decides what the last round of a race comes to: somebody is elected, lots are needed, or a further round
// is.
func (s *State) conclude(r *Race, present int) {
	rule := s.book.Election
	round := &r.Rounds[len(r.Rounds)-1]
	votes := s.Tallies(*round)
	valid := 0
	for _, t := range votes {
		valid += t.Votes
	}
	round.Base = rule.Base.ballots(present, len(s.units), valid+round.Ballot.Blank+round.Ballot.Spoiled, valid)
	round.Needed = rule.Threshold.needed(round.Base)
	first := votes[0]
	alone := len(votes) == 1 || votes[1].Votes < first.Votes
	r.Tied = nil
	if rule.Threshold.met(first.Votes, round.Base) && alone {
		r.elect(first.Unit, ByBallot)
		round.Sum = lang.Sayf("%s: %d phiếu trong %d %s, %s: %s",
			"%s: %d votes of %d %s, %s: %s",
			s.units[first.Unit].name, first.Votes, round.Base, s.book.Said(rule.Base.words()),
			rule.Threshold.asks(round.Base),
			s.chosen(r.Office))
		return
	}
	r.Candidates = runoff(votes, rule.Runoff)
	if tied := s.deadlocked(r, votes); tied != nil {
		s.decide(r, round, tied)
		return
	}
	round.Sum = lang.Sayf("chưa ai đạt quá bán (%s trong %d %s): vòng %d giữa %s",
		"nobody has enough (%s of %d %s): round %d between %s",
		rule.Threshold.asks(round.Base), round.Base, s.book.Said(rule.Base.words()), len(r.Rounds)+1,
		s.unitList(r.Candidates))
}

// chosen says what a unit is that was elected: an officer, or proposed for an award.
func (s *State) chosen(o Office) lang.Text {
	if _, award := s.book.Award(string(o)); award {
		return lang.Sayf("được suy tôn, đề nghị tặng %s", "proposed for the %s", s.book.OfficeName(o))
	}
	return lang.Sayf("trúng cử %s", "elected %s", s.book.OfficeName(o))
}

// runoff are the candidates of a further round: so many with the most votes, and all level with the last of them.
func runoff(votes []Tally, most int) (out []int) {
	for _, t := range votes {
		if len(out) < most || t.Votes == votes[min(most, len(votes))-1].Votes {
			out = append(out, t.Unit)
		}
	}
	return out
}

// leading are the candidates with the most votes, in the rulebook's order.
func leading(votes []Tally) (out []int) {
	for _, t := range votes {
		if t.Votes == votes[0].Votes {
			out = append(out, t.Unit)
		}
	}
	slices.Sort(out)
	return out
}

// deadlocked are the units that no further round sets apart, nil where one may: two candidates who are level; and, in
// the second edition, all candidates of a runoff, or those who are level at the top and were so in the round before.
// There, who has no vote leads nobody. The first edition knows two candidates only, and only where the rulebook has
// rotation.
func (s *State) deadlocked(r *Race, votes []Tally) []int {
	top := leading(votes)
	if len(top) < 2 {
		return nil
	}
	if !s.book.second() {
		if len(votes) == 2 && s.book.Election.Rotation {
			return top
		}
		return nil
	}
	n := len(r.Rounds)
	switch {
	case votes[0].Votes == 0:
		return nil
	case len(votes) == 2, n > 1 && len(top) == len(votes):
		return top
	case n > 1 && slices.Equal(top, leading(s.Tallies(r.Rounds[n-2]))):
		return top
	}
	return nil
}

func (r *Race) elect(unit int, how string) { r.Elected, r.How, r.Candidates = unit, how, nil }

// ballots is the base of an election's threshold.
func (v VoteBase) ballots(present, members, cast, valid int) int {
	switch v {
	case OfMembers:
		return members
	case OfCast:
		return cast
	case OfValid:
		return valid
	}
	return present
}

// decide decides between units that no round sets apart: the one that held the office longest ago, or never, where the
// rulebook has rotation; among those still level
// lots, where it has these; else a further round does.
func (s *State) decide(r *Race, round *Round, tied []int) {
	rule := s.book.Election
	left := tied
	if rule.Rotation {
		left = s.longestAgo(r.Office, tied)
	}
	if len(left) == 1 {
		r.elect(left[0], ByRotation)
		round.Sum = s.rotated(r.Office, tied, left[0])
		return
	}
	level := lang.Sayf("%s bằng phiếu", "%s are level", s.unitList(tied))
	if rule.Rotation {
		level = lang.Sayf("%s bằng phiếu, %s", "%s are level, %s",
			s.unitList(tied), s.held(s.LastHeld(r.Office, left[0]), left, tied))
	}
	if !rule.Lots {
		round.Sum = lang.Sayf("%s: bầu thêm một vòng", "%s: a further round", level)
		return
	}
	r.Tied, r.Candidates = left, left
	round.Sum = lang.Sayf("%s: chủ tọa bốc thăm", "%s: the chair draws lots", level)
}

// longestAgo are those of some units that held an office longest ago, or never, in the order given.
func (s *State) longestAgo(o Office, units []int) (out []int) {
	for _, unit := range units {
		c := -1
		if len(out) > 0 {
			c = cmp.Compare(s.LastHeld(o, unit), s.LastHeld(o, out[0]))
		}
		if c < 0 {
			out = nil
		}
		if c <= 0 {
			out = append(out, unit)
		}
	}
	return out
}

// rotated says how rotation decided.
func (s *State) rotated(o Office, tied []int, winner int) lang.Text {
	if len(tied) == 2 {
		loser := tied[0] + tied[1] - winner
		return lang.Sayf("%s bằng phiếu; luân phiên: %s giữ chức gần nhất %s, %s %s: trúng cử %s",
			"%s are level; by rotation: %s held the office last in %s, %s %s: elected %s",
			s.unitList(tied), s.units[loser].name, s.LastHeld(o, loser), s.units[winner].name,
			heldShort(s.LastHeld(o, winner)), s.units[winner].name)
	}
	var years []lang.Sayer
	for _, unit := range tied {
		years = append(years, lang.Sayf("%s %s", "%s %s", s.units[unit].name, heldShort(s.LastHeld(o, unit))))
	}
	return lang.Sayf("%s bằng phiếu; luân phiên, giữ chức gần nhất: %s: trúng cử %s",
		"%s are level; by rotation, the office last held: %s: elected %s", s.unitList(tied), lang.List(years...),
		s.units[winner].name)
}

// held says when those that rotation leaves held the office last.
func (s *State) held(year string, left, tied []int) lang.Text {
	switch {
	case len(left) < len(tied):
		return lang.Sayf("luân phiên còn lại %s", "rotation leaves %s", s.unitList(left))
	case year == "" && len(left) == 2:
		return lang.Text{VI: "cả hai chưa từng giữ chức", EN: "neither has ever held the office"}
	case year == "":
		return lang.Text{VI: "đều chưa từng giữ chức", EN: "none has ever held the office"}
	}
	return lang.Sayf("cùng giữ chức gần nhất %s", "all held the office last in %s", year)
}

func heldShort(year string) lang.Text {
	if year == "" {
		return lang.Text{VI: "chưa từng", EN: "never"}
	}
	return lang.Sayf("%s", "in %s", year)
}

// LastHeld is the latest year in which a unit held an office, by the rulebook and the meeting's history; empty: never.
// Years compare as text: later ones are greater.
func (s *State) LastHeld(o Office, unit int) (year string) {
	for _, h := range s.History() {
		if h.Holder(o) == s.units[unit].name && h.Year > year {
			year = h.Year
		}
	}
	return year
}

// History is who led the cluster when: by the rulebook, and by the past meetings that were named when this one was
// made. In the second edition these stand before the rulebook where both name a year.
func (s *State) History() []Officers {
	c, ok := s.Group()
	if !ok {
		return s.history
	}
	if !s.book.second() && s.own == nil {
		return append(slices.Clone(c.Officers), s.history...)
	}
	all := append(slices.Clone(c.Officers), s.history...)
	if s.own != nil {
		all = append(slices.Clone(s.history), c.Officers...)
	}
	var out []Officers
	for _, x := range all {
		i := slices.IndexFunc(out, func(o Officers) bool { return o.Year == x.Year })
		if i < 0 {
			out = append(out, x)
			continue
		}
		out[i].fill(x.Year, []Officers{x})
	}
	return out
}
