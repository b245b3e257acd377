package wall

import (
	"thidua/data/meeting"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// question is what is voted on, with how many ballots are in.
func question(env screen.Env, a meeting.Asked, area kit.Rect) []kit.Placed {
	c := kit.NewCanvas(area)
	c.Text(env.Styles.Strong, a.Question, 6)
	return placed(c, area)
}

func election(env screen.Env, on meeting.OnWall, area kit.Rect) []kit.Placed {
	return blank(env, area)
}
