package rulebook

import (
	"slices"

	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// scoreEntries are how scores may be given.
func scoreEntries() map[string]scoring.Entry {
	return map[string]scoring.Entry{"percent": scoring.EntryPercent, "points": scoring.EntryPoints}
}

func (r *reader) criteria(t *tomldoc.Table) {
	scales := map[string]scoring.Scale{}
	for s := scoring.ScalePercent; s <= scoring.ScaleCount; s++ {
		scales[s.String()] = s
	}
	for _, x := range t.Tables("criterion") {
		x.Require("code", "title")
		c := scoring.Criterion{
			Code: x.Filled("code"), Title: x.Filled("title"), Short: x.Filled("short"),
			Assessor: x.Filled("assessor"), With: x.Filled("with"),
			Scale: choice(x, "kind", scales), Entry: choice(x, "entry", scoreEntries()),
			Optional: x.Bool("optional"), Evidence: x.Strings("evidence"),
		}
		c.Max, c.Printed = x.Points("max")
		c.Most, _ = x.Score("most", scoring.MaxPercent)
		misplaced(x, c.Scale)
		c.Bands, c.Levels = bands(x), levels(x)
		c.Each, _ = x.Signed("each")
		c.Floor, _ = x.Points("floor")
		if c.Scale == scoring.ScaleCount {
			x.Require("each")
		}
		x.Done()
		r.book.Criteria = append(r.book.Criteria, c)
	}
}

// misplaced finds keys that say something of another kind of score than the criterion's. Bands have a word of their
// own from Compile, which knows what a field is.
func misplaced(x *tomldoc.Table, kind scoring.Scale) {
	if x.Failed("kind") {
		return
	}
	for _, k := range []struct {
		key   string
		kinds []scoring.Scale
	}{
		{"most", []scoring.Scale{scoring.ScalePercent}},
		{"entry", []scoring.Scale{scoring.ScalePercent, scoring.ScaleYesNo}},
		{"level", []scoring.Scale{scoring.ScaleLevels}},
		{"each", []scoring.Scale{scoring.ScaleCount}},
		{"floor", []scoring.Scale{scoring.ScaleCount}},
	} {
		if !x.Has(k.key) || slices.Contains(k.kinds, kind) {
			continue
		}
		wanted := make([]lang.Sayer, len(k.kinds))
		for i, s := range k.kinds {
			wanted[i] = lang.Sayf("kind = %q", "kind = %q", s.String())
		}
		x.Fail(k.key, lang.Sayf("%s không đi cùng kind = %q", "%s does not go with kind = %q", k.key, kind.String()),
			lang.Sayf("bỏ %s, hoặc đổi thành %s", "drop %s, or change to %s", k.key, lang.Choice(wanted...)))
	}
}

// bands reads what measured rates give: each a part of the maximum, or points.
func bands(x *tomldoc.Table) (out []scoring.Band) {
	for _, t := range x.Tables("bands") {
		t.Require("from")
		var b scoring.Band
		b.From, _ = t.Percent("from")
		b.Points, b.InPoints = t.Points("points")
		b.Gives, _ = t.Percent("gives")
		switch gives, points := t.Has("gives"), t.Has("points"); {
		case gives && points:
			t.Fail("points", lang.Sayf("một mức có cả gives và points", "a band has both gives and points"),
				lang.Sayf("giữ lại một trong hai", "keep one of the two"))
		case !gives && !points:
			t.Require("gives")
		}
		t.Done()
		out = append(out, b)
	}
	return out
}

// levels reads the named levels of a criterion.
func levels(x *tomldoc.Table) (out []scoring.Level) {
	for _, t := range x.Tables("level") {
		t.Require("id", "name", "points")
		l := scoring.Level{ID: t.Filled("id"), Name: t.Text("name")}
		l.Points, _ = t.Points("points")
		t.Done()
		out = append(out, l)
	}
	return out
}
