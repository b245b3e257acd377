package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// session is a model that a test drives without a terminal: keys go in, the picture comes out.
type session struct {
	t testing.TB
	*Model
}

// clock stands still, so that pictures do not change from run to run.
func clock() time.Time { return time.Date(2020, 6, 30, 14, 32, 7, 0, time.FixedZone("", 7*3600)) }

// loadSample reads the sample once for all tests.
var loadSample = sync.OnceValues(demo.Load)

func sampleMeeting() (*meeting.Meeting, error) {
	s, err := loadSample()
	if err != nil {
		return nil, err
	}
	return s.Meeting(clock)
}

// begun are meetings by what they are of: what many tests begin with is made once, and each goes on with one of its
// own.
var begun sync.Map

// again is a meeting like the one that is made where it is asked for first.
func again(t testing.TB, of string, make func() (*meeting.Meeting, error)) *meeting.Meeting {
	t.Helper()
	once, _ := begun.LoadOrStore(of, sync.OnceValues(make))
	made, err := once.(func() (*meeting.Meeting, error))()
	if err != nil {
		t.Fatal(err)
	}
	return meeting.InMemoryFrom(made.Snapshot(), clock)
}

// unhurried is the time of somebody who lets every key go before the next.
func unhurried() func() time.Time {
	now := clock()
	return func() time.Time {
		now = now.Add(time.Second)
		return now
	}
}

// begin opens the sample meeting in a session of a size.
func begin(t testing.TB, w, h int, change ...func(*Options)) *session {
	t.Helper()
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	return beginWith(t, m, w, h, change...)
}

func beginWith(t testing.TB, m Meeting, w, h int, change ...func(*Options)) *session {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	o := Options{Prefs: Prefs{Theme: kit.Dark}, By: "Thư ký", Now: unhurried(), Papers: "họp-van-ban"}
	for _, f := range change {
		f(&o)
	}
	s := &session{t, New(ctx, m, o)}
	s.send(tea.WindowSizeMsg{Width: w, Height: h})
	return s
}

// send gives the model a message and carries out what it asks for, at once.
func (s *session) send(msg tea.Msg) {
	s.t.Helper()
	_, cmd := s.Update(msg)
	if _, isFeed := msg.(snapshotMsg); cmd == nil || isFeed {
		return // the feed waits; the test sends snapshots itself
	}
	if next := cmd(); next != nil {
		s.send(next)
	}
}

