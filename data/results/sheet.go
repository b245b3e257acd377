package results

import (
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"thidua/data/paper"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// table writes a table on a sheet of its own: its head and its first columns stay in sight.
func (b *book) table(name lang.Text, t table.Table, firm int) {
	if b.err != nil {
		return
	}
	t = t.For(table.Text)
	sheet := name.In(b.lang)
	_, err := b.file.NewSheet(sheet)
	b.do(err)
	widths := make([]float64, len(t.Columns))
	for c := range t.Columns {
		widths[c] = b.column(sheet, t, c)
	}
	corner, err := excelize.CoordinatesToCellName(firm+1, 2)
	b.do(err)
	b.do(b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: firm, YSplit: 1, TopLeftCell: corner,
		ActivePane: "bottomRight"}))
	b.heights(sheet, t, widths)
	b.print(sheet, t)
}

// heights makes the rows high enough for what wraps in them: programs make no room for it by themselves.
func (b *book) heights(sheet string, t table.Table, widths []float64) {
	for r := range t.Len {
		lines := 1
		for c, width := range widths {
			lines = max(lines, paper.CellLines(b.family, paper.Text(t.Cell(r, c).Text), false, width, 1))
		}
		if lines > 1 {
			b.do(b.file.SetRowHeight(sheet, r+2, paper.CellHeight(lines)))
		}
	}
}

// column writes the cells of a column, its head first, and makes it as wide as what stands in it, within bounds.
func (b *book) column(sheet string, t table.Table, c int) (width float64) {
	longest := utf8.RuneCountInString(t.HeadText(c))
	b.text1(sheet, c, 1, view.Capital(t.HeadText(c)), b.head)
	for r := range t.Len {
		cell := t.Cell(r, c)
		longest = max(longest, utf8.RuneCountInString(cell.Text))
		b.cell(sheet, c, r+2, cell)
	}
	const widest = 60
	width = float64(min(max(longest, 6), widest)) + 3
	letter, err := excelize.ColumnNumberToName(c + 1)
	b.do(err)
	b.do(b.file.SetColWidth(sheet, letter, letter, width))
	return width
}

// exactly is as many decimals as a number has.
const exactly = -1

// cell writes a value as what it is: numbers to go on counting with, everything else as text.
func (b *book) cell(sheet string, c, row int, cell table.Cell) {
	at, err := excelize.CoordinatesToCellName(c+1, row)
	b.do(err)
	style := b.text
	switch v := cell.Value.(type) {
	case scoring.Points:
		b.do(b.file.SetCellFloat(sheet, at, float64(v)/float64(scoring.Point), exactly, 64))
		style = b.points
	case scoring.Percent:
		const hundred = 100
		b.do(b.file.SetCellFloat(sheet, at, float64(v)/hundred, exactly, 64))
		style = b.percent
	case int:
		b.do(b.file.SetCellInt(sheet, at, int64(v)))
		style = b.count
	case time.Time:
		b.do(b.file.SetCellStr(sheet, at, v.Format(time.DateTime)))
	default:
		b.do(b.file.SetCellStr(sheet, at, paper.Text(cell.Text)))
	}
	b.do(b.file.SetCellStyle(sheet, at, at, style))
}

// text1 writes one text.
func (b *book) text1(sheet string, c, row int, text string, style int) {
	at, err := excelize.CoordinatesToCellName(c+1, row)
	b.do(err)
	b.do(b.file.SetCellStr(sheet, at, paper.Text(text)))
	b.do(b.file.SetCellStyle(sheet, at, at, style))
}

// print makes the sheet ready for paper: A4 across, as wide as the page, the head on every page.
func (b *book) print(sheet string, t table.Table) {
	a4, landscape, wide, tall := 9, "landscape", 1, 0
	fit := true
	b.do(b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.do(b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide,
		FitToHeight: &tall}))
	b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet,
		RefersTo: "'" + sheet + "'!$1:$1"}))
	b.do(b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&C&P/&N"}))
}

func number(n int) string { return strconv.Itoa(n) }
