package tui

import (
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/paint/painttest"
)

// copied presses the key that copies, and gives what the terminal is asked to take, row by row; nil where nothing is.
func (s *session) copied(t *testing.T) [][]string {
	t.Helper()
	_, cmd := s.Update(keyMsg(t, "ctrl+b"))
	if cmd == nil {
		return nil
	}
	msg, ok := cmd().(tea.RawMsg)
	if !ok {
		return nil // the key is another one here
	}
	terminal := painttest.New(1, 1, nil)
	_, _ = fmt.Fprint(terminal, msg.Msg)
	r := csv.NewReader(strings.NewReader(terminal.Copied))
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll() // each row has as many cells
	if err != nil {
		t.Fatalf("%v: %q", err, terminal.Copied)
	}
	return rows
}

// Each screen with a table copies all of it, with heads, a line for each row, and says how many; the others have no
// such key.
func TestCopyOfTheTable(t *testing.T) {
	for key, rows := range map[string]func(*session) int{
		"f2":  func(s *session) int { return len(s.live.Rulebook().Criteria) },
		"f3":  func(s *session) int { return len(s.live.Units()) },
		"f4":  func(s *session) int { return len(s.live.Units()) },
		"f5":  func(s *session) int { return len(s.live.Votes()) },
		"f6":  nil,
		"f7":  nil,
		"f8":  func(s *session) int { return s.live.Seq() },
		"f9":  func(s *session) int { return len(s.live.Units()) },
		"f10": nil,
	} {
		for _, l := range []lang.Lang{lang.VI, lang.EN} {
			s := begin(t, 120, 40, speaking(l)).press("f5", "enter", "*", "enter", key)
			got := s.copied(t)
			switch {
			case rows == nil && got != nil:
				t.Errorf("%s copies %d rows", key, len(got))
			case rows == nil:
			case len(got) != rows(s)+1:
				t.Errorf("%s copies %d lines, want %d and the heads", key, len(got), rows(s))
			case !strings.Contains(s.picture(), lang.Count(rows(s), "dòng", "row", "rows").In(l)):
				t.Errorf("%s does not say how many rows:\n%s", key, s.picture())
			}
		}
	}
}

// Numbers are numbers for a spreadsheet of the language, exact; what is filtered away is not copied.
func TestCopiedCells(t *testing.T) {
	total := func(l lang.Lang) string {
		s := begin(t, 120, 40, speaking(l)).press("f4")
		rows := s.copied(t)
		for i, head := range rows[0] {
			if head == "tổng điểm" || head == "total" {
				return rows[1][i]
			}
		}
		t.Fatalf("no total among %q", rows[0])
		return ""
	}
	want := begin(t, 120, 40).live.Standings(scoring.Agreed).At(0).Total.String()
	if got := total(lang.EN); got != want {
		t.Errorf("the first total is %q, want %q", got, want)
	}
	if got := total(lang.VI); got != strings.Replace(want, ".", ",", 1) {
		t.Errorf("the first total is %q, want %q with a comma", got, want)
	}
	s := begin(t, 120, 40).press("f8", "/", "text:nam dinh", "enter")
	for _, row := range s.copied(t)[1:] {
		if !strings.Contains(strings.Join(row, " "), "Nam Định") {
			t.Errorf("copied %q", row)
		}
	}
}

// While something is typed nothing is copied.
func TestNoCopyWhileTyping(t *testing.T) {
	s := begin(t, 120, 40).press("5")
	if rows := s.copied(t); rows != nil {
		t.Errorf("copied %d rows", len(rows))
	}
}
