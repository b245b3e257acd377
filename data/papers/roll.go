package papers

import (
	"fmt"
	"slices"
	"strings"

	"thidua/data/paper"
	"thidua/scoring"
)

// roll is who was there for every unit, if only for a while, and which units were not.
func (x *source) roll() []paper.Block {
	var there, absent []paper.Block
	for _, u := range x.Units() {
		came, people := x.attended(u.Name())
		switch {
		case !came:
			absent = append(absent, item(u.Name()+"."))
		case len(people) == 0:
			there = append(there, item(u.Name()+"."))
		default:
			there = append(there, item(u.Name()+": "+strings.Join(people, "; ")+"."))
		}
	}
	out := []paper.Block{paper.Say("Thành phần tham dự:",
		fmt.Sprintf("%d trong %d đơn vị của %s.", len(there), len(x.Units()), x.blanks.Cluster))}
	out = append(out, there...)
	for _, g := range x.guests {
		out = append(out, item("Khách mời: "+g.String()+"."))
	}
	if len(absent) > 0 {
		out = append(out, paper.Say("Vắng mặt:", fmt.Sprintf("%d đơn vị.", len(absent))))
		out = append(out, absent...)
	}
	return out
}

// attended reports whether a unit was there at any time, and who for it.
func (x *source) attended(unit string) (came bool, people []string) {
	for _, e := range x.Log {
		a, ok := e.Act.(scoring.Attend)
		if _, gone := x.Withdrawn(e.Seq); !ok || gone || a.Unit != unit || !a.Present {
			continue
		}
		came = true
		if a.Person != "" && !slices.Contains(people, a.Person) {
			people = append(people, a.Person)
		}
	}
	return came, people
}
