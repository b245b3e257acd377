package start

import (
	"strings"

	"thidua/data/store"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// pick asks for a meeting: one of those that were open here, or a file.
func (h *home) pick(head, help lang.Text, then func(env screen.Env, path string) effect) effect {
	file := func(screen.Env) effect {
		p := newPath(head, help, lang.Text{VI: "Tệp", EN: "File"}, h.folder(),
			func(env screen.Env, typed string) effect { return then(env, store.Absolute(typed)) })
		p.ends = []string{".thidua"}
		return p.opened()
	}
	var options []option
	for i := range min(len(h.recents), mostShown) {
		r := &h.recents[i]
		o := option{id: recentID + r.Path, label: lang.Both(r.name()), more: lang.Both(short(r.Path))}
		if r.err != nil {
			o.off = screen.Said(r.err)
		}
		options = append(options, o)
	}
	if len(options) == 0 {
		return file(screen.Env{})
	}
	options = append(options, option{id: fileID, label: lang.Text{VI: "Tệp khác…", EN: "Another file…"}})
	return effect{open: newChoose(head, help, options, func(env screen.Env, id string) effect {
		if path, ok := strings.CutPrefix(id, recentID); ok {
			return then(env, path)
		}
		return file(env)
	})}
}
