package rulebook

import (
	"regexp"
	"slices"
	"strings"

	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

func (r *reader) clusters(t *tomldoc.Table) {
	for _, x := range t.Tables("cluster") {
		x.Require("id", "units")
		c := scoring.Cluster{ID: x.String("id"), Name: x.Text("name"), Region: x.Text("region"), Units: x.Strings("units")}
		if c.Name.IsZero() {
			c.Name = lang.Sayf("Cụm thi đua số %s", "Emulation cluster %s", c.ID)
		}
		for _, o := range x.Tables("officers") {
			o.Require("year")
			year := o.String("year")
			if err := r.book.Years.Check(year); err != nil && year != "" {
				o.FailErr("year", err)
			}
			c.Officers = append(c.Officers, scoring.Officers{Year: year, Leader: o.String("leader"), Deputy: o.String("deputy")})
			o.Done()
		}
		x.Done()
		r.book.Clusters = append(r.book.Clusters, c)
	}
	for _, x := range t.Tables("alias") {
		x.Require("unit", "names")
		r.book.Aliases = append(r.book.Aliases, scoring.Alias{Unit: x.String("unit"), Names: x.Strings("names")})
		x.Done()
	}
}

// code is how criteria are numbered: numbers with points between them.
var code = regexp.MustCompile(`^[1-9][0-9]*(\.[1-9][0-9]*)*$`)

func (r *reader) criteria(t *tomldoc.Table) {
	for _, x := range t.Tables("criterion") {
		x.Require("code", "title")
		c := scoring.Criterion{
			Code: x.String("code"), Title: x.String("title"), Short: x.String("short"),
			Assessor: x.String("assessor"), With: x.String("with"),
			Scale:    choice(x, "kind", map[string]scoring.Scale{"percent": scoring.ScalePercent, "yes-no": scoring.ScaleYesNo, "bands": scoring.ScaleBands}),
			Optional: x.Bool("optional"), Evidence: x.Strings("evidence"),
		}
		if !code.MatchString(c.Code) && x.Has("code") {
			x.Fail("code", lang.Sayf("%q không phải là mã tiêu chí", "%q is not a criterion's code", c.Code), lang.Sayf(`viết như "3.1.2"`, `write it like "3.1.2"`))
		}
		c.Max, c.Printed = x.Points("max")
		for _, band := range x.Tables("bands") {
			band.Require("from", "gives")
			var b scoring.Band
			b.From, _ = band.Percent("from")
			b.Gives, _ = band.Percent("gives")
			band.Done()
			c.Bands = append(c.Bands, b)
		}
		x.Done()
		r.book.Criteria = append(r.book.Criteria, c)
	}
}

// sorted is a list of words in a fixed order, for messages.
func sorted(words []lang.Sayer) lang.Text {
	slices.SortFunc(words, func(a, b lang.Sayer) int { return strings.Compare(a.In(lang.EN), b.In(lang.EN)) })
	return lang.List(words...)
}
