package start

import (
	"slices"
	"strings"

	"thidua/data/clean"
	"thidua/data/create"
	"thidua/data/names"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// The choices beside the clusters of a rulebook.
const (
	ownID     = "own:"
	fromID    = "from:"
	clusterID = "cluster:"
	nobodyID  = "nobody"
)

// askGroup asks whose meeting it is: a cluster of the rulebook, or units that are typed.
func askGroup(p create.Plan, then func(screen.Env, create.Plan) effect) page {
	var options []option
	for _, c := range p.Book.Clusters {
		options = append(options, option{id: clusterID + c.ID, label: c.Name,
			more: lang.Both(strings.Join(c.Units, ", "))})
	}
	if len(options) == 0 {
		options = append(options, option{id: fromID,
			label: lang.Text{VI: "Các đơn vị có phiếu trong thư mục", EN: "The units whose sheets are in the folder"}})
	}
	options = append(options, option{id: ownID, label: lang.Text{VI: "Tự nêu các đơn vị…", EN: "Name the units…"},
		more: lang.Text{VI: "khi cụm đã khác, hoặc cho khối của bạn", EN: "where the cluster is another by now"}})
	c := newChoose(p.Book.Said(lang.Text{VI: "Cụm", EN: "Cluster"}),
		p.Book.Said(lang.Text{VI: "Cuộc họp của cụm nào?", EN: "Which cluster's meeting?"}), options,
		func(env screen.Env, id string) effect {
			if cluster, ok := strings.CutPrefix(id, clusterID); ok {
				p := p
				p.Cluster = cluster
				return then(env, p)
			}
			if id == fromID {
				return then(env, p)
			}
			return effect{open: askUnits(p, then)}
		})
	return c
}

// askUnits asks for the units by name, then who leads them.
func askUnits(p create.Plan, then func(screen.Env, create.Plan) effect) page {
	a := newAsk(lang.Text{VI: "Các đơn vị", EN: "The units"},
		lang.Text{VI: "Tên các đơn vị, cách nhau bằng dấu chấm phẩy: Sở A; Sở B; Sở C. Có thể dán từ nơi khác.",
			EN: "The names of the units with semicolons between: A; B; C. They can be pasted."},
		lang.Text{VI: "Đơn vị", EN: "Units"}, lang.Text{VI: "gõ tên các đơn vị", EN: "type the names of the units"}, "",
		func(_ screen.Env, typed string) effect {
			units, twice := unitsOf(typed)
			switch {
			case twice != "":
				return alarm(lang.Sayf("%s có hai lần", "%s stands there twice", twice))
			case len(units) < 2:
				return alarm(lang.Text{VI: "cần ít nhất hai đơn vị, cách nhau bằng «;»",
					EN: "at least two units, with «;» between"})
			}
			p := p
			p.Units, p.Book = units, p.Book.With(units)
			return effect{open: askLeader(p, then)}
		})
	a.hint = func(env screen.Env, typed string) lang.Text {
		units, _ := unitsOf(typed)
		if len(units) == 0 {
			return lang.Text{}
		}
		return lang.Sayf("%s: %s", "%s: %s", lang.Count(len(units), "đơn vị", "unit", "units"),
			strings.Join(units, " · "))
	}
	return a
}

// unitsOf are the names in a typed list; twice is one that stands there twice.
func unitsOf(typed string) (units []string, twice string) {
	for name := range strings.SplitSeq(typed, ";") {
		name = clean.Compose(strings.Join(strings.Fields(name), " "))
		switch {
		case name == "":
		case slices.ContainsFunc(units, func(u string) bool { return names.Same(u, name) }):
			twice = name
		default:
			units = append(units, name)
		}
	}
	return units, twice
}

// askLeader asks which of the units leads them this year, and which is the deputy.
func askLeader(p create.Plan, then func(screen.Env, create.Plan) effect) page {
	return askOfficer(p, lang.Text{VI: "Cụm trưởng năm nay", EN: "This year's leader"}, "",
		func(_ screen.Env, leader string) effect {
			p := p
			p.Leader = leader
			return effect{open: askOfficer(p, lang.Text{VI: "Cụm phó năm nay", EN: "This year's deputy"}, leader,
				func(env screen.Env, deputy string) effect {
					p := p
					p.Deputy = deputy
					return then(env, p)
				})}
		})
}

// askOfficer asks for one of the units, or for none; but is one that cannot be.
func askOfficer(p create.Plan, head lang.Text, but string, take func(screen.Env, string) effect) page {
	options := []option{{id: nobodyID, label: lang.Text{VI: "chưa có, hoặc không ghi", EN: "nobody, or not said"}}}
	for _, u := range p.Units {
		if u != but {
			options = append(options, option{id: ownID + u, label: lang.Both(u)})
		}
	}
	head = p.Book.Said(head)
	return newChoose(head, p.Book.Said(lang.Text{VI: "Để biết ai đã giữ chức khi bầu cho năm sau.",
		EN: "To know who has held office when the next are elected."}), options,
		func(env screen.Env, id string) effect {
			unit, _ := strings.CutPrefix(id, ownID)
			if id == nobodyID {
				unit = ""
			}
			return take(env, unit)
		})
}

// askYear asks for the year.
func (h *home) askYear(p create.Plan, then func(screen.Env, create.Plan) effect) page {
	a := newAsk(lang.Text{VI: "Năm", EN: "Year"},
		lang.Text{VI: "Họp cho năm nào? Năm học viết như 2025-2026, năm dương lịch như 2026.",
			EN: "Which year's meeting? A school year is written 2025-2026, a calendar year 2026."},
		lang.Text{VI: "Năm", EN: "Year"}, lang.Text{VI: "gõ năm", EN: "type the year"},
		create.Year(p.Book.Years, h.opts.Now()), func(env screen.Env, typed string) effect {
			if err := p.Book.Years.Check(typed); err != nil {
				return failed(err)
			}
			p := p
			p.Year = typed
			return then(env, p)
		})
	return a
}
