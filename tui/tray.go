package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// suggestible is a kind of decision that reviewers suggest: who may make it sees the tray.
const suggestible = scoring.KindScore

// tray lists what reviewers suggest, in front of the screen. Its cursor is at a suggestion, not at a row: another one
// that comes to stand there, because somebody answered the first, was never looked at.
type tray struct {
	id    int // of the suggestion under the cursor; 0: there was none yet
	at    int // the row in which it was last, or would be
	top   int
	tried int // the suggestion that was tried last: once more is meant, whatever has changed since
}

func newTray(all []meeting.Suggestion) *tray {
	t := &tray{}
	t.choose(all, 0)
	return t
}

// choose puts the cursor at the suggestion in a row.
func (t *tray) choose(all []meeting.Suggestion, row int) {
	if len(all) == 0 {
		return
	}
	t.at = max(min(row, len(all)-1), 0)
	t.id = all[t.at].ID
}

// chosen is the suggestion under the cursor; false where it has been answered.
func (t *tray) chosen(all []meeting.Suggestion) (s meeting.Suggestion, ok bool) {
	i := slices.IndexFunc(all, func(s meeting.Suggestion) bool { return s.ID == t.id })
	if i < 0 {
		return s, false
	}
	t.at = i
	return all[i], true
}

// move goes to another suggestion. From one that has gone the next is the one that took its row.
func (t *tray) move(all []meeting.Suggestion, rows int) {
	if _, ok := t.chosen(all); !ok && rows > 0 {
		rows--
	}
	t.choose(all, t.at+rows)
}

// waiting are the suggestions nobody has answered.
func (m *Model) waiting() []meeting.Suggestion {
	if m.follow.floor == nil {
		return nil
	}
	return m.follow.floor.Suggestions
}

// trayKeys opens the tray, for those who may take over what is in it.
func (m *Model) trayKeys() []kit.Binding {
	if m.follow.floor == nil || !m.opts.Who.Decides(suggestible) {
		return nil
	}
	b := kit.Binding{Action: doTray, Keys: []string{"ctrl+e"}, Shown: "Ctrl+E",
		Label: lang.Text{VI: "đề nghị", EN: "suggestions"},
		Help: lang.Text{VI: "xem đề nghị của các thành viên, Enter để ghi",
			EN: "what reviewers suggest; Enter records it"}}
	if n := len(m.waiting()); n > 0 {
		b.Weight, b.Label = 96, lang.Sayf("%d đề nghị", "%d suggested", n)
	} else {
		b.Off = lang.Text{VI: "không có đề nghị nào", EN: "nothing is suggested"}
	}
	return []kit.Binding{b}
}

// words says a suggestion: who, and what.
func (m *Model) words(s meeting.Suggestion) string {
	text := decision.Sentence(&m.live.State, &scoring.Decision{Act: s.Acts[0]}).In(m.opts.Lang)
	if n := len(s.Acts); n > 1 {
		text += lang.Sayf(" và %d điều khác", " and %d more", n-1).In(m.opts.Lang)
	}
	return text
}

// takeOver records the suggestion under the cursor, with its author; declined, it only leaves the tray. Its author is
// told.
func (m *Model) takeOver(record bool) tea.Cmd {
	all, t := m.waiting(), m.front.tray
	if t == nil || len(all) == 0 {
		return nil
	}
	s, ok := t.chosen(all)
	room, who := m.opts.Room, m.opts.Who
	if ok && !record {
		_, ok = room.Answer(who, s.ID, false) // somebody else may be faster
	} else if ok {
		return m.recordSuggested(s)
	}
	if !ok {
		t.choose(all, t.at)
		m.note = note{alarm: true, text: lang.Text{
			VI: "Đề nghị vừa chọn không còn nữa: đã ghi hoặc đã bỏ. Con trỏ đang ở đề nghị khác.",
			EN: "The suggestion you chose is gone: recorded or declined. The cursor is at another one now."}}
	}
	return nil
}

// recordSuggested puts a suggestion on record. If that is refused, once more is meant, whatever has changed since.
func (m *Model) recordSuggested(s meeting.Suggestion) tea.Cmd {
	room, who, t := m.opts.Room, m.opts.Who, m.front.tray
	seen := s.Seen
	if t.tried == s.ID {
		seen = m.live.Seq()
	}
	t.tried = s.ID
	m.busy++
	by := meeting.AtSuggestion(m.opts.By, s.Who.Name).In(m.opts.Lang)
	p := meeting.Proposal{By: by, Who: who, Acts: s.Acts, Seen: seen}
	return func() tea.Msg {
		snap, err := m.meeting.Propose(m.ctx, p)
		if err == nil {
			room.Answer(who, s.ID, true)
		}
		return recordedMsg{snap, err}
	}
}

// suggest sends what a reviewer typed to those who may decide it.
func (m *Model) suggest(acts []scoring.Act, seen int) {
	err := m.opts.Room.Suggest(m.opts.Who, acts, seen)
	m.answer(err)
	if err != nil {
		m.note = note{text: lang.Sayf("✗ CHƯA GỬI: %s", "✗ NOT SENT: %s", meeting.Say(err)), alarm: true}
		return
	}
	m.note = note{good: true,
		text: lang.Text{VI: "✓ đã gửi đề nghị tới chủ tọa và thư ký", EN: "✓ sent to the chair and the secretary"}}
}

// answered tells a reviewer what became of a suggestion.
func (m *Model) answered(a meeting.Suggestion) {
	if a.Taken {
		m.note = note{good: true,
			text: lang.Sayf("✓ đề nghị của bạn đã được ghi: %s",
				"✓ your suggestion was recorded: %s", lang.Both(m.words(a)))}
		return
	}
	m.note = note{text: lang.Sayf("đề nghị của bạn không được nhận: %s",
		"your suggestion was declined: %s", lang.Both(m.words(a)))}
}

func (t *tray) draw(m *Model, area kit.Rect) []string {
	st, l, all := m.styles, m.opts.Lang, m.waiting()
	_, there := t.chosen(all)
	lines := []string{kit.NewRow(area.W).Put(st.Title,
		lang.Sayf("ĐỀ NGHỊ CỦA CÁC THÀNH VIÊN", "WHAT REVIEWERS SUGGEST").In(l)).String(),
		st.Rule.Render(kit.Line("─", area.W))}
	const each = 2
	rows := max((area.H-len(lines))/each, 1)
	t.top = max(min(t.top, t.at), t.at-rows+1)
	for i := t.top; i < min(t.top+rows, len(all)); i++ {
		s := all[i]
		row, pointer := kit.NewRow(area.W), "  "
		if i == t.at && there {
			row, pointer = kit.NewMarked(area.W, st.Cursor), "› "
		}
		lines = append(lines, row.Put(st.Strong, pointer+m.words(s)).String())
		who := s.Who.Name
		if s.Who.Unit != "" {
			who += " · " + s.Who.Unit
		}
		lines = append(lines, kit.NewRow(area.W).Put(st.Dim, "  "+who+" · "+s.At.Format("15:04")).String())
	}
	if len(all) == 0 {
		lines = append(lines,
			kit.NewRow(area.W).Put(st.Text,
				lang.Sayf("Không còn đề nghị nào.", "Nothing is suggested any more.").In(l)).String())
	}
	return kit.Fill(lines, area.W, area.H)
}
