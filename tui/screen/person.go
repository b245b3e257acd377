package screen

import (
	"slices"
	"strings"

	"thidua/data/names"
	"thidua/scoring"
)

// Person reads a person as people type one, in the order in which minutes name them: name, post, unit or body, with
// commas between. The last is a unit or body where it is a unit of the meeting, written in any way by which the unit is
// known, where it is the third, or where a semicolon stands before it.
func (e Env) Person(typed string) scoring.Person {
	before, body, said := strings.Cut(typed, ";")
	parts := slices.DeleteFunc(strings.Split(before, ","),
		func(part string) bool { return strings.TrimSpace(part) == "" })
	if len(parts) == 0 {
		return scoring.Person{}
	}
	for i, part := range parts {
		parts[i] = strings.Join(strings.Fields(part), " ")
	}
	p, rest := scoring.Person{Name: parts[0], From: strings.Join(strings.Fields(body), " ")}, parts[1:]
	if unit, ok := e.unit(p.From); ok {
		p.From = unit
	}
	if n := len(rest); n > 0 && !said {
		if unit, ok := e.unit(rest[n-1]); ok {
			p.From, rest = unit, rest[:n-1]
		} else if n == 2 {
			p.From, rest = rest[1], rest[:1]
		}
	}
	p.Post = strings.Join(rest, ", ")
	return p
}

// Retyped is a person as Person reads them.
func Retyped(p scoring.Person) string {
	out := p.Name
	if p.Post != "" {
		out += ", " + p.Post
	}
	if p.From != "" {
		out += "; " + p.From
	}
	return out
}

// unit finds a unit of the meeting by what people call it.
func (e Env) unit(typed string) (string, bool) {
	for _, u := range e.Snap.Units() {
		if typed != "" && (names.Same(u.Name(), typed) || names.Bare(u.Name()) == names.Bare(typed)) {
			return u.Name(), true
		}
	}
	return "", false
}
