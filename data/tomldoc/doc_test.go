package tomldoc

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"thidua/scoring"
	"thidua/scoring/lang"
)

const example = `# a comment with [brackets] and "quotes"
title = "một"   # x = 1
"3.1.2" = 87.5
nested.deep.key = true

[table."odd key"]
multi = """
[not.a.header]
y = 2 \"""
""" 
literal = 'C:\no\escape'
list = [
  "a", # one
  "b]",
  { x = 1, y = [1,
     2] },
]

[[thing]]
name = "first"
[[thing]]
name = "second"
[thing.sub]
z = 1
[[thing.part]]
q = 1
[[thing.part]]
q = 2
`

func TestLines(t *testing.T) {
	got := scan(example).at
	for path, want := range map[string]int{
		"title": 2, `"3.1.2"`: 3, "nested": 4, "nested.deep.key": 4, `table."odd key"`: 6, `table."odd key".multi`: 7,
		`table."odd key".literal`: 11,
		`table."odd key".list`:    12, `table."odd key".list[0]`: 13, `table."odd key".list[1]`: 14,
		`table."odd key".list[2].x`: 15, `table."odd key".list[2].y[1]`: 16,
		"thing": 19, "thing[0].name": 20, "thing[1]": 21, "thing[1].name": 22, "thing[1].sub.z": 24,
		"thing[1].part[0].q": 26, "thing[1].part[1].q": 28,
	} {
		if got[path] != want {
			t.Errorf("line of %s = %d, want %d", path, got[path], want)
		}
	}
}

// A key has its line however it is written.
func TestLinesOfQuotedKeys(t *testing.T) {
	for written, key := range map[string]string{
		`"\e[31m"`: "\x1b[31m", `"\x1b"`: "\x1b", `"\xe9"`: "é", `"\u00e9"`: "é", `"\U0001f44d"`: "👍", `"a\"b"`: `a"b`,
		`'a"b'`: `a"b`, `"a'"`: "a'",
		`"\\e\e"`: `\e` + "\x1b", `""`: "", `"3.1.2"`: "3.1.2", `" "`: " ",
	} {
		d, found := Parse("f", []byte("x = 1\n"+written+" = 1\n"))
		if d == nil {
			t.Errorf("%s: %v", written, found)
			continue
		}
		if root := d.Root(); !root.Has(key) || root.Line(key) != 2 {
			t.Errorf("%s: key %t, line %d", written, root.Has(key), root.Line(key))
		}
	}
}

func TestFindingsCarryLines(t *testing.T) {
	d, found := Parse("f.toml", []byte(example))
	if d == nil {
		t.Fatal(found)
	}
	root := d.Root()
	root.Int("title")
	root.String("titel")
	things := root.Tables("thing")
	things[1].Points("name")
	things[1].Require("missing")
	root.Done()
	want := []string{
		"f.toml:2: title must be a whole number",
		`f.toml:3: unknown key "\"3.1.2\""`,
	}
	got := d.Findings.In(lang.EN)
	for _, w := range append(want[:1], "f.toml:22: name is the text",
		"f.toml:21: the key missing is missing", `f.toml:3: unknown key "3.1.2"`, `f.toml:6: unknown key "table"`) {
		if !strings.Contains(got, w) {
			t.Errorf("findings do not say %q:\n%s", w, got)
		}
	}
}

func TestNumbersAreExact(t *testing.T) {
	d, _ := Parse("f",
		[]byte(
			"a = 87.35\nb = 0.1\nc = 12.345\nd = 101\ne = -1\nf = nan\ng = inf\nh = 1e1\ni = \"85,5\"\nj = true\nk "+
				"= 99.99\n"))
	root := d.Root()
	for key, want := range map[string]scoring.Percent{"a": 8735, "b": 10, "h": 1000, "k": 9999} {
		if got, ok := root.Percent(key); !ok || got != want {
			t.Errorf("%s = %v, %v", key, got, ok)
		}
	}
	for _, key := range []string{"c", "d", "e", "f", "g", "i", "j"} {
		before := len(d.Findings)
		if _, ok := root.Percent(key); ok || len(d.Findings) != before+1 {
			t.Errorf("%s was taken", key)
		}
	}
}

