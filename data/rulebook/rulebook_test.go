package rulebook_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

func open(t testing.TB, id string) *rulebook.Book {
	t.Helper()
	b, err := rulebook.Open(id)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The letter's own figures.
func TestLetter5350(t *testing.T) {
	b := open(t, "5350-2019")
	fields, level := 0, scoring.Points(0)
	byAssessor := map[string]scoring.Points{}
	for _, c := range b.Criteria {
		if c.Parent < 0 {
			fields++
		}
		if c.Scored {
			byAssessor[c.Assessor] += c.Max
			if c.Level {
				level += c.Max
			}
			if len(c.Evidence) == 0 || c.Assessor == "" {
				t.Errorf("%s has no evidence list or assessor", c.Code)
			}
		}
	}
	if fields != 14 || len(b.Leaves()) != 111 || b.Total != 2250*scoring.Point || level != 850*scoring.Point {
		t.Errorf("%d fields, %d criteria, %v points, %v of the level departments", fields, len(b.Leaves()), b.Total,
			level)
	}
	for name, want := range map[string]scoring.Points{
		"Vụ Giáo dục Trung học": 300, "Vụ Giáo dục Tiểu học": 175, "Vụ Giáo dục Thường xuyên": 175,
		"Vụ Giáo dục Mầm non": 150, "Vụ Giáo dục Đại học": 50,
		"Cục Cơ sở vật chất": 200, "Văn phòng": 150, "Thanh tra": 100, "Vụ Giáo dục Dân tộc": 50,
	} {
		if byAssessor[name] != want*scoring.Point {
			t.Errorf("%s assesses %v points, want %d", name, byAssessor[name], want)
		}
	}
	for code, want := range map[string]scoring.Points{"3": 700, "3.2.1": 40, "3.2.2": 60, "3.2.2.4": 15, "4.2": 50,
		"10": 250, "14.3": 25} {
		at, ok := b.Index(code)
		if !ok || b.Criteria[at].Max != want*scoring.Point {
			t.Errorf("%s: %v, %v", code, ok, b.Criteria[at].Max)
		}
	}
	sizes := []int{5, 9, 10, 7, 7, 6, 7, 12}
	for i, c := range b.Clusters {
		if len(c.Units) != sizes[i] || len(c.Officers) != 1 {
			t.Errorf("cluster %s has %d units", c.ID, len(c.Units))
		}
	}
	for units, want := range map[int]int{5: 3, 9: 3, 10: 4, 12: 4} {
		if b.Number(0, units) != 1 || b.Number(1, units) != want {
			t.Errorf("%d units: %d flags, %d certificates", units, b.Number(0, units), b.Number(1, units))
		}
	}
}

func TestCalendar5350(t *testing.T) {
	b := open(t, "5350-2019")
	for _, tt := range []struct{ id, year, want string }{
		{"sheets", "2019-2020", "2020-06-10"}, {"sheets", "2020-2021", "2021-06-10"},
		{"kickoff", "2019-2020", "2020-02-15"}, {"kickoff", "2020-2021", "2020-10-15"},
		{"summary", "2019-2020", "2020-07-05"}, {"appraisal", "2019-2020", "2020-07-15"},
	} {
		d, ok := b.Deadline(tt.id)
		if on, ok2 := d.On(b.Years, tt.year); !ok || !ok2 || on.Format(time.DateOnly) != tt.want {
			t.Errorf("%s of %s is on %v, want %s", tt.id, tt.year, on, tt.want)
		}
	}
	day := func(s string) time.Time { d, _ := time.Parse(time.DateOnly, s); return d }
	if b.Late("sheets", "2019-2020", day("2020-06-10")) || !b.Late("sheets", "2019-2020", day("2020-06-11")) ||
		b.Late("sheets", "2019-2020", time.Time{}) {
		t.Error("a sheet is late from the day after 10 June")
	}
	for _, bad := range []string{"2019", "2019-2021", "2019–2020", "", "abcd-abce", "2019-20"} {
		if b.Years.Check(bad) == nil {
			t.Errorf("%q was taken as a school year", bad)
		}
	}
}

// The example shows that nothing of 5350 is in the code.
func TestSchoolExample(t *testing.T) {
	b := open(t, "school-cluster-example")
	if !b.Example || b.Total != 100*scoring.Point || b.Rank.By != scoring.ByShare || b.TieBreak.At != scoring.AtEvery ||
		len(b.Bars) != 1 || len(b.Awards) != 3 || b.Bonus.Total != 10*scoring.Point {
		t.Errorf("the example does not differ as it should: %+v", b.Rulebook.Rank)
	}
	kinds := map[scoring.Scale]int{}
	optional := 0
	for _, c := range b.Criteria {
		if c.Scored {
			kinds[c.Scale]++
		}
		if c.Optional {
			optional++
		}
	}
	if kinds[scoring.ScalePercent] == 0 || kinds[scoring.ScaleYesNo] == 0 || kinds[scoring.ScaleBands] == 0 ||
		optional == 0 {
		t.Errorf("kinds %v, %d optional", kinds, optional)
	}
}

// Every fault is reported, each with its line.
func TestFaults(t *testing.T) {
	good := open(t, "school-cluster-example").Text
	for name, tt := range map[string]struct{ old, new, want string }{
		"a sum":           {"total  = 100", "total  = 101", "the fields add up to 100"},
		"a key of papers": {"[paper]", "[paper]\nisuer = []", `unknown key "isuer"; did you mean issuer?`},
		"days of a ground": {"[[paper.basis]]\n", "[[paper.basis]]\nfrom = 2020-01-02\nuntil = 2020-01-01\n",
			"until is before from"},
		"unknown key":     {"[scale]", "[scale]\nwieght = 1", `unknown key "wieght"`},
		"unknown section": {"[scale]", "[sclae]\n[scale]", `unknown key "sclae"; did you mean scale?`},
		"kind": {`kind     = "yes-no"`, `kind     = "perhaps"`,
			`kind cannot be "perhaps"; use bands, count, levels, percent and yes-no`},
		"fraction": {`"1/3"`, `"4/3"`, "not a fraction"},
		"year":     {`year    = "school"`, `year    = "moon"`, "year cannot be"},
		"clause":   {`clause = "Điều 6.4"`, `clause = "Điều 99"`, "clause Điều 99 is cited"},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(good, tt.old) {
				t.Fatalf("the example does not hold %q any more", tt.old)
			}
			text := strings.Replace(good, tt.old, tt.new, 1)
			_, err := rulebook.Read("x.toml", []byte(text))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("err = %v, want %q", err, tt.want)
			}
			line := strings.Count(text[:strings.Index(text, tt.new)], "\n") + 1
			if got := err.Error(); !strings.HasPrefix(got, "x.toml:") || line < 1 {
				t.Errorf("no line: %s", got)
			}
		})
	}
}

