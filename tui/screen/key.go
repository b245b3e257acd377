package screen

import (
	"slices"
	"strconv"
)

// IDs lists the screens in the order in which they stand, and in which a key goes through them.
func IDs() []ID {
	return []ID{Review, Compare, Board, Vote, Election, Ceremony, Record, Roll, Minutes, Appraisal}
}

// firstKey is the function key of the first screen: F1 is help.
const firstKey = 2

// Key is the key that leads straight to a screen, as people write it. Whatever names such a key has it from here.
func (id ID) Key() string { return "F" + strconv.Itoa(firstKey+slices.Index(IDs(), id)) }

// The keys that work on every screen and that sentences name as well.
const (
	KeyHelp        = "F1"
	KeyJoin        = "F12"
	KeyFind        = "Ctrl+K"
	KeyProject     = "Ctrl+P"
	KeyQuit        = "Ctrl+Q"
	KeyUndo        = "Ctrl+Z"
	KeyWhatIf      = "Ctrl+W"
	KeyFollow      = "Ctrl+F"
	KeyWhy         = "?"
	KeyClose       = "Esc"    // what lies in front
	KeySave        = "Ctrl+S" // a copy elsewhere
	KeyPapers      = "Ctrl+U" // the papers
	KeySheet       = "Ctrl+A" // a sheet that comes late
	KeyClipboard   = "Ctrl+B" // the table, into the clipboard
	KeyPresent     = "Esc"    // out of a replay
	KeySuggestions = "Ctrl+E"
	KeyYears       = "Shift+F4" // the years before
	KeyWall        = "Ctrl+R"   // what is shown here, on the wall
	KeyAlong       = "Ctrl+G"   // the wall goes along
)
