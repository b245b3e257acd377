package tui

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/decision"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// Update only routes: each message goes to the method that knows it.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	defer func() { m.keys = nil }() // whatever has happened may have changed them
	defer m.guide.follow(m)
	if m.follow.floor != nil {
		switch msg.(type) {
		case tea.KeyPressMsg, tea.MouseClickMsg, tea.MouseWheelMsg, tea.WindowSizeMsg, recordedMsg:
			defer m.moved(m.stand())
		}
	}
	defer m.keepWall()
	defer m.comeBack()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		m.background(msg.IsDark())
	case snapshotMsg:
		m.take(msg.snap)
		return m, m.listen()
	case floorMsg:
		return m, tea.Batch(m.heard(msg.floor), m.hear())
	case tickMsg:
		m.follow.ticks = false
		return m, m.tick()
	case recordedMsg:
		on, from := m.on(), m.carried()
		m.recorded(msg)
		if on == screen.Review || on == screen.Compare { // on the others a list has moved, and nobody in it
			m.goneTo(on, from)
		}
		return m, m.catchUp()
	case slowMsg:
		m.slow = true
		return m, msg.answer
	case copiedMsg:
		m.copied(msg)
	case sheetMsg:
		return m, m.brought(msg)
	case readMsg:
		m.papers.Show(msg.file, msg.lines)
	case exportingMsg:
		m.papers.Progress(msg.Written)
		return m, msg.next
	case exportedMsg:
		m.exported(msg)
	case intactMsg:
		m.lost = msg.err
	case savedMsg:
		if msg.err != nil {
			m.note = note{text: lang.Sayf("không giữ được lựa chọn này cho lần sau: %v",
				"the choice could not be kept for next time: %v", msg.err)}
		}
	case tea.MouseWheelMsg:
		on, from := m.on(), m.carried()
		m.wheel(msg.Mouse())
		m.goneTo(on, from)
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseClickMsg:
		return m, m.input(msg)
	}
	return m, nil
}

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

// key finds the binding that a key belongs to. An overlay goes before the screen, a screen's own keys before the global
// ones, and what no table knows is text.
func (m *Model) key(msg tea.KeyPressMsg) tea.Cmd {
	key := msg.String()
	if key == "ctrl+h" { // some terminals send 0x08 for backspace
		key = "backspace"
		msg = tea.KeyPressMsg{Code: tea.KeyBackspace}
	}
	if o := m.overlays.Top(); o != nil {
		return m.overlayKey(o, msg, key)
	}
	if m.announced() {
		return m.verdictKey(msg, key)
	}
	if m.stray(key) {
		return nil
	}
	offered := m.keys
	if offered == nil {
		offered = m.offered()
	}
	if b, ok := kit.Find(offered, key); ok {
		if m.heldDown(b, msg) {
			return nil
		}
		return m.press(b, key)
	}
	if m.busyHere(key) {
		return nil
	}
	if e, ok := m.here().(screen.Editor); ok {
		return m.effect(e.Type(m.env(), msg))
	}
	return nil
}

// press carries out a binding, or says why it is off.
func (m *Model) press(b kit.Binding, key string) tea.Cmd {
	was := m.note
	if m.off(b) {
		return nil
	}
	if cmd, done := m.global(b.Action); done {
		return cmd
	}
	cmd := m.effect(m.here().Do(m.env(), b.Action, key))
	if _, kept := m.kept(); kept && was.good && m.note == (note{}) {
		m.note = was // what was recorded last can be read on while the next number is typed
	}
	return cmd
}

// off says why a binding does not work just now; false: it does.
func (m *Model) off(b kit.Binding) bool {
	if b.Off.IsZero() {
		m.note = note{}
		return false
	}
	m.note = note{text: lang.Sayf("%[1]s: %[2]s", "%[1]s: %[2]s", lang.Both(b.Shown), b.Off), alarm: !m.projector}
	return true
}

func (m *Model) paste(text string) tea.Cmd {
	if o := m.overlays.Top(); o != nil {
		if t, ok := o.(overlay.Typer); ok {
			t.Paste(m.overlayEnv(), text)
		}
		return nil
	}
	if m.announced() || m.onStage() || m.held() {
		return nil
	}
	if e, ok := m.here().(screen.Editor); ok {
		return m.effect(e.Paste(m.env(), text))
	}
	return nil
}

