package decision

import (
	"strconv"
	"strings"
	"time"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// Particulars fill in or correct what is known of the sitting that runs.
func (registry) Particulars() kind {
	return about[scoring.Particulars]{
		Name: lang.Text{VI: "thông tin phiên họp", EN: "particulars"},
		Keys: func(a *scoring.Particulars) []key {
			return append(facts(&a.Facts, may),
				may("sitting", (*seq)(&a.Sitting)),
				may("end", (*moment)(&a.End)),
				may("tellers", (*texts)(&a.Tellers)),
				may("copies", (*papers)(&a.Copies)),
				may("recipients", (*texts)(&a.Recipients)),
			)
		},
		SayOf: func(s *scoring.State, d *scoring.Decision, a scoring.Particulars) lang.Text {
			all := corrected(s, d, a)
			if a.Sitting > 0 {
				return withAll(lang.Sayf("phiên họp số %d", "the sitting begun by %d", a.Sitting), all)
			}
			return withAll(lang.Text{VI: "phiên họp", EN: "the sitting"}, all)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   none[scoring.Particulars],
	}
}

// corrected are the things that particulars say, each with what was known in its place.
func corrected(s *scoring.State, d *scoring.Decision, a scoring.Particulars) []fact {
	all := particulars(a)
	if s == nil || s.Rulebook() == nil {
		return all
	}
	seq, when := d.Seq, d.Seq-1
	if d.Seq == 0 {
		seq, when = s.Seq(), s.Seq()
	}
	was := particulars(s.KnownWas(a, seq, when))
	for i, f := range all {
		for _, before := range was {
			if before.name == f.name && before.is != f.is {
				all[i].is = lang.Sayf("%s → %s", "%s → %s", before.is, f.is)
			}
		}
	}
	return all
}

// particulars are all things that particulars say, in words.
func particulars(a scoring.Particulars) []fact {
	all := told(&a.Facts)
	if a.Form != "" {
		all = append([]fact{{lang.Text{VI: "loại", EN: "form"}, a.Form.Name()}}, all...)
	}
	if a.Title != "" {
		all = append(all, fact{lang.Text{VI: "tên phiên", EN: "title"}, lang.Both(a.Title)})
	}
	return append(all, toldLater(a)...)
}

// fact is one thing that is known of a sitting, in words.
type fact struct{ name, is lang.Text }

// told are the things known of a sitting when it begins, but for its form and title.
func told(a *scoring.Facts) []fact {
	return filled([]fact{
		{lang.Text{VI: "địa điểm", EN: "place"}, lang.Both(a.Place)},
		{lang.Text{VI: "bắt đầu", EN: "start"}, lang.Both(clock(a.Start))},
		{lang.Text{VI: "chủ tọa", EN: "chair"}, lang.Both(a.Chair.String())},
		{lang.Text{VI: "thư ký", EN: "secretary"}, lang.Both(a.Secretary.String())},
		{lang.Text{VI: "theo", EN: "called by"}, lang.Both(a.Invitation)},
		{lang.Text{VI: "chương trình", EN: "agenda"}, lang.Both(strings.Join(a.Agenda, "; "))},
	})
}

// toldLater are the things known of a sitting later.
func toldLater(a scoring.Particulars) []fact {
	copies := ""
	if a.Copies > 0 {
		copies = strconv.Itoa(a.Copies)
	}
	return filled([]fact{
		{lang.Text{VI: "kết thúc", EN: "end"}, lang.Both(clock(a.End))},
		{lang.Text{VI: "tổ kiểm phiếu", EN: "tellers"}, lang.Both(strings.Join(a.Tellers, "; "))},
		{lang.Text{VI: "số bản", EN: "copies"}, lang.Both(copies)},
		{lang.Text{VI: "nơi nhận", EN: "recipients"}, lang.Both(strings.Join(a.Recipients, "; "))},
	})
}

// filled are the facts that say something.
func filled(all []fact) (out []fact) {
	for _, f := range all {
		if !f.is.IsZero() {
			out = append(out, f)
		}
	}
	return out
}

// withAll adds facts to a sentence.
func withAll(what lang.Text, all []fact) lang.Text {
	for i, f := range all {
		if i == 0 {
			what = lang.Sayf("%s: %s %s", "%s: %s %s", what, f.name, f.is)
		} else {
			what = lang.Sayf("%s · %s %s", "%s · %s %s", what, f.name, f.is)
		}
	}
	return what
}

// clock is a moment as people write it: 8:30 ngày 30/6/2020.
func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("15:04 02/01/2006")
}
