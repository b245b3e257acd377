package scoring

import (
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Note is a remark on a criterion or field of a unit, for the minutes. It replaces what stood there; an empty text
// takes it away. It changes no number and withdraws no acceptance.
type Note struct {
	Unit   string
	Target string
	Text   string
}

// KindNote is the kind of Note.
const KindNote Kind = "note"

// Kind is KindNote.
func (Note) Kind() Kind { return KindNote }

func (a Note) unit() string { return a.Unit }
func (a Note) node() string { return a.Target }

// noted is the remarks that stand or stood at one target.
type noted struct {
	target int
	cell   *cell[Note]
}

func (a Note) enter(s *State, d *Decision) error {
	return a.put(s, func(c *cell[Note]) *cell[Note] { return c.put(d, a) })
}

func (a Note) leave(s *State, d *Decision) error {
	return a.put(s, func(c *cell[Note]) *cell[Note] { return c.mark(d.Seq, false) })
}

func (a Note) put(s *State, change func(*cell[Note]) *cell[Note]) error {
	i, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	at, err := s.node(u, a.Target)
	if err != nil {
		return err
	}
	j, found := slices.BinarySearchFunc(u.notes, at, func(n noted, at int) int { return n.target - at })
	if !found && strings.TrimSpace(a.Text) == "" {
		return refuse(ErrNoReason, lang.Sayf("chưa có ghi chú nào tại %s", "there is no note at %s", a.Target),
			lang.Sayf("ghi nội dung", "write something"))
	}
	u = u.clone()
	u.notes = slices.Clone(u.notes)
	if !found {
		u.notes = slices.Insert(u.notes, j, noted{target: at})
	}
	u.notes[j].cell = change(u.notes[j].cell)
	s.set(i, u)
	return nil
}

// Remark is a note that stands.
type Remark struct {
	Target   int // index of Rulebook.Criteria
	Text     string
	Decision *Decision
}

// Notes are the remarks that stand for the unit, by target in the letter's order.
func (u *Unit) Notes() []Remark {
	var out []Remark
	for _, n := range u.notes {
		if c := n.cell.top(); c != nil && strings.TrimSpace(c.value.Text) != "" {
			out = append(out, Remark{Target: n.target, Text: c.value.Text, Decision: c.dec})
		}
	}
	return out
}

// NoteAt is the remark that stands at a criterion or field, empty if there is none.
func (u *Unit) NoteAt(at int) string {
	for _, r := range u.Notes() {
		if r.Target == at {
			return r.Text
		}
	}
	return ""
}
