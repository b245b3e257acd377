package scoring

import (
	"time"

	"thidua/scoring/lang"
)

// Effect is what a decision brings about beside what it decides: what it withdraws, and what is worth a word before it
// is made or after. Nothing of it stops the decision. Units are indexes of State.Units.
type Effect struct {
	Next          State // the meeting with the decision
	Acceptances   []int // units whose sheet has to be accepted again
	Confirmations []int // units that have to confirm their scores again
	Requests      []Asked
	Remarks       []lang.Text
	Same          bool // the value is as it was: nothing is withdrawn
}

// Asked is a request that nobody has answered.
type Asked struct {
	Unit int
	Request
}

// Effects tries a decision and says what it withdraws and what there is to say about it. The error is that of Apply. It
// is pure: nothing is recorded.
func Effects(before State, d Decision) (Effect, error) {
	next, err := Apply(before, d)
	if err != nil {
		return Effect{Next: before}, err
	}
	e := Effect{Next: next}
	for i, was := range before.units {
		is := next.units[i]
		if was.Accepted() && !is.Accepted() {
			e.Acceptances = append(e.Acceptances, i)
		}
		if was.Confirmed() && !is.Confirmed() {
			e.Confirmations = append(e.Confirmations, i)
		}
		if !was.Accepted() && is.Accepted() {
			for _, q := range is.OpenRequests() {
				e.Requests = append(e.Requests, Asked{i, q})
			}
		}
	}
	e.Same = unchanged(&before, &next, d.Act)
	e.remark(&before)
	return e, nil
}

// unchanged reports whether a decision about a value leaves it as it was.
func unchanged(before, after *State, a Act) bool {
	v, ok := a.(valued)
	i, found := before.Index(Subject(a))
	if !ok || !found {
		return false
	}
	at, _ := before.book.Index(Target(a)) // of a sanction there is none
	return v.value(before.units[i], at) == v.value(after.units[i], at)
}

// remark says what is worth a word.
func (e *Effect) remark(before *State) {
	say := func(vi, en string, args ...any) { e.Remarks = append(e.Remarks, lang.Sayf(vi, en, args...)) }
	for _, i := range e.Acceptances {
		say("bản chấm của %s cần thống nhất lại", "the sheet of %s has to be accepted again", e.Next.units[i].name)
	}
	for _, i := range e.Confirmations {
		say("%s cần xác nhận lại điểm", "%s has to confirm its scores again", e.Next.units[i].name)
	}
	falls := map[int]int{}
	for _, q := range e.Requests {
		falls[q.Unit]++
	}
	for i, u := range e.Next.units {
		if n := falls[i]; n > 0 {
			say("%s còn %s chưa trả lời: không được xét", "%s has %s without an answer: no longer considered", u.name,
				lang.Count(n, "đề nghị", "request", "requests"))
		}
	}
	d := e.Next.Last()
	if was, ok := before.Replaces(d.Act); ok {
		say("thay cho %s: %s", "in place of %s: %s", was.Points, was.Reason)
	}
	switch a := d.Act.(type) {
	case Ballot:
		if r, ok := e.Next.Race(a.Office); ok && len(r.Rounds) > 0 {
			e.Remarks = append(e.Remarks, r.Rounds[len(r.Rounds)-1].Notes...)
		}
	case Close:
		for _, w := range before.Warnings() {
			e.Remarks = append(e.Remarks, w.What)
		}
	}
	last := before.Last()
	if last == nil || last.Act.Kind() == KindNew || d.At.IsZero() { // a meeting may be entered after it was held
		return
	}
	if d.At.Before(last.At) {
		say("giờ %s sớm hơn quyết định trước (%s)", "its time %s is before that of the decision before it (%s)",
			d.At.Format(time.RFC3339), last.At.Format(time.RFC3339))
	}
}
