package sheet

import (
	"thidua/data/finding"
	"thidua/data/rulebook"
	"thidua/data/tomldoc"
	"thidua/scoring"
)

// Source is a sheet that is already in memory: name and text.
type Source struct {
	Name string
	Text []byte
}

// ReadAll reads sheets from memory as Load does from files.
func ReadAll(book *rulebook.Book, want Expect, sources ...Source) ([]*scoring.Sheet, finding.List) {
	c := collector{book: book, want: want, owners: NewOwners()}
	for _, s := range sources {
		c.take(tomldoc.Parse(s.Name, s.Text))
	}
	return c.done()
}
