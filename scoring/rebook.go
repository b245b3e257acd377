package scoring

import "slices"

// rebook puts the meeting under another rulebook: everything that stands at a criterion or field goes to the one of the
// same code. What has none there is left behind; kept are units of earlier, which bring back what was left behind when
// the meeting went away from their rulebook. What stands must be within the limits.
func (s *State) rebook(b *Rulebook, kept []*Unit) error {
	s.book = b
	s.units = slices.Clone(s.units)
	for i, u := range s.units {
		var was *Unit
		if kept != nil {
			was = kept[i]
		}
		next := u.rebooked(b, was)
		for _, g := range next.bonuses {
			if err := next.withinLimit(true, g.at); err != nil {
				return err
			}
		}
		for _, g := range next.penalties {
			if err := next.withinLimit(false, g.at); err != nil {
				return err
			}
		}
		s.units[i] = next
	}
	return nil
}

// rebooked is the unit under another rulebook. was is the unit as it was under that one, nil where it never was.
func (u *Unit) rebooked(b *Rulebook, was *Unit) *Unit {
	next := newUnit(b, u.sheet)
	if !u.HasSheet() {
		next.withoutSheet(u.without)
	}
	next.without, next.brought = u.without, u.brought
	next.sanction, next.gives, next.decided = u.sanction, u.gives, u.decided
	next.accepts, next.confirms, next.roll = u.accepts, u.confirms, u.roll
	next.changes, next.changed, next.present, next.people = u.changes, u.changed, u.present, u.people
	next.takeOver(u, func(string) bool { return true })
	if was != nil { // what the other rulebook had no place for
		next.takeOver(was, func(code string) bool { _, had := u.book.Index(code); return !had })
	}
	next.order()
	next.recount()
	return next
}

// takeOver takes what stands at criteria and fields of the unit under another rulebook to those of the same code.
func (u *Unit) takeOver(from *Unit, only func(code string) bool) {
	for leaf := range from.scores {
		code := from.criterion(leaf).Code
		to, ok := u.book.Index(code)
		if !ok || !u.book.Criteria[to].Scored || !only(code) {
			continue
		}
		at := u.book.Criteria[to].First
		u.scores[at] = from.scores[leaf]
		u.appraised = placed(u.appraised, len(u.book.leaves), at, from.appraised, leaf)
		u.left = placed(u.left, len(u.book.leaves), at, from.left, leaf)
	}
	there := func(at int) (int, bool) {
		to, ok := u.book.Index(from.book.Criteria[at].Code)
		return to, ok && only(from.book.Criteria[at].Code)
	}
	u.bonuses = append(u.bonuses, regranted(from.bonuses, there)...)
	u.penalties = append(u.penalties, regranted(from.penalties, there)...)
	for _, n := range from.notes {
		if to, ok := there(n.target); ok {
			u.notes = append(u.notes, noted{to, n.cell})
		}
	}
	for _, r := range from.rejects {
		if to, ok := there(r.target); ok {
			u.rejects = append(u.rejects, rejected{to, r.cell})
		}
	}
	for _, e := range from.explained {
		if to, ok := there(e.at); ok {
			u.explained = append(u.explained, explained{to, e.cell})
		}
	}
}

// placed puts the cell of a scored criterion at another place of a list that is made when it is first needed.
func placed[T any](to []*cell[T], n, at int, from []*cell[T], leaf int) []*cell[T] {
	if from == nil || from[leaf] == nil {
		return to
	}
	if to == nil {
		to = make([]*cell[T], n)
	}
	to[at] = from[leaf]
	return to
}

// regranted are bonuses or penalties at their places under another rulebook.
func regranted(grants []grant, there func(at int) (int, bool)) (out []grant) {
	for _, g := range grants {
		if to, ok := there(g.at.Target); ok {
			g.at.Target = to
			out = append(out, g)
		}
	}
	return out
}

// order puts what stands at criteria and fields in the order of the rulebook.
func (u *Unit) order() {
	slices.SortFunc(u.bonuses, func(a, b grant) int { return a.at.compare(b.at) })
	slices.SortFunc(u.penalties, func(a, b grant) int { return a.at.compare(b.at) })
	slices.SortFunc(u.notes, func(a, b noted) int { return a.target - b.target })
	slices.SortFunc(u.rejects, func(a, b rejected) int { return a.target - b.target })
	slices.SortFunc(u.explained, func(a, b explained) int { return a.at - b.at })
}

// recount adds up anew what the unit has at every stage.
func (u *Unit) recount() {
	u.sums = [stages]sum{}
	for leaf := range u.book.leaves {
		if u.applies(leaf) {
			u.count(leaf, +1)
		}
	}
	u.grants()
}

// otherThan reports whether anything that the group agreed on is other than it was under another rulebook: what applies
// to the unit, or what a criterion is worth.
func (u *Unit) otherThan(was *Unit) bool {
	if u.scope != was.scope || u.sums[Agreed] != was.sums[Agreed] {
		return true
	}
	for leaf := range u.book.leaves {
		n := u.criterion(leaf)
		at, ok := was.book.Index(n.Code)
		if !ok || !was.book.Criteria[at].Scored || u.applies(leaf) != was.applies(was.book.Criteria[at].First) ||
			n.Max != was.book.Criteria[at].Max || u.Points(Agreed, u.book.leaves[leaf]) != was.Points(Agreed, at) {
			return true
		}
	}
	return len(u.book.leaves) != len(was.book.leaves)
}

// onlyThere is the newest decision that counts at a criterion or field which another rulebook has not; 0 if none does.
func (u *Unit) onlyThere(b *Rulebook) (newest int) {
	gone := func(at int) bool { _, ok := b.Index(u.book.Criteria[at].Code); return !ok }
	note := func(d *Decision) { newest = max(newest, d.Seq) }
	for leaf, at := range u.book.leaves {
		if to, ok := b.Index(u.book.Criteria[at].Code); ok && b.Criteria[to].Scored {
			continue
		}
		if c := u.scores[leaf].top(); c != nil {
			note(c.dec)
		}
		if _, d, ok := u.AppraisedAt(at); ok {
			note(d)
		}
		if d, _, ok := u.Left(at); ok {
			note(d)
		}
	}
	for _, g := range slices.Concat(u.bonuses, u.penalties) {
		if c := g.cell.top(); c != nil && gone(g.at.Target) {
			note(c.dec)
		}
	}
	for _, r := range u.Notes() {
		if gone(r.Target) {
			note(r.Decision)
		}
	}
	return newest
}
