package decision

import (
	"maps"
	"reflect"
	"slices"
	"sync"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// registry has a method for each kind of decision, in the file named after the kind. The method says all that the
// program knows of the kind; nothing calls it by name, and there is no list in which a kind could be forgotten.
type registry struct{}

// about is what the program knows of the kind of decision whose act is an A.
type about[A scoring.Act] struct {
	// Name is what people call the kind where decisions are filtered.
	Name lang.Text

	// Keys are the keys of the kind beside those that every kind has, each tied to what it fills in of an act.
	Keys func(a *A) []key

	// Say says in one line what was decided, as log and minutes do. A kind of which more is to be said than its act
	// knows has SayOf instead: d carries the act, and s is the state after d or any later one.
	Say   func(a A) lang.Text
	SayOf func(s *scoring.State, d *scoring.Decision, a A) lang.Text

	// Stood says what stood after a decision where an act puts something: for kinds that change a value. seq is the
	// number of the decision that carries the act.
	Stood func(s *scoring.State, a A, seq, when int) lang.Text

	// Rights are whose right it is. A kind that does not say is nobody's.
	Rights Rights

	// Cell is what the decision changes, so that nobody overwrites what they have not seen; none where it adds to
	// what there is.
	Cell func(a A) Cell

	// Stays is set where an undo of the last thing done never means a decision of the kind: what opens and ends
	// ballots or the meeting, who may come in, and an undo itself.
	Stays bool

	// NotInFiles says how decisions of the kind come about where no file may hold one.
	NotInFiles lang.Text
}

// kind is an about, whatever its act.
type kind interface {
	id() scoring.Kind
	name() lang.Text
	bind() bound
	keysOf(scoring.Act) []key
	say(*scoring.State, *scoring.Decision) lang.Text
	stood(s *scoring.State, act scoring.Act, seq, when int) lang.Text
	rights() Rights
	cell(scoring.Act) Cell
	stays() bool
	notInFiles() lang.Text
}

func (k about[A]) id() scoring.Kind             { var a A; return a.Kind() }
func (k about[A]) name() lang.Text              { return k.Name }
func (k about[A]) keysOf(act scoring.Act) []key { a := act.(A); return k.Keys(&a) }
func (k about[A]) rights() Rights               { return k.Rights }
func (k about[A]) cell(act scoring.Act) Cell    { return k.Cell(act.(A)) }
func (k about[A]) stays() bool                  { return k.Stays }
func (k about[A]) notInFiles() lang.Text        { return k.NotInFiles }
func (k about[A]) bind() bound {
	a := new(A)
	return bound{keys: k.Keys(a), act: func() scoring.Act { return *a }, set: func(act scoring.Act) { *a = act.(A) },
		clear: func() { *a = *new(A) }}
}

func (k about[A]) say(s *scoring.State, d *scoring.Decision) lang.Text {
	if a := d.Act.(A); k.SayOf != nil {
		return k.SayOf(s, d, a)
	} else {
		return k.Say(a)
	}
}

func (k about[A]) stood(s *scoring.State, act scoring.Act, seq, when int) lang.Text {
	if k.Stood == nil {
		return lang.Text{}
	}
	return k.Stood(s, act.(A), seq, when)
}

// bound are the keys of a kind, tied to an act of its own, which is blank at first.
type bound struct {
	keys  []key
	act   func() scoring.Act // the act as it has been filled in
	set   func(scoring.Act)
	clear func()
}

// kinds are all kinds of decision by their names. The table is made once, and nobody writes to it.
var kinds = sync.OnceValue(func() map[scoring.Kind]kind {
	all := map[scoring.Kind]kind{}
	r := reflect.ValueOf(registry{})
	for i := range r.NumMethod() {
		k := r.Method(i).Call(nil)[0].Interface().(kind)
		all[k.id()] = k
	}
	return all
})

// Kinds are all kinds of decision, in the order of their names.
func Kinds() []scoring.Kind { return slices.Sorted(maps.Keys(kinds())) }

// inFiles are the kinds of decision that a file may hold, in the order of their names.
func inFiles() (names []string) {
	for _, id := range Kinds() {
		if kinds()[id].notInFiles().IsZero() {
			names = append(names, string(id))
		}
	}
	return names
}

// Name is what people call a kind of decision; a kind that nobody knows has the name that files give it.
func Name(id scoring.Kind) lang.Text {
	if k, ok := kinds()[id]; ok {
		return k.name()
	}
	return lang.Both(string(id))
}

// Stays reports whether an undo of the last thing done passes over the decisions of a kind.
func Stays(id scoring.Kind) bool {
	k, ok := kinds()[id]
	return ok && k.stays()
}

// Sentence says in one line what a decision decided, as log and minutes do. The state is the one after it, or any later
// one.
func Sentence(s *scoring.State, d *scoring.Decision) lang.Text {
	if k, ok := kinds()[d.Act.Kind()]; ok {
		return k.say(s, d)
	}
	return lang.Both(string(d.Act.Kind()))
}

// because adds the reason to what was decided, where there is one.
func because(what lang.Text, reason string) lang.Text {
	if reason == "" {
		return what
	}
	return lang.Sayf("%s (%s)", "%s (%s)", what, reason)
}
