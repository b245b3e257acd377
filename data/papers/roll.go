package papers

import (
	"fmt"
	"strings"

	"thidua/data/paper"
	"thidua/scoring"
)

// roll is who was there for every unit, if only for a while, which units were not, and why.
func (x *source) roll() []paper.Block {
	var there, absent []paper.Block
	for _, a := range x.Attendance(x.sitting) {
		if a.Came {
			there = append(there, item(x.came(a)))
		} else {
			absent = append(absent, item(x.away(a)))
		}
	}
	out := []paper.Block{paper.Say("Thành phần tham dự:",
		fmt.Sprintf("%d trong %d đơn vị của %s.", len(there), len(x.Units()), x.blanks.Cluster))}
	out = append(out, there...)
	for _, g := range x.Guests(x.sitting) {
		if g.Came {
			out = append(out, item("Khách mời: "+said(g.Person)+"."))
		}
	}
	if len(absent) > 0 {
		out = append(out, paper.Say("Vắng mặt:", fmt.Sprintf("%d đơn vị.", len(absent))))
		out = append(out, absent...)
	}
	return out
}

// came is a unit that was there, with its people and those of them who were excused.
func (x *source) came(a scoring.Attendance) string {
	line := x.unitName(a.Unit)
	var people []string
	for _, p := range a.People {
		people = append(people, said(p))
	}
	if len(people) > 0 {
		line += ": " + strings.Join(people, "; ")
	}
	if a.Mandate != "" {
		line += " (theo ủy quyền: " + a.Mandate + ")"
	}
	for _, e := range a.Excused {
		line += fmt.Sprintf("; vắng: %s (%s)", said(e.Person), e.Reason)
	}
	if !a.There {
		line += "; rời họp trước khi kết thúc"
		if a.Reason != "" {
			line += " (" + a.Reason + ")"
		}
	}
	return line + "."
}

// away is a unit that was not there.
func (x *source) away(a scoring.Attendance) string {
	line := x.unitName(a.Unit)
	if a.Reason != "" {
		line += ": " + a.Reason
	}
	if a.Mandate != "" {
		line += " (ủy quyền cho " + a.Mandate + ")"
	}
	return line + "."
}

// present is how many units were there at some time.
func (x *source) present() (n int) {
	for _, a := range x.Attendance(x.sitting) {
		if a.Came {
			n++
		}
	}
	return n
}
