package edit

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// After the meeting is closed the upper body gives bonuses and penalties of its own (III.2.2.b): they count at the
// appraised stage only, and nothing that was agreed changes by them.

// appraising reports whether bonuses and penalties that are typed now are those of the appraised stage.
func appraising(env screen.Env) bool { return env.Snap.Closed() }

// stage is the stage whose ranking the edit bears on.
func (e *Edit) stage() scoring.Stage { return stageOf(e.appraised) }

func stageOf(appraised bool) scoring.Stage {
	if appraised {
		return scoring.Appraised
	}
	return scoring.Agreed
}

// place is where the bonus or penalty that is typed stands.
func (e *Edit) place() scoring.GrantAt {
	return scoring.GrantAt{Target: e.at.Node, No: e.no, Appraised: e.appraised}
}

// whyNoBonus says why no bonus or penalty can be typed: before closing as for every decision, after it only by who may
// make one.
func whyNoBonus(env screen.Env, at screen.Place) lang.Text {
	if !appraising(env) || env.Mode == screen.Replay {
		return whyNoGrant(env, at)
	}
	if t := env.Barred(scoring.KindBonus); !t.IsZero() {
		return t
	}
	return whyOutside(env, at)
}

// grantLabel is what begins a bonus or penalty is called; after closing with the stage at which it counts.
func grantLabel(env screen.Env, k Kind) lang.Text {
	label := lang.Text{VI: "thưởng", EN: "bonus"}
	if k == Penalty {
		label = lang.Text{VI: "trừ", EN: "penalty"}
	}
	if appraising(env) {
		return lang.Sayf("%s khi thẩm định", "appraised %s", label)
	}
	return label
}

// Stage is the stage whose ranking moves with what is being typed.
func (d *Editor) Stage() scoring.Stage {
	if d.e == nil {
		return scoring.Agreed
	}
	return d.e.stage()
}
