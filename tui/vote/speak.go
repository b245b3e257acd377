package vote

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ballot"
	"thidua/tui/screen"
)

// Asks says the question that is open.
func (s *Screen) Asks(env screen.Env) string {
	q, b := s.q, s.choice(env)
	if p := s.asked(env); p != nil {
		q = &question{vote: p.Question()}
	}
	switch {
	case b != nil:
		return asksPlace(env, b)
	case q == nil || q.on < 0 && q.casting() == nil:
		return ""
	case q.secret():
		return env.Say("Biểu quyết kín: %s", "A secret vote: %s", lang.Both(q.asks(env)))
	}
	return env.Say("Biểu quyết: %s", "A vote: %s", lang.Both(q.asks(env)))
}

// Speak says the field that is typed with the verdict, the own ballot, or the line under the cursor.
func (s *Screen) Speak(env screen.Env) string {
	if p := s.asked(env); p != nil {
		return s.ballot.Speak(env, ballot.Answers(env, p))
	}
	if b := s.choice(env); b != nil {
		return s.ballot.Speak(env, ballot.Units(env, b))
	}
	q := s.q
	switch {
	case q == nil:
		return s.waiting(env)
	case s.sent:
		return env.Say("đang ghi", "recording")
	case q.settling != nil:
		return q.settling.speak(env, q.tie)
	case q.missing != nil:
		return q.missing.Speak(env)
	case q.writing != nil:
		return q.writing.speak(env)
	case q.casting() != nil && !q.papers:
		return q.called(env) + q.comesTo(env)
	case q.on < 0:
		return q.typed.Speak(env.Lang)
	}
	return q.field(env) + q.comesTo(env)
}

// waiting says the line under the cursor of what waits for a vote and of the votes taken.
func (s *Screen) waiting(env screen.Env) string {
	l, ok := s.here(env)
	if !ok {
		return env.Say("không có gì cần biểu quyết", "nothing waits for a vote")
	}
	what := lang.Text{VI: "cần biểu quyết", EN: "waits for a vote"}
	switch {
	case l.vote != nil:
		what = lang.Text{VI: "đã biểu quyết", EN: "voted on"}
	case l.lost != nil:
		what = lostState(env)
	}
	return env.Say("%s, dòng %s: %s", "%s, line %s: %s", what, s.list.Spoken(), lang.Both(l.whole(env)))
}

// field is the count that is being typed, which of how many, and whether the program filled it in.
func (q *question) field(env screen.Env) string {
	n := q.counts[q.on].Text()
	if n == "" {
		n = env.Say("chưa gõ", "nothing typed")
	}
	said := env.Say("%s, ô %d trên %d: %s", "%s, field %d of %d: %s", lang.Both(q.label(env, q.on)), q.on+1,
		len(q.counts), lang.Both(n))
	if q.papers {
		said = env.Say("phiếu giấy; ", "papers; ") + said
	}
	switch last := len(q.counts) - 1; {
	case q.follows():
		said += env.Say("; %s: %s, số còn lại", "; %s: %s, what is left", lang.Both(q.label(env, last)),
			q.counts[last].Text())
	case q.filled && q.on == last:
		said += env.Say(" (số còn lại)", " (what is left)")
	}
	if written := q.inWriting(env); written != "" {
		said += "; " + written
	}
	return said
}

// called is the unit under the cursor while ballots come in one by one, and what is known of its ballot.
func (q *question) called(env screen.Env) string {
	unit, _ := q.voters.Here()
	b := q.casting()
	here, in := b.Among(&env.Snap.State)
	said := env.Say("%s: %s, %s; %d trên %d đơn vị đã trả lời", "%s: %s, %s; %d of %d units have answered", unit,
		q.answer(env, unit), q.voters.Spoken(), in, len(here))
	if n := b.Paper(); n > 0 {
		said += env.Say("; giấy: %d phiếu", "; on paper: %d", n)
	}
	if why := b.Uncounted(&env.Snap.State); q.secret() && !why.IsZero() {
		said += ". " + why.In(env.Lang)
	}
	return said
}

// answer is what is known of a unit's ballot: how it voted, or in a secret vote only that it has. While the room sees
// the screen it hears no more than it sees.
func (q *question) answer(env screen.Env, unit string) lang.Text {
	b := q.casting()
	left := b.Left(&env.Snap.State, unit)
	switch {
	case left && b.Voted(unit):
		return lang.Text{VI: "đã rời họp, phiếu vẫn tính", EN: "has left, its ballot stays"}
	case left:
		return lang.Text{VI: "đã rời họp, không tính", EN: "has left, is not counted"}
	case b.Marked(unit):
		return lang.Text{VI: "không bỏ phiếu", EN: "does not vote"}
	case !q.secret() && !env.Projector:
		return choiceWords(q.poll, unit)
	case b.Voted(unit):
		return lang.Text{VI: "đã bỏ phiếu", EN: "has voted"}
	}
	return lang.Text{VI: "chưa bỏ phiếu", EN: "has not voted yet"}
}

// comesTo is the verdict as it stands. Of ballots that come in one by one nobody hears how it stands before all are in,
// of secret ones not then either.
func (q *question) comesTo(env screen.Env) string {
	if b := q.casting(); b != nil && (q.secret() || b.Missing(&env.Snap.State) > 0) {
		return ""
	}
	r, err := q.ruling(env)
	switch {
	case err != nil:
		return ". " + screen.Said(err).In(env.Lang)
	case r.Outstanding > 0:
		return ". " + ballot.Awaits(env, r.Outstanding)
	case r.Sum.VI != "":
		return ". " + r.Sum.In(env.Lang)
	}
	return ""
}

// speak says how the order is settled, the unit under the cursor for the place, and what has been typed.
func (x *settling) speak(env screen.Env, t *tie) string {
	how := lang.Text{VI: "Chủ tọa quyết định", EN: "The chair's ruling"}
	if x.how == scoring.OrderByLots {
		how = lang.Text{VI: "Bốc thăm", EN: "Lots"}
	}
	unit, _ := x.list.Here()
	return env.Say("%s, hạng %d: %s, %s; %s", "%s, rank %d: %s, %s; %s", how, t.place(),
		lang.Both(env.Snap.Units()[unit].Name()), x.list.Spoken(), lang.Both(x.prompt.Speak(env.Lang)))
}
