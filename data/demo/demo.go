// Package demo makes the sample meeting: real in every part but its numbers, and gone when the program ends.
package demo

import (
	"context"
	"fmt"
	"time"

	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/data/rulebook"
	"thidua/data/sheet"
	"thidua/data/tomldoc"
	"thidua/sample"
	"thidua/scoring"
)

// Begin reads the sample's rulebook and sheets as the first decision of a meeting.
func Begin() (scoring.New, error) {
	book, err := rulebook.Open(sample.Rulebook)
	if err != nil {
		return scoring.New{}, fmt.Errorf("the sample's rulebook: %w", err)
	}
	var sources []sheet.Source
	for _, f := range sample.Sheets() {
		sources = append(sources, sheet.Source(f))
	}
	sheets, found := sheet.ReadAll(book, sheet.Expect{Cluster: sample.Cluster, Year: sample.Year}, sources...)
	if len(found) > 0 {
		return scoring.New{}, fmt.Errorf("the sample's sheets: %w", found)
	}
	return scoring.New{Rulebook: book.Rulebook, Text: book.Text, Cluster: sample.Cluster, Year: sample.Year, Sheets: sheets}, nil
}

// Meeting is the sample meeting with its decisions made. A clock may be given for tests; nil is the real one.
func Meeting(clock func() time.Time) (*meeting.Meeting, error) {
	begin, err := Begin()
	if err != nil {
		return nil, err
	}
	units := make([]string, len(begin.Sheets))
	for i, sh := range begin.Sheets {
		units[i] = sh.Unit
	}
	batch := sample.Decisions()
	doc, found := tomldoc.Parse(batch.Name, batch.Text)
	if doc == nil {
		return nil, fmt.Errorf("the sample's decisions: %w", found)
	}
	items := decision.Read(doc, rulebook.Names(begin.Rulebook, units))
	if err := doc.Findings.Err(); err != nil {
		return nil, fmt.Errorf("the sample's decisions: %w", err)
	}
	m, err := meeting.InMemory(items[0].By, begin, clock)
	if err != nil {
		return nil, err
	}
	if _, err := m.Propose(context.Background(), meeting.Batch("", items)); err != nil {
		return nil, fmt.Errorf("the sample's decisions: %w", err)
	}
	return m, nil
}
