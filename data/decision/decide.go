package decision

import (
	"encoding/json"
	"time"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// Decide is what the upper body decided in the end about a unit's award.
func (registry) Decide() kind {
	return about[scoring.Decide]{
		Name: lang.Text{VI: "quyết định khen thưởng", EN: "decide"},
		Keys: func(a *scoring.Decide) []key {
			return []key{
				need("unit", (*unit)(&a.Unit)),
				need("award", (*text)(&a.Award)),
				need("document", (*text)(&a.Document)),
				may("date", (*day)(&a.Date)),
				may("reason", (*text)(&a.Reason)),
			}
		},
		SayOf: func(s *scoring.State, d *scoring.Decision, a scoring.Decide) lang.Text {
			what := lang.Sayf("%s: được tặng %s theo %s",
				"%s: awarded the %s by %s", a.Unit, moved(s, d, awardName(s, a.Award)), a.Document)
			if a.Award == scoring.AwardNone {
				what = lang.Sayf("%s: không được tặng, theo %s", "%s: awarded nothing, by %s", a.Unit, a.Document)
			}
			if !a.Date.IsZero() {
				what = lang.Sayf("%s ngày %s", "%s of %s", what, a.Date.Format("02/01/2006"))
			}
			return because(what, a.Reason)
		},
		Stood: func(s *scoring.State, a scoring.Decide, _, when int) lang.Text {
			unit, known := s.Index(a.Unit)
			if was, ok := s.AwardedWas(unit, when); known && ok {
				return awardName(s, was.Award)
			}
			return lang.Text{}
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   func(a scoring.Decide) Cell { return Cell{Kind: a.Kind(), Unit: a.Unit} },
	}
}

// day is a date without a time: in files a TOML date, on record its text. It is left out on record where it is zero.
type day time.Time

func (v *day) record() (any, error) {
	if time.Time(*v).IsZero() {
		return nil, nil
	}
	return time.Time(*v).Format(time.DateOnly), nil
}

func (v *day) read(raw json.RawMessage) error {
	var s string
	if err := unmarshalText(raw, &s); err != nil {
		return err
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return unreadable("%q không phải là ngày", "%q is not a date", s)
	}
	*v = day(t)
	return nil
}

func (v *day) take(f fields, name string) { *v = day(f.Date(name)) }
