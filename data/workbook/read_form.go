package workbook

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"thidua/data/clean"
	"thidua/data/names"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// form reads a form that was handed out by this program.
func (w *writer) form() {
	hidden, g := w.from.sheet(hiddenSheet), w.from.sheet(mainSheet)
	if g == nil {
		w.fail("", lang.Sayf("thiếu trang «%s»", "the sheet «%s» is missing", mainSheet), freshForm())
		g = &grid{name: mainSheet}
	}
	w.line("rulebook = "+quoted(hidden.at(2, 2).text), "")
	w.line("unit = "+quoted(hidden.at(2, 4).text), g.place(valueColumn, unitRow))
	w.line("year = "+quoted(hidden.at(2, 5).text), g.place(valueColumn, unitRow+1))
	w.submitted(g)
	if hidden.at(2, 2).text != w.book.ID { // said by who reads the document: the rows are not those of this rulebook
		w.line("[percent]", "")
		return
	}
	if hidden.at(2, 3).text != textID(w.book) {
		w.fail("",
			lang.Sayf("phiếu này làm theo bản khác của bộ tiêu chí %s", "this form was made by another edition of %s",
				w.book.ID), freshForm())
	}
	for _, pair := range []struct{ row, at int }{{unitRow, 4}, {unitRow + 1, 5}} {
		if shown := g.at(valueColumn, pair.row).text; names.Fold(shown) != names.Fold(hidden.at(2, pair.at).text) {
			w.fail(g.place(valueColumn, pair.row), lang.Sayf("phiếu này là của %q, không phải %q",
				"this form is %q's, not %q's", hidden.at(2, pair.at).text, clean.Show(shown)),
				lang.Text{VI: "dùng đúng phiếu của đơn vị và của năm", EN: "use the form of the unit and of the year"})
		}
	}
	w.rows(g)
	w.bonuses()
}

// freshForm is what to do about a form that is not as it was handed out.
func freshForm() lang.Text {
	return lang.Text{VI: "chép các ô đã điền sang phiếu mới phát", EN: "copy what was filled in to a fresh form"}
}

// submitted reads the day on which the form was handed in.
func (w *writer) submitted(g *grid) {
	v := g.at(valueColumn, dayRow)
	if v.text == "" {
		return
	}
	if day, ok := dayOf(v.text); ok {
		w.line("submitted = "+day.Format(time.DateOnly), g.place(valueColumn, dayRow))
		return
	}
	w.fail(g.place(valueColumn, dayRow), lang.Sayf("%q không phải là ngày", "%q is no date", clean.Show(v.text)),
		lang.Text{VI: "viết như 08/06/2020", EN: "write it like 08/06/2020"})
}

// dayOf reads a day as people write it, or as workbooks keep it: the number of days since the end of 1899.
func dayOf(s string) (time.Time, bool) {
	for _, layout := range []string{"2/1/2006", "2-1-2006", "2.1.2006", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	const first, last = 30000, 90000 // 1982 to 2146
	if n, err := strconv.ParseFloat(s, 64); err == nil && n >= first && n <= last {
		return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(n)), true
	}
	return time.Time{}, false
}

// rows reads the rows of the criteria: each has to stand where it was handed out.
func (w *writer) rows(g *grid) {
	s := newScores(w)
	for i := range w.book.Criteria {
		c, r := &w.book.Criteria[i], row(i)
		if !w.asHandedOut(g, c, r) || !c.Scored {
			continue
		}
		s.mark(c, g.at(colMark, r), g.place(colMark, r), c.Asks())
		s.papers(c, g.place(colEvidence, r), g.at(colEvidence, r).text, noted(g.at(colNote, r).text))
	}
	s.write()
}

// noted is a note beside a score: it is kept with the evidence, as what it is.
func noted(text string) string {
	if text == "" {
		return ""
	}
	return "Ghi chú: " + strings.ReplaceAll(text, "\n", " ")
}

// asHandedOut reports whether a row's locked cells are those of the criterion.
func (w *writer) asHandedOut(g *grid, c *scoring.Criterion, r int) bool {
	switch code := g.at(colCode, r).text; {
	case code == c.Code:
		column := changed(g, c, r)
		if column == 0 {
			return true
		}
		w.fail(g.place(column, r),
			lang.Sayf("ô khóa của tiêu chí %s đã bị sửa", "a locked cell of criterion %s was changed",
				c.Code), freshForm())
	case slices.ContainsFunc(g.rows, func(cells []value) bool { return len(cells) > 0 && cells[0].text == c.Code }):
		w.fail(g.place(colCode, r),
			lang.Sayf("dòng của tiêu chí %s đã bị dời chỗ", "the row of criterion %s was moved", c.Code),
			freshForm())
	default:
		w.fail(g.place(colCode, r),
			lang.Sayf("thiếu dòng của tiêu chí %s", "the row of criterion %s is missing", c.Code),
			freshForm())
	}
	return false
}

// changed is the first column of a criterion's row that is not as the form was handed out; 0 if all are.
func changed(g *grid, c *scoring.Criterion, r int) int {
	said, _, _ := decimal(g.at(colMax, r).text)
	if most, _, _ := decimal(c.Max.String()); said != most {
		return colMax
	}
	asked, wanted := "", ""
	if c.Scored {
		asked, wanted = asks(c), strings.Join(c.Evidence, "\n")
	}
	for _, cell := range []struct {
		column int
		want   string
	}{{colTitle, c.Title}, {colAsks, asked}, {colWanted, wanted}} {
		if names.Fold(clip(g.at(cell.column, r).text)) != names.Fold(clip(cell.want)) {
			return cell.column
		}
	}
	return 0
}

// bonuses reads the requests.
func (w *writer) bonuses() {
	g := w.from.sheet(bonusSheet)
	if g == nil {
		return
	}
	for r := bonusHead + 1; r <= max(bonusHead+bonusRows, len(g.rows)); r++ {
		code, points, reason := g.at(bonusCode, r), g.at(bonusPoints, r), g.at(bonusReason, r)
		if code.text == "" && points.text == "" && reason.text == "" {
			continue
		}
		if points.formula || code.formula {
			w.fail(g.place(bonusPoints, r), formulaFound(), typeValue())
		}
		w.line("[[request]]", g.place(bonusCode, r))
		w.line("target = "+quoted(strings.TrimRight(code.text, ".")), g.place(bonusCode, r))
		w.line("points = "+numberOr(points.text), g.place(bonusPoints, r))
		w.line("reason = "+quoted(reason.text), g.place(bonusReason, r))
	}
}

// numberOr is a number for TOML, or, where a cell holds none, its text, which is refused there with its place.
func numberOr(text string) string {
	if n, percent, ok := decimal(text); ok && !percent {
		return n
	}
	return quoted(text)
}

func formulaFound() lang.Text {
	return lang.Text{VI: "ô này có công thức", EN: "this cell holds a formula"}
}

func typeValue() lang.Text {
	return lang.Text{VI: "gõ giá trị vào ô", EN: "type the value into the cell"}
}
