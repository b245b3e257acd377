package view

import (
	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// The columns of the standings, one function each: what heads it, who reads it, and what its cells say.

func (v standings) rank() table.Of[place] {
	return table.Of[place]{
		Column: table.Column{ID: "rank", Head: lang.Text{VI: "hạng", EN: "rank"}, Align: table.Right,
			Weight: table.Always, For: table.All},
		Cell: func(x place) table.Cell {
			if x.Rank == 0 {
				return table.Cell{Text: NoRank, Class: table.Missing}
			}
			return table.Cell{Text: Rank(x.Standing), Class: table.Rank, Value: x.Rank}
		},
	}
}

// moved is how many places better a unit stands than by the self-scores.
func (v standings) moved() table.Of[place] {
	return table.Of[place]{
		Column: table.Column{ID: "moved", Weight: 70, For: table.Screen},
		Cell: func(x place) table.Cell {
			won := PlacesWon(v.state, x.Standing)
			c := table.Cell{Text: Moved(won), Class: table.Rose, Value: won}
			if won < 0 {
				c.Class = table.Fell
			}
			return c
		},
	}
}

func (v standings) unit() table.Of[place] {
	return table.Of[place]{
		Column: table.Column{ID: "unit", Head: unitHead(), Weight: table.Always, For: table.All},
		Cell: func(x place) table.Cell {
			name := v.state.Units()[x.Unit].Name()
			return table.Cell{Text: name, Class: table.Name, Value: name}
		},
	}
}

// points is a column of points with as many decimals as the totals.
func (v standings) points(id string, head lang.Text, decimals int, of func(place) scoring.Points) table.Of[place] {
	return table.Of[place]{
		Column: table.Column{ID: id, Head: head, Align: table.Right, Weight: 50, For: table.Text | table.Programs},
		Cell: func(x place) table.Cell {
			if x.Rank == 0 {
				return table.Cell{Value: of(x)}
			}
			return table.Cell{Text: of(x).Fixed(v.lang, decimals), Value: of(x)}
		},
	}
}

func (v standings) criteria() table.Of[place] {
	return v.points("criteria", criteriaHead(), v.totals,
		func(x place) scoring.Points { return x.Criteria })
}

func (v standings) bonus() table.Of[place] {
	return v.points("bonus", bonusHead(), 2, func(x place) scoring.Points { return x.Bonus })
}

func (v standings) penalty() table.Of[place] {
	return v.points("penalty", penaltyHead(), 2, func(x place) scoring.Points { return x.Penalty })
}

func (v standings) total() table.Of[place] {
	return v.points("total", measureHead(scoring.ByTotal), v.totals, func(x place) scoring.Points { return x.Total })
}

// share is what a ranking by shares goes by, beside the total that it is a share of.
func (v standings) share() table.Of[place] {
	return table.Of[place]{
		Column: table.Column{ID: "share", Head: measureHead(scoring.ByShare), Align: table.Right, Weight: table.Always,
			For: table.Text},
		Cell: func(x place) table.Cell {
			m := v.Measure(x.i)
			if x.Rank == 0 {
				return table.Cell{Value: m}
			}
			return table.Cell{Text: m.Fixed(v.lang, v.decimals), Class: table.Measure, Value: m}
		},
	}
}

func (v standings) levelTotal() table.Of[place] {
	return v.program("level_total", func(x place) any { return x.Level })
}

func (v standings) maximum() table.Of[place] {
	return v.program("maximum", func(x place) any { return x.Maximum })
}

func (v standings) tied() table.Of[place] {
	return v.program("tie", func(x place) any { return x.Tie.String() })
}

func (v standings) sanction() table.Of[place] {
	return v.program("sanction", func(x place) any { return string(x.Sanction) })
}

func (v standings) barred() table.Of[place] {
	c := v.program("barred", func(x place) any {
		if x.Barred == nil {
			return nil
		}
		return x.Barred.ID
	})
	c.Optional = true
	return c
}

// program is a column that people read in others.
func (v standings) program(id string, of func(place) any) table.Of[place] {
	return table.Of[place]{
		Column: table.Column{ID: id, For: table.Programs},
		Cell:   func(x place) table.Cell { return table.Cell{Value: of(x)} },
	}
}

// measure is what the ranking goes by, whichever it is.
func (v standings) measure() table.Of[place] {
	return table.Of[place]{
		Column: table.Column{ID: "measure", Head: v.Head(), Short: v.Short(), Align: table.Right,
			Weight: table.Always, For: table.Screen},
		Cell: func(x place) table.Cell {
			return table.Cell{Text: v.Measured(x.i), Class: table.Measure, Value: v.Measure(x.i)}
		},
	}
}

// distance is how far a place is behind the one above.
func (v standings) distance() table.Of[place] {
	return table.Of[place]{
		Column: table.Column{ID: "gap", Head: lang.Text{VI: "cách", EN: "gap"}, Align: table.Right,
			Weight: 90, For: table.Screen},
		Cell: func(x place) table.Cell {
			return table.Cell{Text: v.Distance(x.i), Class: table.Gap, Value: v.Gap(x.i)}
		},
	}
}

func (v standings) sign() table.Of[place] {
	return table.Of[place]{
		Column: table.Column{ID: "sign", Weight: table.Always, For: table.Screen},
		Cell:   func(x place) table.Cell { return Sign(v.book, x.Standing) },
	}
}

func (v standings) award() table.Of[place] {
	return table.Of[place]{
		Column: table.Column{ID: "award", Head: v.awardHead(), Weight: 80, For: table.Text | table.Programs},
		Cell: func(x place) table.Cell {
			return table.Cell{Class: AwardClass(v.book, x.Award), Value: x.Award, Text: v.awardsOf(x.Standing)}
		},
	}
}

// awardHead is the head of what a unit is proposed for, or of what was decided in the end.
func (v standings) awardHead() lang.Text {
	if v.Stage() == scoring.Final {
		return lang.Text{VI: "được tặng", EN: "awarded"}
	}
	return awardHead()
}

// besides are the further awards that a unit holds.
func (v standings) besides() table.Of[place] {
	c := v.program("beside", func(x place) any {
		if len(x.Beside) == 0 {
			return nil
		}
		return x.Beside
	})
	c.Optional = true
	return c
}

// waits are the awards whose vote or ballot a unit waits for.
func (v standings) waits() table.Of[place] {
	c := v.program("pending", func(x place) any {
		if len(x.Waits) == 0 {
			return nil
		}
		return x.Waits
	})
	c.Optional = true
	return c
}

// class is the unit's class, where the rulebook has classes.
func (v standings) class() table.Of[place] {
	return table.Of[place]{
		Column: table.Column{ID: "class", Head: lang.Text{VI: "xếp loại", EN: "class"}, Weight: 60, For: table.All,
			Optional: true},
		Cell: func(x place) table.Cell {
			for _, c := range v.book.Classes {
				if c.ID == x.Class {
					return table.Cell{Text: c.Name.In(v.lang), Value: c.ID}
				}
			}
			return table.Cell{}
		},
	}
}

// proposed is what the cluster proposed, beside what was decided in the end.
func (v standings) proposed() table.Of[place] {
	return table.Of[place]{
		Column: table.Column{ID: "proposed", Head: awardHead(), Weight: 70, For: table.Text | table.Programs},
		Cell: func(x place) table.Cell {
			c := table.Cell{Class: table.Detail, Value: x.Proposed}
			if x.Proposed != scoring.AwardNone {
				c.Text = v.book.AwardName(x.Proposed).In(v.lang)
			}
			return c
		},
	}
}

// outcomes says the award with what settled a tie, or what stands in its way.
func (v standings) outcomes() table.Of[place] {
	return table.Of[place]{
		Column: table.Column{ID: "outcome", Head: awardHead(), Short: awardShort(), Weight: 80, For: table.Screen},
		Cell:   func(x place) table.Cell { return v.outcome(v.state, x.i) },
	}
}

// The parts of a total as screens have them: with their sign, and nothing where there is none.

func (v standings) criteriaPart() table.Of[place] {
	return v.part("criteria_part", criteriaHead(), table.Detail,
		func(x place) string {
			if x.Rank == 0 {
				return ""
			}
			return Points(v.lang, x.Criteria)
		})
}

func (v standings) bonusPart() table.Of[place] {
	return v.part("bonus_part", bonusHead(), table.Good, func(x place) string { return signed(v.lang, "+", x.Bonus) })
}

func (v standings) penaltyPart() table.Of[place] {
	return v.part("penalty_part", penaltyHead(), table.Bad,
		func(x place) string { return signed(v.lang, "−", x.Penalty) })
}

// signed is points behind a sign; nothing where there are none.
func signed(l lang.Lang, sign string, p scoring.Points) string {
	if p == 0 {
		return ""
	}
	return sign + Points(l, p)
}

func (v standings) part(id string, head lang.Text, class table.Class, said func(place) string) table.Of[place] {
	return table.Of[place]{
		Column: table.Column{ID: id, Head: head, Align: table.Right, Weight: partWeight(class), For: table.Screen},
		Cell:   func(x place) table.Cell { return table.Cell{Text: said(x), Class: class} },
	}
}

func (v standings) remarks() table.Of[place] {
	return table.Of[place]{
		Column: table.Column{ID: "remark", Head: lang.Text{VI: "ghi chú", EN: "remark"}, Weight: 40, For: table.Text},
		Cell: func(x place) table.Cell {
			return table.Cell{Text: v.remark(v.state, x.i).In(v.lang), Class: table.Detail}
		},
	}
}

// partWeight is how long a part of a total stays where it becomes narrow: first the penalties go, then the bonuses.
func partWeight(c table.Class) int {
	return map[table.Class]int{table.Detail: 53, table.Good: 52, table.Bad: 51}[c]
}
