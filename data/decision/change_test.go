package decision_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"thidua/data/decision"
	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// changing are decisions one after the other, with what the record says of each: from what to what, for every kind that
// changes a value.
func changing() []struct {
	act scoring.Act
	vi  string
} {
	at := func(h int) time.Time { return time.Date(2020, 6, 30, h, 0, 0, 0, time.UTC) }
	score := func(p scoring.Percent) scoring.Score {
		return scoring.Score{Unit: "A", Criterion: "1", Mark: scoring.InPercent(p * 100), Reason: "r"}
	}
	return []struct {
		act scoring.Act
		vi  string
	}{
		{scoring.Attend{Unit: "A", Present: true}, "A có mặt"},                                        // 2
		{scoring.Attend{Unit: "B", Present: true}, "B có mặt"},                                        // 3
		{scoring.Order{Units: []string{"B", "A"}}, "thứ tự do biểu quyết: bằng điểm → B › A"},         // 4
		{scoring.Order{Units: []string{"A", "B"}}, "thứ tự do biểu quyết: B › A → A › B"},             // 5
		{score(60), "A 1: 80 % → 60 % (r)"},                                                           // 6
		{score(70), "A 1: 60 % → 70 % (r)"},                                                           // 7
		{scoring.Undo{Seq: 7}, "hoàn tác số 7 (A 1: 60 % → 70 % (r)): 70 % → 60 %"},                   // 8
		{scoring.Undo{Seq: 6}, "hoàn tác số 6 (A 1: 80 % → 60 % (r)): 60 % → 80 %"},                   // 9
		{score(50), "A 1: 80 % → 50 % (r)"},                                                           // 10
		{scoring.Undo{Seq: 9}, "hoàn tác số 9 (hoàn tác số 6 (A 1: 80 % → 60 % (r)): 60 % → 80 %)"},   // 11
		{scoring.Undo{Seq: 10}, "hoàn tác số 10 (A 1: 80 % → 50 % (r)): 50 % → 60 %"},                 // 12
		{scoring.Score{Unit: "B", Criterion: "1", Mark: scoring.InPercent(1000)}, "B 1: 80 % → 10 %"}, // 13
		{scoring.Vote{Subject: "s", Act: score(90), For: 2}, // 14
			"biểu quyết «s»: tán thành 2, …: thông qua: 60 % → 90 %"},
		{scoring.Bonus{Unit: "A", Target: "1", Points: scoring.Point, Reason: "r"}, "A 1: thưởng 1,00 điểm (r)"}, // 15
		{scoring.Bonus{Unit: "A", Target: "1", Points: scoring.Point / 2, Reason: "q"}, // 16
			"A 1: thưởng 1,00 → 0,50 điểm (q), trước đó: r"},
		{scoring.Undo{Seq: 16},
			"hoàn tác số 16 (A 1: thưởng 1,00 → 0,50 điểm (q), trước đó: r): 0,50 điểm → 1,00 điểm"}, // 17
		{scoring.Penalty{Unit: "A", Target: "1", Points: scoring.Point, Reason: "r"}, "A 1: trừ 1,00 điểm (r)"}, // 18
		{scoring.Penalty{Unit: "A", Target: "1", Reason: "q"}, "A 1: trừ 1,00 → 0,00 điểm (q), trước đó: r"},    // 19
		{scoring.Sanctioned{Unit: "A", Sanction: scoring.Downgraded, Reason: "r"}, // 20
			"A: xử lý: không → hạ bậc khen thưởng (r)"},
		{scoring.Sanctioned{Unit: "A", Sanction: scoring.NoSanction}, "A: xử lý: hạ bậc khen thưởng → không"}, // 21
		{scoring.Quota{Award: "flag", Number: 0, Reason: "r"}, "đề nghị không quá 1 → 0 Cờ (r)"},              // 22
		{scoring.Note{Unit: "A", Target: "1", Text: "x"}, "A 1: ghi chú «x»"},                                 // 23
		{scoring.Note{Unit: "A", Target: "1", Text: "y"}, "A 1: ghi chú «x» → «y»"},                           // 24
		{scoring.Particulars{Facts: scoring.Facts{Place: "P", Start: at(8)}}, // 25
			"phiên họp: địa điểm P · bắt đầu 08:00 30/06/2020"},
		{scoring.Particulars{Facts: scoring.Facts{Place: "Q"}}, "phiên họp: địa điểm P → Q"},  // 26
		{scoring.Minute{Section: scoring.SectionReport, Text: "x"}, "biên bản, báo cáo: «x»"}, // 27
		{scoring.Minute{Section: scoring.SectionReport, Text: "y", Corrects: 27}, // 28
			"biên bản, báo cáo, sửa dòng số 27: «x» → «y»"},
		{scoring.Ballot{Office: "leader", Votes: map[string]int{"A": 2}}, // 29
			"bầu Cụm trưởng, vòng 1: …; Cụm trưởng: B → A"},
		{scoring.Undo{Seq: 29}, "hoàn tác số 29 (bầu Cụm trưởng)"}, // 30
		{scoring.Appoint{Office: "leader", Unit: "A", How: scoring.ByConsent}, // 31
			"nhất trí cử A làm Cụm trưởng; Cụm trưởng: B → A"},
		{scoring.Accept{Unit: "A"}, "thống nhất bản chấm của A"}, // 32
		{scoring.Accept{Unit: "B"}, "thống nhất bản chấm của B"}, // 33
		{scoring.Close{}, "chốt cuộc họp"},                       // 34
		{scoring.Appraise{Unit: "A", Criterion: "1", Mark: scoring.InPercent(4000), Assessor: "V"},
			"thẩm định A 1: 90 % → 40 % (V)"}, // 35
		{scoring.Decide{Unit: "A", Award: scoring.AwardNone, Document: "QĐ 1"}, "A: không được tặng, theo QĐ 1"}, // 36
		{scoring.Decide{Unit: "A", Award: "flag", Document: "QĐ 2"}, "A: được tặng không → Cờ theo QĐ 2"},        // 37
	}
}

