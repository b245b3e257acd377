// Package wall draws the room's own screen: what the chair put there, large, and nothing of what is still to come,
// typed, tried out or only for the table.
package wall

import (
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ballot"
	"thidua/tui/board"
	"thidua/tui/ceremony"
	"thidua/tui/compare"
	"thidua/tui/kit"
	"thidua/tui/review"
	"thidua/tui/screen"
)

// picture is what is drawn for the room. The screens in it are those that the chair works on, as the room sees them:
// they are shown a place and are given no key.
type picture struct {
	of       *meeting.Snapshot
	review   *review.Screen
	compare  *compare.Screen
	board    *board.Screen
	ceremony *ceremony.Screen
}

// take shows the screens another state.
func (p *picture) take(env screen.Env) {
	switch {
	case p.of == env.Snap:
		return
	case p.of == nil, p.of.Rulebook() != env.Snap.Rulebook():
		p.review, p.compare, p.board, p.ceremony = review.New(env), compare.New(env), board.New(env), ceremony.New(env)
	default:
		p.review.Show(env)
		p.compare.Show(env)
		p.board.Show(env)
		p.ceremony.Show(env)
	}
	p.of = env.Snap
}

// draw draws what stands on the wall into a part of the terminal.
func (p *picture) draw(env screen.Env, on meeting.OnWall, area kit.Rect) []kit.Placed {
	p.take(env)
	at := screen.Place{Unit: on.Unit, Node: on.Node}
	if !exists(env, at) {
		return env.Blank(area)
	}
	switch on.Kind {
	case meeting.WallCriterion:
		p.review.Focus(env, at)
		return p.review.View(env, area).Parts
	case meeting.WallCompare:
		p.compare.Focus(env, at)
		return p.compare.View(env, area).Parts
	case meeting.WallBoard:
		p.board.By(env, on.Node)
		return p.board.View(env, area).Parts
	case meeting.WallCeremony:
		if p.ceremony.Mirror(env, on.Reveal); p.ceremony.Reveal().Running { // else the meeting was reopened
			return p.ceremony.View(env, area).Parts
		}
	case meeting.WallVote:
		return question(env, on.Asked, area)
	case meeting.WallElection:
		return election(env, on, area)
	case meeting.WallVerdict:
		if r, ok := ballot.ResultOf(&env.Snap.State, on.Seq); ok {
			return r.Draw(env, area).Parts
		}
	}
	return env.Blank(area)
}

// exists reports whether the meeting has the place: it is sent, and trusted no further than need be.
func exists(env screen.Env, at screen.Place) bool {
	return at.Unit < len(env.Snap.Units()) && at.Node < len(env.Snap.Rulebook().Criteria)
}

// title says at the top what it is that stands there.
func title(on meeting.OnWall) lang.Text {
	switch on.Kind {
	case meeting.WallCriterion:
		return lang.Text{VI: "RÀ SOÁT", EN: "REVIEW"}
	case meeting.WallCompare:
		return lang.Text{VI: "ĐỐI CHIẾU", EN: "COMPARE"}
	case meeting.WallBoard:
		return lang.Text{VI: "XẾP HẠNG", EN: "RANKING"}
	case meeting.WallVote:
		return lang.Text{VI: "BIỂU QUYẾT", EN: "VOTE"}
	case meeting.WallVerdict:
		return lang.Text{VI: "KẾT QUẢ", EN: "RESULT"}
	case meeting.WallElection:
		return lang.Text{VI: "BẦU CỬ", EN: "ELECTION"}
	}
	return lang.Text{}
}

// titled is the title, with the stage of the points below it once there are others.
func titled(env screen.Env, on meeting.OnWall) string {
	said := title(on).In(env.Lang)
	points := on.Kind == meeting.WallCriterion || on.Kind == meeting.WallCompare || on.Kind == meeting.WallBoard
	if said == "" || !points || !env.Snap.Appraised() {
		return said
	}
	return said + env.Say(" · điểm %s", " · %s scores", env.Snap.Rulebook().StageName(scoring.Agreed))
}

// rightsOf is whose eyes the wall is: nobody's.
func rightsOf() *meeting.Who { return &meeting.Who{Role: scoring.Screen} }
