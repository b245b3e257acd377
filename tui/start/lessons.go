package start

import (
	"context"

	"thidua/data/demo"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Lesson is a minute's practice on the sample meeting, by what it is called and what it shows.
type Lesson struct {
	ID           string
	Title, About lang.Text
}

// lessonMake is the lesson that is practised on this page: making a meeting.
const lessonMake = "make"

// practise asks which lesson.
func (h *home) practise(screen.Env) effect {
	options := []option{{id: lessonMake, label: lang.Text{VI: "Lập cuộc họp", EN: "Make a meeting"},
		more: lang.Text{VI: "từ một thư mục có chín phiếu mẫu", EN: "from a folder with nine sample sheets"}}}
	for _, l := range h.opts.Lessons {
		options = append(options, option{id: l.ID, label: l.Title, more: l.About})
	}
	return effect{open: newChoose(lang.Text{VI: "Bài tập", EN: "Lessons"},
		lang.Text{
			VI: "Mỗi bài một phút, trên cuộc họp mẫu: một dòng dưới màn hình nói việc cần làm tiếp. Không gì được " +
				"giữ lại.",
			EN: "A minute each, on the sample meeting: a line below the screen says what to do next. Nothing is kept."},
		options, func(env screen.Env, id string) effect {
			if id == lessonMake {
				return h.practiseMaking()
			}
			return effect{leave: &Choice{Task: Demo, Lesson: id}}
		})}
}

// practiseMaking puts the sample's sheets into a folder of their own, and makes a meeting of them as any other is made.
func (h *home) practiseMaking() effect {
	return effect{work: &work{what: lang.Text{VI: "đang lấy phiếu mẫu", EN: "getting the sample sheets"},
		do: func(context.Context) outcome {
			dir, err := demo.Handed()
			return outcome{then: func(env screen.Env) effect {
				if err != nil {
					return alarm(lang.Sayf("không có chỗ cho phiếu mẫu: %v; dọn bớt đĩa rồi thử lại",
						"there is no place for the sample sheets: %v; make room and try again", err))
				}
				h.practice = dir
				return h.make(env)
			}}
		}}}
}

// lesson is what is said while making a meeting is practised; empty: it is not.
func (h *home) lesson() lang.Text {
	if h.practice == "" {
		return lang.Text{}
	}
	return lang.Sayf("Bài tập: cụm số %s, năm %s; chín phiếu mẫu ở thư mục điền sẵn. %s đi tiếp.",
		"Lesson: cluster %s, year %s; nine sample sheets in the folder that is filled in. %s goes on.",
		lang.Both(demo.Cluster), lang.Both(demo.Year), lang.Both(kit.KeyTake))
}
