//go:build unix

package main

import (
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
)

// In a real terminal what the minutes lack is asked for, one thing after the other, with Vietnamese as input methods
// send it: a word rewritten by backspaces, marks by themselves; and stands in the record.
func TestTerminalMinutes(t *testing.T) {
	t.Parallel()
	path := newMeeting(t)
	x := start(t, "open", path)
	x.shows("0/9 present")
	x.press("f10")
	x.shows("the minutes lack 4 things")
	x.press("*")
	x.shows("Start: [")
	x.press("8:30 30/6/2020", "enter")
	x.shows("Place: [")
	x.press("Hooi", "\x7f\x7f\x7f", "ội trươ\u0300ng", "enter")
	x.shows("Chair: [")
	x.press("Chủ tọa, Giám đốc, nam dinh")
	x.shows("In the minutes: “Chủ tọa: Chủ tọa, Giám đốc, Nam Định”")
	x.press("enter")
	x.shows("Secretary: [")
	x.press("Thư ký", "enter")
	x.shows("all the minutes need")
	x.press("end", "+")
	x.shows("Who speaks")
	x.press("enter")
	x.shows("What was said: [")
	x.press("nhất trí", "enter")
	x.shows("recorded as 6")
	x.leave(path)
	snap, err := meeting.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	sat := snap.Running()
	chair := scoring.Person{Name: "Chủ tọa", Post: "Giám đốc", From: "Nam Định"}
	if sat.Place != "Hội trường" || sat.Start.Format("15:04 2/1/2006") != "08:30 30/6/2020" || sat.Chair != chair ||
		sat.Secretary.Name != "Thư ký" {
		t.Errorf("on record: %+v", sat.Particulars)
	}
	if said := snap.Statements(sat); len(said) != 1 || said[0].Text != "nhất trí" ||
		said[0].Section != scoring.SectionConclusion {
		t.Errorf("on record: %+v", said)
	}
}
