package vote

import (
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Units called one by one, each answering: the ballots of an open vote as they are called out.

// choices are the keys of the answers.
func choices() map[string]scoring.Choice {
	return map[string]scoring.Choice{"1": scoring.For, "2": scoring.Against, "3": scoring.Abstain}
}

// choiceWords is how a unit voted, or that it has not been called.
func choiceWords(p *meeting.Poll, unit string) lang.Text {
	c, ok := p.Choice(unit)
	switch {
	case !ok:
		return lang.Text{VI: "chưa gọi", EN: "not called"}
	case c == scoring.For:
		return lang.Text{VI: "tán thành", EN: "for"}
	case c == scoring.Against:
		return lang.Text{VI: "không tán thành", EN: "against"}
	}
	return lang.Text{VI: "không biểu quyết", EN: "abstains"}
}

// call begins to call the units, or goes back to counts.
func (s *Screen) call(env screen.Env) screen.Effect {
	q := s.q
	if q.tie != nil {
		return s.callOrder(env)
	}
	if q.poll != nil {
		if ask, unsure := q.dropping(env, doCall); unsure {
			return ask
		}
		return s.void(env, backing)
	}
	if env.Room != nil {
		return s.open(env)
	}
	v := q.vote
	v.Subject = q.subject(env)
	p := meeting.NewPoll(&env.Snap.State, v)
	if len(p.Voters()) == 0 {
		return screen.Note("Không có đơn vị nào được biểu quyết.", "No unit may vote.")
	}
	q.poll = p
	q.voters.Show(p.Voters())
	return screen.Effect{}
}

// answer takes the answer of the unit under the cursor; a new answer takes the place of the old one, but not of a
// ballot that the unit cast itself. A unit that has left is not called.
func (s *Screen) answer(env screen.Env, key string) screen.Effect {
	q := s.q
	unit, _ := q.voters.Here()
	if q.poll.Left(&env.Snap.State, unit) {
		return screen.Alarm(lang.Sayf("%s đã rời họp", "%s has left", unit))
	}
	if c, ok := choices()[key]; ok {
		if err := q.poll.Answer(unit, c); err != nil {
			return screen.Refused(err)
		}
		q.next(env)
	} else if q.poll.Voted(unit) {
		if err := q.poll.TakeBack(unit); err != nil {
			return screen.Refused(err)
		}
	}
	if env.Room != nil {
		env.Room.Counted()
	}
	return screen.Effect{}
}

// next moves to the next unit to be called: one that is here, and whose answer is not in.
func (q *question) next(env screen.Env) {
	for range q.voters.Len() {
		was := q.voters.Index()
		q.voters.Move(+1)
		unit, _ := q.voters.Here()
		if q.voters.Index() == was || !q.poll.Left(&env.Snap.State, unit) && !q.poll.Voted(unit) &&
			!q.poll.Sending(unit) {
			return
		}
	}
}

// calling is the list of units with their answers; the room sees who has answered, not how.
func (s *Screen) calling(env screen.Env, area kit.Rect) screen.View {
	left, right := sides(area)
	if env.Projector {
		left, right = area, kit.Rect{}
	}
	v := screen.View{Parts: []kit.Placed{{Rect: left, Lines: s.called(env, left)}}}
	if right.Shown() {
		v.Parts = append(v.Parts, kit.Placed{Rect: right, Lines: s.stakes(env, right)})
	}
	return v
}

// called is the list itself.
func (s *Screen) called(env screen.Env, area kit.Rect) []string {
	st, q, p := env.Styles, s.q, kit.NewCanvas(area)
	b := q.casting()
	p.Text(st.Title, q.head(env), 1)
	p.Text(st.Strong, q.said(env), max(area.H/6, 2))
	p.Blank()
	here, in := b.Among(&env.Snap.State)
	of := len(here)
	const below = 6
	q.voters.Place(p.Rest(below), 1)
	p.Add(q.voters.Draw(st, func(c *kit.Canvas, unit string, here bool) {
		c.Add(q.answered(env, c.W, unit, here))
	})...)
	p.Blank()
	answered := env.Say("%d trên %d đơn vị đã trả lời", "%d of %d units have answered", in, of)
	if !q.secret() && !env.Projector {
		answered = env.Say("%s · 1 tán thành, 2 không tán thành, 3 không biểu quyết",
			"%s · 1 for, 2 against, 3 abstains", lang.Both(answered))
	}
	p.Text(st.Text, answered, 2)
	ballot.DrawPapers(env, p, b.Paper())
	switch why := b.Uncounted(&env.Snap.State); {
	case s.sent:
		p.Text(st.Warn, env.Say("đang ghi…", "recording…"), 1)
	case q.secret() && !why.IsZero():
		p.Text(st.Warn, why.In(env.Lang), 2)
	case !q.secret() && b.Missing(&env.Snap.State) == 0: // before that nothing shows how it stands
		s.conclusion(env, p)
	}
	if env.Projector && p.Room() > 4 && of > 0 {
		p.Blank()
		ballot.Box(env, p, in+b.Paper(), of)
	} else if !env.Projector {
		grounds(env, p, placeOf(env, q.vote.Act))
	}
	return kit.Fill(p.Lines, area.W, area.H)
}

// answered is a unit with its answer.
func (q *question) answered(env screen.Env, w int, unit string, here bool) string {
	st := env.Styles
	row := kit.NewRow(w)
	pointer := "  "
	if here {
		row, pointer = kit.NewMarked(w, st.Cursor), "› "
	}
	row.Put(st.Strong, pointer).Left(st.Text, unit, nameWidth).Gap(1)
	var c scoring.Choice
	b, ok := q.casting(), false
	if q.poll != nil {
		c, ok = q.poll.Choice(unit)
	}
	sign, style := "·", st.Text
	switch {
	case ok && env.Projector, q.secret() && b.Voted(unit):
		sign, style = "●", st.Accent
	case ok && c == scoring.For:
		sign, style = "✓", st.Good
	case ok && c == scoring.Against:
		sign, style = "✗", st.Bad
	case ok:
		sign, style = "–", st.Warn
	}
	row.Put(style, sign)
	left := b.Left(&env.Snap.State, unit)
	if b.Sending(unit) {
		row.Gap(1).Put(st.Warn, env.Say("đang gửi…", "being sent…"))
		return row.String()
	}
	if !env.Projector && !q.secret() && (ok || !left && !b.Marked(unit)) {
		row.Gap(1).Put(style, choiceWords(q.poll, unit).In(env.Lang))
	}
	switch {
	case left && b.Voted(unit):
		row.Gap(1).Put(st.Warn, env.Say("(đã rời họp, phiếu vẫn tính)", "(has left, its ballot stays)"))
	case left:
		row.Gap(1).Put(st.Warn, env.Say("(đã rời họp, không tính)", "(has left, is not counted)"))
	case b.Marked(unit):
		row.Gap(1).Put(st.Warn, env.Say("không bỏ phiếu", "does not vote"))
	}
	return row.String()
}

// Called is the unit that is being called; false: none is.
func (s *Screen) Called() (unit string, ok bool) {
	if s.q == nil || s.q.poll == nil {
		return "", false
	}
	return s.q.voters.Here()
}
