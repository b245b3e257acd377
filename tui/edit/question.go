package edit

import (
	"thidua/data/decision"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Question is what the room is asked when a decision is put to the vote: of whom and what in full, from what to what,
// in points, and what becomes of the rank. Nobody knows a criterion by its number.
func Question(s *scoring.State, act scoring.Act, l lang.Lang) string {
	if p, ok := act.(scoring.Propose); ok {
		return proposal(s, p, l)
	}
	unit, ok := s.Index(scoring.Subject(act))
	node, found := s.Rulebook().Index(scoring.Target(act))
	if !ok || !found {
		return decision.Sentence(s, &scoring.Decision{Act: act}).In(l)
	}
	o, u, n := outcomeOf(s, act, unit, node), s.Units()[unit], &s.Rulebook().Criteria[node]
	points := func(p scoring.Points) lang.Text { return lang.Both(view.Points(l, p)) }
	var asked lang.Text
	reason := ""
	switch a := act.(type) {
	case scoring.Score:
		asked = lang.Sayf("%s thay cho %s (%s thay cho %s điểm)", "%s in place of %s (%s in place of %s points)",
			n.Said(a.Mark), standingMark(u, n, node), points(o.points), points(o.before))
		reason = a.Reason
	case scoring.Bonus:
		asked, reason = lang.Sayf("thưởng %s điểm", "a bonus of %s points", points(o.points)), a.Reason
	case scoring.Penalty:
		asked, reason = lang.Sayf("trừ %s điểm", "a penalty of %s points", points(o.points)), a.Reason
	}
	if o.err != nil || asked.IsZero() {
		return decision.Sentence(s, &scoring.Decision{Act: act}).In(l)
	}
	said := lang.Sayf("%s, %s %s: %s; %s", "%s, %s %s: %s; %s", u.Name(), n.Code, lang.Both(n.Title), asked, o.place())
	if reason != "" {
		said = lang.Sayf("%s (%s)", "%s (%s)", said, lang.Both(reason))
	}
	return said.In(l)
}

// standingMark is what is agreed as it stands; what nobody scored is said to be so.
func standingMark(u *scoring.Unit, n *scoring.Criterion, node int) lang.Sayer {
	if m, scored := u.Mark(scoring.Agreed, node); scored {
		return n.Said(m)
	}
	return lang.Text{VI: "chưa chấm", EN: "no score"}
}

// place is what becomes of the unit's rank.
func (o outcome) place() lang.Text {
	if o.rose == 0 {
		return lang.Sayf("vẫn hạng %d", "rank %d as before", o.rank)
	}
	return lang.Sayf("hạng %d thay cho %d", "rank %d in place of %d", o.rank, o.rank+o.rose)
}

// proposal is what the room is asked about a unit that the ranking nominates for an award: its place, and what follows
// if the vote is lost.
func proposal(s *scoring.State, a scoring.Propose, l lang.Lang) string {
	unit, known := s.Index(a.Unit)
	award, found := s.Rulebook().Award(a.Award)
	if !known || !found {
		return decision.Sentence(s, &scoring.Decision{Act: a}).In(l)
	}
	places := view.PlacesOf(s.Standings(scoring.Agreed), l)
	return lang.Sayf("Suy tôn %s, đề nghị tặng %s: hạng %d, %s; nếu không thông qua thì xét đơn vị kế tiếp",
		"Propose %s for the %s: rank %d, %s; if it is not carried, the next unit has its turn", a.Unit, award.Name,
		places.At(places.Place(unit)).Rank, places.Said(unit)).In(l)
}
