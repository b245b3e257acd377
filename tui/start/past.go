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
		var paths, years []string // one meeting a year: the one that was open last
		var options []option
		for i := range h.recents {
			r := &h.recents[i]
			if r.err != nil || !r.looked || r.cluster != p.Cluster || p.Cluster == "" || r.Year >= p.Year {
				continue
			}
			if !slices.Contains(years, r.Year) {
				paths, years = append(paths, r.Path), append(years, r.Year)
			}
			options = append(options, option{id: recentID + r.Path, label: lang.Both(r.name()),
				more: lang.Both(short(r.Path))})
		}
		if len(options) == 0 {
			return then(env, p)
		}
		none := option{id: nobodyID, label: lang.Text{VI: "Không lấy từ cuộc họp nào", EN: "From none"},
			more: lang.Text{VI: "theo bộ tiêu chí", EN: "as the rulebook says"}}
		if len(paths) > 1 {
			all := option{id: doneID, label: lang.Text{VI: "Tất cả các năm này", EN: "All of these years"}}
			if len(paths) < len(options) {
				all.more = lang.Text{VI: "mỗi năm cuộc họp mở gần nhất", EN: "of each the meeting opened last"}
			}
			options = append([]option{all}, options...)
		}
		return effect{open: newChoose(lang.Text{VI: "Các năm trước", EN: "Past years"},
			lang.Text{VI: "Ai đã giữ chức các năm trước, và điểm, hạng để so? Lấy từ cuộc họp trước của cụm.",
				EN: "Who held office in past years, and points and ranks to compare? From meetings of the cluster."},
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