// press types keys by name, as the terminal library calls them; "text:…" types characters, "paste:…" pastes them,
// "do:…" makes decisions beside it.
func (s *session) press(keys ...string) *session {
	s.t.Helper()
	for _, k := range keys {
		if acts, ok := strings.CutPrefix(k, "do:"); ok {
			s.decide(acts)
			continue
		}
		if text, ok := strings.CutPrefix(k, "text:"); ok {
			for _, r := range text {
				s.send(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
			continue
		}
		if text, ok := strings.CutPrefix(k, "paste:"); ok {
			s.send(tea.PasteMsg{Content: text})
			continue
		}
		s.send(keyMsg(s.t, k))
	}
	return s
}

// keyMsg makes the message of a key from its name.
func keyMsg(t testing.TB, name string) tea.KeyPressMsg {
	t.Helper()
	codes := map[string]rune{
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "enter": tea.KeyEnter,
		"esc": tea.KeyEscape, "tab": tea.KeyTab,
		"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
		"home": tea.KeyHome, "end": tea.KeyEnd,
		"plus": tea.KeyKpPlus, "minus": tea.KeyKpMinus,
	}
	for i := range 12 {
		codes[fmt.Sprintf("f%d", i+1)] = tea.KeyF1 + rune(i)
	}
	var msg tea.KeyPressMsg
	base := name
	for {
		switch {
		case strings.HasPrefix(base, "ctrl+"):
			msg.Mod |= tea.ModCtrl
			base = base[5:]
			continue
		case strings.HasPrefix(base, "shift+"):
			msg.Mod |= tea.ModShift
			base = base[6:]
			continue
		}
		break
	}
	switch code, ok := codes[base]; {
	case ok:
		msg.Code = code
	case base == "space":
		msg.Code, msg.Text = ' ', " "
	default:
		msg.Code = []rune(base)[0]
		if msg.Mod == 0 {
			msg.Text = base
		}
	}
	if got := msg.String(); got != name {
		t.Fatalf("the key %q is called %q by the library", name, got)
	}
	return msg
}

// picture is what is on screen, without styles; every line has exactly the terminal's width.
func (s *session) picture() string {
	s.t.Helper()
	lines := strings.Split(ansi.Strip(s.Text()), "\n")
	if len(lines) != s.h {
		s.t.Errorf("the picture has %d lines in a terminal of %d", len(lines), s.h)
	}
	for i, l := range lines {
		if kit.Width(l) != s.w {
			s.t.Errorf("line %d has %d cells in a terminal of %d: %q", i+1, kit.Width(l), s.w, l)
		}
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// scenes are the pictures worth keeping: how one gets there from the start.
func scenes() map[string][]string {
	return map[string][]string{
		"review":            nil,
		"review-percent":    {"pgdown", "pgdown", "down", "down", "8", "5", ",", "5"},
		"review-bonus":      {"pgdown", "pgdown", "up", "+", "4", "tab", "text:sáng kiến đã nhân rộng"},
		"review-penalty":    {"-", "5", "0"},
		"review-note":       {"ctrl+n", "text:cụm lưu ý bổ sung số liệu", "enter", "right"},
		"review-sanction":   {"!", "right", "tab", "text:Kết luận thanh tra số 12"},
		"review-folded":     {"up", "space", "down", "space"},
		"review-why":        {"pgup", "pgup", "pgup", "right", "?"},
		"review-projected":  {"pgdown", "pgdown", "right", "ctrl+p"},
		"review-paste":      {"down", "paste:85\n0,9\n\nđạt\n70,5%\n"},
		"review-what-if":    {"ctrl+w", "5", "0", "enter"},
		"compare":           {"f3", "right", "right"},
		"compare-percent":   {"f3", "down", "down", "9", "0"},
		"compare-field":     {"f3", "home", "right"},
		"compare-paste":     {"f3", "right", "paste:70\n71,5\n\n73\n"},
		"compare-projected": {"f3", "right", "ctrl+p"},
		"compare-draft":     {"f3", "right", "down", "ctrl+p", "6", "0"},
		"board":             {"f4"},
		"board-field":       {"f4", "down", "right", "right", "right"},
		"board-why":         {"f4", "down", "?"},
		"board-sum":         {"f4", "space"},
		"board-projected":   {"f4", "ctrl+p"},
		"vote":              {"f5"},
		"vote-tie":          {"do:tie", "f5"},
		"vote-tie-count":    {"do:tie", "f5", "enter", "6", "down", "3"},
		"vote-tie-level":    {"do:tie", "f5", "enter", "4", "enter", "4", "enter", "enter"},
		"vote-tie-ruling":   {"do:tie", "f5", "enter", "!", "down", "text:hội nghị đồng ý"},
		"vote-question":     {"f5", "+", "text:Tổ chức hội thao cụm vào tháng 3"},
		"vote-count":        {"f5", "enter", "6", "enter", "2"},
		"vote-calling":      {"f5", "enter", "=", "1", "1", "2", "3"},
		"vote-projected":    {"f5", "enter", "6", "enter", "2", "ctrl+p"},
		"vote-room":         {"f5", "ctrl+p"},
		"vote-room-score":   {"f5", "f2", "pgdown", "pgdown", "8", "5", "f5", "ctrl+p"},
		"vote-tie-room":     {"do:tie", "f5", "ctrl+p"},
		"vote-tie-counted":  {"do:tie", "f5", "enter", "6", "enter", "3", "ctrl+p"},
		"vote-taken-room":   {"f5", "enter", "6", "enter", "2", "enter", "esc", "end", "ctrl+p"},
		"vote-taken":        {"f5", "enter", "6", "enter", "2", "enter", "esc", "end"},
		"verdict":           {"f5", "enter", "6", "enter", "2", "enter"},
		"verdict-not":       {"f5", "enter", "space", "4", "enter", "5", "enter"},
		"verdict-projected": {"ctrl+p", "f5", "enter", "6", "enter", "2", "enter"},
		"verdict-elected":   {"do:accept", "f6", "5", "down", "3", "down", "1", "="},
		"election":          {"f6", "4", "down", "3"},
		"election-runoff":   {"do:accept", "do:round", "f6", "5"},
		"election-room":     {"f6", "4", "down", "3", "ctrl+p"},
		"election-again":    {"do:accept", "do:round", "f6", "ctrl+p"},
		"election-over":     {"do:accept", "do:elect", "f6", "ctrl+p"},
		"election-lots":     {"do:accept", "do:level", "f6"},
		"election-draw":     {"do:accept", "do:level", "f6", "*", "text:chủ tọa bốc thăm trước hội nghị"},
		"election-done":     {"do:accept", "do:elect", "f6"},
		"closing":           {"f7", "down"},
		"closing-ready":     {"do:accept", "do:elect", "f7"},
		"closing-projected": {"f7", "ctrl+p"},
		"closed":            {"do:accept", "do:elect", "do:close", "f7"},
		"closed-reopen":     {"do:accept", "do:elect", "do:close", "f7", "ctrl+o", "text:Bộ yêu cầu xem lại"},
		"closed-review":     {"do:accept", "do:elect", "do:close", "5"},
		"appraisal":         {"do:accept", "do:elect", "do:close", "do:appraise", "f11", "down", "right"},
		"appraisal-explain": {"do:accept", "do:elect", "do:close", "do:appraise", "f4", "=", "space", "=", "text:đúng"},
		"appraisal-decided": appraisalDecided(),
		"appraisal-none":    {"do:accept", "do:elect", "do:close", "f11"},
		"closed-projected":  {"do:accept", "do:elect", "do:close", "f7", "ctrl+p"},
		"record":            {"f8"},
		"record-projected":  {"f8", "ctrl+p"},
		"record-filter":     {"f8", "/", "text:nam dinh thuong"},
		"record-undo":       {"f8", "up", "up", "delete"},
		"record-replay":     {"f8", "up", "up", "up", "up", "up", "space", "f4"},
		"roll":              {"f9", "down"},
		"roll-projected":    {"f9", "ctrl+p"},
		"roll-person":       {"f9", "+", "text:Chánh Văn phòng"},
		"roll-absent":       {"f9", "space", "up", "/", "text:bão lũ", "enter", "text:Bắc Ninh"},
		"roll-guest":        withGuests(),
		"roll-sitting":      {"f9", "="},
		"minutes":           {"f10", "down"},
		"minutes-projected": append(withMinutes(), "ctrl+p"),
		"minutes-fill":      {"f10", "*", "text:8:30"},
		"minutes-said":      append(withMinutes(), "up"),
		"minutes-add":       append(withMinutes(), "+", "text:Phó Giám đốc, nam dinh", "enter", "text:đề nghị xem lại"),
		"papers":            {"f10", "ctrl+u", "space", "down"},
		"papers-closed":     {"do:accept", "do:elect", "do:close", "ctrl+u"},
		"papers-folder":     {"ctrl+u", "down", "space", "="},
		"papers-read":       {"do:accept", "do:elect", "do:close", "ctrl+u", "enter", "pgdown"},
		"palette":           {"ctrl+k"},
		"palette-find":      {"ctrl+k", "text:an toan"},
		"help":              {"f1"},
		"quit":              {"ctrl+q"},
	}
}

// appraisalDecided are the keys to a unit whose award was decided in the end, and a difference that is to be discussed.
func appraisalDecided() []string {
	return []string{"do:accept", "do:elect", "do:close", "do:appraise", "f11", "*", "text:hỏi lại Cục", "enter", "+",
		"text:QĐ 15/QĐ-BGDĐT", "tab", "text:15/8/2020", "enter"}
}

// withGuests are the keys to a roll with guests and tellers.
func withGuests() []string {
	return []string{"f9", "end", "up", "+", "text:Vụ trưởng, Vụ Thi đua", "enter", "+", "text:Phó Vụ trưởng", "enter",
		"-", "down", "+", "text:Kiểm phiếu viên", "enter"}
}

// withMinutes are the keys to a page that lacks nothing, with two lines of minutes.
func withMinutes() []string {
	return []string{"f10", "*", "text:8:30", "enter", "text:Hội trường tầng 2", "enter", "text:Giám đốc Sở; nam dinh",
		"enter", "text:Thư ký, Chuyên viên, Nam Định", "enter", "end", "+", "text:Vụ trưởng, Vụ Thi đua", "enter",
		"text:biểu dương các đơn vị", "enter", "+", "enter", "text:nhất trí kết quả", "enter", "end"}
}

// Every theme draws the same text: colour never carries a meaning alone.
func TestThemesDifferInStyleOnly(t *testing.T) {
	for name, keys := range scenes() {
		s := quick(t, 120, 40).press(keys...)
		s.View() // what can be scrolled is known once it has been drawn
		want := s.picture()
		styled := map[string]kit.ThemeName{}
		for _, theme := range kit.Themes() {
			s.opts.Theme = theme
			s.styles = kit.NewStyles(theme).With(s.opts.Signs)
			text := s.Text()
			if like, drawn := styled[text]; drawn {
				t.Errorf("%s: %s has the styles of %s", name, theme, like)
			}
			styled[text] = theme
			if got := s.picture(); got != want {
				t.Errorf("%s in %s: %s", name, theme, cmp.Diff(want, got))
			}
		}
	}
}

// quick opens the sample meeting without a record: for tests that open it very often.
func quick(t testing.TB, w, h int, change ...func(*Options)) *session {
	t.Helper()
	snap, err := sampleSnapshot()
	if err != nil {
		t.Fatal(err)
	}
	return beginWith(t, &inPlace{snap: snap}, w, h, change...)
}

// sampleSnapshot is the sample meeting as it stands, made once.
var sampleSnapshot = sync.OnceValues(func() (*meeting.Snapshot, error) {
	m, err := sampleMeeting()
	if err != nil {
		return nil, err
	}
	return m.Snapshot(), nil
})

// Every advertised key does something, and it is what the table says it does.
func TestEveryAdvertisedKey(t *testing.T) {
	starts := map[string][]string{
		"review":       {"pgdown", "enter", "enter", "enter"},
		"field":        {"enter", "enter", "enter", "up"},
		"request":      {"pgdown", "ctrl+k", "text:5.2", "enter"},
		"percent":      {"enter", "9"},
		"bonus":        {"+", "1", "tab", "text:x"},
		"note":         {"ctrl+n"},
		"sanction":     {"!"},
		"compare":      {"f3", "right", "down"},
		"compare edit": {"f3", "7"},
		"field across": {"f3", "home"},
		"board":        {"f4", "down", "down"},
		"record":       {"f8", "up", "up", "up"},
		"filter":       {"f8", "/", "text:nam"},
		"undo asked":   {"f8", "up", "up", "delete"},
		"replay":       {"f8", "up", "up", "up", "space"},
		"vote":         {"f5", "down"},
		"vote tie":     {"do:tie", "f5"},
		"tie count":    {"do:tie", "f5", "enter", "5"},
		"tie ruling":   {"do:tie", "f5", "enter", "!", "text:x"},
		"question":     {"f5", "+", "text:x"},
		"vote count":   {"f5", "enter", "6"},
		"vote calling": {"f5", "enter", "=", "1", "2", "up"},
		"vote secret":  {"f5", "enter", "6", "space"},
		"verdict":      {"f5", "enter", "*"},
		"election":     {"f6", "4", "down", "3"},
		"runoff":       {"do:accept", "do:round", "f6", "4", "down", "5", "="},
		"lots":         {"do:accept", "do:level", "f6"},
		"draw":         {"do:accept", "do:level", "f6", "*", "text:x"},
		"elected":      {"do:accept", "do:elect", "f6"},
		"closing":      {"f7", "down", "down"},
		"to be closed": {"do:accept", "f7", "down"},
		"closed":       {"do:accept", "do:elect", "do:close", "f7"},
		"reopen":       {"do:accept", "do:elect", "do:close", "f7", "ctrl+o", "text:x"},
		"ceremony":     {"do:accept", "do:elect", "do:close", "f7", "enter", "pgdown", "pgdown"},
		"appraisal":    {"do:accept", "do:elect", "do:close", "do:appraise", "f11", "down"},
		"explaining":   {"do:accept", "do:elect", "do:close", "do:appraise", "f11", "=", "text:x"},
		"deciding":     {"do:accept", "do:elect", "do:close", "do:appraise", "f11", "+", "text:x"},
		"no appraisal": {"do:accept", "do:elect", "do:close", "f11"},
		"closed board": {"do:accept", "do:elect", "do:close", "do:appraise", "f4"},
		"roll":         {"f9", "down"},
		"roll person":  {"f9", "+", "text:x"},
		"pasted":       {"paste:71\n72", "down"},
		"what if":      {"ctrl+w", "enter"},
		"projected":    {"enter", "ctrl+p"},
		"palette":      {"ctrl+k", "down"},
		"help":         {"f1", "down", "down"},
		"why":          {"f4", "space", "down"},
		"quit":         {"ctrl+q"},
		"after undo":   {"pgdown", "5", "enter", "ctrl+z"},
		"second unit":  {"pgdown", "pgdown", "down"},
	}
	for name, keys := range starts {
		first := quick(t, 80, 24).press(keys...)
		first.Text() // what can be scrolled is known once it has been drawn
		bound := first.bindings()
		for _, b := range bound {
			for _, key := range b.Keys {
				if found, _ := kit.Find(bound, key); found.Action != b.Action {
					continue // shadowed by what is in front; tested there
				}
				s := quick(t, 80, 24).press(keys...)
				before := s.Text()
				_, cmd := s.Update(keyMsg(t, key))
				if s.Text() == before && cmd == nil {
					t.Errorf("%s: %s (%s) does nothing", name, key, b.Action)
				}
				if !b.Off.IsZero() && !strings.Contains(s.picture(), strings.TrimSuffix(kit.Cut(b.Off.VI, 40), "…")) {
					t.Errorf("%s: %s is off and does not say why:\n%s", name, key, s.picture())
				}
				if b.Help.VI == "" || b.Help.EN == "" || b.Label.VI == "" || b.Label.EN == "" {
					t.Errorf("%s: %s has no words in one of the languages", name, b.Action)
				}
			}
		}
	}
}

// No action hangs on a bare letter: letters come as the input method pleases.
func TestNoBareLetters(t *testing.T) {
	for name, keys := range scenes() {
		for _, b := range quick(t, 80, 24).press(keys...).bindings() {
			for _, k := range b.Keys {
				if len([]rune(k)) == 1 && strings.ToLower(k) != strings.ToUpper(k) {
					t.Errorf("%s: %s hangs on the letter %q", name, b.Action, k)
				}
				if k == "ctrl+h" {
					t.Errorf("%s: %s is bound to 0x08, which is backspace", name, b.Action)
				}
			}
		}
	}
}

func TestRecordingAPercent(t *testing.T) {
	s := begin(t, 120, 40)
	unit, seq := s.live.Units()[0].Name(), s.live.Seq()
	s.press("8", "7", ".", "5", "enter")
	if got := s.live.Seq(); got != seq+1 {
		t.Fatalf("after Enter there are %d decisions, want %d:\n%s", got, seq+1, s.picture())
	}
	if want := (scoring.Score{Unit: unit, Criterion: "1.1", Mark: scoring.InPercent(8750)}); s.live.Last().Act != want {
		t.Errorf("recorded %+v, want %+v", s.live.Last().Act, want)
	}
	if p := s.picture(); !strings.Contains(p,
		"✓ đã ghi số 27 · bản chấm của Vĩnh Phúc cần thống nhất lại: Vĩnh Phúc 1.1: 100 % → 87,5 %") ||
		!strings.Contains(p, "27 quyết định") {
		t.Errorf("the screen does not say so:\n%s", p)
	}
	before := s.picture()
	s.press("ctrl+z")
	if _, ok := s.live.Withdrawn(seq + 1); !ok {
		t.Error("Ctrl+Z withdrew nothing")
	}
	s.press("ctrl+y")
	if _, ok := s.live.Withdrawn(seq + 1); ok {
		t.Error("Ctrl+Y did not bring it back")
	}
	if !strings.Contains(before, "87,5") || !strings.Contains(s.picture(), "87,5") {
		t.Errorf("the percent is not on screen:\n%s", s.picture())
	}
}

func TestRecordingABonusNeedsAReason(t *testing.T) {
	s := begin(t, 120, 40)
	seq := s.live.Seq()
	s.press("+", "3", "enter")
	if s.live.Seq() != seq || !strings.Contains(s.picture(), "Ghi lý do") {
		t.Fatalf("a bonus without a reason was recorded:\n%s", s.picture())
	}
	s.press("text:cách làm mới", "enter")
	if got, ok := s.live.Last().Act.(scoring.Bonus); !ok || got.Points != 3*scoring.Point ||
		got.Reason != "cách làm mới" {
		t.Errorf("recorded %+v", s.live.Last().Act)
	}
	s.press("-", "4", ",", "5", "tab", "text:vi phạm", "enter")
	if _, ok := s.live.Last().Act.(scoring.Penalty); ok {
		t.Error("4.5 points are more than a fifth of 20")
	}
	if !strings.Contains(s.picture(), "ghi tối đa 4,00 điểm") {
		t.Errorf("the screen does not say what room is left:\n%s", s.picture())
	}
}

// broken is a meeting whose disk fails.
type broken struct {
	Meeting
	err error
}

func (b *broken) Propose(ctx context.Context, p meeting.Proposal) (*meeting.Snapshot, error) {
	if b.err != nil {
		return nil, b.err
	}
	return b.Meeting.Propose(ctx, p)
}

// What could not be written is not shown as decided; what was typed is still there and can be tried again.
func TestLosingTheDisk(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	b := &broken{Meeting: m, err: errors.New("no space left on device")}
	s := beginWith(t, b, 120, 40)
	seq := s.live.Seq()
	s.press("9", "0", "enter")
	p := s.picture()
	if s.live.Seq() != seq || !strings.Contains(p, "CHƯA GHI") || !strings.Contains(p, "no space left") ||
		!strings.Contains(p, "[   90]") {
		t.Fatalf("after a failed write:\n%s", p)
	}
	b.err = nil
	s.press("enter")
	if s.live.Seq() != seq+1 || strings.Contains(s.picture(), "CHƯA GHI") {
		t.Errorf("the second try:\n%s", s.picture())
	}
}

// A resize storm, a paste of a megabyte, broken sequences and 0x08 in the middle of typing: nothing is lost, nothing
// happens that nobody asked for.
func TestRoughHandling(t *testing.T) {
	s := begin(t, 120, 40)
	seq := s.live.Seq()
	s.press("+", "3", "tab", "text:ly")
	for w := 130; w > 0; w -= 7 {
		for _, h := range []int{60, 24, 10, 5, 1} {
			s.send(tea.WindowSizeMsg{Width: w, Height: h})
			s.picture()
		}
	}
	s.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	s.press("ctrl+h", "backspace", "text:lý do")
	s.send(tea.PasteMsg{Content: strings.Repeat("\x1b[31m dài\x00\n", 100_000)})
	if s.live.Seq() != seq || !s.editing() {
		t.Fatal("something was recorded, or the edit was lost")
	}
	s.press("enter")
	got, ok := s.live.Last().Act.(scoring.Bonus)
	if !ok || !strings.HasPrefix(got.Reason, "lý do") || strings.ContainsAny(got.Reason, "\x1b\x00\n") ||
		got.Points != 3*scoring.Point {
		t.Errorf("recorded %.80v", s.live.Last().Act)
	}
}

// Two sessions of one meeting: what one records, the other shows.
func TestTwoSessions(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	a, b := beginWith(t, m, 120, 40), beginWith(t, m, 80, 24, func(o *Options) { o.Lang = lang.EN })
	<-b.feed // what there was at the beginning
	a.press("4", "2", "enter")
	b.send(snapshotMsg{<-b.feed})
	if !strings.Contains(b.picture(), "27 decisions") || b.live.Fingerprint() != a.live.Fingerprint() {
		t.Errorf("the other session shows:\n%s", b.picture())
	}
}

// A name of forty cells and any composition leaves the columns where they are.
func TestLongNames(t *testing.T) {
	sample, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	begun := sample.Begin
	for i, name := range []string{"Thừa Thiên - Huế", norm.NFD.String("Bà Rịa - Vũng Tàu"),
		"Sở Giáo dục, Khoa học và Công nghệ Bạc L"} {
		begun.Sheets[i].Unit = name
	}
	book := *begun.Rulebook
	book.Clusters, book.Aliases = nil, nil
	if faults := book.Compile(); len(faults) > 0 {
		t.Fatal(faults)
	}
	begun.Rulebook, begun.Cluster = &book, ""
	m, err := meeting.InMemory("x", begun, clock)
	if err != nil {
		t.Fatal(err)
	}
	for _, keys := range scenes() {
		s := beginWith(t, &inPlace{snap: m.Snapshot()}, 80, 24).press(keys...)
		for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
			s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			s.picture()
		}
	}
}
