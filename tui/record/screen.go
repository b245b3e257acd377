// Package record is the screen «Nhật ký»: every decision with who, when and why; what would follow if one were undone;
// and the meeting replayed.
package record

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen is the record.
type Screen struct {
	seq    int // the decision under the cursor
	top    int
	filter kit.Field
	typing bool // the filter is being typed
	asking bool // whether to undo the decision under the cursor
	sent   bool
	shown  []int    // what the filter lets through, oldest first
	bare   []string // what is searched, by decision
}

// New begins at the newest decision.
func New(env screen.Env) *Screen {
	s := &Screen{filter: kit.NewField(80), seq: env.Snap.Seq()}
	s.Show(env)
	return s
}

var _ screen.Screen = (*Screen)(nil)

// Title is «Nhật ký».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Nhật ký", EN: "Record"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Text{
		VI: "Mọi quyết định, mới nhất ở dưới. / để lọc theo đơn vị, loại, người hay chữ bất kỳ. Delete xem trước " +
			"việc hoàn tác rồi mới hỏi. Space xem lại cuộc họp từ quyết định này; PgDn, PgUp đi từng bước. Không có " +
			"gì bị xóa khỏi nhật ký.",
		EN: "Every decision, the newest at the bottom. / filters by unit, kind, person or any words. Delete shows " +
			"what an undo would do, then asks. Space replays the meeting from this decision; PgDn and PgUp go step " +
			"by step. Nothing is ever deleted from the record.",
	}
}

// Show takes the newer snapshot; a cursor at the end stays at the end.
func (s *Screen) Show(env screen.Env) {
	atEnd := len(s.shown) == 0 || s.seq >= s.shown[len(s.shown)-1]
	s.search(env)
	if atEnd && len(s.shown) > 0 && !s.asking {
		s.seq = s.shown[len(s.shown)-1]
	}
}

// search lists the decisions in which every word of the filter stands somewhere.
func (s *Screen) search(env screen.Env) {
	words := strings.Fields(names.Bare(s.filter.Value()))
	s.shown = s.shown[:0]
	for i, e := range env.Snap.Log {
		fits := true
		for _, w := range words {
			fits = fits && strings.Contains(s.searched(env, e), w)
		}
		if fits {
			s.shown = append(s.shown, i+1)
		}
	}
	if len(s.shown) > 0 {
		s.seq = s.shown[s.index()]
	}
}

// searched is what is searched of a decision, without diacritics: worked out when it is first wanted, and kept.
func (s *Screen) searched(env screen.Env, e meeting.Entry) string {
	for len(s.bare) < e.Seq {
		s.bare = append(s.bare, "")
	}
	if s.bare[e.Seq-1] == "" {
		said, kind := meeting.Sentence(&env.Snap.State, e.Decision), kindName(e.Act.Kind())
		s.bare[e.Seq-1] = names.Bare(strings.Join([]string{said.VI, said.EN, string(e.Act.Kind()), kind.VI, kind.EN,
			e.By}, " "))
	}
	return s.bare[e.Seq-1]
}

// index is the place of the decision under the cursor among those shown, or of the nearest.
func (s *Screen) index() int {
	for i, seq := range s.shown {
		if seq >= s.seq {
			return i
		}
	}
	return max(len(s.shown)-1, 0)
}

// decision is the one under the cursor; ok is false where the filter lets none through.
func (s *Screen) decision(env screen.Env) (e meeting.Entry, ok bool) {
	if len(s.shown) == 0 || s.seq < 1 || s.seq > len(env.Snap.Log) {
		return e, false
	}
	return env.Snap.Log[s.seq-1], true
}

// kindName is what people call a kind of decision.
func kindName(k scoring.Kind) lang.Text {
	switch k {
	case scoring.KindNew:
		return lang.Text{VI: "tạo", EN: "new"}
	case scoring.KindScore:
		return lang.Text{VI: "phần trăm", EN: "percent"}
	case scoring.KindBonus:
		return lang.Text{VI: "thưởng", EN: "bonus"}
	case scoring.KindPenalty:
		return lang.Text{VI: "trừ", EN: "penalty"}
	case scoring.KindSanction:
		return lang.Text{VI: "xử lý", EN: "sanction"}
	case scoring.KindOrder:
		return lang.Text{VI: "thứ tự", EN: "order"}
	case scoring.KindAccept:
		return lang.Text{VI: "thông qua", EN: "accept"}
	case scoring.KindAttend:
		return lang.Text{VI: "điểm danh", EN: "roll"}
	case scoring.KindAppraise:
		return lang.Text{VI: "thẩm định", EN: "appraisal"}
	case scoring.KindNote:
		return lang.Text{VI: "ghi chú", EN: "note"}
	case scoring.KindUndo:
		return lang.Text{VI: "hoàn tác", EN: "undo"}
	case scoring.KindVote:
		return lang.Text{VI: "biểu quyết", EN: "vote"}
	case scoring.KindBallot:
		return lang.Text{VI: "bầu cử", EN: "ballot"}
	case scoring.KindLots:
		return lang.Text{VI: "bốc thăm", EN: "lots"}
	case scoring.KindConfirm:
		return lang.Text{VI: "xác nhận", EN: "confirm"}
	case scoring.KindClose:
		return lang.Text{VI: "chốt", EN: "close"}
	case scoring.KindReopen:
		return lang.Text{VI: "mở lại", EN: "reopen"}
	case scoring.KindInvite:
		return lang.Text{VI: "mời", EN: "invite"}
	case scoring.KindRevoke:
		return lang.Text{VI: "hủy mời", EN: "revoke"}
	}
	return lang.Both(string(k))
}

// Editing reports whether the filter is being typed, or an undo asked about.
func (s *Screen) Editing() bool { return s.typing || s.asking }

// Recorded ends the question whether to undo.
func (s *Screen) Recorded(_ screen.Env, err error) {
	if s.sent {
		s.sent, s.asking = false, err != nil
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

// Focus does nothing: the record is about all places.
func (s *Screen) Focus(screen.Env, screen.Place) {}

// Speak says the decision under the cursor.
func (s *Screen) Speak(env screen.Env) string {
	if s.typing {
		return env.Say("lọc: %s, %d quyết định", "filter: %s, %d decisions", s.filter.Value(), len(s.shown))
	}
	e, ok := s.decision(env)
	if !ok {
		return env.Say("không có quyết định nào", "no decision")
	}
	said := env.Say("số %d, %s, %s: %s",
		"%d, %s, %s: %s", e.Seq, e.At.Format("15:04"), e.By, meeting.Sentence(&env.Snap.State, e.Decision))
	if s.asking {
		for _, line := range s.effects(env) {
			said += ". " + line.In(env.Lang)
		}
	}
	return said
}
