package scoring

import (
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// members are the units in the rulebook's order: those that were named; those of the cluster; or, where the rulebook
// names no clusters, those of the sheets as they come and then those without one. Each has exactly one sheet, or a
// reason why it has none.
func (a New) members() ([]string, error) {
	names, err := a.names()
	if err != nil {
		return nil, err
	}
	handed := map[string]int{}
	for _, sh := range a.Sheets {
		handed[sh.Unit]++
		if err := sh.check(a.Rulebook); err != nil {
			return nil, err
		}
	}
	if err := a.without(handed); err != nil {
		return nil, err
	}
	for _, name := range names {
		if handed[name] != 1 {
			return nil, refuse(ErrMembers, lang.Sayf("%s có %d bản tự chấm", "%s has %d sheets", name, handed[name]),
				a.Rulebook.Said(lang.Sayf("mỗi đơn vị của cụm nộp đúng một bản; đơn vị không nộp ghi ở --without",
					"every unit of the cluster hands in exactly one; name one that does not by --without")))
		}
		delete(handed, name)
	}
	for _, sh := range a.Sheets {
		if handed[sh.Unit] > 0 {
			return nil, a.stranger(sh.Unit, lang.Sayf("bỏ bản tự chấm này", "leave this sheet out"))
		}
	}
	for _, w := range a.Without {
		if handed[w.Unit] > 0 {
			return nil, a.stranger(w.Unit, lang.Sayf("bỏ --without này", "leave out this --without"))
		}
	}
	return slices.Clone(names), oneUnitEach(names)
}

// names are the units that are to be there.
func (a New) names() (names []string, err error) {
	switch {
	case len(a.Units) > 0:
		return a.Units, a.checkOwn()
	case a.Leader != "" || a.Deputy != "":
		return nil, refuse(ErrMembers,
			lang.Sayf("người giữ chức đi cùng các đơn vị tự nêu", "officers are named with the units"),
			lang.Sayf("thêm --units, hoặc bỏ --leader và --deputy", "add --units, or leave out --leader and --deputy"))
	case len(a.Rulebook.Clusters) == 0:
		for _, sh := range a.Sheets {
			names = append(names, sh.Unit)
		}
		for _, w := range a.Without {
			names = append(names, w.Unit)
		}
		return names, nil
	}
	c, ok := a.Rulebook.Cluster(a.Cluster)
	if !ok {
		return nil, refuse(ErrMembers,
			a.Rulebook.Said(lang.Sayf("bộ tiêu chí không có cụm %q", "the rulebook has no cluster %q", a.Cluster)),
			a.Rulebook.Said(lang.Sayf("xem các cụm bằng «thidua rulebook show %s»",
				"see its clusters with «thidua rulebook show %s»", a.Rulebook.ID)))
	}
	return c.Units, nil
}

// without adds the members that handed in no sheet to those that did. Each is named once, with a reason, and has none.
func (a New) without(handed map[string]int) error {
	for i, w := range a.Without {
		switch {
		case strings.TrimSpace(w.Reason) == "":
			return refuse(ErrNoReason, lang.Sayf("%s không nộp bản tự chấm: phải có lý do",
				"%s hands in no sheet: that needs a reason", w.Unit), lang.Sayf("ghi lý do", "give a reason"))
		case slices.ContainsFunc(a.Without[:i], func(x Without) bool { return x.Unit == w.Unit }):
			return refuse(ErrMembers, lang.Sayf("%s có hai lần trong --without", "%s is in --without twice", w.Unit),
				lang.Sayf("ghi một lần", "name it once"))
		case handed[w.Unit] > 0:
			return refuse(ErrMembers, lang.Sayf("%s có bản tự chấm mà lại ghi là không nộp",
				"%s has a sheet and is said to hand in none", w.Unit),
				lang.Sayf("bỏ bản tự chấm, hoặc bỏ --without", "leave out the sheet, or --without"))
		}
		handed[w.Unit]++
	}
	return nil
}

// stranger says that a unit is none of those that are to be there.
func (a New) stranger(unit string, mend lang.Text) error {
	if len(a.Units) > 0 {
		return refuse(ErrMembers, lang.Sayf("%s không có trong các đơn vị đã nêu (%s)",
			"%s is none of the units that were named (%s)", unit, strings.Join(a.Units, ", ")), mend)
	}
	return refuse(ErrMembers, a.Rulebook.Said(lang.Sayf("%s không thuộc cụm %s", "%s is not a unit of cluster %s", unit,
		a.Cluster)), mend)
}

// checkOwn checks units that were named in place of the rulebook's: two or more, each once, with officers of their own.
func (a New) checkOwn() error {
	folded := map[string]string{}
	for _, name := range a.Units {
		if was, twice := folded[FoldName(name)]; twice {
			return refuse(ErrMembers,
				lang.Sayf("%s và %s là cùng một đơn vị, nêu hai lần", "%s and %s are one unit, named twice", was, name),
				lang.Sayf("ghi mỗi đơn vị một lần", "name each unit once"))
		}
		folded[FoldName(name)] = name
	}
	if len(a.Units) < 2 {
		return refuse(ErrMembers, a.Rulebook.Said(lang.Sayf("một cụm có ít nhất hai đơn vị, ở đây nêu %d",
			"a cluster has two units or more, and %d is named", len(a.Units))),
			lang.Sayf(`viết như --units "A; B; C"`, `write it like --units "A; B; C"`))
	}
	for _, o := range []struct {
		flag, unit string
		what       lang.Text
	}{{"--leader", a.Leader, a.Rulebook.OfficeName(Leader)}, {"--deputy", a.Deputy, a.Rulebook.OfficeName(Deputy)}} {
		if o.unit != "" && !slices.Contains(a.Units, o.unit) {
			return refuse(ErrMembers, lang.Sayf("%s %s không có trong các đơn vị đã nêu",
				"the %s %s is none of the units that were named", o.what, o.unit),
				lang.Sayf("sửa %s, hoặc thêm đơn vị vào --units", "mend %s, or add the unit to --units", o.flag))
		}
	}
	if a.Leader != "" && a.Leader == a.Deputy {
		return refuse(ErrMembers, lang.Sayf("%s vừa là %s vừa là %s", "%s is both %s and %s", a.Leader,
			a.Rulebook.OfficeName(Leader), a.Rulebook.OfficeName(Deputy)),
			lang.Sayf("sửa --leader hoặc --deputy", "mend --leader or --deputy"))
	}
	return nil
}

// own is the group of the units that were named.
func (a New) own() *Cluster {
	c := &Cluster{ID: a.Cluster, Name: a.Rulebook.GroupName(a.Cluster), Units: slices.Clone(a.Units)}
	if a.Leader != "" || a.Deputy != "" {
		c.Officers = []Officers{{Year: a.Year, Leader: a.Leader, Deputy: a.Deputy}}
	}
	return c
}

// Group is the group of units that meets: those that were named for it, else a cluster of the rulebook; ok is false
// where there are neither, and the units are those of the sheets.
func (s *State) Group() (c *Cluster, ok bool) {
	if s.own != nil {
		return s.own, true
	}
	return s.book.Cluster(s.cluster)
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
