package overlay

import (
	"cmp"
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
	kinds lang.Text // kind, without diacritics
	bare  string    // what is searched: both languages, without diacritics
	words []string
	named []string // the words that name the thing, where a hit counts most
	first string   // the first letters of its words
	shown string   // its key, for actions

	code    string // of a criterion: «II» is not «III»
	letters string // of a unit: the first letters of its name, by which people call it
	off     lang.Text
	take    Effect // what Enter does
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
			item{letters: initialsOf(names.Bare(all[i].Name())),
				take: Effect{Effect: screen.Effect{Go: on, At: screen.Place{Unit: i, Node: -1}}}}))
	}
	return out
}

// asked are the requests that wait for an answer.
func asked(env Env) (out []item) {
	book := env.Snap.Rulebook()
	for i, u := range env.Snap.Units() {
		for _, q := range u.OpenRequests() {
			node, ok := book.Index(q.Target)
			if !ok {
				continue
			}
			out = append(out, newItem(lang.Text{VI: "đề nghị", EN: "request"},
				lang.Sayf("%s %s: đề nghị thưởng %s điểm (%s)", "%s %s: asks for a bonus of %s (%s)", u.Name(),
					q.Target, q.Points, lang.Both(q.Reason)),
				item{letters: initialsOf(names.Bare(u.Name())),
					take: Effect{Effect: screen.Effect{At: screen.Place{Unit: i, Node: node}}}}))
		}
	}
	return out
}

// both are the criteria of units, where the first words, or the last, say a unit and the others a criterion: «nam dinh
// 12.4», «12.4 nd». A unit is said by how its name begins, or by its first letters. Where titles do not count, only the
// numbers of criteria do.
func both(units, criteria []item, words []string, titles bool) (out []item) {
	const most = 40
	seen := map[screen.Place]bool{}
	for at := 1; at < len(words); at++ {
		for _, part := range [...][2][]string{{words[:at], words[at:]}, {words[at:], words[:at]}} {
			for _, u := range units {
				if name := strings.Join(part[0], " "); name != u.letters && !strings.HasPrefix(u.bare, name) {
					continue
				}
				for _, c := range fitting(criteria, part[1]) {
					place := screen.Place{Unit: u.take.At.Unit, Node: c.take.At.Node}
					coded := len(part[1]) == 1 && strings.HasPrefix(c.code, part[1][0])
					if !coded && !titles || seen[place] || len(out) == most {
						continue
					}
					seen[place] = true
					it := item{kind: lang.Text{VI: "tiêu chí", EN: "criterion"},
						label: lang.Sayf("%s · %s", "%s · %s", u.label, c.label)}
					it.take.At = place
					out = append(out, it)
				}
			}
		}
	}
	return out
}

// fitting are the items of which words begin with all that is typed, best first; of a criterion's number the very one
// goes before those that only begin so.
func fitting(items []item, words []string) (out []item) {
	type hit struct{ index, class, score int }
	var hits []hit
	for i := range items {
		if class, score := items[i].fit(words); class >= fitsStart {
			hits = append(hits, hit{i, class, score})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.class, a.class), cmp.Compare(b.score, a.score))
	})
	for _, h := range hits {
		out = append(out, items[h.index])
	}
	return out
}

// Actions are some things that can be done, and what they are called where they are found.
type Actions struct {
	Kind lang.Text
	Keys []kit.Binding
}

// ofKeys are what keys do.
func ofKeys(keys []kit.Binding) Actions {
	return Actions{Kind: lang.Text{VI: "lệnh", EN: "action"}, Keys: keys}
}

// items are the actions, ready to be found; not the digits, and not the key that has just opened the palette.
func (a Actions) items() []item {
	var out []item
	for _, b := range a.Keys {
		if len(b.Keys) > 0 && b.Has("ctrl+k") || len(b.Keys) > 1 && b.Has("0") {
			continue
		}
		label := b.Label
		if !b.Help.IsZero() {
			label = lang.Sayf("%s: %s", "%s: %s", b.Label, b.Help)
		}
		out = append(out, newItem(a.Kind, label,
			item{shown: b.Shown, named: wordsOf(names.Bare(b.Label.VI + " " + b.Label.EN)), off: b.Off,
				take: Effect{Press: &b}}))
	}
	return out
}

// newItem makes an item ready to be found.
func newItem(kind, label lang.Text, it item) item {
	it.kind, it.label = kind, label
	both := label.VI
	if label.EN != label.VI {
		both += " " + label.EN
	}
	it.kinds = lang.Text{VI: names.Bare(kind.VI), EN: names.Bare(kind.EN)}
	it.bare = names.Bare(both) + " " + it.kinds.VI + " " + it.kinds.EN
	it.words, it.first = wordsOf(it.bare), initialsOf(it.bare)
	if it.named == nil {
		it.named = it.words
	}
	return it
}
