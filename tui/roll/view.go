package roll

import (
	"fmt"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// widest is how wide the roll grows.
const widest = 100

// View draws the sitting and the quorum, and below them the units with their people, guests and tellers.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	if env.Projector && !s.Editing() {
		return screen.View{Parts: room(env, body)}
	}
	v := screen.View{}
	area, side := kit.Rect{X: body.X, Y: body.Y, W: min(body.W, widest), H: body.H}, kit.Rect{}
	if body.W >= sideFrom && !env.Projector {
		area.W = min(body.W-sideWidth-sideGap, widest)
		side = kit.Rect{X: body.X + area.W + sideGap, Y: body.Y, W: sideWidth, H: body.H}
	}
	p := kit.NewCanvas(area)
	p.Add(s.quorum(env, p.W))
	p.Blank()
	below := 3 // who is being typed
	if s.choosing {
		below = 6
	}
	s.list.Place(p.Rest(below), 1)
	roll := env.Snap.Attendance(env.Snap.Running())
	p.Add(s.list.Draw(env.Styles, func(c *kit.Canvas, l line, here bool) { c.Add(s.row(env, roll, l, here, c.W)) })...)
	switch {
	case s.choosing:
		s.forms(env, p)
	case s.entry != nil:
		p.Blank()
		at := s.entry.prompt.Draw(p, env.Styles, env.Lang)
		v.Cursor = &at
	}
	v.Parts = []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}
	if side.Shown() {
		v.Parts = append(v.Parts, kit.Placed{Rect: side, Lines: s.side(env, roll, side)})
	}
	return v
}

// forms asks which sitting begins.
func (s *Screen) forms(env screen.Env, p *kit.Canvas) {
	st := env.Styles
	p.Blank()
	p.Text(st.Alarm, env.Say(" Bắt đầu phiên nào? Điểm danh lại từ đầu: chưa đơn vị nào có mặt. ",
		" Which sitting begins? The roll is called anew: nobody is present yet. "), 1)
	for _, b := range formKeys() {
		if b.Action == doForm {
			p.Add(kit.NewRow(p.W).Put(st.Key, b.Shown).Gap(1).Put(st.Text, b.Label.In(env.Lang)).String())
		}
	}
}

// quorum says at a glance whether the units present are enough, and in which sitting.
func (s *Screen) quorum(env screen.Env, w int) string {
	st := env.Styles
	present, members := env.Snap.Present(), len(env.Snap.Units())
	need, met := env.Snap.Quorum()
	row := kit.NewRow(w)
	if x := env.Snap.Running(); x.Decision != nil {
		row.Put(st.Title, view.Capital(x.Form.Name().In(env.Lang))+" · ")
	}
	row.Put(st.Strong, env.Say("%d/%d đơn vị có mặt", "%d/%d units present", present, members)).
		Put(st.Dim, env.Say(" · cần ít nhất %d · ", " · at least %d needed · ", need))
	if met {
		row.Put(st.Good, env.Say("✓ ĐỦ SỐ ĐƠN VỊ", "✓ QUORUM"))
	} else {
		row.Put(st.Alarm, env.Say(" THIẾU %d ĐƠN VỊ ", " %d UNITS SHORT ", need-present))
	}
	return row.String()
}

func (s *Screen) row(env screen.Env, roll []scoring.Attendance, l line, here bool, w int) string {
	row := kit.NewRow(w)
	if here {
		row = kit.NewMarked(w, env.Styles.Cursor)
	}
	switch {
	case l.unit < 0:
		s.listed(env, l, row)
	case l.person != "":
		below(env, l, row)
	default:
		s.unitRow(env, roll[l.unit], row)
	}
	return row.String()
}

// below is somebody below a unit: who is there, or is excused.
func below(env screen.Env, l line, row *kit.Row) {
	st := env.Styles
	post, reason := post(env, l)
	row.Gap(6)
	if l.of == excused {
		row.Put(st.Warn, "✗ ")
	}
	row.Put(st.Text, l.person)
	if post != "" {
		row.Put(st.Text, ", "+post)
	}
	if reason != "" {
		row.Put(st.Warn, env.Say(" · vắng: %s", " · absent: %s", reason))
	}
}

// listed is a line of the lists below the units.
func (s *Screen) listed(env screen.Env, l line, row *kit.Row) {
	st := env.Styles
	switch {
	case l.person != "" && l.of == tellers:
		row.Gap(6).Put(st.Text, l.person)
	case l.person != "":
		s.guestRow(env, l, row)
	case l.of == guests:
		row.Gap(4).Put(st.Title, env.Say("Khách mời", "Guests"))
	default:
		row.Gap(4).Put(st.Title, env.Say("Tổ kiểm phiếu", "Tellers"))
	}
}

// guestRow is a guest, and whether they are there.
func (s *Screen) guestRow(env screen.Env, l line, row *kit.Row) {
	st := env.Styles
	for _, g := range env.Snap.Guests(env.Snap.Running()) {
		if g.Name != l.person {
			continue
		}
		row.Gap(4)
		switch {
		case g.There:
			row.Put(st.Good, "✓ ").Put(st.Text, g.String())
		case g.Reason != "":
			row.Put(st.Warn, "✗ ").Put(st.Text, g.String()).
				Put(st.Warn, env.Say(" · vắng: %s", " · absent: %s", g.Reason))
		default:
			row.Put(st.Warn, "✗ ").Put(st.Text, g.String()).Put(st.Warn, env.Say(" · đã rời họp", " · has left"))
		}
	}
}

// unitRow is a unit, whether it is there, and if not, why.
func (s *Screen) unitRow(env screen.Env, a scoring.Attendance, row *kit.Row) {
	st, u := env.Styles, env.Snap.Units()[a.Unit]
	sign, style, word := standing(env, u, a)
	row.Right(st.Dim, fmt.Sprint(a.Unit+1), 3).Gap(1).Put(style, sign).Gap(1).Left(st.Strong, u.Name(), 26).Left(style,
		word, 12)
	const wide = 70
	switch {
	case !u.HasSheet():
		row.Put(st.Warn, view.NoSheet(u).In(env.Lang)).Gap(2)
	case row.Width() >= wide && u.Present() && u.Accepted():
		row.Put(st.Good, env.Say("✓ bản chấm", "✓ sheet")).Gap(2)
	case row.Width() >= wide && u.Present():
		row.Put(st.Text, env.Say("· bản chấm", "· sheet")).Gap(2)
	}
	if !u.Present() && a.Reason != "" {
		row.Put(st.Text, a.Reason)
	}
	if a.Mandate != "" {
		row.Put(st.Text, env.Say(" · ủy quyền: %s", " · mandate: %s", a.Mandate))
	}
	if env.Floor != nil {
		if n := env.Floor.At(u.Name()); n > 0 {
			row.Put(st.Accent, "● "+terminals(n).In(env.Lang))
		}
	}
}

// standing is whether a unit is there: not called yet is something else than absent.
func standing(env screen.Env, u *scoring.Unit, a scoring.Attendance) (sign string, style kit.Style, word string) {
	st := env.Styles
	switch {
	case u.Present():
		return "✓", st.Good, env.Say("có mặt", "present")
	case !a.Came && a.Reason == "" && len(a.Excused) == 0:
		return "·", st.Warn, env.Say("chưa gọi", "not called")
	case a.Came && a.Reason == "":
		return "✗", st.Warn, env.Say("đã rời họp", "has left")
	}
	return "✗", st.Warn, env.Say("vắng", "absent")
}
