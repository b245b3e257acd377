package rulebook

import (
	"slices"
	"strings"

	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

func (r *reader) clusters(t *tomldoc.Table) {
	for _, x := range t.Tables("cluster") {
		x.Require("id", "units")
		c := scoring.Cluster{ID: x.Filled("id"), Name: x.Text("name"), Region: x.Text("region"),
			Units: x.Strings("units")}
		if c.Name.IsZero() {
			c.Name = r.book.GroupName(c.ID)
		}
		for _, o := range x.Tables("officers") {
			c.Officers = append(c.Officers, r.officers(o))
		}
		x.Done()
		r.book.Clusters = append(r.book.Clusters, c)
	}
	for _, x := range t.Tables("alias") {
		x.Require("unit", "names")
		r.book.Aliases = append(r.book.Aliases, scoring.Alias{Unit: x.Filled("unit"), Names: x.Strings("names")})
		x.Done()
	}
}

// resolve gives officers and aliases the names of units as the clusters write them.
func (r *reader) resolve() {
	b := r.book
	index := Names(b, Units(b))
	full := func(name *string) {
		if unit, ok := index.Find(*name); ok {
			*name = unit
		}
	}
	for _, c := range b.Clusters {
		for i := range c.Officers {
			o := &c.Officers[i]
			for _, office := range o.Held() {
				unit := o.Holder(office)
				full(&unit)
				o.Hold(office, unit)
			}
		}
	}
	for i := range b.Aliases {
		full(&b.Aliases[i].Unit)
	}
}

// sorted is a list of words in a fixed order, for messages.
func sorted(words []lang.Sayer) lang.Text {
	slices.SortFunc(words, func(a, b lang.Sayer) int { return strings.Compare(a.In(lang.EN), b.In(lang.EN)) })
	return lang.List(words...)
}
