package files

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Check is one thing that is done before a meeting is closed and announced, how far it is, and where it is done.
type Check struct {
	Done bool
	What lang.Text
	On   screen.ID
}

// Checks are all of them, in the order of the meeting.
func (k *Known) Checks(env screen.Env) []Check {
	k.look(env)
	return k.checks
}

func checks(env screen.Env) []Check {
	snap := env.Snap
	need, met := snap.Quorum()
	unscored, asked := 0, 0
	for _, u := range snap.Units() {
		unscored += len(u.NotScored(false))
		asked += len(u.OpenRequests())
	}
	out := []Check{
		{met, lang.Sayf("%d trên %d đơn vị có mặt, cần %d", "%d of %d units present, %d needed", snap.Present(),
			len(snap.Units()), need), screen.Roll},
		{snap.AcceptedCount() == snap.Sheets(), lang.Sayf("%d trên %d bản chấm đã thống nhất",
			"%d of %d sheets accepted", snap.AcceptedCount(), snap.Sheets()), screen.Review},
		{unscored == 0, left(unscored, "tiêu chí chưa chấm", "criterion without a score", "criteria without a score"),
			screen.Review},
		{asked == 0, left(asked, "đề nghị thưởng chưa trả lời", "request without an answer",
			"requests without an answer"),
			screen.Review},
	}
	waiting := 0
	for i := range snap.Rulebook().Awards {
		if len(snap.Nominated(scoring.Agreed, i)) > 0 {
			waiting++
		}
	}
	ties := len(snap.Standings(scoring.Agreed).Undecided())
	out = append(out,
		Check{ties+waiting == 0, left(ties+waiting, "khen thưởng chờ biểu quyết",
			"award that waits for a vote", "awards that wait for a vote"), screen.Vote})
	if o := snap.Opening(); o != nil {
		out = append(out,
			Check{false, lang.Sayf("biểu quyết đang mở: %s", "a vote is open: %s", o.Open.What), screen.Vote})
	}
	elected, offices := 0, snap.Rulebook().Election.Offices
	for _, o := range offices {
		if _, _, ok := snap.Elected(o); ok {
			elected++
		}
	}
	lacks := len(snap.Lacks())
	return append(out,
		Check{elected == len(offices), lang.Sayf("%d trên %d chức danh đã bầu", "%d of %d offices filled", elected,
			len(offices)), screen.Election},
		Check{lacks == 0, left(lacks, "mục văn bản còn thiếu", "thing that the papers lack",
			"things that the papers lack"),
			screen.Minutes})
}

// left says that there is none of something, or how many.
func left(n int, vi, one, many string) lang.Text {
	if n == 0 {
		return lang.Sayf("không còn %s", "no %s", lang.Text{VI: vi, EN: many})
	}
	return lang.Count(n, vi, one, many)
}

// DrawChecks lists them, each with the key that leads there where it is not done.
func DrawChecks(env screen.Env, c *kit.Canvas, all []Check) {
	st := env.Styles
	for _, x := range all {
		sign, style := "! ", st.Warn
		if x.Done {
			sign, style = "✓ ", st.Good
		}
		row := kit.NewRow(c.W).Put(style, sign).Put(st.Text, kit.Cut(x.What.In(env.Lang), c.W-9))
		if !x.Done {
			row.Put(st.Key, "  → "+x.On.Key())
		}
		c.Add(row.String())
	}
}
