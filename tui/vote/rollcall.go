package vote

import (
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
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
		if env.Room != nil {
			env.Room.Asked(q.poll, nil)
		}
		q.poll, q.on = nil, 0
		return screen.Effect{}
	}
	v := q.vote
	v.Subject = q.subject(env)
	p := meeting.NewPoll(&env.Snap.State, v)
	if len(p.Voters()) == 0 {
		return screen.Note("Không có đơn vị nào được biểu quyết.", "No unit may vote.")
	}
	if env.Room != nil {
		if err := env.Room.Ask(env.Who, p); err != nil {
			return screen.Refused(err)
		}
	}
	q.poll = p
	q.voters.Show(p.Voters())
	return screen.Effect{}
}

// answer takes the answer of the unit under the cursor; a new answer takes the place of the old one.
func (s *Screen) answer(env screen.Env, key string) screen.Effect {
	q := s.q
	unit, _ := q.voters.Here()
	if q.poll.Voted(unit) {
		if err := q.poll.TakeBack(unit); err != nil {
			return screen.Refused(err)
		}
	}
	if c, ok := choices()[key]; ok {
		if err := q.poll.Cast(unit, c); err != nil {
			return screen.Refused(err)
		}
		q.voters.Move(+1)
	}
	if env.Room != nil {
		env.Room.Counted()
	}
	return screen.Effect{}
}

// calling is the list of units with their answers; the room sees who has answered, not how.
func (s *Screen) calling(env screen.Env, area kit.Rect) screen.View {
	st, q, p := env.Styles, s.q, kit.NewCanvas(area)
	p.Text(st.Title, q.head(env), 1)
	p.Text(st.Strong, q.subject(env), 2)
	p.Blank()
	here, in := q.poll.Among(&env.Snap.State)
	of := len(here)
	const below = 4
	q.voters.Place(p.Rest(below), 1)
	p.Add(q.voters.Draw(st, func(c *kit.Canvas, unit string, here bool) {
		c.Add(q.answered(env, c.W, unit, here))
	})...)
	p.Blank()
	p.Text(st.Text, env.Say("%d trên %d đơn vị đã trả lời", "%d of %d units have answered", in, of), 1)
	if !q.vote.Secret && (!env.Projector || in == of) {
		s.conclusion(env, p)
	}
	return screen.View{Parts: []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}}
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
	c, ok := q.poll.Choice(unit)
	sign, style := "·", st.Dim
	switch {
	case ok && env.Projector, q.vote.Secret && q.poll.Voted(unit):
		sign, style = "●", st.Accent
	case ok && c == scoring.For:
		sign, style = "✓", st.Good
	case ok && c == scoring.Against:
		sign, style = "✗", st.Bad
	case ok:
		sign, style = "–", st.Warn
	}
	row.Put(style, sign)
	if !env.Projector && !q.vote.Secret {
		row.Gap(1).Put(style, choiceWords(q.poll, unit).In(env.Lang))
	}
	return row.String()
}
