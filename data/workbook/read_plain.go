package workbook

import (
	"path/filepath"
	"strings"

	"thidua/data/names"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// columns are where a table has what, from 1; 0: nowhere.
type columns struct {
	code, title, most, mark, evidence, note int
	as                                      scoring.Entry // how the scores are given; NoEntry: nobody can say
	head                                    string        // of the column of scores
}

// plain reads a table that is no form: its columns are known by their heads, its rows by their numbers, or where a row
// has none, by its title. It is false where there is no such table.
func (w *writer) plain(hint Hint) bool {
	for i := range w.from.sheets {
		g := &w.from.sheets[i]
		for r := 1; r <= min(len(g.rows), 30); r++ {
			if c := headsOf(g, r, hint.Appraisal); c.mark > 0 && (c.code > 0 || c.title > 0) {
				w.table(g, r, c, hint)
				return true
			}
		}
	}
	if hint.Appraisal {
		w.fail("", lang.Text{VI: "không thấy bảng thẩm định", EN: "there is no table of the appraisal"},
			lang.Text{VI: "cần một dòng tiêu đề có STT hoặc Tiêu chí, và cột Thẩm định (điểm) hoặc Thẩm định (%), " +
				"hoặc mỗi đơn vị một cột",
				EN: "it needs a row of heads with STT or Tiêu chí, and a column Thẩm định (điểm) or Thẩm định (%), " +
					"or a column for each unit"})
		return false
	}
	w.fail("", lang.Text{VI: "không thấy bảng tự chấm", EN: "there is no table of self-scores"},
		lang.Text{VI: "cần một dòng tiêu đề có các cột như STT, Tiêu chí, Điểm tối đa, Tự chấm (điểm) hoặc Tự chấm (%)",
			EN: "it needs a row of heads such as STT, Tiêu chí, Điểm tối đa, Tự chấm (điểm) or Tự chấm (%)"})
	return false
}

// headsOf reads a row as the heads of columns. The scores are those of the appraisal where that is asked for, and the
// unit's own otherwise.
func headsOf(g *grid, r int, appraisal bool) (c columns) {
	if r > len(g.rows) {
		return c
	}
	for x, v := range g.rows[r-1] {
		head := " " + strings.Join(strings.Fields(names.Bare(names.Fold(v.text))), " ") + " "
		has := func(words ...string) bool {
			for _, word := range words {
				if strings.Contains(head, word) {
					return true
				}
			}
			return false
		}
		column := x + 1
		switch {
		case !appraisal && has("tu cham", "tu danh gia", "tu xep"), appraisal && has("tham dinh") && !has("don vi"):
			if c.mark == 0 || c.as == scoring.NoEntry {
				c.mark, c.as, c.head = column, entryOf(v.text), v.text
			}
		case has("minh chung", "tai lieu"):
			c.evidence = column
		case has("toi da", "diem chuan", "thang diem"):
			c.most = column
		case has("ghi chu"):
			c.note = column
		case has(" stt ", " tt ", " ma ", "so tt"):
			c.code = column
		case has("tieu chi", "nhiem vu", "noi dung", "chi tieu"):
			c.title = column
		}
	}
	return c
}

// entryOf is how a column gives scores, by its head.
func entryOf(head string) scoring.Entry {
	bare := names.Bare(names.Fold(head))
	switch {
	case strings.Contains(head, "%"), strings.Contains(bare, "phan tram"), strings.Contains(bare, "ti le"),
		strings.Contains(bare, "ty le"):
		return scoring.EntryPercent
	case strings.Contains(bare, "diem"):
		return scoring.EntryPoints
	}
	return scoring.NoEntry
}

// table reads the rows below the heads.
func (w *writer) table(g *grid, head int, c columns, hint Hint) {
	w.line("rulebook = "+quoted(w.book.ID), "")
	w.line("unit = "+quoted(w.owner(g, head, hint)), "")
	w.line("year = "+quoted(hint.Year), "")
	if hint.Year == "" {
		w.fail("", lang.Text{VI: "bảng này không ghi năm", EN: "this table does not say its year"},
			lang.Text{VI: "thêm --year", EN: "add --year"})
	}
	if c.as == scoring.NoEntry {
		w.fail(g.place(c.mark, head),
			lang.Sayf("cột «%s» là điểm hay phần trăm?", "is the column «%s» points or percents?",
				c.head), lang.Text{VI: "thêm «(điểm)» hoặc «(%)» vào tên cột", EN: "add «(điểm)» or «(%)» to its head"})
	}
	s := newScores(w)
	seen, above := map[string]int{}, -1
	for r := head + 1; r <= len(g.rows); r++ {
		at, known := w.find(g, r, c, above, seen)
		mark := g.at(c.mark, r)
		if !known {
			if mark.text != "" && !isSum(g, r) {
				w.fail(g.place(c.mark, r),
					lang.Text{VI: "không biết dòng này là tiêu chí nào",
						EN: "nobody can say which criterion this row is"},
					lang.Sayf("ghi STT như bộ tiêu chí %s", "give its number as the rulebook %s has it", w.book.ID))
			}
			continue
		}
		n := &w.book.Criteria[at]
		above = at
		if !n.Scored { // a field's own cell holds a sum, which is worked out anew
			continue
		}
		seen[n.Code] = r
		as := n.Asks()
		if n.Gives(c.as) {
			as = c.as
		}
		s.mark(n, mark, g.place(c.mark, r), as)
		s.papers(n, g.place(max(c.evidence, 1), r), g.at(c.evidence, r).text, noted(g.at(c.note, r).text))
	}
	s.write()
}

// isSum reports whether a row is a total.
func isSum(g *grid, r int) bool {
	for _, v := range g.rows[r-1] {
		bare := names.Bare(names.Fold(v.text))
		if strings.HasPrefix(bare, "tong") || strings.HasPrefix(bare, "cong") {
			return true
		}
	}
	return false
}

// find is the criterion that a row is about: by its number, or by its title among those that are not taken yet.
func (w *writer) find(g *grid, r int, c columns, above int, seen map[string]int) (at int, ok bool) {
	code := strings.TrimRight(strings.TrimSpace(g.at(c.code, r).text), ".")
	if at, ok = w.book.Index(code); ok && code != "" {
		return at, true
	}
	title := names.Bare(names.Fold(g.at(c.title, r).text))
	if title == "" {
		return 0, false
	}
	for i := max(above, 0); i < len(w.book.Criteria); i++ { // rows stand in the rulebook's order
		n := &w.book.Criteria[i]
		if _, taken := seen[n.Code]; taken {
			continue
		}
		if names.Bare(names.Fold(n.Title)) == title || n.Short != "" && names.Bare(names.Fold(n.Short)) == title {
			return i, true
		}
	}
	return 0, false
}

// owner is whose table it is: as somebody said, as a cell above the table says, or as the file is called.
func (w *writer) owner(g *grid, head int, hint Hint) string {
	if hint.Unit != "" {
		return hint.Unit
	}
	for r := 1; r < head; r++ {
		for x, v := range g.rows[r-1] {
			if bare := names.Bare(names.Fold(v.text)); strings.HasPrefix(bare, "don vi") && !isAssessor(bare) {
				if _, name, found := strings.Cut(v.text, ":"); found && strings.TrimSpace(name) != "" {
					return strings.TrimSpace(name)
				}
				if next := g.at(x+2, r).text; next != "" {
					return next
				}
			}
		}
	}
	name := strings.TrimSuffix(filepath.Base(w.from.File), filepath.Ext(w.from.File))
	if unit, ok := w.book.Units.Find(name); ok {
		return unit
	}
	w.fail("", lang.Text{VI: "bảng này không ghi tên đơn vị", EN: "this table does not say whose it is"},
		lang.Text{VI: "thêm --unit, hoặc đặt tên tệp theo đơn vị, như nam-dinh.xlsx",
			EN: "add --unit, or call the file after its unit, such as nam-dinh.xlsx"})
	return ""
}
