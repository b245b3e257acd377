package store

import (
	"path/filepath"

	"thidua/data/clean"
	"thidua/data/names"
	"thidua/data/postgres"
)

// Shown is the name of a meeting as it may be shown: without the password of an address, and with nothing that a
// terminal obeys.
func Shown(name string) string { return clean.Secrets(clean.Escape(name)) }

// FileName is what a file is called after that belongs to a meeting, such as a copy of it: the meeting's own file, or a
// name made of that which it has in a database, in the folder where the program runs.
func FileName(name string) string {
	if !postgres.Is(name) {
		return name
	}
	a, err := postgres.Parse(name)
	if err != nil {
		return "thidua"
	}
	if slug := names.Slug(a.Meeting); slug != "" {
		return slug
	}
	return "thidua"
}

// IsFile reports whether a meeting of this name is kept in a file of that name.
func IsFile(name string) bool { return !isURL(name) }

// Absolute is a name that means the same wherever the program is started.
func Absolute(name string) string {
	if !IsFile(name) {
		return name
	}
	if full, err := filepath.Abs(name); err == nil {
		return full
	}
	return name
}

// Kept is the name by which a meeting is remembered: Absolute, without the password of an address.
func Kept(name string) string {
	if IsFile(name) {
		return Absolute(name)
	}
	return postgres.WithoutPassword(name)
}

// Guests is where a meeting that is not kept in a file keeps who is invited.
func Guests(name string) (*postgres.Guests, error) { return postgres.OpenGuests(name) }
