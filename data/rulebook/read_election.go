package rulebook

import (
	"strings"

	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// words takes [words]: what the rulebook calls things by.
func (r *reader) words(t *tomldoc.Table) {
	s := t.Table("words")
	if s == nil {
		return
	}
	if s.Has("group") {
		group := both(s, "group")
		r.book.Words.Group = lang.Text{VI: strings.ToLower(group.VI), EN: strings.ToLower(group.EN)}
	} else {
		s.Filled("group")
	}
	s.Done()
}

// both takes a text that is said in both languages: { vi = "…", en = "…" }.
func both(t *tomldoc.Table, key string) lang.Text {
	if !t.IsTable(key) {
		if t.Filled(key) != "" {
			t.Fail(key, lang.Sayf("%s chỉ có một ngôn ngữ", "%s is said in one language only", key),
				lang.Sayf(`viết { vi = "…", en = "…" }`, `write { vi = "…", en = "…" }`))
		}
		return lang.Text{}
	}
	sub := t.Table(key)
	sub.Require("vi", "en")
	out := lang.Text{VI: sub.Filled("vi"), EN: sub.Filled("en")}
	sub.Done()
	return out
}

// election takes [election], and [[office]] in place of its offices.
func (r *reader) election(t *tomldoc.Table) {
	own := t.Has("office")
	r.offices(t)
	required := []string{"offices", "threshold", "runoff"}
	if own {
		required = required[1:]
	}
	s := section(t, "election", required...)
	if s == nil {
		return
	}
	e := scoring.ElectionRule{
		Base: base(s), Threshold: threshold(s, "threshold"), Quorum: threshold(s, "quorum"), Runoff: s.Int("runoff"),
		Rotation: s.Bool("rotation"),
		Lots:     s.Bool("lots"),
		Sitting: choice(s, "sitting",
			map[string]scoring.Sitting{"warn": scoring.SittingWarn, "allow": scoring.SittingAllow,
				"refuse": scoring.SittingRefuse}),
		Clause: s.Filled("clause"),
	}
	for _, o := range s.Strings("offices") {
		e.Offices = append(e.Offices, scoring.Office(o))
	}
	if own && s.Has("offices") {
		s.Fail("offices", lang.Sayf("vừa có offices vừa có [[office]]", "there are both offices and [[office]]"),
			lang.Sayf("bỏ offices: chức danh theo thứ tự các [[office]]",
				"drop offices: the [[office]] tables give the offices in their order"))
	}
	if own {
		e.Offices = nil
		for _, o := range r.book.Offices {
			e.Offices = append(e.Offices, o.ID)
		}
	}
	s.Done()
	r.book.Election = e
}

// offices takes [[office]]: what there is to elect to, in this order, and what it is called.
func (r *reader) offices(t *tomldoc.Table) {
	for _, x := range t.Tables("office") {
		x.Require("id", "name")
		o := scoring.OfficeTitle{ID: scoring.Office(x.Filled("id"))}
		if x.Has("name") {
			o.Name = both(x, "name")
		}
		x.Done()
		r.book.Offices = append(r.book.Offices, o)
	}
}

// officers takes who led a cluster in a year, an office a key.
func (r *reader) officers(t *tomldoc.Table) scoring.Officers {
	t.Require("year")
	o := scoring.Officers{Year: t.Filled("year")}
	r.year(t, "year", o.Year)
	for _, office := range append([]scoring.Office{scoring.Leader, scoring.Deputy}, r.book.Election.Offices...) {
		if unit := t.Filled(string(office)); unit != "" {
			o.Hold(office, unit)
		}
	}
	t.Done()
	return o
}
