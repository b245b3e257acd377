package edit

import (
	"strconv"
	"strings"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// KeyEntry is the key that changes what is being typed: between percent and points, and between the bonuses or
// penalties at one place.
const KeyEntry = "Ctrl+X"

// criterion is where the edit is.
func (e *Edit) criterion(s *scoring.State) *scoring.Criterion {
	return &s.Rulebook().Criteria[e.at.Node]
}

// asks begins a score in the way in which the rulebook wants it. A first digit chooses a level by its place.
func (e *Edit) asks(s *scoring.State, key string) {
	c := e.criterion(s)
	e.entry, e.levels, e.swaps = c.Asks(), c.Levels, c.Gives(scoring.EntryPoints)
	if e.entry != scoring.EntryLevel {
		e.digit(key)
		return
	}
	places := make([]int, len(e.levels))
	for i := range places {
		places[i] = i
	}
	e.level.Show(places)
	if m, ok := s.Units()[e.at.Unit].Mark(scoring.Agreed, e.at.Node); ok {
		for i, l := range e.levels {
			if l.ID == m.Level() {
				e.level.Select(i)
			}
		}
	}
	e.chooseLevel(key)
}

// chooseLevel takes a key for the level: its place from 1, or the arrows.
func (e *Edit) chooseLevel(key string) bool {
	switch n, err := strconv.Atoi(key); {
	case err == nil && n >= 1 && n <= len(e.levels):
		e.level.Select(n - 1)
	case key == "left":
		e.level.Move(-1)
	case key == "right":
		e.level.Move(+1)
	default:
		return false
	}
	return true
}

// other changes what is typed: percent to points and back, or to the next bonus or penalty at the place; after the last
// comes a new one.
func (e *Edit) other(s *scoring.State) {
	switch e.kind {
	case Percent:
		e.entry = map[scoring.Entry]scoring.Entry{scoring.EntryPercent: scoring.EntryPoints,
			scoring.EntryPoints: scoring.EntryPercent}[e.entry]
	case Bonus, Penalty:
		if e.no++; e.no > e.last(s) {
			e.no = 1
		}
		e.number.Set("")
		e.text.Set("")
		e.standingGrant(s)
	}
}

// last is the number of the newest bonus or penalty that can be typed at the place: one that stands, or a new one.
func (e *Edit) last(s *scoring.State) int {
	u, no := s.Units()[e.at.Unit], 0
	for _, g := range e.grants(u) {
		if g.Target == e.at.Node && g.Appraised == e.appraised {
			no = max(no, g.No)
		}
	}
	return max(no, u.NextNo(e.kind == Bonus, e.at.Node, e.appraised))
}

// grants are the bonuses, or penalties, that stand.
func (e *Edit) grants(u *scoring.Unit) []scoring.Grant {
	if e.kind == Bonus {
		return u.Bonuses(e.stage())
	}
	return u.Penalties(e.stage())
}

// standingGrant fills in the bonus or penalty that stands under the number; false where none does.
func (e *Edit) standingGrant(s *scoring.State) bool {
	for _, g := range e.grants(s.Units()[e.at.Unit]) {
		if g.GrantAt == e.place() {
			e.fill(g.Points, g.Reason)
			return true
		}
	}
	return false
}

// blank reports whether the number is still to be typed.
func (e *Edit) blank() bool {
	return e.number.Empty() && e.kind != Sanction && !e.chooses()
}

// mark is the score that has been typed. The error is a *scoring.Refusal.
func (e *Edit) mark() (scoring.Mark, error) {
	switch e.entry {
	case scoring.EntryPoints:
		p, err := scoring.ParsePoints(e.number.Text())
		return scoring.InPoints(p), err
	case scoring.EntryLevel:
		return scoring.AtLevel(e.levels[e.level.Index()].ID), nil
	case scoring.EntryCount:
		n, err := strconv.Atoi(e.number.Text())
		if err != nil {
			return scoring.Mark{}, &scoring.Refusal{Kind: scoring.ErrNumber,
				What: lang.Sayf("%q không phải là số lần", "%q is no count", e.number.Text()),
				Mend: lang.Sayf("nhập số nguyên", "enter a whole number")}
		}
		return scoring.Counted(n), nil
	}
	p, err := scoring.ParseScore(e.number.Text(), scoring.MaxPercent)
	return scoring.InPercent(p), err
}

// unit is what the number that is typed counts.
func (e *Edit) unit(env screen.Env) string {
	no := ""
	if e.no > 1 {
		no = env.Say(" (lần %d)", " (no. %d)", e.no)
	}
	switch {
	case e.kind == Bonus:
		return env.Say(" điểm thưởng", " bonus") + no
	case e.kind == Penalty:
		return env.Say(" điểm trừ", " penalty") + no
	case e.entry == scoring.EntryPoints:
		return env.Say(" điểm, tối đa %s", " points of %s", e.criterion(&env.Snap.State).MostPoints())
	case e.entry == scoring.EntryCount:
		return env.Say(" lần", " times")
	}
	return " %"
}

// typed is what has been typed, as the field shows it: the number, or the level chosen with its place.
func (e *Edit) typed(l lang.Lang) string {
	if !e.chooses() {
		return e.number.In(l)
	}
	return e.levelAt(e.level.Index(), l)
}

// levelAt is a level with its place and its points.
func (e *Edit) levelAt(i int, l lang.Lang) string {
	level := e.levels[i]
	return strings.TrimSpace(lang.Sayf("%d/%d %s: %s điểm", "%d/%d %s: %s points", i+1, len(e.levels), level.Name,
		level.Points).In(l))
}

// chooses reports whether a level is being chosen.
func (e *Edit) chooses() bool { return e.kind == Percent && e.entry == scoring.EntryLevel }

// drawLevels is the levels with the one chosen, as many as there is room for.
func (e *Edit) drawLevels(env screen.Env, p *kit.Canvas) (at int) {
	const below = 4 // the reason, and what would follow
	st, first := env.Styles, len(p.Lines)
	area := p.Rest(below)
	area.H = max(min(area.H, len(e.levels)), 1)
	e.level.Place(area, 1)
	row := 0
	p.Add(e.level.Draw(st, func(c *kit.Canvas, i int, here bool) {
		style, mark := st.Text, "  "
		if here {
			style, mark, at = active(st, !e.inText), "▸ ", first+row
		}
		row++
		c.Add(kit.NewRow(c.W).Put(st.Accent, mark).Put(style, e.levelAt(i, env.Lang)).String())
	})...)
	return at
}

// recordedNo is the number of the bonus or penalty as decisions have it: the first has none.
func (e *Edit) recordedNo() int {
	if e.no == 1 {
		return 0
	}
	return e.no
}

// name is what people call the edit.
func (e *Edit) name() lang.Text {
	if e.kind == Percent && e.entry != scoring.EntryPercent {
		return lang.Text{VI: "Chấm điểm", EN: "Score"}
	}
	if e.appraised {
		return lang.Sayf("%s khi thẩm định", "%s at the appraised stage", e.kind.Name())
	}
	return e.kind.Name()
}
