package tui

import (
	"context"
	"fmt"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"
	"thidua/data/meeting"
	"thidua/data/rulebook"
	"thidua/scoring"
)

// large makes a meeting of so many units: the sample's sheets over and over, under other names.
func large(b *testing.B, units int) Meeting {
	b.Helper()
	sample, err := loadSample()
	if err != nil {
		b.Fatal(err)
	}
	fresh, err := rulebook.Open(sample.Begin.Rulebook.ID) // its own: the sample's is in use
	if err != nil {
		b.Fatal(err)
	}
	book := fresh.Rulebook
	book.Clusters, book.Aliases = nil, nil
	if faults := book.Compile(); len(faults) > 0 {
		b.Fatal(faults)
	}
	begun := scoring.New{Rulebook: book, Text: sample.Begin.Text, Year: sample.Begin.Year}
	for i := range units {
		sheet := *sample.Begin.Sheets[i%len(sample.Begin.Sheets)]
		sheet.Unit = fmt.Sprintf("Đơn vị số %05d", i)
		begun.Sheets = append(begun.Sheets, &sheet)
	}
	s, err := scoring.Apply(scoring.State{}, scoring.Decision{At: clock(), Act: begun})
	if err != nil {
		b.Fatal(err)
	}
	return &inPlace{snap: &meeting.Snapshot{State: s, Log: []meeting.Entry{{Decision: s.Last()}}}}
}

// inPlace is a meeting without a record: it measures the screen, not the disk.
type inPlace struct {
	mu   sync.Mutex
	snap *meeting.Snapshot
}

func (m *inPlace) Snapshot() *meeting.Snapshot { return m.snap }

func (m *inPlace) Subscribe(context.Context) <-chan *meeting.Snapshot { return nil }

func (m *inPlace) Propose(_ context.Context, p meeting.Proposal) (*meeting.Snapshot, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	s, log := m.snap.State, m.snap.Log
	for _, a := range p.Acts {
		next, err := scoring.Apply(s, scoring.Decision{At: clock(), Act: a})
		if err != nil {
			return nil, err
		}
		s = next
		log = append(log, meeting.Entry{Decision: s.Last()})
	}
	m.snap = &meeting.Snapshot{State: s, Log: log}
	return m.snap, nil
}

// BenchmarkKeyToFrame is what a key costs on the review screen: Update, and View for the frame that follows.
func BenchmarkKeyToFrame(b *testing.B) {
	for _, units := range []int{12, 10_000} {
		m := large(b, units)
		for name, keys := range map[string][]string{"move": {"down", "up"}, "type": {"5", "backspace"},
			"next unit": {"pgdown", "pgup"}} {
			b.Run(fmt.Sprintf("%s, %d units", name, units), func(b *testing.B) {
				s := beginWith(b, m, 120, 40)
				s.press("enter")
				msgs := []tea.KeyPressMsg{keyMsg(b, keys[0]), keyMsg(b, keys[1])}
				b.ReportAllocs()
				i := 0
				for b.Loop() {
					s.Update(msgs[i%2])
					s.View()
					i++
				}
			})
		}
	}
}

// BenchmarkRecordToFrame is what a recorded decision costs: the proposal, the snapshot, and the frame.
func BenchmarkRecordToFrame(b *testing.B) {
	for _, units := range []int{12, 10_000} {
		b.Run(fmt.Sprintf("%d units", units), func(b *testing.B) {
			s := beginWith(b, large(b, units), 120, 40)
			i := 0
			for b.Loop() {
				i++
				s.press(fmt.Sprint(i%10), "enter")
				s.View()
			}
		})
	}
}

// BenchmarkFollower is what one more picture of those who follow costs when a decision is made: a size of its own at 9
// units.
func BenchmarkFollower(b *testing.B) {
	m, err := sampleMeeting()
	if err != nil {
		b.Fatal(err)
	}
	room := meeting.NewRoom()
	defer room.Come(nil)()
	host := beginWith(b, m, 120, 40, func(o *Options) { o.Room = room })
	f := New(b.Context(), m, Options{Room: room, Follow: true, Who: &meeting.Who{Role: scoring.Reviewer}})
	f.Resize(120, 40)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		host.press(fmt.Sprint(i%10), "enter", "down")
		b.StartTimer()
		f.Refresh()
		f.Lines()
	}
}

// BenchmarkKeyToBytes is what a key costs altogether: Update, View, and the bytes for the terminal.
func BenchmarkKeyToBytes(b *testing.B) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		for name, keys := range map[string][]string{"move": {"down", "up"}, "type": {"5", "backspace"},
			"next unit": {"pgdown", "pgup"}} {
			b.Run(fmt.Sprintf("%s, %dx%d", name, size[0], size[1]), func(b *testing.B) {
				y := newTypist(beginWith(b, large(b, 12), size[0], size[1]))
				y.press("enter")
				sent, n := 0, 0
				b.ReportAllocs()
				for b.Loop() {
					sent += len(y.key(keys[n%2]))
					n++
				}
				b.ReportMetric(float64(sent)/float64(n), "bytes/key")
			})
		}
	}
}

// BenchmarkBytesPerEdit counts what one edit — two digits, Enter, the new totals and ranking — sends to the terminal.
func BenchmarkBytesPerEdit(b *testing.B) {
	m, err := sampleMeeting()
	if err != nil {
		b.Fatal(err)
	}
	y := newTypist(beginWith(b, m, 120, 40))
	edits, sent := 0, 0
	for b.Loop() {
		edits++
		for _, key := range []string{fmt.Sprint(edits%9 + 1), "5", "enter"} {
			sent += len(y.key(key))
		}
	}
	b.ReportMetric(float64(sent)/float64(edits), "bytes/edit")
}
