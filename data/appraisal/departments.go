package appraisal

import (
	"path/filepath"
	"strings"

	"thidua/data/names"
	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// departments are those who appraise, as the rulebook names them at its criteria.
type departments struct {
	index *names.Index
	all   []string
}

func departmentsOf(b *scoring.Rulebook) (d departments) {
	aliases := map[string][]string{}
	add := func(name string) {
		if name == "" || aliases[name] != nil {
			return
		}
		d.all = append(d.all, name)
		aliases[name] = []string{name, strings.ReplaceAll(name, "Giáo dục", "GD"),
			strings.ReplaceAll(name, "Giáo dục", "GDĐT")}
	}
	for i := range b.Criteria {
		add(b.Criteria[i].Assessor)
		add(b.Criteria[i].With)
	}
	d.index = names.New(d.all, aliases)
	return d
}

// find is the department that a name means. Where the rulebook names none, any name stands for itself.
func (d departments) find(written string) (name string, ok bool) {
	if len(d.all) == 0 || written == "" {
		return written, true
	}
	return d.index.Find(written)
}

// unknown says that a name is no department of the rulebook.
func (d departments) unknown(written string) (what, mend lang.Text) {
	mend = lang.Sayf("dùng một trong: %s", "use one of: %s", strings.Join(d.all, ", "))
	if near := tomldoc.Nearest(written, d.all); near != "" {
		mend = lang.Sayf("có phải là %s không?", "did you mean %s?", near)
	}
	return lang.Sayf("bộ tiêu chí không có đơn vị đánh giá %q", "the rulebook names no department %q", written), mend
}

// ofFile is the department after which a file, or the folder that holds it, is called; empty where neither is.
func (d departments) ofFile(file string) string {
	if len(d.all) == 0 {
		return ""
	}
	stem := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	folder := filepath.Base(filepath.Dir(file))
	for _, called := range []string{stem, folder} {
		if name, ok := d.index.Find(called); ok {
			return name
		}
	}
	longest := ""
	for _, name := range d.all { // «vu-phap-che-lan-2»
		slug := names.Slug(name)
		for _, called := range []string{stem, folder} {
			if strings.HasPrefix(names.Slug(called), slug+"-") && len(name) > len(longest) {
				longest = name
			}
		}
	}
	return longest
}

// scores reports whether a department scores a criterion, alone or with another. Where nobody says who sent the file,
// or the criterion names no department, it may be anybody's.
func scores(c *scoring.Criterion, department string) bool {
	return department == "" || c.Assessor == "" || c.Assessor == department || c.With == department
}

// assessedBy names who scores a criterion.
func assessedBy(c *scoring.Criterion) lang.Text {
	if c.With == "" {
		return lang.Both(c.Assessor)
	}
	return lang.Sayf("%s cùng %s", "%s with %s", c.Assessor, c.With)
}
