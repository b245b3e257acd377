package tui

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// TestAWholeMeeting types a meeting of 300 decisions into the screens, and makes the same decisions as a batch: the
// standings are the same to the last digit.
func TestAWholeMeeting(t *testing.T) {
	s := begin(t, 120, 40)
	twin, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	seq := s.live.Seq()
	rng := rand.New(rand.NewPCG(5350, 2019))
	book := s.live.Rulebook()
	for s.live.Seq() < seq+300 {
		leaves := book.Leaves()
		code := book.Criteria[leaves[rng.IntN(len(leaves))]].Code
		unit := s.live.Units()[rng.IntN(len(s.live.Units()))].Name()
		before := s.live.Seq()
		s.press("f2", "ctrl+k", "text:"+unit, "enter").goToCriterion(code)
		switch rng.IntN(8) {
		case 0:
			s.press("+").clearNumber().press("text:"+fmt.Sprint(rng.IntN(9)),
				"tab").clearText().press("text:cách làm mới, lan tỏa", "enter")
		case 1:
			s.press("-").clearNumber().press("text:"+fmt.Sprint(rng.IntN(3)),
				"tab").clearText().press("text:vi phạm quy chế", "enter")
		case 2:
			s.press("=")
		case 3:
			s.press("ctrl+z")
		case 4:
			s.press("ctrl+n").clearText().press("text:bổ sung số liệu", "enter")
		default:
			s.press("text:"+fmt.Sprint(rng.IntN(101)), "enter")
		}
		if s.editing() {
			s.press("esc")
		}
		if s.live.Seq() > before+1 {
			t.Fatalf("one step made %d decisions:\n%s", s.live.Seq()-before, s.picture())
		}
	}
	var p meeting.Proposal
	for _, e := range s.live.Log[seq:] {
		p.Acts = append(p.Acts, e.Act)
		p.At = append(p.At, e.At)
		p.Bys = append(p.Bys, e.By)
	}
	snap, err := twin.Propose(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	if snap.Fingerprint() != s.live.Fingerprint() {
		t.Error("the record typed in differs from the record applied")
	}
	for i, want := range snap.Standings(scoring.Agreed).All() {
		if got := s.live.Standings(scoring.Agreed).At(i); !cmp.Equal(got, want) {
			t.Errorf("place %d: typed %+v, applied %+v", i+1, got, want)
		}
	}
	kinds := map[scoring.Kind]int{}
	for _, a := range p.Acts {
		kinds[a.Kind()]++
	}
	if len(kinds) < 6 {
		t.Errorf("the meeting only had %v", kinds)
	}
}

// goToCriterion goes to a criterion by its code, through the palette.
func (s *session) goToCriterion(code string) *session {
	s.t.Helper()
	s.press("ctrl+k", "text:"+code, "enter")
	if at := s.at(); at.Node < 0 || s.live.Rulebook().Criteria[at.Node].Code != code {
		s.t.Fatalf("the palette led to %+v, not to %s:\n%s", at, code, s.picture())
	}
	return s
}

func (s *session) clearNumber() *session { return s.press("0", "backspace") }

func (s *session) clearText() *session { return s.press("ctrl+u") }

// The palette finds a unit with a criterion, in either order, by the beginning of the name or its first letters, also
// as a Vietnamese keyboard types it; whole words go before beginnings, and letters somewhere in a word are found only
// where nothing else is.
func TestPaletteFindsUnitWithCriterion(t *testing.T) {
	for _, keys := range [][]string{
		{"text:nam dinh 12.4"}, {"text:nd 12.4"}, {"text:12.4 nd"}, {"text:nam d 12.4"}, {"text:Nam Định 12.4"},
		{"text:nam d", "backspace", "text:đinh", "backspace", "backspace", "backspace", "text:ịnh 12.4"}, // Telex
		{"text:nam di\u0323nh 12.4"}, {"paste:nam định\t12.4"},
	} {
		s := begin(t, 120, 40).press("ctrl+k").press(keys...).press("enter")
		at := s.at()
		if s.on() != screen.Review || s.live.Units()[at.Unit].Name() != "Nam Định" ||
			s.live.Rulebook().Criteria[at.Node].Code != "12.4" {
			t.Errorf("%q leads to %s %+v", keys, s.on(), at)
		}
	}
	s := begin(t, 120, 40).press("f3", "ctrl+k", "text:nd 12.4", "enter")
	if at := s.at(); s.on() != screen.Compare || s.live.Rulebook().Criteria[at.Node].Code != "12.4" || at.Unit != 6 {
		t.Errorf("from the compare screen it leads to %s %+v", s.on(), at)
	}
	found := func(typed string) []string {
		_, list, _ := strings.Cut(begin(t, 120, 60).press("ctrl+k", "text:"+typed).picture(), "Tìm: ")
		var lines []string
		for _, line := range strings.Split(list, "\n")[2:] {
			if line == "" || strings.HasPrefix(line, "──") {
				break
			}
			lines = append(lines, line)
		}
		return lines
	}
	got := found("ha bac")
	if !strings.Contains(got[0], "hạ bậc") || strings.Contains(strings.Join(got, ""), "mục cần xem") {
		t.Errorf("«ha bac» finds %q", got)
	}
	if got := found("nam dinh"); !strings.Contains(got[0], "Nam Định") {
		t.Errorf("«nam dinh» finds %q", got)
	}
	if got := found("xep hang"); len(got) != 1 {
		t.Errorf("«xep hang» finds %q", got)
	}
	requests := 0
	for _, u := range s.live.Units() {
		requests += len(u.OpenRequests())
	}
	for i, line := range found("đề nghị") {
		if i < requests && !strings.Contains(line, "đề nghị thưởng") {
			t.Errorf("«đề nghị» finds %q before a request", line)
		}
	}
	s = begin(t, 120, 40).press("ctrl+k", "text:de nghi", "enter")
	if _, ok := s.live.Units()[s.at().Unit].OpenRequest(s.at().Node); !ok || s.on() != screen.Review {
		t.Errorf("a request leads to %s %+v", s.on(), s.at())
	}
}

// The palette finds what is meant with and without diacritics, and says why an action is off.
func TestPalette(t *testing.T) {
	for typed, want := range map[string]string{"nam dinh": "Nam Định", "hai du": "Hải Dương", "3.1.3": "3.1.3",
		"may chieu": "phóng to", "projector": "phóng to", "gdmn": "mầm non", "zzz": ""} {
		s := begin(t, 120, 40).press("ctrl+k", "text:"+typed)
		_, found, _ := strings.Cut(s.picture(), "Tìm: ")
		first := strings.Split(found, "\n")[2]
		if want == "" {
			want = "Không tìm thấy gì."
		}
		if !strings.Contains(first, want) {
			t.Errorf("%q finds first %q", typed, first)
		}
	}
	s := begin(t, 120, 40).press("ctrl+k", "text:lam lai", "enter")
	if s.overlays.Any() || !s.note.alarm || !strings.Contains(s.note.text.VI, "không có gì vừa hoàn tác") {
		t.Errorf("an action that is off says: %+v", s.note)
	}
	s.press("ctrl+k", "text:thai binh", "enter")
	if got := s.live.Units()[s.at().Unit].Name(); got != "Thái Bình" {
		t.Errorf("the palette led to %s", got)
	}
	for key, want := range map[string]screen.ID{
		"f3": screen.Compare, "f4": screen.Board, "f9": screen.Roll, "f5": screen.Review, "f7": screen.Review,
		"f8": screen.Review,
	} {
		s.press(key, "ctrl+k", "text:thai binh", "enter")
		if got := s.live.Units()[s.at().Unit].Name(); s.on() != want || got != "Thái Bình" {
			t.Errorf("from %s the palette led to %s on %s, not on %s", key, got, s.on(), want)
		}
	}
}

// What is tried out is marked on every screen, never recorded, gone afterwards, and never on a projected screen.
func TestWhatIf(t *testing.T) {
	s := begin(t, 120, 40)
	seq, real := s.live.Seq(), s.live.Standings(scoring.Agreed).At(0)
	s.press("ctrl+w")
	for range 3 {
		s.press("0", "enter", "pgdown")
	}
	if s.live.Seq() != seq || s.seen.Seq() != seq+3 {
		t.Fatalf("recorded %d, tried %d", s.live.Seq()-seq, s.seen.Seq()-seq)
	}
	for _, key := range []string{"f2", "f3", "f4", "f8", "f9"} {
		if p := s.press(key).picture(); !strings.Contains(p, "GIẢ ĐỊNH · KHÔNG GHI") {
			t.Errorf("%s does not say that it is a trial:\n%s", key, p)
		}
	}
	s.press("ctrl+p")
	if p := s.picture(); strings.Contains(p, "GIẢ ĐỊNH") || s.mode != screen.Live {
		t.Errorf("the room sees a trial:\n%s", p)
	}
	s.press("ctrl+w")
	if s.mode != screen.Live || !strings.Contains(s.picture(), "không giả định khi đang chiếu") {
		t.Errorf("a trial began on the projector:\n%s", s.picture())
	}
	if got := s.seen.Standings(scoring.Agreed).At(0); !cmp.Equal(got, real) {
		t.Errorf("after the trial the first place is %+v", got)
	}
}

// The room sees nothing of what is only for the table.
func TestProjectorHides(t *testing.T) {
	for _, key := range []string{"f2", "f3", "f4", "f7", "f8", "f9", "f10"} {
		s := begin(t, 120, 40).press("pgdown", "pgdown", key, "ctrl+p")
		for _, hidden := range []string{"CẦN XEM", "thiếu minh chứng", "đề nghị thưởng", "Ctrl+Z", "Ctrl+U", "m.chứng",
			"còn khoảng", "→ F", "nếu xin rút", "còn kém", "TRƯỚC KHI CHỐT", "VĂN BẢN", "Tiếp theo"} {
			if p := s.picture(); strings.Contains(p, hidden) {
				t.Errorf("%s shows the room %q:\n%s", key, hidden, p)
			}
		}
		s.press("ctrl+p")
		if s.projector {
			t.Error("Ctrl+P does not lead back")
		}
	}
}

// Twelve units are large on the roll and on the page of what is left, all of them in sight.
func TestProjectorNamesEveryUnit(t *testing.T) {
	for _, key := range []string{"f7", "f9"} {
		for _, l := range []look{{lang.VI, 80, 24}, {lang.VI, 120, 40}} {
			s := beginTwelve(t, l.w, l.h).press(key, "ctrl+p")
			for _, u := range s.live.Units() {
				if wide := kit.Spaced(strings.ToUpper(u.Name())); !strings.Contains(s.inside(), wide) {
					t.Errorf("%s at %dx%d: no %s:\n%s", key, l.w, l.h, wide, s.inside())
				}
			}
		}
	}
}

// Where there is nothing for the room, and where an invitation would be, it sees whose meeting it is.
func TestProjectorIsBlank(t *testing.T) {
	blank := begin(t, 120, 40).press("f10", "ctrl+p").inside()
	closed := begin(t, 120, 40).press("do:accept", "do:elect", "do:close", "f7", "ctrl+p").inside()
	if blank != closed || !strings.Contains(blank, "2019–2020") || strings.Contains(blank, "địa điểm") {
		t.Errorf("the minutes of which nothing is known:\n%s\nthe closed meeting:\n%s", blank, closed)
	}
}

// The replay shows every step as it was, ends in the present, and decides nothing.
func TestReplay(t *testing.T) {
	s := begin(t, 120, 40).press("f8", "home", "space", "f4")
	seq := s.live.Seq()
	for step := 1; step < seq; step++ {
		if s.mode != screen.Replay || s.seen.Seq() != step {
			t.Fatalf("step %d shows %d", step, s.seen.Seq())
		}
		s.press("pgdown")
	}
	s.press("f2", "5")
	if s.editing() || !strings.Contains(s.picture(), "đang xem lại") {
		t.Errorf("a decision could be made in the past:\n%s", s.picture())
	}
	s.press("pgdown")
	if s.mode != screen.Live || s.seen != s.live {
		t.Error("the last step is not the present")
	}
	s.press("f8", "home", "space", "esc")
	if s.mode != screen.Live {
		t.Error("Esc does not lead back")
	}
}

// Undoing from the record shows what would change, and does it only when asked again.
func TestUndoFromTheRecord(t *testing.T) {
	s := begin(t, 120, 40).press("f8", "/", "text:nam dinh 3.1 thuong", "enter", "home", "delete")
	if p := s.picture(); !strings.Contains(p, "Hoàn tác quyết định 24?") ||
		!strings.Contains(p, "2.011,25 → 2.006,25") {
		t.Fatalf("the effect is not shown:\n%s", p)
	}
	s.press("esc")
	if _, gone := s.live.Withdrawn(24); gone {
		t.Fatal("Esc undid it")
	}
	s.press("delete", "enter")
	if _, gone := s.live.Withdrawn(24); !gone {
		t.Fatalf("Enter did not undo it:\n%s", s.picture())
	}
	s.press("esc", "delete")
	if !strings.Contains(s.picture(), "hoàn tác số 27 để làm lại") {
		t.Errorf("a second undo does not say why not:\n%s", s.picture())
	}
	s.press("enter")
	at := s.at()
	if s.on() != screen.Review || s.live.Units()[at.Unit].Name() != "Nam Định" ||
		s.live.Rulebook().Criteria[at.Node].Code != "3.1" {
		t.Errorf("the jump led to %+v", at)
	}
}

// The mouse selects what it is on.
func TestMouse(t *testing.T) {
	s := begin(t, 120, 40)
	click := func(text string) {
		t.Helper()
		for y, line := range strings.Split(s.picture(), "\n") {
			if x := strings.Index(line, text); x >= 0 {
				s.send(tea.MouseClickMsg{X: len([]rune(line[:x])), Y: y, Button: tea.MouseLeft})
				return
			}
		}
		t.Fatalf("%q is not on screen:\n%s", text, s.picture())
	}
	click("2.1 Đạo đức")
	if at := s.at(); s.live.Rulebook().Criteria[at.Node].Code != "2.1" {
		t.Errorf("a click led to %+v", at)
	}
	click("· Quảng Ninh")
	if at := s.at(); s.live.Units()[at.Unit].Name() != "Quảng Ninh" {
		t.Errorf("a click led to %+v", at)
	}
	node := s.at().Node
	s.send(tea.MouseWheelMsg{X: 40, Y: 20, Button: tea.MouseWheelDown})
	if got := s.at().Node; got <= node {
		t.Error("the wheel does not scroll")
	}
	for text, id := range map[string]screen.ID{"F4 Xếp hạng": screen.Board, "F3 Đối chiếu": screen.Compare,
		"F8 Nhật ký": screen.Record, "F9 Điểm danh": screen.Roll} {
		click(text)
		if s.on() != id {
			t.Errorf("a click on %s led to %s", text, s.on())
		}
		for y := range 40 {
			for _, x := range []int{0, 30, 60, 119} {
				s.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
				s.press("f2")
				s.goTo(id, screen.Place{Unit: -1, Node: -1})
			}
		}
		s.picture()
	}
}

// A choice of theme or language is kept.
func TestChoicesAreKept(t *testing.T) {
	var kept []Prefs
	s := begin(t, 120, 40, func(o *Options) { o.Save = func(p Prefs) error { kept = append(kept, p); return nil } })
	s.press("ctrl+t", "ctrl+l")
	if len(kept) != 2 || kept[1].Theme != "light" || kept[1].Lang != lang.EN {
		t.Errorf("kept %+v", kept)
	}
}

// People come and go, and the quorum follows.
func TestRoll(t *testing.T) {
	s := begin(t, 120, 40).press("f9", "+", "text:Trưởng phòng", "enter")
	if got := s.live.Units()[0].People(); len(got) != 2 || got[1] != "Trưởng phòng" {
		t.Fatalf("people: %v", got)
	}
	s.press("home", "right", "right", "-")
	if got := s.live.Units()[0].People(); len(got) != 1 {
		t.Errorf("after one left: %v", got)
	}
	s.press("home")
	for last := -1; s.at().Unit > last; {
		if last = s.at().Unit; s.live.Units()[last].Present() {
			s.press("space")
		}
		if s.at().Unit == last {
			s.press("down")
		}
	}
	if !strings.Contains(s.picture(), "ĐƠN VỊ") || s.live.Present() > 8 {
		t.Errorf("%d present:\n%s", s.live.Present(), s.picture())
	}
	s.press("*")
	if s.live.Present() != 9 || !strings.Contains(s.picture(), "ĐỦ SỐ ĐƠN VỊ") {
		t.Errorf("after all are called:\n%s", s.picture())
	}
}

// Two secretaries type into the same cell: the second sees the first one's value, keeps what was typed, and only
// replaces it when Enter is pressed once more.
func TestTwoSecretariesAtOneCell(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	one := beginWith(t, m, 120, 40, func(o *Options) { o.By = "Thư ký 1" }).press("pgdown", "pgdown", "8", "0")
	two := beginWith(t, m, 120, 40, func(o *Options) { o.By = "Thư ký 2" }).press("pgdown", "pgdown", "9", "0")
	one.press("enter")
	seq := one.live.Seq()
	two.press("enter")
	if p := two.picture(); m.Snapshot().Seq() != seq || !strings.Contains(p, "Thư ký 1 vừa thay đổi chỗ này") ||
		!strings.Contains(p, "[   90]") {
		t.Fatalf("the second secretary sees:\n%s", p)
	}
	two.press("enter")
	if got := m.Snapshot().Last(); got.Seq != seq+1 || got.By != "Thư ký 2" {
		t.Errorf("after the second Enter the last decision is %+v", got)
	}
}

// What a person may not decide is off on every screen, and says why; a secretary may do all but what is the chair's.
func TestRolesOnScreen(t *testing.T) {
	starts := [][]string{nil, {"f3"}, {"f4"}, {"f5"}, {"do:accept", "f6", "3"}, {"do:accept", "f7"}, {"f8", "up", "up"},
		{"f9"}, {"do:accept", "do:close", "f7"}}
	for _, role := range scoring.Roles() {
		kinds := map[scoring.Kind]bool{}
		for _, keys := range starts {
			host := quick(t, 120, 40).press(keys...)
			snap := host.live
			recorder := &counting{inPlace: inPlace{snap: snap}}
			for _, b := range host.bindings() {
				if !b.Off.IsZero() {
					continue
				}
				s := beginWith(t, recorder, 120, 40, func(o *Options) {
					o.Who = &meeting.Who{Name: "x", Role: role, Unit: "Nam Định"}
				})
				for _, k := range keys {
					if !strings.HasPrefix(k, "do:") {
						s.press(k)
					}
				}
				s.press(b.Keys[0], b.Keys[0])       // what asks once more is told so
				s.press("enter", "l", "d", "enter") // what asks for a reason gets one
			}
			for _, a := range recorder.tried {
				kinds[a.Kind()] = true
				if !(&meeting.Who{Role: role}).Decides(a.Kind()) {
					t.Errorf("%v: the %s could try %T", keys, role, a)
				}
			}
			if (role == scoring.Observer || role == scoring.Screen || role == scoring.Standby) &&
				len(recorder.tried) > 0 {
				t.Errorf("%v: the %s tried %v", keys, role, recorder.tried)
			}
		}
		if role == scoring.Chair && (!kinds[scoring.KindReopen] || !kinds[scoring.KindClose] || len(kinds) < 6) {
			t.Errorf("the chair could only try %v", kinds)
		}
	}
}

// counting notes what is proposed, and refuses all of it.
type counting struct {
	inPlace
	tried []scoring.Act
}

func (c *counting) Propose(_ context.Context, p meeting.Proposal) (*meeting.Snapshot, error) {
	c.tried = append(c.tried, p.Acts...)
	return nil, meeting.ErrRights
}

// A reviewer confirms the scores of the own unit, and can do nothing to another's.
func TestReviewerConfirms(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	s := beginWith(t, m, 120, 40, func(o *Options) {
		o.Who = &meeting.Who{Name: "Phó Giám đốc Sở", Role: scoring.Reviewer, Unit: "Bắc Ninh"}
	})
	seq := s.live.Seq()
	s.press("=", "5")
	if s.live.Seq() != seq ||
		!strings.Contains(s.picture(), "xác nhận điểm của đơn vị mình") &&
			!strings.Contains(s.picture(), "đề nghị thư ký ghi") {
		t.Fatalf("at another unit:\n%s", s.picture())
	}
	s.press("pgdown", "=")
	if got, ok := s.live.Last().Act.(scoring.Confirm); !ok || got.Unit != "Bắc Ninh" {
		t.Errorf("the last decision is %+v\n%s", s.live.Last().Act, s.picture())
	}
}
