package scoring

import (
	"slices"

	"thidua/scoring/lang"
)

// Lots is the chair's draw where units are level in every way (rule 8).
type Lots struct {
	Office Office
	Winner string
	Reason string
	// what a draw by the program came from, so that anyone can repeat it; empty where lots were drawn by hand
	Seed string
}

// KindLots is the kind of Lots.
const KindLots Kind = "lots"

// Kind is KindLots.
func (Lots) Kind() Kind { return KindLots }

func (a Lots) enter(s *State, d *Decision) error {
	r, at, err := s.raceOpen(a.Office)
	if err != nil {
		return err
	}
	if len(r.Tied) == 0 {
		return refuse(ErrElection,
			lang.Sayf("không có gì để bốc thăm cho %s",
				"there is nothing to draw lots about for the %s", s.book.OfficeName(a.Office)),
			lang.Sayf("bốc thăm chỉ khi các đơn vị ngang nhau mọi mặt",
				"lots are only drawn between units that are level in every way")).under(s.book.Election.Clause)
	}
	winner, _, err := s.unit(a.Winner)
	if err != nil {
		return err
	}
	if !slices.Contains(r.Tied, winner) {
		return refuse(ErrElection, lang.Sayf("bốc thăm giữa %s", "lots are drawn between %s", s.unitList(r.Tied)),
			lang.Sayf("ghi tên một trong số đó", "name one of them")).under(s.book.Election.Clause)
	}
	if drawn := r.Tied[Draw(a.Seed, len(r.Tied))]; a.Seed != "" && drawn != winner {
		return refuse(ErrElection,
			lang.Sayf("mã %q rút ra %s, không phải %s",
				"the seed %q draws %s, not %s", a.Seed, s.units[drawn].name, a.Winner),
			lang.Sayf("ghi đúng kết quả, hoặc bỏ mã nếu bốc thăm bằng tay",
				"record what was drawn, or leave the seed out if lots were drawn by hand"))
	}
	r.Elected, r.How, r.lots = winner, ByLots, d
	s.putRace(at, r)
	return nil
}

func (a Lots) leave(s *State, d *Decision) error {
	r, at, err := s.race(a.Office)
	if err != nil {
		return err
	}
	if next := s.after(at, r, d.Seq); next > 0 {
		return refuse(ErrUndo, lang.Sayf("quyết định số %d dựa trên kết quả này", "decision %d builds on this", next),
			lang.Sayf("hoàn tác số %d trước", "undo %d first", next))
	}
	r.Elected, r.How, r.lots = -1, "", nil
	s.putRace(at, r)
	return nil
}
