package ceremony

import (
	"slices"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// item is one thing to do before the results can be announced, and where it is done.
type item struct {
	what   lang.Text
	blocks bool // the meeting cannot be closed before; otherwise it can, and the ceremony cannot begin or says less
	leads  screen.ID
	at     screen.Place
}

// todo is everything that is left: what stands in the way of closing, then of announcing, then the elections.
func todo(env screen.Env) []item {
	nowhere := screen.Place{Unit: -1, Node: -1}
	var out []item
	for _, b := range env.Snap.Blockers() {
		it := item{what: b.What, blocks: true, leads: screen.Roll, at: nowhere}
		switch b.Kind {
		case scoring.NotAccepted, scoring.NotYetScored:
			it.leads, it.at = screen.Review, screen.Place{Unit: b.Unit, Node: b.Node}
		case scoring.Undecided, scoring.StillOpen, scoring.Waiting:
			it.leads = screen.Vote
		case scoring.WaitingBallot:
			it.leads = screen.Election
		}
		out = append(out, it)
	}
	undecided := env.Snap.Standings(scoring.Agreed).Undecided()
	blocked := env.Snap.Blockers()
	for _, b := range env.Snap.Preflight() {
		it := item{what: b.What, leads: screen.Board, at: nowhere}
		switch b.Kind {
		case scoring.NotYetClosed, scoring.Waiting, scoring.WaitingBallot:
			continue // said already, or to be seen
		case scoring.SharedRank:
			if slices.ContainsFunc(undecided, func(units []int) bool { return units[0] == b.Unit }) {
				continue // said already
			}
			it.leads = screen.Vote
		case scoring.NotYetScored:
			if slices.Contains(blocked, b) {
				continue // said already
			}
			it.leads, it.at = screen.Review, screen.Place{Unit: b.Unit, Node: b.Node}
		}
		out = append(out, it)
	}
	for _, w := range env.Snap.Warnings() {
		if w.Kind == scoring.Unanswered {
			out = append(out, item{what: w.What, leads: screen.Review, at: screen.Place{Unit: w.Unit, Node: w.Node}})
		}
	}
	out = append(out, minutes(env)...)
	for _, o := range env.Snap.Rulebook().Election.Offices {
		if _, _, ok := env.Snap.Elected(o); !ok {
			out = append(out,
				item{what: lang.Sayf("chưa bầu %s năm học tới", "the %s of the coming year is not elected",
					env.OfficeName(o)),
					leads: screen.Election, at: nowhere})
		}
	}
	return out
}

// minutes is that the minutes lack something, and where it is filled in.
func minutes(env screen.Env) []item {
	lacks := env.Snap.Lacks()
	if len(lacks) == 0 {
		return nil
	}
	return []item{{what: lang.Sayf("biên bản còn thiếu %d mục, trước hết: %s",
		"the minutes lack %d things, first of all: %s", len(lacks), lacks[0].What),
		leads: screen.Fills(lacks[0]), at: screen.Place{Unit: -1, Node: -1}}}
}
