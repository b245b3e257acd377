package create

import (
	"context"

	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// PastOfficers takes in who was elected in the past meetings of a plan: to the year after each.
func (d *Draft) PastOfficers(ctx context.Context, p Plan) error {
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
