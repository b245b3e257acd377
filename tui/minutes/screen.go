// Package minutes is the screen «Biên bản»: what the papers of a sitting say beside what was decided. Who led it, where
// and when, and what was said, section by section, in the order in which the minutes have it.
package minutes

import (
	tea "charm.land/bubbletea/v2"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/files"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen is the minutes of one sitting.
type Screen struct {
	list    kit.List[row]
	back    int // how many sittings before the newest is looked at
	entry   *entry
	filling bool // what is lacking is asked for, one thing after the other
	confirm kit.Confirm
	files   files.Known
	sent    bool // an answer to the question is on its way
}

// row is a line of the page: a field of what is known, a section's head, or a line below it.
type row struct {
	field   int // one more than its place among the fields
	section scoring.Section
	line    int // the decision that put it on record
}

// entry is what is being typed: a field, or a line of the minutes, of which who speaks is asked first.
type entry struct {
	at      row
	prompt  *kit.Prompt
	speaker *scoring.Person // who has been typed; nil: not yet
}

// New begins with the sitting that runs.
func New(env screen.Env) *Screen {
	s := &Screen{}
	s.Show(env)
	return s
}

// What the screen can do.
var _ interface {
	screen.Screen
	screen.Editor
	screen.Recorder
	screen.Pointer
} = (*Screen)(nil)

// most is the most characters of anything that is typed here.
const most = 2000

// Title is «Biên bản».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Biên bản", EN: "Minutes"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Sayf(
		"Những gì biên bản cần mà quyết định không có: nơi họp, giờ giấc, chủ tọa, thư ký, ý kiến theo từng phần. "+
			"%s hỏi lần lượt những mục còn thiếu. Bỏ trống vẫn được: chỗ đó trong biên bản là dòng chấm. Điểm, "+
			"biểu quyết, bầu cử tự vào biên bản. Bên cạnh, trên màn hình rộng: từng văn bản còn thiếu gì và đã có gì.",
		"What the minutes need and no decision says: place, times, chair, secretary, what was said in each "+
			"section. %s asks for what is lacking, one thing after the other. It may stay empty: the paper then has "+
			"a row of dots. Scores, votes and elections go into the minutes by themselves. Beside it, on a "+
			"wide screen: "+
			"what each paper lacks, and what is in it.", keyFill)
}

// sitting is the one that is looked at.
func (s *Screen) sitting(env screen.Env) scoring.Convened {
	all := env.Snap.Sittings()
	return all[max(len(all)-1-s.back, 0)]
}

// Show takes the newer snapshot.
func (s *Screen) Show(env screen.Env) {
	s.back = min(s.back, len(env.Snap.Sittings())-1)
	s.list.Show(s.rows(env))
}

// rows are all lines of the page.
func (s *Screen) rows(env screen.Env) (out []row) {
	for i := range fields() {
		out = append(out, row{field: i + 1})
	}
	said := env.Snap.Statements(s.sitting(env))
	for _, section := range scoring.Sections() {
		out = append(out, row{section: section})
		for _, l := range said {
			if l.Section == section {
				out = append(out, row{section: section, line: l.Line})
			}
		}
	}
	return out
}

// statement is the line under the cursor, if it is on one.
func (s *Screen) statement(env screen.Env, at row) (scoring.Statement, bool) {
	for _, l := range env.Snap.Statements(s.sitting(env)) {
		if l.Line == at.line {
			return l, true
		}
	}
	return scoring.Statement{}, false
}

// Editing reports whether something is being typed, or asked.
func (s *Screen) Editing() bool { return s.entry != nil || s.confirm.Waits(doWithdraw) }

// Type takes what is typed into the field.
func (s *Screen) Type(_ screen.Env, msg tea.KeyPressMsg) screen.Effect {
	if s.entry != nil {
		s.entry.prompt.Key(msg)
	}
	return screen.Effect{}
}

// Paste takes pasted text into the field.
func (s *Screen) Paste(_ screen.Env, text string) screen.Effect {
	if s.entry != nil {
		s.entry.prompt.Insert(text)
	}
	return screen.Effect{}
}

// Recorded ends what was typed and is on record, and goes on to what is lacking next, or lets it be tried again.
func (s *Screen) Recorded(env screen.Env, err error) {
	if s.sent {
		s.sent = false
		if err == nil {
			s.confirm.Drop()
		}
	}
	if s.entry == nil || !s.entry.prompt.Recorded(err) {
		return
	}
	at := s.entry.at
	s.entry = nil
	if s.filling {
		s.fillAfter(env, at)
	}
}

// Click selects the line under the mouse.
func (s *Screen) Click(_ screen.Env, _ kit.Rect, x, y int) screen.Effect {
	if !s.Editing() {
		s.list.Click(x, y)
	}
	return screen.Effect{}
}

// Wheel moves the cursor.
func (s *Screen) Wheel(_ screen.Env, rows int) {
	if !s.Editing() {
		s.list.Move(rows)
	}
}
