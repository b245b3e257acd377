package papers

import (
	"cmp"
	"fmt"
	"strings"

	"thidua/data/meeting"
	"thidua/data/paper"
	"thidua/data/view"
	"thidua/scoring"
)

// Report is the report to the upper body on what the meeting came to (Báo cáo, mẫu 1.4).
func Report(s *meeting.Snapshot) paper.Document {
	x := newSource(s)
	blocks := []paper.Block{
		x.letterhead("BC", x.placeAndDay()),
		paper.Title{Name: "BÁO CÁO", Subject: []string{"Kết quả " + x.title}, Rule: true},
	}
	blocks = append(blocks, x.addressed()...)
	blocks = append(blocks, x.bases()...)
	blocks = append(blocks, x.held(), heading("I. KẾT QUẢ THỐNG NHẤT ĐIỂM VÀ XẾP HẠNG"),
		body("Điểm và thứ hạng dưới đây theo điểm "+x.blanks.Cluster+" thống nhất:"),
		fromTable(view.Standings(&x.State, scoring.Agreed, vi), nil),
		body(fmt.Sprintf("Số tiêu chí thay đổi so với điểm tự chấm: %d.", len(x.fromSelf()))))
	n := 1
	part := func(title string, said []paper.Block) {
		if len(said) > 0 {
			n++
			blocks = append(blocks, heading(roman(n)+". "+title))
			blocks = append(blocks, said...)
		}
	}
	part("ĐỀ NGHỊ KHEN THƯỞNG", x.proposed())
	part(strings.ToUpper("Kết quả bầu "+x.officesWords()), x.elections(true))
	part("SO VỚI CÁC NĂM TRƯỚC", x.years())
	part("KẾT QUẢ THẨM ĐỊNH", x.appraised())
	part("KHEN THƯỞNG ĐƯỢC QUYẾT ĐỊNH", x.decidedAbove())
	part("KIẾN NGHỊ, ĐỀ XUẤT", x.statements(scoring.SectionProposal)())
	blocks = append(blocks, body(x.blanks.Cluster+" trân trọng báo cáo./."), x.signed("- Như trên;"))
	return x.document("Báo cáo", paper.Section{Blocks: blocks}, x.annex("Báo cáo kết quả"))
}

// Proposal asks the upper body for the awards (Tờ trình).
func Proposal(s *meeting.Snapshot) paper.Document {
	x := newSource(s)
	blocks := []paper.Block{
		x.letterhead("TTr", x.placeAndDay()),
		paper.Title{Name: "TỜ TRÌNH", Subject: []string{"Về việc đề nghị khen thưởng năm " + x.Year()}, Rule: true},
	}
	blocks = append(blocks, x.addressed()...)
	blocks = append(blocks, x.bases()...)
	blocks = append(blocks, x.held(), body("Trên cơ sở kết quả đó, kính đề nghị xem xét khen thưởng:"))
	var rows [][]string
	t := x.Standings(scoring.Agreed)
	places := view.PlacesOf(t, vi)
	for i, s := range t.All() {
		for _, id := range append([]string{s.Award}, s.Beside...) {
			if a, ok := x.book.Award(id); ok {
				rows = append(rows, []string{x.unitName(s.Unit), places.Whole(s.Unit), places.Rank(i), a.Name.In(vi)})
			}
		}
	}
	blocks = append(blocks, grid([]column{{"Đơn vị", 5, paper.Left}, {"Tổng điểm thống nhất", 2.6, paper.Right},
		{"Hạng", 1.5, paper.Centre}, {"Hình thức đề nghị", 7, paper.Left}}, rows),
		body("(Kèm theo Biên bản hội nghị và Báo cáo kết quả.)"),
		body(x.blanks.Cluster+" kính trình xem xét, quyết định./."), x.signed("- Như trên;"))
	return x.document("Tờ trình", paper.Section{Blocks: blocks})
}

// held is the sentence that says when and where the meeting was, and who came.
func (x *source) held() paper.Block {
	where := ""
	if x.sitting.Place != "" {
		where = " tại " + x.sitting.Place
	}
	return body(fmt.Sprintf("%s đã tổ chức %s vào %s%s, có %d trong %d đơn vị tham dự.", view.Capital(x.blanks.Cluster),
		x.title,
		date(x.start()), where, x.present(), len(x.Units())))
}

// addressed is to whom the paper goes (II.9.b).
func (x *source) addressed() []paper.Block {
	to := x.blanks.FillAll(x.book.Paper.Addressees)
	switch len(to) {
	case 0:
		return []paper.Block{paper.Plain(paper.Centred, "Kính gửi: "+dots)}
	case 1:
		return []paper.Block{paper.Plain(paper.Centred, "Kính gửi: "+to[0])}
	}
	out := []paper.Block{paper.Plain(paper.Centred, "Kính gửi:")}
	for i, t := range to {
		end := ";"
		if i == len(to)-1 {
			end = "."
		}
		out = append(out, paper.Plain(paper.Centred, "- "+t+end))
	}
	return out
}

// placeAndDay is the line below the motto: the paper is dated when it is signed, so the day is left open.
func (x *source) placeAndDay() string {
	return fmt.Sprintf("%s, ngày …… tháng …… năm %d", cmp.Or(x.blanks.Leader, dots), x.day().Year())
}

// signed is who signs for the group, beside those who get a copy.
func (x *source) signed(first string) paper.Signatures {
	copies := x.copyTo("- Lưu: VT.")
	copies.Lines = append([]string{first}, copies.Lines...)
	p := x.book.Paper
	signer := upper(x.blanks.FillAll(p.Signer))
	if len(signer) == 0 {
		signer = []string{"TM. " + strings.ToUpper(x.blanks.Cluster)}
	}
	return paper.Signatures{Copies: copies,
		Right: paper.Signer{Authority: signer, Post: strings.ToUpper(x.blanks.Fill(p.Post)), Name: ""}}
}
