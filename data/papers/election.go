package papers

import (
	"fmt"
	"strings"

	"thidua/data/paper"
	"thidua/data/view"
)

// officesWords are the offices that are elected: «Cụm trưởng, Cụm phó».
func (x *source) officesWords() string {
	var names []string
	for _, o := range x.Elections() {
		names = append(names, x.book.OfficeName(o).In(vi))
	}
	return strings.Join(names, ", ")
}

// elections are all rounds, and who was elected.
func (x *source) elections() []paper.Block {
	t := view.Rounds(&x.State, vi)
	if t.Len == 0 {
		return nil
	}
	out := []paper.Block{fromTable(t)}
	for _, o := range x.Elections() {
		if unit, how, ok := x.Elected(o); ok {
			out = append(out, body(fmt.Sprintf("%s được bầu làm %s (%s).", x.unitName(unit),
				x.book.OfficeName(o).In(vi), view.HowElected(how).In(vi))))
		}
	}
	return out
}
