package start

import (
	"context"
	"strings"

	"thidua/data/settings"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// home is the first page: meetings that were open here, and what can be done.
type home struct {
	opts     *Options
	recents  []recent
	rows     int              // of the page, as far as is known
	practice string           // the folder of sample sheets while making a meeting is practised; empty: it is not
	list     kit.List[string] // of ids: what can be done, a meeting's path behind recentID, a head behind headID
}

// What stands before the ids of meetings and of heads.
const (
	recentID = "recent:"
	headID   = "head:"
)

// mostShown is how many meetings are in the list.
const mostShown = 9

// task is something that the page can do.
type task struct {
	id          string
	label, more lang.Text
	do          func(h *home, env screen.Env) effect
}

// begin are the ways to begin, others what else there is.
func (h *home) begin() []task {
	return []task{
		{"make", lang.Text{VI: "Tạo cuộc họp…", EN: "Make a meeting…"},
			lang.Text{VI: "từ các phiếu tự chấm của các đơn vị: bộ tiêu chí, cụm, năm, thư mục phiếu",
				EN: "from the units' self-score sheets: rulebook, cluster, year, folder of sheets"},
			(*home).make},
		{"open", lang.Text{VI: "Mở tệp cuộc họp…", EN: "Open a meeting file…"},
			lang.Text{VI: "tệp .thidua trên máy này, USB hay ổ mạng; cũng có thể kéo tệp vào cửa sổ này",
				EN: "a .thidua file on this machine, a stick, a network drive; or drag it onto this window"},
			(*home).askFile},
		{"demo", lang.Text{VI: "Cuộc họp mẫu", EN: "The sample meeting"},
			lang.Text{VI: "chín đơn vị, điểm giả định: thử mọi thứ, không gì được giữ lại",
				EN: "nine units with invented scores: try anything, nothing is kept"},
			func(*home, screen.Env) effect { return effect{leave: &Choice{Task: Demo}} }},
		{"lessons", lang.Text{VI: "Bài tập…", EN: "Lessons…"},
			lang.Text{VI: "mỗi bài một phút: ghi nhầm, biểu quyết, bầu cử, chốt, công bố",
				EN: "a minute each: a slip, a vote, the election, closing, announcing"},
			(*home).practise},
	}
}

func (h *home) others() []task {
	return []task{
		{"forms", lang.Text{VI: "Phát phiếu tự chấm…", EN: "Hand out forms…"},
			lang.Text{VI: "phiếu Excel trống cho từng đơn vị của cụm, để điền trước cuộc họp",
				EN: "empty Excel forms for the units of a cluster, to be filled in before the meeting"},
			(*home).hand},
		{"papers", lang.Text{VI: "Văn bản của một cuộc họp…", EN: "Papers of a meeting…"},
			lang.Text{VI: "biên bản, báo cáo, tờ trình, bảng tính: đọc trước, ghi ra thư mục",
				EN: "minutes, report, proposal, workbook: as text, and into a folder"},
			(*home).askPapers},
		{"wall", lang.Text{VI: "Màn chiếu cho phòng họp…", EN: "The room's screen…"},
			lang.Text{VI: "cửa sổ thứ hai: mở chương trình lần nữa, kéo sang máy chiếu",
				EN: "a second window: start the program once more, drag it to the projector"},
			(*home).askWall},
		{"serve", lang.Text{VI: "Cho máy khác vào họp…", EN: "Let others in…"},
			lang.Text{VI: "mở cuộc họp và cho người được mời vào qua SSH, cùng mạng",
				EN: "run a meeting, and let those who are invited in over SSH"},
			(*home).askHost},
		{"board", lang.Text{VI: "Bảng toàn quốc…", EN: "The national board…"},
			lang.Text{VI: "mọi cuộc họp của một thư mục hay cơ sở dữ liệu cạnh nhau, tự cập nhật",
				EN: "all meetings of a folder or a database side by side, live"},
			(*home).askBoard},
		{"standby", lang.Text{VI: "Máy dự phòng…", EN: "Warm standby…"},
			lang.Text{VI: "giữ một bản sao luôn kịp với cuộc họp ở máy khác; máy đó hỏng thì họp tiếp ở đây",
				EN: "keep a copy in step with another machine's meeting; if that one dies, go on here"},
			(*home).askStandby},
		{"check", lang.Text{VI: "Kiểm tra một cuộc họp…", EN: "Verify a meeting…"},
			lang.Text{VI: "chạy lại và kiểm tra toàn bộ nhật ký; mã kiểm chứng",
				EN: "replay and check the whole record; its fingerprint"},
			(*home).askCheck},
		{"lang", lang.Text{VI: "Ngôn ngữ: Tiếng Việt", EN: "Language: English"},
			lang.Text{VI: "change to English", EN: "chuyển sang tiếng Việt"},
			func(*home, screen.Env) effect { return effect{lang: true} }},
		{"theme", lang.Text{VI: "Màu", EN: "Theme"},
			lang.Text{VI: "tối, sáng (cho máy chiếu), tương phản, đơn sắc",
				EN: "dark, light (for projectors), contrast, mono"},
			func(*home, screen.Env) effect { return effect{theme: true} }},
		{"quit", lang.Text{VI: "Thoát", EN: "Quit"}, lang.Text{VI: "đóng chương trình", EN: "close the program"},
			func(*home, screen.Env) effect { return effect{leave: &Choice{}} }},
	}
}

func newHome(opts *Options) *home {
	h := &home{opts: opts}
	h.list.Passes = func(id string) bool { return strings.HasPrefix(id, headID) }
	h.show()
	return h
}

// show lists what there is. Where the list leaves room for it a line between its groups is blank.
func (h *home) show() {
	h.showIn(0)
	if h.rows > h.list.Len()+len(h.large())+groups && h.rows < 2*h.list.Len()+len(h.large()) {
		h.showIn(1)
	}
}

// groups is how many lines are between what has a head of its own, and around it.
const groups = 4

// showIn lists what there is, with so many blank lines between the groups.
func (h *home) showIn(blank int) {
	var ids []string
	if len(h.recents) > 0 {
		ids = append(ids, headID+"recent")
		for i := range min(len(h.recents), mostShown) {
			ids = append(ids, recentID+h.recents[i].Path)
		}
	}
	for _, group := range []struct {
		head  string
		tasks []task
	}{{"begin", h.begin()}, {"others", h.others()}} {
		for range min(blank, len(ids)) {
			ids = append(ids, headID+"before "+group.head)
		}
		ids = append(ids, headID+group.head)
		for _, t := range group.tasks {
			ids = append(ids, t.id)
		}
	}
	h.list.Show(ids)
	if id, _ := h.list.Here(); strings.HasPrefix(id, headID) {
		h.list.Move(+1)
	}
}

// recall reads which meetings were open here.
func (h *home) recall(context.Context) outcome {
	if h.opts.Recents == "" {
		return outcome{}
	}
	all := settings.Recents(h.opts.Recents)
	return outcome{then: func(screen.Env) effect {
		h.recents = nil
		for _, m := range all {
			h.recents = append(h.recents, recent{Recent: m})
		}
		before := h.list.Len()
		h.show()
		if len(all) > 0 && before > 0 {
			h.list.Select(recentID + all[0].Path)
		}
		return effect{load: h.lookAt(0)}
	}}
}

// lookAt looks at the meetings as they are now, one after the other: a disk that is slow holds up nobody.
func (h *home) lookAt(i int) loading {
	if i >= min(len(h.recents), mostShown) {
		return nil
	}
	m := h.recents[i].Recent
	return func(ctx context.Context) outcome {
		r := look(ctx, m)
		return outcome{then: func(screen.Env) effect {
			if now := h.find(m.Path); now != nil {
				*now = r
			}
			return effect{load: h.lookAt(i + 1)}
		}}
	}
}

// find is a meeting of the list; nil: it is not in it.
func (h *home) find(path string) *recent {
	for i := range h.recents {
		if h.recents[i].Path == path {
			return &h.recents[i]
		}
	}
	return nil
}

// here is the meeting under the cursor; nil: none is.
func (h *home) here() *recent {
	id, _ := h.list.Here()
	path, ok := strings.CutPrefix(id, recentID)
	if !ok {
		return nil
	}
	return h.find(path)
}

// chosen is the task under the cursor; false: none is.
func (h *home) chosen() (task, bool) {
	id, _ := h.list.Here()
	return h.task(id)
}

func (h *home) task(id string) (task, bool) {
	for _, t := range append(h.begin(), h.others()...) {
		if t.id == id {
			return t, true
		}
	}
	return task{}, false
}

func (h *home) title() lang.Text { return lang.Text{VI: "Bắt đầu", EN: "Start"} }

func (h *home) about() lang.Text {
	return lang.Text{
		VI: "Chọn một cuộc họp đã mở ở máy này, hoặc một việc. Mọi quyết định của cuộc họp được ghi ngay vào tệp của " +
			"nó; rời cuộc họp thì trở về đây.",
		EN: "Choose a meeting that was open on this machine, or something to do. All that a meeting decides is " +
			"recorded in its file at once; whoever leaves a meeting comes back here."}
}
