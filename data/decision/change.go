package decision

import (
	"strings"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// From what to what a decision changed a value: every kind that puts something in the place of something else says what
// stood there after an earlier decision, and the sentences of all of them, of votes and of undos follow from that.

// stood says what stood after a decision where an act puts something; zero of an act that puts nothing in the place of
// anything.
func stood(s *scoring.State, act scoring.Act, seq, when int) lang.Text {
	if s == nil || s.Rulebook() == nil {
		return lang.Text{}
	}
	k, ok := kinds()[act.Kind()]
	if !ok {
		return lang.Text{}
	}
	return k.stood(s, act, seq, when)
}

// Change is from what to what a decision on record changed a value, in words: its own, that of a vote, or what an undo
// brings back; ok is false of one that changes none.
func Change(s *scoring.State, d *scoring.Decision) (from, to lang.Text, ok bool) {
	act, seq := s.Changes(d), d.Seq
	if base, _ := s.Undone(d); base != d { // what is known is of the decision that was undone
		act, seq = s.Changes(base), base.Seq
	}
	from, to = stood(s, act, seq, d.Seq-1), stood(s, act, seq, d.Seq)
	return from, to, !from.IsZero() && !to.IsZero() && from != to
}

// moved says a value with what it took the place of: «80 % → 60 %»; the value alone where it stood there already. A
// decision that is not on record yet takes the place of what stands now.
func moved(s *scoring.State, d *scoring.Decision, to lang.Sayer) lang.Sayer {
	when := d.Seq - 1
	if d.Seq == 0 && s != nil {
		when = s.Seq()
	}
	from := stood(s, d.Act, d.Seq, when)
	if said := lang.Sayf("%s", "%s", to); from.IsZero() || from == said {
		return to
	}
	return lang.Sayf("%s → %s", "%s → %s", from, to)
}

// changed adds to a sentence from what to what a vote or an undo changed a value.
func changed(s *scoring.State, d *scoring.Decision, what lang.Text) lang.Text {
	if from, to, ok := Change(s, d); ok {
		return lang.Sayf("%s: %s → %s", "%s: %s → %s", what, from, to)
	}
	return what
}

// unscored is said of a criterion that nobody has scored.
func unscored() lang.Text { return lang.Text{VI: "chưa chấm", EN: "no score"} }

// markStood is what a criterion of a unit was given.
func markStood(s *scoring.State, st scoring.Stage, unit, code string, when int) lang.Text {
	i, known := s.Index(unit)
	at, found := s.Rulebook().Index(code)
	if !known || !found {
		return lang.Text{}
	}
	m, scored := s.MarkWas(st, i, at, when)
	if !scored {
		return unscored()
	}
	return lang.Sayf("%s", "%s", Marked(s, code, m))
}

// grantStood is how many points a bonus or penalty was.
func grantStood(s *scoring.State, a scoring.Act, when int) lang.Text {
	was, _ := s.GrantWas(a, when)
	return lang.Sayf("%s điểm", "%s points", was.Points)
}

// ordered says an order of units, best first; that they are level where there is none.
func ordered(units []string) lang.Text {
	if len(units) == 0 {
		return lang.Text{VI: "bằng điểm", EN: "level"}
	}
	return lang.Both(strings.Join(units, " › "))
}

// succeeds adds to what filled an office who had it and who has it now.
func succeeds(s *scoring.State, d *scoring.Decision, o scoring.Office, what lang.Text) lang.Text {
	unit, ok := s.FilledBy(o, d.Seq)
	sitting, _ := s.Sitting()
	is, was := "", sitting.Holder(o)
	if ok {
		is = s.Units()[unit].Name()
	}
	if !ok || was == "" || was == is {
		return what
	}
	return lang.Sayf("%s; %s: %s → %s", "%s; %s: %s → %s", what, s.Rulebook().OfficeName(o), was, is)
}
