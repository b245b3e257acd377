// Package demo makes the sample meeting: real in every part but its numbers, and gone when the program ends.
package demo

import (
	"context"
	"fmt"
	"sync"
	"time"

	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/data/rulebook"
	"thidua/data/sheet"
	"thidua/data/tomldoc"
	"thidua/sample"
	"thidua/scoring"
)

// Sample is the sample as read: from it any number of meetings can be made.
type Sample struct {
	Begin scoring.New     // the rulebook and the nine sheets
	Batch []decision.Item // the decisions of the meeting

	made func() (*meeting.Snapshot, error) // with its decisions made, once for all meetings
}

// Load reads the sample.
func Load() (Sample, error) {
	book, err := rulebook.Open(sample.Rulebook)
	if err != nil {
		return Sample{}, fmt.Errorf("the sample's rulebook: %w", err)
	}
	var sources []sheet.Source
	for _, f := range sample.Sheets() {
		sources = append(sources, sheet.Source(f))
	}
	sheets, found := sheet.ReadAll(book, sheet.Expect{Cluster: sample.Cluster, Year: sample.Year}, sources...)
	if len(found) > 0 {
		return Sample{}, fmt.Errorf("the sample's sheets: %w", found)
	}
	var units []string
	for _, sh := range sheets {
		units = append(units, sh.Unit)
	}
	batch := sample.Decisions()
	doc, found := tomldoc.Parse(batch.Name, batch.Text)
	if doc == nil {
		return Sample{}, fmt.Errorf("the sample's decisions: %w", found)
	}
	items := decision.Read(doc, rulebook.Names(book.Rulebook, units), book.Rulebook)
	if err := doc.Findings.Err(); err != nil {
		return Sample{}, fmt.Errorf("the sample's decisions: %w", err)
	}
	begin := scoring.New{Rulebook: book.Rulebook, Text: book.Text, Cluster: sample.Cluster, Year: sample.Year,
		Sheets: sheets}
	s := Sample{Begin: begin, Batch: items}
	s.made = sync.OnceValues(s.make)
	return s, nil
}

// beforehand is how long before its first decision the sample meeting was made.
const beforehand = 15 * time.Minute

// Meeting makes the sample meeting with its decisions made, on the day they say. A clock may be given for tests of what
// comes after them; nil is the real one.
func (s Sample) Meeting(clock func() time.Time) (*meeting.Meeting, error) {
	snap, err := s.made()
	if err != nil {
		return nil, err
	}
	return meeting.InMemoryFrom(snap, clock), nil
}

// make is the sample meeting as its decisions leave it.
func (s Sample) make() (*meeting.Snapshot, error) {
	begun := func() time.Time { return s.Batch[0].At.Add(-beforehand) }
	m, err := meeting.InMemory(s.Batch[0].By, s.Begin, begun)
	if err != nil {
		return nil, err
	}
	snap, err := m.Propose(context.Background(), meeting.Batch("", s.Batch))
	if err != nil {
		return nil, fmt.Errorf("the sample's decisions: %w", err)
	}
	return snap, nil
}

// loaded is the sample, read once for all whom its meeting is enough: nobody can change what it is made of.
var loaded = sync.OnceValues(Load)

// Meeting is Sample.Meeting of the sample as it is.
func Meeting(clock func() time.Time) (*meeting.Meeting, error) {
	s, err := loaded()
	if err != nil {
		return nil, err
	}
	return s.Meeting(clock)
}
