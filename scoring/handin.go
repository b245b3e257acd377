package scoring

import (
	"strings"

	"thidua/scoring/lang"
)

// HandIn brings in the sheet of a member that had none when the meeting was made.
type HandIn struct {
	Unit  string
	Text  string // the file as it came
	Sheet *Sheet // as it was read
}

// KindSheet is the kind of HandIn.
const KindSheet Kind = "sheet"

// Kind is KindSheet.
func (HandIn) Kind() Kind { return KindSheet }

func (a HandIn) unit() string { return a.Unit }

func (a HandIn) enter(s *State, d *Decision) error {
	i, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	switch {
	case a.Sheet == nil || strings.TrimSpace(a.Text) == "":
		return refuse(ErrMembers, lang.Sayf("chưa đọc được bản tự chấm của %s", "the sheet of %s was not read", a.Unit),
			lang.Sayf("ghi toàn văn tệp vào text", "give the whole file as text"))
	case a.Sheet.Unit != a.Unit:
		return refuse(ErrMembers, lang.Sayf("bản này là của %s, không phải %s", "this is the sheet of %s, not of %s",
			a.Sheet.Unit, a.Unit), lang.Sayf("ghi đúng đơn vị", "name the unit whose sheet it is"))
	case u.HasSheet():
		return refuse(ErrMembers, lang.Sayf("%s đã có bản tự chấm", "%s has a sheet already", a.Unit),
			lang.Sayf("chỉ đơn vị chưa nộp được bổ sung; sửa điểm bằng quyết định chấm (score)",
				"only a unit without one hands one in; change scores by a decision (score)"))
	}
	if err := a.Sheet.check(s.book); err != nil {
		return err
	}
	s.reread(i, newUnit(s.book, a.Sheet), d)
	return nil
}

func (a HandIn) leave(s *State, d *Decision) error {
	i, _, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	if next := s.restsOnSheet(a.Unit, d.Seq); next > 0 {
		return refuse(ErrUndo,
			lang.Sayf("quyết định số %d dựa trên bản tự chấm này", "decision %d builds on this sheet", next),
			lang.Sayf("hoàn tác số %d trước", "undo %d first", next))
	}
	s.reread(i, newUnit(s.book, &Sheet{Unit: a.Unit}).withoutSheet(s.units[i].without), nil)
	return nil
}

// withoutSheet makes a new unit one that handed in no sheet: nothing applies to it.
func (u *Unit) withoutSheet(reason string) *Unit {
	u.without, u.scope, u.sums = reason, scope{}, [stages]sum{}
	return u
}

// reread gives a unit the sheet of a fresh one and ranks the meeting anew, at every stage.
func (s *State) reread(i int, fresh *Unit, brought *Decision) {
	u := s.units[i].clone()
	u.sheet, u.self, u.off = fresh.sheet, fresh.self, fresh.off
	u.scope, u.sums, u.brought = fresh.scope, fresh.sums, brought
	s.set(i, u)
	s.self, s.agreed = newRanking(s, Self), newRanking(s, Agreed)
}

// restsOnSheet is the newest decision after one that counts and needs the unit's sheet, 0 if none does.
func (s *State) restsOnSheet(unit string, after int) int {
	for e := s.log; e != nil && e.dec.Seq > after; e = e.prev {
		if _, gone := s.Withdrawn(e.dec.Seq); gone {
			continue
		}
		act := e.dec.Act
		if v, ok := act.(Vote); ok && v.Act != nil {
			if o, _ := s.outcome(e.dec.Seq); o.ruling.Verdict == Carried {
				act = v.Act
			}
		}
		if Subject(act) != unit {
			continue
		}
		switch act.(type) {
		case Accept, Confirm, Score, Bonus, Penalty, Leave, Reject, Appraise, Note:
			return e.dec.Seq
		}
	}
	return 0
}

// HasSheet reports whether the unit handed in a sheet, with the others or later.
func (u *Unit) HasSheet() bool { return u.without == "" || u.brought != nil }

// Without is why the unit handed in no sheet; empty where it did.
func (u *Unit) Without() string {
	if u.HasSheet() {
		return ""
	}
	return u.without
}

// needsSheet refuses what only a unit with a sheet can have.
func (u *Unit) needsSheet() error {
	if u.HasSheet() {
		return nil
	}
	return refuse(ErrNoSheet,
		lang.Sayf("%s không có bản tự chấm (%s)", "%s has no sheet (%s)", u.name, u.without),
		lang.Sayf("bổ sung bản tự chấm (sheet) trước", "bring its sheet in first (sheet)"))
}

// Sheets is how many units have a sheet.
func (s *State) Sheets() int {
	n := 0
	for _, u := range s.units {
		if u.HasSheet() {
			n++
		}
	}
	return n
}
