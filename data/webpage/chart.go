package webpage

import (
	"thidua/data/meeting"
	"thidua/data/paper"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// rankingChart is a bar for each unit, first place first: as long as its part of the maximum.
func rankingChart(s *meeting.Snapshot, l lang.Lang) paper.Chart {
	t := s.Standings(scoring.Agreed)
	places := view.PlacesOf(t, l)
	out := paper.Chart{Title: staged(s, lang.Text{VI: "Xếp hạng", EN: "Ranking"}).In(l), Heads: [2]string{
		lang.Text{VI: "Đơn vị", EN: "Unit"}.In(l), lang.Text{VI: "Kết quả", EN: "Result"}.In(l)}}
	for i := range t.Len() {
		x := t.At(i)
		b := paper.Bar{Name: places.Rank(i) + ". " + s.Units()[x.Unit].Name(), Value: places.Measured(i)}
		if sign := view.Sign(s.Rulebook(), x).Text; sign != " " {
			b.Value += " " + sign
		}
		if x.Maximum > 0 {
			b.Part = float64(x.Total) / float64(x.Maximum)
		}
		switch view.AwardClass(s.Rulebook(), x.Award) {
		case table.FirstAward:
			b.Tone = paper.Foremost
		case table.Plain:
			b.Tone = paper.Faint
		}
		out.Bars = append(out.Bars, b)
	}
	return out
}
