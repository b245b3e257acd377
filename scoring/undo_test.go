package scoring

import (
	"fmt"
	"testing"
)

// Once the election of the deputy has begun, that of the leader stands: its rounds and lots can be undone only after
// those that build on them, which the refusal names.
func TestLeaderStandsOnceTheDeputyIsVotedOn(t *testing.T) {
	for name, leader := range map[string][]Act{
		"by ballot": {Ballot{Office: Leader, Votes: votes("A3 B2")}},
		"in two rounds": {Ballot{Office: Leader, Votes: votes("A2 B2 C1")},
			Ballot{Office: Leader, Votes: votes("A3 B2")}},
		"by lots": {Ballot{Office: Leader, Votes: votes("A2 B2 C1")},
			Ballot{Office: Leader, Votes: votes("A2 B2"), Blank: 1}, Lots{Office: Leader, Winner: "A", Reason: "r"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := apply(t, electing(t, 5), leader...)
			last := s.Seq()
			apply(t, s, Undo{last}) // before the deputy's election nothing is in the way
			s = apply(t, s, Ballot{Office: Deputy, Votes: votes("B2 C2 D1")})
			for seq := last; seq > last-len(leader); seq-- {
				refused(t, s, ErrUndo, fmt.Sprintf("decision %d builds on this", s.Seq()), Undo{seq})
			}
			apply(t, s, Undo{s.Seq()}, Undo{last})
		})
	}
}