// click selects what lies under the mouse: a screen's name above, or something on the screen.
func (m *Model) click(mouse tea.Mouse) tea.Cmd {
	if mouse.Button == tea.MouseLeft && m.announced() && !m.overlays.Any() && !m.tiny() {
		m.seenVerdict()
		return m.catchUp()
	}
	if mouse.Button != tea.MouseLeft || m.overlays.Any() || m.tiny() || m.held() || m.onStage() {
		return nil
	}
	f, _ := m.frame()
	if f.Top.Has(mouse.X, mouse.Y) {
		if i, ok := m.tabAt(mouse.X); ok && !m.editing() {
			m.show(i)
		}
		return nil
	}
	if p, ok := m.here().(screen.Pointer); ok && f.Body.Has(mouse.X, mouse.Y) {
		return m.effect(p.Click(m.env(), f.Body, mouse.X, mouse.Y))
	}
	return nil
}

// wheelRows is how many rows a notch of the wheel is worth.
const wheelRows = 3

func (m *Model) wheel(mouse tea.Mouse) {
	rows := wheelRows
	if mouse.Button == tea.MouseWheelUp {
		rows = -rows
	}
	switch o := m.overlays.Top(); {
	case o != nil:
		if x, ok := o.(overlay.Scroller); ok {
			x.Scroll(m.overlayEnv(), rows)
		}
	case mouse.Button == tea.MouseWheelUp || mouse.Button == tea.MouseWheelDown:
		if p, ok := m.here().(screen.Pointer); ok {
			p.Wheel(m.env(), rows)
		}
	}
}

// effect does what a screen asked for.
func (m *Model) effect(e screen.Effect) tea.Cmd {
	if !e.Note.IsZero() {
		m.note = note{text: e.Note, alarm: e.Alarm}
	}
	if e.Why != nil {
		m.overlays.Open(overlay.NewWhy(*e.Why))
	}
	if e.Put != nil {
		m.putToVote(*e.Put)
	}
	if e.Replay > 0 {
		m.replay(e.Replay)
	}
	if e.Column != nil {
		m.openColumn(*e.Column)
	}
	if e.Go != "" {
		m.goTo(e.Go, e.At)
	}
	if len(e.Acts) > 0 || e.Count != nil {
		return m.propose(e)
	}
	return nil
}

// openColumn shows what a pasted column of scores would change. Enter that comes at once was no answer: a terminal may
// hand on the end of the last line with it.
func (m *Model) openColumn(c screen.Column) {
	m.overlays.Open(overlay.NewColumn(m.overlayEnv(), c))
	m.hold = holding{"enter", m.opts.Now()}
}

// putToVote opens the vote screen with a question from elsewhere.
func (m *Model) putToVote(v scoring.Vote) {
	if m.on() != screen.Vote {
		m.from = &cameFrom{m.on(), m.at()}
	}
	m.goTo(screen.Vote, screen.Place{Unit: -1, Node: -1})
	m.vote.Put(v)
}

// recorded tells screens and people what came of a proposal.
func (m *Model) recorded(msg recordedMsg) {
	m.busy--
	m.slow = m.slow && m.busy > 0
	if m.take(msg.snap); msg.err != nil {
		m.take(m.meeting.Snapshot()) // what others decided meanwhile may be the reason
	}
	m.answer(msg.err)
	if msg.err != nil {
		m.note = note{text: lang.Sayf("✗ CHƯA GHI: %s", "✗ NOT RECORDED: %s", m.losing(msg.err)), alarm: true}
		return
	}
	m.lost = nil
	d := msg.snap.Last()
	m.announce(d)
	said := lang.Sayf("✓ đã ghi số %d", "✓ recorded as %d", d.Seq)
	if msg.acts > 1 {
		first := d.Seq - msg.acts + 1
		m.strokes = append(m.strokes, together{first, d.Seq})
		said = lang.Sayf("✓ đã ghi %d quyết định, số %d–%d", "✓ recorded %d decisions, %d–%d", msg.acts, first, d.Seq)
	}
	for _, remark := range msg.remarks { // before the sentence: of a long line the end is cut
		said = lang.Sayf("%s · %s", "%s · %s", said, remark)
	}
	m.note = note{good: true, text: lang.Sayf("%s: %s", "%s: %s", said, decision.Sentence(&msg.snap.State, d))}
}
