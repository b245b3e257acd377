package papers

import (
	"cmp"
	"fmt"

	"thidua/data/paper"
	"thidua/data/view"
	"thidua/scoring"
)

// scores are what the group changed of what the units gave themselves: every score, bonus, penalty and sanction.
func (x *source) scores() []paper.Block {
	accepted, changed := x.AcceptedCount(), x.changedScores()
	out := []paper.Block{
		body(fmt.Sprintf("%s đã rà soát điểm tự chấm của %d đơn vị theo %d tiêu chí; thống nhất bản chấm "+
			"của %d đơn vị.", x.blanks.Cluster, x.Sheets(), len(x.book.Leaves()), accepted))}
	against, from := "điểm tự chấm", "Tự chấm"
	if x.before != nil {
		against, from = "phiên trước", "Phiên trước"
	}
	if len(changed) == 0 {
		out = append(out, body("Không có tiêu chí nào thay đổi so với "+against+"."))
	} else {
		out = append(out,
			paper.Plain(paper.Section2, fmt.Sprintf("%d tiêu chí thay đổi so với %s:", len(changed), against)),
			grid([]column{{"Đơn vị", 4, paper.Left}, {"Tiêu chí", 5, paper.Left}, {from, 2, paper.Right},
				{"Thống nhất", 2.2, paper.Right}, {"Chênh lệch (điểm)", 2.3, paper.Right}, {"Lý do", 6, paper.Left}},
				changed))
	}
	out = append(out, x.grants("Điểm thưởng:", (*scoring.Unit).Bonuses)...)
	out = append(out, x.grants("Điểm trừ:", (*scoring.Unit).Penalties)...)
	return append(out, x.sanctions()...)
}

// changedScores are the criteria whose score changed in the sitting, in the first against what the units gave
// themselves: unit, criterion, from, to, difference, reason.
func (x *source) changedScores() (rows [][]string) {
	if x.before == nil {
		return x.fromSelf()
	}
	for i, u := range x.Units() {
		was, is := view.Criteria(x.before, i, vi), view.Criteria(&x.State, i, vi)
		for _, at := range x.book.Leaves() {
			from, to := was.At(at, "agreed").Text, is.At(at, "agreed").Text
			if from == to {
				continue
			}
			n, reason := &x.book.Criteria[at], "hoàn tác"
			if d := u.Decided(scoring.Agreed, at); d != nil && x.sitting.Holds(d.Seq) {
				reason = x.because(view.Difference{Unit: i, Node: at, Decision: d})
			}
			by := u.Points(scoring.Agreed, at) - x.before.Units()[i].Points(scoring.Agreed, at)
			rows = append(rows, []string{u.Name(), n.Code + " " + n.Label(), from, to, view.Signed(vi, by), reason})
		}
	}
	return rows
}

// fromSelf are the criteria whose score is not the unit's own.
func (x *source) fromSelf() (rows [][]string) {
	t := view.Differences(&x.State, vi)
	for i, d := range view.AllDifferences(&x.State) {
		n := &x.book.Criteria[d.Node]
		rows = append(rows, []string{x.unitName(d.Unit), n.Code + " " + n.Label(), t.At(i, "self").Text,
			t.At(i, "agreed").Text, t.At(i, "difference").Text, x.because(d)})
	}
	return rows
}

// because is why something was decided, and by which vote.
func (x *source) because(d view.Difference) string {
	reason := d.Reason(&x.State)
	if v, ok := d.Decision.Act.(scoring.Vote); ok {
		by := fmt.Sprintf("biểu quyết %d/%d", v.For, x.baseOf(d.Decision))
		if reason == "" {
			return by
		}
		return reason + " (" + by + ")"
	}
	return reason
}

// baseOf is what the majority of a vote was a part of.
func (x *source) baseOf(d *scoring.Decision) int {
	for _, t := range x.Votes() {
		if t.Decision.Seq == d.Seq {
			return t.Ruling.Base
		}
	}
	return 0
}

// grants are bonuses or penalties, with their reasons.
func (x *source) grants(title string, of func(*scoring.Unit, scoring.Stage) []scoring.Grant) []paper.Block {
	var rows [][]string
	for _, u := range x.Units() {
		for _, g := range of(u, scoring.Agreed) {
			if !x.sitting.Holds(g.Decision.Seq) {
				continue
			}
			n := &x.book.Criteria[g.Target]
			rows = append(rows, []string{u.Name(), g.Said(x.book).In(vi) + " " + n.Label(), g.Points.In(vi), g.Reason})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return []paper.Block{paper.Plain(paper.Section2, title), grid([]column{{"Đơn vị", 4, paper.Left},
		{"Tiêu chí", 6, paper.Left}, {"Điểm", 2, paper.Right}, {"Lý do", 8, paper.Left}}, rows)}
}

// sanctions are what else bears on awards: sanctions, conditions that are met, criteria left without a score.
func (x *source) sanctions() (out []paper.Block) {
	for _, u := range x.Units() {
		if s := u.Sanction(scoring.Agreed); s != scoring.NoSanction {
			out = append(out, item(fmt.Sprintf("%s: %s (%s).", u.Name(), s.Name().In(vi),
				cmp.Or(u.SanctionReason(), "không ghi lý do"))))
		}
		if bar := u.Barred(scoring.Agreed); bar != nil {
			out = append(out, item(fmt.Sprintf("%s: %s.", u.Name(), bar.Name.In(vi))))
		}
		for _, at := range u.NotScored(true) {
			_, reason, _ := u.Left(at)
			out = append(out,
				item(fmt.Sprintf("%s: tiêu chí %s để không chấm (%s).", u.Name(), x.book.Criteria[at].Code,
					reason)))
		}
	}
	return out
}

// discussion is what was noted at criteria, and what was said in the discussion.
func (x *source) discussion() (out []paper.Block) {
	for _, u := range x.Units() {
		for _, r := range u.Notes() {
			if !x.sitting.Holds(r.Decision.Seq) {
				continue
			}
			where := u.Name()
			if r.Target >= 0 {
				where += ", tiêu chí " + x.book.Criteria[r.Target].Code
			}
			out = append(out, item(where+": "+r.Text))
		}
	}
	return append(out, x.statements(scoring.SectionDiscussion)()...)
}
