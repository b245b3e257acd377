package scoring

import "thidua/scoring/lang"

// WhyRank explains a unit's place: its total beside those around it, what decided a tie, and what it would take to pass
// the unit above.
func (s *State) WhyRank(st Stage, unit int) Explanation {
	t := s.Standings(st)
	i := t.Place(unit)
	row, u := t.At(i), s.units[unit]
	e := Explanation{book: s.book,
		Title: lang.Sayf("%s · hạng %d trong %d (%s)",
			"%s · rank %d of %d (%s)", u.name, row.Rank, t.Ranked(), s.book.StageName(st)),
		Result: t.measured(i),
	}
	if !u.HasSheet() {
		e.Title = lang.Sayf("%s · không xếp hạng (%s)", "%s · no rank (%s)", u.name, s.book.StageName(st))
		e.Result = lang.Text{VI: "không có bản tự chấm", EN: "no sheet"}
		e.whyNoSheet(u)
		return e
	}
	e.cite(s.book, s.book.Rank.Clause)
	s.whyTie(&e, t, i)
	if gap, ok := s.ToPass(st, unit); ok {
		e.note("%s cần thêm %s điểm để vượt %s (%s).", "%s needs %s more points to pass %s (%s).",
			u.name, gap.Need, s.units[gap.Above].name, t.measured(t.Place(gap.Above)))
	}
	return e
}

// measured says what place i is ranked by, and what its share is a part of.
func (t Table) measured(i int) lang.Text {
	said := t.Measure(i).Said(t.Decimals())
	if t.By() == ByShare {
		u := t.unitAt(i)
		return lang.Sayf("%s điểm trên %s áp dụng: %s",
			"%s of %s points that apply: %s", u.Total(t.r.stage), u.scope.max, said)
	}
	return said
}

// whyNoSheet says what a unit without a sheet may do, and what it has not.
func (e *Explanation) whyNoSheet(u *Unit) {
	e.note("%s không nộp bản tự chấm: %s.", "%s handed in no sheet: %s.", u.name, u.without)
	e.note("Đơn vị có mặt, biểu quyết và tính vào số đơn vị của cụm, nhưng không xếp hạng và không xét khen thưởng.",
		"It is present, votes and counts in the size of the cluster, but has no rank and gets no award.")
}

func (s *State) whyTie(e *Explanation, t Table, i int) {
	row := t.At(i)
	if row.Tie == TieNone {
		return
	}
	st := t.Stage()
	lo, hi := t.r.group(s, i, s.units[row.Unit])
	var others []lang.Sayer
	for j := lo; j < hi; j++ {
		if j != i {
			others = append(others, lang.Both(s.units[t.At(j).Unit].name))
		}
	}
	e.note("Cùng tổng điểm với %s.", "Level in total with %s.", lang.List(others...))
	if lo < t.r.divided {
		for j := lo; j < hi; j++ {
			u := s.units[t.At(j).Unit]
			e.Terms = append(e.Terms,
				Term{Label: lang.Both(u.name), How: s.book.TieBreak.Name, Points: u.Level(st), Node: -1})
		}
		e.cite(s.book, s.book.TieBreak.Clause)
	}
	switch row.Tie {
	case TieLevel:
		e.note("Xếp theo %s.", "Placed by %s.", s.book.TieBreak.Name)
	case TieVote:
		s.whyOrdered(e, t, i)
		e.cite(s.book, s.book.VoteRule(Order{}).Clause)
	case TieOpen:
		e.Opened = ByVoting
		e.note("Vẫn bằng nhau nên cùng hạng; cụm cần biểu quyết thứ tự.",
			"Still level, so they share the rank; the cluster has to vote on the order.")
		e.cite(s.book, s.book.VoteRule(Order{}).Clause)
	}
}

// whyOrdered says how the meeting put units that are level in order.
func (s *State) whyOrdered(e *Explanation, t Table, i int) {
	lo, hi := t.r.class(s, i)
	var units []int
	for ; lo < hi; lo++ {
		units = append(units, t.At(lo).Unit)
	}
	switch d, o, _ := s.Ordered(units); {
	case o.How == OrderByRuling:
		e.note("Thứ tự do chủ tọa quyết định (số %d): %s",
			"The chair ruled on the order (decision %d): %s", d.Seq, o.Reason)
	case o.How == OrderByLots:
		e.note("Thứ tự do bốc thăm (số %d): %s", "The order was drawn by lots (decision %d): %s", d.Seq, o.Reason)
	default:
		e.note("Thứ tự do cụm quyết định.", "The order was decided by the cluster.")
	}
}

// WhyAward explains a unit's award, or why it has none.
func (s *State) WhyAward(st Stage, unit int) Explanation {
	t := s.Standings(st)
	row, u := t.At(t.Place(unit)), s.units[unit]
	e := Explanation{book: s.book,
		Title:  lang.Sayf("%s · khen thưởng", "%s · award", u.name),
		Result: s.book.AwardName(row.Award),
	}
	for i := range s.book.Awards {
		s.whyAward(&e, st, unit, i)
	}
	switch {
	case !u.HasSheet():
		e.whyNoSheet(u)
	case row.Barred != nil:
		e.note("%s: không được đề nghị khen thưởng.", "%s: put up for no award.", row.Barred.Name)
		e.cite(s.book, row.Barred.Clause)
	case row.Sanction == Excluded:
		e.note("Không xét khen thưởng: %s", "Excluded: %s", u.SanctionReason())
		e.cite(s.book, s.book.SanctionClause)
	case row.Sanction == Downgraded:
		e.note("Hạ một bậc khen thưởng: %s", "One step less than it would have got: %s", u.SanctionReason())
		e.cite(s.book, s.book.SanctionClause)
	}
	if a, d, ok := u.Awarded(); ok && st == Final {
		e.note("Quyết định chính thức: %s (%s, quyết định số %d trong nhật ký).",
			"Decided in the end: %s (%s, decision %d of the record).", s.book.AwardName(a.Award), a.Document, d.Seq)
	}
	if row.Award == AwardUndecided {
		e.Opened = ByVoting
		e.note("Bằng điểm ở ranh giới khen thưởng: cụm phải biểu quyết thứ tự.",
			"Level at the limit of an award: the cluster has to vote on the order.")
		e.cite(s.book, s.book.TieBreak.Clause, s.book.VoteRule(Order{}).Clause)
	}
	return e
}
