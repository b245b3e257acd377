package view

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"thidua/data/rulebook"
	"thidua/data/table"
	"thidua/scoring/lang"
)

// changeColumn is a column of what changed between two rulebooks.
type changeColumn = table.Of[rulebook.Change]

// RulebookChanges are the changes from one rulebook to another as a table: a row for each thing that is said
// differently.
func RulebookChanges(title lang.Text, changes []rulebook.Change, l lang.Lang) table.Table {
	row := func(i int) rulebook.Change { return changes[i] }
	return table.Make(l, title, len(changes), row, []changeColumn{
		changeFact("part", func(c rulebook.Change) any { return c.Part }),
		changeFact("item", func(c rulebook.Change) any { return orNothing(c.Item, c.Item != "") }),
		changeFact("key", func(c rulebook.Change) any { return orNothing(c.Key, c.Key != "") }),
		changeFact("from", func(c rulebook.Change) any { return exactOf(c.From) }),
		changeFact("to", func(c rulebook.Change) any { return exactOf(c.To) }),
		changeWords("where", func(c rulebook.Change) string { return whereChanged(c).In(l) }),
		changeWords("what", func(c rulebook.Change) string { return changed(c).In(l) }),
		changeWords("was", func(c rulebook.Change) string { return saidValue(c.Key, c.From, l) }),
		changeWords("is", func(c rulebook.Change) string { return saidValue(c.Key, c.To, l) }),
	})
}

// changeFact is a column that programs read.
func changeFact(id string, of func(rulebook.Change) any) changeColumn {
	return changeColumn{Column: table.Column{ID: id, Weight: table.Always, For: table.Programs},
		Cell: func(c rulebook.Change) table.Cell { return table.Cell{Value: of(c)} }}
}

// changeWords is a column that people read, below the entry that it is about.
func changeWords(id string, of func(rulebook.Change) string) changeColumn {
	return changeColumn{Column: table.Column{ID: id, Weight: table.Always, For: table.People},
		Cell: func(c rulebook.Change) table.Cell { return table.Cell{Text: of(c)} }}
}

// exactOf is a value for programs: a text as it is, anything else as JSON.
func exactOf(v any) any {
	switch v := v.(type) {
	case nil, bool:
		return v
	case string:
		return v
	}
	out, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(out)
}

// whereChanged says which entry of which section has changed.
func whereChanged(c rulebook.Change) lang.Text {
	part := partWord(c.Part)
	switch {
	case c.Item == "":
		return part
	case c.Label.IsZero():
		return lang.Sayf("%s %s", "%s %s", part, itemWord(c.Part, c.Item))
	}
	return lang.Sayf("%s %s · %s", "%s %s · %s", part, itemWord(c.Part, c.Item), c.Label)
}

// changed says what of the entry has changed.
func changed(c rulebook.Change) lang.Text {
	switch {
	case c.Key == "" && c.From == nil:
		return lang.Text{VI: "thêm mới", EN: "added"}
	case c.Key == "" && c.To == nil:
		return lang.Text{VI: "bỏ", EN: "dropped"}
	case c.From == nil:
		return lang.Sayf("thêm %s", "%s added", keyWord(c.Key))
	case c.To == nil:
		return lang.Sayf("bỏ %s", "%s dropped", keyWord(c.Key))
	}
	return keyWord(c.Key)
}

// mostSaid is how many elements of a list are said before the others are only counted.
const mostSaid = 6

// saidValue is a value in words.
func saidValue(key string, v any, l lang.Lang) string {
	switch v := v.(type) {
	case nil:
		return ""
	case bool:
		if v {
			return lang.Text{VI: "có", EN: "yes"}.In(l)
		}
		return lang.Text{VI: "không", EN: "no"}.In(l)
	case string:
		return valueWord(key, v).In(l)
	case int64:
		return fmt.Sprint(v)
	case float64:
		said := strings.TrimSuffix(fmt.Sprintf("%g", v), ".0")
		if l == lang.VI {
			said = strings.Replace(said, ".", ",", 1)
		}
		return said
	case []any:
		return saidList(key, v, l)
	case []map[string]any:
		list := make([]any, len(v))
		for i, x := range v {
			list[i] = x
		}
		return saidList(key, list, l)
	case map[string]any:
		return saidTable(v, l)
	}
	return fmt.Sprint(v)
}

func saidList(key string, list []any, l lang.Lang) string {
	var parts []string
	for i, x := range list {
		if i == mostSaid && len(list) > mostSaid+1 {
			parts = append(parts, lang.Sayf("và %d nữa", "and %d more", len(list)-i).In(l))
			break
		}
		parts = append(parts, saidValue(key, x, l))
	}
	return strings.Join(parts, "; ")
}

// saidTable is a value in several parts.
func saidTable(t map[string]any, l lang.Lang) string {
	one := func(key string) (string, bool) { v, ok := t[key]; return saidValue("", v, l), ok }
	title, hasTitle := one("title")
	maximum, hasMax := one("max")
	vi, hasVI := t["vi"].(string)
	en, hasEN := t["en"].(string)
	more, hasMore := one("more_than")
	least, hasLeast := one("at_least")
	units, hasUnits := one("units")
	number, hasNumber := one("number")
	switch {
	case hasTitle && hasMax:
		return lang.Sayf("%s, tối đa %s", "%s, of %s", title, maximum).In(l)
	case hasTitle:
		return title
	case hasVI && (l == lang.VI || !hasEN):
		return vi
	case hasEN:
		return en
	case hasMore:
		return lang.Sayf("hơn %s", "more than %s", more).In(l)
	case hasLeast:
		return lang.Sayf("ít nhất %s", "at least %s", least).In(l)
	case hasUnits && hasNumber:
		if units == "1" {
			return number
		}
		return lang.Sayf("%s từ %s đơn vị", "%s from %s units on", number, units).In(l)
	}
	if name, ok := one("name"); ok {
		return name
	}
	if hasUnits {
		return units
	}
	return saidKeys(t, l)
}

// saidKeys is a table key by key, without what it goes by.
func saidKeys(t map[string]any, l lang.Lang) string {
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(t)) {
		switch said := saidValue(key, t[key], l); key {
		case "id", "code", "unit", "year":
		case "text", "names":
			parts = append(parts, said)
		default:
			parts = append(parts, keyWord(key).In(l)+" "+said)
		}
	}
	return strings.Join(parts, "; ")
}