// unchanging are the kinds that take the place of nothing: what they say is new, or that something is so.
func unchanging() []scoring.Kind {
	return []scoring.Kind{scoring.KindNew, scoring.KindConfirm, scoring.KindReopen, scoring.KindOpen, scoring.KindVoid,
		scoring.KindInvite, scoring.KindRevoke, scoring.KindReject, scoring.KindLeave, scoring.KindDecline,
		scoring.KindPropose, scoring.KindSheet, scoring.KindSitting, scoring.KindLots,
		scoring.KindExplain, scoring.KindMove} // what it changes of a unit is shown beside what stood before
}

// The record says from what to what, kind by kind, and says it the same however much has been decided since.
func TestFromTo(t *testing.T) {
	book, err := rulebook.Read("small.toml", []byte(decision.Small))
	if err != nil {
		t.Fatal(err)
	}
	marks := func() map[string]scoring.Mark { return map[string]scoring.Mark{"1": scoring.InPercent(8000)} }
	s, err := scoring.Apply(scoring.State{}, scoring.Decision{Act: scoring.New{Rulebook: book.Rulebook, Text: book.Text,
		Year: "2020", Units: []string{"A", "B"}, Leader: "B",
		Sheets: []*scoring.Sheet{{Unit: "A", Marks: marks()}, {Unit: "B", Marks: marks()}}}})
	if err != nil {
		t.Fatal(err)
	}
	said := map[int]lang.Text{}
	kinds := unchanging()
	for i, tt := range changing() {
		if s, err = scoring.Apply(s, scoring.Decision{Act: tt.act}); err != nil {
			t.Fatalf("%d, %+v: %v", i+2, tt.act, err)
		}
		said[s.Seq()] = decision.Sentence(&s, s.Last())
		if got := said[s.Seq()].VI; !like(got, tt.vi) {
			t.Errorf("%d is said\n%s, want\n%s", s.Seq(), got, tt.vi)
		}
		kinds = append(kinds, tt.act.Kind())
	}
	for seq, was := range said {
		d, _ := s.Decision(seq)
		if now := decision.Sentence(&s, d); now != was && d.Act.Kind() != scoring.KindBallot {
			t.Errorf("%d was said\n%s, and is said\n%s", seq, was.VI, now.VI)
		}
	}
	for _, k := range decision.Kinds() {
		if !slices.Contains(kinds, k) {
			t.Errorf("whether %s changes a value is nowhere said", k)
		}
	}
}

// like compares a text with another in which «…» stands for anything.
func like(got, want string) bool {
	for i, part := range strings.Split(want, "…") {
		at := strings.Index(got, part)
		if at < 0 || i == 0 && at > 0 {
			return false
		}
		got = got[at+len(part):]
	}
	return got == "" || strings.HasSuffix(want, "…")
}
