package sheet_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"thidua/data/names"
	"thidua/data/rulebook"
	"thidua/data/sheet"
	"thidua/data/tomldoc"
	"thidua/sample"
	"thidua/scoring"
	"thidua/scoring/lang"
)

func open(t testing.TB, id string) *rulebook.Book {
	t.Helper()
	book, err := rulebook.Open(id)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func cluster2() sheet.Expect { return sheet.Expect{Cluster: sample.Cluster, Year: sample.Year} }

const good = `rulebook = "5350-2019"
unit = "nam-dinh"
year = "2019-2020"
submitted = 2020-06-08
[percent]
"1.1" = 100
"3.2.1.1" = 87.5
[evidence]
"1.1" = ["QĐ 1", " QĐ 2 "]
"3" = []
[[request]]
target = "3.1"
points = 8
reason = "vì"
`

// read reads a text as a sheet of cluster 2.
func read(t testing.TB, book *rulebook.Book, text string) (*scoring.Sheet, *tomldoc.Doc) {
	t.Helper()
	doc, found := tomldoc.Parse("s.toml", []byte(text))
	if doc == nil {
		t.Fatal(found)
	}
	return sheet.Read(doc, book, cluster2()), doc
}

func TestRead(t *testing.T) {
	got, doc := read(t, open(t, "5350-2019"), good)
	if err := doc.Findings.Err(); err != nil {
		t.Fatal(err)
	}
	want := &scoring.Sheet{
		Unit: "Nam Định", Submitted: time.Date(2020, 6, 8, 0, 0, 0, 0, time.UTC),
		Marks:    map[string]scoring.Mark{"1.1": scoring.InPercent(100_00), "3.2.1.1": scoring.InPercent(87_50)},
		Evidence: map[string][]string{"1.1": {"QĐ 1", "QĐ 2"}},
		Requests: []scoring.Request{{Target: "3.1", Points: 8 * scoring.Point, Reason: "vì"}},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateComparable(scoring.Mark{})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for day, late := range map[string]bool{"2020-06-10": false, "2020-06-11": true} {
		if got, _ := read(t, open(t, "5350-2019"), strings.Replace(good, "2020-06-08", day, 1)); got.Late != late {
			t.Errorf("handed in on %s: late %t", day, got.Late)
		}
	}
}

// A table of points is not asked for percents: a finding says what the criterion takes.
func TestFindingsSayWhatIsTaken(t *testing.T) {
	book := open(t, "points-table-example")
	head := "rulebook = \"points-table-example\"\nunit = \"Đơn vị A\"\nyear = \"2026\"\n"
	for _, tt := range []struct{ rest, want string }{
		{"[points]\nI = 2\n", "5: I is a field and takes no score of its own; score the criteria below it, such as " +
			"I.1.a: points from 0 to " + book.Criteria[2].Max.In(lang.EN)},
		{"[level]\nVI = \"x\"\n", "5: VI is a field and takes no score of its own; score the criteria below it, " +
			"such as VI.1: choose a level: "},
		{"[count]\nVIII = 2\n", "5: VIII is a field and takes no score of its own; score the criteria below it, such " +
			"as VIII.1: choose a level: "},
		{"", `1: the table [points] is missing; add [points], below it a line for each criterion such as "I.1.a" = `},
	} {
		_, doc := read(t, book, head+tt.rest)
		if got := doc.Findings.In(lang.EN) + "\n"; !strings.Contains(got, tt.want) {
			t.Errorf("%q: %s", tt.rest, got)
		}
	}
}

// Each finding by itself: the line it is on, what, and how to mend it.
func TestReadFindings(t *testing.T) {
	book := open(t, "5350-2019")
	for _, tt := range []struct{ name, old, new, want string }{
		{"no rulebook", `rulebook = "5350-2019"`, ``, `1: the key rulebook is missing; add rulebook = …`},
		{"another rulebook", `5350-2019`, `school-cluster-example`,
			`1: this sheet follows the rulebook "school-cluster-example", not "5350-2019"; ` +
				`use a sheet that follows 5350-2019`},
		{"a rulebook that is none", `5350-2019`, `5351-2019`,
			`1: this sheet follows the rulebook "5351-2019", not "5350-2019"; use a sheet that follows 5350-2019`},
		{"a rulebook that is no text", `"5350-2019"`, `5350`, `1: rulebook must be text in quotes; mend the value`},
		{"no unit", `unit = "nam-dinh"`, ``, `1: the key unit is missing; add unit = …`},
		{"a blank rulebook", `"5350-2019"`, `" "`, `1: rulebook is blank; give the value`},
		{"a blank unit", `"nam-dinh"`, `" "`, `2: unit is blank; give the value`},
		{"an empty unit", `"nam-dinh"`, `""`, `2: unit is blank; give the value`},
		{"a blank year", `"2019-2020"`, `"\u00a0"`, `3: year is blank; give the value`},
		{"a request with a blank target", `"3.1"`, `""`, `12: target is blank; give the value`},
		{"a request with a blank reason", `"vì"`, `" "`, `14: reason is blank; give the value`},
		{"blank evidence", `" QĐ 2 "`, `" "`, `9: 1.1: element 2 is blank; give the value or drop the element`},
		{"blank in what does not apply", "\n[percent]", "\nnot_applicable = [\" \"]\n[percent]",
			`5: not_applicable: element 1 is blank; give the value or drop the element`},
		{"a unit that is none", `nam-dinh`, `Nam Dinnh`,
			`2: the rulebook has no unit "Nam Dinnh"; did you mean Nam Định?`},
		{"a unit far from any", `nam-dinh`, `Atlantis Nova`,
			`2: the rulebook has no unit "Atlantis Nova"; see the units with «thidua rulebook show 5350-2019»`},
		{"a unit of another cluster", `nam-dinh`, `Hà Nội`,
			`2: Hà Nội belongs to cluster 1, not to cluster 2; leave this file out, or choose the right cluster`},
		{"ESC in the unit", `nam-dinh`, `nam\u001b[31m-dinh`,
			`2: unit holds the control character U+001B; delete that character`},
		{"no year", `year = "2019-2020"`, ``, `1: the key year is missing; add year = …`},
		{"another year", `"2019-2020"`, `"2018-2019"`,
			`3: this sheet is of 2018-2019, not of 2019-2020; use the sheet of 2019-2020`},
		{"no school year", `"2019-2020"`, `"2019"`,
			`3: year: "2019" is not a year as the rulebook writes it; write it like 2019-2020`},
		{"a day that is none", `2020-06-08`, `"hôm qua"`,
			`4: submitted must be a day, such as 2020-06-08; mend the value`},
		{"a time for a day", `2020-06-08`, `08:00:00`,
			`4: submitted must be a day, such as 2020-06-08; mend the value`},
		{"an unknown key", `submitted`, `submited`, `4: unknown key "submited"; did you mean submitted?`},
		{"no percent", "[percent]\n\"1.1\" = 100\n\"3.2.1.1\" = 87.5\n", "",
			`1: the table [percent] is missing; add [percent], below it a line for each criterion such as "1.1" = 100`},
		{"percent is no table", "[percent]\n\"1.1\" = 100\n\"3.2.1.1\" = 87.5\n", "percent = 5\n",
			`5: percent must be a table; mend the value`},
		{"101 %", `= 100`, `= 101`, `6: 1.1: 101 % is outside 0–100 %; enter a percentage from 0 to 100`},
		{"three decimals", `87.5`, `87.505`, `7: 3.2.1.1: 87.505 has more than 2 decimals; use at most 2 decimals`},
		{"more digits than a float has", `87.5`, `87.50000000000000000001`,
			`7: 3.2.1.1: 87.50000000000000000001 has more than 2 decimals; use at most 2 decimals`},
		{"negative", `= 100`, `= -1`, `6: 1.1: -1 is less than 0; enter a number from 0 on`},
		{"text for a number", `= 100`, `= "100"`,
			`6: 1.1 is the text "100", not a number; leave out the quotes and use a decimal point: 85.5`},
		{"no number", `= 100`, `= nan`, `6: 1.1: "NaN" is not a number; enter a number such as 85 or 85.5`},
		{"a list for a number", `= 100`, `= [100]`, `6: 1.1 must be a number; mend the value`},
		{"an empty table for a number", `= 100`, `= {}`, `6: 1.1 is a table, not a value; give the value`},
		{"a table for a number", `= 100`, `= { percent = 100 }`, `6: 1.1 is a table, not a value; give the value`},
		{"a code that is none", `"1.1" = 100`, `"1.11" = 100`,
			`6: the rulebook has no criterion "1.11"; did you mean 1.1?`},
		{"a field", `"1.1" = 100`, `"3.2" = 100`,
			"6: 3.2 is a field and takes no score of its own; score the criteria below it, such as 3.2.1.1: percent " +
				"from 0 to 100"},
		{"no quotes", `"1.1" = 100`, `1.1 = 100`,
			`6: the criterion's code 1.1 must be in quotes; write "1.1" = …, not 1.1 = …`},
		{"no quotes, deep", `"3.2.1.1" = 87.5`, `3.2.1.1 = 87.5`,
			`7: the criterion's code 3.2.1.1 must be in quotes; write "3.2.1.1" = …, not 3.2.1.1 = …`},
		{"evidence is no table", "[evidence]\n\"1.1\" = [\"QĐ 1\", \" QĐ 2 \"]\n\"3\" = []\n", "[[evidence]]\n",
			`8: evidence must be a table; mend the value`},
		{"evidence for no criterion", `"3" = []`, `"x" = []`,
			`10: the rulebook has no criterion "x"; see the codes with «thidua rulebook show 5350-2019»`},
		{"evidence is no list", `["QĐ 1", " QĐ 2 "]`, `"QĐ 1"`,
			`9: 1.1 must be a list of texts, such as ["a", "b"]; mend the value`},
		{"evidence is no text", `" QĐ 2 "`, `2`, `9: 1.1: element 2 is not text; put it in quotes`},
		{"bidi in evidence", `QĐ 1`, `QĐ\u202e1`, `9: 1.1 holds the control character U+202E; delete that character`},
		{"not a list of requests", `[[request]]`, `[request]`,
			`11: request must be a list of tables [[request]]; mend the value`},
		{"a request for nothing", `points = 8`, `points = 0`,
			`13: a request must be for more than 0; give the points or drop the request`},
		{"a request without a reason", `reason = "vì"`, ``, `11: the key reason is missing; add reason = …`},
		{"a request at no criterion", `"3.1"`, `"33"`, `12: the rulebook has no criterion "33"; mend the code`},
		{"a request with a key too many", `reason =`, "note = 1\nreason =",
			`14: unknown key "note"; delete this key; known here: target, reason, points`},
		{"not applicable, but it is", "\n[percent]", "\nnot_applicable = [\"1.2\"]\n[percent]",
			`5: criterion 1.2 applies to every unit; take it off the list`},
		{"not applicable, but there is none", "\n[percent]", "\nnot_applicable = [\"99\"]\n[percent]",
			`5: the rulebook has no criterion "99"; mend the code`},
	} {
		if !strings.Contains(good, tt.old) {
			t.Fatalf("%s: the sheet does not hold %q", tt.name, tt.old)
		}
		_, doc := read(t, book, strings.Replace(good, tt.old, tt.new, 1))
		if got := doc.Findings.In(lang.EN); len(doc.Findings) != 1 || !strings.HasPrefix(got, "s.toml:"+tt.want) {
			t.Errorf("%s:\n%s\nwant\ns.toml:%s", tt.name, got, tt.want)
		}
	}
}

// Optional criteria may be left out by those to whom they do not apply; then nothing else may be said about them.
func TestNotApplicable(t *testing.T) {
	book := open(t, "school-cluster-example")
	var optional string
	for _, c := range book.Criteria {
		if c.Optional && c.Scored {
			optional = c.Code
			break
		}
	}
	text := "rulebook = \"school-cluster-example\"\nunit = \"" + book.Clusters[0].Units[0] +
		"\"\nyear = \"2019-2020\"\nnot_applicable = [\"" + optional + "\"]\n[percent]\n"
	parse := func(text string) (*scoring.Sheet, *tomldoc.Doc) {
		doc, found := tomldoc.Parse("s.toml", []byte(text))
		if doc == nil {
			t.Fatal(found)
		}
		return sheet.Read(doc, book, sheet.Expect{}), doc
	}
	if sh, doc := parse(text); len(doc.Findings) != 0 || len(sh.NotApplicable) != 1 {
		t.Errorf("%v, %v", sh.NotApplicable, doc.Findings)
	}
	if _, doc := parse(text + "\"" + optional + "\" = 100\n"); !strings.Contains(doc.Findings.In(lang.EN),
		"s.toml:6: "+optional+" is declared not applicable") {
		t.Error(doc.Findings)
	}
	if _, doc := parse(text + "[[request]]\ntarget = \"" + optional +
		"\"\npoints = 1\nreason = \"a\"\n"); !strings.Contains(doc.Findings.In(lang.EN),
		"s.toml:7: "+optional+" is declared not applicable") {
		t.Error(doc.Findings)
	}
}

// lay writes the sample's sheets into a folder.
func lay(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range sample.Sheets() {
		put(t, filepath.Join(dir, filepath.Base(f.Name)), string(f.Text))
	}
	return dir
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// The set as a whole: one sheet for each unit of the cluster.
func TestLoad(t *testing.T) {
	book := open(t, "5350-2019")
	const missing = "Emulation cluster 2: the sheet of Nam Định is missing"
	for _, tt := range []struct {
		name   string
		change func(dir string)
		want   []string // how the findings begin, after the folder
	}{
		{"as it is", func(string) {}, nil},
		{"what the system put there", func(dir string) {
			put(t, filepath.Join(dir, ".nam-dinh.toml"), "\xff")
			put(t, filepath.Join(dir, "~$nam-dinh.xlsx"), "\xff")
			put(t, filepath.Join(dir, "readme.txt"), "\xff")
		}, nil},
		{"a sheet of another cluster", func(dir string) {
			put(t, filepath.Join(dir, "x.toml"), strings.Replace(good, "nam-dinh", "ha-noi", 1))
		}, []string{"/x.toml:2: Hà Nội belongs to cluster 1"}},
		{"the same unit twice", func(dir string) {
			put(t, filepath.Join(dir, "x.toml"), good)
		}, []string{"/x.toml:2: Nam Định has a sheet already, in "}},
		{"one is missing", func(dir string) { _ = os.Remove(filepath.Join(dir, "nam-dinh.toml")) }, []string{missing}},
		{"one is missing, one of another cluster is there", func(dir string) {
			put(t, filepath.Join(dir, "nam-dinh.toml"), strings.Replace(good, "nam-dinh", "ha-noi", 1))
		}, []string{"/nam-dinh.toml:2: Hà Nội belongs to cluster 1", missing}},
		{"one is no TOML", func(dir string) { put(t, filepath.Join(dir, "nam-dinh.toml"), "unit = ") },
			[]string{"/nam-dinh.toml:1: not valid TOML"}},
		{"one names no unit", func(dir string) {
			put(t, filepath.Join(dir, "nam-dinh.toml"), strings.Replace(good, "nam-dinh", "Atlantis", 1))
		}, []string{"/nam-dinh.toml:2: the rulebook has no unit \"Atlantis\""}},
		{"one names no unit, two are missing", func(dir string) {
			put(t, filepath.Join(dir, "nam-dinh.toml"), strings.Replace(good, "nam-dinh", "Atlantis", 1))
			_ = os.Remove(filepath.Join(dir, "ha-nam.toml"))
		}, []string{"/nam-dinh.toml:2: ", missing, "Emulation cluster 2: the sheet of Hà Nam is missing"}},
		{"one is something else", func(dir string) { put(t, filepath.Join(dir, "x.toml"), "title = \"?\"") },
			[]string{"/x.toml:1: not a sheet"}},
	} {
		dir := lay(t)
		tt.change(dir)
		sheets, found := sheet.Load(book, cluster2(), dir)
		got := strings.ReplaceAll(found.In(lang.EN), dir+string(filepath.Separator), "/")
		if len(found) != len(tt.want) {
			t.Errorf("%s:\n%s\nwant %d findings", tt.name, got, len(tt.want))
		}
		for _, want := range tt.want {
			if !strings.Contains("\n"+got, "\n"+want) {
				t.Errorf("%s:\n%s\nwant %s", tt.name, got, want)
			}
		}
		if len(tt.want) == 0 && len(sheets) != 9 {
			t.Errorf("%s: %d sheets", tt.name, len(sheets))
		}
	}
}

func TestLoadNothing(t *testing.T) {
	book, dir := open(t, "5350-2019"), t.TempDir()
	if _, found := sheet.Load(book, cluster2(), dir); len(found) != 1 ||
		!strings.Contains(found.In(lang.EN), "the folder holds no sheets") {
		t.Errorf("an empty folder: %v", found)
	}
	if _, found := sheet.Load(book, cluster2()); len(found) != 9 {
		t.Errorf("no files at all: %v", found)
	}
}

// A name that fits two units names both.
func TestSeveralUnits(t *testing.T) {
	book := *open(t, "5350-2019")
	book.Units = names.New([]string{"Hà Nam", "Hạ Nam"}, nil)
	sh, doc := read(t, &book, strings.Replace(good, "nam-dinh", "ha nam", 1))
	if got := doc.Findings.In(lang.EN); sh.Unit != "" ||
		got != `s.toml:2: "ha nam" could be Hà Nam, Hạ Nam; write it with its diacritics` {
		t.Errorf("%q, %s", sh.Unit, got)
	}
}

// A file with any table of scores is a sheet, whatever else it lacks.
func TestIs(t *testing.T) {
	for text, want := range map[string]bool{
		"unit = \"A\"": true, "[percent]": true, "[points]": true, "[level]": true, "[count]": true,
		"": false, "year = \"2025\"": false, "[[decision]]\nkind = \"close\"": false, "[evidence]": false,
	} {
		doc, found := tomldoc.Parse("s.toml", []byte(text+"\n"))
		if doc == nil {
			t.Fatal(found)
		}
		if got := sheet.Is(doc); got != want {
			t.Errorf("%q is a sheet: %v, want %v", text, got, want)
		}
	}
}