// What a float cannot hold is read as it was written.
func TestLongNumbers(t *testing.T) {
	d, _ := Parse("f",
		[]byte("good = 87.5000000000000000000\nhigh = 100.00000000000000000001\nlow = 99.99999999999999999\nlong = 0."+
			strings.Repeat("3", 1000)+"\n"))
	root := d.Root()
	if p, ok := root.Percent("good"); !ok || p != 8750 {
		t.Errorf("%v, %v; %v", p, ok, d.Findings)
	}
	for _, key := range []string{"high", "low", "long"} {
		before := len(d.Findings)
		if p, ok := root.Percent(key); ok || len(d.Findings) != before+1 || len(d.Findings[before].In(lang.EN)) > 200 {
			t.Errorf("%s was taken as %v; %v", key, p, d.Findings)
		}
	}
}

func TestTextIsCleaned(t *testing.T) {
	d, _ := Parse("f",
		[]byte(
			"a = \"x\\u001b[31my\"\nb = \"Nam \u0110i\u0323nh\"\nc = [\"ok\", \"\\u202e\"]\nd = { vi = \"một\", en = "+
				"\"one\" }\ne = \""+strings.Repeat("x", maxText+1)+"\""))
	if d == nil {
		t.Fatal("not parsed")
	}
	root := d.Root()
	if got := root.String("a"); got != "" || len(d.Findings) != 1 || strings.Contains(d.Findings.In(lang.VI), "\x1b") {
		t.Errorf("ESC: %q, %s", got, d.Findings.In(lang.VI))
	}
	if got := root.String("b"); got != "Nam Đinh"[:7]+"ịnh" && got != "Nam Định" {
		t.Errorf("NFD: %q", got)
	}
	root.Strings("c")
	root.String("e")
	if got := root.Text("d"); got != (lang.Text{VI: "một", EN: "one"}) || len(d.Findings) != 3 {
		t.Errorf("%+v, %s", got, d.Findings)
	}
}

func TestDates(t *testing.T) {
	d, _ := Parse("f",
		[]byte(
			"a = 2020-06-08\nb = \"2020-06-08\"\nc = 2020-06-30T08:00:00+07:00\nd = \"2020-06-30T08:00:00+07:00\"\ne "+
				"= \"hôm qua\""))
	root := d.Root()
	day := time.Date(2020, 6, 8, 0, 0, 0, 0, time.UTC)
	if !root.Date("a").Equal(day) || !root.Date("b").Equal(day) || !root.Time("c").Equal(root.Time("d")) ||
		root.Time("c").UTC().Hour() != 1 {
		t.Errorf("%v %v %v %v", root.Date("a"), root.Date("b"), root.Time("c"), root.Time("d"))
	}
	if len(d.Findings) != 0 {
		t.Error(d.Findings)
	}
	if root.Date("e"); len(d.Findings) != 1 {
		t.Error("«hôm qua» was taken as a day")
	}
}

// A moment without a zone, a time without a day and a day without a time say less than is asked for.
func TestHalfDates(t *testing.T) {
	d, _ := Parse("f", []byte("zoneless = 2020-06-30T08:00:00\nday = 2020-06-30\ntime = 08:00:00\n"))
	root := d.Root()
	for i, key := range []string{"zoneless", "day", "time"} {
		if got := root.Time(key); !got.IsZero() || len(d.Findings) != i+1 {
			t.Errorf("%s was taken as the moment %v", key, got)
		}
	}
	if got := root.Date("time"); !got.IsZero() || len(d.Findings) != 4 {
		t.Errorf("a time was taken as the day %v", got)
	}
	if got := root.Date("zoneless"); got.Format(time.DateOnly) != "2020-06-30" {
		t.Errorf("the day of a moment is %v", got)
	}
}

// A moment is written as RFC 3339 has it, in quotes or not.
func TestMoments(t *testing.T) {
	for written, taken := range map[string]bool{
		`"2020-06-20T08:00:00Z"`: true, `"2020-06-20t08:00:00z"`: true, `2020-06-20t08:00:00z`: true,
		`"2020-06-20T08:00:00.5+07:00"`: true, `2020-06-20T08:00:00.123456789-23:59`: true,
		`2020-06-20 08:00:00+07:00`: true, // TOML's own way of writing it
		`"2020-06-20T08:00:00,5Z"`:  false, `"2020-06-20T8:00:00Z"`: false, `"2020-06-20T08:00:00+24:00"`: false,
		`2020-06-20T08:00:00+24:00`: false, `"2020-06-20T08:00:00-24:00"`: false,
		`"2020-06-20T08:00:00+07:60"`: false, `2020-06-20T08:00:00+07:60`: false, `"2020-06-20T08:00:00+0700"`: false,
		`"2020-06-20T08:00Z"`: false, `"2020-06-20 08:00:00Z"`: false, `"2020-06-31T08:00:00Z"`: false,
		`"2020-06-20T24:00:00Z"`: false, `""`: false,
		`0001-01-01T00:00:00Z`: false, `"0001-01-01T00:00:00Z"`: false, `"0001-01-01T07:00:00+07:00"`: false,
	} {
		d, found := Parse("f", []byte("at = "+written+"\n"))
		if d == nil {
			t.Errorf("%s: %v", written, found)
			continue
		}
		if at := d.Root().Time("at"); at.IsZero() == taken || (len(d.Findings) == 0) != taken {
			t.Errorf("%s was taken as %v, %v", written, at, d.Findings)
		}
	}
}

