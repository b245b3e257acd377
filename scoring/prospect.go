package scoring

import (
	"strings"

	"thidua/scoring/lang"
)

// What stands between units and awards, and whom it would help if one gave way: for those who are about to close a
// meeting, or to ask a unit whether it gives way.

// Binds says what keeps a unit from awards at a stage, whatever its place in the ranking: no sheet, a bar, a sanction;
// of each award its minimum, its class, that the unit gives way, a vote that was lost. Nil where nothing does.
func (s *State) Binds(st Stage, unit int) (out []lang.Text) {
	u := s.units[unit]
	switch bar := u.Barred(st); {
	case !u.HasSheet():
		return []lang.Text{lang.Sayf("không có bản tự chấm", "no sheet")}
	case bar != nil:
		out = append(out, s.under(lang.Sayf("không được đề nghị: %s", "put up for no award: %s", bar.Name), bar.Clause))
	case u.Sanction(st) != NoSanction:
		out = append(out,
			s.under(lang.Sayf("%s: %s", "%s: %s", u.Sanction(st).Name(), strings.TrimSuffix(u.SanctionReason(), ".")),
				s.book.SanctionClause))
	}
	for i := range s.book.Awards {
		out = append(out, s.bindsAward(st, unit, i)...)
	}
	return out
}

// under adds the clause that something follows.
func (s *State) under(what lang.Text, clause string) lang.Text {
	if clause == "" {
		return what
	}
	return lang.Sayf("%s (%s)", "%s (%s)", what, clause)
}

// bindsAward says what keeps a unit from one award: its minimum, its class, that the unit gives way, a vote that was
// lost.
func (s *State) bindsAward(st Stage, unit, award int) (out []lang.Text) {
	a, u := &s.book.Awards[award], s.units[unit]
	scores := st.Scores()
	if !a.Min.met(u, scores) {
		out = append(out, lang.Sayf("%s: chưa đạt mức tối thiểu %s", "%s: below its minimum of %s", a.Short,
			a.Min.Said()))
	}
	if !s.inClass(a, u, scores) {
		out = append(out, lang.Sayf("%s: cần xếp loại %s trở lên", "%s: asks for class %s or better", a.Short,
			s.book.Classes[s.book.classes[a.Class]].Name))
	}
	if st == Self {
		return out
	}
	if d, reason := u.Declined(award); d != nil {
		out = append(out, lang.Sayf("%s: đơn vị xin rút (quyết định số %d): %s",
			"%s: the unit gives way (decision %d): %s", a.Short, d.Seq, strings.TrimSuffix(reason, ".")))
	}
	if d, carried := s.Proposed(award, unit); d != nil && !carried {
		out = append(out, lang.Sayf("%s: biểu quyết không thông qua (quyết định số %d), nhường đơn vị kế tiếp",
			"%s: the vote was not carried (decision %d): it is passed over", a.Short, d.Seq))
	}
	return out
}

// Gain is what a unit would be proposed for in place of what it is now, each as Standing.Award has it.
type Gain struct {
	Unit     int
	From, To string
}

// Yields is whom it would help if a unit gave way in all awards, in order of rank; nil where it would help nobody, or
// the meeting takes it no more.
func (s *State) Yields(unit int) (out []Gain) {
	next, err := Apply(*s, Decision{Act: Decline{Unit: s.units[unit].name, Reason: "…"}})
	if err != nil {
		return nil
	}
	was, is := s.Standings(Agreed), next.Standings(Agreed)
	for i := range is.Len() {
		x := is.At(i)
		if from := was.At(was.Place(x.Unit)).Award; x.Unit != unit && x.Award != from && x.Award != AwardNone {
			out = append(out, Gain{x.Unit, from, x.Award})
		}
	}
	return out
}
