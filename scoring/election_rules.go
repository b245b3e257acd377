package scoring

import "thidua/scoring/lang"

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
	level := len(votes) > 1 && votes[1].Votes == first.Votes
	r.Tied = nil
	switch {
	case rule.Threshold.met(first.Votes, round.Base) && !level:
		r.elect(first.Unit, ByBallot)
		round.Sum = lang.Sayf("%s: %d phiếu trong %d %s, %s: trúng cử %s", "%s: %d votes of %d %s, %s: elected %s",
			s.units[first.Unit].name, first.Votes, round.Base, rule.Base.words(), rule.Threshold.asks(round.Base),
			r.Office.Name())
	case len(votes) == 2 && level && rule.Rotation:
		s.rotate(r, round, votes[0].Unit, votes[1].Unit)
	default:
		r.Candidates = nil
		for _, t := range votes {
			if len(r.Candidates) < rule.Runoff || t.Votes == votes[min(rule.Runoff, len(votes))-1].Votes {
				r.Candidates = append(r.Candidates, t.Unit)
			}
		}
		round.Sum = lang.Sayf("chưa ai đạt quá bán (%s trong %d %s): vòng %d giữa %s",
			"nobody has enough (%s of %d %s): round %d between %s",
			rule.Threshold.asks(round.Base), round.Base, rule.Base.words(), len(r.Rounds)+1, s.unitList(r.Candidates))
	}
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

// rotate decides between two that are level in a round of two: the one that held the office longest ago, or never; if
// that too is level, lots.
func (s *State) rotate(r *Race, round *Round, a, b int) {
	yearA, yearB := s.LastHeld(r.Office, a), s.LastHeld(r.Office, b)
	if yearA == yearB {
		r.Tied, r.Candidates = []int{a, b}, []int{a, b}
		round.Sum = lang.Sayf("%s và %s bằng phiếu, %s: chủ tọa bốc thăm",
			"%s and %s are level, %s: the chair draws lots", s.units[a].name, s.units[b].name, held(yearA))
		if !s.book.Election.Lots {
			r.Tied = nil
			round.Sum = lang.Sayf("%s và %s bằng phiếu, %s: bầu thêm một vòng",
				"%s and %s are level, %s: a further round", s.units[a].name, s.units[b].name, held(yearA))
		}
		return
	}
	winner, loser, year := a, b, yearB
	if yearB < yearA {
		winner, loser, year = b, a, yearA
	}
	r.elect(winner, ByRotation)
	round.Sum = lang.Sayf("%s và %s bằng phiếu; luân phiên: %s giữ chức gần nhất %s, %s %s: trúng cử %s",
		"%s and %s are level; by rotation: %s held the office last in %s, %s %s: elected %s",
		s.units[a].name, s.units[b].name, s.units[loser].name, year, s.units[winner].name,
		heldShort(s.LastHeld(r.Office, winner)), s.units[winner].name)
}

func held(year string) lang.Text {
	if year == "" {
		return lang.Text{VI: "cả hai chưa từng giữ chức", EN: "neither has ever held the office"}
	}
	return lang.Sayf("cùng giữ chức gần nhất %s", "both held the office last in %s", year)
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
		holder := h.Leader
		if o == Deputy {
			holder = h.Deputy
		}
		if holder == s.units[unit].name && h.Year > year {
			year = h.Year
		}
	}
	return year
}

// History is who led the cluster when: by the rulebook, and by the past meetings that were named when this one was
// made.
func (s *State) History() []Officers {
	out := s.history
	if c, ok := s.book.Cluster(s.cluster); ok {
		out = append(append([]Officers(nil), c.Officers...), s.history...)
	}
	return out
}
