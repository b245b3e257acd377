// Package review is the screen «Rà soát»: one unit's criteria, self-scored and agreed, with the live ranking beside
// them.
package review

import (
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"

	tea "charm.land/bubbletea/v2"
)

// Screen is the review of one unit after the other.
type Screen struct {
	at     screen.Place   // the unit and the criterion or field under the cursor
	folded map[int]bool   // fields whose parts are hidden
	rows   []row          // what can be seen of the tree, in order
	shown  []line         // their lines
	lines  kit.List[line] // the tree
	units  kit.List[int]  // beside it
	places kit.List[int]  // the ranking, by unit
	editor edit.Editor
	counts [view.Marks]int // of each mark, for the unit under review
	looked screen.Place    // where the last step to what needs a look has led
	pace   pace
	names  int // cells that names take in the ranking
	rest   int // and all else there

	standings ranked
	fields    fields
	label     labels
	wrapped   wrapping
	kept      kept
}

// row is one line of the tree: a criterion or field, or a bonus, penalty or note that stands there.
type row struct {
	node    int
	grant   *scoring.Grant
	penalty bool
	note    string
}

// extra reports whether the row only belongs to another: the cursor passes it by.
func (r row) extra() bool { return r.grant != nil || r.note != "" }

// New begins with the first unit and its first criterion.
func New(env screen.Env) *Screen {
	s := &Screen{folded: map[int]bool{}}
	s.lines = kit.List[line]{Margin: 2, Passes: func(l line) bool { return l.part > 0 || s.rows[l.row].extra() }}
	s.units.Margin, s.places.Margin = kit.Centred, kit.Centred
	s.at.Node = env.Snap.Rulebook().Leaves()[0]
	for _, u := range env.Snap.Units() {
		s.names = max(s.names, kit.Width(u.Name()))
	}
	if s.rest = rankingRest; env.Snap.Rulebook().Rank.By == scoring.ByShare {
		s.rest = shareRest
	}
	if len(env.Snap.Units()) > 9 {
		s.rest++ // for «10=»
	}
	s.Show(env)
	return s
}

// What the screen can do.
var _ interface {
	screen.Screen
	screen.Editor
	screen.Keeper
	screen.Recorder
	screen.Placer
	screen.Focuser
	screen.Pointer
	screen.Carrier
	screen.Tabler
} = (*Screen)(nil)

// Title is «Rà soát».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Rà soát", EN: "Review"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Sayf(
		"Xem điểm từng tiêu chí của một đơn vị. Gõ số để sửa phần trăm, %[1]s để thưởng, %[2]s để trừ; bảng "+
			"xếp hạng bên cạnh đổi ngay. Tự %% là đơn vị tự chấm, cụm %% là mức cụm thống nhất. %[3]s đi đến mục "+
			"cần xem: chưa chấm, cụm sửa, đề nghị thưởng, sau cùng là thiếu minh chứng. Đề nghị thưởng: "+
			"%[4]s duyệt, %[5]s không duyệt; tiêu chí không chấm được: %[6]s để trống. Xong một đơn vị: %[7]s "+
			"thống nhất bản chấm; sửa gì sau đó thì phải thống nhất lại. Dán một cột số chép từ bảng tính: xem "+
			"trước từng số, rồi ghi tất cả hoặc không ghi gì.",
		"One unit's score, criterion by criterion. Type a number to change a percent, %[1]s for a bonus, "+
			"%[2]s for a penalty; the ranking beside it moves at once. Self %% is the unit's own score, agreed %% "+
			"what the cluster settled on. %[3]s goes to what needs a look: not scored, changed, a bonus "+
			"asked for, and last no evidence. A bonus asked for: %[4]s grants it, %[5]s answers with no; what "+
			"cannot be scored: %[6]s leaves it. A unit is done: %[7]s accepts its sheet; what is changed "+
			"after that has to be accepted again. A column of numbers copied from a spreadsheet can be "+
			"pasted: each is shown first, then all are recorded or none.",
		edit.KeyBonus, edit.KeyPenalty, KeyMark, edit.KeyGrant, edit.KeyReject, edit.KeyLeave, edit.KeyAccept)
}

