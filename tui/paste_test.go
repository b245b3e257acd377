package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/overlay"
)

// paste hands the session what somebody pastes.
func (s *session) paste(text string) *session {
	s.t.Helper()
	return s.press("paste:" + text)
}

// marks are the scores of a unit, by code.
func (s *session) marks(unit int) map[string]string {
	out := map[string]string{}
	for _, node := range s.live.Rulebook().Leaves() {
		m, _ := s.live.Units()[unit].Mark(scoring.Agreed, node)
		out[s.live.Rulebook().Criteria[node].Code] = m.String()
	}
	return out
}

// A column pasted on the review screen is shown from what to what, and goes on record whole: from the criterion under
// the cursor down, blank cells leave theirs as it is. One key takes all of it back, one brings it back.
func TestPasteOnAUnit(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}, {45, 12}} {
		s := begin(t, size[0], size[1])
		before, seq, at := s.marks(0), s.live.Seq(), s.at()
		s.paste("61,5\r\n\r\n62.5%\r\n63\r\n\r\n")
		if s.live.Seq() != seq || !s.overlays.Is(overlay.Column) {
			t.Fatalf("pasting alone did something: %+v", s.live.Last())
		}
		if size[0] == 120 {
			for _, want := range []string{"3 thay đổi", "1 ô trống: giữ nguyên", "→ 61,5 %", "→ 62,5 %", "Ctrl+Z",
				"hạng"} {
				if !strings.Contains(s.picture(), want) {
					t.Errorf("the list does not say %q:\n%s", want, s.picture())
				}
			}
		}
		s.press("down", "enter")
		leaves := s.live.Rulebook().Leaves()
		var got []string
		for i, want := range []string{"61.5", "", "62.5", "63"} {
			code := s.live.Rulebook().Criteria[leaves[i]].Code
			if want == "" {
				want = before[code]
			}
			if got = append(got, s.marks(0)[code]); got[i] != want {
				t.Errorf("%s is %s, want %s", code, got[i], want)
			}
		}
		if s.live.Seq() != seq+3 || s.overlays.Any() || s.at() != at ||
			!strings.Contains(s.note.text.VI, fmt.Sprintf("3 quyết định, số %d–%d", seq+1, seq+3)) {
			t.Fatalf("%d decisions, %q", s.live.Seq()-seq, s.note.text.VI)
		}
		after := s.marks(0)
		if s.press("ctrl+z"); !same(s.marks(0), before) {
			t.Errorf("one Ctrl+Z does not take all of it back: %+v", s.live.Last())
		}
		if s.press("ctrl+y"); !same(s.marks(0), after) {
			t.Errorf("one Ctrl+Y does not bring all of it back: %+v", s.live.Last())
		}
		if s.press("ctrl+z"); !same(s.marks(0), before) {
			t.Error("what was brought back cannot be taken back")
		}
		s.press("7", "0", "enter", "ctrl+z")
		if n := s.live.Seq(); !same(s.marks(0), before) {
			t.Errorf("one decision after it, taken back, is at %d", n)
		}
	}
}

func same(a, b map[string]string) bool { return fmt.Sprint(a) == fmt.Sprint(b) }

// On the compare screen the criterion stays and the units go on.
func TestPasteOnACriterion(t *testing.T) {
	s := begin(t, 120, 40).press("f3", "right", "down", "down")
	at := s.at()
	s.paste("70\n71,5\n\n73\n").press("enter")
	for i, want := range map[int]string{2: "70", 3: "71.5", 5: "73"} {
		if m, _ := s.live.Units()[i].Mark(scoring.Agreed, at.Node); m.String() != want {
			t.Errorf("unit %d has %s, want %s", i, m, want)
		}
	}
	s.press("home").paste("70\n71")
	if seq := s.live.Seq(); s.overlays.Any() && s.press("enter").live.Seq() != seq {
		t.Errorf("a field was given scores:\n%s", s.picture())
	}
}

