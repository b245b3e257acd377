package create

import (
	"context"
	"slices"

	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// PastYears takes in the past meetings of a plan: who was elected, to the year after each, and what every unit had.
func (d *Draft) PastYears(ctx context.Context, p Plan) error {
	for _, path := range p.History {
		past, err := meeting.Read(ctx, path)
		if err != nil {
			return err
		}
		if past.Cluster() != p.Cluster || past.Rulebook().Years != p.Book.Years {
			return finding.List{{File: path,
				What: lang.Sayf("đây là cuộc họp của cụm %s, không phải cụm %s",
					"this is a meeting of cluster %s, not of cluster %s", past.Cluster(), p.Cluster),
				Mend: lang.Text{VI: "chỉ nêu các cuộc họp của cùng cụm",
					EN: "name meetings of the same cluster only"}}}
		}
		if err := d.fits(path, past.Year(), p.Year); err != nil {
			return err
		}
		d.First.Past = append(d.First.Past, past.Ended())
		elected := scoring.Officers{Year: p.Book.Years.Next(past.Year())}
		for _, o := range past.Rulebook().Election.Offices {
			if unit, _, ok := past.Elected(o); ok {
				elected.Hold(o, past.Units()[unit].Name())
			}
		}
		d.First.History = append(d.First.History, elected)
	}
	return nil
}

// fits refuses a past meeting that is none, and the second of a year.
func (d *Draft) fits(path, year, own string) error {
	switch {
	case year >= own:
		return finding.List{{File: path,
			What: lang.Sayf("đây là cuộc họp năm %s, không trước năm %s",
				"this is a meeting of %s, which is not before %s", year, own),
			Mend: lang.Text{VI: "chỉ nêu các cuộc họp của những năm trước", EN: "name meetings of earlier years only"}}}
	case slices.ContainsFunc(d.First.Past, func(p scoring.Past) bool { return p.Year == year }):
		return finding.List{{File: path,
			What: lang.Sayf("đã có một cuộc họp khác của năm %s", "there is another meeting of %s already", year),
			Mend: lang.Text{VI: "mỗi năm chỉ nêu một cuộc họp", EN: "name one meeting for each year"}}}
	}
	return nil
}

// Looked says what should be known of the meetings of past years: those not closed, units that are here no more, and
// those that were not there or went by another name, for which there is nothing to compare.
func (d *Draft) Looked() (said []lang.Text) {
	var now []string
	for _, s := range d.First.Sheets {
		now = append(now, s.Unit)
	}
	for _, w := range d.First.Without {
		now = append(now, w.Unit)
	}
	for _, past := range d.First.Past {
		if past.Open {
			said = append(said, lang.Sayf("năm %s: cuộc họp chưa chốt, điểm và hạng còn có thể đã thay đổi",
				"%s: the meeting was not closed, its points and ranks may still have changed", past.Year))
		}
		var gone, new []lang.Sayer
		for _, u := range past.Units {
			if !slices.ContainsFunc(now, func(name string) bool { return names.Fold(name) == names.Fold(u.Unit) }) {
				gone = append(gone, lang.Both(u.Unit))
			}
		}
		for _, name := range now {
			if _, ok := past.Of(name); !ok {
				new = append(new, lang.Both(name))
			}
		}
		if len(gone) > 0 {
			said = append(said, lang.Sayf("năm %s có %s, năm nay không có: không so",
				"%s had %s, this year has not: not compared", past.Year, lang.List(gone...)))
		}
		if len(new) > 0 {
			said = append(said, lang.Sayf("năm %s không có %s: không có gì để so",
				"%s did not have %s: nothing to compare with", past.Year, lang.List(new...)))
		}
	}
	return said
}
