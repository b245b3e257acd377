package view

import (
	"slices"

	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// standings are the standings at a stage on their way into a table.
type standings struct {
	Places
	state  *scoring.State
	book   *scoring.Rulebook
	totals int // decimals of the totals and of what they are made of
}

// place is a row of the standings.
type place struct {
	i int // from the top
	scoring.Standing
}

// Standings are the standings at a stage: a row for each unit, first place first.
func Standings(s *scoring.State, st scoring.Stage, l lang.Lang) table.Table {
	v := standings{Places: PlacesOf(s.Standings(st), l), state: s, book: s.Rulebook()}
	v.totals = v.decimals
	if v.By() == scoring.ByShare {
		totals := make([]scoring.Points, len(s.Units()))
		for i, u := range s.Units() {
			totals[i] = u.Total(st.Scores())
		}
		v.totals = scoring.Decimals(totals...)
	}
	row := func(i int) place { return place{i, v.At(i)} }
	return table.Make(l, standingsTitle(s, st), v.Len(), row, v.columns())
}

// standingsTitle says what the standings are of.
func standingsTitle(s *scoring.State, st scoring.Stage) lang.Text {
	name := s.Rulebook().Title
	if c, ok := s.Group(); ok {
		name = c.Name
	}
	return lang.Sayf("%s · %s · %s · %s",
		"%s · %s · %s · %s", name, s.Year(), s.Rulebook().StageName(st),
		lang.Count(s.Seq(), "quyết định", "decision", "decisions"))
}

// columns are all columns of the standings. What programs read stands in the order of the contract.
func (v standings) columns() []table.Of[place] {
	all := []table.Of[place]{
		v.rank(), v.moved(), v.unit(), v.criteria(), v.bonus(), v.penalty(), v.total(), v.share(),
		v.levelTotal(), v.maximum(), v.measure(), v.distance(),
		v.tied(), v.sanction(), v.barred(), v.sign(), v.award(), v.besides(), v.waits(), v.proposed(), v.class(),
		v.outcomes(),
		v.criteriaPart(), v.bonusPart(), v.penaltyPart(), v.remarks(),
	}
	hidden := map[string]bool{
		"share": v.By() != scoring.ByShare, "proposed": v.Stage() != scoring.Final, "class": len(v.book.Classes) == 0,
		"beside": !slices.ContainsFunc(v.book.Awards, func(a scoring.Award) bool { return a.Beside }),
		"pending": !slices.ContainsFunc(v.book.Awards, func(a scoring.Award) bool {
			return a.Vote.Asked || a.Ballot.Nominees > 0
		}),
	}
	return slices.DeleteFunc(all, func(c table.Of[place]) bool { return hidden[c.ID] })
}
