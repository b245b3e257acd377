package scoring

import (
	"fmt"
	"slices"

	"thidua/scoring/lang"
)

// clusters checks that every unit is in one cluster only and that officers and aliases are units. Names that differ in
// case or spaces alone are the same.
func (c *compiler) clusters() {
	b := c.book
	b.clusterBy = make(map[string]int, len(b.Clusters))
	of := map[string]string{} // a unit's folded name -> its cluster
	for i, cl := range b.Clusters {
		path := fmt.Sprintf("cluster[%d]", i)
		if _, twice := b.clusterBy[cl.ID]; twice && cl.ID != "" {
			c.fault(path+".id", lang.Sayf("cụm %s có hai lần", "cluster %s appears twice", cl.ID),
				lang.Sayf("bỏ bớt một", "drop one of them"))
		}
		b.clusterBy[cl.ID] = i
		if len(cl.Units) == 0 {
			c.fault(path+".units", lang.Sayf("cụm %s không có đơn vị nào", "cluster %s has no units", cl.ID),
				lang.Sayf("thêm units = […]", "add units = […]"))
		}
		c.units(path, cl, of)
		for j, o := range cl.Officers {
			if len(cl.Units) == 0 {
				break
			}
			c.officers(fmt.Sprintf("%s.officers[%d]", path, j), o, cl, of)
		}
	}
	if slices.ContainsFunc(b.Clusters, func(cl Cluster) bool { return len(cl.Units) == 0 }) {
		return
	}
	for i, a := range b.Aliases {
		if _, ok := of[FoldName(a.Unit)]; !ok && a.Unit != "" && len(b.Clusters) > 0 {
			c.fault(fmt.Sprintf("alias[%d].unit", i), lang.Sayf("không có đơn vị %s", "there is no unit %s", a.Unit),
				lang.Sayf("sửa tên", "mend the name"), "cluster[].units")
		}
	}
}

// units notes the units of one cluster and finds those that are in one already.
func (c *compiler) units(path string, cl Cluster, of map[string]string) {
	for j, u := range cl.Units {
		place := fmt.Sprintf("%s.units[%d]", path, j)
		name := FoldName(u)
		switch was, taken := of[name]; {
		case u == "": // whoever read the rulebook has said so
		case taken && was == cl.ID:
			c.fault(place, lang.Sayf("%s có hai lần trong cụm %s", "%s appears twice in cluster %s", u, was),
				lang.Sayf("bỏ bớt một", "drop one of them"))
		case taken:
			c.fault(place,
				lang.Sayf("%s nằm trong cả cụm %s và cụm %s", "%s is in cluster %s and in cluster %s", u, was, cl.ID),
				lang.Sayf("mỗi đơn vị chỉ thuộc một cụm", "a unit belongs to one cluster"))
		default:
			of[name] = cl.ID
		}
	}
}

// officers checks that those who led a cluster are units of it.
func (c *compiler) officers(path string, o Officers, cl Cluster, of map[string]string) {
	for _, office := range o.Held() {
		unit := o.Holder(office)
		if was, ok := of[FoldName(unit)]; !ok || was != cl.ID {
			c.fault(path+"."+string(office),
				lang.Sayf("%s không thuộc cụm %s", "%s is not a unit of cluster %s", unit, cl.ID),
				lang.Sayf("ghi tên một đơn vị của cụm", "name a unit of the cluster"), "cluster[].units",
				"cluster[].id")
		}
	}
}
