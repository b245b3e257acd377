package papers_test

import (
	"archive/zip"
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/paper/docx"
	"thidua/data/paper/pdf"
	"thidua/data/paper/txt"
	"thidua/data/papers"
	"thidua/data/rulebook"
	"thidua/scoring"
)

var update = flag.Bool("update", false, "write the golden files anew")

// clock stands still.
func clock() time.Time { return time.Date(2020, 6, 30, 14, 32, 7, 0, time.FixedZone("", 7*3600)) }

// whole is a whole meeting: the sample's, then everybody present, votes open and secret, both elections, all accepted,
// closed.
func whole(t testing.TB) *meeting.Snapshot {
	t.Helper()
	m, err := demo.Meeting(clock)
	if err != nil {
		t.Fatal(err)
	}
	var acts []scoring.Act
	units := m.Snapshot().Units()
	for _, u := range units {
		for _, at := range u.NotScored(false) {
			code := m.Snapshot().Rulebook().Criteria[at].Code
			acts = append(acts, scoring.Leave{Unit: u.Name(), Criterion: code, Reason: "không có báo cáo"})
		}
		if !u.Present() {
			acts = append(acts, scoring.Attend{Unit: u.Name(), Present: true})
		}
		if !u.Accepted() {
			acts = append(acts, scoring.Accept{Unit: u.Name()})
		}
	}
	acts = append(acts,
		scoring.Vote{Subject: "Đổi ngày tổng kết", For: 3, Against: 5, Abstain: 1},
		scoring.Vote{Subject: "Đề nghị Bộ đổi biểu mẫu", For: 8, Against: 1, Secret: true},
		scoring.Ballot{Office: scoring.Leader, Round: 1, Blank: 1,
			Votes: map[string]int{units[0].Name(): 5, units[2].Name(): 3}},
		scoring.Ballot{Office: scoring.Deputy, Round: 1, Spoiled: 1, Votes: map[string]int{units[1].Name(): 8}},
		scoring.Close{})
	s, err := m.Propose(t.Context(), meeting.Proposal{By: "Thư ký", Acts: acts})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// sittings is a meeting of two sittings: one that prepares it, with changed scores and an absence; and the plenary,
// with particulars, guests, minutes and the election.
func sittings(t testing.TB) *meeting.Snapshot {
	t.Helper()
	d, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	m, err := meeting.InMemory("Thư ký", d.Begin, clock)
	if err != nil {
		t.Fatal(err)
	}
	var units []string
	for _, sh := range d.Begin.Sheets {
		units = append(units, sh.Unit)
	}
	acts := []scoring.Act{scoring.Convene{Facts: scoring.Facts{Form: scoring.Preparatory, Place: "phòng họp số 1",
		Start: clock().Add(-5 * time.Hour), Chair: scoring.Person{Name: "Giám đốc Sở", From: units[0]},
		Secretary: scoring.Person{Name: "Thư ký"}, Agenda: []string{"Điểm danh", "Rà soát điểm"}}}}
	for _, u := range units[1:] {
		acts = append(acts, scoring.Attend{Unit: u, Present: true, People: []scoring.Person{{Name: "Phó Giám đốc Sở"}}})
	}
	acts = append(acts,
		scoring.Attend{Unit: units[0], Reason: "bận công tác", Mandate: "Chánh Văn phòng Sở"},
		scoring.Score{Unit: units[1], Criterion: "1.1", Mark: scoring.InPercent(50_00), Reason: "thiếu minh chứng"},
		scoring.Particulars{End: clock().Add(-2 * time.Hour)},
		scoring.Convene{Facts: scoring.Facts{Form: scoring.Plenary, Place: "hội trường",
			Start: clock().Add(-time.Hour)}})
	for _, u := range units {
		acts = append(acts, scoring.Attend{Unit: u, Present: true})
	}
	acts = append(acts,
		scoring.Attend{Present: true, Guest: scoring.Person{Name: "Đại diện Vụ Thi đua - Khen thưởng", From: "Bộ"}},
		scoring.Particulars{Tellers: []string{"Tổ trưởng tổ kiểm phiếu"}, Copies: 3, Recipients: []string{"Bộ"}},
		scoring.Minute{Section: scoring.SectionReport, Text: "Báo cáo tổng kết năm học.",
			Speaker: scoring.Person{Name: "Cụm trưởng"}},
		scoring.Minute{Section: scoring.SectionProposal, Text: "Đề nghị sửa tiêu chí.", Unit: units[2],
			Criterion: "3.1"},
		scoring.Score{Unit: units[1], Criterion: "1.1", Mark: scoring.InPercent(60_00), Reason: "đã bổ sung"},
		scoring.Vote{Subject: "Thông qua biên bản", For: 9},
		scoring.Ballot{Office: scoring.Leader, Votes: map[string]int{units[3]: 9}})
	s, err := m.Propose(t.Context(), meeting.Proposal{By: "Thư ký", Acts: acts})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The papers of a whole meeting, and the minutes of one of several sittings, as text: read by people, kept to the
// letter.
func TestPapers(t *testing.T) {
	golden(t, "", whole(t))
	golden(t, "sittings-", sittings(t))
	golden(t, "appraised-", appraised(t))
}

// appraised is the whole meeting weeks later: the appraisal has come, its differences are explained or open, and
// something was decided in the end.
func appraised(t testing.TB) *meeting.Snapshot {
	t.Helper()
	s := whole(t)
	units := s.Units()
	give := func(unit int, code string, p scoring.Percent, reason string) scoring.Act {
		return scoring.Appraise{Unit: units[unit].Name(), Criterion: code, Mark: scoring.InPercent(p),
			Assessor: "Vụ Pháp chế", Reason: reason}
	}
	for _, a := range []scoring.Act{
		give(6, "10.1.1", 40_00, "thiếu cán bộ"), give(6, "10.1.2", 80_00, ""), give(2, "10.1.1", 90_00, ""),
		scoring.Bonus{Unit: units[1].Name(), Target: "10", Points: 2 * scoring.Point, Reason: "mô hình mới",
			Appraised: true},
		scoring.Explain{Unit: units[6].Name(), Criterion: "10.1.1", Outcome: scoring.Accepted, Reason: "đúng thực tế"},
		scoring.Explain{Unit: units[2].Name(), Criterion: "10.1.1", Outcome: scoring.ToDiscuss, Reason: "hỏi lại Vụ"},
		scoring.Decide{Unit: units[2].Name(), Award: "flag", Document: "QĐ 2315/QĐ-BGDĐT",
			Date: time.Date(2020, 8, 15, 0, 0, 0, 0, time.UTC)},
		scoring.Decide{Unit: units[6].Name(), Award: scoring.AwardNone, Document: "QĐ 2315/QĐ-BGDĐT", Reason: "r"},
	} {
		d := scoring.Decision{Act: a, By: "Thư ký", At: clock()}
		next, err := scoring.Apply(s.State, d)
		if err != nil {
			t.Fatal(err)
		}
		s = &meeting.Snapshot{State: next, Log: append(s.Log, meeting.Entry{Decision: next.Last(), Hash: "0"})}
	}
	return s
}

// A move to a corrected rulebook stands in the minutes, with what each unit had before.
func TestMoveInMinutes(t *testing.T) {
	m, err := demo.Meeting(clock)
	if err != nil {
		t.Fatal(err)
	}
	was := m.Snapshot()
	text := strings.Replace(was.RulebookText(), `"5350-2019"`, `"dinh-chinh"`, 1)
	text = strings.Replace(text, "share        = 20", "share        = 25", 1)
	book, err := rulebook.Read("dinh-chinh.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	s, err := m.Propose(t.Context(), meeting.Proposal{Acts: []scoring.Act{
		scoring.Move{Rulebook: book.Rulebook, Text: text, Reason: "Công văn đính chính"}}})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Join(txt.Lines(papers.Minutes(s), 160), "\n")
	for _, want := range []string{"Chuyển bộ tiêu chí: 5350-2019 → dinh-chinh (Công văn đính chính).",
		"Điểm theo bộ cũ",
		"2.011,25"} {
		if !strings.Contains(lines, want) {
			t.Errorf("the minutes do not say %q:\n%s", want, lines)
		}
	}
}

