// Package webpage is what a meeting says on one page for a browser: the tables of data/view with pictures beside them,
// as a paper. How a paper becomes a page is package paper/html's.
package webpage

import (
	"slices"
	"strconv"

	"thidua/data/meeting"
	"thidua/data/paper"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Document is the page of a meeting as a paper.
func Document(s *meeting.Snapshot, l lang.Lang) paper.Document {
	book := s.Rulebook()
	group := book.Title
	if c, ok := s.Group(); ok {
		group = c.Name
	}
	d := paper.Document{Title: group.In(l) + " · " + s.Year(), Author: group.In(l), Lang: l, Made: s.Saved(),
		Foot: lang.Sayf("Mã kiểm chứng: %s · %s", "Fingerprint: %s · %s", s.Fingerprint(),
			lang.Count(s.Seq(), "quyết định", "decision", "decisions")).In(l)}
	if !s.Closed() {
		d.Draft = lang.Text{VI: "DỰ THẢO", EN: "DRAFT"}.In(l)
	}
	blocks := []paper.Block{paper.Title{Name: group.In(l), Subject: []string{s.Year() + " · " + book.Title.In(l)}}}
	if !s.Closed() {
		blocks = append(blocks, paper.Plain(paper.Note, lang.Text{VI: "Dự thảo: cuộc họp chưa chốt.",
			EN: "Draft: the meeting is not closed."}.In(l)))
	}
	blocks = append(blocks, ranking(s, l)...)
	blocks = append(blocks, fields(s, l)...)
	blocks = append(blocks, appraisal(s, l)...)
	for _, t := range []titled{
		{lang.Text{VI: "Thay đổi so với tự chấm", EN: "Changed from the self-scores"}, view.Differences(&s.State, l)},
		{lang.Text{VI: "Biểu quyết", EN: "Votes"}, view.Votes(&s.State, l)},
		{lang.Text{VI: "Bầu cử", EN: "Elections"}, view.Rounds(&s.State, l)},
	} {
		blocks = append(blocks, heading(t.head.In(l)), t.block(false))
	}
	blocks = append(blocks, years(s, l)...)
	matrix := titled{staged(s, lang.Text{VI: "Điểm từng tiêu chí", EN: "Points by criterion"}),
		view.Matrix(&s.State, scoring.Agreed, l)}
	log := titled{lang.Text{VI: "Nhật ký", EN: "Record"}, view.Log(s, l)}
	d.Sections = []paper.Section{{Blocks: blocks},
		{Landscape: true, Blocks: []paper.Block{matrix.folded(true), log.folded(false)}}}
	return d
}

// appraisal is what the departments gave beside what was agreed, and what was decided in the end; nothing before
// either.
func appraisal(s *meeting.Snapshot, l lang.Lang) (blocks []paper.Block) {
	var all []titled
	if s.Appraised() {
		all = append(all,
			titled{lang.Text{VI: "Chênh lệch thẩm định", EN: "Differences of the appraisal"},
				view.AppraisalDifferences(&s.State, l)},
			titled{lang.Text{VI: "Ảnh hưởng của thẩm định", EN: "What the appraisal changes"},
				view.AppraisalEffect(&s.State, l)})
	}
	decided := func(u *scoring.Unit) bool { _, _, ok := u.Awarded(); return ok }
	if slices.ContainsFunc(s.Units(), decided) {
		all = append(all, titled{lang.Text{VI: "Khen thưởng chính thức", EN: "Awards in the end"},
			view.Standings(&s.State, scoring.Final, l)})
	}
	for _, t := range all {
		blocks = append(blocks, heading(t.head.In(l)), t.block(false))
	}
	return blocks
}

// staged is a heading with the stage of the numbers below it.
func staged(s *meeting.Snapshot, what lang.Text) lang.Text {
	return lang.Sayf("%s (điểm %s)", "%s (%s scores)", what, s.Rulebook().StageName(scoring.Agreed))
}

// years are earlier years beside this one, where meetings of theirs were named.
func years(s *meeting.Snapshot, l lang.Lang) (blocks []paper.Block) {
	if len(s.Pasts()) == 0 {
		return nil
	}
	for _, t := range []titled{
		{lang.Text{VI: "Thứ hạng qua các năm", EN: "Ranks over the years"}, view.YearRanks(&s.State, l)},
		{lang.Text{VI: "Ai giữ chức", EN: "Who held office"}, view.YearOfficers(&s.State, l)},
	} {
		blocks = append(blocks, heading(t.head.In(l)), t.block(false))
	}
	changes := titled{lang.Text{VI: "So với năm trước", EN: "On the year before"}, view.YearChanges(&s.State, l)}
	return append(blocks, changes.folded(false))
}

// ranking is the standings, with a bar for each unit, and what is proposed.
func ranking(s *meeting.Snapshot, l lang.Lang) []paper.Block {
	t := titled{staged(s, lang.Text{VI: "Xếp hạng", EN: "Ranking"}), view.Standings(&s.State, scoring.Agreed, l)}
	return []paper.Block{heading(t.head.In(l)), rankingChart(s, l), t.block(false)}
}

// fields are how much of every field each unit has, in percent: a filled part of the cell, and the number in it.
func fields(s *meeting.Snapshot, l lang.Lang) []paper.Block {
	head := paper.Row{Cells: []paper.Cell{{Text: lang.Text{VI: "Lĩnh vực", EN: "Field"}.In(l)}}}
	t := paper.Table{Columns: []paper.Column{{Width: 3}}}
	for _, u := range s.Units() {
		head.Cells = append(head.Cells, paper.Cell{Text: u.Name()})
		t.Columns = append(t.Columns, paper.Column{Width: 1, Align: paper.Right})
	}
	t.Head = []paper.Row{head}
	for at, n := range s.Rulebook().Criteria {
		if n.Parent >= 0 {
			continue
		}
		row := paper.Row{Cells: []paper.Cell{{Text: n.Code + " " + n.Label()}}}
		for _, c := range view.Across(&s.State, at).Units {
			if !c.Applies {
				row.Cells = append(row.Cells, paper.Cell{Text: "–"})
				continue
			}
			row.Cells = append(row.Cells, paper.Cell{Text: c.Agreed.In(l), Part: part(c.Agreed)})
		}
		t.Rows = append(t.Rows, row)
	}
	return []paper.Block{heading(staged(s, lang.Text{VI: "Theo lĩnh vực, phần trăm điểm tối đa",
		EN: "By field, percent of maximum"}).In(l)), t}
}

// part is a percent as a part of 1.
func part(p scoring.Percent) float64 {
	const hundred = 100
	f, err := strconv.ParseFloat(p.String(), 64)
	if err != nil { // nothing was scored
		return 0
	}
	return f / hundred
}

func heading(text string) paper.Block { return paper.Plain(paper.Section1, text) }
