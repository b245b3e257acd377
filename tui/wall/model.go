package wall

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/data/wall"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Options are what a wall begins with.
type Options struct {
	Lang    lang.Lang
	Theme   kit.ThemeName // empty: dark or light, as the terminal's background is
	NoColor bool
	Signs   kit.SignSet      // what the terminal can draw with
	News    <-chan wall.News // what is to be shown; nil: whoever draws it tells it (Show)
}

// Model is the wall as a Bubble Tea model. It decides nothing and takes no key but those that end it or change only
// how it looks.
type Model struct {
	opts   Options
	now    wall.News
	styles kit.Styles
	w, h   int
	pic    picture
}

// New is a wall that shows what there is to begin with.
func New(now wall.News, o Options) *Model {
	m := &Model{opts: o, now: now, w: 80, h: 24}
	theme := o.Theme
	if theme == "" {
		theme = kit.Dark
	}
	if o.NoColor {
		theme = kit.Mono
	}
	m.styles = kit.NewStyles(theme).With(m.opts.Signs)
	return m
}

// Init begins to wait for news. Whoever draws asks the terminal for its background.
func (m *Model) Init() tea.Cmd { return m.listen() }

// newsMsg is what is to be shown now.
type newsMsg struct{ wall.News }

func (m *Model) listen() tea.Cmd {
	if m.opts.News == nil {
		return nil
	}
	return func() tea.Msg {
		n, ok := <-m.opts.News
		if !ok {
			return tea.QuitMsg{}
		}
		return newsMsg{n}
	}
}

// Update takes news, and the few keys that there are.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case newsMsg:
		m.Show(msg.News)
		return m, m.listen()
	case tea.WindowSizeMsg:
		m.Resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		if m.opts.Theme == "" && !m.opts.NoColor && !msg.IsDark() {
			m.styles = kit.NewStyles(kit.Light).With(m.opts.Signs)
		}
	case tea.KeyPressMsg:
		if b, ok := kit.Find(Keys(), msg.String()); ok {
			return m, m.do(b.Action)
		}
	}
	return m, nil
}

const (
	doQuit  kit.Action = "quit"
	doTheme kit.Action = "theme"
	doLang  kit.Action = "language"
)

// Keys is the wall's key table.
func Keys() []kit.Binding {
	return []kit.Binding{
		{Action: doQuit, Keys: kit.Named(screen.KeyQuit, "ctrl+c"), Shown: screen.KeyQuit,
			Label: lang.Text{VI: "thoát", EN: "quit"}},
		{Action: doTheme, Keys: []string{"ctrl+t"}, Shown: "Ctrl+T", Label: lang.Text{VI: "màu", EN: "theme"}},
		{Action: doLang, Keys: []string{"ctrl+l"}, Shown: "Ctrl+L", Label: lang.Text{VI: "English", EN: "Tiếng Việt"}},
	}
}

func (m *Model) do(a kit.Action) tea.Cmd {
	switch a {
	case doQuit:
		return tea.Quit
	case doLang:
		m.opts.Lang = m.opts.Lang.Other()
	case doTheme:
		all := kit.Themes()
		m.opts.Theme = all[(slices.Index(all, m.styles.Theme)+1)%len(all)]
		m.styles = kit.NewStyles(m.opts.Theme).With(m.opts.Signs)
	}
	return nil
}

// Show changes what is to be shown.
func (m *Model) Show(n wall.News) { m.now = n }

// Resize changes how large the picture is, in cells.
func (m *Model) Resize(w, h int) { m.w, m.h = w, h }

// View is the picture as a terminal draws it.
func (m *Model) View() tea.View {
	v := tea.NewView(m.Text())
	v.AltScreen = true
	v.WindowTitle = "thidua · " + m.env().GroupName()
	v.BackgroundColor, v.ForegroundColor = m.styles.Background(), m.styles.Foreground()
	return v
}

// Lines are the picture's rows, each as wide as it and in the default style at both ends.
func (m *Model) Lines() []string { return strings.Split(m.Text(), "\n") }

func (m *Model) env() screen.Env {
	return screen.Env{Lang: m.opts.Lang, Styles: m.styles, Snap: m.now.Snap, Projector: true, Who: rightsOf()}
}

// Text is the picture as text with its styles.
func (m *Model) Text() string {
	if m.w < kit.MinWidth || m.h < kit.MinHeight {
		said := kit.Wrap(m.env().GroupName(), m.w, m.h)
		for i := range said {
			said[i] = kit.Left(said[i], m.w)
		}
		return strings.Join(kit.Fill(said, m.w, m.h), "\n")
	}
	const margin = 2
	area := kit.Rect{X: margin, Y: 1, W: m.w - 2*margin, H: m.h - 2}
	if m.h >= 24 { // air below the head
		area.Y, area.H = area.Y+1, area.H-1
	}
	parts := []kit.Placed{
		{Rect: kit.Rect{W: m.w, H: 1}, Lines: []string{m.head()}},
		{Rect: kit.Rect{Y: m.h - 1, W: m.w, H: 1}, Lines: []string{m.foot()}},
	}
	return kit.Compose(m.w, m.h, append(parts, m.pic.draw(m.env(), m.now.Shown, area)...)...)
}

// head is whose meeting it is, and what stands there. While nothing does the name is in the middle already.
func (m *Model) head() string {
	env, row := m.env(), kit.NewRow(m.w)
	if m.now.Shown.Kind == meeting.WallBlank {
		return row.String()
	}
	what := titled(env, m.now.Shown)
	row.Gap(2).Put(m.styles.Strong, strings.ToUpper(env.GroupName())).Put(m.styles.Text, " · "+env.Years())
	if env.Snap.Rulebook().Example {
		row.Put(m.styles.Warn, env.Say(" · VÍ DỤ", " · EXAMPLE"))
	}
	if row.Space() > kit.Width(what)+4 {
		row.End(kit.Width(what)+2).Put(m.styles.Title, what)
	}
	return row.String()
}

// foot says, small, that nobody runs the meeting on this machine.
func (m *Model) foot() string {
	env, said := m.env(), ""
	switch m.now.Host {
	case wall.Absent:
		said = env.Say("Chưa ai mở cuộc họp này trên máy này: đây là bảng xếp hạng đã ghi. %s thoát",
			"Nobody has this meeting open on this machine: this is the ranking on record. %s quits", screen.KeyQuit)
	case wall.Departed:
		said = env.Say("Cuộc họp không còn mở trên máy này: hình cuối cùng được giữ lại. %s thoát",
			"The meeting is not open on this machine any more: the last picture stays. %s quits", screen.KeyQuit)
	}
	return kit.NewRow(m.w).Gap(2).Put(m.styles.Dim, kit.Cut(said, max(m.w-4, 0))).String()
}
