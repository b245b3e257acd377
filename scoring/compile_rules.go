package scoring

import (
	"fmt"

	"thidua/scoring/lang"
)

// clauses indexes the clauses and finds citations of clauses that are not there.
func (c *compiler) clauses() {
	b := c.book
	b.clauses = make(map[string]int, len(b.Clauses))
	for i, cl := range b.Clauses {
		if _, twice := b.clauses[cl.ID]; twice {
			c.fault(fmt.Sprintf("clause[%d].id", i), lang.Sayf("điều khoản %s có hai lần", "clause %s appears twice", cl.ID), lang.Sayf("bỏ bớt một", "drop one of them"))
		}
		b.clauses[cl.ID] = i
	}
	cite := func(path, id string) {
		if _, ok := b.clauses[id]; !ok && id != "" {
			c.fault(path, lang.Sayf("dẫn điều khoản %s nhưng không có [[clause]] đó", "clause %s is cited, but there is no such [[clause]]", id),
				lang.Sayf("thêm điều khoản hoặc sửa mã", "add the clause or mend its id"))
		}
	}
	cite("scale.clause", b.TotalClause)
	cite("levels.clause", b.LevelClause)
	cite("limit.bonus.clause", b.Bonus.Clause)
	cite("limit.bonus.total_clause", b.Bonus.TotalClause)
	cite("limit.penalty.clause", b.Penalty.Clause)
	cite("limit.penalty.total_clause", b.Penalty.TotalClause)
	cite("rank.clause", b.Rank.Clause)
	cite("tiebreak.clause", b.TieBreak.Clause)
	cite("sanction.clause", b.SanctionClause)
	cite("vote.clause", b.Vote.Clause)
	cite("election.clause", b.Election.Clause)
	cite("closing.clause", b.Closing.Clause)
	for i, x := range b.Bars {
		cite(fmt.Sprintf("bar[%d].clause", i), x.Clause)
	}
	for i, x := range b.Awards {
		cite(fmt.Sprintf("award[%d].clause", i), x.Clause)
	}
	for i, x := range b.Deadlines {
		cite(fmt.Sprintf("deadline[%d].clause", i), x.Clause)
	}
}

// limits checks that the limits are such that a bonus is possible at all.
func (c *compiler) limits() {
	for _, l := range []struct {
		path string
		Limit
	}{{"limit.bonus", c.book.Bonus}, {"limit.penalty", c.book.Penalty}} {
		if l.HasTotal && l.Total > MaxPoints {
			c.fault(l.path+".total", lang.Sayf("giới hạn quá lớn", "the limit is too large"), lang.Sayf("tối đa %s", "at most %s", MaxPoints))
		}
	}
}

// maxAwards bounds the kinds of award and maxAwarded how many of one kind may be given: the search over shared ranks counts
// what is left of each kind.
const (
	maxAwards  = 6
	maxAwarded = 1000
)

func (c *compiler) awards() {
	seen := map[string]bool{}
	if len(c.book.Awards) > maxAwards {
		c.fault("award", lang.Sayf("có hơn %d loại khen thưởng", "there are more than %d kinds of award", maxAwards), lang.Sayf("gộp bớt", "merge some"))
	}
	for i, a := range c.book.Awards {
		path := fmt.Sprintf("award[%d]", i)
		if seen[a.ID] || a.ID == "none" || a.ID == "undecided" {
			c.fault(path+".id", lang.Sayf("mã khen thưởng %q đã dùng", "award id %q is taken", a.ID), lang.Sayf("chọn mã khác", "choose another id"))
		}
		seen[a.ID] = true
		for j, n := range a.Counts {
			if n.Number < 0 || n.Number > maxAwarded || j > 0 && n.Units <= a.Counts[j-1].Units {
				c.fault(path+".counts", lang.Sayf("bảng số lượng của %s sai ở dòng %d", "the counts of %s are wrong in entry %d", a.ID, j+1),
					lang.Sayf("units tăng dần, number từ 0 đến %d", "units going up, number from 0 to %d", maxAwarded))
			}
		}
	}
	for i, bar := range c.book.Bars {
		if bar.Level != 1 || bar.Share.Den == 0 {
			c.fault(fmt.Sprintf("bar[%d]", i), lang.Sayf("điều kiện loại cần level = 1 và share như \"1/3\"", "a bar needs level = 1 and a share such as \"1/3\""), lang.Text{})
		}
	}
}

