package tui

import (
	"testing"

	"thidua/data/meeting"
	"thidua/data/rulebook"
	"thidua/scoring"
)

// The second rulebook differs in kind from the first: it ranks by share of what applies to a school, has criteria that
// do not apply to everybody, yes-no and banded ones, prizes and a bar. Every screen is drawn with it.

// schoolBegin makes the sheets of its first cluster, by a sum and not by chance.
func schoolBegin() (scoring.New, error) {
	book, err := rulebook.Open("school-cluster-example")
	if err != nil {
		return scoring.New{}, err
	}
	begun := scoring.New{Rulebook: book.Rulebook, Text: book.Text, Cluster: "1", Year: "2025-2026"}
	without := [][]string{{"2.4", "2.5", "2.6"}, nil, {"2.4"}, {"2.6"}, {"2.4", "2.5"}}
	for i, unit := range book.Clusters[0].Units {
		sheet := &scoring.Sheet{Unit: unit, Marks: map[string]scoring.Mark{}, NotApplicable: without[i]}
		for k, at := range book.Leaves() {
			c := book.Criteria[at]
			sheet.Marks[c.Code] = scoring.InPercent(schoolPercent(c.Scale, i, k))
		}
		for _, code := range without[i] {
			delete(sheet.Marks, code)
		}
		sheet.Evidence = map[string][]string{"1.1.1": {"Kế hoạch giáo dục nhà trường được duyệt"}}
		begun.Sheets = append(begun.Sheets, sheet)
	}
	asks := scoring.Request{Target: "1.1.2", Points: scoring.Point, Reason: "hai trường bạn đã áp dụng"}
	begun.Sheets[1].Requests = []scoring.Request{asks}
	return begun, nil
}

// schoolPercent is what a school gives itself: the last one leaves a third of its tasks undone.
func schoolPercent(kind scoring.Scale, school, criterion int) scoring.Percent {
	const whole = 10_000
	level := scoring.Percent(7000 + (school*37+criterion*23)%31*100)
	switch {
	case school == 4 && (criterion%3 == 0 || criterion == 1):
		return 0
	case kind == scoring.ScaleYesNo && (school+criterion)%7 == 0:
		return 0
	case kind == scoring.ScaleYesNo:
		return whole
	case kind == scoring.ScaleBands:
		return min(level+150, whole) // a measured share, between two bands
	}
	return level
}

// beginSchool opens a meeting of the second rulebook.
func beginSchool(t testing.TB, w, h int, change ...func(*Options)) *session {
	t.Helper()
	m := again(t, "school", func() (*meeting.Meeting, error) {
		begun, err := schoolBegin()
		if err != nil {
			return nil, err
		}
		return meeting.InMemory("Thư ký", begun, clock)
	})
	return beginWith(t, m, w, h, change...)
}

// schoolScenes are its pictures: how one gets there from the start.
func schoolScenes() map[string][]string {
	accepted := []string{"do:accept", "do:school"}
	asked := []string{"do:accept", "f5", "+", "text:Đổi ngày hội thi", "enter"}
	closed := append(accepted, "do:close")
	then := func(before []string, keys ...string) []string {
		return append(before[:len(before):len(before)], keys...)
	}
	return map[string][]string{
		"school-review":            {"pgdown", "ctrl+k", "text:1.1.2", "enter"},
		"school-review-bands":      {"pgdown", "ctrl+k", "text:1.2.1", "enter", "9", "7", ",", "5"},
		"school-review-yes-no":     {"ctrl+k", "text:2.2", "enter", "5", "0", "enter"},
		"school-review-off":        {"ctrl+k", "text:2.5", "enter"},
		"school-review-why":        {"pgup", "?"},
		"school-review-projected":  {"ctrl+k", "text:1.2.1", "enter", "ctrl+p"},
		"school-compare":           {"f3", "ctrl+k", "text:2.4", "enter"},
		"school-compare-bands":     {"f3", "ctrl+k", "text:1.2.1", "enter", "9", "5"},
		"school-compare-projected": {"f3", "ctrl+k", "text:1.1.2", "enter", "ctrl+p"},
		"school-board":             {"f4"},
		"school-board-field":       {"f4", "right", "right"},
		"school-board-why":         {"f4", "down", "?"},
		"school-board-sum":         {"f4", "space"},
		"school-board-barred":      {"f4", "end", "?"},
		"school-board-projected":   {"f4", "ctrl+p"},
		"school-vote":              then(asked, "3"),
		"school-vote-taken":        then(asked, "3", "enter", "2", "enter", "esc"),
		"school-election":          {"do:accept", "f6", "3"},
		"school-election-done":     then(accepted, "f6"),
		"school-closing":           then(accepted, "f7"),
		"school-closed":            then(closed, "f7"),
		"school-record":            then(accepted, "f8", "up"),
		"school-roll":              {"do:accept", "f9"},
		"school-what-if":           {"ctrl+w", "5", "0", "enter", "f4"},
	}
}
