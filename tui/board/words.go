package board

import (
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

func grant(env screen.Env, p scoring.Points, sign string) string {
	if p == 0 {
		return ""
	}
	return sign + p.Fixed(env.Lang, 2)
}

// award is a row's award: sign, words, style. What stands in its way is said as well.
func award(env screen.Env, p view.Places, x scoring.Standing) (sign, name string, style kit.Style) {
	st, b := env.Styles, env.Snap.Rulebook()
	switch {
	case x.Barred != nil:
		return "✗", x.Barred.Name.In(env.Lang), st.Bad
	case x.Sanction == scoring.Excluded:
		return "✗", x.Sanction.Name().In(env.Lang), st.Bad
	case x.Award == scoring.AwardUndecided:
		return "?", env.Say("cần biểu quyết", "vote needed"), st.Warn
	}
	for i, a := range b.Awards {
		if a.ID == x.Award {
			style = st.Silver
			if i == 0 {
				style = st.Gold
			}
			return a.Sign, a.Short.In(env.Lang) + tieNote(env, p, x), style
		}
	}
	return " ", tieNote(env, p, x), st.Text
}

// tieNote says what settled, or did not settle, a tie.
func tieNote(env screen.Env, p view.Places, x scoring.Standing) string {
	switch x.Tie {
	case scoring.TieLevel:
		return env.Say(" · bậc học %s", " · level %s", p.Divided(p.Place(x.Unit)))
	case scoring.TieVote:
		return env.Say(" · do biểu quyết", " · by vote")
	case scoring.TieOpen:
		return env.Say(" · đồng hạng", " · level")
	}
	return ""
}

// foot is what stands below the ranking: open ties, officers and the record's fingerprint.
func (s *Screen) foot(env screen.Env, w int) []string {
	st, b := env.Styles, env.Snap.Rulebook()
	row := kit.NewRow(w)
	for _, o := range b.Election.Offices {
		name, elected := env.Officer(o)
		if name == "" {
			continue
		}
		row.Put(st.Title, strings.ToUpper(o.Name().In(env.Lang))+" ")
		if elected {
			row.Put(st.Good, env.Say("%s ✓ trúng cử", "%s ✓ elected", name))
		} else {
			row.Put(st.Text, name)
		}
		row.Gap(3)
	}
	mark := env.Say("dấu kiểm %s", "fingerprint %s", kit.Fingerprint(env.Snap.Fingerprint()))
	if row.Space() > kit.Width(mark)+2 {
		row.End(kit.Width(mark)).Put(st.Dim, mark)
	}
	var lines []string
	for _, tie := range ties(env) {
		lines = append(lines, kit.NewRow(w).Put(st.Alarm, " "+tie+" ").String())
	}
	return append(lines, row.String())
}

// ties says which units share a rank on which an award hangs.
func ties(env screen.Env) (out []string) {
	for _, group := range env.Snap.Standings(scoring.Agreed).Undecided() {
		out = append(out,
			env.Say("%s bằng điểm ở ranh giới khen thưởng: cần biểu quyết thứ tự (%s)",
				"%s are level where an award is decided: a vote on the order is needed (%s)",
				env.Names(group), env.Snap.Rulebook().TieBreak.Clause))
	}
	return out
}
