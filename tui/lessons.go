package tui

import (
	"thidua/data/demo"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/review"
	"thidua/tui/screen"
)

// Lesson is a minute's practice on the sample meeting: what to do, step by step, with what is done noticed by what has
// happened and not by which keys were pressed.
type Lesson struct {
	ID    string
	Title lang.Text
	About lang.Text  // what it shows, a sentence
	Stage demo.Stage // how far the sample meeting has come when it begins

	asks  bool // it begins where a unit asks for a bonus
	steps []step
	last  lang.Text
}

// FirstSteps is what the demo begins with: how to get about.
func FirstSteps() Lesson {
	return Lesson{ID: "first", Title: lang.Text{VI: "Những bước đầu", EN: "First steps"},
		About: lang.Text{VI: "đi lại, sửa một số, hoàn tác, hỏi vì sao",
			EN: "getting about, changing a number, undoing it, asking why"},
		steps: []step{
			{on: screen.Review,
				hint: lang.Text{VI: "Cuộc họp mẫu, cứ thử: không gì được giữ lại. Nhấn ↓ để chọn tiêu chí.",
					EN: "The sample meeting: nothing is kept. Press ↓ to choose a criterion."},
				done: func(m *Model, s mark) bool { return m.on() == screen.Review && m.at().Node != s.at.Node }},
			{on: screen.Review, hint: lang.Sayf("Gõ một số, ví dụ 60: điểm và thứ hạng đổi theo. %s để ghi.",
				"Type a number, say 60: points and rank follow. %s records it.", kit.KeyTake),
				done: func(m *Model, s mark) bool { return m.made(s, a[scoring.Score]) }},
			{hint: lang.Sayf("Đã ghi. %s để hoàn tác: nhật ký giữ cả hai.",
				"It is on record. %s undoes it: the record keeps both.", screen.KeyUndo),
				done: func(m *Model, s mark) bool { return m.made(s, a[scoring.Undo]) }},
			{on: screen.Review, hint: lang.Sayf("%s sang đơn vị sau; %s đến mục cần xem.",
				"%s goes to the next unit, %s to what needs a look.", review.KeyUnit, review.KeyMark),
				done: func(m *Model, s mark) bool { return m.on() == screen.Review && m.at().Unit != s.at.Unit }},
			{on: screen.Review, over: []overlay.ID{overlay.Why},
				hint: lang.Sayf("%s hỏi vì sao có con số này.", "%s asks why a number is what it is.", screen.KeyWhy),
				done: func(m *Model, _ mark) bool { return m.overlays.Is(overlay.Why) }},
			{hint: lang.Sayf("%s mở bảng xếp hạng.", "%s opens the ranking.", screen.Board.Key()),
				done: func(m *Model, _ mark) bool { return m.on() == screen.Board }},
			{over: []overlay.ID{overlay.Help},
				hint: lang.Sayf("%s giải thích màn hình, %s tìm mọi thứ, %s cho máy chiếu, %s thoát.",
					"%s explains the screen, %s finds anything, %s projects, %s leaves.",
					screen.KeyHelp, screen.KeyFind, screen.KeyProject, screen.KeyQuit),
				done: func(m *Model, _ mark) bool { return m.overlays.Is(overlay.Help) }},
		}}
}

// Lessons are those on the screens of a meeting, in the order in which a meeting goes.
func Lessons() []Lesson {
	return []Lesson{lessonCorrect(), lessonGrant(), lessonVote(), lessonTie(), lessonElect(), lessonClose(),
		lessonAnnounce(), lessonPapers(), lessonRecover()}
}

// LessonByID finds a lesson.
func LessonByID(id string) (Lesson, bool) {
	for _, l := range append(Lessons(), FirstSteps()) {
		if l.ID == id {
			return l, true
		}
	}
	return Lesson{}, false
}

// begins is where a lesson begins; ok is false where that does not matter.
func (l Lesson) begins(s *scoring.State) (at screen.Place, ok bool) {
	for i, u := range s.Units() {
		for _, r := range u.OpenRequests() {
			if node, found := s.Rulebook().Index(r.Target); l.asks && found {
				return screen.Place{Unit: i, Node: node}, true
			}
		}
	}
	return screen.Place{}, false
}

// finished is what is said at the end of a lesson.
func finished(t lang.Text) lang.Text {
	return lang.Sayf("✓ Xong bài. %s", "✓ Done. %s", t)
}

// onScreen reports whether a screen is in front.
func onScreen(id screen.ID) func(*Model, mark) bool {
	return func(m *Model, _ mark) bool { return m.on() == id }
}
