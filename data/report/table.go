package report

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/rivo/uniseg"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// grid is a plain-text table: columns as wide as their widest cell, numbers at the right.
type grid struct {
	right []bool
	rows  [][]string
}

// head begins a table; a title that starts with > has its column at the right.
func head(titles ...string) *grid {
	g := &grid{}
	for i, t := range titles {
		g.right = append(g.right, strings.HasPrefix(t, ">"))
		titles[i] = strings.TrimPrefix(t, ">")
	}
	g.rows = append(g.rows, titles)
	return g
}

func (g *grid) add(cells ...string) { g.rows = append(g.rows, cells) }

// write writes the table. Width is counted in cells: a name takes as many whatever its composition.
func (g *grid) write(w io.Writer) error {
	widths := make([]int, len(g.right))
	for _, row := range g.rows {
		for i, c := range row {
			widths[i] = max(widths[i], uniseg.StringWidth(c))
		}
	}
	var b strings.Builder
	for _, row := range g.rows {
		line := ""
		for i, c := range row {
			pad := strings.Repeat(" ", widths[i]-uniseg.StringWidth(c))
			if i > 0 {
				line += "  "
			}
			if g.right[i] {
				line += pad + c
			} else {
				line += c + pad
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// StandingsTable writes the standings at a stage for people.
func StandingsTable(w io.Writer, s *meeting.Snapshot, st scoring.Stage, l lang.Lang) error {
	say := func(vi, en string, args ...any) string { return lang.Sayf(vi, en, args...).In(l) }
	b, t := s.Rulebook(), s.Standings(st)
	totals := make([]scoring.Points, t.Len())
	for i, x := range t.All() {
		totals[i] = x.Total
	}
	decimals := scoring.Decimals(totals...)
	titles := []string{">" + say("hạng", "rank"), say("đơn vị", "unit"), ">" + say("tiêu chí", "criteria"),
		">" + say("thưởng", "bonus"), ">" + say("trừ", "penalty"), ">" + say("tổng điểm", "total")}
	if b.Rank.By == scoring.ByShare {
		titles = append(titles, ">"+say("% áp dụng", "% of max"))
	}
	g := head(append(titles, say("đề nghị khen thưởng", "proposed award"), say("ghi chú", "remark"))...)
	for _, x := range t.All() {
		u := s.Units()[x.Unit]
		rank := fmt.Sprint(x.Rank)
		if x.Tie == scoring.TieOpen {
			rank += "="
		}
		cells := []string{rank, u.Name(), x.Criteria.Fixed(l, decimals), x.Bonus.Fixed(l, 2), x.Penalty.Fixed(l, 2),
			x.Total.Fixed(l, decimals)}
		if b.Rank.By == scoring.ByShare {
			cells = append(cells, t.Measure(t.Place(x.Unit)).Fixed(l, t.Decimals()))
		}
		award := ""
		if x.Award != scoring.AwardNone {
			award = b.AwardName(x.Award).In(l)
		}
		g.add(append(cells, award, remark(s, x).In(l))...)
	}
	if _, err := fmt.Fprintln(w, title(s, st).In(l)); err != nil {
		return err
	}
	return g.write(w)
}

// title says what the standings are of.
func title(s *meeting.Snapshot, st scoring.Stage) lang.Text {
	name := s.Rulebook().Title
	if c, ok := s.Rulebook().Cluster(s.Cluster()); ok {
		name = c.Name
	}
	return lang.Sayf("%s · %s · %s · %s",
		"%s · %s · %s · %s", name, s.Year(), st.Name(), lang.Count(s.Seq(), "quyết định", "decision", "decisions"))
}

// remark is what decided a place, or keeps a unit from an award.
func remark(s *meeting.Snapshot, x scoring.Standing) lang.Text {
	var parts []lang.Text
	switch x.Tie {
	case scoring.TieLevel:
		parts = append(parts,
			lang.Sayf("bằng điểm, xếp theo %s (%s)", "level, placed by %s (%s)", s.Rulebook().TieBreak.Name, x.Level))
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
	out := lang.Text{}
	for i, p := range parts {
		if i == 0 {
			out = p
		} else {
			out = lang.Sayf("%s; %s", "%s; %s", out, p)
		}
	}
	return out
}

// LogTable writes the record for people: a line for each decision.
func LogTable(w io.Writer, s *meeting.Snapshot, l lang.Lang) error {
	g := head(">"+lang.Sayf("số", "no.").In(l), lang.Sayf("lúc", "when").In(l), lang.Sayf("người ghi", "by").In(l),
		lang.Sayf("quyết định", "decision").In(l))
	for _, e := range s.Log {
		what := meeting.Sentence(&s.State, e.Decision).In(l)
		if by, gone := s.Withdrawn(e.Seq); gone {
			what = lang.Sayf("[đã hoàn tác bởi số %d] %s", "[undone by %d] %s", by, what).In(l)
		}
		g.add(fmt.Sprint(e.Seq), e.At.Format(time.DateTime), e.By, what)
	}
	return g.write(w)
}

// RulebookTable writes a rulebook for people: its criteria as a tree, then its clusters.
func RulebookTable(w io.Writer, b *scoring.Rulebook, l lang.Lang) error {
	say := func(vi, en string, args ...any) string { return lang.Sayf(vi, en, args...).In(l) }
	example := ""
	if b.Example {
		example = say(" [VÍ DỤ]", " [EXAMPLE]")
	}
	if _, err := fmt.Fprintf(w, "%s%s: %s\n%s\n\n", b.ID, example, b.Title.In(l), b.Source.In(l)); err != nil {
		return err
	}
	g := head(say("mã", "code"), ">"+say("tối đa", "max"), say("tiêu chí", "criterion"),
		say("đơn vị đánh giá", "assessor"))
	for _, c := range b.Criteria {
		assessor := c.Assessor
		if c.With != "" {
			assessor += say(" cùng ", " with ") + c.With
		}
		g.add(c.Code, lang.Decimal(l, int64(c.Max), 6, 0, 6), strings.Repeat("  ", c.Depth)+c.Label(), assessor)
	}
	if err := g.write(w); err != nil {
		return err
	}
	for _, c := range b.Clusters {
		officers := ""
		if o, ok := c.Sitting(); ok {
			officers = say(" (%s: cụm trưởng %s, cụm phó %s)",
				" (%s: leader %s, deputy %s)", o.Year, o.Leader, o.Deputy)
		}
		if _, err := fmt.Fprintf(w, "\n%s%s\n  %s\n", c.Name.In(l), officers, strings.Join(c.Units, ", ")); err != nil {
			return err
		}
	}
	return nil
}
