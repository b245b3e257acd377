package tui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// Sheets reads the sheet of a unit that had none from a file, on the host's own screen: as the decision that brings it
// in. The error is everything that is wrong with it.
type Sheets func(ctx context.Context, s *meeting.Snapshot, file string) ([]scoring.Act, error)

// sheetMsg is what came of reading a sheet.
type sheetMsg struct {
	file string
	acts []scoring.Act
	err  error
}

// sheetKeys ask for the file, as long as a unit has no sheet.
func (m *Model) sheetKeys() []kit.Binding {
	lacks := func(u *scoring.Unit) bool { return !u.HasSheet() }
	if m.opts.Sheets == nil || !slices.ContainsFunc(m.seen.Units(), lacks) {
		return nil
	}
	off := m.env().Frozen()
	if off.IsZero() {
		off = m.env().Barred(scoring.KindSheet)
	}
	return []kit.Binding{{Action: doSheet, Keys: kit.Named(screen.KeySheet), Shown: screen.KeySheet, Off: off,
		Label: lang.Text{VI: "bổ sung bản chấm", EN: "bring in a sheet"},
		Help: lang.Text{VI: "đọc bản tự chấm của đơn vị chưa nộp từ một tệp",
			EN: "read the sheet of a unit that has none from a file"}}}
}

// readSheet reads a sheet that is to be brought in.
func (m *Model) readSheet(file string) tea.Cmd {
	ctx, read, seen := m.ctx, m.opts.Sheets, m.live
	return func() tea.Msg {
		acts, err := read(ctx, seen, file)
		return sheetMsg{file, acts, err}
	}
}

// brought puts a sheet that was read on record; where something is wrong with it, that is listed and another file may
// be named.
func (m *Model) brought(msg sheetMsg) tea.Cmd {
	if msg.err != nil {
		m.overlays.Open(overlay.NewSheet(msg.file, meeting.Say(msg.err)))
		return nil
	}
	return m.effect(screen.Effect{Acts: msg.acts})
}
