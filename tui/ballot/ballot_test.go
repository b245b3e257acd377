package ballot

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// press does what a key of the ballot's table does, if it works.
func press(t *testing.T, b *Ballot, env screen.Env, a Ask, keys ...string) {
	t.Helper()
	for _, key := range keys {
		k, ok := kit.Find(b.Keys(a), key)
		if !ok {
			t.Fatalf("%s is no key of a ballot", key)
		}
		if !k.Off.IsZero() {
			continue
		}
		if _, ok := b.Do(env, a, k.Action, key); !ok {
			t.Fatalf("%s: %s is not the ballot's", key, k.Action)
		}
	}
}

// A ballot is cast by the second press, for what was chosen, and for nothing that was not.
func TestCasting(t *testing.T) {
	env := screen.Env{Who: &meeting.Who{Role: scoring.Reviewer, Unit: "A"}}
	for keys, want := range map[string][]int{
		"enter enter enter":                 nil, // nothing is chosen to begin with
		"down enter enter":                  {0},
		"down down enter enter":             {1},
		"up enter enter":                    {3},
		"end enter enter":                   {3},
		"2 enter":                           {1},
		"2 2 2":                             nil, // a number held down casts nothing
		"2 3 enter":                         {2},
		"2 enter enter":                     {1},
		"down enter down enter":             nil, // asked of another line
		"down enter down enter enter":       {1},
		"down enter down up enter":          nil,
		"2 enter 3 enter":                   {1, 2}, // the next ballot is a new one
		"2 enter enter enter down enter up": {1},
	} {
		var cast []int
		a := Ask{id: 1, may: true, cast: func(i int) error { cast = append(cast, i); return nil }}
		for _, name := range []string{"A", "B", "C", "D"} {
			a.options = append(a.options, lang.Both(name))
		}
		press(t, &Ballot{}, env, a, strings.Fields(keys)...)
		if diff := cmp.Diff(want, cast); diff != "" {
			t.Errorf("%s: cast (-want +got):\n%s", keys, diff)
		}
	}
}

// What was chosen for one question is not chosen for the next, and who has no ballot, or has cast it, can choose
// nothing.
func TestWhoseBallot(t *testing.T) {
	env := screen.Env{Who: &meeting.Who{Role: scoring.Reviewer, Unit: "A"}}
	cast := 0
	first := Ask{id: 1, may: true, options: Choices(), cast: func(int) error { cast++; return nil }}
	next := first
	next.id = 2
	var b Ballot
	press(t, &b, env, first, "1")
	press(t, &b, env, next, "enter", "enter")
	done, none := next, next
	done.done, none.may = true, false
	press(t, &b, env, done, "1", "enter", "enter")
	press(t, &b, env, none, "1", "enter", "enter")
	if cast != 0 {
		t.Errorf("%d ballots were cast", cast)
	}
}

// In a box an arrow begins on any line, and what is asked names none: the sizes of what goes over the network do not
// tell for whom a ballot is.
func TestSizesDoNotTell(t *testing.T) {
	env := screen.Env{Who: &meeting.Who{Role: scoring.Reviewer, Unit: "A"}}
	a := Ask{id: 1, box: true, may: true}
	for _, name := range []string{"A", "Một cái tên dài hơn nhiều", "C", "D", "E"} {
		a.options = append(a.options, lang.Both(name))
	}
	begun, asked := map[int]bool{}, map[lang.Text]bool{}
	for range 500 {
		var b Ballot
		press(t, &b, env, a, "down")
		begun[b.list.Index()] = true
		e, _ := b.Do(env, a, doCast, "enter")
		asked[e.Note] = true
	}
	if len(begun) != len(a.options) || len(asked) != 1 {
		t.Errorf("an arrow begins on %d of %d lines; asked in %d ways", len(begun), len(a.options), len(asked))
	}
}
