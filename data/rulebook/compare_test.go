package rulebook_test

import (
	"fmt"
	"strings"
	"testing"

	"thidua/data/rulebook"
)

// changes writes what changed as "part item key: from -> to".
func changes(t *testing.T, a, b string) (out []string) {
	t.Helper()
	var books [2]*rulebook.Book
	for i, text := range []string{a, b} {
		var err error
		if books[i], err = rulebook.Read("x.toml", []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	all, err := rulebook.Compare(books[0], books[1])
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		out = append(out, fmt.Sprintf("%s|%s|%s: %v -> %v", c.Part, c.Item, c.Key, c.From, c.To))
	}
	return out
}

func TestCompare(t *testing.T) {
	whole := small + `
[[cluster]]
id = "1"
units = ["A", "B"]
officers = [{ year = "2020", leader = "A" }]
[[cluster]]
id = "2"
units = ["C", "D"]
`
	second := "[[criterion]]\ncode = \"2\"\ntitle = \"hai\"\n" +
		"[[criterion]]\ncode = \"2.1\"\ntitle = \"hai một\"\nmax = 20\n"
	first := "[[criterion]]\ncode = \"1\"\ntitle = \"một\"\nmax = 10\n"
	for _, tt := range []struct {
		name, old, new string
		want           []string
	}{
		{"nothing", "", "", nil},
		{"what would hold anyway", "[[award]]", "rotation = false\nbase = \"present\"\n[[award]]", nil},
		{"another way to write it", "max = 10", "max = 10.0 # as before", nil},
		{"a maximum", "total = 30", "total = 35", nil},
		{"a title", `title = "hai một"`, `title = "hai mốt"`, []string{"criterion|2.1|title: hai một -> hai mốt"}},
		{"a limit", "bonus = { share = 20 }", "bonus = { share = 25, total = 3 }",
			[]string{"limit|bonus|share: 20 -> 25", "limit|bonus|total: <nil> -> 3"}},
		{"a threshold", `threshold = { more_than = "1/2" }` + "\nquorum",
			`threshold = { at_least = "2/3" }` + "\nquorum",
			[]string{"vote||threshold: map[more_than:1/2] -> map[at_least:2/3]"}},
		{"a rule for one matter", "[election]", "[vote.score]\nbase = \"members\"\n[election]",
			[]string{"vote|score|base: <nil> -> members"}},
		{"a number of awards", "number = 1", "number = 2",
			[]string{"award|flag|counts: [map[number:1 units:1]] -> [map[number:2 units:1]]"}},
		{"another award", "[[criterion]]",
			"[[award]]\nid = \"b\"\nname = \"B\"\ncounts = [{ units = 1, number = 1 }]\n[[criterion]]",
			[]string{"award|b|: <nil> -> map[counts:[map[number:1 units:1]] id:b name:B]"}},
		{"units", `units = ["C", "D"]`, `units = ["C", "E"]`,
			[]string{"cluster|2|units: D -> <nil>", "cluster|2|units: <nil> -> E"}},
		{"their order", `units = ["C", "D"]`, `units = ["D", "C"]`, []string{"cluster|2|units: [C D] -> [D C]"}},
		{"officers", `leader = "A"`, `leader = "B"`, []string{"cluster|1.officers.2020|leader: A -> B"}},
		{"the order of criteria", first + second, second + first, []string{"criterion||order: [1 2 2.1] -> [2 2.1 1]"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.name == "a maximum" {
				text := strings.Replace(strings.Replace(whole, tt.old, tt.new, 1), "max = 20", "max = 25", 1)
				want := "scale||total: 30 -> 35; criterion|2.1|max: 20 -> 25"
				if got := strings.Join(changes(t, whole, text), "; "); got != want {
					t.Errorf("%s, want %s", got, want)
				}
				return
			}
			if !strings.Contains(whole, tt.old) {
				t.Fatalf("the rulebook does not hold %q", tt.old)
			}
			text := strings.Replace(whole, tt.old, tt.new, 1)
			got, want := strings.Join(changes(t, whole, text), "; "), strings.Join(tt.want, "; ")
			if got != want {
				t.Errorf("%s\nwant %s", got, want)
			}
			if back := changes(t, text, whole); len(back) != len(tt.want) {
				t.Errorf("the other way round: %v", back)
			}
		})
	}
}

// No two of the built-in rulebooks are alike, and each is like itself.
func TestCompareBuiltIn(t *testing.T) {
	for _, a := range rulebook.IDs() {
		for _, b := range rulebook.IDs() {
			got, err := rulebook.Compare(open(t, a), open(t, b))
			if err != nil || (len(got) == 0) != (a == b) {
				t.Errorf("%s and %s: %d changes, %v", a, b, len(got), err)
			}
		}
	}
}
