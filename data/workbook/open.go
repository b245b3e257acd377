package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"

	"thidua/data/finding"
	"thidua/data/tomldoc"
	"thidua/scoring/lang"
)

// Limits of what is read: a form of the largest rulebook is a hundredth of each.
const (
	maxFile    = 16 << 20
	maxUnzip   = 64 << 20
	maxXML     = 16 << 20
	maxRows    = 5000
	maxColumns = 64
	maxCell    = 8000 // characters
)

// Book is what a workbook or a CSV file holds, cell by cell.
type Book struct {
	File   string
	sheets []grid
}

// grid is the cells of a sheet.
type grid struct {
	name string
	rows [][]value
}

// value is a cell: its text as it is kept, and whether a formula makes it. One that a cell above covers has no text of
// its own; above is that of the cell.
type value struct {
	text    string
	formula bool
	above   string
}

// at is the cell of a column and row, both from 1; empty where there is none.
func (g *grid) at(column, row int) value {
	if row < 1 || row > len(g.rows) || column < 1 || column > len(g.rows[row-1]) {
		return value{}
	}
	return g.rows[row-1][column-1]
}

// Is reports whether a file of that name is read here.
func Is(file string) bool {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".xlsx", ".xlsm", ".xls", ".csv":
		return true
	}
	return false
}

// Open reads a file. Where it cannot be read the findings say why, and what to do.
func Open(file string) (*Book, finding.List) {
	var found finding.List
	src, err := read(file)
	if err != nil {
		found.Add(file, 0, tomldoc.CannotRead(err),
			lang.Sayf("kiểm tra đường dẫn và quyền đọc", "check the path and that it may be read"))
		return nil, found
	}
	return Parse(file, src)
}

func read(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxFile+1))
}

// Parse reads what was read from a file of that name.
func Parse(file string, src []byte) (*Book, finding.List) {
	var found finding.List
	if len(src) > maxFile {
		found.Add(file, 0,
			lang.Sayf("tệp lớn hơn giới hạn %d MB", "the file has more than the limit of %d MB", maxFile>>20),
			lang.Sayf("kiểm tra xem có đúng tệp không", "check that it is the right file"))
		return nil, found
	}
	if strings.EqualFold(filepath.Ext(file), ".csv") {
		return parseCSV(file, src)
	}
	if strings.EqualFold(filepath.Ext(file), ".docx") && !hasPassword(src) {
		return parseDocument(file, src)
	}
	if what, mend := strange(file, src); !what.IsZero() {
		found.Add(file, 0, what, mend)
		return nil, found
	}
	b, err := parse(file, src)
	if err != nil {
		found.Add(file, 0,
			lang.Sayf("không đọc được bảng tính này (%s)", "this workbook cannot be read (%s)", reason(err)),
			lang.Sayf("mở trong Excel rồi lưu lại thành tệp .xlsx mới",
				"open it in Excel and save it as a new .xlsx file"))
		return nil, found
	}
	return b, nil
}

// reason is what the library said, in short.
func reason(err error) string {
	s := err.Error()
	const longest = 80
	if r := []rune(s); len(r) > longest {
		s = string(r[:longest]) + "…"
	}
	return s
}

var errTooLarge = errors.New("more rows or columns than a form has")

// parse calls the library; a panic of it on hostile input is an error like any other.
func parse(name string, src []byte) (b *Book, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(src), excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnzip,
		UnzipXMLSizeLimit: maxXML})
	if err != nil {
		return nil, err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	b = &Book{File: name}
	for _, sheet := range f.GetSheetList() {
		g, err := sheetCells(f, sheet)
		if err != nil {
			return nil, err
		}
		b.sheets = append(b.sheets, g)
	}
	return b, nil
}

func sheetCells(f *excelize.File, sheet string) (grid, error) {
	g := grid{name: sheet}
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		return g, err
	}
	if len(rows) > maxRows {
		return g, errTooLarge
	}
	for y, row := range rows {
		if len(row) > maxColumns {
			row = row[:maxColumns]
		}
		cells := make([]value, len(row))
		for x, text := range row {
			formula, err := f.GetCellFormula(sheet, cell(x+1, y+1))
			if err != nil {
				return g, err
			}
			cells[x] = value{text: strings.TrimSpace(clip(text)), formula: formula != ""}
		}
		g.rows = append(g.rows, cells)
	}
	return g, g.merge(f)
}

// merge notes of every cell that one above covers what that says.
func (g *grid) merge(f *excelize.File) error {
	merged, err := f.GetMergeCells(g.name)
	if err != nil {
		return err
	}
	for _, m := range merged {
		x, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		if err != nil {
			return err
		}
		_, bottom, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil {
			return err
		}
		said := g.at(x, top).text
		for y := top + 1; y <= min(bottom, len(g.rows)) && x <= maxColumns; y++ {
			row := &g.rows[y-1]
			for len(*row) < x {
				*row = append(*row, value{})
			}
			(*row)[x-1] = value{above: said}
		}
	}
	return nil
}

// clip keeps a cell's text within bounds.
func clip(s string) string {
	if r := []rune(s); len(r) > maxCell {
		return string(r[:maxCell])
	}
	return s
}

// sheet finds a sheet by name; nil if there is none.
func (b *Book) sheet(name string) *grid {
	for i := range b.sheets {
		if b.sheets[i].name == name {
			return &b.sheets[i]
		}
	}
	return nil
}
