package vote

import (
	"fmt"
	"slices"

	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// line is what the cursor can be on: a vote that was lost, an open tie, a unit that the ranking nominates for an award,
// an award that is elected, a bonus asked for, or a vote that was taken.
type line struct {
	id      string // what it is, however the list changes
	tie     *scoring.OpenTie
	propose *scoring.Propose
	elect   *scoring.Award
	request *scoring.Bonus
	lost    *scoring.Opening
	vote    *scoring.Tallied
	no      int // of the vote, from the oldest
}

// linesOf are the open ties, the awards that wait for a vote, the bonuses that units ask for and that nobody has
// decided on, and below them the votes taken, newest first.
func linesOf(snap *meeting.Snapshot) []line {
	var out []line
	if open := snap.Standings(scoring.Agreed).OpenTies(); !snap.Closed() {
		for i := range open {
			out = append(out, line{id: fmt.Sprint("tie ", open[i].Units), tie: &open[i]})
		}
	}
	out = append(out, proposals(snap)...)
	for _, u := range snap.Units() {
		if u.Accepted() || snap.Closed() {
			continue
		}
		for _, q := range u.OpenRequests() {
			if u.Grantable(q) { // else it is over a limit by now: it cannot be granted as asked
				out = append(out, line{id: "request " + u.Name() + " " + q.Target,
					request: &scoring.Bonus{Unit: u.Name(), Target: q.Target, Points: q.Points, Reason: q.Reason}})
			}
		}
	}
	votes := snap.Votes()
	for i := len(votes) - 1; i >= 0; i-- {
		out = append(out, line{id: fmt.Sprint("vote ", votes[i].Decision.Seq), vote: votes[i], no: i})
	}
	return out
}

// proposals are the units that the ranking nominates for an award which asks for a vote, and the awards that are
// elected.
func proposals(snap *meeting.Snapshot) (out []line) {
	if snap.Closed() {
		return nil
	}
	awards := snap.Rulebook().Awards
	for i := range awards {
		for _, unit := range snap.Nominated(scoring.Agreed, i) {
			if awards[i].Ballot.Nominees > 0 {
				out = append(out, line{id: "elect " + awards[i].ID, elect: &awards[i]})
				break
			}
			p := &scoring.Propose{Unit: snap.Units()[unit].Name(), Award: awards[i].ID}
			out = append(out, line{id: "propose " + p.Award + " " + p.Unit, propose: p})
		}
	}
	return out
}

// lines are those of what is looked at, made once for each state. A vote that was lost goes before them: whether it was
// depends on what is open in the room.
func (s *Screen) lines(env screen.Env) []line {
	if s.of != env.Snap {
		s.of, s.all = env.Snap, linesOf(env.Snap)
	}
	if o := lost(env); o != nil {
		return append([]line{{id: fmt.Sprint("lost ", o.Decision.Seq), lost: o}}, s.all...)
	}
	return s.all
}

// here is the line under the cursor; ok is false where there is none.
func (s *Screen) here(env screen.Env) (l line, ok bool) {
	id, _ := s.list.Here()
	return find(s.lines(env), id)
}

func find(all []line, id string) (l line, ok bool) {
	i := slices.IndexFunc(all, func(l line) bool { return l.id == id })
	if i < 0 {
		return l, false
	}
	return all[i], true
}

// place is the unit and the criterion of a request; of any other line there is none.
func (l line) place(env screen.Env) screen.Place {
	p := screen.Place{Unit: -1, Node: -1}
	if l.request != nil {
		if i, ok := env.Snap.Index(l.request.Unit); ok {
			p.Unit = i
		}
		if i, ok := env.Snap.Rulebook().Index(l.request.Target); ok {
			p.Node = i
		}
	}
	return p
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
		return lostWords(env, l.lost)
	case l.propose != nil:
		return edit.Question(&env.Snap.State, *l.propose, env.Lang)
	case l.elect != nil:
		return env.Say("%s được chọn bằng phiếu bầu: %s để đến Bầu cử",
			"the %s is chosen by ballot: %s goes to the elections", l.elect.Name, keyPut)
	case l.request != nil:
		return decision.Sentence(&env.Snap.State, &scoring.Decision{Act: *l.request}).In(env.Lang)
	}
	return env.Say("%s: %s; %s", "%s: %s; %s", l.vote.Question(), decision.Counts(*l.vote),
		l.vote.Ruling.Sum)
}

// whole says a line as the room is asked about it.
func (l line) whole(env screen.Env) string {
	if l.request != nil {
		return edit.Question(&env.Snap.State, *l.request, env.Lang)
	}
	return l.words(env)
}

// votesGrid is a vote's verdict, its count, its number and its question.
func votesGrid(env screen.Env, w int) kit.Grid {
	return kit.NewGrid(view.Votes(&env.Snap.State, env.Lang), w,
		kit.Col{ID: "sign", W: 1}, kit.Col{ID: "for_of", Before: 1, W: 6}, kit.Col{ID: "seq", W: 3},
		kit.Col{ID: "subject", Before: 1, W: 8, Fills: true})
}

// draw is a tie, a request, or a vote with what it came to.
func (l line) draw(env screen.Env, votes kit.Grid, w int, here bool) string {
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
		row.Put(st.Alarm, lostBadge(env)).Gap(1).Put(st.Strong, l.words(env))
	case l.propose != nil, l.elect != nil:
		row.Put(st.Alarm, env.Say(" SUY TÔN   ", " PROPOSE   ")).Gap(1).Put(st.Strong, l.words(env))
	case l.request != nil:
		row.Put(st.Accent, env.Say("+ đề nghị  ", "+ asked    ")).Gap(1).Put(st.Text, l.words(env))
	default:
		votes.RowIn(row, st, l.no, nil)
	}
	return row.String()
}
