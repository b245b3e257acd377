package start

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Update only routes: each message goes to the method that knows it.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
		m.home.rows = kit.Around(m.w, m.h).Body.H
		m.home.show()
	case tea.BackgroundColorMsg:
		m.background(msg.IsDark())
	case doneMsg:
		return m, m.done(msg)
	case farMsg:
		return m, m.far(msg)
	case savedMsg:
		if msg.err != nil {
			m.note = note{text: lang.Sayf("không giữ được lựa chọn này cho lần sau: %v",
				"the choice could not be kept for next time: %v", msg.err)}
		}
	case tea.KeyPressMsg:
		return m, m.key(msg)
	case tea.PasteMsg:
		if t, ok := m.top().(inserter); ok && m.work == nil {
			return m, m.effect(t.insert(msg.Content))
		}
	case tea.MouseWheelMsg:
		m.wheel(msg.Mouse())
	case tea.MouseClickMsg:
		if p, ok := m.top().(pointer); ok && m.work == nil && msg.Button == tea.MouseLeft {
			return m, m.effect(p.click(m.env(), msg.X, msg.Y))
		}
	}
	return m, nil
}

// savedMsg is the answer to keeping a choice.
type savedMsg struct{ err error }

// background suits the theme to the terminal, until somebody chooses one.
func (m *Model) background(dark bool) {
	if m.opts.Theme != "" || m.opts.NoColor {
		return
	}
	m.styles = kit.NewStyles(kit.Dark).With(m.opts.Signs)
	if !dark {
		m.styles = kit.NewStyles(kit.Light).With(m.opts.Signs)
	}
}

// wheelRows is how many rows a notch of the wheel is worth.
const wheelRows = 3

func (m *Model) wheel(mouse tea.Mouse) {
	p, ok := m.top().(pointer)
	if !ok {
		return
	}
	switch mouse.Button {
	case tea.MouseWheelUp:
		p.wheel(-wheelRows)
	case tea.MouseWheelDown:
		p.wheel(+wheelRows)
	}
}

// bindings are the keys that work here and now: those of the page in front go before those of every page.
func (m *Model) bindings() []kit.Binding {
	if m.work != nil {
		back := leaving()
		back.Label = lang.Text{VI: "thôi", EN: "leave it"}
		back.Help = lang.Text{VI: "thôi đợi việc này", EN: "do not wait for this"}
		if m.work.firm {
			back.Off = lang.Text{VI: "đang ghi, xin đợi", EN: "being written, please wait"}
		}
		return append([]kit.Binding{back}, globalKeys()[2])
	}
	keys := m.top().keys()
	if m.front != nil {
		return keys
	}
	global := globalKeys()
	for i := range global {
		if global[i].Action == doFind && len(m.pages) > 0 { // there the way back comes first
			global[i].Weight = 5
		}
	}
	return append(keys, slices.DeleteFunc(global, func(b kit.Binding) bool {
		return slices.ContainsFunc(keys, func(own kit.Binding) bool { return own.Has(b.Keys[0]) })
	})...)
}

// key finds the binding that a key belongs to. What no table knows is text.
func (m *Model) key(msg tea.KeyPressMsg) tea.Cmd {
	key := msg.String()
	if key == "ctrl+h" { // some terminals send 0x08 for backspace
		key = "backspace"
		msg = tea.KeyPressMsg{Code: tea.KeyBackspace}
	}
	b, ok := kit.Find(m.bindings(), key)
	switch {
	case ok && b.Once && msg.IsRepeat:
		return nil
	case ok && !b.Off.IsZero():
		m.note = note{text: lang.Sayf("%[1]s: %[2]s", "%[1]s: %[2]s", lang.Both(b.Shown), b.Off), alarm: true}
		return nil
	case ok:
		m.note = note{}
		return m.press(b.Action)
	case m.work != nil:
		return nil
	}
	if t, ok := m.top().(typer); ok {
		return m.effect(t.key(msg))
	}
	return nil
}

// press carries out an action.
func (m *Model) press(a kit.Action) tea.Cmd {
	m.quit.Press(a)
	switch {
	case m.work != nil && a == doBack:
		m.leaveWork()
		return nil
	case a == doHelp:
		m.front = m.help()
		return nil
	case a == doFind:
		m.front = m.palette()
		return nil
	case a == doTheme:
		return m.effect(effect{theme: true})
	case a == doLang:
		return m.effect(effect{lang: true})
	case a == doQuit:
		if len(m.pages) > 0 && m.opts.Board == nil && m.quit.Asks(a, len(m.pages)) {
			m.note = note{alarm: true, text: lang.Sayf(
				"Thoát? Ở đây chưa ghi gì. %s lần nữa để thoát, phím khác để ở lại.",
				"Leave? Nothing is recorded here. %s again leaves, any other key stays.", screen.KeyQuit)}
			return nil
		}
		return m.letGo()
	}
	if cmd, ok := m.found(a); ok {
		return cmd
	}
	return m.effect(m.top().do(m.env(), a))
}

// holder is a page that has something open.
type holder interface{ letGo() }

// letGo leaves the program, and first whatever pages have open.
func (m *Model) letGo() tea.Cmd {
	pages := m.pages
	return func() tea.Msg {
		letGoOf(pages)
		return tea.Quit()
	}
}

// Close lets go of whatever pages have open that was left without a choice, as when the program is told to end.
func (m *Model) Close() { letGoOf(m.pages) }

func letGoOf(pages []page) {
	for _, p := range pages {
		if h, ok := p.(holder); ok {
			h.letGo()
		}
	}
}

// effect does what a page asked for.
func (m *Model) effect(e effect) tea.Cmd {
	if e.close {
		m.front = nil
	}
	if e.home {
		m.pages = nil
	}
	if n := len(m.pages); e.back && n > 0 {
		m.pages = m.pages[:n-1]
	}
	if e.open != nil {
		m.pages = append(m.pages, e.open)
	}
	if len(m.pages) == 0 {
		m.home.practice = ""
	}
	if !e.note.IsZero() {
		m.note = note{e.note, e.alarm, e.good}
	}
	var cmds []tea.Cmd
	if e.theme || e.lang {
		cmds = append(cmds, m.choose(e))
	}
	if e.load != nil {
		cmds = append(cmds, m.load(e.load))
	}
	switch {
	case e.leave != nil:
		m.choice = *e.leave
		return tea.Quit
	case e.work != nil:
		cmds = append(cmds, m.start(e.work))
	case e.press != nil:
		cmds = append(cmds, m.press(e.press.Action))
	}
	return tea.Batch(cmds...)
}

// choose takes the next theme, or the other language, and keeps that.
func (m *Model) choose(e effect) tea.Cmd {
	if e.lang {
		m.opts.Lang = m.opts.Lang.Other()
	}
	if e.theme {
		all := kit.Themes()
		m.opts.Theme = all[(slices.Index(all, m.styles.Theme)+1)%len(all)]
		m.styles = kit.NewStyles(m.opts.Theme).With(m.opts.Signs)
	}
	if m.opts.Save == nil {
		return nil
	}
	save, prefs := m.opts.Save, m.opts.Prefs
	return func() tea.Msg { return savedMsg{save(prefs)} }
}
