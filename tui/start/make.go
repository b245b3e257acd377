package start

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"thidua/data/create"
	"thidua/data/rulebook"
	"thidua/data/store"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// make leads through making a meeting: rulebook, group, year, folder of sheets, what was read of them, who has none,
// file, who records. Nothing is made before the end.
func (h *home) make(screen.Env) effect {
	return h.askRulebook(func(_ screen.Env, book *rulebook.Book) effect {
		return effect{open: askGroup(create.Plan{Book: book, Few: true}, func(_ screen.Env, p create.Plan) effect {
			return effect{open: h.askYear(p, h.askPast(func(_ screen.Env, p create.Plan) effect {
				return h.askSheets(p)
			}))}
		})}
	})
}

// askSheets asks for the folder of the sheets.
func (h *home) askSheets(p create.Plan) effect {
	page := newPath(lang.Text{VI: "Thư mục phiếu tự chấm", EN: "The folder of sheets"},
		lang.Text{VI: "Thư mục có phiếu tự chấm: tệp Excel (.xlsx), .csv hoặc .toml, mỗi đơn vị một tệp.",
			EN: "The folder with the units' sheets: Excel (.xlsx), .csv or .toml files, one for each unit."},
		lang.Text{VI: "Thư mục", EN: "Folder"}, h.folder(), func(_ screen.Env, typed string) effect {
			return h.readSheets(p, store.Absolute(typed), nil)
		})
	page.folder = true
	return page.opened()
}

// readSheets reads the sheets, and shows what was understood; shown is the page that shows it already, nil if none
// does.
func (h *home) readSheets(p create.Plan, folder string, shown *sheets) effect {
	return effect{work: &work{what: lang.Text{VI: "đang đọc các phiếu", EN: "reading the sheets"},
		do: func(ctx context.Context) outcome {
			if info, err := os.Stat(folder); err != nil || !info.IsDir() {
				return outcome{then: func(screen.Env) effect {
					return alarm(noFolderAt(folder))
				}}
			}
			draft, found := create.Read(p, folder)
			if err := draft.PastYears(ctx, p); err != nil {
				return outcome{then: func(screen.Env) effect { return effect{open: newTrouble(screen.Said(err))} }}
			}
			return outcome{then: func(screen.Env) effect {
				if shown == nil {
					return effect{open: newSheets(h, p, folder, draft, found)}
				}
				shown.take(draft, found)
				if len(found) > 0 {
					return effect{note: lang.Sayf("đã đọc lại: còn %s", "read again: %s left",
						lang.Count(len(found), "điều cần sửa", "thing to mend", "things to mend"))}
				}
				return effect{note: lang.Text{VI: "✓ đã đọc lại: không còn gì phải sửa",
					EN: "✓ read again: nothing is left to mend"}, good: true}
			}}
		}}}
}

// noFolderAt says that a folder is not there.
func noFolderAt(path string) lang.Text {
	return lang.Sayf("không có thư mục này: %s", "there is no such folder: %s", short(path))
}

// askFile asks where the meeting is to be kept.
func (m *making) askFile() effect {
	offered := short(filepath.Join(filepath.Dir(m.folder), m.plan.Name()))
	page := newPath(lang.Text{VI: "Tệp cuộc họp", EN: "The meeting's file"},
		lang.Text{VI: "Cuộc họp được giữ trong một tệp. Tệp đã có không bao giờ bị ghi đè.",
			EN: "The meeting is kept in one file. A file that exists is never overwritten."},
		lang.Text{VI: "Lưu vào", EN: "Keep it in"}, offered, func(_ screen.Env, typed string) effect {
			if !strings.HasSuffix(strings.ToLower(typed), ".thidua") {
				typed += ".thidua"
			}
			return m.checkFile(store.Absolute(typed))
		})
	page.fresh, page.ends = true, []string{".thidua"}
	return page.opened()
}

// checkFile refuses a name that is taken, before anything is asked that would be lost.
func (m *making) checkFile(path string) effect {
	return effect{work: &work{what: lang.Text{VI: "đang xem chỗ lưu", EN: "looking at the place"},
		do: func(context.Context) outcome {
			_, err := os.Lstat(path)
			_, noFolder := os.Stat(filepath.Dir(path))
			return outcome{then: func(screen.Env) effect {
				switch {
				case err == nil:
					return alarm(lang.Sayf("%s đã có, không ghi đè: chọn tên khác",
						"%s exists and is not overwritten: choose another name", filepath.Base(path)))
				case noFolder != nil:
					return alarm(noFolderAt(filepath.Dir(path)))
				}
				return effect{open: m.askWho(path)}
			}}
		}}}
}

// askWho asks who records, and makes the meeting.
func (m *making) askWho(path string) page {
	return askName(m.home.offeredName(), func(_ screen.Env, by string) effect {
		return effect{work: &work{what: lang.Text{VI: "đang tạo cuộc họp", EN: "making the meeting"},
			do: func(ctx context.Context) outcome {
				made, err := m.draft.Begin(context.WithoutCancel(ctx), path, by)
				if err != nil {
					return outcome{then: func(screen.Env) effect {
						e := effect{open: newTrouble(screen.Said(err))}
						if errors.Is(err, fs.ErrExist) {
							e.back = true // to the name
						}
						return e
					}}
				}
				return outcome{drop: func() { _ = made.Close() }, then: func(screen.Env) effect {
					return effect{leave: &Choice{Task: Run, Path: path, By: by, Meeting: made}}
				}}
			}}}
	})
}
