package papers

import (
	"fmt"
	"slices"

	"thidua/data/meeting"
	"thidua/data/paper"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Paper is one of a meeting's papers.
type Paper struct {
	Name      string // of the file, without its ending
	Title     lang.Text
	Word, PDF bool // as which files it is handed in
	Make      func(*meeting.Snapshot) paper.Document

	Early   bool             // it is made before the meeting is over, and never a draft
	sitting int              // whose paper it is
	says    []scoring.LackOf // what it says of the sitting; nil: all
}

// Lacks is what the paper says and nobody has given yet: there it has a row of dots.
func (p Paper) Lacks(s *scoring.State) []scoring.Lack {
	return slices.DeleteFunc(s.Lacks(), func(l scoring.Lack) bool {
		return l.Sitting != p.sitting || p.says != nil && !slices.Contains(p.says, l.Of)
	})
}

// All are the papers of a meeting, in the order in which they are handed in. A meeting of several sittings has minutes
// of each, numbered, beside those of the last.
func All(s *meeting.Snapshot) []Paper {
	minutes, last := lang.Text{VI: "biên bản", EN: "minutes"}, 0
	all := s.Sittings()
	if n := len(all); n > 0 {
		last = all[n-1].Number
	}
	out := []Paper{{Name: "minutes", Title: minutes, Word: true, PDF: true, Make: Minutes, sitting: last}}
	if len(all) > 1 {
		for i, x := range all {
			out = append(out, Paper{Name: fmt.Sprintf("minutes-%d", x.Number),
				Title: lang.Sayf("%s phiên %d", "%s of sitting %d", minutes, x.Number), Word: true, PDF: true,
				Make:    func(s *meeting.Snapshot) paper.Document { return sourceOf(s, all, i).minutes() },
				sitting: x.Number})
		}
	}
	held := []scoring.LackOf{scoring.LackPlace, scoring.LackStart}
	return append(out,
		Paper{Name: "counting", Title: lang.Text{VI: "biên bản kiểm phiếu", EN: "minutes of counting"}, Word: true,
			Make: Counting, sitting: last, says: append(held, scoring.LackTellers, scoring.LackChair)},
		Paper{Name: "report", Title: lang.Text{VI: "báo cáo", EN: "report"}, Word: true, Make: Report,
			sitting: last, says: held},
		Paper{Name: "proposal", Title: lang.Text{VI: "tờ trình", EN: "proposal"}, Word: true, Make: Proposal,
			sitting: last, says: held},
		Paper{Name: "ballot", Title: lang.Text{VI: "phiếu bầu", EN: "ballot papers"}, PDF: true, Make: Ballots,
			Early: true, says: []scoring.LackOf{}})
}
