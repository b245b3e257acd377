package review

import (
	"time"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/screen"
)

// pace is how quickly the meeting goes: from the record alone, so that it needs no clock and says the same to everyone.
type pace struct {
	left time.Duration // until the last unit is accepted, if it goes on like this; 0: nothing to say yet

	read   int               // entries of the log that are in it: the next snapshot goes on behind them
	last   *scoring.Decision // the newest of them
	before time.Time         // of the last one that counts
	spent  time.Duration     // until the last acceptance
	now    time.Duration     // until that last one
}

// A guess from one or two units would change with every decision; who is silent longer than a pause is not at work.
const (
	leastAccepted = 3
	pause         = 15 * time.Minute
)

// measure takes the time from the first decision about a criterion to the last acceptance without the pauses, shares it
// among the units accepted, and reckons the same for each of the others.
func (p *pace) measure(s *meeting.Snapshot) {
	if p.read > len(s.Log) || p.read > 0 && s.Log[p.read-1].Decision != p.last {
		*p = pace{} // another record: an earlier state, or what was tried out
	}
	for _, e := range s.Log[p.read:] {
		p.read, p.last = p.read+1, e.Decision
		_, accepts := e.Act.(scoring.Accept)
		if !accepts && scoring.Target(e.Act) == "" {
			continue
		}
		if step := e.At.Sub(p.before); !p.before.IsZero() && step > 0 && step <= pause {
			p.now += step
		}
		p.before = e.At
		if accepts {
			p.spent = p.now
		}
	}
	p.left = 0
	if done, units := s.AcceptedCount(), s.Sheets(); done >= leastAccepted && done < units {
		p.left = p.spent / time.Duration(done) * time.Duration(units-done)
	}
}

// words says the time left, rounded to five minutes: a guess should look like one.
func (p pace) words(env screen.Env) string {
	if p.left <= 0 {
		return ""
	}
	minutes := int(p.left.Round(5 * time.Minute).Minutes())
	switch {
	case minutes < 5:
		return env.Say("còn dưới 5 phút", "less than 5 minutes left")
	case minutes < 60:
		return env.Say("còn khoảng %d phút", "about %d minutes left", minutes)
	case minutes%60 == 0:
		return env.Say("còn khoảng %d giờ", "about %d hours left", minutes/60)
	}
	return env.Say("còn khoảng %d giờ %d phút", "about %d h %d min left", minutes/60, minutes%60)
}

// position is how far the cursor is through the scored criteria: on which of them it stands, and how many there are.
func position(b *scoring.Rulebook, node int) (at, of int) {
	n := &b.Criteria[node]
	return min(n.First+1, len(b.Leaves())), len(b.Leaves())
}
