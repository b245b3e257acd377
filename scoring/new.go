package scoring

import (
	"slices"

	"thidua/scoring/lang"
)

// New begins a meeting: always the first decision, so that the record alone is the whole meeting.
type New struct {
	Rulebook *Rulebook // compiled
	Text     string    // the rulebook as it was read, kept in the record
	Cluster  string    // empty where the rulebook names no clusters
	Year     string
	Sheets   []*Sheet
	History  []Officers // who led the cluster in other years, beside what the rulebook says
}

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
	s.byName = make(map[string]int, len(names))
	s.units = make([]*Unit, len(names))
	for i, name := range names {
		s.byName[name] = i
	}
	for _, sheet := range a.Sheets {
		s.units[s.byName[sheet.Unit]] = newUnit(a.Rulebook, sheet)
	}
	s.self, s.agreed = newRanking(s, Self), newRanking(s, Agreed)
	return nil
}

func (New) leave(*State, *Decision) error {
	return refuse(ErrUndo,
		lang.Sayf("không thể hoàn tác việc tạo cuộc họp", "the beginning of the meeting cannot be undone"),
		lang.Sayf("tạo một cuộc họp khác", "make another meeting"))
}

// members are the units in the rulebook's order: those of the cluster, or, where the rulebook names no clusters, those
// of the sheets as they come. Each has exactly one sheet.
func (a New) members() ([]string, error) {
	var names []string
	for _, sh := range a.Sheets {
		names = append(names, sh.Unit)
	}
	if len(a.Rulebook.Clusters) > 0 {
		c, ok := a.Rulebook.Cluster(a.Cluster)
		if !ok {
			return nil,
				refuse(ErrMembers,
					lang.Sayf("bộ tiêu chí không có cụm %q", "the rulebook has no cluster %q", a.Cluster),
					lang.Sayf("xem các cụm bằng «thidua rulebook show %s»",
						"see its clusters with «thidua rulebook show %s»", a.Rulebook.ID))
		}
		names = c.Units
	}
	handed := map[string]int{}
	for _, sh := range a.Sheets {
		handed[sh.Unit]++
	}
	for _, name := range names {
		if handed[name] != 1 {
			return nil, refuse(ErrMembers, lang.Sayf("%s có %d bản tự chấm", "%s has %d sheets", name, handed[name]),
				lang.Sayf("mỗi đơn vị của cụm nộp đúng một bản", "every unit of the cluster hands in exactly one"))
		}
		delete(handed, name)
	}
	for _, sh := range a.Sheets {
		if handed[sh.Unit] > 0 {
			return nil,
				refuse(ErrMembers,
					lang.Sayf("%s không thuộc cụm %s", "%s is not a unit of cluster %s", sh.Unit, a.Cluster),
					lang.Sayf("bỏ bản tự chấm này", "leave this sheet out"))
		}
	}
	return slices.Clone(names), oneUnitEach(names)
}

// oneUnitEach refuses names that say nothing and names that fold alike: a rulebook has been checked for them, sheets
// have not.
func oneUnitEach(names []string) error {
	first := map[string]string{}
	for _, name := range names {
		folded := FoldName(name)
		if folded == "" {
			return refuse(ErrMembers,
				lang.Sayf("có bản tự chấm không ghi tên đơn vị", "there is a sheet without the name of a unit"),
				lang.Sayf("ghi tên đơn vị", "give the unit's name"))
		}
		if was, twice := first[folded]; twice {
			return refuse(ErrMembers,
				lang.Sayf("%s và %s là cùng một đơn vị", "%s and %s are the same unit", was, name),
				lang.Sayf("giữ lại một bản tự chấm", "keep one of the sheets"))
		}
		first[folded] = name
	}
	return nil
}