const small = `
id = "small"
title = "Nhỏ"
year = "calendar"
[scale]
total = 30
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
[[criterion]]
code = "2"
title = "hai"
[[criterion]]
code = "2.1"
title = "hai một"
max = 20
`

// A file with many faults names all of them, with the line of each.
func TestAllFaultsAtOnce(t *testing.T) {
	if _, err := rulebook.Read("small.toml", []byte(small)); err != nil {
		t.Fatal(err)
	}
	bad := small + `
[[criterion]]
code = "2.1"
title = "lại"
max = 5
[[criterion]]
code = "4.1"
title = "mồ côi"
max = 5
[[criterion]]
code = "x)"
title = "mã lạ"
max = -5
[[cluster]]
id = "1"
units = ["A", "B", "A"]
[[cluster]]
id = "2"
units = ["B"]
officers = [{ year = "2020", leader = "C" }]
`
	_, err := rulebook.Read("small.toml", []byte(bad))
	if err == nil {
		t.Fatal("taken")
	}
	got := err.Error()
	for _, want := range []string{
		"small.toml:36: code 2.1 appears twice",
		"small.toml:40: criterion 4.1 has no field 4",
		`small.toml:44: "x)" is not a criterion's code`,
		"small.toml:46: max:",
		"small.toml:49: A appears twice in cluster 1",
		"small.toml:52: B is in cluster 1 and in cluster 2",
		"small.toml:53: C is not a unit of cluster 2",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("not reported: %q in\n%s", want, got)
		}
	}
}