// meeting checks the rules of votes, elections and the calendar.
func (c *compiler) meeting() {
	b := c.book
	if b.Closing.Quorum.Ratio.Den == 0 { // a rulebook may say it once, for votes
		b.Closing.Quorum = b.Vote.Quorum
	}
	for _, t := range []struct {
		path string
		Threshold
	}{{"vote.threshold", b.Vote.Threshold}, {"closing.quorum", b.Closing.Quorum}, {"election.threshold", b.Election.Threshold}} {
		if t.Ratio.Den == 0 {
			c.fault(t.path, lang.Sayf("thiếu ngưỡng", "the threshold is missing"), lang.Sayf(`viết { more_than = "1/2" } hoặc { at_least = "2/3" }`, `write { more_than = "1/2" } or { at_least = "2/3" }`))
		}
	}
	if b.Election.Runoff < 2 {
		c.fault("election.runoff", lang.Sayf("vòng sau cần ít nhất hai ứng cử", "a further round needs at least two candidates"), lang.Sayf("viết runoff = 2", "write runoff = 2"))
	}
	offices := map[Office]bool{}
	for _, o := range b.Election.Offices {
		if o != Leader && o != Deputy || offices[o] {
			c.fault("election.offices", lang.Sayf("chức danh %q không dùng được", "office %q cannot be used", string(o)), lang.Sayf(`dùng "leader" và "deputy", mỗi chức danh một lần`, `use "leader" and "deputy", each once`))
		}
		offices[o] = true
	}
	seen := map[string]bool{}
	for i, d := range b.Deadlines {
		if seen[d.ID] {
			c.fault(fmt.Sprintf("deadline[%d].id", i), lang.Sayf("thời hạn %s có hai lần", "deadline %s appears twice", d.ID), lang.Sayf("bỏ bớt một", "drop one of them"))
		}
		seen[d.ID] = true
	}
}

// clusters checks that every unit is in one cluster only and that officers and aliases are units.
func (c *compiler) clusters() {
	b := c.book
	b.clusterBy = make(map[string]int, len(b.Clusters))
	of := map[string]string{}
	for i, cl := range b.Clusters {
		path := fmt.Sprintf("cluster[%d]", i)
		if _, twice := b.clusterBy[cl.ID]; twice {
			c.fault(path+".id", lang.Sayf("cụm %s có hai lần", "cluster %s appears twice", cl.ID), lang.Sayf("bỏ bớt một", "drop one of them"))
		}
		b.clusterBy[cl.ID] = i
		if len(cl.Units) == 0 {
			c.fault(path, lang.Sayf("cụm %s không có đơn vị nào", "cluster %s has no units", cl.ID), lang.Sayf("thêm units = […]", "add units = […]"))
		}
		for _, u := range cl.Units {
			switch was, taken := of[u]; {
			case taken && was == cl.ID:
				c.fault(path+".units", lang.Sayf("%s có hai lần trong cụm %s", "%s appears twice in cluster %s", u, was), lang.Sayf("bỏ bớt một", "drop one of them"))
			case taken:
				c.fault(path+".units", lang.Sayf("%s nằm trong cả cụm %s và cụm %s", "%s is in cluster %s and in cluster %s", u, was, cl.ID), lang.Sayf("mỗi đơn vị chỉ thuộc một cụm", "a unit belongs to one cluster"))
			}
			of[u] = cl.ID
		}
		for _, o := range cl.Officers {
			for _, u := range []string{o.Leader, o.Deputy} {
				if u != "" && of[u] != cl.ID {
					c.fault(path+".officers", lang.Sayf("%s không thuộc cụm %s", "%s is not a unit of cluster %s", u, cl.ID), lang.Sayf("ghi tên một đơn vị của cụm", "name a unit of the cluster"))
				}
			}
		}
	}
	for i, a := range b.Aliases {
		if _, ok := of[a.Unit]; !ok && len(b.Clusters) > 0 {
			c.fault(fmt.Sprintf("alias[%d].unit", i), lang.Sayf("không có đơn vị %s", "there is no unit %s", a.Unit), lang.Sayf("sửa tên", "mend the name"))
		}
	}
}
