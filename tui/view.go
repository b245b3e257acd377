package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// View puts the picture together. It is the only place that makes a tea.View.
func (m *Model) View() tea.View {
	content, cursor := m.draw()
	v := tea.NewView(content)
	v.AltScreen = true
	v.WindowTitle = "thidua · " + m.clusterName()
	v.BackgroundColor, v.ForegroundColor = m.styles.Background(), m.styles.Foreground()
	if cursor != nil {
		v.Cursor = tea.NewCursor(cursor.X, cursor.Y)
	}
	return v
}

// Text is the picture as text with its styles, for tests and for the README's picture.
func (m *Model) Text() string {
	s, _ := m.draw()
	return s
}

func (m *Model) draw() (string, *screen.Cursor) {
	if m.w < kit.MinWidth || m.h < kit.MinHeight {
		return m.tooSmall(), nil
	}
	env := m.env()
	f := kit.Around(m.w, m.h)
	parts := []kit.Placed{
		{Rect: f.Header, Lines: []string{m.header(f.Header.W)}},
		{Rect: f.Top, Lines: []string{m.tabs(f.Top.W)}},
		{Rect: f.Bottom, Lines: []string{m.message(f.Bottom.W)}},
		{Rect: f.Footer, Lines: kit.Footer(m.styles, env.Lang, m.bindings(), f.Footer.W, f.Footer.H)},
	}
	if m.help {
		parts = append(parts, kit.Placed{Rect: f.Body, Lines: m.helpPage(f.Body)})
		return kit.Compose(m.w, m.h, parts...), nil
	}
	v := m.here().View(env, f.Body)
	if m.quit {
		v.Cursor = nil
	}
	return kit.Compose(m.w, m.h, append(parts, v.Parts...)...), v.Cursor
}

// tooSmall says what the terminal lacks, in whatever room there is.
func (m *Model) tooSmall() string {
	text := lang.Sayf("Cửa sổ %d×%d quá nhỏ: cần ít nhất %d×%d. Mọi thứ đã ghi vẫn còn.", "The window of %d×%d is too small: at least %d×%d. All that is recorded is safe.", m.w, m.h, kit.MinWidth, kit.MinHeight).In(m.opts.Lang)
	var lines []string
	for _, line := range kit.Wrap(text, m.w, m.h) {
		lines = append(lines, kit.Left(line, m.w))
	}
	return strings.Join(kit.Fill(lines, m.w, m.h), "\n")
}

func (m *Model) clusterName() string {
	if c, ok := m.snap.Rulebook().Cluster(m.snap.Cluster()); ok {
		return c.Name.In(m.opts.Lang)
	}
	return m.snap.Rulebook().Title.In(m.opts.Lang)
}

// header says where we are and that all is safe.
func (m *Model) header(w int) string {
	st, env := m.styles, m.env()
	row := kit.NewRow(w)
	row.Put(st.Strong, strings.ToUpper(m.clusterName())).Put(st.Text, " · "+strings.ReplaceAll(m.snap.Year(), "-", "–"))
	if m.snap.Rulebook().Example {
		row.Put(st.Warn, env.Say(" · VÍ DỤ", " · EXAMPLE"))
	}
	state := m.state()
	if c, ok := m.snap.Rulebook().Cluster(m.snap.Cluster()); ok {
		o, _ := c.Sitting()
		for _, officers := range []string{
			env.Say("Cụm trưởng %s · Cụm phó %s", "leader %s · deputy %s", o.Leader, o.Deputy),
			env.Say("CT %s · CP %s", "L %s · D %s", o.Leader, o.Deputy),
		} {
			if row.Space() >= kit.Width(officers)+kit.Width(state)+6 {
				row.Gap(3).Put(st.Dim, officers)
				break
			}
		}
	}
	if row.Space() > kit.Width(state)+1 {
		row.End(kit.Width(state))
	} else {
		state = m.stateShort()
		row.End(min(kit.Width(state), row.Space()))
	}
	return row.Put(m.stateStyle(), state).String()
}

