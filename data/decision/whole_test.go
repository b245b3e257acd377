package decision

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"thidua/data/rulebook"
	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Whoever adds a kind of decision says all there is to say of it, or this fails and names what is missing.
func TestEveryKindIsWhole(t *testing.T) {
	for _, id := range Kinds() {
		for _, lack := range lacks(t, kinds()[id]) {
			t.Errorf("%s: %s", id, lack)
		}
	}
	if n := reflect.ValueOf(registry{}).NumMethod(); n != len(Kinds()) {
		t.Errorf("%d methods of the registry make %d kinds: two are about the same", n, len(Kinds()))
	}
}

// A kind that somebody has added by half is found out, whatever half it is.
func TestHalfAKindIsFoundOut(t *testing.T) {
	whole := func() about[scoring.Note] { return registry{}.Note().(about[scoring.Note]) }
	if found := lacks(t, whole()); len(found) > 0 {
		t.Fatal(found)
	}
	without := func(names ...string) func(k *about[scoring.Note]) {
		return func(k *about[scoring.Note]) {
			all := k.Keys
			k.Keys = func(a *scoring.Note) []key {
				return slices.DeleteFunc(all(a), func(k key) bool { return slices.Contains(names, k.name) })
			}
		}
	}
	for _, tt := range []struct {
		name  string
		spoil func(k *about[scoring.Note])
		want  string
	}{
		{"no name", func(k *about[scoring.Note]) { k.Name = lang.Text{} }, "name"},
		{"no English name", func(k *about[scoring.Note]) { k.Name.EN = "" }, "name"},
		{"no keys", func(k *about[scoring.Note]) { k.Keys = nil }, "no keys"},
		{"a field without a key", without("text"), "record"},
		{"a key twice", func(k *about[scoring.Note]) {
			all := k.Keys
			k.Keys = func(a *scoring.Note) []key { return append(all(a), may("text", (*text)(&a.Target))) }
		}, "twice"},
		{"a key that all kinds have", func(k *about[scoring.Note]) {
			all := k.Keys
			k.Keys = func(a *scoring.Note) []key { return append(all(a), may("by", (*text)(&a.Target))) }
		}, "every kind"},
		{"no file may hold it, without a word", func(k *about[scoring.Note]) {
			all := k.Keys
			k.Keys = func(a *scoring.Note) []key {
				keys := all(a)
				keys[2].value = notFiled{keys[2].value}
				return keys
			}
		}, "file"},
		{"nothing is said", func(k *about[scoring.Note]) { k.SayOf = nil }, "said"},
		{"nothing is said in English", func(k *about[scoring.Note]) {
			k.SayOf = func(*scoring.State, *scoring.Decision, scoring.Note) lang.Text {
				return lang.Text{VI: "ghi chú"}
			}
		}, "said"},
		{"nobody's right", func(k *about[scoring.Note]) { k.Rights = Rights{} }, "right"},
		{"no cell", func(k *about[scoring.Note]) { k.Cell = nil }, "cell"},
	} {
		k := whole()
		tt.spoil(&k)
		if found := strings.Join(lacks(t, k), "; "); !strings.Contains(found, tt.want) {
			t.Errorf("%s: found %q, want %q", tt.name, found, tt.want)
		}
	}
}

// notFiled is a value that does not take what a file says.
type notFiled struct{ value }

func (notFiled) take(f fields, name string) { f.Ignore(name) }

// lacks is everything that a kind should say and does not.
func lacks(t *testing.T, k kind) (out []string) {
	if name := k.name(); name.VI == "" || name.EN == "" {
		out = append(out, "it has no name for filters in both languages")
	}
	if !k.rights().said {
		out = append(out, "it does not say whose right it is: decidedBy(…), or nobodys()")
	}
	v := reflect.ValueOf(k)
	if v.FieldByName("Cell").IsNil() {
		out = append(out, "it does not say which cell it changes: a func, or none[…]")
	}
	if v.FieldByName("Keys").IsNil() {
		return append(out, "it has no keys")
	}
	if v.FieldByName("Say").IsNil() == v.FieldByName("SayOf").IsNil() {
		out = append(out, "it is not said what was decided: Say, or SayOf")
	} else {
		out = append(out, unsaid(t, k)...)
	}
	if wrong := wrongKeys(k); len(wrong) > 0 {
		return append(out, wrong...)
	}
	return append(out, slices.Concat(forgotten(t, k), misread(t, k))...)
}

