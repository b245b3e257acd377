package outputs

import (
	"bytes"
	"strings"

	"thidua/data/clean"
	"thidua/data/meeting"
	"thidua/data/paper/txt"
	"thidua/data/papers"
	"thidua/data/report"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// readPaper reads a paper.
func readPaper(s *meeting.Snapshot, p papers.Paper) func() func(int) []string {
	return func() func(int) []string {
		doc := p.Make(s)
		return func(width int) []string { return txt.Lines(doc, width) }
	}
}

// readTables reads what workbook and page begin with: the ranking, and what was changed.
func readTables(s *meeting.Snapshot, l lang.Lang) func() func(int) []string {
	return func() func(int) []string {
		return fixed(func(b *bytes.Buffer) error {
			for i, t := range []table.Table{
				view.Standings(&s.State, scoring.Agreed, l), view.Differences(&s.State, l),
			} {
				if i > 0 {
					b.WriteByte('\n')
				}
				if err := report.Text(b, t); err != nil {
					return err
				}
			}
			return nil
		})
	}
}

// readJSON reads all data.
func readJSON(s *meeting.Snapshot) func() func(int) []string {
	return func() func(int) []string {
		return fixed(func(b *bytes.Buffer) error { return report.MeetingJSON(b, s) })
	}
}

// fixed is a text whose lines are as they are.
func fixed(write func(*bytes.Buffer) error) func(int) []string {
	var b bytes.Buffer
	if err := write(&b); err != nil { // a buffer takes all that is written
		return func(int) []string { return []string{err.Error()} }
	}
	lines := strings.Split(strings.TrimRight(b.String(), "\n"), "\n")
	for i := range lines {
		lines[i] = clean.Show(lines[i])
	}
	return func(int) []string { return lines }
}
