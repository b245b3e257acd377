package overlay

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/data/names"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// palette finds any unit, criterion or action by what is typed, with or without diacritics.
type palette struct {
	field    kit.Field
	items    []item        // everything there is: units, actions and requests, criteria, and criteria of units
	units    int           // how many of them are units
	actions  int           // up to the last action or request
	fixed    int           // up to the last criterion: behind it stands what the words typed make
	found    kit.List[int] // what fits, best first, as indexes of items
	criteria screen.ID
}

// NewPalette gathers what can be found now. A unit is shown on the one screen, a criterion on the other.
func NewPalette(env Env, c *Criteria, unit, criterion screen.ID) Overlay {
	p := &palette{field: kit.NewField(80), criteria: criterion}
	p.items = units(env, unit)
	p.units = len(p.items)
	p.items = slices.Concat(p.items, ofKeys(env.Keys).items(), asked(env))
	p.actions = len(p.items)
	p.items = append(p.items, c.of(env.Snap.Rulebook())...)
	p.fixed = len(p.items)
	p.search()
	return p
}

// NewActions finds actions where no meeting is open; the keys that work there are among them by themselves.
func NewActions(env Env, groups ...Actions) Overlay {
	p := &palette{field: kit.NewField(80)}
	for _, g := range append(groups, ofKeys(env.Keys)) {
		p.items = append(p.items, g.items()...)
	}
	p.actions, p.fixed = len(p.items), len(p.items)
	p.search()
	return p
}

// ID is Finder.
func (p *palette) ID() ID { return Finder }

// Keys choose, take and close.
func (p *palette) Keys(Env) []kit.Binding {
	take := taking(lang.Text{VI: "chọn", EN: "take"},
		lang.Text{VI: "đến đó, hoặc làm điều đó", EN: "go there, or do it"})
	return append([]kit.Binding{take, closing("ctrl+k")}, moving(&p.found)...)
}

// Do carries out an action.
func (p *palette) Do(_ Env, a kit.Action) Effect {
	switch {
	case a == doTake:
		return p.take()
	case a == doClose:
		return Effect{Close: true}
	}
	p.found.Do(a)
	return Effect{}
}

// take is what the chosen item does, or why it is off.
func (p *palette) take() Effect {
	i, ok := p.found.Here()
	if !ok {
		return Effect{Close: true}
	}
	it := p.items[i]
	e := it.take
	if !it.off.IsZero() {
		e = Effect{Effect: screen.Alarm(it.off)}
	} else if e.Press == nil && e.Go == "" {
		e.Go = p.criteria
	}
	e.Close = true
	return e
}

// search lists what fits what has been typed, best first. Where whole words fit, what only has the letters somewhere is
// left out.
func (p *palette) search() {
	words := strings.Fields(names.Bare(p.field.Value()))
	type hit struct{ index, class, score int }
	var hits []hit
	best := fitsNot
	for i := range p.items[:p.fixed] {
		if class, score := p.items[i].fit(words); class > fitsNot {
			hits = append(hits, hit{i, class, score})
			best = max(best, class)
		}
	}
	p.items = append(p.items[:p.fixed],
		both(p.items[:p.units], p.items[p.actions:p.fixed], words, best < fitsWord)...)
	for i := p.fixed; i < len(p.items); i++ {
		hits = append(hits, hit{i, fitsStart, 0})
		best = max(best, fitsStart)
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.class, a.class), cmp.Compare(b.score, a.score))
	})
	var found []int
	for _, h := range hits {
		if h.class >= fitsStart || best < fitsStart {
			found = append(found, h.index)
		}
	}
	p.found = kit.List[int]{} // the best is what Enter takes
	p.found.Show(found)
}

// Type takes what is typed.
func (p *palette) Type(_ Env, msg tea.KeyPressMsg) {
	if p.field.Key(msg) {
		p.search()
	}
}

// Paste takes pasted text.
func (p *palette) Paste(_ Env, text string) {
	p.field.Insert(text)
	p.search()
}

// Scroll moves the choice.
func (p *palette) Scroll(_ Env, by int) { p.found.Move(by) }

// Draw draws what is being typed, and below it what fits.
func (p *palette) Draw(env Env, body kit.Rect) screen.View {
	st := env.Styles
	prompt := env.Say("Tìm: ", "Find: ")
	text, at := p.field.View(max(body.W-kit.Width(prompt), 1))
	lines := []string{kit.NewRow(body.W).Put(st.Title, prompt).Put(st.Edit, text).String(),
		st.Rule.Render(kit.Line("─", body.W))}
	p.found.Place(kit.Rect{X: body.X, Y: body.Y + len(lines), W: body.W, H: body.H - len(lines)}, 1)
	lines = append(lines, p.found.Draw(st, func(c *kit.Canvas, i int, here bool) {
		p.draw(env, c, p.items[i], here)
	})...)
	if p.found.Len() == 0 {
		lines = append(lines, kit.NewRow(body.W).Put(st.Dim, env.Say("Không tìm thấy gì.", "Nothing found.")).String())
	}
	v := over(body, lines)
	v.Cursor = &screen.Cursor{X: body.X + kit.Width(prompt) + at, Y: body.Y}
	return v
}

// draw draws one of what fits.
func (p *palette) draw(env Env, c *kit.Canvas, it item, here bool) {
	const kind, key = 11, 10 // cells
	st := env.Styles
	row, style := kit.NewRow(c.W), st.Text
	if here {
		row = kit.NewMarked(c.W, st.Cursor)
	}
	if !it.off.IsZero() {
		style = st.Dim
	}
	row.Left(st.Dim, it.kind.In(env.Lang), kind).Left(style, it.label.In(env.Lang), max(c.W-kind-key, 10))
	c.Add(row.Right(st.Key, it.shown, key).String())
}

// Speak says what Enter would take.
func (p *palette) Speak(env Env) []string {
	find := strings.TrimSpace(env.Say("tìm ", "find ") + p.field.Value())
	i, ok := p.found.Here()
	if !ok {
		return []string{env.Say("%s: không có", "%s: nothing", find)}
	}
	it := p.items[i]
	said := env.Say("%s: %s; %s %s", "%s: %s; %s %s", find, p.found.Spoken(), it.kind, it.label)
	if it.shown != "" {
		said += ", " + it.shown
	}
	if !it.off.IsZero() {
		said += ". " + env.Say("Không dùng được: %s", "Off: %s", it.off)
	}
	return []string{said}
}
