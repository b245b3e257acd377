package start

import (
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// Lesson is a minute's practice on the sample meeting, by what it is called and what it shows.
type Lesson struct {
	ID           string
	Title, About lang.Text
}

// practise asks which lesson.
func (h *home) practise(screen.Env) effect {
	var options []option
	for _, l := range h.opts.Lessons {
		options = append(options, option{id: l.ID, label: l.Title, more: l.About})
	}
	return effect{open: newChoose(lang.Text{VI: "Bài tập", EN: "Lessons"},
		lang.Text{
			VI: "Mỗi bài một phút, trên cuộc họp mẫu: một dòng dưới màn hình nói việc cần làm tiếp. Không gì được " +
				"giữ lại.",
			EN: "A minute each, on the sample meeting: a line below the screen says what to do next. Nothing is kept."},
		options, func(_ screen.Env, id string) effect {
			return effect{leave: &Choice{Task: Demo, Lesson: id}}
		})}
}
