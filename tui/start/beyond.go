package start

import (
	"thidua/data/store"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// askBoard asks of which store all meetings are to be shown: a folder, or a database.
func (h *home) askBoard(screen.Env) effect {
	p := newPath(lang.Text{VI: "Bảng toàn quốc", EN: "The national board"},
		lang.Text{VI: "Thư mục nào chứa các tệp .thidua? Hay gõ địa chỉ cơ sở dữ liệu: postgres://MÁY/CSDL",
			EN: "Which folder has the .thidua files? Or type the address of a database: postgres://HOST/DB"},
		lang.Text{VI: "Thư mục", EN: "Folder"}, h.folder(), func(_ screen.Env, typed string) effect {
			return effect{leave: &Choice{Task: Board, Path: store.Absolute(typed)}}
		})
	p.folder = true
	return p.opened()
}

// askStandby asks which meeting this machine is to keep a copy of, and in which file.
func (h *home) askStandby(screen.Env) effect {
	a := newAsk(lang.Text{VI: "Máy dự phòng", EN: "Warm standby"},
		lang.Text{VI: "Cuộc họp ở đâu? ssh://TÊN@MÁY:CỔNG (TÊN được mời làm máy dự phòng), hay " +
			"postgres://…?meeting=TÊN. Máy này giữ một bản sao luôn kịp, đến khi chương trình được dừng.",
			EN: "Where is the meeting? ssh://NAME@HOST:PORT (NAME was invited as a standby), or " +
				"postgres://…?meeting=NAME. This machine keeps a copy in step, until the program is stopped."},
		lang.Text{VI: "Cuộc họp", EN: "Meeting"}, lang.Text{VI: "gõ địa chỉ", EN: "type its address"}, "ssh://", nil)
	a.take = func(_ screen.Env, typed string) effect {
		a.taken = lang.Both(store.Shown(typed)) // without a password
		p := newPath(lang.Text{VI: "Bản sao", EN: "The copy"},
			lang.Text{VI: "Bản sao ở tệp nào? Tệp đã có thì được chép tiếp.",
				EN: "In which file is the copy? One that is there is gone on with."},
			lang.Text{VI: "Tệp", EN: "File"}, h.folder()+"du-phong.thidua", func(_ screen.Env, file string) effect {
				return effect{leave: &Choice{Task: Standby, From: typed, Path: store.Absolute(file)}}
			})
		p.ends, p.fresh = []string{".thidua"}, true
		return p.opened()
	}
	return effect{open: a}
}
