package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// What the keys do that work on every screen.
const (
	goNext     kit.Action = "next-screen"
	goPrevious kit.Action = "previous-screen"
	goTo       kit.Action = "screen:" // with the screen's id
	doHelp     kit.Action = "help"
	doUndo     kit.Action = "undo"
	doRedo     kit.Action = "redo"
	doTheme    kit.Action = "theme"
	doLang     kit.Action = "language"
	doQuit     kit.Action = "quit"
	doLeave    kit.Action = "leave"
	doStay     kit.Action = "stay"
	doHelpUp   kit.Action = "help-up"
	doHelpDown kit.Action = "help-down"
)

// bindings is the whole key table of the moment: what is in front, then the screen's, then the global ones.
func (m *Model) bindings() []kit.Binding {
	if m.quit {
		return quitKeys()
	}
	if m.help {
		return helpKeys()
	}
	return append(m.here().Keys(m.env()), m.globalKeys()...)
}

// patient are the actions that do not wait while something is being typed.
func patient(a kit.Action) bool {
	return a == doHelp || a == doQuit || a == doTheme || a == doLang
}

func (m *Model) globalKeys() []kit.Binding {
	undo := kit.Binding{Action: doUndo, Keys: []string{"ctrl+z"}, Shown: "Ctrl+Z", Weight: 40,
		Label: lang.Text{VI: "hoàn tác", EN: "undo"}, Help: lang.Text{VI: "hoàn tác quyết định gần nhất; nhật ký giữ cả hai", EN: "undo the last decision; the record keeps both"}}
	redo := kit.Binding{Action: doRedo, Keys: []string{"ctrl+y"}, Shown: "Ctrl+Y",
		Label: lang.Text{VI: "khôi phục", EN: "redo"}, Help: lang.Text{VI: "khôi phục điều vừa hoàn tác", EN: "bring back what was just undone"}}
	if _, ok := lastDone(&m.snap.State); !ok {
		undo.Off = lang.Text{VI: "chưa có gì để hoàn tác", EN: "there is nothing to undo"}
	}
	if _, ok := lastUndone(&m.snap.State); !ok {
		redo.Off = lang.Text{VI: "quyết định gần nhất không phải là hoàn tác", EN: "the last decision was no undo"}
	}
	if m.snap.Closed() {
		undo.Off = lang.Text{VI: "cuộc họp đã chốt", EN: "the meeting is closed"}
		redo.Off = undo.Off
	}
	out := []kit.Binding{
		undo, redo,
		{Action: goNext, Keys: []string{"tab"}, Shown: "Tab", Weight: 30,
			Label: lang.Text{VI: "màn hình sau", EN: "next screen"}, Help: lang.Text{VI: "sang màn hình sau", EN: "the next screen"}},
		{Action: goPrevious, Keys: []string{"shift+tab"}, Shown: "Shift+Tab",
			Label: lang.Text{VI: "màn hình trước", EN: "previous screen"}, Help: lang.Text{VI: "về màn hình trước", EN: "the previous screen"}},
	}
	for i, t := range m.screens {
		b := kit.Binding{Action: goTo + kit.Action(t.id), Keys: []string{t.key}, Shown: keyName(t.key), Label: t.Title(), Help: lang.Sayf("màn hình %s", "the screen %s", t.Title())}
		if i == m.current {
			b.Off = lang.Text{VI: "đang ở màn hình này", EN: "this is that screen"}
		}
		out = append(out, b)
	}
	out = append(out,
		kit.Binding{Action: doTheme, Keys: []string{"ctrl+t"}, Shown: "Ctrl+T",
			Label: lang.Text{VI: "màu", EN: "theme"}, Help: lang.Text{VI: "đổi màu: tối, sáng, tương phản, không màu", EN: "change the theme: dark, light, high contrast, no colour"}},
		kit.Binding{Action: doLang, Keys: []string{"ctrl+l"}, Shown: "Ctrl+L",
			Label: lang.Text{VI: "English", EN: "Tiếng Việt"}, Help: lang.Text{VI: "chuyển sang tiếng Anh", EN: "change to Vietnamese"}},
		kit.Binding{Action: doQuit, Keys: []string{"ctrl+q", "ctrl+c"}, Shown: "Ctrl+Q", Weight: 10,
			Label: lang.Text{VI: "thoát", EN: "quit"}, Help: lang.Text{VI: "thoát; mọi quyết định đã ghi vẫn còn", EN: "quit; everything recorded stays"}},
		kit.Binding{Action: doHelp, Keys: []string{"f1"}, Shown: "F1", Weight: -1,
			Label: lang.Text{VI: "trợ giúp", EN: "help"}, Help: lang.Text{VI: "trang này", EN: "this page"}},
	)
	if m.here().Editing() {
		out = slices.DeleteFunc(out, func(b kit.Binding) bool { return !patient(b.Action) })
	}
	return out
}

