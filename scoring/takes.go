package scoring

import "thidua/scoring/lang"

// maxCount bounds a count far above anything that is counted.
const maxCount = 1_000_000

// Takes says whether a criterion can be given a mark; the error is a *Refusal.
func (c *Criterion) Takes(m Mark) error {
	switch {
	case !c.Gives(m.entry):
		return c.refuseEntry(m)
	case m.entry == EntryPercent:
		return c.takesPercent(m.Percent())
	case m.entry == EntryPoints:
		return c.takesPoints(m.Points())
	case m.entry == EntryLevel:
		if _, ok := c.LevelOf(m); !ok {
			return refuse(ErrKindOfScore,
				lang.Sayf("tiêu chí %s không có mức %q", "criterion %s has no level %q", c.Code, m.level),
				c.chooseLevel())
		}
	case m.n < 0 || m.n > maxCount:
		return refuse(ErrNumber, lang.Sayf("%d không phải là số lần", "%d is no count", m.n),
			lang.Sayf("đếm lại: từ 0 đến %d", "count again: from 0 to %d", maxCount))
	}
	return nil
}

func (c *Criterion) takesPercent(p Percent) error {
	if most := c.MostPercent(); p < NoPercent || p > most {
		return refuse(ErrNumber, lang.Sayf("%s %% nằm ngoài 0–%s %%", "%s %% is outside 0–%s %%", p, most),
			lang.Sayf("nhập phần trăm từ 0 đến %s", "enter a percentage from 0 to %s", most))
	}
	if c.Scale == ScaleYesNo && p != NoPercent && p != FullPercent {
		return refuse(ErrKindOfScore,
			lang.Sayf("tiêu chí %s chỉ chấm đạt hoặc không đạt, không nhận %s %%",
				"criterion %s is yes or no and does not take %s %%", c.Code, p),
			lang.Sayf("nhập 100 (đạt) hoặc 0 (không đạt)", "enter 100 (yes) or 0 (no)"))
	}
	return nil
}

func (c *Criterion) takesPoints(p Points) error {
	most := c.MostPoints()
	switch {
	case p < 0 || p > most || p%(Point/100) != 0:
		return refuse(ErrNumber,
			lang.Sayf("%[2]s điểm nằm ngoài 0–%[3]s điểm của tiêu chí %[1]s",
				"%[2]s points are outside 0–%[3]s, which criterion %[1]s has", c.Code, p, most),
			lang.Sayf("nhập điểm từ 0 đến %s, tối đa hai chữ số thập phân",
				"enter points from 0 to %s, with at most two decimals", most))
	case c.Scale == ScaleYesNo && p != 0 && p != c.Max:
		return refuse(ErrKindOfScore,
			lang.Sayf("tiêu chí %s chỉ chấm đạt hoặc không đạt, không nhận %s điểm",
				"criterion %s is yes or no and does not take %s points", c.Code, p),
			lang.Sayf("nhập %s (đạt) hoặc 0 (không đạt)", "enter %s (yes) or 0 (no)", c.Max))
	}
	return nil
}

// refuseEntry says what a criterion is given in, where it was given something else.
func (c *Criterion) refuseEntry(m Mark) error {
	switch c.Scale {
	case ScaleLevels:
		return refuse(ErrKindOfScore,
			lang.Sayf("tiêu chí %s chấm theo mức, không nhận %s", "criterion %s has levels and does not take %s",
				c.Code, m),
			c.chooseLevel())
	case ScaleCount:
		return refuse(ErrKindOfScore,
			lang.Sayf("tiêu chí %s chấm theo số lần, không nhận %s",
				"criterion %s is counted and does not take %s", c.Code, m),
			c.Wants())
	case ScaleBands:
		return refuse(ErrKindOfScore,
			lang.Sayf("tiêu chí %s chấm theo tỷ lệ đạt được, không nhận %s",
				"criterion %s goes by the rate that was reached and does not take %s", c.Code, m),
			lang.Sayf("ghi tỷ lệ phần trăm", "give the percent"))
	}
	return refuse(ErrKindOfScore,
		lang.Sayf("tiêu chí %s chấm theo phần trăm hay điểm, không nhận %s",
			"criterion %s takes percent or points, not %s", c.Code, m),
		lang.Sayf("ghi phần trăm (percent) hoặc điểm (points)", "give a percent or points"))
}

// chooseLevel names the levels of a criterion.
func (c *Criterion) chooseLevel() lang.Text {
	ids := make([]lang.Sayer, len(c.Levels))
	for i, l := range c.Levels {
		ids[i] = lang.Sayf("%s (%s)", "%s (%s)", l.ID, l.Name)
	}
	return lang.Sayf("chọn một mức: %s", "choose a level: %s", lang.List(ids...))
}
