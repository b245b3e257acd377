package start

import (
	"slices"
	"strings"

	"thidua/data/create"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// askPast asks which meetings of past years tell who held office, where there are any of the same cluster among those
// that were open here; else it goes on.
func (h *home) askPast(then func(screen.Env, create.Plan) effect) func(screen.Env, create.Plan) effect {
	return func(env screen.Env, p create.Plan) effect {
		var paths []string
		var options []option
		for i := range h.recents {
			r := &h.recents[i]
			if r.err != nil || !r.looked || r.cluster != p.Cluster || p.Cluster == "" || r.Year >= p.Year {
				continue
			}
			paths = append(paths, r.Path)
			options = append(options, option{id: recentID + r.Path, label: lang.Both(r.name()),
				more: lang.Both(short(r.Path))})
		}
		if len(options) == 0 {
			return then(env, p)
		}
		none := option{id: nobodyID, label: lang.Text{VI: "Không lấy từ cuộc họp nào", EN: "From none"},
			more: lang.Text{VI: "theo bộ tiêu chí", EN: "as the rulebook says"}}
		if len(options) > 1 {
			all := option{id: doneID, label: lang.Text{VI: "Tất cả các cuộc họp này", EN: "All of these"}}
			options = append([]option{all}, options...)
		}
		return effect{open: newChoose(lang.Text{VI: "Các năm trước", EN: "Past years"},
			lang.Text{VI: "Ai đã giữ chức các năm trước, để biết luân phiên khi bầu? Lấy từ cuộc họp trước của cụm.",
				EN: "Who held office in past years, for rotation at elections? From meetings of the cluster."},
			append(options, none), func(env screen.Env, id string) effect {
				p := p
				switch path, _ := strings.CutPrefix(id, recentID); {
				case id == doneID:
					p.History = slices.Clone(paths)
				case id != nobodyID:
					p.History = []string{path}
				}
				return then(env, p)
			})}
	}
}
