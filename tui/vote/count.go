package vote

import (
	"fmt"
	"strings"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// A count typed by hand: the last number follows from the others, all in favour is one key, and what is missing is
// asked for by name.

// electors are the names of the units that may vote on what is being counted.
func (q *question) electors(env screen.Env) []string {
	voters, err := env.Snap.Voters(q.counted(env))
	if err != nil {
		return nil
	}
	var names []string
	for _, i := range voters {
		names = append(names, env.Snap.Units()[i].Name())
	}
	return names
}

// fill puts what is left into the last count as soon as all the others have been typed: while the last of those is
// being typed, and when the cursor comes to the last of all.
func (q *question) fill(env screen.Env) {
	last := len(q.counts) - 1
	if q.casting() != nil || q.on < last-1 || !q.counts[last].Empty() {
		return
	}
	left := len(q.electors(env))
	for i := range last {
		if q.counts[i].Empty() {
			return
		}
		left -= q.number(i)
	}
	if left >= 0 {
		q.counts[last], q.filled = number(left), true
	}
}

// refill works out anew what is left after one of the counts before it has changed.
func (q *question) refill(env screen.Env) {
	if q.on < len(q.counts)-1 {
		q.fill(env)
	}
}

// follows reports whether the last count is what the others leave, so that nothing more needs to be typed.
func (q *question) follows() bool { return q.filled && q.on == len(q.counts)-2 }

// figures are the counts as they stand, in one word.
func (q *question) figures() string {
	var all []string
	for i := range q.counts {
		all = append(all, q.counts[i].Text())
	}
	return strings.Join(all, "-")
}

// countsSaid are the counts as they stand, each with what it counts.
func (q *question) countsSaid(env screen.Env) string {
	var all []string
	for i := range q.counts {
		all = append(all, fmt.Sprintf("%s %d", q.label(env, i), q.number(i)))
	}
	return strings.Join(all, " · ")
}

// unfill takes back what was filled in: something else is typed, or the others are changed.
func (q *question) unfill() {
	if q.filled {
		q.counts[len(q.counts)-1], q.filled = kit.Number{}, false
	}
}

// ask asks which units did not vote, where a count is short.
func (q *question) ask(env screen.Env, v scoring.Vote, missing int) {
	if q.poll == nil && q.missing == nil {
		q.missing = ballot.NewMissing(q.electors(env), missing+len(v.NotVoting))
	}
}

// absent are the units that are said not to vote, once all of them are named.
func (q *question) absent(env screen.Env) []string {
	if q.missing == nil || q.missing.Left() != 0 {
		return nil
	}
	return q.missing.Units(q.electors(env))
}

// unanimousKey records that all who may vote are for it.
func (s *Screen) unanimousKey() kit.Binding {
	b := kit.Binding{Action: doUnanimous, Keys: kit.Named(keyUnanimous), Shown: keyUnanimous, Weight: 78,
		Label: lang.Text{VI: "nhất trí", EN: "unanimous"},
		Help: lang.Text{VI: "tất cả đơn vị được biểu quyết đều tán thành: ghi luôn",
			EN: "all who may vote are for it: recorded at once"}}
	switch {
	case s.sent:
		b.Off = lang.Text{VI: "đang ghi, xin đợi", EN: "being recorded, please wait"}
	case s.q.begun():
		b.Off = lang.Text{VI: "đã gõ số phiếu: xóa trước", EN: "counts have been typed: clear them first"}
	}
	return b
}

// unanimous records that all who may vote are for it.
func (s *Screen) unanimous(env screen.Env) screen.Effect {
	v := s.q.vote
	v.Subject, v.Unanimous, v.For = s.q.subject(env), true, len(s.q.electors(env))
	if _, err := env.Snap.State.Try(v); err != nil {
		return screen.Refused(err)
	}
	s.sent = true
	return screen.Effect{Acts: []scoring.Act{v}}
}

// notYours says whose a count is.
func notYours() lang.Text {
	return lang.Text{VI: "người mở hoặc chủ tọa kiểm phiếu", EN: "who opened the vote counts, or the chair"}
}

// onlyOpener says who changes how a vote is counted.
func onlyOpener() lang.Text {
	return lang.Text{VI: "người mở biểu quyết mới đổi được cách đếm",
		EN: "only the one who opened the vote may change how it is counted"}
}

// uncounted says why the ballots cannot be counted yet, or not here; empty: they can.
func (s *Screen) uncounted(env screen.Env, b casting) lang.Text {
	switch {
	case !b.Counts(env.Who):
		return notYours()
	case s.q.secret():
		return b.Uncounted(&env.Snap.State)
	}
	return lang.Text{}
}
