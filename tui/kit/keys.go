package kit

import (
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Action names something a key, the palette or the mouse can do on a screen.
type Action string

// Binding is one row of a screen's key table. Dispatch, the footer, the help page and the palette all read it, so that
// a key is named in one place only.
type Binding struct {
	Action Action
	Keys   []string  // as the terminal library names them; any of them does it
	Shown  string    // how people see the keys: "0–9", "F1"
	Label  lang.Text // in the footer: a word or two
	Help   lang.Text // on the help page: a sentence
	Off    lang.Text // why it does not work just now; empty: it does
	Weight int       // the footer shows the heaviest first; 0: only on the help page
	Once   bool      // held down it acts once: it toggles, takes back, or answers a question that was just asked
}

// Named are the names by which the terminal library knows a key that people write so, and others that do the same.
func Named(shown string, also ...string) []string {
	var names []string
	switch shown {
	case "PgDn":
		names = []string{"pgdown"}
	case "PgUp":
		names = []string{"pgup"}
	case "Del":
		names = []string{"delete"}
	case "⌫":
		names = []string{"backspace"}
	case "↑":
		names = []string{"up"}
	case "↓":
		names = []string{"down"}
	case "←":
		names = []string{"left"}
	case "→":
		names = []string{"right"}
	case "+":
		names = []string{"+", "plus"}
	case "−":
		names = []string{"-", "minus", "−"}
	case "*":
		names = []string{"*", "mul"}
	default:
		names = []string{strings.ToLower(shown)}
	}
	return append(names, also...)
}

// Has reports whether a key belongs to the binding.
func (b Binding) Has(key string) bool { return slices.Contains(b.Keys, key) }

// Find is the binding that a key belongs to. One that works goes before one that is off.
func Find(bindings []Binding, key string) (Binding, bool) {
	found := -1
	for i, b := range bindings {
		if !b.Has(key) {
			continue
		}
		if b.Off.IsZero() {
			return b, true
		}
		if found < 0 {
			found = i
		}
	}
	if found < 0 {
		return Binding{}, false
	}
	return bindings[found], true
}

// Footer writes the keys that work here and now, heaviest first, as many as fit into the lines; what belongs at the
// right end (help) is always there.
func Footer(st Styles, l lang.Lang, bindings []Binding, w, lines int) []string {
	var items, last []*Binding
	for i := range bindings {
		switch b := &bindings[i]; {
		case b.Weight < 0 && b.Off.IsZero():
			last = append(last, b)
		case b.Weight > 0 && b.Off.IsZero():
			items = append(items, b)
		}
	}
	slices.SortStableFunc(items, func(a, b *Binding) int { return b.Weight - a.Weight })
	const between = 2
	width := func(b *Binding) int { return Width(b.Shown) + 1 + Width(b.Label.In(l)) }
	end := 0
	for _, b := range last {
		end += between + width(b)
	}
	out := make([]string, lines)
	for i := range out {
		row := NewRow(w)
		keep := 0
		if i == lines-1 {
			keep = end
		}
		for len(items) > 0 {
			b, need := items[0], width(items[0])
			if row.used > 0 {
				need += between
			}
			if need > row.Space()-keep {
				break
			}
			if row.used > 0 {
				row.Gap(between)
			}
			row.Put(st.Key, b.Shown).Gap(1).Put(st.Dim, b.Label.In(l))
			items = items[1:]
		}
		if i == lines-1 {
			row.End(min(end, row.Space()))
			for _, b := range last {
				row.Gap(between).Put(st.Key, b.Shown).Gap(1).Put(st.Dim, b.Label.In(l))
			}
		}
		out[i] = row.String()
	}
	return out
}
