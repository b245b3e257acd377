package scoring

import (
	"math/bits"

	"thidua/scoring/lang"
)

// Award is one kind of award.
type Award struct {
	ID     string
	Name   lang.Text
	Short  lang.Text
	Sign   string // one cell wide
	Clause string

	Counts []AwardCount // by the size of the cluster, smallest first; or
	Quota  AwardQuota   // a part of the cluster

	Min    Floor  // what a unit must have to be proposed
	Class  string // the lowest class that can be; empty: any
	Beside bool   // held beside another award: it uses up nobody's turn

	Vote   AwardVote   // it is pending until a vote has been taken on the unit that the ranking nominates; or
	Ballot AwardBallot // it goes to who has most votes among the first of the ranking
}

// AwardCount says how many of an award a cluster of at least so many units may propose.
type AwardCount struct{ Units, Number int }

// AwardQuota is a part of a cluster that may be proposed for an award. The zero value is none.
type AwardQuota struct {
	Share Ratio
	Of    QuotaOf
	Round Rounding
	Most  int // never more; 0: as many as the share gives
}

// QuotaOf is what a quota is a part of.
type QuotaOf uint8

// What a quota may be a part of: all units of the cluster, or those that the awards before this one leave. These are
// counted by how many of them may be proposed, not by who is.
const (
	OfAll QuotaOf = iota
	OfRest
)

// Rounding is how a part of a number of units becomes a number of units.
type Rounding uint8

// The roundings. RoundNearest goes up from a half.
const (
	RoundDown Rounding = iota
	RoundNearest
	RoundUp
)

// of is the quota of so many units.
func (q AwardQuota) of(units int) int {
	hi, lo := bits.Mul64(uint64(max(units, 0)), uint64(q.Share.Num))
	n, rest := bits.Div64(hi, lo, uint64(q.Share.Den)) // a share is at most 1: the quotient is at most the units
	switch {
	case q.Round == RoundUp && rest > 0, q.Round == RoundNearest && rest >= uint64(q.Share.Den)-rest:
		n++
	}
	if q.Most > 0 {
		n = min(n, uint64(q.Most))
	}
	return int(n)
}

// AwardVote is the vote that an award asks for on every unit; Asked is false where it asks for none.
type AwardVote struct {
	Asked  bool
	Secret bool // by secret ballot
	Rule   VoteRule
}

// AwardBallot is the election of who gets an award, among so many from the top of the ranking that can get it and all
// level with the last of them; 0 nominees: there is none.
type AwardBallot struct{ Nominees int }

// Floor is what a unit must have: a part of its maximum, or points. The zero value asks for nothing.
type Floor struct {
	By     FloorBy
	Share  Ratio
	Points Points
}

// FloorBy is what a Floor asks for.
type FloorBy uint8

// What a Floor may ask for.
const (
	NoFloor FloorBy = iota
	FloorShare
	FloorPoints
)

// met reports whether a unit has it at a stage.
func (f Floor) met(u *Unit, st Stage) bool {
	switch f.By {
	case FloorShare:
		return compareFractions(int64(u.Total(st)), int64(u.Maximum()), f.Share.Num, f.Share.Den) >= 0
	case FloorPoints:
		return u.Total(st) >= f.Points
	}
	return true
}

// Said says what it asks for: «từ 90/100 điểm áp dụng», «từ 800,00 điểm».
func (f Floor) Said() lang.Text {
	if f.By == FloorPoints {
		return lang.Sayf("từ %s điểm", "%s points or more", f.Points)
	}
	return lang.Sayf("từ %s điểm áp dụng", "%s of its maximum or more", f.Share)
}

// Class is what units with enough points are called: «hoàn thành xuất sắc». A unit's class is the best whose floor it
// reaches.
type Class struct {
	ID     string
	Name   lang.Text
	From   Floor
	Clause string
}

// class is the index of the unit's class at a stage, -1 where it reaches none.
func (u *Unit) class(st Stage) int {
	for i, c := range u.book.Classes {
		if c.From.met(u, st) {
			return i
		}
	}
	return -1
}

// Class is the unit's class at a stage; ok is false where it reaches none.
func (u *Unit) Class(st Stage) (c Class, ok bool) {
	if i := u.class(st); i >= 0 {
		return u.book.Classes[i], true
	}
	return Class{}, false
}

// Number is how many of an award, by its index in the rulebook, may be proposed by a cluster of so many units, before
// the meeting decides to propose fewer.
func (b *Rulebook) Number(award, units int) int {
	a := &b.Awards[award]
	if a.Quota.Share.Den == 0 {
		n := 0
		for _, c := range a.Counts {
			if units >= c.Units {
				n = c.Number
			}
		}
		return n
	}
	if a.Quota.Of == OfRest {
		for i := range award {
			if !b.Awards[i].Beside {
				units -= b.Number(i, units)
			}
		}
	}
	return min(a.Quota.of(units), maxAwarded)
}

// Proposable is how many of an award, by its index in the rulebook, this meeting may propose: the rulebook's number, or
// fewer where it has decided so.
func (s *State) Proposable(award int) int {
	n := s.book.Number(award, len(s.units))
	if award < len(s.quotas) {
		if c := s.quotas[award].top(); c != nil {
			n = min(n, c.value.Number)
		}
	}
	return n
}
