package view

import (
	"fmt"

	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// VerdictSign is the sign of what a vote came to.
func VerdictSign(v scoring.Verdict) table.Cell {
	if v == scoring.Carried {
		return table.Cell{Text: "✓", Class: table.Good}
	}
	return table.Cell{Text: "✗", Class: table.Warning}
}

// Votes are the votes that were taken, a row for each, oldest first.
func Votes(s *scoring.State, l lang.Lang) table.Table {
	all := s.Votes()
	row := func(i int) scoring.Tallied { return *all[i] }
	return table.Make(l, lang.Text{VI: "Biểu quyết", EN: "Votes"}, len(all), row, []table.Of[scoring.Tallied]{
		voteSign(), voteForOf(), voteSeq(), voteSubject(l),
		voteCount("for", "tán thành", "for", func(r scoring.Ruling) int { return r.For }),
		voteCount("against", "không tán thành", "against", func(r scoring.Ruling) int { return r.Against }),
		voteCount("abstain", "không biểu quyết", "abstained", func(r scoring.Ruling) int { return r.Abstain }),
		voteCount("base", "trên", "of", func(r scoring.Ruling) int { return r.Base }),
		voteVerdict(l),
	})
}

func voteSign() table.Of[scoring.Tallied] {
	return table.Of[scoring.Tallied]{
		Column: table.Column{ID: "sign", Weight: table.Always, For: table.Screen},
		Cell:   func(t scoring.Tallied) table.Cell { return VerdictSign(t.Ruling.Verdict) },
	}
}

// voteForOf is how many were for it, of how many that count: «7/12».
func voteForOf() table.Of[scoring.Tallied] {
	return table.Of[scoring.Tallied]{
		Column: table.Column{ID: "for_of", Weight: 80, For: table.Screen},
		Cell: func(t scoring.Tallied) table.Cell {
			c := VerdictSign(t.Ruling.Verdict)
			c.Text = fmt.Sprintf("%d/%d", t.Ruling.For, t.Ruling.Base)
			return c
		},
	}
}

func voteSeq() table.Of[scoring.Tallied] {
	return table.Of[scoring.Tallied]{
		Column: table.Column{ID: "seq", Head: lang.Text{VI: "STT", EN: "no."}, Align: table.Right, Weight: 60,
			For: table.All},
		Cell: func(t scoring.Tallied) table.Cell {
			c := number(t.Decision.Seq)
			c.Class = table.Detail
			return c
		},
	}
}

func voteSubject(l lang.Lang) table.Of[scoring.Tallied] {
	return table.Of[scoring.Tallied]{
		Column: table.Column{ID: "subject", Head: lang.Text{VI: "nội dung", EN: "question"}, Weight: table.Always,
			For: table.All},
		Cell: func(t scoring.Tallied) table.Cell {
			return table.Cell{Text: t.Question().In(l), Value: t.Vote.Subject}
		},
	}
}

func voteCount(id, vi, en string, of func(scoring.Ruling) int) table.Of[scoring.Tallied] {
	return table.Of[scoring.Tallied]{
		Column: table.Column{ID: id, Head: lang.Text{VI: vi, EN: en}, Align: table.Right, Weight: 50,
			For: table.Text | table.Programs},
		Cell: func(t scoring.Tallied) table.Cell { return number(of(t.Ruling)) },
	}
}

func voteVerdict(l lang.Lang) table.Of[scoring.Tallied] {
	return table.Of[scoring.Tallied]{
		Column: table.Column{ID: "verdict", Head: lang.Text{VI: "kết quả", EN: "verdict"}, Weight: table.Always,
			For: table.Text | table.Programs},
		Cell: func(t scoring.Tallied) table.Cell {
			v := t.Ruling.Verdict
			return table.Cell{Text: v.Name().In(l), Class: VerdictSign(v).Class, Value: v.String()}
		},
	}
}
