package workbook

import (
	"cmp"
	"strconv"
	"strings"

	"thidua/data/finding"
	"thidua/data/names"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// drafted is a row of a list of criteria.
type drafted struct {
	code, title, assessor string
	max                   scoring.Points
	printed               bool // the list says how many points it has
	evidence              []string
	at                    string // its cell of points, or of its number
	sum                   scoring.Points
	parent                int // -1 at the top
	children              int
}

// Draft is a rulebook made of the list of criteria that an office has: its fields and criteria with their points,
// evidence and assessors, in the list's own numbering, and all rules as lines to fill in. Rows without a number of
// their own are numbered below the one above. What does not add up is a finding with its cell.
func Draft(b *Book, id string) (toml string, found finding.List) {
	d := draft{book: b}
	if !d.read() {
		return "", d.found
	}
	d.tree()
	d.sums()
	if len(d.found) > 0 {
		return "", d.found
	}
	return d.write(id), nil
}

// draft is a rulebook in the making.
type draft struct {
	book  *Book
	rows  []drafted
	total scoring.Points
	found finding.List
}

func (d *draft) fail(at string, what, mend lang.Text) {
	d.found = append(d.found, finding.Finding{File: d.book.File, Cell: at, What: what, Mend: mend})
}

// listColumns are where a list of criteria has what.
type listColumns struct{ code, title, most, evidence, assessor int }

func listHeads(g *grid, r int) (c listColumns) {
	for x, v := range g.rows[r-1] {
		head := " " + strings.Join(strings.Fields(names.Bare(names.Fold(v.text))), " ") + " "
		has := func(words ...string) bool {
			for _, w := range words {
				if strings.Contains(head, w) {
					return true
				}
			}
			return false
		}
		set := func(to *int) {
			if *to == 0 {
				*to = x + 1
			}
		}
		switch {
		case has("minh chung", "tai lieu"):
			set(&c.evidence)
		case has("danh gia", "tham dinh", "cham diem", "theo doi"):
			set(&c.assessor)
		case has("diem", "thang"):
			set(&c.most)
		case has(" stt ", " tt ", " ma ", "so tt"):
			set(&c.code)
		case has("tieu chi", "nhiem vu", "noi dung", "chi tieu"):
			set(&c.title)
		}
	}
	return c
}

// read finds the list and reads its rows.
func (d *draft) read() bool {
	for i := range d.book.sheets {
		g := &d.book.sheets[i]
		for r := 1; r <= min(len(g.rows), 30); r++ {
			c := listHeads(g, r)
			if c.title == 0 || c.most == 0 {
				continue
			}
			if r < len(g.rows) { // a head of two rows: the second says which of several points
				if next := listHeads(g, r+1); next.title == 0 && next.most > 0 && next.code == 0 {
					r++
				}
			}
			for r++; r <= len(g.rows); r++ {
				d.row(g, r, c)
			}
			if len(d.rows) == 0 {
				d.fail("", lang.Text{VI: "bảng không có dòng tiêu chí nào", EN: "the table has no criteria"},
					lang.Text{})
				return false
			}
			return true
		}
	}
	d.fail("", lang.Text{VI: "không thấy danh mục tiêu chí", EN: "there is no list of criteria"},
		lang.Text{VI: "cần một bảng có dòng tiêu đề với các cột như STT, Tiêu chí, Điểm, Minh chứng, Đơn vị đánh giá",
			EN: "it needs a table with a row of heads such as STT, Tiêu chí, Điểm, Minh chứng, Đơn vị đánh giá"})
	return false
}

// row reads a row below the heads.
func (d *draft) row(g *grid, r int, c listColumns) {
	title := strings.Join(strings.Fields(g.at(c.title, r).text), " ")
	code := strings.TrimRight(strings.TrimSpace(g.at(c.code, r).text), ".")
	bare := names.Bare(names.Fold(title))
	points := g.at(c.most, r)
	row := drafted{code: code, title: title, at: g.place(c.most, r), parent: -1,
		assessor: strings.Join(strings.Fields(cmp.Or(g.at(c.assessor, r).text, g.at(c.assessor, r).above)), " ")}
	if n, _, ok := decimal(points.text); ok {
		p, err := scoring.ParsePoints(n)
		if err != nil {
			d.fail(row.at, lang.Sayf("%q không phải là số điểm", "%q is no number of points", points.text), lang.Text{})
		}
		row.max, row.printed = p, p > 0
	} else if points.text != "" && title != "" {
		d.fail(row.at, lang.Sayf("%q không phải là số điểm", "%q is no number of points", points.text),
			lang.Text{VI: "ghi số, như 20 hoặc 2,5", EN: "give a number, such as 20 or 2.5"})
	}
	switch {
	case title == "":
		return
	case code == "" && (strings.HasPrefix(bare, "tong") || strings.HasPrefix(bare, "cong")):
		d.total = row.max
		return
	}
	for line := range strings.Lines(strings.ReplaceAll(g.at(c.evidence, r).text, "\r", "\n")) {
		if line = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), "-•+")); line != "" {
			row.evidence = append(row.evidence, line)
		}
	}
	d.rows = append(d.rows, row)
}