// state is how far the record is.
func (m *Model) state() string {
	env := m.env()
	if m.busy > 0 {
		return env.Say("đang ghi…", "recording…")
	}
	n, units := m.snap.Present(), len(m.snap.Units())
	s := env.Say("%d/%d có mặt · %d quyết định ✓ đã ghi %s", "%d/%d present · %d decisions ✓ saved %s", n, units, m.snap.Seq(), m.snap.Saved().Format("15:04"))
	if m.snap.Closed() {
		s = env.Say("ĐÃ CHỐT · %d quyết định", "CLOSED · %d decisions", m.snap.Seq())
	}
	return s
}

func (m *Model) stateShort() string {
	if m.busy > 0 {
		return "…"
	}
	return fmt.Sprintf("✓ %d", m.snap.Seq())
}

func (m *Model) stateStyle() kit.Style {
	if m.busy > 0 {
		return m.styles.Warn
	}
	return m.styles.Dim
}

// tabs is the rule below the header, with the screens in it.
func (m *Model) tabs(w int) string {
	st := m.styles
	row := kit.NewRow(w).Put(st.Rule, "──")
	for i, t := range m.screens {
		title := t.Title().In(m.opts.Lang)
		if i == m.current && !m.help {
			row.Put(st.Here, " "+title+" ")
		} else {
			row.Put(st.Key, " "+keyName(t.key)).Put(st.Dim, " "+title+" ")
		}
		row.Put(st.Rule, "──")
	}
	return row.Put(st.Rule, kit.Line("─", row.Space())).String()
}

// message is the rule above the footer, with what there is to say in it.
func (m *Model) message(w int) string {
	st := m.styles
	text, style := m.note.text.In(m.opts.Lang), st.Accent
	switch {
	case m.quit:
		text, style = m.quitQuestion(), st.Alarm
	case m.note.alarm:
		style = st.Alarm
	case m.note.good:
		style = st.Good
	}
	if text == "" {
		return st.Rule.Render(kit.Line("─", w))
	}
	row := kit.NewRow(w).Put(st.Rule, "──").Put(style, " "+kit.Cut(text, w-6)+" ")
	return row.Put(st.Rule, kit.Line("─", row.Space())).String()
}

func (m *Model) quitQuestion() string {
	env := m.env()
	if m.opts.Demo {
		return env.Say("Thoát cuộc họp mẫu? Enter để thoát, Esc để ở lại.", "Leave the sample meeting? Enter to leave, Esc to stay.")
	}
	return env.Say("Thoát? %d quyết định đã ghi đầy đủ. Enter để thoát, Esc để ở lại.", "Leave? All %d decisions are on record. Enter to leave, Esc to stay.", m.snap.Seq())
}

// helpPage explains the screen and lists its keys.
func (m *Model) helpPage(area kit.Rect) []string {
	st, l := m.styles, m.opts.Lang
	w := min(area.W, 100)
	var lines []string
	add := func(style kit.Style, s string) {
		for _, line := range kit.Wrap(s, w, 0) {
			lines = append(lines, kit.NewRow(area.W).Put(style, line).String())
		}
	}
	blank := func() { lines = append(lines, kit.Blank(area.W)) }
	add(st.Strong, strings.ToUpper(m.here().Title().In(l)))
	add(st.Text, m.here().Help().In(l))
	blank()
	for _, b := range append(m.here().Keys(m.env()), m.globalKeys()...) {
		row := kit.NewRow(area.W).Right(st.Key, b.Shown, 11).Gap(2).Put(st.Text, b.Help.In(l))
		if !b.Off.IsZero() {
			row.Put(st.Dim, " ("+b.Off.In(l)+")")
		}
		lines = append(lines, row.String())
	}
	blank()
	add(st.Dim, lang.Sayf("Bộ tiêu chí: %s · %s", "Rulebook: %s · %s", m.snap.Rulebook().Title, m.snap.Rulebook().Source).In(l))
	m.helpTop = max(min(m.helpTop, len(lines)-area.H), 0)
	return kit.Fill(lines[m.helpTop:], area.W, area.H)
}

var _ Meeting = (*meeting.Meeting)(nil)
