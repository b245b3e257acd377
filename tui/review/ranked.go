package review

import (
	"thidua/data/meeting"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// ranked is the agreed ranking of a state in one language, ready to be said and drawn: worked out once, for a picture
// asks for it several times and there is one with every key.
type ranked struct {
	of     *meeting.Snapshot
	lang   lang.Lang
	places view.Places
	table  table.Table
}

// placesIn is the language in which places are said.
type placesIn lang.Lang

// ranked is the ranking that is looked at.
func (s *Screen) ranked(env screen.Env) *ranked {
	if r := &s.standings; r.of != env.Snap || r.lang != env.Lang {
		s.standings = ranked{of: env.Snap, lang: env.Lang,
			places: screen.Share(env, placesIn(env.Lang), func() view.Places {
				return view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
			}),
			table: view.Standings(&env.Snap.State, scoring.Agreed, env.Lang)} // it keeps the row it was asked for last
	}
	return &s.standings
}
