package rulebook

import (
	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// paper takes [paper]: what the papers of a meeting say beside its record.
func (r *reader) paper(t *tomldoc.Table) {
	s := t.Table("paper")
	if s == nil {
		return
	}
	p := scoring.PaperRule{
		Parent: s.Strings("parent"), Issuer: s.Strings("issuer"), Symbol: s.Filled("symbol"),
		Meeting: s.Filled("meeting"), Addressees: s.Strings("addressees"), Recipients: s.Strings("recipients"),
		Signer: s.Strings("signer"), Post: s.Filled("post"),
	}
	for _, x := range s.Tables("basis") {
		x.Require("text")
		b := scoring.Basis{Text: x.Filled("text"), From: x.Date("from"), Until: x.Date("until")}
		if !b.From.IsZero() && !b.Until.IsZero() && b.Until.Before(b.From) {
			x.Fail("until", lang.Sayf("until sớm hơn from", "until is before from"),
				lang.Sayf("đổi lại hai ngày", "exchange the two days"))
		}
		x.Done()
		p.Bases = append(p.Bases, b)
	}
	s.Done()
	r.book.Paper = p
}
