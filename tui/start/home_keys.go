package start

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"thidua/data/settings"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doLook   kit.Action = "start-look"
	doForget kit.Action = "start-forget"
	doWall   kit.Action = "start-wall"
)

func (h *home) keys() []kit.Binding {
	enter := taking(lang.Text{VI: "làm", EN: "do it"}, lang.Text{VI: "làm việc này", EN: "do this"})
	keys := []kit.Binding{enter}
	if h.here() != nil {
		keys[0].Label = lang.Text{VI: "mở", EN: "open"}
		keys[0].Help = lang.Text{VI: "mở cuộc họp này", EN: "open this meeting"}
		keys = append(keys,
			kit.Binding{Action: doLook, Keys: kit.Named("*"), Shown: "*", Weight: 80,
				Label: lang.Text{VI: "chỉ xem", EN: "look on"},
				Help: lang.Text{VI: "mở để xem, không ghi; cả khi cuộc họp đang mở ở nơi khác",
					EN: "open only to read, also where it is open elsewhere"}},
			kit.Binding{Action: doWall, Keys: kit.Named(screen.KeyWall), Shown: screen.KeyWall, Weight: 60,
				Label: lang.Text{VI: "màn chiếu", EN: "room's screen"},
				Help: lang.Text{VI: "cửa sổ này thành màn chiếu của cuộc họp, bên cạnh cửa sổ của chủ tọa",
					EN: "this window becomes the room's screen, beside the chair's window"}},
			kit.Binding{Action: doForget, Keys: kit.Named("Del"), Shown: "Del", Weight: 40,
				Label: lang.Text{VI: "bỏ khỏi danh sách", EN: "off the list"},
				Help: lang.Text{VI: "bỏ khỏi danh sách này; tệp vẫn còn nguyên",
					EN: "take it off this list; the file stays as it is"}},
			kit.Binding{Action: doAgain, Keys: kit.Named(KeyAgain), Shown: KeyAgain, Weight: 5,
				Label: lang.Text{VI: "xem lại", EN: "look again"},
				Help: lang.Text{VI: "xem lại các cuộc họp, như sau khi cắm USB",
					EN: "look at the meetings again, as after a stick was plugged in"}})
	}
	return slices.Concat(keys, h.list.Keys(50))
}

func (h *home) do(env screen.Env, a kit.Action) effect {
	r := h.here()
	switch {
	case h.list.Do(a):
	case a == doTake && r != nil:
		return h.open(r.Path)
	case a == doTake:
		if t, ok := h.chosen(); ok {
			return t.do(h, env)
		}
	case a == doLook && r != nil:
		return lookOn(r.Path)
	case a == doWall && r != nil:
		return onWall(r.Path)
	case a == doAgain:
		return effect{load: h.recall}
	case a == doForget && r != nil:
		return h.forget(r.Path)
	}
	return effect{}
}

// forget takes a meeting off the list.
func (h *home) forget(path string) effect {
	file := h.opts.Recents
	return effect{load: func(ctx context.Context) outcome {
		if err := settings.Forget(file, path); err != nil {
			return outcome{then: func(screen.Env) effect { return failed(err) }}
		}
		return h.recall(ctx)
	}}
}

// askFile asks which file is to be opened.
func (h *home) askFile(screen.Env) effect {
	p := newPath(lang.Text{VI: "Mở tệp cuộc họp", EN: "Open a meeting file"},
		lang.Text{VI: "Gõ đường dẫn của tệp .thidua, chọn ở danh sách dưới, hoặc kéo tệp vào cửa sổ này.",
			EN: "Type the path of a .thidua file, choose below, or drag the file onto this window."},
		lang.Text{VI: "Tệp", EN: "File"}, h.folder(),
		func(_ screen.Env, typed string) effect { return h.open(typed) })
	p.ends = []string{".thidua"}
	return p.opened()
}

// folder is where paths begin: where the last meeting is, else where the program was started.
func (h *home) folder() string {
	dir := h.opts.Folder
	switch {
	case h.practice != "":
		dir = h.practice
	case len(h.recents) > 0:
		dir = filepath.Dir(h.recents[0].Path)
	}
	if dir == "" {
		return ""
	}
	return short(strings.TrimSuffix(dir, slash) + slash)
}

// insert takes a path that is pasted, or a file that is dragged onto the window.
func (h *home) insert(pasted string) effect {
	if p := unquote(pasted); strings.HasSuffix(strings.ToLower(p), ".thidua") {
		return h.open(p)
	}
	return effect{}
}

func (h *home) click(env screen.Env, x, y int) effect {
	here, _ := h.list.Here()
	if at, ok := h.list.At(x, y); ok && at == here {
		return h.do(env, doTake)
	}
	h.list.Click(x, y)
	return effect{}
}

func (h *home) wheel(rows int) { h.list.Move(rows) }
