package tui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// Copies is how all that is on record can be saved to another file, on the host's own screen.
type Copies struct {
	Offered string // the file that is offered
	Save    func(ctx context.Context, file string) (*meeting.Snapshot, error)
	Intact  func() error // fails where nothing more can be recorded
}

// copiedMsg is what came of a copy.
type copiedMsg struct {
	file string
	snap *meeting.Snapshot
	err  error
}

// intactMsg is whether the meeting's file still takes decisions.
type intactMsg struct{ err error }

// copyKeys asks for the file.
func (m *Model) copyKeys() []kit.Binding {
	if m.opts.Copies == nil {
		return nil
	}
	return []kit.Binding{{Action: doCopy, Keys: kit.Named(screen.KeySave), Shown: screen.KeySave,
		Label: lang.Text{VI: "lưu một bản sang nơi khác", EN: "save a copy elsewhere"},
		Help: lang.Text{VI: "lưu một bản đầy đủ sang tệp khác, ổ khác; mọi quyết định ở đây luôn được ghi sẵn",
			EN: "save a whole copy in another file, on another disk; here decisions are recorded as they are made"}}}
}

// saveCopy saves a copy.
func (m *Model) saveCopy(file string) tea.Cmd {
	ctx, save := m.ctx, m.opts.Copies.Save
	return func() tea.Msg {
		snap, err := save(ctx, file)
		return copiedMsg{file, snap, err}
	}
}

// copied says what came of a copy.
func (m *Model) copied(msg copiedMsg) {
	if msg.err != nil {
		m.note = note{text: lang.Sayf("✗ CHƯA LƯU: %s", "✗ NOT SAVED: %s", meeting.Say(msg.err)), alarm: true}
		return
	}
	m.note = note{good: true, text: lang.Sayf("✓ đã lưu %s vào %s", "✓ saved %s in %s",
		lang.Count(msg.snap.Seq(), "quyết định", "decision", "decisions"), lang.Both(msg.file))}
}

// checkIntact asks whether the meeting's file still takes decisions.
func (m *Model) checkIntact() tea.Cmd {
	if m.opts.Copies == nil {
		return nil
	}
	intact := m.opts.Copies.Intact
	return func() tea.Msg { return intactMsg{intact()} }
}

// losing remembers why a decision could not be recorded, where none can be any more, and gives the words for it: with
// the key that saves a copy.
func (m *Model) losing(err error) lang.Sayer {
	said := meeting.Say(err)
	if m.opts.Copies == nil || !errors.Is(err, record.ErrMoved) && !errors.Is(err, record.ErrDisk) {
		return said
	}
	m.lost = err
	return lang.Sayf("%s (%s)", "%s (%s)", said, screen.KeySave)
}

// newCopy is the overlay that asks for the file.
func (m *Model) newCopy() overlay.Overlay { return overlay.NewCopy(m.opts.Copies.Offered, m.lost) }