// What cannot be taken is named, and then nothing goes on record; Esc leaves all as it was.
func TestWrongPastes(t *testing.T) {
	many := strings.Repeat("50\n", 200)
	for name, c := range map[string]struct{ pasted, says string }{
		"words":      {"Kính thưa hội nghị\nbáo cáo kết quả", "không phải là số"},
		"mixed":      {"80\nđạt\n90", "\"đạt\""},
		"a head":     {"Cụm thống nhất\n80\n90", "1 ô không nhận được"},
		"too many":   {many, "thừa"},
		"above":      {"80\n120", "nằm ngoài"},
		"two cells":  {"1.1\t85\n1.2\t90", "nhiều ô trên một dòng"},
		"escapes":    {"8\x1b]52;c;x\a0", "không phải là số"},
		"nothing":    {"\n\n", "không có gì thay đổi"},
		"a formula":  {"=A1*2", "không phải là số"},
		"an error":   {"#REF!", "không phải là số"},
		"three ends": {"85,555", "thập phân"},
	} {
		t.Run(name, func(t *testing.T) {
			s := begin(t, 120, 40)
			seq, before := s.live.Seq(), s.picture()
			s.paste(c.pasted)
			if p := s.picture(); !strings.Contains(p, c.says) {
				t.Errorf("it does not say %q:\n%s", c.says, p)
			}
			s.press("enter")
			if s.live.Seq() != seq || !s.overlays.Any() {
				t.Errorf("recorded %d", s.live.Seq()-seq)
			}
			s.press("esc", "down", "up")
			if got := s.picture(); got != before {
				t.Errorf("after Esc something is different:\n%s", got)
			}
		})
	}
	s := begin(t, 120, 40).paste(many)
	if over := 200 - len(s.live.Rulebook().Leaves()); !strings.Contains(s.picture(), fmt.Sprintf("thừa %d số", over)) {
		t.Errorf("%d too many are not counted:\n%s", over, s.picture())
	}
	if s := begin(t, 120, 40).paste(strings.Repeat("x", 200_000)); s.overlays.Any() || !s.note.alarm {
		t.Error("a book was taken for a column")
	}
}

// A number that may be a part of 1 is read as it stands, and pointed out.
func TestPastedFractions(t *testing.T) {
	s := begin(t, 120, 40).paste("0,85\n85")
	if p := s.picture(); !strings.Contains(p, "! 1 số không quá 1") || !strings.Contains(p, "0,85 %, không phải 85 %") {
		t.Errorf("nothing is pointed out:\n%s", p)
	}
	s.press("enter")
	leaf := s.live.Rulebook().Leaves()[0]
	if m, _ := s.live.Units()[0].Mark(scoring.Agreed, leaf); m != scoring.InPercent(85) {
		t.Errorf("recorded %s", m)
	}
}

// Enter that comes with the paste answers nothing, and one that is held down does not either.
func TestEnterWithThePaste(t *testing.T) {
	now := clock()
	s := begin(t, 120, 40, func(o *Options) { o.Now = func() time.Time { return now } })
	seq := s.live.Seq()
	s.paste("61\n62")
	for range 5 {
		now = now.Add(100 * time.Millisecond)
		s.press("enter")
	}
	if s.live.Seq() != seq {
		t.Fatal("Enter that came with the paste recorded it")
	}
	now = now.Add(time.Second)
	if s.press("enter"); s.live.Seq() != seq+2 {
		t.Errorf("recorded %d", s.live.Seq()-seq)
	}
}

// What somebody else has changed since the paste is not overwritten.
func TestPasteIsStale(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	s := beginWith(t, m, 120, 40).paste("61\n62")
	book := s.live.Rulebook()
	other := scoring.Score{Unit: s.live.Units()[0].Name(), Criterion: book.Criteria[book.Leaves()[1]].Code,
		Mark: scoring.InPercent(40_00)}
	snap, err := m.Propose(t.Context(), meeting.Proposal{By: "Chủ tọa", Acts: []scoring.Act{other}})
	if err != nil {
		t.Fatal(err)
	}
	s.send(snapshotMsg{snap})
	s.press("enter")
	if m.Snapshot().Seq() != snap.Seq() || !strings.Contains(s.note.text.VI, "CHƯA GHI") {
		t.Errorf("recorded over it: %s", s.note.text.VI)
	}
}

