package start

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// View puts the picture together.
func (m *Model) View() tea.View {
	content, cursor := m.draw()
	v := tea.NewView(content)
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	v.WindowTitle = "thidua"
	v.BackgroundColor, v.ForegroundColor = m.styles.Background(), m.styles.Foreground()
	if cursor != nil {
		v.Cursor = tea.NewCursor(cursor.X, cursor.Y)
	}
	return v
}

func (m *Model) draw() (string, *screen.Cursor) {
	if m.w < kit.MinWidth || m.h < kit.MinHeight {
		return m.tooSmall(), nil
	}
	f := kit.Around(m.w, m.h)
	v := m.top().draw(m.env(), f.Body)
	if m.work != nil {
		v.Cursor = nil
	}
	parts := append([]kit.Placed{
		{Rect: f.Header, Lines: []string{m.header(f.Header.W)}},
		{Rect: f.Top, Lines: []string{m.styles.Rule.Render(kit.Line("─", f.Top.W))}},
		{Rect: f.Bottom, Lines: []string{m.message(f.Bottom.W)}},
		{Rect: f.Footer, Lines: kit.Footer(m.styles, m.opts.Lang, m.bindings(), f.Footer.W, f.Footer.H)},
	}, v.Parts...)
	return kit.Compose(m.w, m.h, parts...), v.Cursor
}

// header says where we are: the pages that led here.
func (m *Model) header(w int) string {
	st, env := m.styles, m.env()
	row := kit.NewRow(w).Put(st.Strong, "THIDUA")
	const between = " › "
	var way []string
	room := row.Space()
	for i := len(m.pages) - 1; i >= 0; i-- { // of a long way the end is what counts
		title := env.In(m.pages[i].title())
		if a, ok := m.pages[i].(answered); ok && i < len(m.pages)-1 && !a.answer().IsZero() {
			title = env.In(a.answer())
		}
		if room -= kit.Width(between + title); room < kit.Width(between+"…") && len(way) > 0 {
			way = append(way, "…")
			break
		}
		way = append(way, title)
	}
	for _, title := range slices.Backward(way) {
		row.Put(st.Rule, between).Put(st.Text, title)
	}
	if len(m.pages) == 0 {
		row.Put(st.Text, env.Say(" · cuộc họp rà soát của cụm thi đua",
			" · the review meeting of an emulation cluster"))
	}
	return row.String()
}

// message is the rule above the footer, with what there is to say in it.
func (m *Model) message(w int) string {
	st := m.styles
	said, style := m.note.text.In(m.opts.Lang), st.Accent
	switch {
	case m.work != nil:
		said, style = m.work.what.In(m.opts.Lang)+"…", st.Warn
	case m.note.alarm:
		style = st.Alarm
	case m.note.good:
		style = st.Good
	}
	if said == "" && len(m.pages) > 0 {
		said, style = m.home.lesson().In(m.opts.Lang), st.Here
	}
	if said == "" {
		return st.Rule.Render(kit.Line("─", w))
	}
	row := kit.NewRow(w).Put(st.Rule, "──").Put(style, " "+kit.Cut(said, w-6)+" ")
	return row.Put(st.Rule, kit.Line("─", row.Space())).String()
}

// tooSmall says what the terminal lacks, in whatever room there is.
func (m *Model) tooSmall() string {
	said := lang.Sayf("Cửa sổ %d×%d quá nhỏ: cần ít nhất %d×%d.",
		"The window of %d×%d is too small: at least %d×%d.", m.w, m.h, kit.MinWidth, kit.MinHeight).In(m.opts.Lang)
	var lines []string
	for _, line := range kit.Wrap(said, m.w, m.h) {
		lines = append(lines, kit.Left(line, m.w))
	}
	return strings.Join(kit.Fill(lines, m.w, m.h), "\n")
}

// whole is a view that covers the body.
func whole(body kit.Rect, lines []string) screen.View {
	return screen.View{Parts: []kit.Placed{{Rect: body, Lines: kit.Fill(lines, body.W, body.H)}}}
}
