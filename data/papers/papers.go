package papers

import (
	"fmt"

	"thidua/data/meeting"
	"thidua/data/paper"
	"thidua/scoring/lang"
)

// Paper is one of a meeting's papers.
type Paper struct {
	Name      string // of the file, without its ending
	Title     lang.Text
	Word, PDF bool // as which files it is handed in
	Make      func(*meeting.Snapshot) paper.Document
}

// All are the papers of a meeting, in the order in which they are handed in. A meeting of several sittings has minutes
// of each, numbered, beside those of the last.
func All(s *meeting.Snapshot) []Paper {
	minutes := lang.Text{VI: "biên bản", EN: "minutes"}
	out := []Paper{{"minutes", minutes, true, true, Minutes}}
	if all := s.Sittings(); len(all) > 1 {
		for i, x := range all {
			out = append(out, Paper{fmt.Sprintf("minutes-%d", x.Number),
				lang.Sayf("%s phiên %d", "%s of sitting %d", minutes, x.Number), true, true,
				func(s *meeting.Snapshot) paper.Document { return sourceOf(s, all, i).minutes() }})
		}
	}
	return append(out,
		Paper{"counting", lang.Text{VI: "biên bản kiểm phiếu", EN: "minutes of counting"}, true, false, Counting},
		Paper{"report", lang.Text{VI: "báo cáo", EN: "report"}, true, false, Report},
		Paper{"proposal", lang.Text{VI: "tờ trình", EN: "proposal"}, true, false, Proposal},
		Paper{"ballot", lang.Text{VI: "phiếu bầu", EN: "ballot papers"}, false, true, Ballots})
}
