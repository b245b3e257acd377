package settings

import (
	"path/filepath"
	"slices"
	"time"

	"github.com/BurntSushi/toml"
)

// Recent is a meeting that was open on this machine: where it is, and what it was when it was left.
type Recent struct {
	Path      string    `toml:"path"`
	Title     string    `toml:"title,omitempty"` // of the group, as it was shown
	Year      string    `toml:"year,omitempty"`
	Units     int       `toml:"units,omitempty"`
	Decisions int       `toml:"decisions,omitempty"`
	Closed    bool      `toml:"closed,omitempty"`
	When      time.Time `toml:"when"`
	By        string    `toml:"by,omitempty"` // who records there; empty: nobody has said

	Place
}

// Place is where somebody was in a meeting when it was left, by what things are called: a screen of the interface, a
// unit, a criterion's code. Empty is none in particular.
type Place struct {
	Screen    string `toml:"screen,omitempty"`
	Unit      string `toml:"unit,omitempty"`
	Criterion string `toml:"criterion,omitempty"`
}

// mostRecent is how many meetings are remembered.
const mostRecent = 20

// recents is the file of the meetings.
type recents struct {
	Meeting []Recent `toml:"meeting"`
}

// RecentFile is where the meetings are remembered: beside the settings.
func RecentFile() (string, error) {
	file, err := File()
	if err != nil {
		return "", err
	}
	return filepath.Join(filepath.Dir(file), "meetings.toml"), nil
}

// Recents are the meetings that were open here, the last one first. A file that is not there, or cannot be read, means
// that there were none.
func Recents(file string) []Recent {
	var r recents
	if _, err := toml.DecodeFile(file, &r); err != nil {
		return nil
	}
	return slices.DeleteFunc(r.Meeting, func(m Recent) bool { return m.Path == "" })
}

// RecentOf is what is remembered of one meeting; the zero Recent where nothing is.
func RecentOf(file, path string) Recent {
	all := Recents(file)
	if i := indexOf(all, path); i >= 0 {
		return all[i]
	}
	return Recent{}
}

// Remember puts a meeting before all others. Who records there, and where it
// was left, stays as it was where that is not said anew.
func Remember(file string, m Recent) error {
	all := Recents(file)
	if i := indexOf(all, m.Path); i >= 0 {
		if m.By == "" {
			m.By = all[i].By
		}
		if m.Place == (Place{}) {
			m.Place = all[i].Place
		}
		all = slices.Delete(all, i, i+1)
	}
	all = append([]Recent{m}, all...)
	return write(file, recents{all[:min(len(all), mostRecent)]})
}

// Forget takes a meeting off the list. Its file is left alone.
func Forget(file, path string) error {
	all := Recents(file)
	i := indexOf(all, path)
	if i < 0 {
		return nil
	}
	return write(file, recents{slices.Delete(all, i, i+1)})
}

func indexOf(all []Recent, path string) int {
	return slices.IndexFunc(all, func(m Recent) bool { return m.Path == path })
}
