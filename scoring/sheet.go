package scoring

import "time"

// Sheet is what a unit handed in: how it scores itself, what evidence it gives, what bonuses it asks for. A criterion
// that is missing from Percent is not scored, which counts 0 but is not 0.
type Sheet struct {
	Unit          string
	Submitted     time.Time // a day; zero where the sheet does not say
	Late          bool      // after the rulebook's deadline for sheets
	Percent       map[string]Percent
	Evidence      map[string][]string
	Requests      []Request
	NotApplicable []string // optional criteria that do not apply to the unit
}

// Request is a bonus that a unit asks for. It never counts until the cluster grants it by a decision.
type Request struct {
	Target string
	Points Points
	Reason string
}