// Nothing is no less than nothing.
func TestMinusZero(t *testing.T) {
	for _, written := range []string{"-0", "-0.0", "-0.00", "+0.0", "-0e5"} {
		d, _ := Parse("f", []byte("p = "+written+"\n"))
		if p, ok := d.Root().Percent("p"); !ok || p != 0 {
			t.Errorf("%s: %v, %v", written, p, d.Findings)
		}
	}
	d, _ := Parse("f", []byte("p = -0.00000000000000000001\n"))
	if _, ok := d.Root().Percent("p"); ok || !strings.Contains(d.Findings.In(lang.EN), "is less than 0") {
		t.Errorf("%v", d.Findings)
	}
}

func TestUnreadable(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return p
	}
	for file, want := range map[string]string{
		write("big", make([]byte, 10<<20)):             "more than the limit of 4 MB",
		write("latin1", []byte("a = 1\nb = \"\xe1\"")): ":2: byte 0xE1",
		write("cut", []byte("a = 1\n[table\n")):        ":2: not valid TOML",
		write("esc", []byte("a = 1\nb = \x1b[31m")):    ":2: not valid TOML",
		write("twice", []byte("a = 1\na = 2\n")):       ":2: not valid TOML",
		filepath.Join(dir, "none"):                     "there is no such file",
		dir:                                            "this is a folder, not a file",
	} {
		d, found := Load(file)
		if d != nil || len(found) != 1 || !strings.Contains(found.In(lang.EN), want) ||
			strings.ContainsAny(found.In(lang.EN), "\x1b\n") {
			t.Errorf("%s: %v, want %q", file, found.In(lang.EN), want)
		}
	}
	if _, err := os.Stat("/dev/zero"); err == nil {
		if d, found := Load("/dev/zero"); d != nil || !strings.Contains(found.In(lang.EN), "more than the limit") {
			t.Errorf("a file without end: %v", found.In(lang.EN))
		}
	}
	if d, found := Parse("bom", []byte("\ufeffa = 1")); d == nil {
		t.Error(found)
	}
}

// A mistake in the syntax is said in the reader's language, with line and column.
func TestSyntax(t *testing.T) {
	for _, tt := range []struct{ text, vi, en string }{
		{"a = ", "thiếu giá trị sau dấu = (cột 5)", "the value after = is missing (column 5)"},
		{"a = 1 2", "thừa «2» sau giá trị; mỗi khóa ở một dòng riêng (cột 7)",
			"«2» is too much after the value; every key has a line of its own (column 7)"},
		{"a = 85,5", "có dấu phẩy sau giá trị; số thập phân viết bằng dấu chấm, như 85.5 (cột 7)",
			"there is a comma after the value; decimals are written with a point, such as 85.5 (column 7)"},
		{"đơn vị = 1",
			"sau tên khóa phải là dấu =, không phải «đ»; tên có dấu cách hoặc dấu tiếng Việt phải đặt trong dấu nháy " +
				"(cột 1)",
			"after a key comes =, not «đ»; a key with spaces or diacritics must be in quotes (column 1)"},
		{"a = \"đơn vị\" x", "thừa «x» sau giá trị; mỗi khóa ở một dòng riêng (cột 14)",
			"«x» is too much after the value; every key has a line of its own (column 14)"},
		{"a = tru", "«tru» không phải là giá trị; chữ phải đặt trong dấu nháy (cột 5)",
			"«tru» is no value; text must be in quotes (column 5)"},
		{"a = \"abc", "chữ trong dấu nháy chưa đóng dấu nháy ở cuối dòng (cột 9)",
			"a text in quotes is not closed at the end of the line (column 9)"},
		{"x = 2", "khóa x có hai lần (cột 1)", "the key x is there twice (column 1)"},
		{"[a", "tên bảng chưa đóng dấu ] (cột 3)", "the name of the table is not closed with ] (column 3)"},
		{"a = [1, 2", "danh sách chưa đóng dấu ] (cột 10)", "the list is not closed with ] (column 10)"},
		{"a = 08", "số 08 không được bắt đầu bằng chữ số 0 (cột 5)", "the number 08 cannot begin with 0 (column 5)"},
		{"a = 0x", "0x\\x0a không phải là số (cột 5)", "0x\\x0a is not a number (column 5)"},
	} {
		_, found := Parse("f", []byte("x = 1\n"+tt.text+"\n"))
		for l, want := range map[lang.Lang]string{
			lang.VI: "f:2: TOML không hợp lệ: " + tt.vi + "; sửa cú pháp TOML ở dòng này",
			lang.EN: "f:2: not valid TOML: " + tt.en + "; mend the TOML syntax on this line",
		} {
			if got := found.In(l); got != want {
				t.Errorf("%s:\n%s\nwant\n%s", tt.text, got, want)
			}
		}
	}
}

