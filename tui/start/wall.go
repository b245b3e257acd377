package start

import (
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// askWall asks which meeting this window is to be the room's screen of.
func (h *home) askWall(screen.Env) effect {
	return h.pick(lang.Text{VI: "Màn chiếu", EN: "The room's screen"},
		lang.Sayf("Màn chiếu của cuộc họp nào? Cửa sổ này hiện điều chủ tọa đưa lên bằng %s trong cửa sổ kia, đến khi "+
			"được thay; %s đóng màn chiếu.",
			"Of which meeting? This window shows what the chair puts there with %s in the other window, until it is "+
				"replaced; %s closes it.", screen.KeyWall, screen.KeyQuit),
		func(_ screen.Env, path string) effect { return onWall(path) })
}

// onWall leaves the page for the room's screen of a meeting.
func onWall(path string) effect { return effect{leave: &Choice{Task: Wall, Path: path}} }
