package scoring

import (
	"slices"

	"thidua/scoring/lang"
)

// Office is a post that a cluster fills, by the id that files name it by.
type Office string

// The offices of a rulebook that names none of its own.
const (
	Leader Office = "leader"
	Deputy Office = "deputy"
)

// OfficeTitle is what a rulebook calls an office.
type OfficeTitle struct {
	ID   Office
	Name lang.Text
}

// OfficeName is what people call an office, or an award that is elected to.
func (b *Rulebook) OfficeName(o Office) lang.Text {
	if i := slices.IndexFunc(b.Offices, func(t OfficeTitle) bool { return t.ID == o }); i >= 0 {
		return b.Offices[i].Name
	}
	if i := b.contest(o); i >= 0 {
		return b.Awards[i].Short
	}
	switch o {
	case Leader:
		return b.Said(lang.Text{VI: "Cụm trưởng", EN: "leader"})
	case Deputy:
		return b.Said(lang.Text{VI: "Cụm phó", EN: "deputy"})
	}
	return lang.Both(string(o))
}

// Officers are who led a cluster in a year.
type Officers struct {
	Year, Leader, Deputy string
	Others               map[Office]string // who held the rulebook's other offices
}

// Holder is who holds an office, empty where nobody is named.
func (o Officers) Holder(office Office) string {
	switch office {
	case Leader:
		return o.Leader
	case Deputy:
		return o.Deputy
	}
	return o.Others[office]
}

// Hold notes who holds an office. The maps of copies are not written to.
func (o *Officers) Hold(office Office, unit string) {
	switch office {
	case Leader:
		o.Leader = unit
	case Deputy:
		o.Deputy = unit
	default:
		others := map[Office]string{office: unit}
		for k, v := range o.Others {
			if k != office {
				others[k] = v
			}
		}
		o.Others = others
	}
}

// Held are the offices that somebody holds, in a fixed order.
func (o Officers) Held() (out []Office) {
	for _, x := range append([]Office{Leader, Deputy}, others(o.Others)...) {
		if o.Holder(x) != "" {
			out = append(out, x)
		}
	}
	return out
}

// others are the offices of a map in the order of their ids.
func others(m map[Office]string) (out []Office) {
	for o := range m {
		out = append(out, o)
	}
	slices.Sort(out)
	return out
}
