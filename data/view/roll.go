package view

import (
	"strings"

	"thidua/data/meeting"
	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Roll is the roll of the sitting that runs: a row for each unit, with its people, or why it is absent and who speaks
// for it.
func Roll(s *meeting.Snapshot, l lang.Lang) table.Table {
	all := s.Attendance(s.Running())
	row := func(i int) scoring.Attendance { return all[i] }
	column := func(id string, head lang.Text, of func(scoring.Attendance) string) table.Of[scoring.Attendance] {
		return table.Of[scoring.Attendance]{
			Column: table.Column{ID: id, Head: head, Weight: table.Always, For: table.All},
			Cell: func(a scoring.Attendance) table.Cell {
				text := of(a)
				return table.Cell{Text: text, Value: text}
			}}
	}
	return table.Make(l, lang.Text{VI: "Điểm danh", EN: "Roll"}, len(all), row, []table.Of[scoring.Attendance]{
		column("unit", unitHead(), func(a scoring.Attendance) string { return s.Units()[a.Unit].Name() }),
		column("present", lang.Text{VI: "có mặt", EN: "present"}, func(a scoring.Attendance) string {
			if a.There {
				return lang.Text{VI: "có mặt", EN: "present"}.In(l)
			}
			return lang.Text{VI: "vắng", EN: "absent"}.In(l)
		}),
		column("people", lang.Text{VI: "người dự", EN: "people"}, func(a scoring.Attendance) string {
			var people []string
			for _, p := range a.People {
				people = append(people, p.String())
			}
			return strings.Join(people, "; ")
		}),
		column("reason", lang.Text{VI: "lý do vắng", EN: "absent because"},
			func(a scoring.Attendance) string { return a.Reason }),
		column("mandate", lang.Text{VI: "ủy quyền cho", EN: "spoken for by"},
			func(a scoring.Attendance) string { return a.Mandate }),
	})
}