// keyName is a function key as people write it.
func keyName(key string) string { return "F" + key[1:] }

func quitKeys() []kit.Binding {
	return []kit.Binding{
		{Action: doLeave, Keys: []string{"enter", "ctrl+q", "ctrl+c"}, Shown: "Enter", Weight: 90, Label: lang.Text{VI: "thoát", EN: "quit"}, Help: lang.Text{VI: "thoát", EN: "quit"}},
		{Action: doStay, Keys: []string{"esc"}, Shown: "Esc", Weight: 80, Label: lang.Text{VI: "ở lại", EN: "stay"}, Help: lang.Text{VI: "ở lại", EN: "stay"}},
	}
}

func helpKeys() []kit.Binding {
	return []kit.Binding{
		{Action: doHelp, Keys: []string{"esc", "f1", "enter", "ctrl+q", "ctrl+c"}, Shown: "Esc", Weight: 90, Label: lang.Text{VI: "đóng trợ giúp", EN: "close help"}, Help: lang.Text{VI: "đóng", EN: "close"}},
		{Action: doHelpUp, Keys: []string{"up", "pgup"}, Shown: "↑", Weight: 50, Label: lang.Text{VI: "lên", EN: "up"}, Help: lang.Text{VI: "lên", EN: "up"}},
		{Action: doHelpDown, Keys: []string{"down", "pgdown"}, Shown: "↓", Weight: 50, Label: lang.Text{VI: "xuống", EN: "down"}, Help: lang.Text{VI: "xuống", EN: "down"}},
	}
}

// global carries out an action that is not a screen's; done is false if it is one.
func (m *Model) global(a kit.Action) (cmd tea.Cmd, done bool) {
	switch a {
	case doHelp:
		m.help, m.helpTop = !m.help, 0
	case doHelpUp:
		m.helpTop = max(m.helpTop-1, 0)
	case doHelpDown:
		m.helpTop++
	case doQuit:
		m.quit = true
	case doStay:
		m.quit = false
	case doLeave:
		return tea.Quit, true
	case doUndo:
		if d, ok := lastDone(&m.snap.State); ok {
			return m.propose([]scoring.Act{scoring.Undo{Seq: d.Seq}}), true
		}
	case doRedo:
		if d, ok := lastUndone(&m.snap.State); ok {
			return m.propose([]scoring.Act{scoring.Undo{Seq: d.Seq}}), true
		}
	case doTheme:
		m.nextTheme()
	case doLang:
		m.opts.Lang = 1 - m.opts.Lang
	case goNext:
		m.current = (m.current + 1) % len(m.screens)
	case goPrevious:
		m.current = (m.current + len(m.screens) - 1) % len(m.screens)
	default:
		for i, t := range m.screens {
			if a == goTo+kit.Action(t.id) {
				m.current = i
				return nil, true
			}
		}
		return nil, false
	}
	return nil, true
}

func (m *Model) nextTheme() {
	all := kit.Themes()
	for i, name := range all {
		if name == m.styles.Theme {
			m.opts.Theme = all[(i+1)%len(all)]
			m.styles = kit.NewStyles(m.opts.Theme)
			return
		}
	}
}
