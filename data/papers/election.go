package papers

import (
	"fmt"
	"strings"

	"thidua/data/paper"
	"thidua/data/view"
	"thidua/scoring"
)

// officesWords are the offices that are elected: «Cụm trưởng, Cụm phó».
func (x *source) officesWords() string {
	var names []string
	for _, o := range x.Elections() {
		names = append(names, x.book.OfficeName(o).In(vi))
	}
	return strings.Join(names, ", ")
}

// elections are the rounds of the sitting, or all, and who was elected or appointed in it.
func (x *source) elections(all bool) (out []paper.Block) {
	counts := view.Counts(&x.State)
	of := func(d *scoring.Decision) bool { return d != nil && (all || x.sitting.Holds(d.Seq)) }
	t := fromTable(view.Rounds(&x.State, vi), func(row int) bool { return of(counts[row].Decision()) })
	if len(t.Rows) > 0 {
		out = append(out, t)
	}
	for _, o := range x.Elections() {
		unit, how, ok := x.Elected(o)
		race, _ := x.Race(o)
		if !ok || !of(race.Ended()) {
			continue
		}
		to := "được bầu làm"
		if _, award := x.book.Award(string(o)); award {
			to = "được bình chọn, đề nghị tặng"
		}
		out = append(out, body(fmt.Sprintf("%s %s %s (%s).", x.unitName(unit), to, x.book.OfficeName(o).In(vi),
			view.HowElected(how).In(vi))))
	}
	return out
}
