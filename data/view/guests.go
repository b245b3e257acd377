package view

import (
	"time"

	"thidua/data/access"
	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Guests are those who are invited, a row for each; nothing in it is a secret.
func Guests(guests []access.Guest, l lang.Lang) table.Table {
	row := func(i int) access.Guest { return guests[i] }
	return table.Make(l, lang.Text{}, len(guests), row, []table.Of[access.Guest]{
		guest("name", lang.Text{VI: "tên", EN: "name"}, func(g access.Guest) string { return g.Name }),
		guest("login", lang.Text{VI: "đăng nhập", EN: "login"}, access.Guest.Login),
		said(guest("role", lang.Text{VI: "vai trò", EN: "role"}, func(g access.Guest) string { return string(g.Role) }),
			func(g access.Guest) string { return g.Role.Name().In(l) }),
		optional(guest("unit", unitHead(), func(g access.Guest) string { return g.Unit })),
		optional(said(guest("key", lang.Text{VI: "vào bằng", EN: "by"}, func(g access.Guest) string { return g.By }),
			func(g access.Guest) string { return byWords(g.By).In(l) })),
		said(guest("since", lang.Text{VI: "từ", EN: "since"}, func(g access.Guest) string {
			return g.Since.Format(time.RFC3339)
		}), func(g access.Guest) string { return g.Since.Format(time.DateTime) }),
		said(guest("status", lang.Text{VI: "tình trạng", EN: "status"}, func(g access.Guest) string {
			return string(g.Status)
		}), func(g access.Guest) string { return g.Status.Name().In(l) }),
	})
}

// guest is a column that says the same to people and to programs.
func guest(id string, head lang.Text, of func(access.Guest) string) table.Of[access.Guest] {
	return table.Of[access.Guest]{
		Column: table.Column{ID: id, Head: head, Weight: table.Always, For: table.All},
		Cell: func(g access.Guest) table.Cell {
			c := table.Cell{Text: of(g)}
			if c.Text != "" {
				c.Value = c.Text
			}
			return c
		},
	}
}

// said is a column that says it in other words to people.
func said[R any](c table.Of[R], words func(R) string) table.Of[R] {
	of := c.Cell
	c.Cell = func(r R) table.Cell {
		out := of(r)
		out.Text = words(r)
		return out
	}
	return c
}

// optional is a column that programs do not see where it has nothing.
func optional[R any](c table.Of[R]) table.Of[R] {
	c.Optional = true
	return c
}

// byWords says by what a person comes in: the fingerprint of a key, or by passcode.
func byWords(by string) lang.Text {
	if by == scoring.ByPasscode {
		return lang.Text{VI: "mã vào họp", EN: "passcode"}
	}
	return lang.Both(by)
}
