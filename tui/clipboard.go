package tui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"thidua/data/report"
	"thidua/data/table"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// The table of a screen goes to the clipboard of whoever sits at the terminal, also of one far away: the terminal is
// asked to take it (OSC 52). What it does with it no terminal says.

const doClipboard kit.Action = "clipboard"

// clipboardKeys copy the table of the screen, where it has one.
func (m *Model) clipboardKeys() []kit.Binding {
	if _, ok := m.here().(screen.Tabler); !ok {
		return nil
	}
	return []kit.Binding{{Action: doClipboard, Keys: kit.Named(screen.KeyClipboard), Shown: screen.KeyClipboard,
		Label: lang.Text{VI: "chép bảng", EN: "copy the table"},
		Help: lang.Text{VI: "chép bảng của màn hình này để dán vào bảng tính hay văn bản",
			EN: "copy the table of this screen, to be pasted into a spreadsheet or a text"}}}
}

// clipboard copies the table of the screen.
func (m *Model) clipboard() tea.Cmd {
	t, ok := m.here().(screen.Tabler)
	if !ok {
		return nil
	}
	all := t.Table(m.env())
	text := report.Tabs(all)
	m.note = note{good: true, text: lang.Sayf("✓ đã chép %s, %s: dán vào bảng tính hay văn bản",
		"✓ copied %s, %s: paste them into a spreadsheet or a text",
		lang.Count(all.Len, "dòng", "row", "rows"),
		lang.Count(len(all.For(table.Text).Columns), "cột", "column", "columns"))}
	// what a program sends by itself is passed on by whoever draws it; other ways are the renderer of the library's
	return tea.Raw(ansi.SetSystemClipboard(text))
}
