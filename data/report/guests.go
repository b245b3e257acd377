package report

import (
	"io"
	"time"

	"thidua/data/access"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// guest is a person of a meeting's list, as JSON has it: nothing in it is a secret.
type guest struct {
	Name   string        `json:"name"`
	Login  string        `json:"login"` // the name to give to ssh
	Role   string        `json:"role"`
	Unit   string        `json:"unit,omitempty"`
	Key    string        `json:"key,omitempty"` // fingerprint, or passcode
	Since  string        `json:"since"`
	Status access.Status `json:"status"`
}

// GuestsJSON writes who is invited: {"people":[…]}.
func GuestsJSON(w io.Writer, guests []access.Guest) error {
	out := struct {
		People []guest `json:"people"`
	}{[]guest{}}
	for _, g := range guests {
		out.People = append(out.People,
			guest{g.Name, g.Login(), string(g.Role), g.Unit, g.By, g.Since.Format(time.RFC3339), g.Status})
	}
	return write(w, out)
}

// GuestsTable writes who is invited for people.
func GuestsTable(w io.Writer, guests []access.Guest, l lang.Lang) error {
	say := func(vi, en string) string { return lang.Text{VI: vi, EN: en}.In(l) }
	g := head(say("tên", "name"), say("đăng nhập", "login"), say("vai trò", "role"), say("đơn vị", "unit"),
		say("vào bằng", "by"), say("từ", "since"), say("tình trạng", "status"))
	for _, p := range guests {
		by := p.By
		if by == scoring.ByPasscode {
			by = say("mã vào họp", "passcode")
		}
		g.add(p.Name, p.Login(), p.Role.Name().In(l), p.Unit, by, p.Since.Format(time.DateTime), p.Status.Name().In(l))
	}
	return g.write(w)
}
