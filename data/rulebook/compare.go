package rulebook

import (
	"cmp"
	"maps"
	"reflect"
	"slices"

	"github.com/BurntSushi/toml"

	"thidua/scoring/lang"
)

// Change is one thing that two rulebooks say differently. A value that one of them does not say is nil there.
type Change struct {
	Part     string    // the section of the file, as it is written: criterion, limit, award, vote …
	Item     string    // the code or id of an entry, the name of a table within the section; empty: the section itself
	Label    lang.Text // what people call the entry: its title or name
	Key      string    // what of it; empty: the entry as a whole, which is added or dropped
	From, To any       // as TOML has them: text, int64, float64, bool, lists and tables
}

// Compare lists what changed from one rulebook to another, in the order of the sections: what is read alike is no
// change, however it is written. Comments and the order of keys say nothing.
func Compare(a, b *Book) ([]Change, error) {
	var docs [2]map[string]any
	for i, book := range []*Book{a, b} {
		if _, err := toml.Decode(book.Text, &docs[i]); err != nil {
			return nil, err // it has been read before: cannot be
		}
	}
	c := comparison{}
	for _, part := range parts() {
		c.part = part
		c.value("", lang.Text{}, part, docs[0][part], docs[1][part])
	}
	return c.changes, nil
}

// parts are the sections of a rulebook in the order in which changes are told.
func parts() []string {
	return []string{"id", "title", "source", "year", "example", "edition", "words", "scale", "levels", "criterion",
		"limit", "rank", "tiebreak", "class", "award", "bar", "sanction", "vote", "closing", "office", "election",
		"deadline", "cluster", "alias", "clause", "paper"}
}

type comparison struct {
	part    string
	changes []Change
}

func (c *comparison) add(item string, label lang.Text, key string, from, to any) {
	c.changes = append(c.changes, Change{c.part, item, label, key, from, to})
}

// value compares what stands under a key.
func (c *comparison) value(item string, label lang.Text, key string, from, to any) {
	from, to = said(c.part, key, from), said(c.part, key, to)
	if reflect.DeepEqual(from, to) {
		return
	}
	x, inX := from.(map[string]any)
	y, inY := to.(map[string]any)
	if (inX || from == nil) && (inY || to == nil) && (nested(x) || nested(y)) {
		if key == c.part {
			key = ""
		}
		c.table(inside(item, key), label, x, y)
		return
	}
	if list, other := entries(from), entries(to); list != nil || other != nil {
		if key == c.part {
			key = ""
		}
		c.list(inside(item, key), list, other)
		return
	}
	if list, ok := texts(from); ok {
		if other, ok := texts(to); ok {
			c.texts(item, label, key, list, other)
			return
		}
	}
	c.add(item, label, key, from, to)
}

// inside is the name of what is within an entry.
func inside(item, key string) string {
	if item == "" || key == "" {
		return cmp.Or(item, key)
	}
	return item + "." + key
}

// table compares two tables key by key.
func (c *comparison) table(item string, label lang.Text, from, to map[string]any) {
	for _, key := range keysOf(from, to) {
		c.value(item, label, key, from[key], to[key])
	}
}

// list compares entries that have an id: what was dropped, what was added, what changed, and their order.
func (c *comparison) list(item string, from, to []entry) {
	kept := 0
	for _, x := range from {
		i := slices.IndexFunc(to, func(y entry) bool { return y.id == x.id })
		if i < 0 {
			c.add(inside(item, x.id), x.label, "", x.table, nil)
			continue
		}
		kept++
		c.table(inside(item, x.id), to[i].label, x.table, to[i].table)
	}
	for _, y := range to {
		if !slices.ContainsFunc(from, func(x entry) bool { return x.id == y.id }) {
			c.add(inside(item, y.id), y.label, "", nil, y.table)
		}
	}
	if was, is := order(from, to), order(to, from); kept > 0 && !slices.Equal(was, is) {
		c.add(item, lang.Text{}, "order", asList(was), asList(is))
	}
}

// order are the entries of one list that another has too.
func order(of, in []entry) (ids []string) {
	for _, x := range of {
		if slices.ContainsFunc(in, func(y entry) bool { return y.id == x.id }) {
			ids = append(ids, x.id)
		}
	}
	return ids
}