// What is wrong in one place is said once, whatever it leads to.
func TestOneFault(t *testing.T) {
	const cluster = `
[[cluster]]
id = "1"
units = ["Hà Nội", "Hà Nam"]
officers = [{ year = "2020", leader = "hà nội", deputy = "ha-nam" }]
[[clause]]
id = "I"
text = "một"
[[deadline]]
id = "sheets"
name = "nộp"
day = "06-10"
[tiebreak]
at = "top"
assessors = ["A"]
[closing]
quorum = { more_than = "1/2" }
clause = "I"
[[alias]]
unit = "hà nội"
names = ["HN"]
`
	whole := strings.Replace(small, "[limit]", "clause = \"I\"\n[limit]", 1)
	whole = strings.Replace(whole, "max = 10", "max = 10\nassessor = \"A\"", 1) + cluster
	if _, err := rulebook.Read("x.toml", []byte(whole)); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ old, new, want string }{
		{`id = "small"`, `id = " "`, "2: id is blank; give the value"},
		{`title = "Nhỏ"`, `title = ""`, "3: title is blank; give the value"},
		{`title = "Nhỏ"`, `title = { vi = " " }`, "3: vi is blank; give the value"},
		{`id = "flag"`, `id = ""`, "21: id is blank; give the value"},
		{`name = "Cờ"`, `name = ""`, "22: name is blank; give the value"},
		{`title = "một"`, `title = "\t"`, "26: title holds the control character U+0009"},
		{`title = "một"`, `title = "  "`, "26: title is blank; give the value"},
		{`assessor = "A"`, `assessor = ""`, "28: assessor is blank; give the value"},
		{`assessor = "A"`, `asessor = "A"`, `28: unknown key "asessor"; did you mean assessor?`},
		{`id = "1"`, `id = " "`, "38: id is blank; give the value"},
		{`"Hà Nam"]`, `"Hà Nam", " "]`, "39: units: element 3 is blank; give the value or drop the element"},
		{`units = ["Hà Nội", "Hà Nam"]`, `units = "Hà Nội"`, "39: units must be a list of texts"},
		{`units = ["Hà Nội", "Hà Nam"]`, `units = []`, "39: cluster 1 has no units; "},
		{`leader = "hà nội"`, `leader = ""`, "40: leader is blank; give the value"},
		{`leader = "hà nội"`, `leader = "Huế"`, "40: Huế is not a unit of cluster 1; "},
		{`"Hà Nam"]`, `"Hà Nam", "HÀ  NAM"]`, "39: HÀ  NAM appears twice in cluster 1; drop one of them"},
		{`id = "I"`, `id = ""`, "42: id is blank; give the value"},
		{`id = "I"`, `id = "II"`, "7: clause I is cited, but there is no such [[clause]]; "},
		{`text = "một"`, `text = ""`, "43: text is blank; give the value"},
		{`id = "sheets"`, `id = ""`, "45: id is blank; give the value"},
		{`id = "sheets"`, `id = "sheet"`,
			`45: there is no deadline "sheet"; use one of: kickoff, sheets, summary, appraisal`},
		{`day = "06-10"`, `day = 6`, "47: day must be text in quotes"},
		{`day = "06-10"`, ``, "44: the key day is missing"},
		{`unit = "hà nội"`, `unit = ""`, "55: unit is blank; give the value"},
		{`unit = "hà nội"`, `unit = "Huế"`, "55: there is no unit Huế; mend the name"},
		{`offices = ["leader"]`, `offices = []`, "17: there are no offices; "},
		{`offices = ["leader"]`, `offices = [""]`, "17: offices: element 1 is blank"},
		{`counts = [{ units = 1, number = 1 }]`, `counts = []`, "23: flag has no counts; "},
		{`counts = [{ units = 1, number = 1 }]`, `counts = [{ units = 1, number = "1" }]`,
			"23: number must be a whole number"},
		{`threshold = { more_than = "1/2" }`, `threshold = { more_than = 2 }`, "14: more_than must be text in quotes"},
		{"threshold = { more_than = \"1/2\" }\nrunoff", `runoff`, "16: the key threshold is missing"},
		{"[election]\noffices = [\"leader\"]\nthreshold = { more_than = \"1/2\" }\nrunoff = 2\n", "",
			"1: the table [election] is missing; add a table [election]"},
		{"[election]\n", "[vote.scor]\nbase = \"cast\"\n[election]\n",
			`16: unknown key "scor"; did you mean score?`},
		{"[election]\n", "[vote.score]\nbass = \"cast\"\n[election]\n",
			`17: unknown key "bass"; did you mean base?`},
		{"[election]\n", "[vote.score]\nthreshold = { more_than = \"3/2\" }\n[election]\n",
			`17: more_than: "3/2" is not a fraction`},
		{"[election]\n", "[vote.order]\nclause = \"IX\"\n[election]\n",
			`17: clause IX is cited, but there is no such [[clause]]; `},
		{"[election]\n", "[vote]\n[election]\n", `16: `},
		{`runoff = 2`, `runoff = "2"`, "19: runoff must be a whole number"},
		{`year = "calendar"`, `year = "moon"`, `4: year cannot be "moon"`},
		{`year = "calendar"`, `year = 5`, `4: year must be text in quotes`},
		{`total = 30`, `total = 31`, "6: the total is given as 31"},
		{`total = 30`, `total = "30"`, "6: total is the text"},
		{`max = 20`, `max = -20`, "35: max: -20 is less than 0"},
		{`max = 20`, `max = 0`, "35: the maximum of 2.1 must be above 0; mend max"},
		{`max = 20`, `maxx = 20`, `35: unknown key "maxx"; did you mean max?`},
		{`max = 20`, `max = 21`, "6: the total is given as 30"},
		{"title = \"hai\"", "title = \"hai\"\nmax = 5",
			"32: the maximum of 2 is 5.00, but its parts add up to 20.00; "},
		{`code = "2"`, `code = "2)"`, `30: "2)" is not a criterion's code`},
		{`code = "2"`, `code = "1"`, "30: code 1 appears twice"},
		{`code = "2"`, ``, "29: the key code is missing"},
		{`code = "2"`, `code = "3"`, "33: criterion 2.1 has no field 2 above it"},
	} {
		if !strings.Contains(whole, tt.old) {
			t.Fatalf("the rulebook does not hold %q", tt.old)
		}
		_, err := rulebook.Read("x.toml", []byte(strings.Replace(whole, tt.old, tt.new, 1)))
		if got := fmt.Sprint(err); strings.Contains(got, "\n") || !strings.HasPrefix(got, "x.toml:"+tt.want) {
			t.Errorf("%s for %s:\n%s\nwant x.toml:%s", tt.new, tt.old, got, tt.want)
		}
	}
}

