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
		if cl.ID == "" {
			continue
		}
		if _, twice := b.clauses[cl.ID]; twice {
			c.fault(fmt.Sprintf("clause[%d].id", i),
				lang.Sayf("điều khoản %s có hai lần", "clause %s appears twice", cl.ID),
				lang.Sayf("bỏ bớt một", "drop one of them"))
		}
		b.clauses[cl.ID] = i
	}
	cited := map[string]bool{} // clauses that were found to be missing: each is said once
	cite := func(path, id string) {
		if _, ok := b.clauses[id]; !ok && id != "" && !cited[id] {
			cited[id] = true
			c.fault(path,
				lang.Sayf("dẫn điều khoản %s nhưng không có [[clause]] đó",
					"clause %s is cited, but there is no such [[clause]]", id),
				lang.Sayf("thêm điều khoản hoặc sửa mã", "add the clause or mend its id"), "clause[].id")
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
	for _, o := range b.VoteOn {
		cite("vote."+string(o.Kind)+".clause", o.Rule.Clause)
	}
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
			c.fault(l.path+".total", lang.Sayf("giới hạn quá lớn", "the limit is too large"),
				lang.Sayf("tối đa %s", "at most %s", MaxPoints))
		}
	}
}

// maxAwards bounds the kinds of award and maxAwarded how many of one kind may be given: the search over shared ranks
// counts what is left of each kind.
const (
	maxAwards  = 6
	maxAwarded = 1000
)

func (c *compiler) awards() {
	seen := map[string]bool{}
	if len(c.book.Awards) > maxAwards {
		c.fault("award", lang.Sayf("có hơn %d loại khen thưởng", "there are more than %d kinds of award", maxAwards),
			lang.Sayf("gộp bớt", "merge some"))
	}
	for i, a := range c.book.Awards {
		path := fmt.Sprintf("award[%d]", i)
		if a.ID != "" && seen[a.ID] || a.ID == "none" || a.ID == "undecided" {
			c.fault(path+".id", lang.Sayf("mã khen thưởng %q đã dùng", "award id %q is taken", a.ID),
				lang.Sayf("chọn mã khác", "choose another id"))
		}
		seen[a.ID] = true
		if len(a.Counts) == 0 {
			c.fault(path+".counts", lang.Sayf("%s không có số lượng nào", "%s has no counts", a.ID),
				lang.Sayf("viết như counts = [{ units = 1, number = 1 }]",
					"write it like counts = [{ units = 1, number = 1 }]"))
		}
		for j, n := range a.Counts {
			if n.Number < 0 || n.Number > maxAwarded || j > 0 && n.Units <= a.Counts[j-1].Units {
				c.fault(fmt.Sprintf("%s.counts[%d]", path, j),
					lang.Sayf("bảng số lượng của %s sai ở dòng %d",
						"the counts of %s are wrong in entry %d", a.ID, j+1),
					lang.Sayf("units tăng dần, number từ 0 đến %d", "units going up, number from 0 to %d", maxAwarded))
			}
		}
	}
	for i, bar := range c.book.Bars {
		if bar.Grade != 1 {
			c.fault(fmt.Sprintf("bar[%d].level", i),
				lang.Sayf("điều kiện loại chỉ đếm được mức 1", "a bar can count level 1 only"),
				lang.Sayf("viết level = 1", "write level = 1"))
		}
		if bar.Share.Den == 0 {
			c.fault(fmt.Sprintf("bar[%d].share", i), lang.Sayf("điều kiện loại chưa có tỷ lệ", "a bar needs a share"),
				lang.Sayf(`viết như share = "1/3"`, `write it like share = "1/3"`))
		}
	}
}
