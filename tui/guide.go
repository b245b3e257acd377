package tui

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// guide leads through a lesson, a step at a time, in a line of its own above the footer. It asks for nothing that
// cannot be done where one is: who has gone elsewhere is first told the way back.
type guide struct {
	steps []step
	last  lang.Text // what is said when all are done
	since mark      // when the step began
	begun bool
}

// step is one thing to do.
type step struct {
	on   screen.ID    // the screen on which it is done; empty: any
	over []overlay.ID // what may lie in front of it while it is done
	hint lang.Text
	done func(m *Model, since mark) bool
}

// mark is where the session was, and how far the record, when a step began.
type mark struct {
	at  screen.Place
	seq int
}

func newGuide(l Lesson) guide { return guide{steps: l.steps, last: l.last} }

// follow notes which steps have been done.
func (g *guide) follow(m *Model) {
	if !g.begun && len(g.steps) > 0 {
		g.begun, g.since = true, m.mark()
	}
	for len(g.steps) > 0 && g.steps[0].done(m, g.since) {
		g.steps, g.since = g.steps[1:], m.mark()
	}
}

func (m *Model) mark() mark { return mark{m.at(), m.live.Seq()} }

// hint is what to do next; empty without a guide.
func (m *Model) hint() lang.Text {
	g := &m.guide
	if len(g.steps) == 0 {
		return g.last
	}
	st := g.steps[0]
	top := m.overlays.Top()
	switch {
	case m.announced():
		return lang.Sayf("Kết quả đứng đó đến khi nhấn một phím: nhấn %s.",
			"The result stays until a key is pressed: press %s.", kit.KeyTake)
	case top != nil && !st.during(top.ID()):
		return lang.Sayf("%s đóng trang này, rồi làm tiếp bài.", "%s closes this page; then the lesson goes on.",
			screen.KeyClose)
	case m.mode == screen.Replay:
		return lang.Sayf("Đang xem lại: %s về hiện tại, rồi làm tiếp bài.",
			"This is a replay: %s for the present; then the lesson goes on.", screen.KeyPresent)
	case st.on != "" && m.on() != st.on && m.editing():
		return lang.Sayf("Đang gõ dở: %s để bỏ, rồi làm tiếp bài.",
			"Something is half typed: %s leaves it; then the lesson goes on.", kit.KeyLeave)
	case st.on != "" && m.on() != st.on:
		return lang.Sayf("%s về màn hình %s để làm tiếp bài.", "%s for the screen %s, where the lesson goes on.",
			st.on.Key(), m.title(st.on))
	}
	return st.hint
}

// during reports whether a step is done with such an overlay in front.
func (st step) during(id overlay.ID) bool {
	for _, o := range st.over {
		if o == id {
			return true
		}
	}
	return false
}

// title is the name of a screen.
func (m *Model) title(id screen.ID) lang.Text {
	for _, t := range m.screens {
		if t.id == id {
			return t.Title()
		}
	}
	return lang.Text{}
}

// made reports whether a decision that fits, and that still counts, has been made since a step began.
func (m *Model) made(since mark, fits func(scoring.Act) bool) bool {
	for seq := m.live.Seq(); seq > since.seq; seq-- {
		if d, ok := m.live.Decision(seq); ok && fits(d.Act) {
			if _, gone := m.live.Withdrawn(seq); !gone {
				return true
			}
		}
	}
	return false
}

// a makes a test for the kind of an act.
func a[A scoring.Act](act scoring.Act) bool {
	_, ok := act.(A)
	return ok
}