// Offices and words of a rulebook's own: each fault with its line and the mend.
func TestOfficesAndWords(t *testing.T) {
	whole := strings.Replace(small, "offices = [\"leader\"]\n", "", 1) + `
[words]
group = { vi = "Khối", en = "bloc" }
[[office]]
id = "leader"
name = { vi = "Khối trưởng", en = "head" }
[[office]]
id = "deputy2"
name = { vi = "Khối phó thứ hai", en = "second deputy" }
[[cluster]]
id = "1"
units = ["A", "B"]
officers = [{ year = "2020", deputy2 = "a" }]
`
	b, err := rulebook.Read("x.toml", []byte(whole))
	if err != nil {
		t.Fatal(err)
	}
	if got := b.OfficeName("deputy2").EN; got != "second deputy" || b.Clusters[0].Name.VI != "Khối thi đua số 1" ||
		b.Clusters[0].Officers[0].Holder("deputy2") != "A" || len(b.Election.Offices) != 2 {
		t.Errorf("%q, %+v, %v", got, b.Clusters[0], b.Election.Offices)
	}
	for _, tt := range []struct{ old, new, want string }{
		{`en = "bloc"`, `em = "bloc"`, `35: unknown key "em"; delete this key; known here: vi, en`},
		{`group = { vi = "Khối", en = "bloc" }`, `group = "khối"`, `35: group is said in one language only; write {`},
		{`group = {`, `grupp = {`, `35: unknown key "grupp"; did you mean group?`},
		{`name = { vi = "Khối trưởng", en = "head" }`, `name = "Khối trưởng"`, "38: name is said in one language only"},
		{`name = { vi = "Khối trưởng", en = "head" }`, ``, "36: the key name is missing"},
		{`id = "deputy2"`, `id = "leader"`, "40: office leader appears twice; drop one of them"},
		{`id = "deputy2"`, `id = "flag"`, `19: "flag" is an office that is elected; choose another id`},
		{`id = "deputy2"`, `id = "Phó"`, `40: "Phó" cannot be the id of an office; write it in plain lower case`},
		{`deputy2 = "a"`, `deputy2 = "C"`, "45: C is not a unit of cluster 1"},
		{`deputy2 = "a"`, `deputy = "B", deputy3 = "A"`, `45: unknown key "deputy3"; did you mean`},
		{"[election]\n", "[election]\noffices = [\"leader\"]\n", "16: there are both offices and [[office]]; "},
	} {
		if !strings.Contains(whole, tt.old) {
			t.Fatalf("the rulebook does not hold %q", tt.old)
		}
		_, err := rulebook.Read("x.toml", []byte(strings.Replace(whole, tt.old, tt.new, 1)))
		if got := fmt.Sprint(err); !strings.Contains(got, "x.toml:"+tt.want) {
			t.Errorf("%s for %s:\n%s\nwant x.toml:%s", tt.new, tt.old, got, tt.want)
		}
	}
}