func asList(ids []string) []any {
	out := make([]any, len(ids))
	for i, id := range ids {
		out[i] = id
	}
	return out
}

// texts compares lists of texts: each that was dropped, each that was added, or their order.
func (c *comparison) texts(item string, label lang.Text, key string, from, to []string) {
	same := true
	for _, x := range from {
		if !slices.Contains(to, x) {
			c.add(item, label, key, x, nil)
			same = false
		}
	}
	for _, y := range to {
		if !slices.Contains(from, y) {
			c.add(item, label, key, nil, y)
			same = false
		}
	}
	if same {
		c.add(item, label, key, asList(from), asList(to))
	}
}

// entry is a table of a list, with what it goes by.
type entry struct {
	id    string
	label lang.Text
	table map[string]any
}

// entries are the tables of a list whose tables have an id; nil for anything else.
func entries(v any) (out []entry) {
	list, _ := v.([]map[string]any)
	inline, _ := v.([]any)
	for _, x := range inline {
		t, ok := x.(map[string]any)
		if !ok {
			return nil
		}
		list = append(list, t)
	}
	for _, t := range list {
		id, ok := idOf(t)
		if !ok {
			return nil
		}
		out = append(out, entry{id, labelOf(t), t})
	}
	return out
}

// idOf is what a table of a list goes by.
func idOf(t map[string]any) (id string, ok bool) {
	for _, key := range []string{"code", "id", "unit", "year", "text"} {
		if id, ok := t[key].(string); ok {
			return id, true
		}
	}
	return "", false
}

// labelOf is what people call it.
func labelOf(t map[string]any) lang.Text {
	for _, key := range []string{"short", "title", "name"} {
		switch v := t[key].(type) {
		case string:
			return lang.Both(v)
		case map[string]any:
			vi, _ := v["vi"].(string)
			en, _ := v["en"].(string)
			return lang.Text{VI: vi, EN: cmp.Or(en, vi)}
		}
	}
	return lang.Text{}
}

// nested reports whether a table holds settings of their own, and is not one value in several parts.
func nested(t map[string]any) bool {
	for _, key := range []string{"vi", "en", "more_than", "at_least", "share", "points", "of"} {
		if _, ok := t[key]; ok && !slices.ContainsFunc([]string{"clause", "base", "threshold", "total"},
			func(k string) bool { _, ok := t[k]; return ok }) {
			return false
		}
	}
	return len(t) > 0
}

// texts are the texts of a list of nothing else.
func texts(v any) (out []string, ok bool) {
	list, ok := v.([]any)
	if v == nil {
		return nil, true
	}
	for _, x := range list {
		s, isText := x.(string)
		if !isText {
			return nil, false
		}
		out = append(out, s)
	}
	return out, ok
}

// keysOf are the keys of two tables, those that name it first, then by name.
func keysOf(a, b map[string]any) []string {
	all := map[string]bool{}
	for _, t := range []map[string]any{a, b} {
		for key := range t {
			all[key] = true
		}
	}
	first := []string{"id", "code", "title", "name", "short", "max", "units", "counts", "threshold"}
	rank := func(key string) int {
		if key == "officers" { // entries of their own
			return len(first) + 1
		}
		if i := slices.Index(first, key); i >= 0 {
			return i
		}
		return len(first)
	}
	return slices.SortedFunc(maps.Keys(all),
		func(x, y string) int { return cmp.Or(rank(x)-rank(y), cmp.Compare(x, y)) })
}

// said is what a key says: where it stands for what would hold without it, that is nothing; whole numbers are numbers.
func said(part, key string, v any) any {
	if f, ok := v.(float64); ok && f == float64(int64(f)) {
		v = int64(f)
	}
	if d, ok := map[string]any{"base": "present", "recusal": false, "written": false, "rotation": false, "lots": false,
		"sitting": "warn", "optional": false, "kind": "percent", "example": false, "beside": false, "secret": false,
	}[key]; ok && v == d && (key != "base" || part == "vote" || part == "election") {
		return nil
	}
	return v
}
