package scoring

import "thidua/scoring/lang"

// Wants says how the criterion is scored: «phần trăm từ 0 đến 100», «điểm từ 0 đến 1,50», its levels, a count.
func (c *Criterion) Wants() lang.Text {
	switch c.Asks() {
	case EntryPoints:
		return lang.Sayf("điểm từ 0 đến %s", "points from 0 to %s", c.MostPoints())
	case EntryLevel:
		return c.chooseLevel()
	case EntryCount:
		return lang.Sayf("ghi số lần: count = …", "give the count: count = …")
	}
	return lang.Sayf("phần trăm từ 0 đến %s", "percent from 0 to %s", c.MostPercent())
}

// NoScoreOfItsOwn says that a field has none, and how the first criterion below it is scored.
func (b *Rulebook) NoScoreOfItsOwn(field int) (what, mend lang.Text) {
	f := &b.Criteria[field]
	first := &b.Criteria[b.leaves[f.First]]
	return lang.Sayf("%s là một mục, không chấm riêng", "%s is a field and takes no score of its own", f.Code),
		lang.Sayf("chấm các tiêu chí bên dưới, như %s: %s", "score the criteria below it, such as %s: %s", first.Code,
			first.Wants())
}