// tree finds what lies below what: by the numbers; a row without one lies below the last one that has one.
func (d *draft) tree() {
	seen, numbered := map[string]int{}, -1
	for i := range d.rows {
		row := &d.rows[i]
		if row.code == "" {
			if numbered < 0 {
				d.fail(row.at,
					lang.Sayf("«%s» không có STT và không nằm dưới mục nào",
						"«%s» has no number and lies below nothing",
						row.title), lang.Text{VI: "ghi STT", EN: "give it a number"})
				continue
			}
			row.parent = numbered
			d.rows[numbered].children++
			row.code = d.rows[numbered].code + "." + strconv.Itoa(d.rows[numbered].children)
			continue
		}
		if _, twice := seen[row.code]; twice {
			d.fail(row.at, lang.Sayf("STT %s có hai lần", "the number %s appears twice", row.code),
				lang.Text{VI: "sửa STT của một dòng", EN: "mend one of the rows"})
			continue
		}
		seen[row.code], numbered = i, i
		for above := row.code; strings.Contains(above, "."); {
			above = above[:strings.LastIndex(above, ".")]
			if p, ok := seen[above]; ok {
				row.parent = p
				d.rows[p].children++
				break
			}
		}
	}
}

// sums adds up: a field that says its points has those of what lies below it.
func (d *draft) sums() {
	var total scoring.Points
	for i := len(d.rows) - 1; i >= 0; i-- {
		row := &d.rows[i]
		switch {
		case row.children == 0:
			row.sum = row.max
			if !row.printed {
				d.fail(row.at, lang.Sayf("tiêu chí %s không có điểm", "criterion %s has no points", row.code),
					lang.Text{VI: "ghi điểm tối đa", EN: "give its maximum"})
			}
		case row.printed && row.sum != row.max:
			d.fail(row.at,
				lang.Sayf("mục %s ghi %s điểm, cộng các dòng dưới là %s",
					"field %s says %s points, its rows add up to %s",
					row.code, row.max, row.sum), lang.Text{VI: "sửa điểm của mục hoặc của các dòng dưới",
					EN: "mend its points or those of its rows"})
		}
		if row.parent >= 0 {
			d.rows[row.parent].sum += row.sum
		} else {
			total += row.sum
		}
	}
	if d.total > 0 && d.total != total {
		d.fail("",
			lang.Sayf("dòng tổng ghi %s điểm, cộng các mục là %s", "the total says %s points, the fields add up to %s",
				d.total, total),
			lang.Text{VI: "sửa dòng tổng hoặc điểm của các mục", EN: "mend the total or the fields"})
	}
	d.total = total
}
