package papers

import (
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

// All are the papers of a meeting, in the order in which they are handed in.
func All() []Paper {
	return []Paper{
		{"minutes", lang.Text{VI: "biên bản", EN: "minutes"}, true, true, Minutes},
		{"counting", lang.Text{VI: "biên bản kiểm phiếu", EN: "minutes of counting"}, true, false, Counting},
		{"report", lang.Text{VI: "báo cáo", EN: "report"}, true, false, Report},
		{"proposal", lang.Text{VI: "tờ trình", EN: "proposal"}, true, false, Proposal},
		{"ballot", lang.Text{VI: "phiếu bầu", EN: "ballot papers"}, false, true, Ballots},
	}
}