// Every sentence of the library that we know is said in both languages, with what was found in it; others are quoted.
func TestSentences(t *testing.T) {
	for _, s := range sentences() {
		if _, err := regexp.Compile(s.library); err != nil || strings.Count(s.vi, "%") != strings.Count(s.en, "%") ||
			strings.Count(s.vi, "%") > 1 {
			t.Errorf("%+v: %v", s, err)
		}
	}
	if got := inWords("new to us"); got.VI != "thư viện đọc TOML báo «new to us»" ||
		got.EN != "the library that reads TOML says «new to us»" {
		t.Errorf("%+v", got)
	}
}

// What nests deeper than any file of ours is refused at once: the library would take very long over it.
func TestTooDeep(t *testing.T) {
	const n = 100_000
	for name, src := range map[string]string{
		"dotted key":   "x = 1\n" + strings.Repeat("a.", n) + "a = 1\n",
		"header":       "x = 1\n[" + strings.Repeat("a.", n) + "a]\n",
		"array":        "x = 1\ny = " + strings.Repeat("[", n) + strings.Repeat("]", n),
		"inline table": "x = 1\ny = " + strings.Repeat("{a = ", n) + "1" + strings.Repeat("}", n),
		"only opened":  "\n" + strings.Repeat("[", n),
	} {
		if d, found := Parse("f", []byte(src)); d != nil || len(found) != 1 ||
			!strings.HasPrefix(found.In(lang.EN), "f:2: nested more than") {
			t.Errorf("%s: %.200v", name, found.In(lang.EN))
		}
	}
	shallow := "a = \"" + strings.Repeat("[{.", n) + "\" # " + strings.Repeat("[", n) + "\n" +
		strings.Repeat("[[b]]\nc.d = [1.5, [2.5]]\n", 100) +
		"e = '" + strings.Repeat("[", n) + "'\nf = \"\"\"\n" + strings.Repeat("[", n) + "\"\"\"\n"
	if d, found := Parse("f", []byte(shallow)); d == nil {
		t.Errorf("%.200v", found.In(lang.EN))
	}
}

func TestNearest(t *testing.T) {
	for word, want := range map[string]string{"percnt": "percent", "untis": "units", "kind": "", "xyz": ""} {
		if got := Nearest(word, []string{"percent", "units", "evidence"}); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

// Whatever the bytes, reading ends with a document or findings, never with raw control characters in what is shown.
func FuzzParse(f *testing.F) {
	f.Add([]byte(example))
	f.Add([]byte("a = \"\x1b\""))
	f.Add([]byte("\"\\e\\x1b\\xe9\\\\e\" = 1\n"))
	f.Add([]byte("\ufeff[[a.b]]\n[a.b.c]\nx = [[1],[{y='''z'''}]]"))
	f.Fuzz(func(t *testing.T, src []byte) {
		d, found := Parse("f.toml", src)
		if (d == nil) == (len(found) == 0) {
			t.Fatalf("neither a document nor findings: %v", found)
		}
		if d == nil {
			return
		}
		last := 1 + strings.Count(d.Source, "\n")
		for path, n := range d.lines {
			if n < 1 || n > last {
				t.Fatalf("%s on line %d of %d", path, n, last)
			}
		}
		for _, k := range d.Root().Keys() {
			if d.Line(Path("", k)) == 0 {
				t.Fatalf("no line for the key %q", k)
			}
		}
		root := d.Root()
		root.Done()
		if s := d.Findings.In(lang.VI); strings.ContainsAny(s, "\x1b\x00\u202e") {
			t.Fatalf("raw control characters: %q", s)
		}
	})
}
