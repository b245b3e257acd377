package election

import (
	"fmt"
	"strings"

	"thidua/scoring"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// large reports whether the screen is drawn in letters for the back row when the room sees it: not while something is
// typed that has lines of its own.
func (s *Screen) large() bool {
	return s.lots == nil && s.naming == nil && (s.missing == nil || s.sent) && !s.papers
}

// projected is the election for the back row: who was elected, or the counts as bars.
func (s *Screen) projected(env screen.Env, r scoring.Race, open bool, area kit.Rect) screen.View {
	now := ballot.Round{}
	if all := env.Snap.Elections(); !open && len(all) > 0 {
		r, _ = env.Snap.Race(all[len(all)-1])
	}
	switch b := boxOpen(env, r); {
	case !open:
	case b != nil:
		voters, in := b.Among(&env.Snap.State)
		now.In, now.Of = in+b.Paper(), len(voters)
	case len(r.Tied) > 0:
	default:
		s.bars(env, r, &now)
	}
	return screen.View{Parts: []kit.Placed{{Rect: area, Lines: ballot.Race(env, r, now, area)}}}
}

// bars are the counts as typed, the papers beside them, and what the round comes to as it stands.
func (s *Screen) bars(env screen.Env, r scoring.Race, now *ballot.Round) {
	b := ballot.Bars{Base: max(env.Snap.Present(), 1), Needed: needed(env, r), Elected: -1, Here: -1}
	for i, unit := range r.Candidates {
		b.Votes = append(b.Votes, scoring.Tally{Unit: unit, Votes: s.number(i)})
		if i == s.list.Index() {
			b.Here = unit
		}
	}
	now.Counted = &b
	var papers []string
	for i := len(r.Candidates); i < len(s.counts); i++ {
		if i == s.list.Index() {
			papers = append(papers, fmt.Sprintf("› %s %d", s.label(env, r, i).In(env.Lang), s.number(i)))
		} else if !s.counts[i].Empty() {
			papers = append(papers, fmt.Sprintf("%s %d", s.label(env, r, i).In(env.Lang), s.number(i)))
		}
	}
	now.Papers = strings.Join(papers, " · ")
	now.Comes = s.comes(env, r)
}

// comes says how much has been counted, and what it comes to once that can be said.
func (s *Screen) comes(env screen.Env, r scoring.Race) string {
	typed := s.typed(r)
	counted := env.Say("đã đếm %d trên %d phiếu", "%d of %d ballots counted", typed, env.Snap.Present())
	if missing := s.outstanding(env, r); typed == 0 || missing > 0 {
		return counted
	}
	sum, err := s.preview(env, r)
	if err != nil {
		sum = screen.Said(err)
	}
	return sum.In(env.Lang)
}
