package workbook

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"thidua/data/rulebook"
	"thidua/scoring"
)

// Where things stand in a form. Rows and columns count from 1.
const (
	mainSheet    = "Phiếu tự chấm"
	bonusSheet   = "Đề nghị thưởng"
	hiddenSheet  = "_thidua"
	headRow      = 7
	unitRow      = 3
	dayRow       = 5
	valueColumn  = 2 // of unit, year, day
	bonusHead    = 3
	bonusRows    = 20
	formVersion  = "1"
	levelsColumn = 8 // of the hidden sheet: the first column of the lists of levels
)

// The columns of the form's table.
const (
	colCode = iota + 1
	colTitle
	colMax
	colAsks
	colMark
	colPoints
	colWanted
	colEvidence
	colNote
)

// The columns of the requests.
const (
	bonusCode = iota + 1
	bonusPoints
	bonusReason
)

// textID is what stands for the rulebook's text in a form.
func textID(book *rulebook.Book) string {
	sum := sha256.Sum256([]byte(book.Text))
	return hex.EncodeToString(sum[:8])
}

// row is the row of a criterion in a form.
func row(criterion int) int { return headRow + 1 + criterion }

// cell is the name of a cell: B7.
func cell(column, row int) string { return letters(column) + strconv.Itoa(row) }

// letters are a column's letters: 28 is AB.
func letters(column int) string {
	s := ""
	for column > 0 {
		column--
		s = string(rune('A'+column%26)) + s
		column /= 26
	}
	return s
}

// asks is what a cell to fill in wants, as the form says it beside the cell.
func asks(c *scoring.Criterion) string {
	switch c.Asks() {
	case scoring.EntryPoints:
		return "điểm"
	case scoring.EntryLevel:
		return "mức"
	case scoring.EntryCount:
		return "số lần"
	}
	return "%"
}
