package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"thidua/data/paper"
	"thidua/scoring"
)

// criterion writes the row of a criterion or field.
func (f *form) criterion(at int) {
	c, r := &f.book.Criteria[at], row(at)
	words, number, title := f.locked, f.number, f.titles(c)
	if !c.Scored {
		words, number = f.field, f.fieldNumber
	}
	f.put(mainSheet, cell(colCode, r), c.Code, words)
	f.put(mainSheet, cell(colTitle, r), c.Title, title)
	f.float(cell(colMax, r), c.Max, number)
	for _, column := range []int{colAsks, colMark, colWanted, colEvidence, colNote} {
		f.put(mainSheet, cell(column, r), "", words)
	}
	f.do(f.file.SetRowHeight(mainSheet, r, f.height(c)))
	if !c.Scored {
		f.formula(cell(colPoints, r), f.sum(at), number)
		return
	}
	f.put(mainSheet, cell(colAsks, r), asks(c), words)
	f.put(mainSheet, cell(colWanted, r), strings.Join(c.Evidence, "\n"), words)
	f.put(mainSheet, cell(colEvidence, r), "", f.text)
	f.put(mainSheet, cell(colNote, r), "", f.text)
	f.formula(cell(colPoints, r), f.worth(c, r, at), number)
	f.input(c, cell(colMark, r), at)
}

// height is how high a row must be for its words, in points: no program works that out for locked cells that wrap.
func (f *form) height(c *scoring.Criterion) float64 {
	lines := func(column int, text string, indent int) int {
		return paper.CellLines(f.family, paper.Text(text), !c.Scored, widths()[column-1], indent)
	}
	return paper.CellHeight(max(lines(colTitle, c.Title, 1+c.Depth), lines(colCode, c.Code, 1),
		lines(colWanted, strings.Join(c.Evidence, "\n"), 1)))
}

// float writes a number of points.
func (f *form) float(at string, p scoring.Points, style int) {
	f.do(f.file.SetCellFloat(mainSheet, at, float64(p)/float64(scoring.Point), -1, 64))
	f.do(f.file.SetCellStyle(mainSheet, at, at, style))
}

// formula writes a sum, with what it is while nothing is filled in: viewers that work out nothing show that.
func (f *form) formula(at, formula string, style int) {
	f.do(f.file.SetCellFloat(mainSheet, at, 0, -1, 64))
	f.do(f.file.SetCellFormula(mainSheet, at, formula))
	f.do(f.file.SetCellStyle(mainSheet, at, at, style))
}

// sum adds up what lies directly below a field.
func (f *form) sum(at int) string {
	var parts []string
	for i := at + 1; i < f.book.Criteria[at].End; i++ {
		if f.book.Criteria[i].Parent == at {
			parts = append(parts, cell(colPoints, row(i)))
		}
	}
	return "SUM(" + strings.Join(parts, ",") + ")"
}

// input makes a cell ready to be filled in: what may be typed, and what is said to who types something else.
func (f *form) input(c *scoring.Criterion, at string, criterion int) {
	style := f.mark
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(at)
	say := ""
	switch c.Asks() {
	case scoring.EntryPoints:
		style, say = f.points, fmt.Sprintf("Nhập điểm từ 0 đến %s.", c.MostPoints().In(0))
		f.do(dv.SetRange(0, pointsOf(c.MostPoints()), excelize.DataValidationTypeDecimal,
			excelize.DataValidationOperatorBetween))
	case scoring.EntryLevel:
		style, say = f.text, "Chọn một mức trong danh sách."
		first, last, _ := strings.Cut(f.levels(c, criterion), ":")
		dv.SetSqrefDropList(first + ":" + strings.Replace(last, "$"+letters(levelsColumn+1), "$"+letters(levelsColumn),
			1))
	case scoring.EntryCount:
		style, say = f.whole, "Nhập số lần: số nguyên từ 0."
		const many = 100000
		f.do(dv.SetRange(0, many, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween))
	default:
		say = fmt.Sprintf("Nhập phần trăm từ 0 đến %s, không ghi dấu %%.", c.MostPercent().In(0))
		f.do(dv.SetRange(0, percentOf(c.MostPercent()), excelize.DataValidationTypeDecimal,
			excelize.DataValidationOperatorBetween))
	}
	if c.Optional {
		say += " Ghi «không áp dụng» nếu tiêu chí không áp dụng cho đơn vị."
		dv.SetError(excelize.DataValidationErrorStyleWarning, "Tiêu chí "+c.Code, say)
	} else {
		dv.SetError(excelize.DataValidationErrorStyleStop, "Tiêu chí "+c.Code, say)
	}
	dv.SetInput("Tiêu chí "+c.Code, say)
	f.do(f.file.AddDataValidation(mainSheet, dv))
	f.do(f.file.SetCellStyle(mainSheet, at, at, style))
}

func pointsOf(p scoring.Points) float64 { return float64(p) / float64(scoring.Point) }

func percentOf(p scoring.Percent) float64 {
	const hundred = 100
	return float64(p) / hundred
}

// levels is where the hidden sheet has the names and points of a criterion's levels.
func (f *form) levels(c *scoring.Criterion, criterion int) string {
	first := 1
	for i := range criterion {
		first += len(f.book.Criteria[i].Levels)
	}
	for i, l := range c.Levels {
		f.do(f.file.SetCellStr(hiddenSheet, cell(levelsColumn, first+i), l.Name.VI))
		f.do(f.file.SetCellFloat(hiddenSheet, cell(levelsColumn+1, first+i), pointsOf(l.Points), -1, 64))
	}
	return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", hiddenSheet, letters(levelsColumn), first, letters(levelsColumn+1),
		first+len(c.Levels)-1)
}

// total is the last row of the table.
func (f *form) total() {
	r := row(len(f.book.Criteria))
	for column := colCode; column <= colNote; column++ {
		f.put(mainSheet, cell(column, r), "", f.field)
	}
	f.put(mainSheet, cell(colTitle, r), "TỔNG CỘNG", f.field)
	f.float(cell(colMax, r), f.book.Total, f.fieldNumber)
	var parts []string
	for i, c := range f.book.Criteria {
		if c.Parent < 0 {
			parts = append(parts, cell(colPoints, row(i)))
		}
	}
	f.formula(cell(colPoints, r), "SUM("+strings.Join(parts, ",")+")", f.fieldNumber)
}

// requests is the sheet on which bonuses are asked for.
func (f *form) requests() {
	f.put(bonusSheet, "A1", "ĐỀ NGHỊ CỘNG ĐIỂM THƯỞNG", f.title)
	f.put(bonusSheet, "A2", "Ghi STT của mục hoặc tiêu chí, số điểm, lý do. Bỏ trống nếu không đề nghị.", f.label)
	for i, h := range []string{"STT", "Điểm", "Lý do, minh chứng"} {
		f.put(bonusSheet, cell(i+1, bonusHead), h, f.headStyle)
	}
	for i, width := range []float64{12, 12, 90} {
		f.do(f.file.SetColWidth(bonusSheet, letters(i+1), letters(i+1), width))
	}
	for r := bonusHead + 1; r <= bonusHead+bonusRows; r++ {
		f.put(bonusSheet, cell(bonusCode, r), "", f.text)
		f.do(f.file.SetCellStyle(bonusSheet, cell(bonusPoints, r), cell(bonusPoints, r), f.points))
		f.put(bonusSheet, cell(bonusReason, r), "", f.text)
	}
}
