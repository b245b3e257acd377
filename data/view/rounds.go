package view

import (
	"fmt"

	"thidua/data/decision"
	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Counted is one round of an election, or what ended it otherwise: lots, or an appointment.
type Counted struct {
	Office scoring.Office
	No     int            // from 1; 0: no round
	Round  *scoring.Round // nil: no round
	End    *scoring.Decision
}

// Decision is the one that counted it, or ended the election otherwise.
func (c Counted) Decision() *scoring.Decision {
	if c.Round != nil {
		return c.Round.Decision
	}
	return c.End
}

// Counts are the rounds of all elections, what else filled an office behind its rounds.
func Counts(s *scoring.State) (out []Counted) {
	for _, o := range s.Elections() {
		r, _ := s.Race(o)
		for i := range r.Rounds {
			out = append(out, Counted{Office: o, No: i + 1, Round: &r.Rounds[i]})
		}
		for _, d := range []*scoring.Decision{r.LotsDrawn(), r.Appointed()} {
			if d != nil {
				out = append(out, Counted{Office: o, End: d})
			}
		}
	}
	return out
}

// Rounds are the rounds of all elections as a table.
func Rounds(s *scoring.State, l lang.Lang) table.Table {
	all := Counts(s)
	row := func(i int) Counted { return all[i] }
	column := func(id string, head lang.Text, align table.Align, c func(Counted) table.Cell) table.Of[Counted] {
		return table.Of[Counted]{
			Column: table.Column{ID: id, Head: head, Align: align, Weight: table.Always, For: table.All}, Cell: c}
	}
	return table.Make(l, lang.Text{VI: "Bầu cử", EN: "Elections"}, len(all), row, []table.Of[Counted]{
		column("office", lang.Text{VI: "chức danh", EN: "office"}, table.Left, func(c Counted) table.Cell {
			return table.Cell{Text: s.Rulebook().OfficeName(c.Office).In(l), Class: table.Name, Value: string(c.Office)}
		}),
		column("round", lang.Text{VI: "vòng", EN: "round"}, table.Right, func(c Counted) table.Cell {
			if c.Round == nil {
				return table.Cell{}
			}
			return number(c.No)
		}),
		column("votes", lang.Text{VI: "số phiếu", EN: "votes"}, table.Left, func(c Counted) table.Cell {
			return c.votes(s)
		}),
		column("blank", lang.Text{VI: "trắng", EN: "blank"}, table.Right, func(c Counted) table.Cell {
			return c.papers(func(b scoring.Ballot) int { return b.Blank })
		}),
		column("spoiled", lang.Text{VI: "không hợp lệ", EN: "spoiled"}, table.Right, func(c Counted) table.Cell {
			return c.papers(func(b scoring.Ballot) int { return b.Spoiled })
		}),
		column("result", lang.Text{VI: "kết quả", EN: "result"}, table.Left, func(c Counted) table.Cell {
			said := c.result(s).In(l)
			return table.Cell{Text: said, Class: table.Measure, Value: said}
		}),
	})
}

// votes are the candidates that have votes, most first.
func (c Counted) votes(s *scoring.State) table.Cell {
	if c.Round == nil {
		return table.Cell{}
	}
	var parts []lang.Text
	for _, t := range s.Tallies(*c.Round) {
		if t.Votes > 0 {
			parts = append(parts, lang.Both(fmt.Sprintf("%s %d", s.Units()[t.Unit].Name(), t.Votes)))
		}
	}
	said := joined(" · ", parts).VI
	return table.Cell{Text: said, Value: said}
}

func (c Counted) papers(of func(scoring.Ballot) int) table.Cell {
	if c.Round == nil {
		return table.Cell{}
	}
	return number(of(c.Round.Ballot))
}

// result is what came of the round, or how the election ended without one.
func (c Counted) result(s *scoring.State) lang.Text {
	if c.Round == nil {
		return decision.Sentence(s, c.End)
	}
	return c.Round.Sum
}

// HowElected says how an office was come by.
func HowElected(how string) lang.Text {
	switch how {
	case scoring.ByRotation:
		return lang.Text{VI: "luân phiên", EN: "by rotation"}
	case scoring.ByLots:
		return lang.Text{VI: "bốc thăm", EN: "by lots"}
	case scoring.ByConsent:
		return lang.Text{VI: "nhất trí cử", EN: "by agreement"}
	case scoring.ByUpper:
		return lang.Text{VI: "cấp trên phân công", EN: "assigned by the body above"}
	}
	return lang.Text{VI: "phiếu bầu", EN: "by ballot"}
}
