package vote

import (
	"strconv"

	"thidua/scoring"
	"thidua/tui/ballot"
	"thidua/tui/screen"
)

// subject is what the question says.
func (q *question) subject(env screen.Env) string {
	switch {
	case q.typed != nil:
		return q.typed.Value()
	case q.tie != nil:
		return env.Say("Xếp hạng %d trong nhóm bằng điểm %s",
			"Place %d among %s, who are level", len(q.tie.order)+1, env.Names(q.tie.left))
	}
	return q.vote.Subject
}

// label names a count.
func (q *question) label(env screen.Env, i int) string {
	if q.tie != nil && i < len(q.tie.left) {
		return env.Snap.Units()[q.tie.left[i]].Name()
	}
	if q.tie != nil {
		i = 2
	}
	return ballot.Choices()[i].In(env.Lang)
}

// number is a count as typed; nothing typed is none.
func (q *question) number(i int) int {
	n, err := strconv.Atoi(q.counts[i].Text())
	if err != nil {
		return 0
	}
	return n
}

// leading is the unit with the most votes in a tie's round, and its votes; ok is false while no one leads.
func (q *question) leading() (at, votes int, ok bool) {
	for i := range q.tie.left {
		switch n := q.number(i); {
		case n > votes:
			at, votes, ok = i, n, true
		case n == votes:
			ok = false
		}
	}
	return at, votes, ok
}

// begun reports whether anything has been counted.
func (q *question) begun() bool {
	if q.poll != nil {
		in, _ := q.poll.Progress()
		return in > 0
	}
	for i := range q.counts {
		if !q.counts[i].Empty() {
			return true
		}
	}
	return false
}

// recused is how many of the units present have no vote: those concerned, where the rulebook says so.
func (q *question) recused(env screen.Env) int {
	voters, err := env.Snap.Voters(q.vote)
	if err != nil {
		return 0
	}
	return env.Snap.Present() - len(voters)
}

// current is the vote as it stands with what has been typed or answered; ok is false while no unit leads in a tie.
func (q *question) current(env screen.Env) (v scoring.Vote, ok bool, err error) {
	if q.poll != nil {
		return q.poll.Vote(&env.Snap.State), true, nil
	}
	v, ok = q.counted(env)
	v.NotVoting = q.absent(env)
	return v, ok, nil
}

// counted is the vote by what has been typed.
func (q *question) counted(env screen.Env) (scoring.Vote, bool) {
	if q.tie == nil {
		v := q.vote
		v.Subject = q.subject(env)
		v.For, v.Against, v.Abstain = q.number(0), q.number(1), q.number(2)
		return v, true
	}
	at, votes, ok := q.leading()
	if !ok {
		return scoring.Vote{}, false
	}
	sum := 0
	for i := range q.tie.left {
		sum += q.number(i)
	}
	name := env.Snap.Units()[q.tie.left[at]].Name()
	v := scoring.Vote{
		Subject: env.Say("xếp %s ở vị trí %d trong nhóm bằng điểm",
			"%s takes place %d among those level", name, len(q.tie.order)+1),
		For: votes, Against: sum - votes, Abstain: q.number(len(q.tie.left)),
	}
	if len(q.tie.left) == 2 { // the last place follows
		v.Act = scoring.Order{Units: q.order(env, at)}
	}
	return v, true
}

// order is the whole order if a unit takes the next place and one is left.
func (q *question) order(env screen.Env, at int) []string {
	var names []string
	for _, u := range append(append([]int(nil), q.tie.order...), q.tie.left[at], q.tie.left[1-at]) {
		names = append(names, env.Snap.Units()[u].Name())
	}
	return names
}

// ruling is the verdict on what has been typed, as far as there is one.
func (q *question) ruling(env screen.Env) (scoring.Provisional, error) {
	v, ok, err := q.current(env)
	if err != nil || !ok {
		return scoring.Provisional{}, err
	}
	if v.Subject == "" {
		v.Subject = "…"
	}
	r, err := env.Snap.State.Provisional(v)
	r.Settled = r.Settled && (q.tie == nil || r.Outstanding == 0) // another unit may yet lead
	return r, err
}

// place takes the leading unit as the next in order, and asks about the next place.
func (q *question) place(env screen.Env) {
	at, _, ok := q.leading()
	v, _ := q.counted(env)
	if !ok {
		return
	}
	t := q.tie
	t.votes = append(t.votes, v)
	t.order = append(t.order, t.left[at])
	t.left = append(append([]int(nil), t.left[:at]...), t.left[at+1:]...)
	q.counts = q.counts[:len(t.left)+1]
	clear(q.counts)
	q.on, q.filled, q.missing = 0, false, nil
}
