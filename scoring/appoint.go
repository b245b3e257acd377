package scoring

import (
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Appoint fills an office without a ballot: the meeting agrees on a unit, or the body above names one.
type Appoint struct {
	Office Office
	Unit   string
	How    string // ByConsent or ByUpper
	Reason string // needed where the body above named it: its paper
}

// KindAppoint is the kind of Appoint.
const KindAppoint Kind = "appoint"

// Kind is KindAppoint.
func (Appoint) Kind() Kind { return KindAppoint }

func (a Appoint) unit() string { return a.Unit }

// votable refuses a vote on what the body above has named.
func (a Appoint) votable() error {
	if a.How == ByConsent {
		return nil
	}
	return refuse(ErrVote, lang.Sayf("cấp trên phân công thì không biểu quyết",
		"no vote is held on whom the body above named"), lang.Sayf("ghi quyết định này riêng", "record it by itself"))
}

func (a Appoint) enter(s *State, d *Decision) error {
	r, at, err := s.raceOpen(a.Office)
	if err != nil {
		return err
	}
	if !slices.Contains(s.book.Election.Offices, a.Office) {
		return refuse(ErrElection, lang.Sayf("%q là khen thưởng, không phải chức danh",
			"%q is an award and no office", string(a.Office)), lang.Sayf("dùng một trong: %s",
			"use one of: %s", s.book.officeIDs()))
	}
	clause, name := s.book.Election.Clause, s.book.OfficeName(a.Office)
	unit, _, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	switch {
	case a.How != ByConsent && a.How != ByUpper:
		return refuse(ErrElection, lang.Sayf("không có cách giữ chức %q", "nobody comes to office by %q", a.How),
			lang.Sayf("dùng agreed (nhất trí) hoặc assigned (cấp trên phân công)",
				"use agreed, or assigned (by the body above)"))
	case a.How == ByUpper && strings.TrimSpace(a.Reason) == "":
		return refuse(ErrNoReason, lang.Sayf("phân công %s phải có lý do", "to assign the %s needs a reason", name),
			lang.Sayf("ghi văn bản của cấp trên", "name the paper of the body above"))
	case s.opening != nil && s.opening.Open.What == string(a.Office):
		return refuse(ErrElection, lang.Sayf("hòm phiếu bầu %s đang mở (số %d)",
			"the box for the %s is open (decision %d)", name, s.opening.Decision.Seq),
			lang.Sayf("kiểm hòm phiếu đó, hoặc hủy trước", "count that box, or declare it void first"))
	case !a.free(s, unit, at):
		return refuse(ErrElection, lang.Sayf("%s không giữ chức %s được", "%s may not be %s", a.Unit, name),
			lang.Sayf("chọn trong: %s", "choose one of: %s", s.unitList(s.mayStand(at)))).under(clause)
	}
	r.Elected, r.How, r.appointed = unit, a.How, d
	s.putRace(at, r)
	return nil
}

// free reports whether a unit may have the office: it holds none of this meeting's, and, where the meeting agrees on
// it, may stand.
func (a Appoint) free(s *State, unit, at int) bool {
	if a.How == ByConsent {
		return slices.Contains(s.mayStand(at), unit)
	}
	return !slices.ContainsFunc(s.races[:min(at, len(s.races))], func(r Race) bool { return r.Elected == unit })
}

func (a Appoint) leave(s *State, d *Decision) error {
	r, at, err := s.race(a.Office)
	if err != nil {
		return err
	}
	if next := s.after(at, r, d.Seq); next > 0 {
		return refuse(ErrUndo, lang.Sayf("quyết định số %d dựa trên kết quả này", "decision %d builds on this", next),
			lang.Sayf("hoàn tác số %d trước", "undo %d first", next))
	}
	r.Elected, r.How, r.appointed = -1, "", nil
	s.putRace(at, r)
	return nil
}

// Appointed is the decision that filled the office without a ballot, nil if none did.
func (r Race) Appointed() *Decision { return r.appointed }