// Every paper with points says of which stage they are, also when there are others.
func TestPapersSayTheirStage(t *testing.T) {
	s := appraised(t)
	for _, p := range papers.All(s) {
		text := strings.Join(txt.Lines(p.Make(s), 200), "\n")
		if points := strings.Contains(text, "2.0"); points && !strings.Contains(text, "thống nhất") {
			t.Errorf("%s has points and does not say of which stage:\n%s", p.Name, text)
		}
	}
}

func golden(t *testing.T, prefix string, s *meeting.Snapshot) {
	for _, p := range papers.All(s) {
		if prefix == "sittings-" && !strings.HasPrefix(p.Name, "minutes-") ||
			prefix == "appraised-" && p.Name != "report" {
			continue
		}
		t.Run(prefix+p.Name, func(t *testing.T) {
			d := p.Make(s)
			if prefix != "" { // the annex is in the others
				d.Sections = d.Sections[:1]
			}
			got := strings.Join(txt.Lines(d, 110), "\n") + "\n"
			path := filepath.Join("testdata", prefix+p.Name+".txt")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("go test ./data/papers -update, then read it:\n%s", diff)
			}
		})
	}
}

// A meeting that is not closed has drafts; one that is has none.
func TestDraft(t *testing.T) {
	m, err := demo.Meeting(clock)
	if err != nil {
		t.Fatal(err)
	}
	if d := papers.Minutes(m.Snapshot()); d.Draft == "" {
		t.Error("an open meeting has final minutes")
	}
	if d := papers.Minutes(whole(t)); d.Draft != "" {
		t.Error("a closed meeting has draft minutes")
	}
	if d := papers.Ballots(m.Snapshot()); d.Draft != "" || d.Foot != "" {
		t.Error("a ballot paper says more than it may")
	}
}

// Every name and every total of the meeting stands in both files of the minutes.
func TestBothFilesSayTheSame(t *testing.T) {
	s := whole(t)
	word := wordText(t, s)
	for _, x := range s.Standings(scoring.Agreed).All() {
		for _, want := range []string{s.Units()[x.Unit].Name(), x.Total.Fixed(0, 2)} {
			if !strings.Contains(word, want) {
				t.Errorf("no %s in the Word file", want)
			}
		}
	}
	if missing, err := pdf.Write(io.Discard, papers.Minutes(s)); err != nil || len(missing) > 0 {
		t.Errorf("PDF: %q, %v", string(missing), err)
	}
}

func wordText(t *testing.T, s *meeting.Snapshot) string {
	var b bytes.Buffer
	if err := docx.Write(&b, papers.Minutes(s)); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func BenchmarkMinutes(b *testing.B) {
	s := whole(b)
	b.Run("docx", func(b *testing.B) {
		for b.Loop() {
			if err := docx.Write(io.Discard, papers.Minutes(s)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("pdf", func(b *testing.B) {
		for b.Loop() {
			if _, err := pdf.Write(io.Discard, papers.Minutes(s)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
