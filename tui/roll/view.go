package roll

import (
	"fmt"

	"thidua/data/view"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// line is a unit, or a person below it; of a unit the person is empty.
type line struct {
	unit   int
	person string
}

// lines are all lines of the roll.
func lines(env screen.Env) []line {
	var out []line
	for i, u := range env.Snap.Units() {
		out = append(out, line{unit: i})
		for _, person := range u.People() {
			out = append(out, line{i, person})
		}
	}
	return out
}

// widest is how wide the roll grows.
const widest = 100

// View draws the quorum, and below it the units with their people.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	v := screen.View{}
	area := kit.Rect{X: body.X, Y: body.Y, W: min(body.W, widest), H: body.H}
	p := kit.NewCanvas(area)
	p.Add(s.quorum(env, p.W))
	p.Blank()
	const below = 3 // who is being typed
	s.list.Place(p.Rest(below), 1)
	p.Add(s.list.Draw(env.Styles, func(c *kit.Canvas, l line, here bool) { c.Add(s.row(env, l, here, c.W)) })...)
	if s.prompt != nil {
		p.Blank()
		at := s.prompt.Draw(p, env.Styles, env.Lang)
		v.Cursor = &at
	}
	v.Parts = []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}
	return v
}

// quorum says at a glance whether the units present are enough.
func (s *Screen) quorum(env screen.Env, w int) string {
	st := env.Styles
	present, members := env.Snap.Present(), len(env.Snap.Units())
	need, met := env.Snap.Quorum()
	row := kit.NewRow(w).Put(st.Strong, env.Say("%d/%d đơn vị có mặt", "%d/%d units present", present, members)).
		Put(st.Dim, env.Say(" · cần ít nhất %d · ", " · at least %d needed · ", need))
	if met {
		row.Put(st.Good, env.Say("✓ ĐỦ SỐ ĐƠN VỊ", "✓ QUORUM"))
	} else {
		row.Put(st.Alarm, env.Say(" THIẾU %d ĐƠN VỊ ", " %d UNITS SHORT ", need-present))
	}
	return row.String()
}

func (s *Screen) row(env screen.Env, l line, here bool, w int) string {
	st, u := env.Styles, env.Snap.Units()[l.unit]
	row := kit.NewRow(w)
	if here {
		row = kit.NewMarked(w, st.Cursor)
	}
	if l.person != "" {
		return row.Gap(6).Put(st.Text, l.person).String()
	}
	sign, style, word := "✗", st.Warn, env.Say("vắng", "absent")
	if u.Present() {
		sign, style, word = "✓", st.Good, env.Say("có mặt", "present")
	}
	row.Right(st.Dim, fmt.Sprint(l.unit+1), 3).Gap(1).Put(style, sign).Gap(1).Left(st.Strong, u.Name(), 26).Left(style,
		word, 10)
	if !u.HasSheet() {
		row.Put(st.Warn, view.NoSheet(u).In(env.Lang)).Gap(2)
	}
	if env.Floor != nil {
		if n := env.Floor.At(u.Name()); n > 0 {
			row.Put(st.Accent, "● "+lang.Count(n, "máy", "terminal", "terminals").In(env.Lang))
		}
	}
	return row.String()
}
