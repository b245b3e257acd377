package ceremony

import (
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// View draws what is missing, the closed meeting, or the ceremony.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	p := kit.NewCanvas(body)
	v := screen.View{}
	large := env.Projector && s.reopen == nil
	switch {
	case s.running && s.blank:
	case s.running:
		s.announce(env, p)
	case large && env.Snap.Closed():
		return screen.View{Parts: env.Blank(body)}
	case large:
		s.room(env, p)
	case env.Snap.Closed():
		s.closed(env, p)
	default:
		s.missing(env, p)
	}
	if s.reopen != nil {
		p.Blank()
		at := s.reopen.Draw(p, env.Styles, env.Lang)
		v.Cursor = &at
	}
	v.Parts = []kit.Placed{{Rect: body, Lines: kit.Fill(p.Lines, body.W, body.H)}}
	return v
}

// missing lists what is left to do, each with the key that leads there.
func (s *Screen) missing(env screen.Env, p *kit.Canvas) {
	st := env.Styles
	blocking := len(env.Snap.Blockers())
	should := lang.Count(s.list.Len()-blocking, "việc", "thing", "things")
	switch {
	case blocking == 0:
		p.Text(st.Good,
			env.Say("✓ Chốt được: nhấn %[1]s để chốt cuộc họp. Sau đó chỉ còn có thể mở lại, có lý do.",
				"✓ The meeting can be closed: press %[1]s. After that it can only be reopened, with a reason.",
				keyClose), 1)
		if s.list.Len() > 0 {
			p.Text(st.Text,
				env.Say("! %s nên xong trước khi công bố", "! %s should be done before the results are announced",
					should), 1)
		}
	default:
		row := kit.NewRow(p.W).Put(st.Title, env.Say("✗ CÒN %s TRƯỚC KHI CHỐT", "✗ %s BEFORE THE MEETING CAN BE CLOSED",
			lang.Count(blocking, "VIỆC", "THING", "THINGS")))
		if s.list.Len() > blocking {
			row.Put(st.Text, env.Say(" · ! %s nên xong trước khi công bố", " · ! %s before announcing", should))
		}
		p.Add(row.String())
	}
	p.Blank()
	area := p.Rest(0)
	area.H = min(area.H, max(s.list.Len(), 1))
	s.list.Place(area, 1)
	p.Add(s.list.Draw(st, func(c *kit.Canvas, it item, here bool) { it.draw(env, c, here) })...)
	s.outlook(env).draw(env, p)
}

// draw writes one thing to do.
func (it item) draw(env screen.Env, c *kit.Canvas, here bool) {
	st, row := env.Styles, kit.NewRow(c.W)
	if here {
		row = kit.NewMarked(c.W, st.Cursor)
	}
	sign := "✗ "
	if !it.blocks {
		sign = "! "
	}
	row.Put(st.Warn, sign).Put(st.Text, it.what.In(env.Lang)).Put(st.Key, "  → "+it.leads.Key())
	c.Add(row.String())
}
