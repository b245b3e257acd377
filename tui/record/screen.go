// Package record is the screen «Nhật ký»: every decision with who, when and why; what would follow if one were undone;
// and the meeting replayed.
package record

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen is the record.
type Screen struct {
	list    kit.List[int] // what the filter lets through, by number, oldest first
	filter  *kit.Prompt
	typing  bool        // the filter is being typed
	confirm kit.Confirm // whether to undo the decision under the cursor
	sent    bool
	bare    []string // what is searched, by decision
	long    long
}

// long is a decision that has more lines than there is room for, and how far one has read.
type long struct {
	seq, from, more int // the decision; its first line in sight; lines below those in sight
}

// New begins at the newest decision.
func New(env screen.Env) *Screen {
	s := &Screen{filter: kit.NewPrompt(lang.Text{VI: "Lọc", EN: "Filter"}, lang.Text{}, maxFilter)}
	s.Show(env)
	return s
}

// What the screen can do.
var _ interface {
	screen.Screen
	screen.Editor
	screen.Recorder
	screen.Placer
	screen.Pointer
	screen.Carrier
	screen.Tabler
} = (*Screen)(nil)

// maxFilter is the most characters of a filter.
const maxFilter = 80

// Title is «Nhật ký».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Nhật ký", EN: "Record"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Sayf(
		"Mọi quyết định, từ gì thành gì, mới nhất ở dưới; quyết định đang chọn hiện trọn vẹn, %[4]s đọc tiếp khi "+
			"dài. %[1]s để lọc theo đơn vị, loại, người hay chữ bất kỳ. %[2]s xem trước "+
			"việc hoàn tác rồi mới hỏi. %[3]s xem lại cuộc họp từ quyết định này, đi từng bước. Không có "+
			"gì bị xóa khỏi nhật ký.",
		"Every decision, from what to what, the newest at the bottom; the one under the cursor in full, %[4]s "+
			"reads on where it is long. %[1]s filters by unit, kind, person or any words. %[2]s shows "+
			"what an undo would do, then asks. %[3]s replays the meeting from this decision, step "+
			"by step. Nothing is ever deleted from the record.",
		keyFilter, KeyUndo, keyReplay, keyMore)
}

// Show takes the newer snapshot; a cursor at the end stays at the end.
func (s *Screen) Show(env screen.Env) {
	atEnd := s.list.Index() >= s.list.Len()-1
	s.search(env)
	if atEnd && !s.confirm.Waits(doUndo) {
		s.list.Do(kit.ListLast)
	}
}

// search lists the decisions in which every word of the filter stands somewhere.
func (s *Screen) search(env screen.Env) {
	words := strings.Fields(names.Bare(s.filter.Value()))
	var shown []int
	for i, e := range env.Snap.Log {
		fits := true
		for _, w := range words {
			fits = fits && strings.Contains(s.searched(env, e), w)
		}
		if fits {
			shown = append(shown, i+1)
		}
	}
	was, had := s.list.Here()
	s.list.Show(shown)
	if now, ok := s.list.Here(); ok && had && now != was { // it is filtered away: the next one that is not
		next, _ := slices.BinarySearch(shown, was)
		s.list.Select(shown[min(next, len(shown)-1)])
	}
}

// searched is what is searched of a decision, without diacritics: worked out when it is first wanted, and kept.
func (s *Screen) searched(env screen.Env, e meeting.Entry) string {
	for len(s.bare) < e.Seq {
		s.bare = append(s.bare, "")
	}
	if s.bare[e.Seq-1] == "" {
		said, kind := decision.Sentence(&env.Snap.State, e.Decision), decision.Name(e.Act.Kind())
		s.bare[e.Seq-1] = names.Bare(strings.Join([]string{said.VI, said.EN, string(e.Act.Kind()), kind.VI, kind.EN,
			e.By}, " "))
	}
	return s.bare[e.Seq-1]
}

// seq is the number of the decision under the cursor; 0 where the filter lets none through.
func (s *Screen) seq() int {
	seq, _ := s.list.Here()
	return seq
}

// decision is the one under the cursor; ok is false where the filter lets none through.
func (s *Screen) decision(env screen.Env) (e meeting.Entry, ok bool) {
	seq := s.seq()
	if seq < 1 || seq > len(env.Snap.Log) {
		return e, false
	}
	return env.Snap.Log[seq-1], true
}

// Table is the decisions that the filter lets through.
func (s *Screen) Table(env screen.Env) table.Table {
	var rows []int
	for i := range s.list.Len() {
		rows = append(rows, s.list.Item(i)-1)
	}
	return view.Log(env.Snap, env.Lang).Rows(rows)
}

// Editing reports whether the filter is being typed, or an undo asked about.
func (s *Screen) Editing() bool { return s.typing || s.confirm.Waits(doUndo) }

// Recorded ends the question whether to undo.
func (s *Screen) Recorded(_ screen.Env, err error) {
	if s.sent {
		s.sent = false
		if err == nil {
			s.confirm.Drop()
		}
	}
}

// Type takes what is typed into the filter.
func (s *Screen) Type(env screen.Env, msg tea.KeyPressMsg) screen.Effect {
	if s.typing && s.filter.Key(msg) {
		s.search(env)
	}
	return screen.Effect{}
}

// Paste takes pasted text into the filter.
func (s *Screen) Paste(env screen.Env, text string) screen.Effect {
	if s.typing {
		s.filter.Insert(text)
		s.search(env)
	}
	return screen.Effect{}
}

// At is the place that the decision under the cursor is about.
func (s *Screen) At(env screen.Env) screen.Place {
	e, ok := s.decision(env)
	if !ok {
		return screen.Place{Unit: -1, Node: -1}
	}
	return placeOf(env, e.Act)
}

// Carry moves the cursor to the newest decision about the place of another screen; to the newest of all where there is
// none.
func (s *Screen) Carry(env screen.Env, p screen.Place) {
	for i := s.list.Len() - 1; i >= 0; i-- {
		if seq := s.list.Item(i); placeOf(env, env.Snap.Log[seq-1].Act) == p {
			s.list.Select(seq)
			return
		}
	}
	s.list.Do(kit.ListLast)
}

// Carries is the place that the decision under the cursor is about.
func (s *Screen) Carries(env screen.Env) screen.Place { return s.At(env) }

// placeOf is the unit and criterion that an act is about; an undo is about what it undoes.
func placeOf(env screen.Env, a scoring.Act) screen.Place {
	if u, ok := a.(scoring.Undo); ok {
		if d, ok := env.Snap.Decision(u.Seq); ok {
			return placeOf(env, d.Act)
		}
	}
	p := screen.Place{Unit: -1, Node: -1}
	if i, ok := env.Snap.Index(scoring.Subject(a)); ok {
		p.Unit = i
	}
	if i, ok := env.Snap.Rulebook().Index(scoring.Target(a)); ok {
		p.Node = i
	}
	return p
}
