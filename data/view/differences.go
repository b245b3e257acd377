package view

import (
	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Difference is a criterion of a unit at which the group decided otherwise than the unit scored itself.
type Difference struct {
	Unit, Node int
	Decision   *scoring.Decision
}

// AllDifferences are those of all units, in the rulebook's order.
func AllDifferences(s *scoring.State) (out []Difference) {
	for i, u := range s.Units() {
		for _, at := range s.Rulebook().Leaves() {
			if d := u.Decided(scoring.Agreed, at); d != nil && MarkOf(s.Rulebook(), u, at) == Changed {
				out = append(out, Difference{i, at, d})
			}
		}
	}
	return out
}

// Reason is why it was decided; empty where nobody said.
func (d Difference) Reason(s *scoring.State) string {
	if a, ok := s.Changes(d.Decision).(scoring.Score); ok {
		return a.Reason
	}
	return ""
}

// Differences are all of them as a table: from what to what, by how many points, why, and by which decision.
func Differences(s *scoring.State, l lang.Lang) table.Table {
	all := AllDifferences(s)
	row := func(i int) Difference { return all[i] }
	column := func(id string, head lang.Text, a table.Align, cell func(Difference) table.Cell) table.Of[Difference] {
		return table.Of[Difference]{
			Column: table.Column{ID: id, Head: head, Align: a, Weight: table.Always, For: table.All}, Cell: cell}
	}
	at := func(id string) func(Difference) table.Cell {
		return func(d Difference) table.Cell { return Criteria(s, d.Unit, l).At(d.Node, id) }
	}
	return table.Make(l, lang.Text{VI: "Chênh lệch", EN: "Differences"}, len(all), row, []table.Of[Difference]{
		column("unit", unitHead(), table.Left, func(d Difference) table.Cell {
			name := s.Units()[d.Unit].Name()
			return table.Cell{Text: name, Class: table.Name, Value: name}
		}),
		column("code", codeHead(), table.Left, at("code")),
		column("title", criterionHead(), table.Left, at("title")),
		column("self", lang.Text{VI: "tự chấm", EN: "self"}, table.Right, at("self")),
		column("agreed", lang.Text{VI: "thống nhất", EN: "agreed"}, table.Right, at("agreed")),
		column("difference", lang.Text{VI: "chênh lệch (điểm)", EN: "difference (points)"}, table.Right,
			func(d Difference) table.Cell {
				u := s.Units()[d.Unit]
				p := u.Points(scoring.Agreed, d.Node) - u.Points(scoring.Self, d.Node)
				return table.Cell{Text: Signed(l, p), Class: table.Changed, Value: p}
			}),
		column("reason", lang.Text{VI: "lý do", EN: "reason"}, table.Left, func(d Difference) table.Cell {
			reason := d.Reason(s)
			return table.Cell{Text: reason, Value: reason}
		}),
		column("decision", lang.Text{VI: "quyết định", EN: "decision"}, table.Right,
			func(d Difference) table.Cell { return number(d.Decision.Seq) }),
	})
}
