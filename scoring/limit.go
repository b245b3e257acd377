package scoring

import "thidua/scoring/lang"

// Room is how much more bonus, or penalty, a target can take (rule 3), and what sets the bound.
type Room struct {
	Points Points // the most that may stand at the target
	Bound  Points // the limit that binds
	Used   Points // what counts against that limit elsewhere
	// the node whose limit binds, index of Rulebook.Criteria; -1: the limit for all of the unit's together
	At     int
	Clause string
}

// Room is the most that may stand at a target for the unit, whatever stands there now. It is never negative.
func (u *Unit) Room(bonus bool, target int) Room {
	limit, grants := u.book.Penalty, u.penalties
	if bonus {
		limit, grants = u.book.Bonus, u.bonuses
	}
	best := Room{Points: -1}
	bind := func(bound, used Points, at int, clause string) {
		if left := max(bound-used, 0); best.Points < 0 || left < best.Points {
			best = Room{Points: left, Bound: bound, Used: used, At: at, Clause: clause}
		}
	}
	for at := target; at >= 0; at = u.book.Criteria[at].Parent {
		var used Points
		for _, g := range grants {
			if g.target != target && g.target >= at && g.target < u.book.Criteria[at].End {
				used += g.points()
			}
		}
		bind(limit.Share.of(u.Max(at)), used, at, limit.Clause)
	}
	if limit.HasTotal {
		var used Points
		for _, g := range grants {
			if g.target != target {
				used += g.points()
			}
		}
		bind(limit.Total, used, -1, limit.TotalClause)
	}
	return best
}

// withinLimit refuses what stands at a target if it is more than there is room for.
func (u *Unit) withinLimit(bonus bool, target int) error {
	stands := u.at(bonus, target)
	room := u.Room(bonus, target)
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
			stands, u.book.Criteria[target].Code, lang.Both(u.name), what, u.whole(room.At), room.Bound, room.Used),
		lang.Sayf("tại %s còn chỗ cho %s điểm",
			"there is room for %[2]s points at %[1]s", u.book.Criteria[target].Code, room.Points)).under(room.Clause)
}

// whole names what a limit is about: a node, or all of the unit's points.
func (u *Unit) whole(at int) lang.Text {
	if at < 0 {
		return lang.Text{VI: "tất cả", EN: "all together"}
	}
	return lang.Sayf("mục %s", "%s", u.book.Criteria[at].Code)
}

// at is the bonus or penalty that stands at a target.
func (u *Unit) at(bonus bool, target int) Points {
	grants := u.penalties
	if bonus {
		grants = u.bonuses
	}
	for _, g := range grants {
		if g.target == target {
			return g.points()
		}
	}
	return 0
}
