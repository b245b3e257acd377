package sheet

import (
	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Understood says in one line what was read of a sheet, for people who typed it elsewhere: how many criteria are
// scored, how many points that makes, what is asked for.
func Understood(book *rulebook.Book, sh *scoring.Sheet) lang.Text {
	var sum scoring.Points
	for code, m := range sh.Marks {
		if at, ok := book.Index(code); ok {
			sum += book.Criteria[at].Worth(m)
		}
	}
	out := lang.Sayf("%s: chấm %d trong %d tiêu chí, %s điểm", "%s: %d of %d criteria scored, %s points", sh.Unit,
		len(sh.Marks), len(book.Leaves()), sum)
	if n := len(sh.NotApplicable); n > 0 {
		out = lang.Sayf("%s, %d không áp dụng", "%s, %d not applicable", out, n)
	}
	if n := len(sh.Evidence); n > 0 {
		out = lang.Sayf("%s, minh chứng cho %d", "%s, evidence for %d", out, n)
	}
	if n := len(sh.Requests); n > 0 {
		out = lang.Sayf("%s, %s", "%s, %s", out,
			lang.Count(n, "đề nghị thưởng", "bonus asked for", "bonuses asked for"))
	}
	return out
}
