package roll

import (
	"fmt"

	"thidua/tui/kit"
	"thidua/tui/screen"
)

// line is a unit, or a person below it.
type line struct{ unit, person int }

// list is all lines of the roll.
func (s *Screen) list(env screen.Env) []line {
	var out []line
	for i, u := range env.Snap.Units() {
		out = append(out, line{i, -1})
		for p := range u.People() {
			out = append(out, line{i, p})
		}
	}
	return out
}

// widest is how wide the roll grows.
const widest = 100

// View draws the quorum, and below it the units with their people.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	v := screen.View{}
	w := min(body.W, widest)
	lines := []string{s.quorum(env, w), kit.Blank(w)}
	rows := s.list(env)
	at := 0
	for i, r := range rows {
		if r.unit == s.unit && r.person == s.person {
			at = i
		}
	}
	seen := max(body.H-len(lines)-3, 1)
	s.top = max(min(s.top, at), at-seen+1, 0)
	s.top = max(min(s.top, len(rows)-seen), 0)
	for i := s.top; i < len(rows) && i < s.top+seen; i++ {
		lines = append(lines, s.row(env, rows[i], i == at, w))
	}
	if s.typing {
		label := env.Say("Người có mặt cho %s: ", "Present for %s: ", env.Snap.Units()[s.unit].Name())
		text, cursor := s.field.View(max(w-kit.Width(label)-1, 1))
		lines = append(lines, kit.Blank(w),
			kit.NewRow(w).Put(env.Styles.Strong, label).Put(env.Styles.Edit, text).String())
		v.Cursor = &screen.Cursor{X: body.X + kit.Width(label) + cursor, Y: body.Y + len(lines) - 1}
	}
	area := kit.Rect{X: body.X, Y: body.Y, W: w, H: body.H}
	v.Parts = []kit.Placed{{Rect: area, Lines: kit.Fill(lines, w, body.H)}}
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
	if l.person >= 0 {
		return row.Gap(6).Put(st.Text, u.People()[l.person]).String()
	}
	sign, style, word := "✗", st.Warn, env.Say("vắng", "absent")
	if u.Present() {
		sign, style, word = "✓", st.Good, env.Say("có mặt", "present")
	}
	row.Right(st.Dim, fmt.Sprint(l.unit+1), 3).Gap(1).Put(style, sign).Gap(1).Left(st.Strong, u.Name(), 26).Left(style,
		word, 10)
	if env.Floor != nil {
		if n := env.Floor.At(u.Name()); n > 0 {
			row.Put(st.Accent, env.Say("● %d máy", "● %d terminals", n))
		}
	}
	return row.String()
}
