package scoring

import "thidua/scoring/lang"

// Room is how much more bonus, or penalty, a place can take (rule 3), and what sets the bound.
type Room struct {
	Points Points // the most that may stand at the place
	Bound  Points // the limit that binds
	Used   Points // what counts against that limit elsewhere
	// the node whose limit binds, index of Rulebook.Criteria; -1: the limit for all of the unit's together
	At     int
	Clause string
}

// Room is the most that may stand at a place for the unit, whatever stands there now. It is never negative. Limits bind
// at each stage by itself: what is agreed counts at both, so that both must have room for it.
func (u *Unit) Room(bonus bool, at GrantAt) Room {
	limit, grants := u.book.Penalty, u.penalties
	if bonus {
		limit, grants = u.book.Bonus, u.bonuses
	}
	at = at.fixed()
	best := Room{Points: -1}
	bind := func(bound Points, first, end, node int, clause string) {
		var used Points
		for _, g := range grants { // those of the appraised stage hold those of the agreed one
			if g.at != at && g.at.Target >= first && g.at.Target < end {
				used += g.points()
			}
		}
		if left := max(bound-used, 0); best.Points < 0 || left < best.Points {
			best = Room{Points: left, Bound: bound, Used: used, At: node, Clause: clause}
		}
	}
	for n := at.Target; n >= 0; n = u.book.Criteria[n].Parent {
		bind(limit.Share.of(u.Max(n)), n, u.book.Criteria[n].End, n, limit.Clause)
	}
	if limit.HasTotal {
		bind(limit.Total, 0, len(u.book.Criteria), -1, limit.TotalClause)
	}
	return best
}

// withinLimit refuses what stands at a place if it is more than there is room for.
func (u *Unit) withinLimit(bonus bool, at GrantAt) error {
	stands := u.standing(bonus, at)
	room := u.Room(bonus, at)
	if stands <= room.Points {
		return nil
	}
	what := lang.Text{VI: "điểm trừ", EN: "penalties"}
	if bonus {
		what = lang.Text{VI: "điểm thưởng", EN: "bonuses"}
	}
	return refuse(ErrLimit,
		lang.Sayf("%[1]s điểm tại %[2]s là quá giới hạn: %[4]s của %[3]s cho %[5]s tối đa %[6]s, đã dùng %[7]s",
			"%[1]s points at %[2]s break the limit: %[4]s of %[3]s may come to %[6]s for %[5]s, %[7]s used already",
			stands, u.book.Criteria[at.Target].Code, lang.Both(u.name), what, u.whole(room.At), room.Bound, room.Used),
		lang.Sayf("tại %s còn được ghi tối đa %s điểm", "there is room for %[2]s points at %[1]s",
			u.book.Criteria[at.Target].Code, room.Points)).under(room.Clause)
}

// whole names what a limit is about: a node, or all of the unit's points.
func (u *Unit) whole(at int) lang.Text {
	if at < 0 {
		return lang.Text{VI: "tất cả", EN: "all together"}
	}
	return lang.Sayf("mục %s", "%s", u.book.Criteria[at].Code)
}

// standing is the bonus or penalty that stands at a place.
func (u *Unit) standing(bonus bool, at GrantAt) Points {
	grants := u.penalties
	if bonus {
		grants = u.bonuses
	}
	for _, g := range grants {
		if g.at == at {
			return g.points()
		}
	}
	return 0
}
