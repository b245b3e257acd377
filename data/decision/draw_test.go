package decision

import (
	"reflect"
	"strings"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"thidua/data/clean"
	"thidua/data/rulebook"
	"thidua/scoring"
)

// small is a rulebook of one criterion.
const small = `id = "small"
title = "Nhỏ"
year = "calendar"
[scale]
total = 10
[limit]
bonus = { share = 20 }
penalty = { share = 20 }
[rank]
by = "total"
[vote]
threshold = { more_than = "1/2" }
quorum = { more_than = "1/2" }
[election]
offices = ["leader"]
threshold = { more_than = "1/2" }
runoff = 2
[[award]]
id = "flag"
name = "Cờ"
counts = [{ units = 1, number = 1 }]
[[criterion]]
code = "1"
title = "một"
max = 10
`

// drawer draws acts of any kind, field by field. What a type may hold that is not just any text or number is said in
// special; a field of no other sort needs nothing here.
type drawer struct {
	*rapid.T
	book *rulebook.Book
	text *rapid.Generator[string]
	full bool // leave nothing out
}

// anyText is any text that may be on record.
func anyText() *rapid.Generator[string] {
	return rapid.StringOf(rapid.Rune().Filter(func(r rune) bool { return utf8.ValidRune(r) && !clean.Forbidden(r) }))
}

// plainText is text that a file may hold under any key, and that says something.
func plainText() *rapid.Generator[string] {
	return rapid.StringMatching(`[A-Za-zĐđ0-9]([A-Za-z0-9"\\đ ]{0,8}[a-z])?`)
}

// act draws an act of a kind.
func (d drawer) act(k kind) scoring.Act {
	return d.value(reflect.TypeOf(k.bind().act()), "act").Interface().(scoring.Act)
}

// special draws what has a form of its own.
func (d drawer) special(of reflect.Type, label string) (any, bool) {
	switch of {
	case reflect.TypeFor[scoring.Percent]():
		return scoring.Percent(rapid.Int32Range(0, 100_00).Draw(d.T, label)), true
	case reflect.TypeFor[scoring.Mark]():
		return d.mark(label), true
	case reflect.TypeFor[scoring.Points]():
		return scoring.Points(rapid.Int64Range(0, 1_000_000_00).Draw(d.T, label)) * scoring.Point / 100, true
	case reflect.TypeFor[scoring.Choice]():
		return rapid.SampledFrom([]scoring.Choice{scoring.For, scoring.Against, scoring.Abstain}).Draw(d.T, label), true
	case reflect.TypeFor[scoring.Stage]():
		return rapid.SampledFrom([]scoring.Stage{scoring.Agreed, scoring.Appraised}).Draw(d.T, label), true
	case reflect.TypeFor[scoring.Form]():
		return rapid.SampledFrom(scoring.Forms()).Draw(d.T, label), true
	case reflect.TypeFor[scoring.Section]():
		return rapid.SampledFrom(scoring.Sections()).Draw(d.T, label), true
	case reflect.TypeFor[*scoring.Rulebook]():
		return d.book.Rulebook, true
	case reflect.TypeFor[scoring.Act]():
		d.full = true
		return d.act(rapid.SampledFrom([]kind{registry{}.Bonus(), registry{}.Order()}).Draw(d.T, label)), true
	case reflect.TypeFor[time.Time]():
		return time.Date(1, 1, rapid.IntRange(0, 3_000_000).Draw(d.T, label), 0, 0, 0, 0, time.UTC), true
	}
	return nil, false
}

// mark draws a score of any kind.
func (d drawer) mark(label string) scoring.Mark {
	percent := rapid.Int32Range(0, int32(scoring.MaxPercent))
	switch rapid.IntRange(0, 3).Draw(d.T, label+" as") {
	case 0:
		return scoring.InPercent(scoring.Percent(percent.Draw(d.T, label)))
	case 1:
		return scoring.InPoints(d.value(reflect.TypeFor[scoring.Points](), label).Interface().(scoring.Points))
	case 2:
		return scoring.AtLevel(d.text.Draw(d.T, label))
	}
	return scoring.Counted(rapid.IntRange(0, 1000).Draw(d.T, label))
}

func (d drawer) value(of reflect.Type, label string) reflect.Value {
	if v, ok := d.special(of, label); ok {
		return reflect.ValueOf(v)
	}
	out := reflect.New(of).Elem()
	switch of.Kind() {
	case reflect.String:
		out.SetString(d.text.Draw(d.T, label))
	case reflect.Bool:
		out.SetBool(rapid.Bool().Draw(d.T, label))
	case reflect.Int:
		out.SetInt(int64(rapid.IntRange(0, 1_000_000).Draw(d.T, label)))
	case reflect.Pointer:
		out.Set(reflect.New(of.Elem()))
		out.Elem().Set(d.value(of.Elem(), label))
	case reflect.Slice:
		for range rapid.IntRange(1, 3).Draw(d.T, label) {
			out.Set(reflect.Append(out, d.value(of.Elem(), label)))
		}
	case reflect.Map:
		out.Set(reflect.MakeMap(of))
		for range rapid.IntRange(1, 3).Draw(d.T, label) {
			out.SetMapIndex(d.value(of.Key(), label), d.value(of.Elem(), label))
		}
	case reflect.Struct:
		d.fields(out)
	default:
		d.Fatalf("%s is a %s: say in special how to draw one", label, of)
	}
	return out
}

// fields draws the fields of a struct: each of them, or nothing, as people leave keys out.
func (d drawer) fields(out reflect.Value) {
	for i := range out.NumField() {
		name := out.Type().Field(i).Name
		if name == "Text" &&
			(out.Type() == reflect.TypeFor[scoring.New]() || out.Type() == reflect.TypeFor[scoring.Move]()) {
			out.Field(i).SetString(d.book.Text)
			continue
		}
		if name == "No" { // 0 and 1 are one value, kept as 0
			out.Field(i).SetInt(int64(rapid.SampledFrom([]int{0, 2, 3, 99}).Draw(d.T, "no")))
			continue
		}
		if d.full || name == "Rulebook" || name == "Mark" ||
			rapid.IntRange(0, 4).Draw(d.T, strings.ToLower(name)+" is given") > 0 {
			out.Field(i).Set(d.value(out.Field(i).Type(), strings.ToLower(name)))
		}
	}
	switch v := out.Addr().Interface().(type) {
	case *scoring.Person: // nobody is without a name
		v.Name += d.text.Draw(d.T, "name")
	case *scoring.Attend: // a person of a unit stands beside it, and nobody is a guest with a unit
		for i := range v.People {
			v.People[i].From = ""
		}
		if !v.Guest.IsZero() {
			v.Unit = ""
		}
	}
	if v, ok := out.Addr().Interface().(*scoring.Vote); ok && v.Unanimous { // which stands in place of the counts
		v.For, v.Against, v.Abstain, v.Votes = 0, 0, 0, nil
	}
}
