package overlay

import (
	"slices"
	"strings"

	"thidua/data/names"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// item is one thing to find.
type item struct {
	label lang.Text
	kind  lang.Text
	bare  string // what is searched: both languages, without diacritics
	name  string // the part of it that names the thing, where a hit counts most
	first string // the first letters of its words
	code  string // of a criterion: «II» is not «III»
	shown string // its key, for actions
	off   lang.Text
	take  Effect // what Enter does
}

// Criteria are the criteria of a rulebook, ready to be found. They are the same for a whole meeting: a session keeps
// them. The zero value is ready.
type Criteria struct {
	book  *scoring.Rulebook
	items []item
}

// of gives the criteria of a rulebook.
func (c *Criteria) of(book *scoring.Rulebook) []item {
	if c.book == book {
		return c.items
	}
	c.book, c.items = book, nil
	for i, n := range book.Criteria {
		c.items = append(c.items, newItem(lang.Text{VI: "tiêu chí", EN: "criterion"}, lang.Both(n.Code+" "+n.Title),
			item{code: names.Bare(n.Code), take: Effect{Effect: screen.Effect{At: screen.Place{Unit: -1, Node: i}}}}))
	}
	return c.items
}

// units are the units, by name.
func units(env Env, on screen.ID) []item {
	all := env.Snap.Units()
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	c := names.NewCollator()
	slices.SortStableFunc(order, func(a, b int) int { return c.Compare(all[a].Name(), all[b].Name()) })
	var out []item
	for _, i := range order {
		out = append(out, newItem(lang.Text{VI: "đơn vị", EN: "unit"}, lang.Both(all[i].Name()),
			item{take: Effect{Effect: screen.Effect{Go: on, At: screen.Place{Unit: i, Node: -1}}}}))
	}
	return out
}

// actions are what keys do on the screen; not the digits, and not the key that has just opened the palette.
func actions(keys []kit.Binding) []item {
	var out []item
	for _, b := range keys {
		if b.Has("ctrl+k") || len(b.Keys) != 1 && b.Has("0") {
			continue
		}
		out = append(out, newItem(lang.Text{VI: "lệnh", EN: "action"}, lang.Sayf("%s: %s", "%s: %s", b.Label, b.Help),
			item{shown: b.Shown, name: names.Bare(b.Label.VI + " " + b.Label.EN), off: b.Off, take: Effect{Press: &b}}))
	}
	return out
}

// newItem makes an item ready to be found.
func newItem(kind, label lang.Text, it item) item {
	it.kind, it.label = kind, label
	it.bare = names.Bare(label.VI + " " + label.EN + " " + kind.VI + " " + kind.EN)
	it.first = initialsOf(it.bare)
	if it.name == "" {
		it.name = it.bare
	}
	return it
}

// fit scores how well words fit a text; ok is false if one of them fits nowhere. A word may also be the first letters
// of several («gdmn» finds «giáo dục mầm non»).
func fit(it item, words []string) (score int, ok bool) {
	for _, w := range words {
		switch i := strings.Index(it.bare, w); {
		case i == 0 || i > 0 && it.bare[i-1] == ' ':
			score += 30
		case i > 0:
			score += 15
		case len(w) >= 2 && strings.Contains(it.first, w):
			score += 5
		default:
			return 0, false
		}
		if strings.Contains(it.name, w) {
			score += 20
		}
		if w == it.code {
			score += 10
		}
	}
	return score - len(it.bare)/40, true
}

// initialsOf are the first letters of the words of a text.
func initialsOf(text string) string {
	var b strings.Builder
	for _, w := range strings.Fields(text) {
		b.WriteByte(w[0])
	}
	return b.String()
}
