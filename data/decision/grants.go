package decision

import (
	"encoding/json"

	"thidua/data/clean"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// grantKeys are the keys of a bonus or penalty.
func grantKeys(a *scoring.Penalty) []key {
	return []key{
		need("unit", (*unit)(&a.Unit)),
		need("target", (*text)(&a.Target)),
		need("points", (*points)(&a.Points)),
		need("reason", (*text)(&a.Reason)),
		may("no", (*grantNo)(&a.No)),
		may("stage", (*grantStage)(&a.Appraised)),
	}
}

// grantNo is which of several bonuses or penalties at a target it is; left out on record where it is the first.
type grantNo int

func (v *grantNo) record() (any, error) {
	if *v <= 1 {
		return nil, nil
	}
	return int(*v), nil
}

func (v *grantNo) read(raw json.RawMessage) error {
	err := unmarshalInt(raw, (*int)(v))
	v.first()
	return err
}

func (v *grantNo) take(f fields, name string) {
	*v = grantNo(f.Int(name))
	if *v < 1 && f.Has(name) && !f.Failed(name) {
		f.Fail(name, lang.Sayf("%s: %d nhỏ hơn 1", "%s: %d is less than 1", clean.Show(name), int(*v)),
			lang.Sayf("đánh số 1, 2, 3…", "number them 1, 2, 3 …"))
	}
	v.first()
}

// first makes one value of the two that mean the first.
func (v *grantNo) first() {
	if *v == 1 {
		*v = 0
	}
}

// grantStage is the stage at which a bonus or penalty counts, "agreed" or "appraised"; left out on record where it is
// the agreed one.
type grantStage bool

func (v *grantStage) record() (any, error) {
	if !*v {
		return nil, nil
	}
	return scoring.Appraised.String(), nil
}

func (v *grantStage) read(raw json.RawMessage) error {
	var s string
	if err := unmarshalText(raw, &s); err != nil {
		return err
	}
	if *v = s == scoring.Appraised.String(); !bool(*v) && s != scoring.Agreed.String() {
		return unreadable("không có giai đoạn %q", "there is no stage %q", clean.Show(s))
	}
	return nil
}

func (v *grantStage) take(f fields, name string) {
	s := f.String(name)
	*v = s == scoring.Appraised.String()
	if !bool(*v) && s != scoring.Agreed.String() && f.Has(name) && !f.Failed(name) {
		f.Fail(name, lang.Sayf("điểm thưởng, điểm trừ không có giai đoạn %q", "a bonus or penalty has no stage %q",
			clean.Show(s)),
			lang.Sayf("dùng agreed hoặc appraised", "use agreed or appraised"))
	}
}

// replaced is what a bonus or penalty took the place of, or would; zero where nothing stood there.
func replaced(s *scoring.State, d *scoring.Decision) scoring.Replaced {
	if s == nil || s.Rulebook() == nil {
		return scoring.Replaced{}
	}
	if d.Seq == 0 {
		g, _ := s.Replaces(d.Act)
		return scoring.Replaced{Points: g.Points, Reason: g.Reason}
	}
	was, _ := s.Replaced(d)
	return was
}

// regranted says the points of a bonus or penalty, with those that stood there.
func regranted(s *scoring.State, d *scoring.Decision, to scoring.Points) lang.Sayer {
	if was := replaced(s, d); was.Points != 0 && was.Points != to {
		return lang.Sayf("%s → %s", "%s → %s", was.Points, to)
	}
	return to
}

// instead adds why there was what a bonus or penalty took the place of.
func instead(s *scoring.State, d *scoring.Decision, what lang.Text) lang.Text {
	was := replaced(s, d)
	if was.Points == 0 || was.Reason == "" {
		return what
	}
	return lang.Sayf("%s, trước đó: %s", "%s, before: %s", what, was.Reason)
}
