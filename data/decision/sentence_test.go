package decision_test

import (
	"testing"

	"thidua/data/decision"
	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// What the record says of decisions whose words depend on more than one thing, in both languages.
func TestSentences(t *testing.T) {
	book, err := rulebook.Read("small.toml", []byte(decision.Small))
	if err != nil {
		t.Fatal(err)
	}
	s, err := scoring.Apply(scoring.State{}, scoring.Decision{Act: scoring.New{Rulebook: book.Rulebook, Text: book.Text,
		Year: "2020", Sheets: []*scoring.Sheet{{Unit: "A"}, {Unit: "B"}}}})
	if err != nil {
		t.Fatal(err)
	}
	units := []string{"B", "A"}
	for _, tt := range []struct {
		act    scoring.Act
		vi, en string
	}{
		{scoring.Order{Units: units}, "thứ tự do biểu quyết: bằng điểm → B › A",
			"order by vote: level → B › A"},
		{scoring.Order{Units: units, How: scoring.OrderByRuling, Reason: "r"},
			"thứ tự do chủ tọa quyết định: bằng điểm → B › A (r)", "order by the chair's ruling: level → B › A (r)"},
		{scoring.Order{Units: units, How: scoring.OrderByLots, Reason: "r"},
			"thứ tự do bốc thăm: bằng điểm → B › A (r)", "order by lots: level → B › A (r)"},
		{scoring.Attend{Unit: "A", Present: true}, "A có mặt", "A is present"},
		{scoring.Attend{Unit: "A", Person: "P"}, "A (P) rời họp", "A (P) has left"},
		{scoring.Attend{Unit: "A", People: []scoring.Person{{Name: "P", Post: "Q"}, {Name: "R"}}, Reason: "ốm"},
			"A (P, Q; R) vắng: ốm", "A (P, Q; R) is absent: ốm"},
		{scoring.Attend{Unit: "A", Reason: "r", Mandate: "B"}, "A vắng: r; ủy quyền: B", "A is absent: r; mandate: B"},
		{scoring.Attend{Guest: scoring.Person{Name: "G", From: "B"}, Present: true}, "khách mời G, B có mặt",
			"the guest G, B is present"},
		{scoring.Convene{Facts: scoring.Facts{Form: scoring.Preparatory, Place: "P"}},
			"bắt đầu phiên trù bị, điểm danh lại từ đầu: địa điểm P",
			"preparatory sitting begins, with a new roll: place P"},
		{scoring.Particulars{Tellers: []string{"T", "U"}, Copies: 2}, "phiên họp: tổ kiểm phiếu T; U · số bản 2",
			"the sitting: tellers T; U · copies 2"},
		{scoring.Minute{Section: scoring.SectionProposal, Text: "t", Speaker: scoring.Person{Name: "P"}, Corrects: 3},
			"biên bản, kiến nghị, đề xuất, sửa dòng số 3: P: «t»", "minutes, proposals, corrects 3: P: «t»"},
		{scoring.Bonus{Unit: "A", Target: "1", Reason: "r"}, "A 1: bỏ điểm thưởng (r)", "A 1: bonus taken away (r)"},
		{scoring.Penalty{Unit: "A", Target: "1", Points: scoring.Point, Reason: "r"},
			"A 1: trừ 1,00 điểm (r)", "A 1: penalty of 1.00 points (r)"},
		{scoring.Note{Unit: "A", Target: "1"}, "A 1: bỏ ghi chú", "A 1: note taken away"},
		{scoring.Sanctioned{Unit: "A", Sanction: scoring.NoSanction},
			"A: xử lý: không", "A: sanction: none"},
		{scoring.Undo{Seq: 1}, "hoàn tác số 1 (tạo cuộc họp: 2020, 2 đơn vị)",
			"undo of 1 (the meeting is made: 2020, 2 units)"},
		{scoring.Undo{Seq: 9}, "hoàn tác số 9", "undo of 9"},
		{scoring.Open{What: "x"}, "mở bỏ phiếu (công khai): «x»", "vote opened (open): «x»"},
		{scoring.Open{What: "leader", Secret: true}, "mở bỏ phiếu (phiếu kín): bầu Cụm trưởng",
			"vote opened (secret): election of the leader"},
		{scoring.Void{Opened: 9, Reason: "r"}, "hủy bỏ phiếu số 9, không kiểm (r)",
			"vote void, not counted: decision 9 (r)"},
		{scoring.Void{Opened: 9, In: 2, Reason: "r"}, "hủy bỏ phiếu số 9, không kiểm, đã nhận 2 phiếu (r)",
			"vote void, not counted: decision 9, 2 in (r)"},
		{scoring.Close{}, "chốt cuộc họp", "the meeting is closed"},
	} {
		got := decision.Sentence(&s, &scoring.Decision{Seq: 2, Act: tt.act})
		if want := (lang.Text{VI: tt.vi, EN: tt.en}); got != want {
			t.Errorf("%+v is said %q, want %q", tt.act, got, want)
		}
	}
}
