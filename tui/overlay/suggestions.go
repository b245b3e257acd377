package overlay

import (
	"slices"

	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Suggestible is a kind of decision that reviewers suggest: who may make it sees what is suggested.
const Suggestible = scoring.KindScore

// suggestions lists what reviewers suggest. Its cursor is at a suggestion, not at a row: another one that comes to
// stand there, because somebody answered the first, was never looked at.
type suggestions struct {
	room  *meeting.Room
	list  kit.List[int] // of suggestions, by ID
	id    int           // the one that was looked at; 0: there was none yet
	tried int           // the one that was tried last: once more is meant, whatever has changed since
}

// NewSuggestions shows what is suggested in a room.
func NewSuggestions(env Env, room *meeting.Room) Overlay {
	s := &suggestions{room: room}
	s.look(env)
	s.id, _ = s.list.Here()
	return s
}

// Waiting are the suggestions nobody has answered; without a room there are none.
func Waiting(f *meeting.Floor) []meeting.Suggestion {
	if f == nil {
		return nil
	}
	return f.Suggestions
}

// Words says a suggestion.
func Words(env Env, s meeting.Suggestion) string {
	text := decision.Sentence(&env.Live.State, &scoring.Decision{Act: s.Acts[0]}).In(env.Lang)
	if n := len(s.Acts); n > 1 {
		text += env.Say(" và %d điều khác", " and %d more", n-1)
	}
	return text
}

// ID is Suggestions.
func (s *suggestions) ID() ID { return Suggestions }

// Keys record, decline and close.
func (s *suggestions) Keys(env Env) []kit.Binding {
	there := s.look(env)
	move := moving(&s.list)
	if !there { // the cursor can go to what took the place of the one that was looked at
		for i := range move {
			move[i].Off = lang.Text{}
		}
	}
	take := taking(lang.Text{VI: "ghi", EN: "record"},
		lang.Text{VI: "ghi đề nghị này vào nhật ký, cùng tên người đề nghị",
			EN: "record this suggestion, with its author"})
	decline := kit.Binding{Action: doDecline, Keys: []string{"delete"}, Shown: "Delete", Weight: 80,
		Label: lang.Text{VI: "không nhận", EN: "decline"},
		Help:  lang.Text{VI: "không nhận; người đề nghị được báo", EN: "decline it; its author is told"}}
	return append([]kit.Binding{take, decline, closing("ctrl+e")}, move...)
}

// Do carries out an action. From a suggestion that has gone the next is the one that took its place.
func (s *suggestions) Do(env Env, a kit.Action) Effect {
	there := s.look(env)
	switch {
	case a == doTake || a == doDecline:
		return s.answer(env, there, a == doTake)
	case a == doClose:
		return Effect{Close: true}
	case there || a != kit.ListDown:
		s.list.Do(a)
	}
	s.id, _ = s.list.Here()
	return Effect{}
}

// look takes the suggestions as they are now, and reports whether the one that was looked at is still among them.
func (s *suggestions) look(env Env) bool {
	var all []int
	for _, x := range Waiting(env.Floor) {
		all = append(all, x.ID)
	}
	s.list.Show(all)
	at, ok := s.list.Here()
	return ok && at == s.id
}

// find is a suggestion by its ID.
func find(env Env, id int) meeting.Suggestion {
	all := Waiting(env.Floor)
	return all[slices.IndexFunc(all, func(x meeting.Suggestion) bool { return x.ID == id })]
}

// answer has the suggestion under the cursor recorded, or declines it; its author is told.
func (s *suggestions) answer(env Env, there, record bool) Effect {
	if s.list.Len() == 0 {
		return Effect{}
	}
	if there && record {
		x := find(env, s.id)
		e := Effect{Record: &x, Again: s.tried == x.ID}
		s.tried = x.ID
		return e
	}
	if there {
		_, there = s.room.Answer(env.Who, s.id, false) // somebody else may be faster
	}
	if there {
		return Effect{}
	}
	s.id, _ = s.list.Here()
	return Effect{Effect: screen.Alarm(lang.Text{
		VI: "Đề nghị vừa chọn không còn nữa: đã ghi hoặc đã bỏ. Con trỏ đang ở đề nghị khác.",
		EN: "The suggestion you chose is gone: recorded or declined. The cursor is at another one now."})}
}

// Scroll moves the cursor.
func (s *suggestions) Scroll(env Env, rows int) {
	s.look(env)
	s.list.Move(rows)
	s.id, _ = s.list.Here()
}

// Over reports whether all have been answered.
func (s *suggestions) Over(env Env) bool { return len(Waiting(env.Floor)) == 0 }

// Draw draws the list.
func (s *suggestions) Draw(env Env, body kit.Rect) screen.View {
	const each = 2 // lines
	st, there := env.Styles, s.look(env)
	lines := []string{
		kit.NewRow(body.W).Put(st.Title, env.Say("ĐỀ NGHỊ CỦA CÁC THÀNH VIÊN", "WHAT REVIEWERS SUGGEST")).String(),
		st.Rule.Render(kit.Line("─", body.W)),
	}
	s.list.Place(kit.Rect{X: body.X, Y: body.Y + len(lines), W: body.W, H: body.H - len(lines)}, each)
	lines = append(lines, s.list.Draw(st, func(c *kit.Canvas, id int, here bool) {
		x, row, pointer := find(env, id), kit.NewRow(c.W), "  "
		if here && there {
			row, pointer = kit.NewMarked(c.W, st.Cursor), "› "
		}
		c.Add(row.Put(st.Strong, pointer+Words(env, x)).String())
		c.Add(kit.NewRow(c.W).Put(st.Text, "  "+author(x)+" · "+x.At.Format("15:04")).String())
	})...)
	if s.list.Len() == 0 {
		lines = append(lines, kit.NewRow(body.W).Put(st.Text, noneLeft(env)).String())
	}
	return over(body, lines)
}

// Speak says the suggestion under the cursor, and how many there are.
func (s *suggestions) Speak(env Env) []string {
	there, n := s.look(env), s.list.Len()
	if n == 0 {
		return []string{noneLeft(env)}
	}
	said := []string{env.Say("%d đề nghị của các thành viên", "suggested by reviewers: %d", n)}
	if there {
		x := find(env, s.id)
		said = append(said, env.Say("đề nghị %d trên %d: %s, %s",
			"suggestion %d of %d: %s, %s", s.list.Index()+1, n, lang.Both(Words(env, x)), author(x)))
	}
	return said
}

func noneLeft(env Env) string {
	return env.Say("Không còn đề nghị nào.", "Nothing is suggested any more.")
}

// author is who suggests, for which unit.
func author(x meeting.Suggestion) string {
	if x.Who.Unit == "" {
		return x.Who.Name
	}
	return x.Who.Name + " · " + x.Who.Unit
}
