package vote

import (
	"fmt"
	"slices"

	"thidua/data/decision"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// line is what the cursor can be on: a vote that was lost, an open tie, a bonus asked for, or a vote that was taken.
type line struct {
	id      string // what it is, however the list changes
	tie     *scoring.OpenTie
	request *scoring.Vote
	lost    *scoring.Opening
	vote    *scoring.Tallied
	no      int // of the vote, from the oldest
}

// lines are the open ties, the bonuses that units ask for and that nobody has decided on, and below them the votes
// taken, newest first.
func lines(env screen.Env) []line {
	var out []line
	if o := lost(env); o != nil {
		out = append(out, line{id: fmt.Sprint("lost ", o.Decision.Seq), lost: o})
	}
	if open := env.Snap.Standings(scoring.Agreed).OpenTies(); !env.Snap.Closed() {
		for i := range open {
			out = append(out, line{id: fmt.Sprint("tie ", open[i].Units), tie: &open[i]})
		}
	}
	for _, u := range env.Snap.Units() {
		if u.Accepted() || env.Snap.Closed() {
			continue
		}
		for _, q := range u.Sheet().Requests {
			at, ok := env.Snap.Rulebook().Index(q.Target)
			if !ok {
				continue
			}
			if _, open := view.Request(u, env.Snap.Rulebook(), at); !open {
				continue
			}
			act := scoring.Bonus{Unit: u.Name(), Target: q.Target, Points: q.Points, Reason: q.Reason}
			if _, err := scoring.Apply(env.Snap.State, scoring.Decision{Act: act}); err != nil {
				continue // over a limit by now: it cannot be granted as asked
			}
			said := decision.Sentence(&env.Snap.State, &scoring.Decision{Act: act}).In(env.Lang)
			out = append(out, line{id: "request " + u.Name() + " " + q.Target,
				request: &scoring.Vote{Subject: said, Act: act}})
		}
	}
	votes := env.Snap.Votes()
	for i := len(votes) - 1; i >= 0; i-- {
		out = append(out, line{id: fmt.Sprint("vote ", votes[i].Decision.Seq), vote: &votes[i], no: i})
	}
	return out
}

// here is the line under the cursor; ok is false where there is none.
func (s *Screen) here(env screen.Env) (l line, ok bool) {
	id, _ := s.list.Here()
	return find(lines(env), id)
}

func find(all []line, id string) (l line, ok bool) {
	i := slices.IndexFunc(all, func(l line) bool { return l.id == id })
	if i < 0 {
		return l, false
	}
	return all[i], true
}

// words says a line.
func (l line) words(env screen.Env) string {
	switch {
	case l.tie != nil:
		clause := env.Snap.Rulebook().TieBreak.Clause
		if l.tie.Hangs {
			return env.Say("%s đồng hạng %d ở ranh giới khen thưởng: cần biểu quyết thứ tự (%s)",
				"%s share rank %d, and an award hangs on it: a vote on the order is needed (%s)",
				env.Names(l.tie.Units), l.tie.Rank, clause)
		}
		return env.Say("%s đồng hạng %d: biểu quyết thứ tự trước khi công bố (%s)",
			"%s share rank %d: vote on the order before the results are announced (%s)", env.Names(l.tie.Units),
			l.tie.Rank, clause)
	case l.lost != nil:
		return env.Say("%s (số %d) không còn phiếu nào: %s để hủy, rồi lấy phiếu lại",
			"%s (decision %d): its ballots are lost; %s declares it void, then take it again",
			decision.Matter(&env.Snap.State, l.lost.Open), l.lost.Decision.Seq, keyPut)
	case l.request != nil:
		return l.request.Subject
	}
	return l.vote.Vote.Subject + ": " + l.vote.Ruling.Sum.In(env.Lang)
}

// draw is a tie, a request, or a vote with what it came to.
func (l line) draw(env screen.Env, w int, here bool) string {
	st := env.Styles
	row := kit.NewRow(w)
	if here && !env.Projector {
		row = kit.NewMarked(w, st.Cursor)
	}
	switch {
	case l.tie != nil:
		badge := st.Here
		if l.tie.Hangs {
			badge = st.Alarm
		}
		row.Put(badge, env.Say(" BẰNG ĐIỂM ", " LEVEL     ")).Gap(1).Put(st.Strong, l.words(env))
	case l.lost != nil:
		row.Put(st.Alarm, env.Say(" MẤT PHIẾU  ", " LOST      ")).Gap(1).Put(st.Strong, l.words(env))
	case l.request != nil:
		row.Put(st.Accent, env.Say("+ đề nghị  ", "+ asked    ")).Gap(1).Put(st.Text, l.words(env))
	default:
		kit.NewGrid(view.Votes(&env.Snap.State, env.Lang), w,
			kit.Col{ID: "sign", W: 1}, kit.Col{ID: "for_of", Before: 1, W: 6}, kit.Col{ID: "seq", W: 3},
			kit.Col{ID: "subject", Before: 1, W: 8, Fills: true}).RowIn(row, st, l.no, nil)
	}
	return row.String()
}
