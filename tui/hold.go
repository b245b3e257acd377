package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// holding notices a key that is held down. Few terminals tell; the others send the same key again and again: first
// after up to two thirds of a second, then faster than anybody presses it.
type holding struct {
	key string
	at  time.Time
}

// holdPause is the time after which the same key has been let go in between.
const holdPause = 700 * time.Millisecond

// again reports whether a key has not been let go since it came last.
func (h *holding) again(key string, now time.Time) bool {
	again := key == h.key && now.Sub(h.at) < holdPause
	*h = holding{key, now}
	return again
}

// arrived marks a key that is held down, at the time when it comes: it may be carried out later.
func (m *Model) arrived(msg tea.Msg) tea.Msg {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return msg
	}
	key.IsRepeat = m.hold.again(key.String(), m.opts.Now()) || key.IsRepeat
	return key
}

// heldDown reports whether a key is held down that then does nothing, and says so.
func (m *Model) heldDown(b kit.Binding, msg tea.KeyPressMsg) bool {
	if !b.Once || !msg.IsRepeat || !b.Off.IsZero() {
		return false
	}
	m.note = note{text: lang.Sayf("%s: giữ phím chỉ tính một lần; thả ra một lát rồi nhấn lại",
		"%s: held down it counts once; let go for a moment and press again", lang.Both(b.Shown))}
	return true
}

// unseen reports whether nobody can see what a key would do: then it does nothing, except for leaving.
func (m *Model) unseen(msg tea.Msg) bool { return m.tiny() && !m.leaves(msg) }
