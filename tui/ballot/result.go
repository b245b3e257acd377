package ballot

import (
	"strings"

	"thidua/data/decision"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// Result is what a vote came to, whom a round or lots elected, or who comes first in an order that was settled: what
// stands before the room until it has been seen.
type Result struct {
	asked  lang.Text // the question in full, or the office
	said   lang.Text // the verdict, or the unit elected
	class  table.Class
	counts lang.Text
	sum    lang.Text // the arithmetic
	beside lang.Text // what else there is to say
	ruling scoring.Ruling
}

// ResultOf is what the decision of a number came to. ok is false where it settled nothing: it is none of these, elected
// nobody, or does not count any more.
func ResultOf(s *scoring.State, seq int) (r Result, ok bool) {
	if t := s.Tallied(seq); t != nil {
		return voted(*t), true
	}
	for _, o := range s.Elections() {
		race, _ := s.Race(o)
		if race.Elected < 0 || len(race.Rounds) == 0 {
			continue
		}
		last, lots := race.Rounds[len(race.Rounds)-1], race.LotsDrawn()
		switch {
		case lots != nil && lots.Seq == seq:
			r = elected(s, race, last)
			r.sum = decision.Sentence(s, lots)
			return r, true
		case lots == nil && last.Decision.Seq == seq:
			return elected(s, race, last), true
		}
	}
	return settled(s, seq)
}

// settled is the order that the chair ruled or lots gave, by the unit that comes first.
func settled(s *scoring.State, seq int) (r Result, ok bool) {
	d, found := s.Decision(seq)
	if !found {
		return r, false
	}
	o, ok := d.Act.(scoring.Order)
	if _, gone := s.Withdrawn(seq); !ok || gone {
		return r, false
	}
	first, ok := s.Index(o.Units[0])
	if !ok {
		return r, false
	}
	t := s.Standings(scoring.Agreed)
	r.said = lang.Sayf("%s hạng %d", "%s rank %d", lang.Both(o.Units[0]), t.At(t.Place(first)).Rank)
	r.asked, r.class = decision.Sentence(s, d), table.Good
	return r, true
}

// voted is what a vote came to.
func voted(t scoring.Tallied) Result {
	r := Result{asked: t.Question(), class: view.VerdictSign(t.Ruling.Verdict).Class,
		counts: decision.Counts(t), sum: t.Ruling.Sum, beside: t.Ruling.Missing(), ruling: t.Ruling}
	r.said = t.Ruling.Verdict.Name()
	if t.Ruling.Verdict == scoring.Tied { // the sum says that
		r.said = scoring.NotCarried.Name()
	}
	return r
}

// elected is whom a round elected.
func elected(s *scoring.State, race scoring.Race, last scoring.Round) Result {
	var votes []lang.Sayer
	for _, t := range s.Tallies(last) {
		if t.Votes > 0 {
			votes = append(votes, lang.Sayf("%s %d", "%s %d", lang.Both(s.Units()[t.Unit].Name()), t.Votes))
		}
	}
	r := Result{class: table.Good, said: lang.Both(s.Units()[race.Elected].Name()),
		asked: lang.Sayf("Được bầu làm %s, năm học %s", "Elected %s of %s", s.Rulebook().OfficeName(race.Office),
			lang.Both(strings.ReplaceAll(s.Rulebook().Years.Next(s.Year()), "-", "–"))),
		counts: lang.Sayf("%s; phiếu trắng %d, không hợp lệ %d", "%s; blank %d, spoiled %d", lang.List(votes...),
			last.Ballot.Blank, last.Ballot.Spoiled), sum: last.Sum}
	if len(last.Notes) > 0 {
		r.beside = last.Notes[0]
	}
	return r
}

// Speak says it in one sentence.
func (r Result) Speak(env screen.Env) string {
	said := r.said
	for _, more := range []lang.Text{r.asked, r.counts, r.sum, r.beside} {
		if !more.IsZero() {
			said = lang.Sayf("%s. %s", "%s. %s", said, more)
		}
	}
	return said.In(env.Lang)
}
