package tui

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/data/outputs"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// readMsg is a file of the meeting as text.
type readMsg struct {
	file  outputs.Output
	lines func(width int) []string
}

// exportingMsg is how far the writing of files is; next waits for what comes after.
type exportingMsg struct {
	overlay.Written
	next tea.Cmd
}

// exportedMsg is what came of writing files.
type exportedMsg struct {
	dir string
	outputs.Written
	err error
}

// papersKeys open the page of papers.
func (m *Model) papersKeys() []kit.Binding {
	b := kit.Binding{Action: doPapers, Keys: kit.Named(screen.KeyPapers), Shown: screen.KeyPapers,
		Label: lang.Text{VI: "văn bản", EN: "papers"},
		Help: lang.Text{VI: "văn bản của cuộc họp: còn thiếu gì, đọc trước, xuất ra thư mục",
			EN: "the papers of the meeting: what they lack, as text, and into a folder"}}
	switch on := m.on(); {
	case on == screen.Ceremony && m.seen.Closed():
		b.Weight = 82 // what comes next
	case on == screen.Ceremony || on == screen.Minutes:
		b.Weight = 45
	}
	switch {
	case m.opts.Who != nil && m.opts.Looks == nil:
		b.Weight = 0
		b.Off = lang.Text{VI: "chỉ xuất được ở máy của chủ tọa", EN: "only at the host's own keyboard"}
	case m.opts.Papers == "":
		b.Weight = 0
		b.Off = lang.Text{VI: "cuộc họp này không nằm trong tệp nào", EN: "this meeting is kept in no file"}
	}
	return []kit.Binding{b}
}

// newPapers is the page of papers.
func (m *Model) newPapers() overlay.Overlay {
	m.papers = overlay.NewPapers(m.overlayEnv(), m.opts.Papers)
	return m.papers
}

// readPaper makes a file as text.
func (m *Model) readPaper(o outputs.Output) tea.Cmd {
	return func() tea.Msg { return readMsg{o, o.Read()} }
}

// export writes files into a folder. What is written is the meeting as it is now, whatever is decided meanwhile.
func (m *Model) export(to overlay.Folder) tea.Cmd {
	snap, l := m.live, m.opts.Lang
	return func() tea.Msg {
		msgs := make(chan tea.Msg, len(to.Names)+2) // the writing never waits for the screen
		next := func() tea.Msg { return <-msgs }
		go func() { msgs <- write(snap, l, to, func(w overlay.Written) { msgs <- exportingMsg{w, next} }) }()
		return next()
	}
}

// write writes files, and says what came of it.
func write(s *meeting.Snapshot, l lang.Lang, to overlay.Folder, heard func(overlay.Written)) exportedMsg {
	w, err := outputs.Write(s, l, to.Dir, to.Names, func(done, all int, name string) {
		heard(overlay.Written{Done: done, All: all, Name: name})
	})
	return exportedMsg{to.Dir, w, err}
}

// exported says what came of writing files, on the page.
func (m *Model) exported(msg exportedMsg) { m.papers.Exported(msg.dir, msg.Written, msg.err) }
