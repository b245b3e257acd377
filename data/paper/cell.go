package paper

import (
	"strings"

	"thidua/data/paper/serif"
)

// The letters of workbooks, and how large they are, in points.
const (
	FaceCell = "Times New Roman"
	SizeCell = 11.0
)

// CellLines is how many lines a text takes in a cell of a workbook, in a column as wide as so many digits of the
// workbook's own letters: programs wrap the texts of cells, and make no room for them by themselves. indent is by how
// many steps the text is moved in.
func CellLines(family *serif.Family, text string, bold bool, width float64, indent int) int {
	const digit, frame, step, mmPerPixel = 7, 6, 9, 25.4 / 96
	const safe = 0.97 // programs measure a little differently
	room := (width*digit - frame - float64(indent*step)) * mmPerPixel * safe
	face, lines := family.Face(bold, false), 0
	for part := range strings.SplitSeq(text, "\n") {
		lines++
		at := 0.0
		for word := range strings.FieldsSeq(part) {
			long := face.Width(word, SizeCell)
			if at > 0 && at+face.Width(" ", SizeCell)+long > room {
				lines++
				at = 0
			}
			if at > 0 {
				at += face.Width(" ", SizeCell)
			}
			at += long
			for at > room && room > 0 { // a word longer than a line is cut
				lines++
				at -= room
			}
		}
	}
	return lines
}

// CellHeight is how high a row of a workbook is that has so many lines, in points.
func CellHeight(lines int) float64 {
	const line, frame = 14.5, 3
	return float64(max(lines, 1))*line + frame
}
