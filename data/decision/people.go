package decision

import (
	"encoding/json"
	"slices"
	"strings"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// whose is a person: a table with a name, a post and, under a key of its own, the unit or body that sent them. It is
// left out on record where nobody is meant.
type whose struct {
	*scoring.Person
	from string // "unit", "body", or "" where it stands beside the person
}

// written is a person as the record has it.
func (v whose) written() map[string]string {
	out := map[string]string{}
	for name, text := range map[string]string{"name": v.Name, "post": v.Post, v.from: v.From} {
		if name != "" && text != "" {
			out[name] = text
		}
	}
	return out
}

func (v whose) record() (any, error) {
	if v.IsZero() {
		return nil, nil
	}
	return v.written(), nil
}

func (v whose) read(raw json.RawMessage) error {
	var kept map[string]string
	if err := unmarshal(raw, &kept); err != nil {
		return err
	}
	return v.set(kept)
}

// set takes a person from the keys on record.
func (v whose) set(kept map[string]string) error {
	for name := range kept {
		if name != "name" && name != "post" && (name == "" || name != v.from) {
			return unknownKey(name)
		}
	}
	*v.Person = scoring.Person{Name: kept["name"], Post: kept["post"]}
	if v.from != "" {
		v.From = kept[v.from]
	}
	return nil
}

func (v whose) take(f fields, name string) {
	if f.Has(name) && !f.IsTable(name) {
		f.Fail(name, lang.Sayf("%s phải là một bảng", "%s must be a table", name),
			lang.Sayf(`ghi { name = "Họ tên", post = "Chức vụ" }`, `write { name = "full name", post = "office" }`))
		f.Ignore(name)
		return
	}
	if t := f.Table.Table(name); t != nil {
		v.taken(fields{Table: t, units: f.units})
	}
}

// taken takes a person from a table of a file. The unit may be written in any way by which it is known; what is none of
// the meeting's is a body elsewhere.
func (v whose) taken(f fields) {
	f.Require("name")
	*v.Person = scoring.Person{Name: f.Filled("name"), Post: f.String("post")}
	if v.from != "" {
		v.From = f.String(v.from)
		if name, ok := known(f, v.From); ok && v.from == "unit" {
			v.From = name
		}
	}
	f.Done()
}

// known finds a unit of the meeting, if it is one.
func known(f fields, written string) (string, bool) {
	if f.units == nil || written == "" {
		return "", false
	}
	if _, _, several := f.units.Several(written); several {
		return "", false
	}
	return f.units.Find(written)
}

// people are who is there for a unit; left out on record where nobody is named.
type people []scoring.Person

func (v *people) record() (any, error) {
	if len(*v) == 0 {
		return nil, nil
	}
	var out []map[string]string
	for i := range *v {
		out = append(out, whose{Person: &(*v)[i]}.written())
	}
	return out, nil
}

func (v *people) read(raw json.RawMessage) error {
	var kept []map[string]string
	if err := unmarshal(raw, &kept); err != nil {
		return err
	}
	*v = make(people, len(kept))
	for i := range kept {
		if err := (whose{Person: &(*v)[i]}).set(kept[i]); err != nil {
			return err
		}
	}
	return nil
}

func (v *people) take(f fields, name string) {
	tables := f.Tables(name)
	if len(tables) == 0 {
		return
	}
	*v = make(people, len(tables))
	for i, t := range tables {
		whose{Person: &(*v)[i]}.taken(fields{Table: t, units: f.units})
	}
	*v = slices.Clip(*v)
}

// texts are lines in an order that matters; left out on record where there are none.
type texts []string

func (v *texts) record() (any, error) { return (*units)(v).record() }

func (v *texts) read(raw json.RawMessage) error { return unmarshal(raw, (*[]string)(v)) }

func (v *texts) take(f fields, name string) { *v = f.Strings(name) }

// saidOf are people as a sentence names them.
func saidOf(people []scoring.Person) string {
	var all []string
	for _, p := range people {
		all = append(all, p.String())
	}
	return strings.Join(all, "; ")
}
