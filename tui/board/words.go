package board

import (
	"strings"

	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// foot is what stands below the ranking: open ties, officers and the record's fingerprint.
func (s *Screen) foot(env screen.Env, w int) []string {
	st, b := env.Styles, env.Snap.Rulebook()
	row := kit.NewRow(w)
	if !env.Projector && !env.Snap.Closed() {
		s.progress(env, row)
	}
	for _, o := range b.Election.Offices {
		name, elected := env.Officer(o)
		if name == "" || row.Space() < len(name)+20 {
			continue
		}
		row.Put(st.Title, strings.ToUpper(env.OfficeName(o).In(env.Lang))+" ")
		if elected {
			row.Put(st.Good, env.Say("%s ✓ trúng cử", "%s ✓ elected", name))
		} else {
			row.Put(st.Text, name)
		}
		row.Gap(3)
	}
	mark := env.Say("mã kiểm chứng %s", "fingerprint %s", kit.Fingerprint(env.Snap.Fingerprint()))
	if row.Space() > kit.Width(mark)+2 {
		row.End(kit.Width(mark)).Put(st.Text, mark)
	}
	var lines []string
	for _, said := range unsettled(env) {
		lines = append(lines, kit.NewRow(w).Put(st.Alarm, " "+said+" ").String())
	}
	return append(lines, row.String())
}

// progress is how far the meeting is: sheets accepted and criteria settled, as numbers and as a bar.
func (s *Screen) progress(env screen.Env, row *kit.Row) {
	const bar = 10
	st, c := env.Styles, s.charted(env)
	drawn := st.Signs.Bar(int64(c.done), int64(c.all), bar)
	row.Put(st.Title, env.Say("TIẾN ĐỘ ", "PROGRESS ")).Put(st.Good, drawn).
		Put(st.Rule, kit.Line(st.Signs.Axis, bar-kit.Width(drawn))).
		Put(st.Text, env.Say(" %d/%d đơn vị · %d/%d tiêu chí", " %d/%d units · %d/%d criteria",
			env.Snap.AcceptedCount(), env.Snap.Sheets(), c.done, c.all)).Gap(3)
}

// unsettled says which units share a rank on which an award hangs, and which awards wait for a vote or a ballot.
func unsettled(env screen.Env) (out []string) {
	for _, group := range env.Snap.Standings(scoring.Agreed).Undecided() {
		out = append(out,
			env.Say("%s bằng điểm ở ranh giới khen thưởng: cần biểu quyết thứ tự (%s)",
				"%s are level where an award is decided: a vote on the order is needed (%s)",
				env.Names(group), env.Snap.Rulebook().TieBreak.Clause))
	}
	for i, a := range env.Snap.Rulebook().Awards {
		switch units := env.Snap.Nominated(scoring.Agreed, i); {
		case len(units) == 0:
		case a.Ballot.Nominees > 0:
			out = append(out, env.Say("%s chờ bỏ phiếu giữa %s: %s", "%s: a ballot among %s is needed, %s", a.Short,
				env.Names(units), screen.Election.Key()))
		default:
			out = append(out, env.Say("%s chờ biểu quyết, đến lượt %s: %s",
				"%s: a vote is needed, the turn is of %s, %s", a.Short, env.Names(units), screen.Vote.Key()))
		}
	}
	return out
}
