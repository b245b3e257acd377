package ssh

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen is what a session needs of the interface: a Bubble Tea model that can also be drawn without a program.
type Screen interface {
	tea.Model
	Refresh()             // takes the newest of the meeting and the room
	Resize(w, h int)      // of the terminal, in cells
	Following() bool      // it shows what the one who leads looks at
	Quiet() bool          // nothing is typed, open or said: somebody else's picture would be the same
	Hush()                // forgets what was said last
	Stand() meeting.Stand // where it is
}

// screenOptions is how a screen begins.
type screenOptions struct {
	tui.Prefs
	noColor bool
	signs   kit.SignSet // what the terminal can draw with
	who     meeting.Who
	start   *meeting.Stand        // where it begins; nil follows the one who leads
	save    func(tui.Prefs) error // nil: nobody can choose anything
	said    io.Writer             // where it is said in lines of text; nil: it is drawn
}

// screenFunc makes the screen of one person, or of a view. It ends with the context.
type screenFunc func(context.Context, screenOptions) Screen

// screens makes the real ones.
func screens(m tui.Meeting, room *meeting.Room, w *meeting.Wall) screenFunc {
	shared := &screen.Shared{}
	return func(ctx context.Context, v screenOptions) Screen {
		who := v.who
		if who.Role == scoring.Screen {
			return newWallScreen(m, w, v)
		}
		model := tui.New(ctx, m,
			tui.Options{Prefs: v.Prefs, NoColor: v.noColor, Signs: v.signs, By: who.Name, Who: &who, Save: v.save,
				Room: room, Wall: w, Follow: v.start == nil, At: v.start, Shared: shared})
		if v.said != nil {
			return heard{model, tui.NewPlain(model, v.said)}
		}
		return model
	}
}
