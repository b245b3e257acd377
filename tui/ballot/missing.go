package ballot

import (
	"slices"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Missing asks which units handed in no ballot, where a count is short: a count is recorded only when every ballot is
// accounted for.
type Missing struct {
	list   kit.List[string]
	chosen map[string]bool
	need   int
}

// What the keys of Missing do.
const (
	MissingTake  kit.Action = "missing-record"
	MissingLeave kit.Action = "missing-back"
	doMark       kit.Action = "missing-mark"
)

const keyMark = "Space"

// NewMissing asks about so many of the units that may vote.
func NewMissing(voters []string, need int) *Missing {
	m := &Missing{chosen: map[string]bool{}, need: need}
	m.list.Show(voters)
	return m
}

// Left is how many units are still to be named.
func (m *Missing) Left() int { return m.need - len(m.chosen) }

// Units are those named, in the order of the cluster.
func (m *Missing) Units(voters []string) []string {
	return slices.DeleteFunc(slices.Clone(voters), func(name string) bool { return !m.chosen[name] })
}

// Keys are those of the question.
func (m *Missing) Keys() []kit.Binding {
	take := kit.Binding{Action: MissingTake, Keys: []string{"enter"}, Shown: "Enter", Weight: 95,
		Label: lang.Text{VI: "ghi", EN: "record"},
		Help: lang.Text{VI: "ghi kết quả, các đơn vị đã chọn là không bỏ phiếu",
			EN: "record; those chosen did not vote"}}
	if m.Left() != 0 {
		take.Off = lang.Sayf("chọn đúng %d đơn vị không bỏ phiếu (%s), hoặc %s để đếm lại",
			"choose the %d units that did not vote (%s), or %s to count again", m.need, keyMark, kit.KeyLeave)
	}
	return append([]kit.Binding{take,
		{Action: doMark, Keys: []string{"space"}, Shown: keyMark, Weight: 94,
			Label: lang.Text{VI: "không bỏ phiếu", EN: "did not vote"},
			Help:  lang.Text{VI: "đơn vị này không bỏ phiếu, hoặc có", EN: "this unit did not vote, or did"}},
		{Action: MissingLeave, Keys: []string{"esc"}, Shown: kit.KeyLeave, Weight: 90,
			Label: lang.Text{VI: "đếm lại", EN: "count again"},
			Help:  lang.Text{VI: "trở lại số phiếu", EN: "back to the counts"}},
	}, m.list.Keys(40)...)
}

// Do carries out an action of the list; false for the others.
func (m *Missing) Do(a kit.Action) bool {
	if a != doMark {
		return m.list.Do(a)
	}
	if name, ok := m.list.Here(); ok {
		if m.chosen[name] {
			delete(m.chosen, name)
		} else {
			m.chosen[name] = true
		}
		m.list.Move(+1)
	}
	return true
}

// Click moves the cursor to the unit under the mouse.
func (m *Missing) Click(x, y int) { m.list.Click(x, y) }

// Speak says the unit under the cursor, and how many are still to be named.
func (m *Missing) Speak(env screen.Env) string {
	name, _ := m.list.Here()
	mark := env.Say("có bỏ phiếu", "voted")
	if m.chosen[name] {
		mark = env.Say("không bỏ phiếu", "did not vote")
	}
	return env.Say("Còn thiếu %d phiếu, đơn vị nào không bỏ phiếu? %s: %s; %s; còn %d",
		"%d ballots are missing, which units did not vote? %s: %s; %s; %d to go", m.need, name, lang.Both(mark),
		m.list.Spoken(), m.Left())
}

// Draw draws the units, those that did not vote marked.
func (m *Missing) Draw(env screen.Env, p *kit.Canvas) {
	st := env.Styles
	p.Text(st.Warn, env.Say("Còn thiếu %d phiếu. Đơn vị nào không bỏ phiếu?",
		"%d ballots are missing. Which units did not vote?", m.need), 2)
	m.list.Place(p.Rest(0), 1)
	p.Add(m.list.Draw(st, func(c *kit.Canvas, name string, here bool) {
		mark, said := "", ""
		if m.chosen[name] {
			mark, said = "✗", env.Say("không bỏ phiếu", "did not vote")
		}
		c.Add(MarkedRow(env, c.W, name, here, mark, said))
	})...)
}

// MarkedRow is a unit that can be marked: with its mark, empty for none, and what that says.
func MarkedRow(env screen.Env, w int, name string, here bool, mark, said string) string {
	st := env.Styles
	row, pointer := kit.NewRow(w), "  "
	if here {
		row, pointer = kit.NewMarked(w, st.Cursor), "› "
	}
	if mark == "" {
		mark = " "
	}
	return row.Put(st.Text, pointer).Put(st.Key, "["+mark+"]").Gap(1).Left(st.Text, name, 24).Put(st.Warn,
		said).String()
}

// Awaits says that ballots are missing, and that nothing is decided.
func Awaits(env screen.Env, n int) string {
	return env.Say("còn %s, chưa kết luận", "%s to go, no verdict yet", lang.Count(n, "phiếu", "ballot", "ballots"))
}
