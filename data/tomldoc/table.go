package tomldoc

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"thidua/data/clean"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// maxText is the most characters that a text may have: more than any reason, less than what could hurt a screen.
const maxText = 4000

// Table is one table of a document. Its methods take a value by key and note a finding where it is not what it should
// be; Done then reports the keys that nobody asked for.
type Table struct {
	doc    *Doc
	path   string
	values map[string]any
	asked  []string
}

// Line is the line of a key, or of the table where the key is missing.
func (t *Table) Line(key string) int { return t.doc.Line(Path(t.path, key)) }

// Fail notes a finding about a key of the table.
func (t *Table) Fail(key string, what, mend lang.Text) { t.doc.Fail(Path(t.path, key), what, mend) }

// FailErr notes an error about a key: a refusal in its own words.
func (t *Table) FailErr(key string, err error) {
	var r *scoring.Refusal
	if errors.As(err, &r) {
		t.Fail(key, lang.Sayf("%s: %s", "%s: %s", lang.Both(clean.Show(key)), r.What), r.Mend)
		return
	}
	t.Fail(key, lang.Sayf("%s: %v", "%s: %v", clean.Show(key), err), lang.Sayf("sửa giá trị", "mend the value"))
}

// Failed reports whether a finding about the key was noted.
func (t *Table) Failed(key string) bool { return t.doc.failed[Path(t.path, key)] }

// Has reports whether the key is there.
func (t *Table) Has(key string) bool { _, ok := t.values[key]; return ok }

// Keys are the table's keys, in the order in which they stand in the file.
func (t *Table) Keys() []string {
	keys := make([]string, 0, len(t.values))
	lines := make(map[string]int, len(t.values))
	for k := range t.values {
		keys = append(keys, k)
		lines[k] = t.Line(k)
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(lines[a]-lines[b], strings.Compare(a, b)) })
	return keys
}

// IsTable reports whether the key holds a table, as an unquoted 3.1 = 5 makes of 3.
func (t *Table) IsTable(key string) bool { _, ok := t.values[key].(map[string]any); return ok }

// IsText reports whether the key holds a text that String has nothing against.
func (t *Table) IsText(key string) bool {
	s, ok := t.values[key].(string)
	_, foul := clean.Find(s)
	return ok && !foul && utf8.RuneCountInString(s) <= maxText
}

// IsEmptyList reports whether the key holds a list of nothing.
func (t *Table) IsEmptyList(key string) bool {
	list, ok := t.values[key].([]any)
	return ok && len(list) == 0
}

// Ignore takes a key without looking at it, where a finding about something else says enough.
func (t *Table) Ignore(key string) { t.take(key) }

// Require notes a finding for each key that is missing, and reports whether all are there.
func (t *Table) Require(keys ...string) bool {
	all := true
	for _, k := range keys {
		if !t.Has(k) {
			t.Fail(k, lang.Sayf("thiếu khóa %s", "the key %s is missing", k), lang.Sayf("thêm %s = …", "add %s = …", k))
			all = false
		}
	}
	return all
}

// RequireTables is Require for tables, written as their headers are: [percent], [[award]].
func (t *Table) RequireTables(headers ...string) {
	for _, h := range headers {
		if key := strings.Trim(h, "[]"); !t.Has(key) {
			t.Fail(key, lang.Sayf("thiếu bảng %s", "the table %s is missing", h),
				lang.Sayf("thêm bảng %s", "add a table %s", h))
		}
	}
}

// take gives a value and remembers that it was asked for.
func (t *Table) take(key string) (any, bool) {
	if !slices.Contains(t.asked, key) {
		t.asked = append(t.asked, key)
	}
	v, ok := t.values[key]
	return v, ok
}

func (t *Table) wrong(key string, kind lang.Text) {
	t.Fail(key, lang.Sayf("%s phải là %s", "%s must be %s", lang.Both(clean.Show(key)), kind),
		lang.Sayf("sửa giá trị", "mend the value"))
}

// String takes a text, clean and composed; empty where it is missing.
func (t *Table) String(key string) string {
	v, ok := t.take(key)
	if !ok {
		return ""
	}
	s, ok := v.(string)
	if !ok {
		t.wrong(key, lang.Text{VI: "chữ trong dấu nháy", EN: "text in quotes"})
		return ""
	}
	return t.text(key, s)
}

// maxWhole is the most characters that a text of several lines may have: more than any sheet.
const maxWhole = 1_000_000

// Whole takes a text of several lines as it stands, which says something: that of a file within a file. Empty where it
// is missing.
func (t *Table) Whole(key string) string {
	v, ok := t.take(key)
	if !ok {
		return ""
	}
	s, ok := v.(string)
	switch {
	case !ok:
		t.wrong(key, lang.Text{VI: `chữ trong ba dấu nháy '''`, EN: "text in three quotes '''"})
	case utf8.RuneCountInString(s) > maxWhole:
		t.Fail(key, lang.Sayf("%s dài hơn %d ký tự", "%s is longer than %d characters", clean.Show(key), maxWhole),
			lang.Sayf("rút gọn", "shorten it"))
		return ""
	}
	t.NotBlank(key)
	return s
}

// Filled is String for what must say something: a blank text is wrong where it stands. A missing key is left to
// Require.
func (t *Table) Filled(key string) string {
	s := t.String(key)
	t.NotBlank(key)
	return s
}

