package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// View puts the picture together. It is the only place that makes a tea.View.
func (m *Model) View() tea.View {
	content, cursor := m.draw()
	v := tea.NewView(content)
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
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

func (m *Model) tiny() bool { return m.w < kit.MinWidth || m.h < kit.MinHeight }

func (m *Model) draw() (string, *screen.Cursor) {
	if m.tiny() {
		return m.tooSmall(), nil
	}
	f, step := m.frame()
	parts := []kit.Placed{
		{Rect: f.Header, Lines: []string{m.header(f.Header.W)}},
		{Rect: f.Top, Lines: []string{m.tabs(f.Top.W)}},
		{Rect: f.Bottom, Lines: []string{m.message(f.Bottom.W)}},
		{Rect: f.Footer, Lines: m.footer(f.Footer)},
	}
	if step.Shown() {
		parts = append(parts, kit.Placed{Rect: step, Lines: m.stepLines(step)})
	}
	v := m.drawOverlay(f.Body)
	if r, _, ok := m.result(); ok && v.Parts == nil {
		v = r.Draw(m.env(), f.Body)
	}
	if v.Parts == nil {
		v = m.here().View(m.env(), f.Body)
		if m.overlays.Any() {
			v.Cursor = nil
		}
	}
	return kit.Compose(m.w, m.h, append(parts, v.Parts...)...), v.Cursor
}

// footer names the keys that work here and now. The room sees none: they are not for it.
func (m *Model) footer(area kit.Rect) []string {
	if m.projector && !m.overlays.Any() && !m.editing() {
		return kit.Fill(nil, area.W, area.H)
	}
	return kit.Footer(m.styles, m.opts.Lang, m.named(), area.W, area.H)
}

// tooSmall says what the terminal lacks, in whatever room there is.
func (m *Model) tooSmall() string {
	text := lang.Sayf("Cửa sổ %d×%d quá nhỏ: cần ít nhất %d×%d. Mọi thứ đã ghi vẫn còn.",
		"The window of %d×%d is too small: at least %d×%d. All that is recorded is safe.", m.w, m.h, kit.MinWidth,
		kit.MinHeight).In(m.opts.Lang)
	var lines []string
	for _, line := range kit.Wrap(text, m.w, m.h) {
		lines = append(lines, kit.Left(line, m.w))
	}
	return strings.Join(kit.Fill(lines, m.w, m.h), "\n")
}

func (m *Model) clusterName() string {
	if c, ok := m.seen.Group(); ok {
		return c.Name.In(m.opts.Lang)
	}
	return m.seen.Rulebook().Title.In(m.opts.Lang)
}

// header says where we are and that all is safe.
func (m *Model) header(w int) string {
	st, env := m.styles, m.env()
	row := kit.NewRow(w)
	held, state, style := m.state()
	if m.mode == screen.WhatIf {
		row = kit.NewMarked(w, st.Alarm)
	}
	row.Put(st.Strong, strings.ToUpper(m.clusterName())).Put(st.Text, " · "+strings.ReplaceAll(m.seen.Year(), "-", "–"))
	if m.seen.Rulebook().Example {
		row.Put(st.Warn, env.Say(" · VÍ DỤ", " · EXAMPLE"))
	}
	if m.appraised && saysAgreed(m.on()) { // there are others now
		row.Put(st.Warn, env.Say(" · điểm %s", " · %s scores", m.seen.Rulebook().StageName(scoring.Agreed)))
	}
	for _, officers := range m.officers() {
		if row.Space() >= kit.Width(officers)+kit.Width(held+state)+6 {
			row.Gap(3).Put(st.Dim, officers)
			break
		}
	}
	if row.Space() <= kit.Width(held+state)+1 {
		held, state = "", m.stateShort()
	}
	row.End(min(kit.Width(held+state), row.Space()))
	if style != st.Dim {
		return row.Put(st.Dim, held).Put(style, state).String()
	}
	return row.Put(style, held+state).String()
}

// saysAgreed reports whether the points on a screen are the agreed ones.
func saysAgreed(id screen.ID) bool {
	switch id {
	case screen.Review, screen.Compare, screen.Board, screen.Vote, screen.Ceremony:
		return true
	}
	return false
}

// officers is who leads the group, in full and short: the first two offices. The ceremony tells it last: there the
// header keeps silent.
func (m *Model) officers() []string {
	env := m.env()
	var long, short []string
	for i, o := range m.seen.Rulebook().Election.Offices {
		name, elected := env.Officer(o)
		if i == 0 && name == "" || i > 1 || m.on() == screen.Ceremony {
			break
		}
		if elected {
			name = "✓ " + name
		}
		title := m.seen.Rulebook().OfficeName(o).In(env.Lang)
		long, short = append(long, title+" "+name), append(short, initials(title)+" "+name)
	}
	if long == nil {
		return nil
	}
	return []string{strings.Join(long, " · "), strings.Join(short, " · ")}
}

// initials are the first letters of the words of a title: «CT» of «Cụm trưởng».
func initials(title string) (out string) {
	for _, word := range strings.Fields(title) {
		out += strings.ToUpper(string([]rune(word)[:1]))
	}
	return out
}

// state is how far the record is, or that what is seen is not the present; held is how the meeting is, where that is
// said too.
func (m *Model) state() (held, state string, style kit.Style) {
	st, env := m.styles, m.env()
	decisions := lang.Count(m.seen.Seq(), "quyết định", "decision", "decisions")
	if away, ok := m.awayState(false); ok {
		return "", away, st.Alarm
	}
	switch {
	case m.mode == screen.WhatIf:
		return "", env.Say("GIẢ ĐỊNH · KHÔNG GHI", "WHAT IF · NOT RECORDED"), st.Alarm
	case m.mode == screen.Replay:
		return "", env.Say("XEM LẠI %d/%d", "REPLAY %d/%d", m.past.at, m.live.Seq()), st.Here
	case m.busy > 0 && len(m.ahead.input) > 0:
		return "", env.Say("đang ghi… %s đang chờ", "recording… %s waiting",
			lang.Count(len(m.ahead.input), "phím", "key", "keys")), st.Warn
	case m.seen.Closed():
		return "", env.Say("ĐÃ CHỐT · %s", "CLOSED · %s", decisions), st.Strong
	}
	held = env.Say("%d/%d có mặt · %s ", "%d/%d present · %s ", m.seen.Present(), len(m.seen.Units()), decisions)
	state = env.Say("✓ đã ghi %s", "✓ saved %s", m.seen.Saved().Format("15:04"))
	if m.slow { // in the place of what stands there before and after
		return held, kit.Left(env.Say("đang ghi…", "recording…"), kit.Width(state)), st.Warn
	}
	return held, state, st.Dim
}

func (m *Model) stateShort() string {
	if away, ok := m.awayState(true); ok {
		return away
	}
	switch {
	case m.mode == screen.WhatIf:
		return m.env().Say("GIẢ ĐỊNH", "WHAT IF")
	case m.mode == screen.Replay:
		return fmt.Sprintf("%d/%d", m.past.at, m.live.Seq())
	case m.slow:
		return "…"
	}
	return fmt.Sprintf("✓ %d", m.seen.Seq())
}

// message is the rule above the footer, with what there is to say in it.
func (m *Model) message(w int) string {
	st := m.styles
	text, style := m.note.text.In(m.opts.Lang), st.Accent
	question := m.question().In(m.opts.Lang)
	switch {
	case question != "":
		text, style = question, st.Alarm
	case m.note.alarm:
		style = st.Alarm
	case m.note.good:
		style = st.Good
	}
	if next := m.nextLine().In(m.opts.Lang); text == "" && next != "" {
		text, style = next, st.Text
	}
	if text == "" {
		return st.Rule.Render(kit.Line("─", w))
	}
	row := kit.NewRow(w).Put(st.Rule, "──").Put(style, " "+kit.Cut(text, w-6)+" ")
	return row.Put(st.Rule, kit.Line("─", row.Space())).String()
}

var _ Meeting = (*meeting.Meeting)(nil)
