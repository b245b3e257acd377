package ballot

import (
	"slices"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// Ask is what the units vote on from their own terminals: what stands on the ballot, who casts one, and how many are
// in.
type Ask struct {
	id  any  // the poll or the box: a choice made for one is none for another
	box bool // ballots are kept closed in a box, whatever the question

	options []lang.Text
	voters  []string
	in      int
	voted   func(unit string) bool
	paper   int       // ballots handed in on paper beside them
	counted lang.Text // how the session's own ballot is counted, in an open vote

	may   bool  // the session casts a ballot
	done  bool  // and it is in
	sent  bool  // it is on its way
	fail  error // why the one that was sent last is not in
	cast  func(option int) error
	waits bool // a ballot that was cast is not in until the database has it
}

// Answers is the ballot of a question: for, against, abstain.
func Answers(env screen.Env, p *meeting.Poll) Ask {
	choices := []scoring.Choice{scoring.For, scoring.Against, scoring.Abstain}
	a := Ask{id: p, options: Choices(), voted: p.Voted}
	a.voters, a.in = p.Among(&env.Snap.State)
	a.paper = p.Paper()
	a.cast = func(i int) error { return env.Room.Vote(env.Who, choices[i]) }
	a.waits = p.Shared()
	if reviewer(env) {
		if c, ok := p.Choice(env.Who.Unit); ok {
			a.counted = Choices()[slices.Index(choices, c)]
		}
		a.may, a.done = env.Who.Unit == "" || p.Has(env.Who.Unit), p.Voted(env.Who.Unit)
		a.sent, a.fail = p.Sending(env.Who.Unit), p.Failed(env.Who.Unit)
	}
	return a
}

// Choices are the three answers to a question, in the order of their numbers.
func Choices() []lang.Text {
	return []lang.Text{
		{VI: "Tán thành", EN: "For"},
		{VI: "Không tán thành", EN: "Against"},
		{VI: "Không biểu quyết", EN: "Abstain"},
	}
}

// Units is the ballot of a box: which of the units, or none.
func Units(env screen.Env, b *meeting.Box) Ask {
	names := b.Candidates()
	a := Ask{id: b, box: true, voted: b.Voted, paper: b.Paper()}
	for _, name := range names {
		a.options = append(a.options, lang.Both(name))
	}
	a.options = append(a.options, lang.Text{VI: "(phiếu trắng)", EN: "(a blank ballot)"})
	a.voters, a.in = b.Among(&env.Snap.State)
	a.cast = func(i int) error { return env.Room.Elect(env.Who, append(names, "")[i]) }
	a.waits = b.Shared()
	if reviewer(env) {
		a.may, a.done = env.Who.Unit == "" || b.Has(env.Who.Unit), b.Voted(env.Who.Unit)
		a.sent, a.fail = b.Sending(env.Who.Unit), b.Failed(env.Who.Unit)
	}
	return a
}

// reviewer reports whether the session may have a ballot. A picture that many share is nobody's in particular, its unit
// has no name: it shows that there is one to cast.
func reviewer(env screen.Env) bool { return env.Who != nil && env.Who.Role == scoring.Reviewer }