// unsaid finds decisions of which nothing is said in a language.
func unsaid(t *testing.T, k kind) []string {
	for _, act := range drawn(t, k, plainText()) {
		said := k.say(meeting(t), &scoring.Decision{Seq: 2, Act: act})
		if said.VI == "" || said.EN == "" {
			return []string{fmt.Sprintf("it is not said in both languages: %q, %q", said.VI, said.EN)}
		}
	}
	return nil
}

// drawn are acts of a kind, each key said or left out.
func drawn(t *testing.T, k kind, text *rapid.Generator[string]) (acts []scoring.Act) {
	book := smallBook(t)
	gen := rapid.Custom(func(t *rapid.T) scoring.Act { return drawer{T: t, book: book, text: text}.act(k) })
	for seed := range 100 {
		acts = append(acts, gen.Example(seed))
	}
	return acts
}

func smallBook(t *testing.T) *rulebook.Book {
	t.Helper()
	book, err := rulebook.Read("small.toml", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// meeting is a meeting of two units.
func meeting(t *testing.T) *scoring.State {
	t.Helper()
	book := smallBook(t)
	s, err := scoring.Apply(scoring.State{}, scoring.Decision{Act: scoring.New{Rulebook: book.Rulebook, Text: book.Text,
		Year: "2020", Sheets: []*scoring.Sheet{{Unit: "A"}, {Unit: "B"}}}})
	if err != nil {
		t.Fatal(err)
	}
	return &s
}

// wrongKeys finds keys that clash.
func wrongKeys(k kind) (out []string) {
	seen := map[string]bool{}
	for _, key := range k.bind().keys {
		if seen[key.name] {
			out = append(out, fmt.Sprintf("it has the key %s twice", key.name))
		}
		seen[key.name] = true
		if slices.Contains([]string{"kind", "seq", "at", "by", "hash"}, key.name) {
			out = append(out, fmt.Sprintf("its key %s is one that every kind has", key.name))
		}
	}
	return out
}

// forgotten finds what does not come back from the record as it went there.
func forgotten(t *testing.T, k kind) []string {
	for _, act := range drawn(t, k, anyText()) {
		out, err := pairsOf(nil, k.id(), k.keysOf(act))
		if err != nil {
			return []string{"it does not go to the record: " + err.Error()}
		}
		body, err := appendJSON(nil, out)
		if err != nil {
			return []string{"it does not go to the record: " + err.Error()}
		}
		o, err := parse(body)
		if err != nil {
			t.Fatal(err)
		}
		if err := o.take(may("kind", new(text))); err != nil {
			t.Fatal(err)
		}
		got, err := o.actOf(k.bind())
		if err != nil {
			return []string{fmt.Sprintf("it does not come back from the record: %v: %s", err, body)}
		}
		if diff := cmp.Diff(act, got, alike()...); diff != "" {
			return []string{"it does not come back from the record as it was (-was +is): " + diff}
		}
	}
	return nil
}

// misread finds what a file cannot say, or what is not read as it stands there.
func misread(t *testing.T, k kind) []string {
	if !k.notInFiles().IsZero() {
		return nil
	}
	for _, act := range drawn(t, k, plainText()) {
		text := "[[decision]]\n" + fileOf(t, k, act)
		got, found := readAs(t, k, text)
		if missing := missingIn(k, act); len(missing) > 0 {
			for _, name := range missing {
				if !strings.Contains(found, "the key "+name+" is missing") {
					return []string{fmt.Sprintf("a file without the key %s is taken:\n%s", name, text)}
				}
			}
			continue
		}
		if found != "" {
			return []string{fmt.Sprintf("a file cannot say it: %s\n%s", found, text)}
		}
		if diff := cmp.Diff(act, got, append(alike(), derived())...); diff != "" {
			return []string{fmt.Sprintf("a file is misread (-says +read): %s\n%s", diff, text)}
		}
	}
	return nil
}

// alike makes comparisons pass over what no file tells apart, and over what is read from a text that is compared.
func alike() cmp.Options {
	return cmp.Options{cmpopts.EquateEmpty(), cmpopts.EquateComparable(scoring.Mark{}),
		cmpopts.IgnoreTypes(&scoring.Rulebook{})}
}

// derived makes comparisons pass over what no file says.
func derived() cmp.Option { return cmpopts.IgnoreFields(scoring.HandIn{}, "Sheet") }

// missingIn are the keys that a file must have and would not, if it said no more than the record does of an act.
func missingIn(k kind, act scoring.Act) (names []string) {
	recorded := func(name string) bool {
		return slices.ContainsFunc(k.keysOf(act), func(key key) bool {
			v, err := key.record()
			return key.name == name && err == nil && v != nil
		})
	}
	for _, key := range k.keysOf(act) {
		if key.needed && !recorded(key.name) && !slices.ContainsFunc(key.or, recorded) {
			names = append(names, key.inFile)
		}
	}
	return names
}

// readAs reads the one decision of a file as one of a kind.
func readAs(t *testing.T, k kind, text string) (act scoring.Act, found string) {
	t.Helper()
	doc, bad := tomldoc.Parse("b.toml", []byte(text))
	if doc == nil {
		t.Fatalf("%s\n%s", bad.In(lang.EN), text)
	}
	for _, table := range doc.Root().Tables("decision") {
		table.Ignore("kind")
		act = fields{Table: table}.actOf(k)
		table.Done()
	}
	return act, doc.Findings.In(lang.EN)
}

// fileOf is an act as people write it in a file.
func fileOf(t *testing.T, k kind, act scoring.Act) string {
	t.Helper()
	lines := []string{fmt.Sprintf("kind = %q", k.id())}
	for _, key := range k.keysOf(act) {
		v, err := key.record()
		if err != nil {
			t.Fatal(err)
		}
		if v != nil && !key.unsaid {
			lines = append(lines, key.inFile+" = "+inTOML(reflect.ValueOf(v)))
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// inTOML is a value as a file has it.
func inTOML(v reflect.Value) string {
	var parts []string
	if all, ok := v.Interface().(pairs); ok {
		for _, p := range all {
			parts = append(parts, fmt.Sprintf("%q = %s", p.name, inTOML(reflect.ValueOf(p.v))))
		}
		return "{ " + strings.Join(parts, ", ") + " }"
	}
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		return inTOML(v.Elem())
	case reflect.String:
		if n, ok := v.Interface().(json.Number); ok {
			return n.String()
		}
		return fmt.Sprintf("%q", v.String())
	case reflect.Slice:
		for i := range v.Len() {
			parts = append(parts, inTOML(v.Index(i)))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			parts = append(parts, fmt.Sprintf("%q = %s", it.Key().String(), inTOML(it.Value())))
		}
		return "{ " + strings.Join(parts, ", ") + " }"
	}
	return fmt.Sprint(v.Interface())
}

// Every act that knows its rules has a place in the registry.
func TestEveryActIsInTheRegistry(t *testing.T) {
	var known []string
	for _, id := range Kinds() {
		known = append(known, reflect.TypeOf(kinds()[id].bind().act()).Name())
	}
	files, err := filepath.Glob("../../scoring/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			method, ok := d.(*ast.FuncDecl)
			if !ok || method.Recv == nil || method.Name.Name != "Kind" {
				continue
			}
			act, ok := method.Recv.List[0].Type.(*ast.Ident)
			if ok && !slices.Contains(known, act.Name) {
				t.Errorf("%s of %s is not in the registry: a file here must say what there is to say of it",
					act.Name, filepath.Base(file))
			}
		}
	}
}

// An undo of the last thing done passes over what opens and ends ballots or the meeting, who may come in, and undos.
func TestKindsThatStay(t *testing.T) {
	var stay []scoring.Kind
	for _, id := range Kinds() {
		if Stays(id) {
			stay = append(stay, id)
		}
	}
	want := []scoring.Kind{scoring.KindClose, scoring.KindInvite, scoring.KindOpen, scoring.KindReopen,
		scoring.KindRevoke, scoring.KindUndo, scoring.KindVoid}
	if !slices.Equal(stay, want) {
		t.Errorf("%v stay, want %v", stay, want)
	}
}
