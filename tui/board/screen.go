// Package board is the screen «Xếp hạng»: the whole ranking, for the back row of the room.
package board

import (
	"cmp"
	"slices"

	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/award"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen is the board.
type Screen struct {
	unit  int           // the unit under the cursor: the cursor follows it when places change
	list  kit.List[int] // units in the order shown
	field int           // the field it is sorted by, index of Rulebook.Criteria; -1: the ranking itself

	seq         int   // of the snapshot the ranks are of
	now, before []int // ranks by unit, and before the last decision

	inFieldRank []int // by unit, of the field it is sorted by
	past        history
	charts      charts

	form *award.Form // a decision about awards that is being typed; nil: none
}

// New begins at the top of the ranking.
func New(env screen.Env) *Screen {
	s := &Screen{field: -1, unit: env.Snap.Standings(scoring.Agreed).At(0).Unit}
	s.Show(env)
	return s
}

// What the screen can do.
var _ interface {
	screen.Screen
	screen.Editor
	screen.Recorder
	screen.Asker
	screen.Placer
	screen.Focuser
	screen.Pointer
	screen.Carrier
	screen.Tabler
} = (*Screen)(nil)

// Title is «Xếp hạng».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Xếp hạng", EN: "Ranking"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Sayf(
		"Toàn bộ bảng xếp hạng theo điểm cụm thống nhất. ▲▼ là số bậc so với điểm tự chấm, ↑↓ là so với trước "+
			"quyết định vừa rồi, cách là khoảng cách với đơn vị ngay trên. Cột nhỏ bên cạnh là từng lĩnh vực so với "+
			"điểm tối đa, đường kẻ là thứ hạng trong suốt cuộc họp; bên dưới, các đơn vị trên một trục với mức để "+
			"được đề nghị khen thưởng. %[1]s %[2]s xếp theo từng lĩnh vực. "+
			"%[3]s khi đơn vị xin rút nhường đơn vị khác, %[4]s để đề nghị ít khen thưởng hơn; sau khi chốt, %[5]s "+
			"ghi quyết định chính thức của cấp trên.",
		"The whole ranking by the agreed scores. ▲▼ are the places moved since the self-scores, ↑↓ those since "+
			"before the last decision, the gap is to the unit right above. The small columns beside it are the fields "+
			"against their maximum, the lines the places over the meeting; below, all units on one axis with what "+
			"it takes to be proposed for an award. %[1]s %[2]s sort by one field. %[3]s when "+
			"a unit gives way to others, %[4]s to propose fewer of an award; once the meeting is closed, %[5]s "+
			"takes down what was decided above.",
		keyBack, keyNext, keyDecline, keyQuota, keyDecide)
}

const (
	doReview kit.Action = "review"
	doWhy    kit.Action = "why"
	doSum    kit.Action = "sum"
	doNext   kit.Action = "next-field"
	doBack   kit.Action = "previous-field"

	doDecline kit.Action = "decline"
	doQuota   kit.Action = "quota"
	doDecide  kit.Action = "decide"

	doAppraisal kit.Action = "appraisal"
)

// The keys that sentences name as well.
const (
	keyNext = "→"
	keyBack = "←"

	keyDecline = "−"
	keyQuota   = "*"
	keyDecide  = "+"

	keyAppraisal = "="
)

// Keys is the screen's key table.
func (s *Screen) Keys(env screen.Env) []kit.Binding {
	if s.form != nil {
		return s.form.Keys(env)
	}
	moves := s.list.Keys(80)
	moves[0].Keys, moves[1].Keys = append(moves[0].Keys, "pgdown"),
		append(moves[1].Keys, "pgup") // a presenter's clicker
	return slices.Concat(moves[:2], moves[4:], []kit.Binding{
		{Action: doWhy, Keys: kit.Named(screen.KeyWhy), Shown: screen.KeyWhy, Weight: 75,
			Label: lang.Text{VI: "vì sao", EN: "why"},
			Help: lang.Text{VI: "vì sao hạng này, khen thưởng này, và cần gì để vượt",
				EN: "why this rank and award, and what it would take to pass"}},
		{Action: doSum, Keys: []string{"space"}, Shown: "Space", Weight: 60,
			Label: lang.Text{VI: "cộng điểm", EN: "the sum"},
			Help:  lang.Text{VI: "tổng điểm gồm những gì", EN: "what makes up the total"}},
		{Action: doReview, Keys: []string{"enter"}, Shown: "Enter", Weight: 70,
			Label: lang.Text{VI: "rà soát đơn vị này", EN: "review this unit"},
			Help:  lang.Text{VI: "mở đơn vị này ở màn hình Rà soát", EN: "open this unit on the review screen"}},
		{Action: doNext, Keys: kit.Named(keyNext), Shown: keyBack + " " + keyNext, Weight: 65,
			Label: lang.Text{VI: "xếp theo lĩnh vực", EN: "sort by field"},
			Help:  lang.Text{VI: "xếp theo lĩnh vực tiếp theo", EN: "sort by the next field"}},
		{Action: doBack, Keys: kit.Named(keyBack), Shown: keyBack,
			Label: lang.Text{VI: "lĩnh vực trước", EN: "previous field"},
			Help:  lang.Text{VI: "xếp theo lĩnh vực trước đó", EN: "sort by the field before"}},
	}, s.awardKeys(env))
}

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, _ string) screen.Effect {
	if s.form != nil {
		effect, done := s.form.Do(env, a)
		if done {
			s.form = nil
		}
		return effect
	}
	if s.list.Do(a) {
		s.unit, _ = s.list.Here()
		return screen.Effect{}
	}
	switch a {
	case doDecline:
		s.form = award.Begin(env, award.Decline, s.unit)
	case doQuota:
		s.form = award.Begin(env, award.Quota, s.unit)
	case doDecide:
		s.form = award.Begin(env, award.Decide, s.unit)
	case doAppraisal:
		return screen.Effect{Go: screen.Appraisal, At: screen.Place{Unit: s.unit, Node: -1}}
	case doReview:
		return screen.Effect{Go: screen.Review, At: screen.Place{Unit: s.unit, Node: -1}}
	case doWhy:
		e := why(env, s.unit)
		return screen.Effect{Why: &e}
	case doSum:
		e := env.Snap.WhyTotal(scoring.Agreed, s.unit)
		return screen.Effect{Why: &e}
	case doNext, doBack:
		s.field = s.nextField(env, a == doNext)
		s.sort(env)
	}
	return screen.Effect{}
}

