package tui

import (
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
)

// typeahead is what was typed while a decision was on its way to the disk. It is carried out in order after the answer:
// a key that were dropped, or carried out before, would put the next number at the wrong unit. If the answer is a
// refusal, what follows was typed for a screen that never came: it waits until somebody has looked.
type typeahead struct {
	input []tea.Msg // keys, pastes and clicks, oldest first
	asked tea.Msg   // the key that the decision on its way came from
	stays bool      // that was refused: nothing is carried out before the person says so
}

// What the keys do that decide about what was typed before a refusal.
const (
	doGoOn  kit.Action = "typeahead-go-on"
	doForgo kit.Action = "typeahead-forgo"
)

// input takes a key, paste or click: at once, or after the decision that is being recorded.
func (m *Model) input(msg tea.Msg) tea.Cmd {
	msg = m.arrived(msg)
	if m.unseen(msg) {
		return nil
	}
	if m.ahead.stays {
		return m.decideAhead(msg)
	}
	if m.busy > 0 && !m.leaves(msg) {
		m.ahead.input = append(m.ahead.input, msg)
		return nil
	}
	return m.carryOut(msg)
}

// leaves reports whether a key is one of those for leaving, or answers the question whether to. They do not wait: a
// disk that never answers must not keep anybody here.
func (m *Model) leaves(msg tea.Msg) bool {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok || m.leaving() {
		return ok
	}
	b, ok := kit.Find(m.fixed, key.String())
	return ok && b.Action == doQuit
}

// leaving reports whether the question whether to leave is open.
func (m *Model) leaving() bool { return m.overlays.Is(overlay.Quit) }

// carryOut gives a key, paste or click to what it is for.
func (m *Model) carryOut(msg tea.Msg) tea.Cmd {
	defer m.goneTo(m.on(), m.carried())
	defer func(before int) {
		if m.busy > before {
			m.ahead.asked = msg
		}
	}(m.busy)
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return m.paste(msg.Content)
	case tea.MouseClickMsg:
		return m.click(msg.Mouse())
	case tea.KeyPressMsg:
		return m.key(msg)
	}
	return nil
}

// catchUp carries out what was typed ahead, up to the next decision that has to be recorded, or the next refusal.
func (m *Model) catchUp() tea.Cmd {
	var cmds []tea.Cmd
	for len(m.ahead.input) > 0 && m.busy == 0 && !m.announced() { // a verdict is seen before anything else is done
		if m.note.alarm {
			m.ahead.stays = true
			break
		}
		if n := prose(m.ahead.input); n > 0 && !m.editing() && !m.overlays.Any() {
			m.ahead.input = m.ahead.input[n:]
			m.note.text = lang.Sayf("%s Bỏ %s dán thêm: không có ô nào nhận chữ.",
				"%s Dropped %s pasted after it: no field here takes text.", m.note.text,
				lang.Count(n, "ký tự", "character", "characters"))
			continue
		}
		msg := m.ahead.input[0]
		m.ahead.input = m.ahead.input[1:]
		if cmd := m.carryOut(msg); cmd != nil {
			cmds = append(cmds, cmd)
		}
	}
	if len(m.ahead.input) == 0 {
		m.ahead.input = nil
	}
	switch len(cmds) {
	case 0:
		return nil
	case 1:
		return cmds[0]
	}
	return tea.Batch(cmds...)
}

// prose is how many keys at the beginning are words: the second line of a text that a terminal pasted as if it had been
// typed, of which the first ended with the decision. Its digits are no percents. Zero where it begins with anything
// else.
func prose(input []tea.Msg) (n int) {
	words := false
	for ; n < len(input); n++ {
		key, ok := input[n].(tea.KeyPressMsg)
		if !ok || key.Text == "" {
			break
		}
		r, _ := utf8.DecodeRuneInString(key.Text)
		if words = words || unicode.IsLetter(r); !words && !unicode.IsDigit(r) && r != ' ' {
			break
		}
	}
	if !words {
		return 0
	}
	return n
}

// decideAhead takes a key while what was typed before a refusal waits. All but the two that decide are kept with it:
// whoever types by touch and has not looked yet loses nothing.
func (m *Model) decideAhead(msg tea.Msg) tea.Cmd {
	if m.leaves(msg) {
		return m.carryOut(msg)
	}
	if key, ok := msg.(tea.KeyPressMsg); ok {
		if b, ok := kit.Find(m.aheadKeys(), key.String()); ok {
			m.ahead.stays, m.note = false, note{}
			if b.Action == doGoOn {
				m.ahead.input = append([]tea.Msg{m.ahead.asked}, m.ahead.input...)
				return m.catchUp()
			}
			m.ahead.input = nil
			return nil
		}
	}
	m.ahead.input = append(m.ahead.input, msg)
	return nil
}

// aheadKeys are the keys while what was typed ahead waits.
func (m *Model) aheadKeys() []kit.Binding {
	n := len(m.ahead.input)
	return []kit.Binding{
		{Action: doForgo, Keys: []string{"esc"}, Shown: "Esc", Weight: 99,
			Label: lang.Sayf("bỏ %s gõ sau đó", "drop the %s typed after it",
				lang.Count(n, "phím", "key", "keys")),
			Help: lang.Text{VI: "bỏ những phím gõ trước khi thấy lời từ chối, rồi làm lại từ chỗ đang thấy",
				EN: "drop the keys typed before the refusal was seen, and go on from what is on the screen"}},
		{Action: doGoOn, Keys: []string{"ctrl+g"}, Shown: "Ctrl+G", Weight: 98,
			Label: lang.Text{VI: "ghi lại rồi làm tiếp", EN: "try again and go on"},
			Help: lang.Text{VI: "thử ghi lại, được thì thực hiện lần lượt những phím đã gõ sau đó",
				EN: "try to record it again and, if that works, carry out the keys typed after it, in order"}},
	}
}
