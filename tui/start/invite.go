package start

import (
	"context"
	"strings"

	"thidua/data/access"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// askRole asks in which role a person is invited; then of which unit, and who.
func (g *guests) askRole() page {
	var options []option
	for _, r := range scoring.Roles() {
		options = append(options, option{id: string(r), label: r.Name(), more: roleMore(r)})
	}
	return newChoose(lang.Text{VI: "Vai trò", EN: "Role"},
		lang.Text{VI: "Mời vào với vai trò gì?", EN: "In which role?"}, options,
		func(_ screen.Env, id string) effect {
			if scoring.Role(id) == scoring.Reviewer {
				return effect{open: g.askUnit()}
			}
			return effect{open: g.askPerson(access.Person{Role: scoring.Role(id)})}
		})
}

// roleMore says what a role may do.
func roleMore(r scoring.Role) lang.Text {
	switch r {
	case scoring.Chair:
		return lang.Text{VI: "điều hành, quyết định mọi việc", EN: "leads, and decides everything"}
	case scoring.Secretary:
		return lang.Text{VI: "ghi các quyết định", EN: "records the decisions"}
	case scoring.Reviewer:
		return lang.Text{VI: "của một đơn vị: xem, đề nghị, xác nhận, bỏ phiếu",
			EN: "of a unit: looks things up, suggests, confirms, votes"}
	case scoring.Observer:
		return lang.Text{VI: "chỉ xem", EN: "looks on"}
	case scoring.Standby:
		return lang.Text{VI: "máy thứ hai giữ bản sao (thidua follow)",
			EN: "a second machine keeps a copy (thidua follow)"}
	}
	return lang.Text{VI: "màn hình của phòng họp", EN: "the room's own screen"}
}

// askUnit asks of which unit a reviewer is.
func (g *guests) askUnit() page {
	var options []option
	for _, u := range g.units {
		options = append(options, option{id: ownID + u, label: lang.Both(u)})
	}
	return newChoose(lang.Text{VI: "Đơn vị", EN: "Unit"},
		lang.Text{VI: "Thành viên của đơn vị nào?", EN: "Of which unit?"}, options,
		func(_ screen.Env, id string) effect {
			unit, _ := strings.CutPrefix(id, ownID)
			return effect{open: g.askPerson(access.Person{Role: scoring.Reviewer, Unit: unit})}
		})
}

// askPerson asks for the name, and invites.
func (g *guests) askPerson(p access.Person) page {
	return newAsk(lang.Text{VI: "Người được mời", EN: "Who"},
		lang.Text{VI: "Họ và tên, hoặc chức vụ. Người đó vào bằng một mã, chỉ hiện một lần ngay sau đây.",
			EN: "Full name, or office. That person comes in by a passcode, which is shown once, right after this."},
		lang.Text{VI: "Tên", EN: "Name"}, lang.Text{VI: "gõ tên", EN: "type the name"}, "",
		func(_ screen.Env, typed string) effect {
			p := p
			p.Name = typed
			return effect{work: &work{what: lang.Text{VI: "đang mời", EN: "inviting"}, firm: true,
				do: func(ctx context.Context) outcome { return g.invite(ctx, p) }}}
		})
}

// invite invites a person, and shows the passcode.
func (g *guests) invite(ctx context.Context, p access.Person) outcome {
	fail := func(err error) outcome {
		return outcome{then: func(screen.Env) effect { return effect{open: newTrouble(screen.Said(err))} }}
	}
	p, passcode, err := p.WithPasscode(g.home.opts.HashCost)
	if err != nil {
		return fail(err)
	}
	p, held, other, err := access.InviteTo(ctx, g.path, g.by, p)
	if err != nil {
		return fail(err)
	}
	var remarks []lang.Text
	if held != nil {
		remarks = append(remarks, access.Waits(held))
	}
	if other != nil {
		remarks = append(remarks, screen.Said(other))
	}
	again, err := invited(ctx, g.path)
	if err != nil {
		return fail(err)
	}
	return outcome{then: func(screen.Env) effect {
		g.all = again
		return effect{home: true, open: g.under(newPasscode(p, passcode, remarks))}
	}}
}

// passcode shows what is shown once. Whoever goes on from it is where those who are invited are listed.
type passcode struct {
	*text
	below *guests
}

func (g *guests) under(t *text) page {
	p := &passcode{text: t, below: g}
	t.own = func() []kit.Binding {
		return []kit.Binding{taking(lang.Text{VI: "đã ghi lại", EN: "written down"},
			lang.Text{VI: "về danh sách người được mời; mã không hiện lại",
				EN: "to the list of who is invited; the passcode does not show again"})}
	}
	t.act = func(screen.Env, kit.Action) effect { return effect{back: true, open: g} }
	return p
}

func (p *passcode) do(env screen.Env, a kit.Action) effect {
	if a == doBack {
		a = doTake
	}
	return p.text.do(env, a)
}

// newPasscode shows a passcode, in large letters where there is room.
func newPasscode(p access.Person, code string, remarks []lang.Text) *text {
	return &text{head: lang.Text{VI: "Mã vào họp", EN: "Passcode"},
		help: lang.Text{VI: "Mã này chỉ hiện một lần: ghi lại, đưa riêng cho người được mời.",
			EN: "The passcode shows once: write it down, and give it to the person who is invited alone."},
		write: func(env screen.Env, w int) []string {
			st := env.Styles
			lines := append([]string{kit.Blank(w)}, paragraph(st.Accent, "  "+code, w)...)
			lines = append(lines, kit.Blank(w))
			for _, said := range append([]lang.Text{access.Handed(p), access.ComesIn(p)}, remarks...) {
				lines = append(lines, paragraph(st.Text, env.In(said), w)...)
			}
			return lines
		}}
}

// unitsIn are the names of the units of a meeting.
func unitsIn(s *meeting.Snapshot) (names []string) {
	for _, u := range s.Units() {
		names = append(names, u.Name())
	}
	return names
}
