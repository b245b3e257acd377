package tui

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
)

// slowDisk is a meeting whose disk answers when the test says so.
type slowDisk struct {
	*meeting.Meeting
	fails error
}

func (s *slowDisk) Propose(ctx context.Context, p meeting.Proposal) (*meeting.Snapshot, error) {
	if s.fails != nil {
		return nil, s.fails
	}
	return s.Meeting.Propose(ctx, p)
}

// writer types while decisions are on their way: what the model asks for is carried out only by settle.
type writer struct {
	*session
	disk    *slowDisk
	before  int // decisions at the beginning
	pending []tea.Cmd
}

func newWriter(t *testing.T) *writer {
	t.Helper()
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	disk := &slowDisk{Meeting: m}
	return &writer{session: beginWith(t, disk, 120, 40), disk: disk, before: m.Snapshot().Seq()}
}

func (w *writer) typed(keys ...string) *writer {
	w.t.Helper()
	for _, k := range keys {
		w.give(keyMsg(w.t, k))
	}
	return w
}

func (w *writer) give(msg tea.Msg) {
	if _, cmd := w.Update(msg); cmd != nil {
		w.pending = append(w.pending, cmd)
	}
}

// settle lets the disk answer, decision after decision, until nothing is on its way.
func (w *writer) settle() *writer {
	w.t.Helper()
	for len(w.pending) > 0 {
		cmd := w.pending[0]
		w.pending = w.pending[1:]
		switch msg := cmd().(type) {
		case tea.BatchMsg:
			w.pending = append(w.pending, msg...)
		case nil:
		default:
			w.give(msg)
		}
	}
	return w
}

// made is how many decisions are on record since the beginning.
func (w *writer) made() int { return w.disk.Snapshot().Seq() - w.before }

// percents are the percents that the units have at a criterion, in the order of units.
func (w *writer) percents(code string) []string {
	w.t.Helper()
	var out []string
	for seq := w.before + 1; seq <= w.disk.Snapshot().Seq(); seq++ {
		d, _ := w.disk.Snapshot().Decision(seq)
		if s, ok := d.Act.(scoring.Score); ok && s.Criterion == code {
			out = append(out, s.Unit+" "+s.Mark.String())
		}
	}
	return out
}

// Whoever types by touch does not wait for the disk: every key counts, in order, at the place it was meant for.
func TestKeysTypedWhileTheDiskIsSlow(t *testing.T) {
	w := newWriter(t)
	units := w.live.Units()
	var want []string
	for i, percent := range []string{"11", "18", "25", "32"} {
		w.typed(percent[:1], percent[1:], "enter", "pgdown")
		want = append(want, units[i].Name()+" "+percent)
	}
	if got := w.made(); got != 0 {
		t.Fatalf("%d decisions before the disk has answered", got)
	}
	if !strings.Contains(w.picture(), "phím đang chờ") {
		t.Errorf("nothing says that keys wait:\n%s", w.picture())
	}
	w.settle()
	if got := strings.Join(w.percents("1.1"), ", "); got != strings.Join(want, ", ") {
		t.Errorf("recorded %s, want %s", got, strings.Join(want, ", "))
	}
}

// What was typed after a decision that the disk refused waits for a look: one key drops it, another tries the decision
// once more and then goes on with the rest.
func TestKeysTypedBeforeARefusalWait(t *testing.T) {
	for _, tt := range []struct {
		key  string
		want int // decisions in the end
	}{{"esc", 0}, {"ctrl+g", 2}} {
		w := newWriter(t)
		w.disk.fails = errors.New("no")
		w.typed("1", "1", "enter", "pgdown", "2", "5").settle()
		w.disk.fails = nil
		w.typed("enter").settle() // still typed without looking
		if got := w.made(); got != 0 {
			t.Fatalf("%d decisions though the first was refused and nobody has looked", got)
		}
		if p := w.picture(); !strings.Contains(p, "CHƯA GHI") || !strings.Contains(p, "bỏ 4 phím gõ sau đó") {
			t.Errorf("the refusal, or the keys that wait, are not shown:\n%s", p)
		}
		w.typed(tt.key).settle()
		if got := w.made(); got != tt.want {
			t.Errorf("%s: %d decisions, want %d", tt.key, got, tt.want)
		}
		if w.ahead.stays || len(w.ahead.input) > 0 {
			t.Errorf("%s: %d keys still wait", tt.key, len(w.ahead.input))
		}
	}
}

// A disk that never answers keeps nobody: leaving is asked and answered at once.
func TestLeavingDoesNotWaitForTheDisk(t *testing.T) {
	w := newWriter(t)
	w.typed("1", "1", "enter", "2", "ctrl+q")
	if !w.leaving() {
		t.Fatal("Ctrl+Q waits for the disk")
	}
	w.typed("esc")
	if w.leaving() {
		t.Error("Esc waits for the disk")
	}
}

// A terminal without bracketed paste types what is pasted. The second line of a reason is no percent of the next
// criterion, whatever it begins with; a percent that is typed ahead is one.
func TestPastedLinesAreNoPercents(t *testing.T) {
	for _, tt := range []struct {
		second string
		want   int
	}{{"dòng 2", 1}, {"2 trường", 1}, {"12", 2}} {
		w := newWriter(t)
		w.typed("+", "3", "tab", "l", "ý", "enter", "down")
		for _, r := range tt.second {
			w.give(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
		w.settle()
		if p := w.picture(); w.editing() != (tt.want == 2) || strings.Contains(p, "dán thêm") != (tt.want == 1) {
			t.Errorf("%q: nothing says that it was dropped, or it lies in a field:\n%s", tt.second, p)
		}
		if w.typed("enter").settle(); w.made() != tt.want {
			t.Errorf("%q: %d decisions, want %d:\n%s", tt.second, w.made(), tt.want, w.picture())
		}
	}
}
