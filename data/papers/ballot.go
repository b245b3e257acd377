package papers

import (
	"strings"

	"thidua/data/meeting"
	"thidua/data/paper"
	"thidua/scoring"
)

// Ballots are ballot papers, one for every unit and office: those who may stand, with a box to mark.
func Ballots(s *meeting.Snapshot) paper.Document {
	x := newSource(s)
	var blocks []paper.Block
	for _, o := range x.Elections() {
		for range x.Units() {
			blocks = append(blocks, x.ballot(o))
		}
	}
	d := x.document("Phiếu bầu", paper.Section{Blocks: blocks})
	// a ballot is printed before the meeting is over, and says nothing that could name its owner
	d.Draft, d.Foot = "", ""
	return d
}

// ballot is one paper; it is not cut by a page.
func (x *source) ballot(o scoring.Office) paper.Block {
	name := x.book.OfficeName(o).In(vi)
	var rows [][]string
	race, _ := x.Race(o)
	candidates := race.Candidates
	if len(candidates) == 0 {
		for i := range x.Units() {
			candidates = append(candidates, i)
		}
	}
	for _, i := range candidates {
		rows = append(rows, []string{x.unitName(i), ""})
	}
	return paper.Group{Blocks: []paper.Block{
		paper.Title{Name: "PHIẾU BẦU " + strings.ToUpper(name), Subject: []string{x.title}},
		paper.Plain(paper.Centred, "Đánh dấu x vào ô của một đơn vị."),
		grid([]column{{"Đơn vị", 8, paper.Left}, {"Bầu", 2, paper.Centre}}, rows),
		paper.Plain(paper.Note,
			"Phiếu không hợp lệ: chọn nhiều hơn một đơn vị, ghi thêm tên, không do tổ kiểm phiếu phát ra."),
	}}
}
