package ssh

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/data/wall"
	"thidua/scoring"
	"thidua/scoring/lang"
	show "thidua/tui/wall"
)

// Who comes in with the role screen is nobody: the terminal shows the room what stands on the wall, shares that picture
// with all others that do, and takes no key but the one that ends it.

// wallScreen is the wall as a screen of this package.
type wallScreen struct {
	*show.Model
	meeting Meeting
	wall    *meeting.Wall
}

func newWallScreen(m Meeting, w *meeting.Wall, o screenOptions) wallScreen {
	s := wallScreen{meeting: m, wall: w}
	s.Model = show.New(s.news(), show.Options{Lang: o.Lang, Theme: o.Theme, NoColor: o.noColor,
		Signs: o.signs})
	return s
}

// news is what stands on the wall, and the record that it is about: taken afterwards, so that it has that.
func (s wallScreen) news() wall.News {
	on := s.wall.Shown()
	return wall.News{Shown: on, Snap: s.meeting.Snapshot(), Host: wall.Here}
}

// Refresh takes the newest.
func (s wallScreen) Refresh() { s.Show(s.news()) }

// Following is what a wall does, and nothing else.
func (wallScreen) Following() bool { return true }

// Quiet reports that nothing is ever typed or said on a wall.
func (wallScreen) Quiet() bool { return true }

// Hush has nothing to forget.
func (wallScreen) Hush() {}

// Stand is nowhere in particular.
func (wallScreen) Stand() meeting.Stand { return meeting.Stand{Unit: -1, Node: -1} }

// isWall reports whether the session shows the wall.
func (p *session) isWall() bool { return p.guest.Who.Role == scoring.Screen }

// wallKey ends the session for the key that leaves; any other does nothing.
func (p *session) wallKey(e tea.Msg) {
	if key, ok := e.(tea.KeyPressMsg); ok && (key.String() == "ctrl+q" || key.String() == "ctrl+c") {
		p.end(ending{why: lang.Sayf("tạm biệt", "goodbye")})
	}
}
