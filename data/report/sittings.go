package report

import (
	"time"

	"thidua/scoring"
)

// ofSitting is a sitting with its roll and its minutes.
type ofSitting struct {
	Number     int            `json:"number"`
	From       int            `json:"from"` // the first and the last decision that belong to it
	To         int            `json:"to"`
	Form       scoring.Form   `json:"form,omitempty"`
	Title      string         `json:"title,omitempty"`
	Place      string         `json:"place,omitempty"`
	Start      string         `json:"start,omitempty"`
	End        string         `json:"end,omitempty"`
	Chair      *ofPerson      `json:"chair,omitempty"`
	Secretary  *ofPerson      `json:"secretary,omitempty"`
	Invitation string         `json:"invitation,omitempty"`
	Agenda     []string       `json:"agenda,omitempty"`
	Tellers    []string       `json:"tellers,omitempty"`
	Copies     int            `json:"copies,omitempty"`
	Recipients []string       `json:"recipients,omitempty"`
	Roll       []ofAttendance `json:"roll"`
	Guests     []ofGuest      `json:"guests,omitempty"`
	Minutes    []ofLine       `json:"minutes,omitempty"`
}

// ofPerson is somebody with a post and, as "from", the unit or body that sent them.
type ofPerson struct {
	Name string `json:"name"`
	Post string `json:"post,omitempty"`
	From string `json:"from,omitempty"`
}

type ofAttendance struct {
	Unit    string      `json:"unit"`
	Came    bool        `json:"came"`
	People  []ofPerson  `json:"people,omitempty"`
	Reason  string      `json:"reason,omitempty"`
	Mandate string      `json:"mandate,omitempty"`
	Excused []ofExcused `json:"excused,omitempty"`
}

type ofExcused struct {
	ofPerson
	Reason string `json:"reason"`
}

type ofGuest struct {
	ofPerson
	Came   bool   `json:"came"`
	Reason string `json:"reason,omitempty"`
}

type ofLine struct {
	Seq       int             `json:"seq"` // the decision that put it on record
	Section   scoring.Section `json:"section"`
	Speaker   *ofPerson       `json:"speaker,omitempty"`
	Text      string          `json:"text"`
	Unit      string          `json:"unit,omitempty"`
	Criterion string          `json:"criterion,omitempty"`
}

// sittings are all sittings of a meeting.
func sittings(s *scoring.State) (out []ofSitting) {
	for _, x := range s.Sittings() {
		o := ofSitting{Number: x.Number, From: x.From, To: x.To, Form: x.Form, Title: x.Title, Place: x.Place,
			Start: moment(x.Start), End: moment(x.End), Chair: somebody(x.Chair), Secretary: somebody(x.Secretary),
			Invitation: x.Invitation, Agenda: x.Agenda, Tellers: x.Tellers, Copies: x.Copies, Recipients: x.Recipients}
		for _, a := range s.Attendance(x) {
			row := ofAttendance{Unit: s.Units()[a.Unit].Name(), Came: a.Came, Reason: a.Reason, Mandate: a.Mandate}
			for _, p := range a.People {
				row.People = append(row.People, ofPerson(p))
			}
			for _, e := range a.Excused {
				row.Excused = append(row.Excused, ofExcused{ofPerson(e.Person), e.Reason})
			}
			o.Roll = append(o.Roll, row)
		}
		for _, g := range s.Guests(x) {
			o.Guests = append(o.Guests, ofGuest{ofPerson(g.Person), g.Came, g.Reason})
		}
		for _, l := range s.Statements(x) {
			o.Minutes = append(o.Minutes, ofLine{l.Line, l.Section, somebody(l.Speaker), l.Text, l.Unit, l.Criterion})
		}
		out = append(out, o)
	}
	return out
}

// somebody is a person, nil where nobody is meant.
func somebody(p scoring.Person) *ofPerson {
	if p.IsZero() {
		return nil
	}
	o := ofPerson(p)
	return &o
}

// moment is a point of time as the record has it; empty where nobody gave it.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}
