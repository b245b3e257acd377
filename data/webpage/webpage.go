// Package webpage writes a meeting as one page for a browser: nothing is loaded from elsewhere, and what stands in it
// are the tables of data/view with pictures beside them. It reads on a phone and on paper.
package webpage

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"thidua/data/meeting"
	"thidua/data/paper"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

// page is what the template shows.
type page struct {
	Lang, Title, Group, Year, Rulebook, Draft, Foot string
	Style                                           template.CSS
	Sections                                        []section
}

// section is a part of the page; a folded one opens when somebody asks, and on paper.
type section struct {
	Title  string
	Folded bool
	Lines  []string
	Bars   *bars
	Tables []grid
}

// grid is a table.
type grid struct {
	Head []string
	Rows [][]cell
}

// cell is a cell; Shade is how much of it is filled, in percent, where it stands for a part.
type cell struct {
	Text, Class string
	Shade       string
}

// Write writes the page. An error is one of w.
func Write(w io.Writer, s *meeting.Snapshot, l lang.Lang) error {
	t, err := template.New("page").Parse(pageHTML)
	if err != nil {
		return fmt.Errorf("the page's form: %w", err)
	}
	return t.Execute(w, build(s, l))
}

func build(s *meeting.Snapshot, l lang.Lang) page {
	b := s.Rulebook()
	group := b.Title
	if c, ok := s.Group(); ok {
		group = c.Name
	}
	p := page{Lang: l.String(), Group: text(group.In(l)), Year: text(s.Year()), Rulebook: text(b.Title.In(l)),
		Style: template.CSS(pageCSS), // ours, embedded: not from anybody's input
		Foot: lang.Sayf("Mã kiểm chứng: %s · %s", "Fingerprint: %s · %s", s.Fingerprint(),
			lang.Count(s.Seq(), "quyết định", "decision", "decisions")).In(l)}
	p.Title = p.Group + " · " + p.Year
	if !s.Closed() {
		p.Draft = lang.Text{VI: "Dự thảo: cuộc họp chưa chốt", EN: "Draft: the meeting is not closed"}.In(l)
	}
	p.Sections = []section{
		ranking(s, l), fields(s, l),
		tabled(lang.Text{VI: "Thay đổi so với tự chấm", EN: "Changed from the self-scores"},
			view.Differences(&s.State, l)),
		tabled(lang.Text{VI: "Biểu quyết", EN: "Votes"}, view.Votes(&s.State, l)),
		tabled(lang.Text{VI: "Bầu cử", EN: "Elections"}, view.Rounds(&s.State, l)),
		folded(lang.Text{VI: "Điểm từng tiêu chí", EN: "Points by criterion"},
			view.Matrix(&s.State, scoring.Agreed, l)),
		folded(lang.Text{VI: "Nhật ký", EN: "Record"}, view.Log(s, l)),
	}
	return p
}

// ranking is the standings, with a bar for each unit, and what is proposed.
func ranking(s *meeting.Snapshot, l lang.Lang) section {
	t := view.Standings(&s.State, scoring.Agreed, l)
	out := tabled(lang.Text{VI: "Xếp hạng", EN: "Ranking"}, t)
	out.Bars = rankingBars(s, l)
	return out
}

// fields are how much of every field each unit has, in percent: a filled part of the cell, and the number in it.
func fields(s *meeting.Snapshot, l lang.Lang) section {
	out := section{Title: lang.Text{VI: "Theo lĩnh vực (phần trăm điểm tối đa)",
		EN: "By field (percent of maximum)"}.In(l)}
	g := grid{Head: []string{lang.Text{VI: "Lĩnh vực", EN: "Field"}.In(l)}}
	for _, u := range s.Units() {
		g.Head = append(g.Head, text(u.Name()))
	}
	for at, n := range s.Rulebook().Criteria {
		if n.Parent >= 0 {
			continue
		}
		row := []cell{{Text: text(n.Code + " " + n.Label())}}
		for _, c := range view.Across(&s.State, at).Units {
			if !c.Applies {
				row = append(row, cell{Text: "–", Class: "n"})
				continue
			}
			row = append(row, cell{Text: c.Agreed.In(l), Class: "n part", Shade: c.Agreed.String()})
		}
		g.Rows = append(g.Rows, row)
	}
	out.Tables = []grid{g}
	return out
}

// tabled is a section of one table; one without rows says so.
func tabled(title lang.Text, t table.Table) section {
	out := section{Title: title.In(t.Lang)}
	if t.Len == 0 {
		out.Lines = []string{lang.Text{VI: "Không có.", EN: "None."}.In(t.Lang)}
		return out
	}
	out.Tables = []grid{gridOf(t.For(table.Text))}
	return out
}

func folded(title lang.Text, t table.Table) section {
	out := tabled(title, t)
	out.Folded = true
	return out
}

func gridOf(t table.Table) grid {
	var g grid
	for c := range t.Columns {
		g.Head = append(g.Head, text(view.Capital(t.HeadText(c))))
	}
	for r := range t.Len {
		var row []cell
		for c, column := range t.Columns {
			x := t.Cell(r, c)
			var classes []string
			if column.Align == table.Right {
				classes = append(classes, "n")
			}
			if x.Class == table.Measure || x.Class == table.Field {
				classes = append(classes, "b")
			}
			row = append(row, cell{Text: text(x.Text), Class: strings.Join(classes, " ")})
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// text is the border of papers.
func text(s string) string { return paper.Text(s) }
