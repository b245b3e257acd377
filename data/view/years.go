package view

import (
	"slices"
	"strconv"
	"strings"

	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Earlier years beside this one. A year's numbers are those of its last stage; heads say which.

// years are meetings of earlier years on their way into tables.
type years struct {
	state *scoring.State
	lang  lang.Lang
}

func (v years) title(what lang.Text) lang.Text { return appraisal(v).title(what) }

// stageOf says of which year and stage an earlier year's numbers are, and whether they may still have changed.
func stageOf(s *scoring.State, p scoring.Past) lang.Text {
	stage := s.Rulebook().StageName(p.Stage)
	if p.Open {
		return lang.Sayf("%s (%s, chưa chốt)", "%s (%s, not closed)", p.Year, stage)
	}
	return lang.Sayf("%s (%s)", "%s (%s)", p.Year, stage)
}

// thisYear says the same of this year's numbers, which are the agreed ones.
func thisYear(s *scoring.State) lang.Text {
	return stageOf(s, scoring.Past{Year: s.Year(), Stage: scoring.Agreed})
}

// YearStages is the sentence that says of which year and stage the numbers are.
func YearStages(s *scoring.State) lang.Text {
	said := []lang.Sayer{}
	for _, p := range s.Pasts() {
		said = append(said, stageOf(s, p))
	}
	return lang.Sayf("Điểm và hạng của năm: %s", "Points and ranks are of: %s",
		lang.List(append(said, thisYear(s))...))
}

// noneCell stands where a unit was no member that year, went by another name, or had no sheet.
func (v years) noneCell() table.Cell {
	return table.Cell{Text: lang.Text{VI: "không có", EN: "none"}.In(v.lang), Class: table.Missing}
}

// YearRanks are the ranks and totals of the units of this meeting over the years, oldest first, and the change against
// the year before.
func YearRanks(s *scoring.State, l lang.Lang) table.Table {
	v := years{s, l}
	t := s.Standings(scoring.Agreed)
	columns := []table.Of[int]{v.column("unit", unitHead(), table.Left, table.Always, v.name)}
	for i, p := range s.Pasts() {
		columns = append(columns, v.pastColumns(i, p)...)
	}
	columns = append(columns,
		v.staged("rank", lang.Text{VI: "hạng", EN: "rank"}, s.Year(), thisYear(s)).column(table.Right, table.Always,
			func(unit int) table.Cell {
				x := t.At(t.Place(unit))
				return table.Cell{Text: Rank(x), Class: table.Rank, Value: Rank(x)}
			}),
		v.staged("total", lang.Text{VI: "điểm", EN: "points"}, s.Year(), thisYear(s)).column(table.Right, 80,
			func(unit int) table.Cell {
				x := t.At(t.Place(unit))
				if x.Rank == 0 {
					return v.noneCell()
				}
				return table.Cell{Text: Points(l, x.Total), Class: table.Measure, Value: x.Total}
			}),
		v.column("moved", lang.Text{VI: "so với năm trước", EN: "on the year before"}, table.Right, 70, v.moved),
		v.column("share", lang.Text{VI: "± % điểm tối đa", EN: "± % of maximum"}, table.Right, 60,
			func(unit int) table.Cell { return v.riseCell(RiseOf(s, unit, -1)) }))
	order := func(i int) int { return t.At(i).Unit }
	return table.Make(l, v.title(lang.Text{VI: "Thứ hạng qua các năm", EN: "Ranks over the years"}), t.Len(), order,
		columns)
}

func (v years) column(id string, head lang.Text, a table.Align, weight int,
	cell func(int) table.Cell) table.Of[int] {
	return table.Of[int]{Column: table.Column{ID: id, Head: head, Align: a, Weight: weight, For: table.All}, Cell: cell}
}

// stagedHead is the head of a column: in full it says the stage of its numbers, else their year alone.
type stagedHead struct {
	id          string
	head, short lang.Text
}

func (v years) staged(id string, what lang.Text, year string, full lang.Text) stagedHead {
	return stagedHead{id, lang.Sayf("%s %s", "%s %s", what, full), lang.Sayf("%s %s", "%s %s", what, year)}
}

func (h stagedHead) column(a table.Align, weight int, cell func(int) table.Cell) table.Of[int] {
	return table.Of[int]{Column: table.Column{ID: h.id, Head: h.head, Short: h.short, Align: a, Weight: weight,
		For: table.All}, Cell: cell}
}

// pastColumns are rank and total of one earlier year, the i-th.
func (v years) pastColumns(i int, p scoring.Past) []table.Of[int] {
	of := func(cell func(scoring.PastUnit) table.Cell) func(int) table.Cell {
		return func(unit int) table.Cell {
			if u, ok := p.Of(v.state.Units()[unit].Name()); ok {
				return cell(u)
			}
			return v.noneCell()
		}
	}
	n, year := strconv.Itoa(i), stageOf(v.state, p)
	return []table.Of[int]{
		v.staged("rank-"+n, lang.Text{VI: "hạng", EN: "rank"}, p.Year, year).column(table.Right, 50+i,
			of(func(u scoring.PastUnit) table.Cell { return number(u.Rank) })),
		v.staged("total-"+n, lang.Text{VI: "điểm", EN: "points"}, p.Year, year).column(table.Right, 30+i,
			of(func(u scoring.PastUnit) table.Cell {
				return table.Cell{Text: Points(v.lang, u.Total), Value: u.Total}
			})),
	}
}

func (v years) name(unit int) table.Cell {
	name := v.state.Units()[unit].Name()
	return table.Cell{Text: name, Class: table.Name, Value: name}
}

// moved is how many places a unit has won on the year before.
func (v years) moved(unit int) table.Cell {
	last, ok := lastOf(v.state, unit)
	t := v.state.Standings(scoring.Agreed)
	now := t.At(t.Place(unit)).Rank
	if !ok || now == 0 {
		return v.noneCell()
	}
	c := table.Cell{Text: Moved(last.Rank - now), Value: last.Rank - now}
	switch {
	case last.Rank > now:
		c.Class = table.Good
	case last.Rank < now:
		c.Class = table.Fell
	}
	return c
}

// lastOf is what a unit had the year before: in the newest meeting that was named, where it is of that year.
func lastOf(s *scoring.State, unit int) (scoring.PastUnit, bool) {
	p, ok := YearBefore(s)
	if !ok {
		return scoring.PastUnit{}, false
	}
	return p.Of(s.Units()[unit].Name())
}

// YearBefore is the meeting of the year before; ok is false where none was named.
func YearBefore(s *scoring.State) (p scoring.Past, ok bool) {
	all := s.Pasts()
	if len(all) == 0 {
		return p, false
	}
	p = all[len(all)-1]
	return p, s.Rulebook().Years.Next(p.Year) == s.Year()
}

// Rise is what part of its maximum a unit has in a field, this year and the year before.
type Rise struct {
	Unit, Node int // Node -1: of everything
	Was, Is    scoring.Percent
	Known      bool // both years have it

	Points        scoring.Points // the change in points; of use where the maximum is the same
	WasMax, IsMax scoring.Points
	Other         string // the id of the rulebook of that year, where it was another
}

// ByShare reports whether only the shares of the maximum can be compared: it changed, or another rulebook ruled.
func (r Rise) ByShare() bool { return r.Other != "" || r.WasMax != r.IsMax }

// Compared says why only shares are compared; zero where points are too.
func (r Rise) Compared() lang.Text {
	switch {
	case !r.Known || !r.ByShare():
		return lang.Text{}
	case r.Other != "":
		return lang.Sayf("bộ tiêu chí khác (%s): so tỷ lệ", "another rulebook (%s): shares are compared", r.Other)
	}
	return lang.Sayf("điểm tối đa %s → %s: so tỷ lệ", "maximum %s → %s: shares are compared", r.WasMax, r.IsMax)
}

// measure takes what there was and is, of what maximum.
func (r *Rise) measure(s *scoring.State, was, wasMax, is, isMax scoring.Points) {
	if r.Known = r.Known && wasMax > 0 && isMax > 0; !r.Known {
		return
	}
	r.Was, r.Is, r.Points = was.Part(wasMax), is.Part(isMax), is-was
	r.WasMax, r.IsMax = wasMax, isMax
	if p, _ := YearBefore(s); p.Rulebook != "" && p.Rulebook != s.Rulebook().ID {
		r.Other = p.Rulebook
	}
}

// By is the change in points of percent, in hundredths.
func (r Rise) By() scoring.Percent { return r.Is - r.Was }

// Marked is from how much on a rise is pointed out, in points of percent: what may ground a bonus for a marked rise on
// the year before is the meeting's to judge, and only named here.
const Marked = scoring.Percent(5_00)

// RiseOf holds what a unit has against the year before: in a field, or -1: in all.
func RiseOf(s *scoring.State, unit, node int) Rise {
	last, ok := lastOf(s, unit)
	return riseOn(s, last, ok, unit, node)
}

// riseOn is RiseOf for who has looked up what the unit had; ok is false where it had nothing.
func riseOn(s *scoring.State, last scoring.PastUnit, ok bool, unit, node int) (r Rise) {
	r = Rise{Unit: unit, Node: node}
	u := s.Units()[unit]
	switch {
	case !ok || !u.HasSheet():
		return r
	case node < 0:
		r.Known = true
		r.measure(s, last.Total, last.Max, u.Total(scoring.Agreed), u.Maximum())
		return r
	}
	f, ok := last.Field(&s.Rulebook().Criteria[node])
	if r.Known = ok && u.Applies(node); r.Known {
		r.measure(s, f.Points, f.Max, u.Points(scoring.Agreed, node), u.Max(node))
	}
	return r
}

// Rises are those of every unit in every field of which both years have something, unit by unit.
func Rises(s *scoring.State) (out []Rise) {
	for unit := range s.Units() {
		last, ok := lastOf(s, unit)
		for node := range s.Rulebook().Criteria {
			r := riseOn(s, last, ok, unit, node)
			if s.Rulebook().Criteria[node].Parent < 0 && r.Known {
				out = append(out, r)
			}
		}
	}
	return out
}

// YearChanges are the changes by unit and field against the year before.
func YearChanges(s *scoring.State, l lang.Lang) table.Table {
	v := years{s, l}
	all := Rises(s)
	column := func(id string, head lang.Text, a table.Align, weight int, cell func(Rise) table.Cell) table.Of[Rise] {
		return table.Of[Rise]{Column: table.Column{ID: id, Head: head, Align: a, Weight: weight, For: table.All},
			Cell: cell}
	}
	percent := func(of func(Rise) scoring.Percent) func(Rise) table.Cell {
		return func(r Rise) table.Cell { return table.Cell{Text: of(r).In(l), Value: of(r)} }
	}
	last, _ := YearBefore(s)
	return table.Make(l, v.title(lang.Text{VI: "So với năm trước", EN: "On the year before"}), len(all),
		func(i int) Rise { return all[i] },
		[]table.Of[Rise]{
			column("unit", unitHead(), table.Left, table.Always, func(r Rise) table.Cell { return v.name(r.Unit) }),
			column("code", codeHead(), table.Left, table.Always, func(r Rise) table.Cell {
				n := &s.Rulebook().Criteria[r.Node]
				return table.Cell{Text: n.Code, Value: n.Code}
			}),
			column("title", lang.Text{VI: "lĩnh vực", EN: "field"}, table.Left, 20, func(r Rise) table.Cell {
				n := &s.Rulebook().Criteria[r.Node]
				return table.Cell{Text: n.Label(), Class: table.Detail, Value: n.Title}
			}),
			column("was", lang.Sayf("%% điểm tối đa %s", "%% of maximum %s", stageOf(s, last)), table.Right, 80,
				percent(func(r Rise) scoring.Percent { return r.Was })),
			column("is", lang.Sayf("%% điểm tối đa %s", "%% of maximum %s", thisYear(s)), table.Right, 80,
				percent(func(r Rise) scoring.Percent { return r.Is })),
			column("change", lang.Text{VI: "± điểm phần trăm", EN: "± points of percent"}, table.Right, table.Always,
				v.riseCell),
			column("points", lang.Text{VI: "± điểm", EN: "± points"}, table.Right, 70, v.pointsCell),
			column("remark", lang.Text{VI: "ghi chú", EN: "remark"}, table.Left, 60, v.remark),
		})
}

// MarkedRise is the remark on a rise that may ground a bonus, with the clause that bonuses follow.
func MarkedRise(s *scoring.State) lang.Text {
	said := lang.Text{VI: "tăng rõ, có thể là căn cứ thưởng", EN: "a marked rise, may ground a bonus"}
	if clause := s.Rulebook().Bonus.Clause; clause != "" {
		return lang.Sayf("%s (%s)", "%s (%s)", said, clause)
	}
	return said
}

// remark says that a rise is marked, and why only shares are compared.
func (v years) remark(r Rise) table.Cell {
	c := table.Cell{Text: r.Compared().In(v.lang)}
	if r.By() >= Marked {
		c.Text, c.Class = MarkedRise(v.state).In(v.lang), table.Good
		if r.ByShare() {
			c.Text += "; " + r.Compared().In(v.lang)
		}
	}
	if c.Text != "" {
		c.Value = c.Text
	}
	return c
}

// pointsCell is a change in points, where they can be compared.
func (v years) pointsCell(r Rise) table.Cell {
	if !r.Known || r.ByShare() {
		return table.Cell{Text: NoRank, Class: table.Missing}
	}
	return byCell(v.lang, r.Points)
}

// riseCell is a change in points of percent, with its sign.
func (v years) riseCell(r Rise) table.Cell {
	if !r.Known {
		return v.noneCell()
	}
	c := table.Cell{Text: SignedPercent(v.lang, r.By()), Value: r.By()}
	switch {
	case r.By() > 0:
		c.Class = table.Good
	case r.By() < 0:
		c.Class = table.Fell
	}
	return c
}

// SignedPercent is a change in points of percent with its sign.
func SignedPercent(l lang.Lang, p scoring.Percent) string {
	if p > 0 {
		return "+" + p.In(l)
	}
	return p.In(l)
}

// YearOfficers are who held office when, by the rulebook and the meetings that were named, the newest year first.
func YearOfficers(s *scoring.State, l lang.Lang) table.Table {
	v := years{s, l}
	all := Held(s)
	column := func(id string, head lang.Text, cell func(scoring.Officers) string) table.Of[scoring.Officers] {
		return table.Of[scoring.Officers]{Column: table.Column{ID: id, Head: head, Weight: table.Always,
			For: table.All},
			Cell: func(o scoring.Officers) table.Cell { return table.Cell{Text: cell(o), Value: cell(o)} }}
	}
	columns := []table.Of[scoring.Officers]{column("year", lang.Text{VI: "năm", EN: "year"},
		func(o scoring.Officers) string { return o.Year })}
	for _, office := range s.Rulebook().Election.Offices {
		columns = append(columns, column(string(office), s.Rulebook().OfficeName(office),
			func(o scoring.Officers) string { return o.Holder(office) }))
	}
	return table.Make(l, v.title(lang.Text{VI: "Ai giữ chức", EN: "Who held office"}), len(all),
		func(i int) scoring.Officers { return all[i] }, columns)
}

// Held is who held office in which year, the newest first; of two that say it of one year the later one counts.
func Held(s *scoring.State) (out []scoring.Officers) {
	seen := map[string]int{}
	for _, o := range s.History() {
		if o.Leader == "" && o.Deputy == "" && len(o.Others) == 0 {
			continue
		}
		if i, ok := seen[o.Year]; ok {
			out[i] = o
			continue
		}
		seen[o.Year] = len(out)
		out = append(out, o)
	}
	slices.SortStableFunc(out, func(a, b scoring.Officers) int { return strings.Compare(b.Year, a.Year) })
	return out
}

// AskedRise says how the unit stands on the year before where it asks for a bonus: in the field that holds the node,
// and of which year and stage the numbers are. Zero where no meeting of the year before was named.
func AskedRise(s *scoring.State, unit, node int) lang.Text {
	last, ok := YearBefore(s)
	if !ok {
		return lang.Text{}
	}
	b := s.Rulebook()
	for b.Criteria[node].Parent >= 0 {
		node = b.Criteria[node].Parent
	}
	r, code := RiseOf(s, unit, node), b.Criteria[node].Code
	if !r.Known {
		return lang.Sayf("so với năm %s, mục %s: không có điểm để so", "on %s, field %s: there is nothing to compare",
			stageOf(s, last), code)
	}
	by := lang.Text{VI: SignedPercent(lang.VI, r.By()), EN: SignedPercent(lang.EN, r.By())}
	said := lang.Sayf("mục %s: %s → %s %% điểm tối đa (%s), %s → %s",
		"field %s: %s → %s %% of the maximum (%s), %s → %s",
		code, r.Was, r.Is, by, stageOf(s, last), thisYear(s))
	if r.By() >= Marked {
		return lang.Sayf("%s: %s", "%s: %s", said, MarkedRise(s))
	}
	return said
}
