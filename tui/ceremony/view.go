package ceremony

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// View draws what is missing, the closed meeting, or the ceremony.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	p := kit.NewCanvas(body)
	v := screen.View{}
	switch {
	case s.running && s.blank:
	case s.running:
		s.announce(env, p)
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
	if blocking := len(env.Snap.Blockers()); blocking > 0 {
		p.Text(st.Title, env.Say("CÒN %d VIỆC TRƯỚC KHI CHỐT", "%d THINGS BEFORE THE MEETING CAN BE CLOSED", blocking),
			1)
	} else {
		p.Text(st.Good,
			env.Say("✓ Chốt được: nhấn %[1]s để chốt cuộc họp. Sau đó chỉ còn có thể mở lại, có lý do.",
				"✓ The meeting can be closed: press %[1]s. After that it can only be reopened, with a reason.",
				keyClose), 1)
	}
	p.Blank()
	const below = 2
	s.list.Place(p.Rest(below), 1)
	p.Add(s.list.Draw(st, func(c *kit.Canvas, it item, here bool) { it.draw(env, c, here) })...)
}

// draw writes one thing to do.
func (it item) draw(env screen.Env, c *kit.Canvas, here bool) {
	st, row := env.Styles, kit.NewRow(c.W)
	if here && !env.Projector {
		row = kit.NewMarked(c.W, st.Cursor)
	}
	sign, style, when := "✗ ", st.Warn, ""
	if !it.blocks {
		sign, style, when = "! ", st.Dim,
			env.Say(" · nên xong trước khi công bố", " · should be done before the results are announced")
	}
	row.Put(style, sign).Put(st.Text, it.what.In(env.Lang)).Put(st.Key, "  → "+it.leads.Key()).Put(st.Dim, when)
	c.Add(row.String())
}

// closed is the closed meeting before its results are announced.
func (s *Screen) closed(env screen.Env, p *kit.Canvas) {
	st := env.Styles
	p.Text(st.Good,
		env.Say("✓ Cuộc họp đã chốt · %d quyết định · mã kiểm chứng %s",
			"✓ The meeting is closed · %d decisions · fingerprint %s", env.Snap.Seq(),
			kit.Fingerprint(env.Snap.Fingerprint())), 2)
	p.Blank()
	if missing := env.Snap.Preflight(); len(missing) > 0 {
		p.Text(st.Alarm, env.Say(" Chưa thể công bố: ", " The results cannot be announced yet: "), 1)
		for _, m := range missing {
			p.Text(st.Warn, "✗ "+m.What.In(env.Lang), 2)
		}
		return
	}
	if !env.Leads() {
		p.Text(st.Text, env.Say("Đợi chủ tọa công bố.", "Waiting for the chair to announce the results."), 2)
		return
	}
	p.Text(st.Text,
		env.Say("Thứ tự công bố: %s (%s để đổi).", "Order of the ceremony: %s (%s changes it).",
			ordered(s.order), keyOrder), 2)
	p.Text(st.Text,
		env.Say("%s để bắt đầu. %s phóng to cho cả phòng trước khi bắt đầu.",
			"%s begins. %s first makes it large for the room.", keyStart, screen.KeyProject), 2)
}

// ordered says in which order the results are revealed.
func ordered(o scoring.RevealOrder) lang.Text {
	if o == scoring.SwingLast {
		return lang.Text{VI: "thay đổi nhiều nhất so với tự chấm công bố sau cùng",
			EN: "the largest change since the self-scores last"}
	}
	return lang.Text{VI: "từ hạng cuối lên", EN: "from the last place up"}
}
