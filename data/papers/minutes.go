package papers

import (
	"fmt"
	"strings"

	"thidua/data/meeting"
	"thidua/data/paper"
	"thidua/scoring"
)

// Minutes are the minutes of the meeting (Biên bản, mẫu 1.9): what was decided, in the order in which minutes have it,
// and an annex with everybody's points.
func Minutes(s *meeting.Snapshot) paper.Document { return newSource(s).minutes() }

// minutes are those of one sitting.
func (x *source) minutes() paper.Document {
	blocks := []paper.Block{
		x.letterhead("BB", ""),
		paper.Title{Name: "BIÊN BẢN", Subject: []string{x.title}, Rule: true},
	}
	blocks = append(blocks, x.bases()...)
	blocks = append(blocks, x.opening()...)
	n := 0
	for _, part := range []struct {
		title string
		say   func() []paper.Block
	}{
		{"CHƯƠNG TRÌNH", x.agendaPart},
		{"BÁO CÁO", x.statements(scoring.SectionReport)},
		{"RÀ SOÁT VÀ THỐNG NHẤT ĐIỂM", x.scores},
		{"THẢO LUẬN", x.discussion},
		{"BIỂU QUYẾT", x.votes},
		{"KẾT QUẢ XẾP HẠNG VÀ ĐỀ NGHỊ KHEN THƯỞNG", x.result},
		{strings.ToUpper("Bầu " + x.officesWords()), func() []paper.Block { return x.elections(false) }},
		{"KIẾN NGHỊ, ĐỀ XUẤT", x.statements(scoring.SectionProposal)},
		{"Ý KIẾN CỦA ĐẠI BIỂU", x.statements(scoring.SectionRemarks)},
		{"KẾT LUẬN", x.statements(scoring.SectionConclusion)},
	} {
		if said := part.say(); len(said) > 0 {
			n++
			blocks = append(blocks, heading(roman(n)+". "+part.title))
			blocks = append(blocks, said...)
		}
	}
	blocks = append(blocks, x.ending()...)
	return x.document("Biên bản", paper.Section{Blocks: blocks}, x.annex("Biên bản"))
}

// opening is when, where and who.
func (x *source) opening() []paper.Block {
	out := []paper.Block{
		paper.Say("Thời gian bắt đầu:", moment(x.start())+"."),
		paper.Say("Địa điểm:", orDots(x.sitting.Place)+"."),
	}
	if x.sitting.Invitation != "" {
		out = append(out, paper.Say("Theo:", x.sitting.Invitation+"."))
	}
	out = append(out, x.roll()...)
	out = append(out,
		paper.Say("Chủ tọa:", orDots(said(x.sitting.Chair))+"."),
		paper.Say("Thư ký:", orDots(said(x.sitting.Secretary))+"."))
	if len(x.sitting.Tellers) > 0 {
		out = append(out, paper.Say("Tổ kiểm phiếu:", strings.Join(x.sitting.Tellers, "; ")+"."))
	}
	return append(out, x.statements(scoring.SectionOpening)()...)
}

func (x *source) agendaPart() (out []paper.Block) {
	for i, line := range x.sitting.Agenda {
		out = append(out, body(fmt.Sprintf("%d. %s", i+1, line)))
	}
	return out
}

// statements are what was said in a section of the minutes.
func (x *source) statements(section scoring.Section) func() []paper.Block {
	return func() (out []paper.Block) {
		for _, s := range x.Statements(x.sitting) {
			if s.Section != section {
				continue
			}
			runs := []paper.Run{{Text: "- "}}
			if who := said(s.Speaker); who != "" {
				runs = append(runs, paper.Run{Text: who + ": ", Italic: true})
			}
			if about := x.about(s.Minute); about != "" {
				runs = append(runs, paper.Run{Text: "(" + about + ") "})
			}
			out = append(out, paper.Paragraph{Style: paper.Item, Runs: append(runs, paper.Run{Text: s.Text})})
		}
		return out
	}
}

// about is the unit and the criterion that a line of the minutes is about.
func (x *source) about(m scoring.Minute) string {
	switch {
	case m.Unit != "" && m.Criterion != "":
		return m.Unit + ", tiêu chí " + m.Criterion
	case m.Criterion != "":
		return "tiêu chí " + m.Criterion
	}
	return m.Unit
}

// ending is when it ended, and who signs.
func (x *source) ending() []paper.Block {
	text := fmt.Sprintf("Cuộc họp kết thúc vào %s. Biên bản đã được đọc lại cho hội nghị nghe, được hội nghị nhất trí",
		moment(x.end()))
	if x.sitting.Copies > 0 {
		text += fmt.Sprintf(" và lập thành %02d bản có giá trị như nhau", x.sitting.Copies)
	}
	return []paper.Block{
		body(text + "./."),
		paper.Signatures{
			Left: paper.Signer{Authority: []string{"THƯ KÝ"}, Hint: "(Ký, ghi rõ họ tên)",
				Name: x.sitting.Secretary.Name},
			Right: paper.Signer{Authority: []string{"CHỦ TỌA"}, Hint: "(Ký, ghi rõ họ tên)",
				Name: x.sitting.Chair.Name},
		},
		x.copyTo("- Lưu: VT, Hồ sơ."),
	}
}

// copyTo is who gets the paper.
func (x *source) copyTo(kept string) paper.Recipients {
	r := paper.Recipients{Head: "Nơi nhận:"}
	to := x.sitting.Recipients
	if len(to) == 0 {
		to = x.blanks.FillAll(x.book.Paper.Recipients)
	}
	for _, t := range to {
		r.Lines = append(r.Lines, "- "+t+";")
	}
	r.Lines = append(r.Lines, kept)
	return r
}
