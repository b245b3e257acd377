package scoring

import "thidua/scoring/lang"

// New begins a meeting: always the first decision, so that the record alone is the whole meeting.
type New struct {
	Rulebook *Rulebook // compiled
	Text     string    // the rulebook as it was read, kept in the record
	Cluster  string    // empty where the rulebook names no clusters
	Year     string
	Sheets   []*Sheet
	Without  []Without  // members that handed in no sheet
	Units    []string   // the units, where they are not those of the rulebook's cluster; see Own
	Leader   string     // with Units: who leads them in the meeting's year, if anybody says
	Deputy   string     // with Units: likewise
	History  []Officers // who led the cluster in other years, beside what the rulebook says
	Past     []Past     // meetings of earlier years that this one holds itself against
}

// Without is a member that handed in no sheet: it may be present and vote and counts in the size of the cluster, but
// has no rank and gets no award, until it hands one in after all.
type Without struct{ Unit, Reason string }

// KindNew is the kind of New.
const KindNew Kind = "new"

// Kind is KindNew.
func (New) Kind() Kind { return KindNew }

func (a New) enter(s *State, _ *Decision) error {
	if s.book != nil {
		return refuse(ErrStarted, lang.Sayf("cuộc họp đã được tạo", "the meeting has begun already"), lang.Text{})
	}
	names, err := a.members()
	if err != nil {
		return err
	}
	s.book, s.cluster, s.year, s.history = a.Rulebook, a.Cluster, a.Year, a.History
	s.pasts = byYear(a.Past)
	if len(a.Units) > 0 {
		s.own = a.own()
	}
	s.byName = make(map[string]int, len(names))
	s.units = make([]*Unit, len(names))
	for i, name := range names {
		s.byName[name] = i
	}
	for _, sheet := range a.Sheets {
		s.units[s.byName[sheet.Unit]] = newUnit(a.Rulebook, sheet)
	}
	for _, w := range a.Without {
		s.units[s.byName[w.Unit]] = newUnit(a.Rulebook, &Sheet{Unit: w.Unit}).withoutSheet(w.Reason)
	}
	s.self, s.agreed = newRanking(s, Self), newRanking(s, Agreed)
	return nil
}

func (New) leave(*State, *Decision) error {
	return refuse(ErrUndo,
		lang.Sayf("không thể hoàn tác việc tạo cuộc họp", "the beginning of the meeting cannot be undone"),
		lang.Sayf("tạo một cuộc họp khác", "make another meeting"))
}
