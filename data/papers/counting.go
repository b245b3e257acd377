package papers

import (
	"fmt"
	"strings"

	"thidua/data/meeting"
	"thidua/data/paper"
	"thidua/data/view"
	"thidua/scoring"
)

// Counting are the minutes of counting: a paper for each round of an election and for each secret vote.
func Counting(s *meeting.Snapshot) paper.Document {
	x := newSource(s)
	var sections []paper.Section
	for _, c := range view.Counts(&x.State) {
		if c.Round != nil {
			sections = append(sections, x.countedRound(c))
		}
	}
	for _, t := range x.Votes() {
		if t.Vote.Secret {
			sections = append(sections, x.countedVote(*t))
		}
	}
	if len(sections) == 0 {
		sections = []paper.Section{{Blocks: []paper.Block{
			x.letterhead("BB", ""), paper.Title{Name: "BIÊN BẢN KIỂM PHIẾU"},
			body("Hội nghị không bỏ phiếu kín và không bầu cử."),
		}}}
	}
	return x.document("Biên bản kiểm phiếu", sections...)
}

// counted is one paper of counting: what was counted, and how it came out.
func (x *source) counted(subject string, papers [][2]string, rows ...paper.Block) paper.Section {
	blocks := []paper.Block{
		x.letterhead("BB", ""),
		paper.Title{Name: "BIÊN BẢN KIỂM PHIẾU", Subject: []string{subject, x.title}, Rule: true},
		paper.Say("Thời gian:", moment(x.start())+"."),
		paper.Say("Địa điểm:", orDots(x.sitting.Place)+"."),
		paper.Say("Tổ kiểm phiếu:", orDots(strings.Join(x.sitting.Tellers, "; "))+"."),
		paper.Plain(paper.Section2, "Số phiếu:"),
	}
	for _, p := range papers {
		blocks = append(blocks, item(p[0]+": "+p[1]+"."))
	}
	blocks = append(blocks, rows...)
	blocks = append(blocks, body("Biên bản được lập và thông qua tại hội nghị ngay sau khi kiểm phiếu./."),
		paper.Signatures{
			Left: paper.Signer{Authority: []string{"TM. TỔ KIỂM PHIẾU"}, Hint: "(Ký, ghi rõ họ tên)"},
			Right: paper.Signer{Authority: []string{"CHỦ TỌA"}, Hint: "(Ký, ghi rõ họ tên)",
				Name: x.sitting.Chair.Name},
		})
	return paper.Section{Restart: true, Blocks: blocks}
}

func (x *source) countedRound(c view.Counted) paper.Section {
	b := c.Round.Ballot
	returned := b.Blank + b.Spoiled
	var rows [][]string
	for _, t := range x.Tallies(*c.Round) {
		returned += t.Votes
		rows = append(rows, []string{x.unitName(t.Unit), fmt.Sprint(t.Votes), share(t.Votes, c.Round.Base)})
	}
	issued := b.Issued
	if issued == 0 {
		issued = returned
	}
	if b.Returned > 0 {
		returned = b.Returned
	}
	papers := [][2]string{
		{"Phát ra", fmt.Sprint(issued)}, {"Thu về", fmt.Sprint(returned)},
		{"Hợp lệ", fmt.Sprint(returned - b.Blank - b.Spoiled)}, {"Không hợp lệ", fmt.Sprint(b.Spoiled)},
		{"Phiếu trắng", fmt.Sprint(b.Blank)},
	}
	return x.counted(fmt.Sprintf("Bầu %s, vòng %d", x.book.OfficeName(c.Office).In(vi), c.No), papers,
		paper.Plain(paper.Section2, "Số phiếu bầu cho từng đơn vị:"),
		grid([]column{{"Đơn vị", 6, paper.Left}, {"Số phiếu", 2, paper.Right}, {"Tỉ lệ", 2, paper.Right}}, rows),
		paper.Say("Kết quả:", view.Capital(c.Round.Sum.In(vi))+"."))
}

func (x *source) countedVote(t scoring.Tallied) paper.Section {
	r, v := t.Ruling, t.Vote
	cast := r.For + r.Against + r.Abstain
	issued, returned := max(v.Issued, cast), max(v.Returned, cast)
	rows := [][]string{
		{"Tán thành", fmt.Sprint(r.For), share(r.For, r.Base)},
		{"Không tán thành", fmt.Sprint(r.Against), share(r.Against, r.Base)},
		{"Không có ý kiến", fmt.Sprint(r.Abstain), share(r.Abstain, r.Base)},
	}
	papers := [][2]string{{"Phát ra", fmt.Sprint(issued)}, {"Thu về", fmt.Sprint(returned)}}
	return x.counted("Biểu quyết: "+t.Question().In(vi), papers,
		grid([]column{{"Ý kiến", 6, paper.Left}, {"Số phiếu", 2, paper.Right}, {"Tỉ lệ", 2, paper.Right}}, rows),
		paper.Say("Kết quả:", view.Capital(r.Sum.In(vi))+"."))
}

// share is a part of a base in percent, for reading: rounded half up to a tenth.
func share(n, base int) string {
	if base <= 0 {
		return ""
	}
	tenths := (2000*n + base) / (2 * base)
	return fmt.Sprintf("%d,%d %%", tenths/10, tenths%10)
}
