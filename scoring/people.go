package scoring

import (
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Person is somebody whom the minutes name.
type Person struct {
	Name string
	Post string // optional
	From string // the unit or body that sent the person; optional, and empty where it stands beside the person
}

// IsZero reports whether nobody is meant.
func (p Person) IsZero() bool { return p == Person{} }

// String is the person as minutes name them: name, post, unit or body.
func (p Person) String() string {
	parts := slices.DeleteFunc([]string{p.Name, p.Post, p.From}, func(s string) bool { return s == "" })
	return strings.Join(parts, ", ")
}

// named refuses a person without a name; nobody at all is no fault.
func (p Person) named() error {
	if p.IsZero() || strings.TrimSpace(p.Name) != "" {
		return nil
	}
	return refuse(ErrPerson, lang.Sayf("có chức vụ %q mà không có tên", "there is the post %q without a name",
		p.Post+p.From), lang.Sayf("ghi họ tên", "give the name"))
}

// once refuses people without a name, and who is named twice.
func (b *Rulebook) once(people []Person) error {
	for i, p := range people {
		if strings.TrimSpace(p.Name) == "" {
			return refuse(ErrPerson, lang.Sayf("người thứ %d không có tên", "person %d has no name", i+1),
				lang.Sayf("ghi họ tên", "give the name"))
		}
		if slices.ContainsFunc(people[:i], func(q Person) bool { return b.samePerson(p.Name, q.Name) }) {
			return refuse(ErrPerson, lang.Sayf("%s được ghi hai lần", "%s is named twice", p.Name),
				lang.Sayf("ghi một lần", "name the person once"))
		}
	}
	return nil
}

// person finds somebody among people by name; -1: nobody of that name.
func (b *Rulebook) person(people []Person, name string) int {
	return slices.IndexFunc(people, func(p Person) bool { return b.samePerson(p.Name, name) })
}

// joined adds a person to those who are there; of one who is there already the newest post stands.
func (b *Rulebook) joined(people []Person, p Person) []Person {
	i := b.person(people, p.Name)
	if i < 0 {
		return append(people, p)
	}
	if p.Post != "" && p.Post != people[i].Post {
		people = slices.Clone(people)
		people[i] = p
	}
	return people
}
