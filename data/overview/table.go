package overview

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"thidua/data/meeting"
	"thidua/data/table"
	"thidua/scoring/lang"
)

// Table is meetings as a table, for text and for programs.
func Table(all []Meeting, l lang.Lang) table.Table {
	return table.Make(l, lang.Text{}, len(all), func(i int) Meeting { return all[i] },
		slices.Concat(named(l), progress(), settled(), newest(l)))
}

// text is a column of words, number one of numbers.
func text(id string, r table.Readers, head lang.Text, cell func(Meeting) string) table.Of[Meeting] {
	return table.Of[Meeting]{Column: table.Column{ID: id, Head: head, For: r},
		Cell: func(m Meeting) table.Cell { return table.Cell{Text: cell(m), Value: cell(m)} }}
}

func number(id string, r table.Readers, head lang.Text, cell func(Meeting) int) table.Of[Meeting] {
	return table.Of[Meeting]{Column: table.Column{ID: id, Head: head, Align: table.Right, For: r},
		Cell: func(m Meeting) table.Cell { return table.Cell{Text: strconv.Itoa(cell(m)), Value: cell(m)} }}
}

// named are the columns of what a meeting is, and how it stands.
func named(l lang.Lang) []table.Of[Meeting] {
	return []table.Of[Meeting]{
		text("meeting", table.All, lang.Text{VI: "cuộc họp", EN: "meeting"}, func(m Meeting) string { return m.Name }),
		text("title", table.All, lang.Text{VI: "cụm", EN: "cluster"},
			func(m Meeting) string { return m.Title.In(l) }),
		text("year", table.All, lang.Text{VI: "năm", EN: "year"}, func(m Meeting) string { return m.Year }),
		text("state", table.Programs, lang.Text{}, stateID),
		text("said", table.People, lang.Text{VI: "tình trạng", EN: "state"},
			func(m Meeting) string { return m.State().In(l) }),
	}
}

// progress are the columns of how far a meeting is, and who leads.
func progress() []table.Of[Meeting] {
	return []table.Of[Meeting]{
		text("progress", table.People, lang.Text{VI: "thống nhất", EN: "agreed"}, func(m Meeting) string {
			return strconv.Itoa(m.Accepted) + "/" + strconv.Itoa(m.Sheets)
		}),
		number("units", table.Programs, lang.Text{}, func(m Meeting) int { return m.Units }),
		number("sheets", table.Programs, lang.Text{}, func(m Meeting) int { return m.Sheets }),
		number("accepted", table.Programs, lang.Text{}, func(m Meeting) int { return m.Accepted }),
		number("present", table.Programs, lang.Text{}, func(m Meeting) int { return m.Present }),
		text("leads", table.People, lang.Text{VI: "dẫn đầu", EN: "leads"},
			func(m Meeting) string { return strings.Join(m.Leaders, ", ") }),
		{Column: table.Column{ID: "leaders", For: table.Programs},
			Cell: func(m Meeting) table.Cell { return table.Cell{Value: append([]string{}, m.Leaders...)} }},
	}
}

// settled are the columns of what is left to be settled.
func settled() []table.Of[Meeting] {
	return []table.Of[Meeting]{
		number("ties", table.All, lang.Text{VI: "bằng điểm", EN: "ties"}, func(m Meeting) int { return m.Ties }),
		number("pending", table.All, lang.Text{VI: "chưa quyết", EN: "pending"},
			func(m Meeting) int { return m.Pending }),
	}
}

// newest are the columns of the last decision.
func newest(l lang.Lang) []table.Of[Meeting] {
	return []table.Of[Meeting]{
		number("decisions", table.All, lang.Text{VI: "quyết định", EN: "decisions"},
			func(m Meeting) int { return m.Seq }),
		text("at", table.Programs, lang.Text{}, func(m Meeting) string {
			if m.At.IsZero() {
				return ""
			}
			return m.At.Format(time.RFC3339)
		}),
		text("last", table.All, lang.Text{VI: "quyết định mới nhất", EN: "last decision"},
			func(m Meeting) string { return lastOf(m, l) }),
	}
}

// stateID is the state for programs.
func stateID(m Meeting) string {
	switch {
	case m.Err != nil:
		return "unreadable"
	case m.Closed:
		return "closed"
	case m.Accepted == 0 && m.Present == 0:
		return "new"
	}
	return "running"
}

func lastOf(m Meeting, l lang.Lang) string {
	if m.Err != nil {
		return meeting.Say(m.Err).In(l)
	}
	return m.Last.In(l)
}
