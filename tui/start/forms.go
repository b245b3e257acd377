package start

import (
	"context"
	"path/filepath"

	"thidua/data/create"
	"thidua/data/export"
	"thidua/data/forms"
	"thidua/data/rulebook"
	"thidua/data/store"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// hand leads through handing out forms: rulebook, group or one unit, year, folder.
func (h *home) hand(screen.Env) effect {
	return h.askRulebook(func(_ screen.Env, book *rulebook.Book) effect {
		return effect{open: askGroup(create.Plan{Book: book}, func(_ screen.Env, p create.Plan) effect {
			return effect{open: askWhose(p, func(_ screen.Env, units []string) effect {
				return effect{open: h.askYear(p, func(_ screen.Env, p create.Plan) effect {
					return h.askFormFolder(p, units)
				})}
			})}
		})}
	})
}

// askWhose asks whether the forms are for all units of the group or for one.
func askWhose(p create.Plan, take func(screen.Env, []string) effect) page {
	members := p.Members()
	options := []option{{id: doneID, label: lang.Sayf("Cả cụm: %s", "The whole group: %s",
		lang.Count(len(members), "phiếu", "form", "forms")),
		more: lang.Text{VI: "mỗi đơn vị một tệp", EN: "a file each"}}}
	for _, u := range members {
		options = append(options, option{id: ownID + u, label: lang.Both(u)})
	}
	return newChoose(lang.Text{VI: "Phiếu cho", EN: "Forms for"},
		p.Book.Said(lang.Text{VI: "Phiếu cho cả cụm, hay cho một đơn vị?",
			EN: "For the whole group, or for one unit?"}),
		options, func(env screen.Env, id string) effect {
			if id == doneID {
				return take(env, members)
			}
			return take(env, []string{id[len(ownID):]})
		})
}

// askFormFolder asks where the forms are to be written, and writes them.
func (h *home) askFormFolder(p create.Plan, units []string) effect {
	page := newPath(lang.Text{VI: "Thư mục", EN: "Folder"},
		lang.Text{VI: "Ghi phiếu vào thư mục nào? Thư mục chưa có sẽ được tạo; phiếu đã có không bị ghi đè.",
			EN: "Into which folder? One that is not there is made; a form that exists is not overwritten."},
		lang.Text{VI: "Thư mục", EN: "Folder"}, h.folder()+"phieu-"+p.Year, func(_ screen.Env, typed string) effect {
			return writeForms(p, units, store.Absolute(typed))
		})
	page.folder, page.fresh = true, true
	return page.opened()
}

// writeForms writes forms, and shows what was written.
func writeForms(p create.Plan, units []string, dir string) effect {
	w := &work{what: lang.Text{VI: "đang ghi phiếu", EN: "writing the forms"}, firm: true,
		says: make(chan lang.Text, 1)}
	w.do = func(context.Context) outcome {
		files := forms.Files(p.Book, units, p.Year)
		err := forms.Write(dir, files, func(done, all int, name string) {
			w.tell(lang.Sayf("đang ghi phiếu %d/%d: %s", "writing form %d of %d: %s", min(done+1, all), all, name))
		})
		return outcome{then: func(screen.Env) effect {
			if err != nil {
				return effect{open: newTrouble(screen.Said(err))}
			}
			return effect{home: true, open: newWritten(dir, files)}
		}}
	}
	return effect{work: w}
}

// newWritten shows what was written.
func newWritten(dir string, files []export.File) page {
	return &text{head: lang.Text{VI: "Đã ghi", EN: "Written"},
		help: lang.Text{VI: "Các phiếu đã ghi. Gửi mỗi đơn vị phiếu của mình; đơn vị điền trong Excel rồi gửi lại.",
			EN: "The forms that were written. Send each unit its own; it fills it in in Excel and sends it back."},
		own: func() []kit.Binding {
			return []kit.Binding{finishing()}
		},
		act: func(screen.Env, kit.Action) effect { return effect{home: true} },
		write: func(env screen.Env, w int) []string {
			st := env.Styles
			head := env.Say("✓ đã ghi %s vào %s", "✓ wrote %s into %s",
				lang.Count(len(files), "phiếu", "form", "forms"), lang.Both(dir))
			lines := paragraph(st.Good, head, w)
			next := env.Say(
				"Gửi mỗi đơn vị phiếu của mình; đơn vị điền trong Excel rồi gửi lại. Khi đủ phiếu: Tạo cuộc họp.",
				"Send each unit its own, to be filled in in Excel and sent back. When all are back: Make a meeting.")
			lines = append(append(lines, paragraph(st.Text, next, w)...), kit.Blank(w))
			for _, f := range files {
				lines = append(lines, paragraph(st.Text, "  "+filepath.Join(dir, f.Name), w)...)
			}
			return lines
		}}
}
