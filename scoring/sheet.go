package scoring

import "time"

// Sheet is what a unit handed in: how it scores itself, what evidence it gives, what bonuses it asks for. A criterion
// that is missing from Marks is not scored, which counts 0 but is not 0.
type Sheet struct {
	Unit          string
	Submitted     time.Time // a day; zero where the sheet does not say
	Late          bool      // after the rulebook's deadline for sheets
	Marks         map[string]Mark
	Evidence      map[string][]string
	Requests      []Request
	NotApplicable []string // optional criteria that do not apply to the unit
}

// check refuses self-scores that the criteria cannot be given. A percent up to 100 has always been taken as it stands.
func (sh *Sheet) check(b *Rulebook) error {
	for _, leaf := range b.leaves {
		c := &b.Criteria[leaf]
		m := sh.Marks[c.Code]
		if !m.Given() || m.Entry() == EntryPercent && c.Gives(EntryPercent) && m.Percent() <= FullPercent {
			continue
		}
		if err := c.Takes(m); err != nil {
			return err
		}
	}
	return nil
}

// Request is a bonus that a unit asks for. It never counts until the cluster grants it by a decision.
type Request struct {
	Target string
	Points Points
	Reason string
}
