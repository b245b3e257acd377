package workbook

import (
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"thidua/data/paper"
	"thidua/data/paper/serif"
	"thidua/data/rulebook"
)

// Form writes the form of a unit for a year: every criterion of the rulebook with its maximum and what evidence is
// wanted, a cell for the score as the rulebook asks for it, cells for evidence and notes, requests for bonuses, and
// totals that go along. All other cells are locked. An error is one of w, or of the library.
func Form(w io.Writer, book *rulebook.Book, unit, year string) (err error) {
	file := excelize.NewFile()
	defer func() {
		if e := file.Close(); err == nil {
			err = e
		}
	}()
	family, err := serif.Load()
	if err != nil {
		return err
	}
	f := &form{file: file, book: book, unit: unit, year: year, family: family, titleStyles: map[titleStyle]int{}}
	f.do(file.SetDefaultFont(paper.FaceCell)) // columns are as wide as so many of its digits
	f.do(file.SetSheetName("Sheet1", mainSheet))
	for _, name := range []string{bonusSheet, hiddenSheet} {
		_, err := file.NewSheet(name)
		f.do(err)
	}
	f.style()
	f.hidden()
	f.head()
	for i := range book.Criteria {
		f.criterion(i)
	}
	f.total()
	f.requests()
	f.page(mainSheet, headRow, true)
	f.page(bonusSheet, bonusHead, false)
	f.do(file.SetSheetVisible(hiddenSheet, false, true))
	file.SetActiveSheet(0)
	yes := true
	f.do(file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}))
	f.do(file.SetDocProps(&excelize.DocProperties{Title: "Phiếu tự chấm · " + unit + " · " + year, Creator: "thidua",
		Language: "vi-VN"}))
	if f.err != nil {
		return f.err
	}
	return file.Write(w)
}

// form is a workbook in the making: the first error ends it.
type form struct {
	file       *excelize.File
	book       *rulebook.Book
	unit, year string
	family     *serif.Family
	err        error

	titleStyles map[titleStyle]int

	title, label, headStyle, locked, field, number, fieldNumber int // styles of locked cells
	mark, points, whole, text, day                              int // of cells to fill in
}

func (f *form) do(err error) {
	if f.err == nil {
		f.err = err
	}
}

// put writes a text into a cell.
func (f *form) put(sheet, at, text string, style int) {
	f.do(f.file.SetCellStr(sheet, at, paper.Text(text)))
	f.do(f.file.SetCellStyle(sheet, at, at, style))
}

func (f *form) style() {
	const asText, general = 49, 0
	points, any := "[$-42A]#,##0.00", "[$-42A]0.##"
	f.title = f.add(look{bold: true, side: "left"})
	f.label = f.add(look{side: "left"})
	f.headStyle = f.add(look{bold: true, framed: true, fill: paper.Shade, side: "center"})
	f.locked = f.add(look{framed: true, side: "left"})
	f.field = f.add(look{bold: true, framed: true, fill: fieldGround, side: "left"})
	f.number = f.add(look{framed: true, custom: points, side: "right"})
	f.fieldNumber = f.add(look{bold: true, framed: true, fill: fieldGround, custom: points, side: "right"})
	f.mark = f.add(look{bold: true, framed: true, open: true, numFmt: general, custom: any, side: "right"})
	f.points = f.add(look{bold: true, framed: true, open: true, custom: points, side: "right"})
	f.whole = f.add(look{bold: true, framed: true, open: true, numFmt: 1, side: "right"})
	f.text = f.add(look{framed: true, open: true, numFmt: asText, side: "left"})
	f.day = f.text
}

// head writes what stands above the table.
func (f *form) head() {
	f.put(mainSheet, "A1", strings.ToUpper("Phiếu tự chấm điểm thi đua năm "+f.year), f.title)
	f.put(mainSheet, "A2", f.book.Title.VI, f.label)
	f.put(mainSheet, cell(1, unitRow), "Đơn vị", f.label)
	f.put(mainSheet, cell(valueColumn, unitRow), f.unit, f.title)
	f.put(mainSheet, cell(1, unitRow+1), "Năm", f.label)
	f.put(mainSheet, cell(valueColumn, unitRow+1), f.year, f.title)
	f.put(mainSheet, cell(1, dayRow), "Ngày nộp", f.label)
	f.put(mainSheet, cell(valueColumn, dayRow), "", f.day)
	f.put(mainSheet, cell(valueColumn+1, dayRow), "viết như 08/06/2020", f.label)
	f.put(mainSheet, "A6", "Chỉ điền các ô màu vàng. Ô bỏ trống là chưa chấm, tính 0 điểm.", f.label)
	for i, h := range []string{"STT", "Tiêu chí", "Điểm tối đa", "Cách chấm", "Tự chấm", "Điểm", "Minh chứng cần có",
		"Minh chứng đã nộp", "Ghi chú"} {
		f.put(mainSheet, cell(i+1, headRow), h, f.headStyle)
	}
	f.do(f.file.SetRowHeight(mainSheet, headRow, paper.CellHeight(2)))
	for i, width := range widths() {
		f.do(f.file.SetColWidth(mainSheet, letters(i+1), letters(i+1), width))
	}
}

// hidden writes which form it is, so that it is known when it comes back.
func (f *form) hidden() {
	for i, pair := range [][2]string{{"thidua", formVersion}, {"rulebook", f.book.ID}, {"text", textID(f.book)},
		{"unit", f.unit}, {"year", f.year}} {
		f.do(f.file.SetCellStr(hiddenSheet, cell(1, i+1), pair[0]))
		f.do(f.file.SetCellStr(hiddenSheet, cell(2, i+1), paper.Text(pair[1])))
	}
}

// page makes a sheet ready for paper, and locks it.
func (f *form) page(sheet string, head int, landscape bool) {
	a4, wide, tall, fit := 9, 1, 0, true
	orientation := "portrait"
	if landscape {
		orientation = "landscape"
	}
	f.do(f.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	f.do(f.file.SetPageLayout(sheet,
		&excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &wide,
			FitToHeight: &tall}))
	side := 0.4
	f.do(f.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side}))
	rows := "$" + cell(1, head)[1:]
	f.do(f.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet,
		RefersTo: "'" + sheet + "'!" + rows + ":" + rows}))
	f.do(f.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&C&P/&N"}))
	f.do(f.file.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: head, TopLeftCell: cell(3, head+1),
		ActivePane: "bottomRight"}))
	f.do(f.file.ProtectSheet(sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true,
		FormatColumns: true, FormatRows: true}))
}