// why explains a unit's rank, and behind it its award.
func why(env screen.Env, unit int) scoring.Explanation {
	e, prize := env.Snap.WhyRank(scoring.Agreed, unit), env.Snap.WhyAward(scoring.Agreed, unit)
	e.Notes = append(e.Notes, lang.Sayf("Khen thưởng: %s.", "Award: %s.", prize.Result))
	e.Notes = append(e.Notes, prize.Notes...)
	for _, c := range prize.Clauses {
		if !slices.Contains(e.Clauses, c) {
			e.Clauses = append(e.Clauses, c)
		}
	}
	e.Opened = max(e.Opened, prize.Opened)
	return e
}

// nextField goes round the fields at the top, with the ranking itself between last and first.
func (s *Screen) nextField(env screen.Env, forward bool) int {
	fields := []int{-1}
	for i, c := range env.Snap.Rulebook().Criteria {
		if c.Parent < 0 {
			fields = append(fields, i)
		}
	}
	at := slices.Index(fields, s.field) + len(fields)
	if forward {
		return fields[(at+1)%len(fields)]
	}
	return fields[(at-1)%len(fields)]
}

// sort puts the units in the order shown: by rank, or by what one field gives them.
func (s *Screen) sort(env screen.Env) {
	t := env.Snap.Standings(scoring.Agreed)
	order := make([]int, t.Len())
	for i := range order {
		order[i] = t.At(i).Unit
	}
	if s.field >= 0 {
		points := make([]scoring.Points, t.Len())
		for i, u := range env.Snap.Units() {
			points[i] = u.Points(scoring.Agreed, s.field)
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(points[b], points[a]) })
		s.inFieldRank = ranksOf(order, points)
	}
	s.list.Show(order)
	s.list.Select(s.unit)
}

// ranksOf are the ranks of units in order of their points: those with as many share one.
func ranksOf(order []int, points []scoring.Points) []int {
	out := make([]int, len(order))
	for i, unit := range order {
		out[unit] = i + 1
		if i > 0 && points[order[i-1]] == points[unit] {
			out[unit] = out[order[i-1]]
		}
	}
	return out
}

// Show takes the newer snapshot; the cursor follows its unit.
func (s *Screen) Show(env screen.Env) {
	s.sort(env)
	if env.Snap.Seq() == s.seq {
		return
	}
	t := env.Snap.Standings(scoring.Agreed)
	s.before, s.now = s.now, make([]int, t.Len())
	for i := range t.Len() {
		row := t.At(i)
		s.now[row.Unit] = row.Rank
	}
	s.seq = env.Snap.Seq()
}

// justMoved is how many places a unit has gone up since before the last decision.
func (s *Screen) justMoved(unit int) int {
	if len(s.before) != len(s.now) {
		return 0
	}
	return s.before[unit] - s.now[unit]
}

// At is the unit under the cursor, and the field it is sorted by.
func (s *Screen) At(screen.Env) screen.Place { return screen.Place{Unit: s.unit, Node: s.field} }

// Focus moves the cursor to a unit.
func (s *Screen) Focus(_ screen.Env, p screen.Place) {
	if p.Unit >= 0 {
		s.unit = p.Unit
		s.list.Select(p.Unit)
	}
}

// Carry moves the cursor to the unit of another screen. What the board is sorted by stays: nobody asked for another
// order.
func (s *Screen) Carry(env screen.Env, p screen.Place) { s.Focus(env, p) }

// Carries is the unit under the cursor, and the field it is sorted by.
func (s *Screen) Carries(env screen.Env) screen.Place { return s.At(env) }

// Table is the ranking, whatever it is sorted by here.
func (s *Screen) Table(env screen.Env) table.Table {
	return view.Standings(&env.Snap.State, scoring.Agreed, env.Lang)
}

// By sorts the board by a field, or as it is ranked where that is below zero, for who only looks on.
func (s *Screen) By(env screen.Env, field int) {
	s.field = max(field, -1)
	s.sort(env)
}

// Click moves the cursor to the unit under the mouse.
func (s *Screen) Click(_ screen.Env, _ kit.Rect, x, y int) screen.Effect {
	if s.list.Click(x, y) {
		s.unit, _ = s.list.Here()
	}
	return screen.Effect{}
}

// Wheel moves the cursor by units.
func (s *Screen) Wheel(_ screen.Env, rows int) {
	s.list.Move(rows)
	s.unit, _ = s.list.Here()
}
