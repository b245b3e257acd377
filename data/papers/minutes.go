package papers

import (
	"fmt"
	"strings"

	"thidua/data/meeting"
	"thidua/data/paper"
)

// Minutes are the minutes of the meeting (Biên bản, mẫu 1.9): what was decided, in the order in which minutes have it,
// and an annex with everybody's points.
func Minutes(s *meeting.Snapshot) paper.Document {
	x := newSource(s)
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
		{"BÁO CÁO", x.said("report")},
		{"RÀ SOÁT VÀ THỐNG NHẤT ĐIỂM", x.scores},
		{"THẢO LUẬN", x.discussion},
		{"BIỂU QUYẾT", x.votes},
		{"KẾT QUẢ XẾP HẠNG VÀ ĐỀ NGHỊ KHEN THƯỞNG", x.result},
		{strings.ToUpper("Bầu " + x.officesWords()), x.elections},
		{"KIẾN NGHỊ, ĐỀ XUẤT", x.said("proposal")},
		{"Ý KIẾN CỦA ĐẠI BIỂU", x.said("remarks")},
		{"KẾT LUẬN", x.said("conclusion")},
	} {
		if said := part.say(); len(said) > 0 {
			n++
			blocks = append(blocks, heading(roman(n)+". "+part.title))
			blocks = append(blocks, said...)
		}
	}
	blocks = append(blocks, x.ending()...)
	return x.document("Biên bản", paper.Section{Blocks: blocks}, x.annex())
}

// opening is when, where and who.
func (x *source) opening() []paper.Block {
	out := []paper.Block{
		paper.Say("Thời gian bắt đầu:", moment(x.start)+"."),
		paper.Say("Địa điểm:", orDots(x.place)+"."),
	}
	if x.invitation != "" {
		out = append(out, paper.Say("Theo:", x.invitation+"."))
	}
	out = append(out, x.roll()...)
	out = append(out,
		paper.Say("Chủ tọa:", orDots(x.chair.String())+"."),
		paper.Say("Thư ký:", orDots(x.secretary.String())+"."))
	if len(x.tellers) > 0 {
		out = append(out, paper.Say("Tổ kiểm phiếu:", strings.Join(x.tellers, "; ")+"."))
	}
	for _, t := range x.said("opening")() {
		out = append(out, t)
	}
	return out
}

func (x *source) agendaPart() (out []paper.Block) {
	for i, line := range x.agenda {
		out = append(out, body(fmt.Sprintf("%d. %s", i+1, line)))
	}
	return out
}

// said is what was said in a section of the minutes.
func (x *source) said(section string) func() []paper.Block {
	return func() (out []paper.Block) {
		for _, s := range x.spoken {
			if s.section != section {
				continue
			}
			if who := s.speaker.String(); who != "" {
				out = append(out, paper.Paragraph{Style: paper.Item,
					Runs: []paper.Run{{Text: "- "}, {Text: who + ": ", Italic: true}, {Text: s.text}}})
			} else {
				out = append(out, item(s.text))
			}
		}
		return out
	}
}

// ending is when it ended, and who signs.
func (x *source) ending() []paper.Block {
	text := fmt.Sprintf("Cuộc họp kết thúc vào %s. Biên bản đã được đọc lại cho hội nghị nghe, được hội nghị nhất trí",
		moment(x.end))
	if x.copies > 0 {
		text += fmt.Sprintf(" và lập thành %02d bản có giá trị như nhau", x.copies)
	}
	return []paper.Block{
		body(text + "./."),
		paper.Signatures{
			Left:  paper.Signer{Authority: []string{"THƯ KÝ"}, Hint: "(Ký, ghi rõ họ tên)", Name: x.secretary.name},
			Right: paper.Signer{Authority: []string{"CHỦ TỌA"}, Hint: "(Ký, ghi rõ họ tên)", Name: x.chair.name},
		},
		x.copyTo("- Lưu: VT, Hồ sơ."),
	}
}

// copyTo is who gets the paper.
func (x *source) copyTo(kept string) paper.Recipients {
	r := paper.Recipients{Head: "Nơi nhận:"}
	to := x.recipients
	if len(to) == 0 {
		to = x.blanks.FillAll(x.book.Paper.Recipients)
	}
	for _, t := range to {
		r.Lines = append(r.Lines, "- "+t+";")
	}
	r.Lines = append(r.Lines, kept)
	return r
}