// Show takes the newer snapshot: the cursor stays where it is.
func (s *Screen) Show(env screen.Env) {
	s.at.Unit = min(s.at.Unit, len(env.Snap.Units())-1)
	s.rows = visible(s.rows, &env.Snap.State, s.at.Unit, s.folded)
	s.wrap(env.Snap.Rulebook(), s.wrapped)
	s.counts = view.CountMarks(env.Snap.Rulebook(), env.Snap.Units()[s.at.Unit])
	s.pace.measure(env.Snap)
}

// upTo is the indexes of so many things.
func upTo(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// At is where the screen is.
func (s *Screen) At(screen.Env) screen.Place { return s.at }

// Focus goes to another unit, criterion or both. A unit alone keeps the criterion, so that units can be compared.
func (s *Screen) Focus(env screen.Env, p screen.Place) {
	if p.Unit >= 0 {
		s.at.Unit = p.Unit
	}
	if p.Node >= 0 {
		s.at.Node = p.Node
		s.reveal(env.Snap.Rulebook(), p.Node)
	}
	s.editor.Clear()
	s.Show(env)
}

// Carry goes on at the place of another screen.
func (s *Screen) Carry(env screen.Env, p screen.Place) { s.Focus(env, p) }

// Carries is where the screen is.
func (s *Screen) Carries(screen.Env) screen.Place { return s.at }

// Editing reports whether something is being typed.
func (s *Screen) Editing() bool { return s.editor.Editing() }

// Recorded ends the edit that has been written, or lets it be tried again.
func (s *Screen) Recorded(env screen.Env, err error) {
	s.editor.Recorded(env, err)
	units := len(env.Snap.Units())
	switch b := env.Snap.Rulebook(); s.editor.Onward() {
	case edit.DoDown:
		s.goTo(env, nextLeaf(b, s.at.Node, +1))
	case edit.DoUp:
		s.goTo(env, nextLeaf(b, s.at.Node, -1))
	case edit.DoNext:
		s.at.Unit = (s.at.Unit + 1) % units
	case edit.DoPrior:
		s.at.Unit = (s.at.Unit + units - 1) % units
	case edit.DoAccepted:
		s.nextSheet(env)
	default:
		return
	}
	s.Show(env)
}

// nextSheet goes to the next unit whose sheet is not accepted, at the first thing there that is open: a criterion that
// was changed or has no score, or a request; else at its first criterion.
func (s *Screen) nextSheet(env screen.Env) {
	units, b := env.Snap.Units(), env.Snap.Rulebook()
	for i := 1; i < len(units); i++ {
		at := (s.at.Unit + i) % len(units)
		if u := units[at]; u.Accepted() || !u.HasSheet() {
			continue
		}
		s.at.Unit = at
		s.goTo(env, b.Leaves()[0])
		for node := range b.Criteria {
			if m := view.MarkOf(b, units[at], node); m != view.NoMark && m != view.NoEvidence {
				s.goTo(env, node)
				return
			}
		}
		return
	}
}

// Type takes what is typed into a field.
func (s *Screen) Type(_ screen.Env, msg tea.KeyPressMsg) screen.Effect {
	s.editor.Type(msg)
	return screen.Effect{}
}

// Paste takes pasted text into a field; where nothing is typed it is a column of scores for the criteria from here on.
func (s *Screen) Paste(env screen.Env, text string) screen.Effect {
	return s.editor.Paste(env, screen.Column{Text: text, At: s.at})
}

// Table is all criteria of the unit.
func (s *Screen) Table(env screen.Env) table.Table {
	return view.Criteria(&env.Snap.State, s.at.Unit, env.Lang)
}

// layout is kept in one place for drawing and for the mouse.
func (s *Screen) layout(body kit.Rect) layout {
	return arrange(body, s.names, s.rest)
}
