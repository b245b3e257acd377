package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"thidua/data/meeting"
	"thidua/tui/paint"
	"thidua/tui/paint/painttest"
)

// mostBytes is what a whole edit of three keys may send to a terminal of 120 by 40.
const mostBytes = 1000

// A number of two digits and Enter, with all that follows, send less than a kilobyte on the screens on which numbers
// are typed: of a unit whose sheet was accepted, which that ends, and again of one that was changed before. A terminal
// shows then, after every picture, what one shows to which it is drawn anew.
func TestBytesOfAnEdit(t *testing.T) {
	for _, keys := range [][]string{nil, {"f3"}} {
		t.Run(fmt.Sprint("on ", keys), func(t *testing.T) {
			m, err := sampleMeeting()
			if err != nil {
				t.Fatal(err)
			}
			y := newTypist(beginWith(t, m, 120, 40))
			for _, key := range keys {
				y.key(key)
			}
			y.shows = painttest.New(y.w, y.h, nil)
			_, _ = y.shows.Write([]byte(paint.On))
			_, _ = y.shows.Write(new(paint.Pen).Whole(y.was, y.term, true))
			for _, digits := range []string{"85", "90", "72,5", "100"} {
				edit := append(strings.Split(digits, ""), "enter")
				var said []string
				all := 0
				for _, key := range edit {
					n := len(y.key(key))
					all += n
					said = append(said, fmt.Sprintf("%s %d", key, n))
				}
				t.Log(all, said)
				if len(edit) == 3 && all >= mostBytes {
					t.Errorf("an edit sends %d bytes, want less than %d: %s", all, mostBytes, said)
				}
			}
		})
	}
}

// typist is a session whose pictures are put into bytes as its terminal gets them: one for each message.
type typist struct {
	*session
	pen   paint.Pen
	term  paint.Terminal
	was   *paint.Picture
	shows *painttest.Terminal // what the terminal shows; nil: nobody looks
}

func newTypist(s *session) *typist {
	y := &typist{session: s, term: paint.Terminal{Profile: colorprofile.ANSI256, Synced: true}}
	y.was = paint.Of(s.View(), s.w, s.h)
	return y
}

// key is the bytes that the terminal is sent after a key, until what it has caused is on record.
func (y *typist) key(key string) (sent []byte) {
	y.t.Helper()
	for msg := tea.Msg(keyMsg(y.t, key)); msg != nil; {
		_, cmd := y.Update(msg)
		now := paint.Of(y.View(), y.w, y.h)
		b := y.pen.Step(y.was, now, y.term)
		y.was, sent = now, append(sent, b...)
		y.look(b)
		if msg = nil; cmd != nil {
			msg = cmd()
		}
		if slow, ok := msg.(slowMsg); ok { // a busy machine: as on one that is not
			msg = slow.answer()
		}
	}
	return sent
}

// look compares what the terminal shows with what one shows that is drawn anew.
func (y *typist) look(b []byte) {
	y.t.Helper()
	if y.shows == nil {
		return
	}
	_, _ = y.shows.Write(b)
	anew := painttest.New(y.w, y.h, nil)
	_, _ = anew.Write([]byte(paint.On))
	_, _ = anew.Write(new(paint.Pen).Whole(y.was, y.term, true))
	if diff := painttest.Diff(anew, y.shows); diff != "" {
		y.t.Fatalf("the terminal does not show the picture:\n%s", diff)
	}
}

// While a number is typed the footer goes on naming the keys from before, where there is room for those that end the
// number; one of them that has to wait says so.
func TestFooterStaysWhileANumberIsTyped(t *testing.T) {
	for _, on := range []string{"f2", "f3"} {
		s := quick(t, 120, 40).press(on)
		lines := strings.Split(s.picture(), "\n")
		footer := lines[s.h-1]
		s.press("8", "5")
		s.shows("Enter ghi · Esc bỏ · Tab lý do", footer)
		s.press("+")
		s.shows("+: đang nhập", "[   85]")
		s.press("tab")
		s.shows("Enter ghi  Esc bỏ", "lý do: [")
		s.hides(footer)
	}
	s := quick(t, 80, 24).press("8")
	s.shows("Enter ghi  Esc bỏ", "lý do: [")
}

// What was recorded last stays to be read while the next number is typed; a refusal does not.
func TestNoteStaysWhileANumberIsTyped(t *testing.T) {
	s := begin(t, 120, 40).press("8", "5", "down", "9")
	s.shows("✓ đã ghi số 27", "[    9]")
	s.press("9", "9", "9", "enter")
	s.hides("✓ đã ghi số 27")
}

// slowly is a meeting whose disk answers when it is told to.
type slowly struct {
	Meeting
	answer chan struct{}
}

func (m *slowly) Propose(ctx context.Context, p meeting.Proposal) (*meeting.Snapshot, error) {
	<-m.answer
	return m.Meeting.Propose(ctx, p)
}

// A disk that takes its time is said to; one that does not makes nobody draw anything twice.
func TestSlowDiskIsSaid(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	slow := &slowly{m, make(chan struct{})}
	s := beginWith(t, slow, 120, 40).press("8", "5")
	_, cmd := s.Update(keyMsg(t, "enter"))
	s.hides("đang ghi…")
	msg, ok := cmd().(slowMsg)
	if !ok {
		t.Fatalf("nothing is said of a slow disk: %T", msg)
	}
	_, cmd = s.Update(msg)
	s.shows("26 quyết định đang ghi…", "BẢN NHÁP", "[   85]")
	close(slow.answer)
	s.Update(cmd())
	s.shows("27 quyết định ✓ đã ghi")
	s.hides("đang ghi…", "BẢN NHÁP")
}

// A command that fails does so in the one who runs it, who knows how to leave the terminal.
func TestPatientFailure(t *testing.T) {
	defer func() {
		if r := recover(); r == nil || !strings.Contains(fmt.Sprint(r), "of no use") {
			t.Errorf("it fails with %v", r)
		}
	}()
	patiently(func() tea.Msg { panic("of no use") })()
}
