package view

import (
	"slices"
	"strings"

	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Rulebook is the criteria of a rulebook, fields among them in its order.
func Rulebook(b *scoring.Rulebook, l lang.Lang) table.Table {
	row := func(i int) *scoring.Criterion { return &b.Criteria[i] }
	level := func(c *scoring.Criterion) any { return c.Level || slices.Contains(b.TieBreak.Assessors, c.Assessor) }
	return table.Make(l, rulebookTitle(b), len(b.Criteria), row, []criterionColumn{
		criterionCode(),
		criterionFact("title", func(c *scoring.Criterion) any { return c.Title }),
		criterionMax(l), criterionLabel(), criterionAssessor(l),
		criterionFact("scored", func(c *scoring.Criterion) any { return c.Scored }),
		criterionFact("level", level),
		optional(criterionFact("kind", criterionScale)),
		optional(criterionFact("optional", func(c *scoring.Criterion) any {
			return orNothing(c.Optional, c.Optional)
		})),
		optional(criterionFact("evidence", func(c *scoring.Criterion) any {
			return orNothing(c.Evidence, len(c.Evidence) > 0)
		})),
	})
}

type criterionColumn = table.Of[*scoring.Criterion]

// criterionFact is a column that only programs read.
func criterionFact(id string, of func(*scoring.Criterion) any) criterionColumn {
	return criterionColumn{
		Column: table.Column{ID: id, Weight: table.Always, For: table.Programs},
		Cell:   func(c *scoring.Criterion) table.Cell { return table.Cell{Value: of(c)} },
	}
}

// orNothing is a value, or nothing where it is not there.
func orNothing(v any, there bool) any {
	if !there {
		return nil
	}
	return v
}

func criterionCode() criterionColumn {
	return criterionColumn{
		Column: table.Column{ID: "code", Head: codeHead(), Weight: table.Always, For: table.All},
		Cell:   func(c *scoring.Criterion) table.Cell { return table.Cell{Text: c.Code, Value: c.Code} },
	}
}

func criterionMax(l lang.Lang) criterionColumn {
	return criterionColumn{
		Column: table.Column{ID: "max", Head: maxHead(), Align: table.Right, Weight: table.Always, For: table.All},
		Cell: func(c *scoring.Criterion) table.Cell {
			return table.Cell{Text: trimmed(l, c.Max), Value: c.Max}
		},
	}
}

func criterionLabel() criterionColumn {
	return criterionColumn{
		Column: table.Column{ID: "label", Head: criterionHead(), Weight: table.Always, For: table.People}, Cell: label}
}

func criterionAssessor(l lang.Lang) criterionColumn {
	return criterionColumn{
		Column: table.Column{ID: "assessor", Head: assessorHead(), Weight: table.Always, For: table.All},
		Cell: func(c *scoring.Criterion) table.Cell {
			return table.Cell{Text: assessors(c).In(l), Value: c.Assessor}
		},
	}
}

// criterionScale is how files name what kind of score a criterion takes; fields take none.
func criterionScale(c *scoring.Criterion) any {
	return orNothing(c.Scale.String(), c.Scored)
}

// rulebookTitle names a rulebook; one that is only an example says so.
func rulebookTitle(b *scoring.Rulebook) lang.Text {
	example := lang.Text{}
	if b.Example {
		example = lang.Text{VI: " [VÍ DỤ]", EN: " [EXAMPLE]"}
	}
	return lang.Sayf("%s%s: %s", "%s%s: %s", b.ID, example, b.Title)
}

// label is a criterion's short title below the fields that it belongs to.
func label(c *scoring.Criterion) table.Cell {
	cell := table.Cell{Text: strings.Repeat("  ", c.Depth) + c.Label(), Value: c.Title}
	if !c.Scored {
		cell.Class = table.Field
	}
	return cell
}

// assessors are who assesses a criterion.
func assessors(c *scoring.Criterion) lang.Text {
	if c.With == "" {
		return lang.Both(c.Assessor)
	}
	return lang.Sayf("%s cùng %s", "%s with %s", c.Assessor, c.With)
}

// trimmed writes points without needless decimals: maxima are whole numbers as a rule.
func trimmed(l lang.Lang, p scoring.Points) string { return lang.Decimal(l, int64(p), 6, 0, 6) }
