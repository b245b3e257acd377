package sheet

import (
	"slices"
	"strings"

	"thidua/data/clean"
	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// criterion finds the row that a key of a table names; nil, with a finding, if there is none.
func (r *reader) criterion(t *tomldoc.Table, code string) *scoring.Criterion {
	if t.IsTable(code) {
		unquoted(t.Table(code), code, r.known)
		return nil
	}
	at, ok := r.book.Index(code)
	if !ok {
		mend := lang.Sayf("xem mã bằng «thidua rulebook show %s»",
			"see the codes with «thidua rulebook show %s»", r.book.ID)
		if near := tomldoc.Nearest(code, r.allCodes()); near != "" {
			mend = lang.Sayf("có phải là %s không?", "did you mean %s?", near)
		}
		t.Fail(code,
			lang.Sayf("bộ tiêu chí không có mã \"%s\"", "the rulebook has no criterion \"%s\"", clean.Show(code)), mend)
		return nil
	}
	return &r.book.Criteria[at]
}

// unquoted finds the codes that TOML took for tables within tables, since nobody quoted them.
func unquoted(t *tomldoc.Table, code string, known func(code string) bool) {
	keys := t.Keys()
	if len(keys) == 0 || strings.Trim(keys[0], "0123456789") != "" && !known(code+"."+keys[0]) {
		t.Fail("", lang.Sayf("%s là một bảng, không phải một giá trị", "%s is a table, not a value", clean.Show(code)),
			lang.Sayf("ghi giá trị", "give the value"))
		return
	}
	for _, k := range keys {
		whole := code + "." + k
		if t.IsTable(k) {
			unquoted(t.Table(k), whole, known)
			continue
		}
		t.Fail(k,
			lang.Sayf("mã tiêu chí %s phải đặt trong dấu nháy",
				"the criterion's code %s must be in quotes", clean.Show(whole)),
			lang.Sayf(`viết "%[1]s" = …, không viết %[1]s = …`, `write "%[1]s" = …, not %[1]s = …`, clean.Show(whole)))
	}
}

// known reports whether the rulebook has a code, or one that begins so.
func (r *reader) known(code string) bool {
	return slices.ContainsFunc(r.book.Criteria, func(c scoring.Criterion) bool {
		return c.Code == code || strings.HasPrefix(c.Code, code+".")
	})
}

func (r *reader) allCodes() []string {
	codes := make([]string, len(r.book.Criteria))
	for i, c := range r.book.Criteria {
		codes[i] = c.Code
	}
	return codes
}

// exempt reports whether a criterion, or a field above it, was declared not applicable.
func (r *reader) exempt(code string) bool {
	return slices.ContainsFunc(r.sheet.NotApplicable, func(off string) bool {
		return code == off || strings.HasPrefix(code, off+".")
	})
}

// codes reads the list of criteria that do not apply: only those that the rulebook marks as optional.
func (r *reader) codes(root *tomldoc.Table, key string) (out []string) {
	for _, code := range root.Strings(key) {
		at, ok := r.book.Index(code)
		switch {
		case code == "": // said already
		case !ok:
			root.Fail(key, lang.Sayf("bộ tiêu chí không có mã %q", "the rulebook has no criterion %q", code),
				lang.Sayf("sửa mã", "mend the code"))
		case !r.book.Criteria[at].Optional:
			root.Fail(key, lang.Sayf("tiêu chí %s áp dụng cho mọi đơn vị", "criterion %s applies to every unit", code),
				lang.Sayf("bỏ mã này khỏi danh sách", "take it off the list"))
		default:
			out = append(out, code)
		}
	}
	return out
}

func (r *reader) evidence(root *tomldoc.Table) {
	t := root.Table("evidence")
	if t == nil {
		return
	}
	for _, code := range t.Keys() {
		if r.criterion(t, code) == nil {
			continue
		}
		if list := t.Strings(code); len(list) > 0 {
			r.sheet.Evidence[code] = list
		}
	}
}

func (r *reader) requests(root *tomldoc.Table) {
	for _, t := range root.Tables("request") {
		t.Require("target", "points", "reason")
		q := scoring.Request{Target: t.Filled("target"), Reason: t.Filled("reason")}
		points, ok := t.Points("points")
		q.Points = points
		if _, known := r.book.Index(q.Target); !known && q.Target != "" {
			t.Fail("target", lang.Sayf("bộ tiêu chí không có mã %q", "the rulebook has no criterion %q", q.Target),
				lang.Sayf("sửa mã", "mend the code"))
		} else if r.exempt(q.Target) {
			t.Fail("target", lang.Sayf("%s đã ghi là không áp dụng", "%s is declared not applicable", q.Target),
				lang.Sayf("bỏ đề nghị này", "drop the request"))
		}
		if ok && q.Points == 0 {
			t.Fail("points", lang.Sayf("đề nghị thưởng phải lớn hơn 0", "a request must be for more than 0"),
				lang.Sayf("ghi số điểm hoặc bỏ đề nghị", "give the points or drop the request"))
		}
		t.Done()
		r.sheet.Requests = append(r.sheet.Requests, q)
	}
}
