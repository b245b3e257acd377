package view

import (
	"strings"

	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// What is said of a place's award: its sign, its words, and what settled a tie or stands in the way.

// AwardClass is the class of an award: the highest has its own.
func AwardClass(b *scoring.Rulebook, id string) table.Class {
	switch {
	case id == scoring.AwardUndecided, id == scoring.AwardPending:
		return table.Undecided
	case id == scoring.AwardNone:
		return table.Plain
	case len(b.Awards) > 0 && b.Awards[0].ID == id:
		return table.FirstAward
	}
	return table.Award
}

// Sign is the one-cell sign of a place: its award's, «?» where the meeting has to settle it, «✗» where the unit is
// kept from awards.
func Sign(b *scoring.Rulebook, x scoring.Standing) table.Cell {
	if x.Barred != nil || x.Sanction == scoring.Excluded {
		return table.Cell{Text: "✗", Class: table.Barred}
	}
	c := table.Cell{Text: " ", Class: AwardClass(b, x.Award)}
	if a, ok := b.Award(x.Award); ok {
		c.Text = a.Sign
	} else if x.Award == scoring.AwardUndecided || x.Award == scoring.AwardPending {
		c.Text = "?"
	}
	return c
}

// outcome is a place's award in few words, with what settled a tie, or with what stands in the way.
func (p Places) outcome(s *scoring.State, i int) table.Cell {
	b, x := s.Rulebook(), p.At(i)
	c := table.Cell{Class: Sign(b, x).Class}
	switch {
	case x.Rank == 0:
		c.Text, c.Class = NoSheet(s.Units()[x.Unit]).In(p.lang), table.Missing
	case x.Barred != nil:
		c.Text = x.Barred.Name.In(p.lang)
	case x.Sanction == scoring.Excluded:
		c.Text = x.Sanction.Name().In(p.lang)
	case x.Award == scoring.AwardUndecided:
		c.Text = lang.Text{VI: "cần biểu quyết", EN: "vote needed"}.In(p.lang)
	default:
		c.Text = Awards(b, x, p.lang)
		if how := p.tie(i); !how.IsZero() {
			c.Text += " · " + how.In(p.lang)
		}
	}
	return c
}

// Awards are a place's awards in few words: what it has, then what it waits for.
func Awards(b *scoring.Rulebook, x scoring.Standing, l lang.Lang) string {
	var parts []string
	for _, id := range append([]string{x.Award}, x.Beside...) {
		if id != scoring.AwardNone && id != scoring.AwardPending {
			parts = append(parts, b.AwardName(id).In(l))
		}
	}
	for _, id := range x.Waits {
		waits := lang.Sayf("%s: chờ biểu quyết", "%s: vote pending", b.AwardName(id))
		if a, ok := b.Award(id); ok && a.Ballot.Nominees > 0 {
			waits = lang.Sayf("%s: chờ bỏ phiếu", "%s: ballot pending", a.Short)
		}
		parts = append(parts, waits.In(l))
	}
	return strings.Join(parts, " + ")
}

// awardsOf are those of a row.
func (v standings) awardsOf(x scoring.Standing) string { return Awards(v.book, x, v.lang) }

// NoSheet says that a unit has no sheet, and why; nothing where it has one.
func NoSheet(u *scoring.Unit) lang.Text {
	if u.HasSheet() {
		return lang.Text{}
	}
	return lang.Sayf("không có bản tự chấm: %s", "no sheet: %s", u.Without())
}

// tie says in two words what settled, or did not settle, a tie.
func (p Places) tie(i int) lang.Text {
	switch p.At(i).Tie {
	case scoring.TieLevel:
		return lang.Sayf("bậc học %s", "level %s", lang.Both(p.Divided(i)))
	case scoring.TieVote:
		return lang.Text{VI: "do biểu quyết", EN: "by vote"}
	case scoring.TieOpen:
		return lang.Text{VI: "đồng hạng", EN: "level"}
	}
	return lang.Text{}
}

// remark is what decided a place, or keeps a unit from an award.
func (p Places) remark(s *scoring.State, i int) lang.Text {
	var parts []lang.Text
	b, x := s.Rulebook(), p.At(i)
	if x.Rank == 0 {
		parts = append(parts, NoSheet(s.Units()[x.Unit]))
	}
	switch x.Tie {
	case scoring.TieLevel:
		parts = append(parts, lang.Sayf("bằng điểm, xếp theo %s (%s)",
			"level, placed by %s (%s)", b.TieBreak.Name, lang.Both(p.Divided(i))))
	case scoring.TieVote:
		parts = append(parts, lang.Text{VI: "bằng điểm, thứ tự do biểu quyết", EN: "level, the order by vote"})
	case scoring.TieOpen:
		parts = append(parts, lang.Text{VI: "bằng điểm, đồng hạng", EN: "level, sharing the rank"})
	}
	if x.Barred != nil {
		parts = append(parts, x.Barred.Name)
	}
	if x.Sanction != scoring.NoSanction {
		parts = append(parts, x.Sanction.Name())
	}
	return joined("; ", parts)
}

// joined puts texts behind one another.
func joined(between string, parts []lang.Text) lang.Text {
	out := lang.Text{}
	for i, p := range parts {
		if i > 0 {
			out.VI, out.EN = out.VI+between, out.EN+between
		}
		out.VI, out.EN = out.VI+p.In(lang.VI), out.EN+p.In(lang.EN)
	}
	return out
}
