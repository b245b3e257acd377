package scoring

import (
	"fmt"
	"slices"

	"thidua/scoring/lang"
)

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
	for i := range c.book.Awards {
		a := &c.book.Awards[i]
		path := fmt.Sprintf("award[%d]", i)
		if a.ID != "" && seen[a.ID] || slices.Contains([]string{AwardNone, AwardUndecided, AwardPending}, a.ID) {
			c.fault(path+".id", lang.Sayf("mã khen thưởng %q đã dùng", "award id %q is taken", a.ID),
				lang.Sayf("chọn mã khác", "choose another id"))
		}
		seen[a.ID] = true
		c.counts(path, a)
		c.quota(path, i)
		c.conditions(path, a)
	}
	c.bars()
}

// counts checks the numbers by the size of the cluster.
func (c *compiler) counts(path string, a *Award) {
	switch quota := a.Quota.Share.Den > 0; {
	case quota && len(a.Counts) > 0:
		c.fault(path+".quota", lang.Sayf("%s có cả counts và quota", "%s has both counts and a quota", a.ID),
			lang.Sayf("giữ lại một", "keep one of them"))
	case !quota && len(a.Counts) == 0:
		c.fault(path+".counts", lang.Sayf("%s không có số lượng nào", "%s has no counts", a.ID),
			lang.Sayf(`viết như counts = [{ units = 1, number = 1 }] hoặc quota = { share = "20/100" }`,
				`write it like counts = [{ units = 1, number = 1 }] or quota = { share = "20/100" }`))
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

// quota finds a quota that gives nothing to any cluster of the rulebook.
func (c *compiler) quota(path string, award int) {
	a := &c.book.Awards[award]
	if a.Quota.Share.Den == 0 {
		return
	}
	if a.Quota.Most < 0 || a.Quota.Most > maxAwarded {
		c.fault(path+".quota.most", lang.Sayf("most phải từ 1 đến %d", "most is from 1 to %d", maxAwarded),
			lang.Sayf("sửa most, hoặc bỏ đi nếu không giới hạn", "mend it, or leave it out if there is no such limit"))
		return
	}
	gives := a.Quota.Share.Num > 0 && len(c.book.Clusters) == 0
	for _, x := range c.book.Clusters {
		gives = gives || c.book.Number(award, len(x.Units)) > 0
	}
	if !gives {
		c.fault(path+".quota",
			lang.Sayf("chỉ tiêu của %s không cho cụm nào suất nào",
				"the quota of %s gives nothing to any cluster", a.ID),
			lang.Sayf("tăng share, hoặc làm tròn lên (round = \"up\")", "raise share, or round = \"up\""),
			"cluster[].units")
	}
}

// conditions checks what an award asks for beside a place.
func (c *compiler) conditions(path string, a *Award) {
	if a.Vote.Asked && a.Ballot.Nominees > 0 {
		c.fault(path+".ballot",
			lang.Sayf("%s vừa cần biểu quyết vừa cần bỏ phiếu chọn", "%s waits for a vote and for a ballot", a.ID),
			lang.Sayf("giữ lại một trong hai", "keep one of the two"))
	}
	if a.Ballot.Nominees > 0 &&
		(a.Quota.Share.Den > 0 || slices.ContainsFunc(a.Counts, func(n AwardCount) bool { return n.Number > 1 })) {
		c.fault(path+".ballot",
			lang.Sayf("bỏ phiếu chọn chỉ cho một đơn vị, %s có nhiều suất", "a ballot chooses one unit, %s has more",
				a.ID), lang.Sayf("để counts = [{ units = 1, number = 1 }], hoặc dùng [award.vote]",
				"write counts = [{ units = 1, number = 1 }], or use [award.vote]"))
	}
	if slices.Contains(c.book.Election.Offices, Office(a.ID)) {
		c.fault(path+".id", lang.Sayf("%q là một chức danh được bầu", "%q is an office that is elected", a.ID),
			lang.Sayf("chọn mã khác", "choose another id"), "election.offices")
	}
	if _, ok := c.book.classes[a.Class]; a.Class != "" && !ok {
		var known []lang.Sayer
		for _, x := range c.book.Classes {
			known = append(known, lang.Both(x.ID))
		}
		c.fault(path+".class", lang.Sayf("không có xếp loại %q", "there is no class %q", a.Class),
			lang.Sayf("dùng %s, hoặc thêm [[class]]", "use %s, or add a [[class]]", lang.List(known...)), "class[].id")
	}
	if most := c.book.Total + c.book.Bonus.Total; a.Min.By == FloorPoints && c.book.Bonus.HasTotal &&
		a.Min.Points > most {
		c.fault(path+".min",
			lang.Sayf("không đơn vị nào đạt được %s điểm", "no unit can reach %s points", a.Min.Points),
			lang.Sayf("tối đa %s", "at most %s", most), "scale.total")
	}
}

// gradings checks the classes: best first, each below the one before.
func (c *compiler) gradings() {
	b := c.book
	b.classes = map[string]int{}
	for i, x := range b.Classes {
		path := fmt.Sprintf("class[%d]", i)
		if _, twice := b.classes[x.ID]; twice && x.ID != "" {
			c.fault(path+".id", lang.Sayf("xếp loại %s có hai lần", "class %s appears twice", x.ID),
				lang.Sayf("bỏ bớt một", "drop one of them"))
		}
		b.classes[x.ID] = i
		if x.From.By == NoFloor {
			c.fault(path+".from", lang.Sayf("xếp loại %s chưa có mức", "class %s has no floor", x.ID),
				lang.Sayf(`viết như from = { share = "90/100" }`, `write it like from = { share = "90/100" }`))
			continue
		}
		if i > 0 && b.Classes[i-1].From.By != NoFloor && !x.From.below(b.Classes[i-1].From) {
			c.fault(path+".from",
				lang.Sayf("mức của %s không thấp hơn mức của %s", "the floor of %s is not below that of %s",
					x.ID, b.Classes[i-1].ID),
				lang.Sayf("xếp từ cao xuống thấp, cùng một cách tính (share hoặc points)",
					"best first, all by share or all by points"))
		}
	}
}

// below reports whether a floor asks for less than another, in the same way.
func (f Floor) below(g Floor) bool {
	if f.By != g.By {
		return false
	}
	if f.By == FloorPoints {
		return f.Points < g.Points
	}
	return compareFractions(f.Share.Num, f.Share.Den, g.Share.Num, g.Share.Den) < 0
}
