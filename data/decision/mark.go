package decision

import (
	"encoding/json"

	"thidua/data/clean"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// mark are the keys of a score, of which a decision has one: percent, points, level or count.
func mark(criterion *string, m *scoring.Mark) []key {
	of := func(e scoring.Entry) markAs { return markAs{e, m, criterion} }
	return []key{
		need("percent", of(scoring.EntryPercent)).unless("points", "level", "count"),
		may("points", of(scoring.EntryPoints)),
		may("level", of(scoring.EntryLevel)),
		may("count", lastMark{of(scoring.EntryCount)}),
	}
}

// markAs is a score that is given in one way; left out where it is given in another.
type markAs struct {
	entry     scoring.Entry
	mark      *scoring.Mark
	criterion *string
}

func (v markAs) record() (any, error) {
	switch {
	case v.mark.Entry() != v.entry:
		return nil, nil
	case v.entry == scoring.EntryLevel:
		return v.mark.Level(), nil
	}
	return number(v.mark), nil
}

func (v markAs) read(raw json.RawMessage) error {
	if v.mark.Given() {
		return unreadable("có hai cách chấm", "there are two scores")
	}
	var err error
	switch v.entry {
	case scoring.EntryLevel:
		var id string
		err = unmarshalText(raw, &id)
		*v.mark = scoring.AtLevel(id)
	case scoring.EntryCount:
		var n int
		err = unmarshalInt(raw, &n)
		*v.mark = scoring.Counted(n)
	default:
		var n string
		if n, err = unmarshalNumber(raw); err == nil {
			*v.mark, err = decimalMark(v.entry, n)
		}
	}
	return err
}

// decimalMark is a score in percent or points from an exact decimal.
func decimalMark(e scoring.Entry, n string) (scoring.Mark, error) {
	if e == scoring.EntryPoints {
		p, err := scoring.ParsePoints(n)
		return scoring.InPoints(p), err
	}
	p, err := scoring.ParseScore(n, scoring.MaxPercent)
	return scoring.InPercent(p), err
}

func (v markAs) take(f fields, name string) {
	if !f.Has(name) {
		f.Ignore(name)
		return
	}
	if v.mark.Given() {
		f.Ignore(name)
		f.Fail(name, lang.Sayf("%s: tiêu chí đã được chấm bằng khóa khác", "%s: another key gives the score", name),
			lang.Sayf("giữ lại một trong: percent, points, level, count", "keep one of percent, points, level, count"))
		return
	}
	switch v.entry {
	case scoring.EntryPercent:
		p, _ := f.Score(name, f.most(*v.criterion))
		*v.mark = scoring.InPercent(p)
	case scoring.EntryPoints:
		p, _ := f.Points(name)
		*v.mark = scoring.InPoints(p)
	case scoring.EntryLevel:
		*v.mark = scoring.AtLevel(f.Filled(name))
	case scoring.EntryCount:
		*v.mark = scoring.Counted(f.counted(name))
	}
}

// lastMark is the last of the keys of a score: by then there must be one.
type lastMark struct{ markAs }

func (v lastMark) missing() error {
	if v.mark.Given() {
		return nil
	}
	return unreadable("thiếu phần trăm, điểm, mức hoặc số lần",
		"its percent is missing, and it has no points, level or count")
}

// Marked says a mark as the meeting's rulebook asks for it.
func Marked(s *scoring.State, code string, m scoring.Mark) lang.Sayer {
	if s != nil && s.Rulebook() != nil {
		if at, ok := s.Rulebook().Index(code); ok {
			return s.Rulebook().Criteria[at].Said(m)
		}
	}
	return m
}

// most is the most percent that a criterion can be given; where there is no meeting to compare with, the most that any
// rulebook allows.
func (f fields) most(code string) scoring.Percent {
	if f.book == nil {
		return scoring.MaxPercent
	}
	if at, ok := f.book.Index(code); ok {
		return f.book.Criteria[at].MostPercent()
	}
	return scoring.FullPercent
}

// counted reads how many times something was counted.
func (f fields) counted(name string) int {
	n := f.Int(name)
	if n < 0 {
		f.Fail(name, lang.Sayf("%s: %d nhỏ hơn 0", "%s: %d is less than 0", clean.Show(name), n),
			lang.Sayf("đếm lại: từ 0 trở lên", "count again: from 0 on"))
	}
	return n
}