// Who may only suggest does not suggest a column, who looks on pastes nothing, and a trial records nothing.
func TestPasteByOthers(t *testing.T) {
	h, host := newHall(t)
	for _, w := range []*meeting.Who{reviewerOf("Bắc Ninh"), observer()} {
		s := h.come(w, false).paste("61\n62")
		if s.overlays.Any() || !strings.Contains(s.note.text.VI, "không dán được") ||
			len(h.room.Floor().Suggestions) > 0 {
			t.Errorf("%s: %s", w.Role, s.note.text.VI)
		}
	}
	sec, seq := h.come(secretary("Thư ký cụm"), false), host.live.Seq()
	sec.paste("61\n62")
	if sec.press("enter"); h.m.Snapshot().Seq() != seq+2 {
		t.Errorf("the secretary recorded %d", h.m.Snapshot().Seq()-seq)
	}
	s := begin(t, 120, 40).press("ctrl+w")
	seq = s.live.Seq()
	s.paste("61\n62").press("enter")
	if s.live.Seq() != seq || s.seen.Seq() != seq+2 {
		t.Errorf("a trial recorded %d and tried %d", s.live.Seq()-seq, s.seen.Seq()-seq)
	}
	closed := begin(t, 120, 40).press("do:accept", "do:elect", "do:close")
	if closed.paste("61"); closed.overlays.Any() {
		t.Error("a closed meeting takes a column")
	}
}

// What a column withdraws is said before it is recorded.
func TestPasteSaysWhatFalls(t *testing.T) {
	s := begin(t, 120, 40).press("do:accept")
	s.paste("61\n62")
	if p := s.picture(); !strings.Contains(p, "cần thống nhất lại") {
		t.Errorf("nothing is said of the acceptance:\n%s", p)
	}
	if s.press("enter"); s.live.Units()[0].Accepted() {
		t.Error("the acceptance still stands")
	}
}

// A column is heard as well as seen.
func TestPasteIsSpoken(t *testing.T) {
	s := begin(t, 120, 40).paste("61\nđạt")
	said := strings.Join(s.overlays.Top().Speak(s.overlayEnv()), "\n")
	for _, want := range []string{"1 ô không nhận được", "1 trên 2", "Không ghi được"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said: %s", want, said)
		}
	}
}

// Cells are read as each criterion asks for its scores.
func TestPasteOfEveryKind(t *testing.T) {
	s := beginMarks(t)
	book := s.live.Rulebook()
	var cells []string
	want := map[string]scoring.Entry{}
	for _, node := range book.Leaves() {
		c := &book.Criteria[node]
		want[c.Code] = c.Asks()
		switch c.Asks() {
		case scoring.EntryLevel:
			cells = append(cells, c.Levels[len(c.Levels)-1].Name.VI)
		case scoring.EntryCount:
			cells = append(cells, "1")
		case scoring.EntryPoints:
			cells = append(cells, "0")
		default:
			cells = append(cells, "100%")
		}
	}
	node := book.Leaves()[0]
	s.goToCriterion(book.Criteria[node].Code)
	s.paste(strings.Join(cells, "\r")).press("enter")
	if s.overlays.Any() {
		t.Fatalf("not recorded:\n%s", s.picture())
	}
	kinds := map[scoring.Entry]bool{}
	for _, node := range book.Leaves() {
		m, _ := s.live.Units()[s.at().Unit].Mark(scoring.Agreed, node)
		if m.Entry() == want[book.Criteria[node].Code] {
			kinds[m.Entry()] = true
		}
	}
	if len(kinds) < 4 {
		t.Errorf("kinds: %v", kinds)
	}
}