// NotBlank notes a finding for each key that holds a text of nothing but blanks, if nothing else is wrong with it.
func (t *Table) NotBlank(keys ...string) {
	for _, key := range keys {
		if s, ok := t.values[key].(string); ok && strings.TrimSpace(s) == "" && !t.Failed(key) {
			t.Fail(key, lang.Sayf("%s để trống", "%s is blank", clean.Show(key)),
				lang.Sayf("ghi giá trị", "give the value"))
		}
	}
}

// text checks a text that came in.
func (t *Table) text(key, s string) string {
	if what, bad := clean.Find(s); bad {
		t.Fail(key, lang.Sayf("%s có ký tự điều khiển %s", "%s holds the control character %s", clean.Show(key), what),
			lang.Sayf("xóa ký tự đó", "delete that character"))
		return ""
	}
	if utf8.RuneCountInString(s) > maxText {
		t.Fail(key, lang.Sayf("%s dài hơn %d ký tự", "%s is longer than %d characters", clean.Show(key), maxText),
			lang.Sayf("rút gọn", "shorten it"))
		return ""
	}
	return clean.Compose(strings.TrimSpace(s))
}

// Strings takes a list of texts, none of them blank. What is wrong is empty in the list, so that every text keeps its
// place.
func (t *Table) Strings(key string) []string {
	v, ok := t.take(key)
	if !ok {
		return nil
	}
	list, ok := v.([]any)
	if !ok {
		t.wrong(key, lang.Text{VI: `danh sách chữ, như ["a", "b"]`, EN: `a list of texts, such as ["a", "b"]`})
		return nil
	}
	var out []string
	for i, e := range list {
		s, ok := e.(string)
		if !ok {
			t.doc.Fail(Element(Path(t.path, key), i),
				lang.Sayf("%s: phần tử %d không phải là chữ", "%s: element %d is not text", clean.Show(key), i+1),
				lang.Sayf("đặt trong dấu nháy", "put it in quotes"))
			out = append(out, "")
			continue
		}
		if strings.TrimSpace(s) == "" {
			t.doc.Fail(Element(Path(t.path, key), i),
				lang.Sayf("%s: phần tử %d để trống", "%s: element %d is blank", clean.Show(key), i+1),
				lang.Sayf("ghi giá trị hoặc bỏ phần tử này", "give the value or drop the element"))
		}
		out = append(out, t.text(key, s))
	}
	return out
}

// Text takes a text in both languages, { vi = "…", en = "…" }, or one text for both. It must say something.
func (t *Table) Text(key string) lang.Text {
	v, ok := t.take(key)
	if !ok {
		return lang.Text{}
	}
	if _, ok := v.(string); ok {
		return lang.Both(t.Filled(key))
	}
	sub := t.Table(key)
	if sub == nil {
		return lang.Text{}
	}
	out := lang.Text{VI: sub.Filled("vi"), EN: sub.Filled("en")}
	sub.Require("vi")
	sub.Done()
	return out
}

// Int takes a whole number; 0 where it is missing.
func (t *Table) Int(key string) int {
	v, ok := t.take(key)
	if !ok {
		return 0
	}
	n, ok := v.(int64)
	if !ok || n != int64(int(n)) {
		t.wrong(key, lang.Text{VI: "số nguyên", EN: "a whole number"})
		return 0
	}
	return int(n)
}

// Bool takes true or false; false where it is missing.
func (t *Table) Bool(key string) bool {
	v, ok := t.take(key)
	if !ok {
		return false
	}
	b, ok := v.(bool)
	if !ok {
		t.wrong(key, lang.Text{VI: "true hoặc false", EN: "true or false"})
	}
	return b
}

// Table takes a table; nil where it is missing or something else.
func (t *Table) Table(key string) *Table {
	v, ok := t.take(key)
	if !ok {
		return nil
	}
	m, ok := v.(map[string]any)
	if !ok {
		t.wrong(key, lang.Text{VI: "một bảng", EN: "a table"})
		return nil
	}
	return t.doc.table(Path(t.path, key), m)
}

// Tables takes a list of tables, [[key]] or inline.
func (t *Table) Tables(key string) []*Table {
	v, ok := t.take(key)
	if !ok {
		return nil
	}
	var maps []map[string]any
	switch list := v.(type) {
	case []map[string]any:
		maps = list
	case []any:
		for _, e := range list {
			m, ok := e.(map[string]any)
			if !ok {
				t.wrong(key, lang.Text{VI: "danh sách bảng", EN: "a list of tables"})
				return nil
			}
			maps = append(maps, m)
		}
	default:
		t.wrong(key, lang.Sayf("danh sách bảng [[%s]]", "a list of tables [[%s]]", key))
		return nil
	}
	out := make([]*Table, len(maps))
	for i, m := range maps {
		out[i] = t.doc.table(Element(Path(t.path, key), i), m)
	}
	return out
}

// Done notes a finding for every key that nobody took, naming the one that was probably meant.
func (t *Table) Done() {
	for _, k := range t.Keys() {
		if slices.Contains(t.asked, k) {
			continue
		}
		mend := lang.Sayf("xóa khóa này", "delete this key")
		if near := Nearest(k, t.asked); near != "" {
			t.doc.failed[Path(t.path, near)] = true // what is missing there is here
			mend = lang.Sayf("có phải là %s không?", "did you mean %s?", near)
		} else if len(t.asked) > 0 && len(t.asked) <= 12 {
			mend = lang.Sayf("xóa khóa này; ở đây dùng được: %s",
				"delete this key; known here: %s", strings.Join(t.asked, ", "))
		}
		t.Fail(k, lang.Sayf("khóa lạ %s", "unknown key %s", clean.Show(fmt.Sprintf("%q", k))), mend)
	}
}
