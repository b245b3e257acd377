package tui

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// guide shows a newcomer the first steps, one at a time, in the line above the footer. It asks for nothing and is in
// nobody's way: a step is done when it has been done, in whatever order.
type guide struct {
	steps []step
	start screen.Place
	seq   int // decisions when it began; 0: it has not
}

// step is one thing to try.
type step struct {
	hint lang.Text
	done func(m *Model, start screen.Place) bool
}

func newGuide() guide {
	return guide{steps: []step{
		{lang.Text{VI: "Cuộc họp mẫu, cứ thử: không gì được giữ lại. Nhấn ↓ để chọn tiêu chí.",
			EN: "The sample meeting, try anything: nothing is kept. Press ↓ to choose a criterion."},
			func(m *Model, start screen.Place) bool { return m.at().Node != start.Node }},
		{lang.Text{VI: "Gõ một số, ví dụ 60: điểm, tổng và thứ hạng đổi ngay khi gõ. Enter để ghi.",
			EN: "Type a number, say 60: points, total and rank follow while you type. Enter records it."},
			func(m *Model, _ screen.Place) bool {
				_, ok := m.live.Last().Act.(scoring.Score)
				return ok && m.live.Seq() > m.guide.seq
			}},
		{lang.Text{VI: "Đã ghi. Ctrl+Z để hoàn tác: nhật ký giữ cả hai.",
			EN: "It is on record. Ctrl+Z undoes it: the record keeps both."},
			func(m *Model, _ screen.Place) bool {
				_, ok := m.live.Last().Act.(scoring.Undo)
				return ok && m.live.Seq() > m.guide.seq
			}},
		{lang.Text{VI: "PgDn sang đơn vị sau; → đến mục cần xem.",
			EN: "PgDn goes to the next unit, → to what needs a look."},
			func(m *Model, start screen.Place) bool { return m.at().Unit != start.Unit }},
		{lang.Text{VI: "? hỏi vì sao có con số này.", EN: "? asks why a number is what it is."},
			func(m *Model, _ screen.Place) bool { return m.overlays.Is(overlay.Why) }},
		{lang.Text{VI: "F4 mở bảng xếp hạng; Esc trở về nếu đang xem giải thích.",
			EN: "F4 opens the ranking; Esc first, if you are reading."},
			func(m *Model, _ screen.Place) bool { return m.on() == screen.Board }},
		{lang.Text{VI: "F1 giải thích mọi màn hình, Ctrl+K tìm mọi thứ, Ctrl+P cho máy chiếu, Ctrl+Q thoát.",
			EN: "F1 explains every screen, Ctrl+K finds anything, Ctrl+P is for the projector, Ctrl+Q leaves."},
			func(m *Model, _ screen.Place) bool { return m.overlays.Is(overlay.Help) }},
	}}
}

// follow notes which steps have been done.
func (g *guide) follow(m *Model) {
	if len(g.steps) == 0 {
		return
	}
	if g.seq == 0 {
		g.start, g.seq = m.at(), m.live.Seq()
	}
	for len(g.steps) > 0 && g.steps[0].done(m, g.start) {
		g.steps = g.steps[1:]
	}
}

// hint is the step to try next, empty when all are done.
func (g *guide) hint() lang.Text {
	if len(g.steps) == 0 {
		return lang.Text{}
	}
	return g.steps[0].hint
}