// A rule of votes on one kind of decision says what differs; the rest is that of every vote.
func TestVoteRules(t *testing.T) {
	b, err := rulebook.Read("small.toml", []byte(strings.Replace(small, "[election]", `[vote.score]
base = "members"
written = true
[vote.sanction]
threshold = { at_least = "2/3" }
quorum = { at_least = "3/4" }
[election]`, 1)))
	if err != nil {
		t.Fatal(err)
	}
	half := scoring.Threshold{Ratio: scoring.Ratio{Num: 1, Den: 2}, More: true}
	if got, want := b.VoteRule(scoring.Score{}), (scoring.VoteRule{Base: scoring.OfMembers, Threshold: half,
		Quorum: half, Written: true}); got != want {
		t.Errorf("votes on scores: %+v, want %+v", got, want)
	}
	if got, want := b.VoteRule(scoring.Sanctioned{}), (scoring.VoteRule{
		Threshold: scoring.Threshold{Ratio: scoring.Ratio{Num: 2, Den: 3}},
		Quorum:    scoring.Threshold{Ratio: scoring.Ratio{Num: 3, Den: 4}}}); got != want {
		t.Errorf("votes on sanctions: %+v, want %+v", got, want)
	}
	if got, want := b.VoteRule(scoring.Order{}), (scoring.VoteRule{Threshold: half, Quorum: half}); got != want ||
		b.VoteRule(nil) != want {
		t.Errorf("votes on anything else: %+v, want %+v", got, want)
	}
}

func TestNames(t *testing.T) {
	b := open(t, "5350-2019")
	x := rulebook.Names(b.Rulebook, rulebook.Units(b.Rulebook))
	for in, want := range map[string]string{"nam-dinh": "Nam Định", "Thành phố Hà Nội": "Hà Nội",
		"thua thien hue": "Thừa Thiên - Huế", "TP.HCM": "Thành phố Hồ Chí Minh",
		"Bà Rịa -Vũng Tàu": "Bà Rịa - Vũng Tàu"} {
		if got, ok := x.Find(in); !ok || got != want {
			t.Errorf("Find(%q) = %q, %v", in, got, ok)
		}
	}
}

func TestOpenUnknown(t *testing.T) {
	_, err := rulebook.Open("5351")
	if err == nil || !strings.Contains(err.Error(), "5350-2019") {
		t.Errorf("err = %v", err)
	}
	if s, ok := err.(lang.Sayer); !ok || !strings.Contains(s.In(lang.VI), "không có bộ tiêu chí") {
		t.Errorf("not in Vietnamese: %v", err)
	}
}

// Whatever the text, reading ends with a rulebook or with findings.
func FuzzRead(f *testing.F) {
	f.Add(small)
	f.Add(strings.Replace(small, `"2.1"`, `"2.1.1"`, 1))
	f.Add(strings.Replace(small, "max = 20", `kind = "bands"`+"\n"+`bands = [{ from = 50, gives = 100 }]`, 1))
	f.Fuzz(func(t *testing.T, text string) {
		b, err := rulebook.Read("f.toml", []byte(text))
		if (b == nil) == (err == nil) {
			t.Fatalf("neither a rulebook nor findings: %v", err)
		}
		if b != nil && b.Total <= 0 {
			t.Fatalf("a rulebook of %v points", b.Total)
		}
	})
}
