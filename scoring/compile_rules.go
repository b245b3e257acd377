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
		cite(fmt.Sprintf("award[%d].vote.clause", i), x.Vote.Rule.Clause)
	}
	for i, x := range b.Classes {
		cite(fmt.Sprintf("class[%d].clause", i), x.Clause)
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

func (c *compiler) bars() {
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
