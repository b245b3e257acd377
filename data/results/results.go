// Package results writes the workbook of a meeting: the ranking with a chart, what every unit has at every criterion,
// what was changed, votes, rounds and the record, a sheet each. What stands in the tables is said in data/view.
package results

import (
	"io"

	"github.com/xuri/excelize/v2"

	"thidua/data/meeting"
	"thidua/data/paper"
	"thidua/data/paper/serif"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Write writes the workbook. An error is one of w, or of the library.
func Write(w io.Writer, s *meeting.Snapshot, l lang.Lang) (err error) {
	f := excelize.NewFile()
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	family, err := serif.Load()
	if err != nil {
		return err
	}
	b := &book{file: f, family: family, lang: l}
	b.do(f.SetDefaultFont(paper.FaceCell)) // columns are as wide as so many of its digits
	b.style()
	b.ranking(s)
	b.table(lang.Text{VI: "Điểm thống nhất", EN: "Agreed points"}, view.Matrix(&s.State, scoring.Agreed, l), 2)
	b.table(lang.Text{VI: "Điểm tự chấm", EN: "Self-scored points"}, view.Matrix(&s.State, scoring.Self, l), 2)
	b.table(lang.Text{VI: "Chênh lệch", EN: "Differences"}, view.Differences(&s.State, l), 2)
	b.appraisal(s)
	b.years(s)
	b.table(lang.Text{VI: "Biểu quyết", EN: "Votes"}, view.Votes(&s.State, l), 0)
	b.table(lang.Text{VI: "Bầu cử", EN: "Elections"}, view.Rounds(&s.State, l), 0)
	b.table(lang.Text{VI: "Nhật ký", EN: "Record"}, view.Log(s, l), 0)
	if b.err != nil {
		return b.err
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	f.SetActiveSheet(0)
	if err := f.SetDocProps(&excelize.DocProperties{Title: paper.Text(b.title.In(l)),
		Creator: paper.Text(b.title.In(l)),
		Created: s.Saved().UTC().Format("2006-01-02T15:04:05Z"), Language: l.String()}); err != nil {
		return err
	}
	return f.Write(w)
}

// appraisal is what the departments gave beside what was agreed, on sheets of its own once anything has come.
func (b *book) appraisal(s *meeting.Snapshot) {
	if !s.Appraised() {
		return
	}
	l := b.lang
	b.table(lang.Text{VI: "Điểm thẩm định", EN: "Appraised points"},
		view.Matrix(&s.State, scoring.Appraised, l), 2)
	b.table(lang.Text{VI: "Chênh lệch thẩm định", EN: "Appraisal's differences"},
		view.AppraisalDifferences(&s.State, l), 2)
	b.table(lang.Text{VI: "Ma trận thẩm định", EN: "Appraisal by unit"}, view.AppraisalMatrix(&s.State, l), 2)
	b.table(lang.Text{VI: "Ảnh hưởng thẩm định", EN: "Appraisal's effect"}, view.AppraisalEffect(&s.State, l), 1)
}

// years are earlier years beside this one, on sheets of their own where meetings of theirs were named.
func (b *book) years(s *meeting.Snapshot) {
	if len(s.Pasts()) == 0 {
		return
	}
	b.table(lang.Text{VI: "Qua các năm", EN: "Over the years"}, view.YearRanks(&s.State, b.lang), 1)
	b.table(lang.Text{VI: "So với năm trước", EN: "On the year before"}, view.YearChanges(&s.State, b.lang), 1)
	b.table(lang.Text{VI: "Ai giữ chức", EN: "Who held office"}, view.YearOfficers(&s.State, b.lang), 1)
}

// book is a workbook in the making: the first error ends it.
type book struct {
	file   *excelize.File
	family *serif.Family
	lang   lang.Lang
	title  lang.Text
	err    error

	head, text, points, percent, count int // styles
}

// do notes the first error.
func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) style() {
	border := []excelize.Border{{Type: "left", Color: "999999", Style: 1}, {Type: "right", Color: "999999", Style: 1},
		{Type: "top", Color: "999999", Style: 1}, {Type: "bottom", Color: "999999", Style: 1}}
	top := &excelize.Alignment{Horizontal: "left", Vertical: "top", WrapText: true, Indent: 1}
	figure := &excelize.Alignment{Horizontal: "right", Vertical: "top", Indent: 1}
	font := &excelize.Font{Family: paper.FaceCell, Size: paper.SizeCell}
	make := func(s excelize.Style) int {
		s.Border = border
		if s.Font == nil {
			s.Font = font
		}
		id, err := b.file.NewStyle(&s)
		b.do(err)
		return id
	}
	points, percent := "[$-42A]#,##0.00", "[$-42A]0.##"
	if b.lang == lang.EN {
		points, percent = "#,##0.00", "0.##"
	}
	b.head = make(excelize.Style{Font: &excelize.Font{Family: paper.FaceCell, Size: paper.SizeCell, Bold: true},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{paper.Shade}},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}})
	b.text = make(excelize.Style{NumFmt: 49, Alignment: top}) // text stays text, also when somebody edits it
	b.points = make(excelize.Style{CustomNumFmt: &points, Alignment: figure})
	b.percent = make(excelize.Style{CustomNumFmt: &percent, Alignment: figure})
	b.count = make(excelize.Style{NumFmt: 1, Alignment: figure})
}

// ranking is the first sheet: the standings, and beside them a chart of what they go by.
func (b *book) ranking(s *meeting.Snapshot) {
	t := view.Standings(&s.State, scoring.Agreed, b.lang).For(table.Text)
	for i := range t.Columns { // the sheet has no title of its own
		if c := &t.Columns[i]; c.ID == "total" || c.ID == "share" {
			c.Head = lang.Sayf("%s, %s", "%s, %s", c.Head, s.Rulebook().StageName(scoring.Agreed))
		}
	}
	b.title = t.Title
	name := lang.Text{VI: "Xếp hạng", EN: "Ranking"}
	b.table(name, t, 0)
	units, measure := t.Index("unit"), max(t.Index("share"), t.Index("total"))
	if b.err != nil || units < 0 || measure < 0 || t.Len == 0 {
		return
	}
	area := func(column int) string {
		c, err := excelize.ColumnNumberToName(column + 1)
		b.do(err)
		return "'" + name.In(b.lang) + "'!$" + c + "$2:$" + c + "$" + number(t.Len+1)
	}
	dark := excelize.Font{Color: "222222", Size: 10}
	at, err := excelize.CoordinatesToCellName(1, t.Len+4)
	b.do(err)
	b.do(b.file.AddChart(name.In(b.lang), at, &excelize.Chart{
		Type: excelize.Bar,
		Series: []excelize.ChartSeries{{Name: view.Capital(t.HeadText(measure)), Categories: area(units),
			Values: area(measure)}},
		Title:      excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: b.title.In(b.lang)}}},
		Legend:     excelize.ChartLegend{Position: "none"},
		VaryColors: new(false),
		YAxis:      excelize.ChartAxis{MajorGridLines: true, Minimum: new(0.0), Font: dark},
		XAxis:      excelize.ChartAxis{ReverseOrder: true, Font: dark},
		Dimension:  excelize.ChartDimension{Width: 900, Height: uint(90 + 24*t.Len)},
	}))
}
