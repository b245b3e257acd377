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
		return q.tie.question(env).In(env.Lang)
	}
	return q.vote.Subject
}

// said is the question as people read it: the record has a word of its own for an adoption.
func (q *question) said(env screen.Env) string {
	if q.typed == nil && q.tie == nil && env.Snap.Adopts(q.vote) {
		return scoring.AdoptQuestion().In(env.Lang)
	}
	return q.subject(env)
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

// current is the vote as it stands with what has been typed or answered.
func (q *question) current(env screen.Env) scoring.Vote {
	if q.poll != nil {
		return q.poll.Vote(&env.Snap.State)
	}
	v := q.counted(env)
	v.NotVoting = q.absent(env)
	return v
}

// counted is the vote by what has been typed.
func (q *question) counted(env screen.Env) scoring.Vote {
	if q.tie != nil {
		return q.ordering(env)
	}
	v := q.vote
	v.Subject = q.subject(env)
	v.For, v.Against, v.Abstain = q.number(0), q.number(1), q.number(2)
	return v
}

// ruling is the verdict on what has been typed, as far as there is one.
func (q *question) ruling(env screen.Env) (scoring.Provisional, error) {
	v := q.current(env)
	if v.Subject == "" {
		v.Subject = "…"
	}
	r, err := env.Snap.State.Provisional(v)
	r.Settled = r.Settled && (q.tie == nil || r.Outstanding == 0) // another unit may yet lead
	return r, err
}
