package tui

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/review"
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
		{lang.Sayf("Gõ một số, ví dụ 60: điểm, tổng và thứ hạng đổi ngay khi gõ. %s để ghi.",
			"Type a number, say 60: points, total and rank follow while you type. %s records it.", kit.KeyTake),
			func(m *Model, _ screen.Place) bool {
				_, ok := m.live.Last().Act.(scoring.Score)
				return ok && m.live.Seq() > m.guide.seq
			}},
		{lang.Sayf("Đã ghi. %s để hoàn tác: nhật ký giữ cả hai.",
			"It is on record. %s undoes it: the record keeps both.", screen.KeyUndo),
			func(m *Model, _ screen.Place) bool {
				_, ok := m.live.Last().Act.(scoring.Undo)
				return ok && m.live.Seq() > m.guide.seq
			}},
		{lang.Sayf("%s sang đơn vị sau; %s đến mục cần xem.",
			"%s goes to the next unit, %s to what needs a look.", review.KeyUnit, review.KeyMark),
			func(m *Model, start screen.Place) bool { return m.at().Unit != start.Unit }},
		{lang.Sayf("%s hỏi vì sao có con số này.", "%s asks why a number is what it is.", screen.KeyWhy),
			func(m *Model, _ screen.Place) bool { return m.overlays.Is(overlay.Why) }},
		{lang.Sayf("%s mở bảng xếp hạng; %s trở về nếu đang xem giải thích.",
			"%s opens the ranking; %s first, if you are reading.", screen.Board.Key(), screen.KeyClose),
			func(m *Model, _ screen.Place) bool { return m.on() == screen.Board }},
		{lang.Sayf("%s giải thích mọi màn hình, %s tìm mọi thứ, %s cho máy chiếu, %s thoát.",
			"%s explains every screen, %s finds anything, %s is for the projector, %s leaves.",
			screen.KeyHelp, screen.KeyFind, screen.KeyProject, screen.KeyQuit),
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
