package start

import (
	"cmp"
	"context"
	"net"
	"strconv"

	"thidua/data/access"
	"thidua/data/meeting"
	"thidua/data/settings"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// usualPort is where a meeting is served where nobody says otherwise.
const usualPort = "2222"

// askHost asks which meeting others are to be let in to, and shows who is invited.
func (h *home) askHost(screen.Env) effect {
	return h.pick(lang.Text{VI: "Cho máy khác vào", EN: "Let others in"},
		lang.Text{VI: "Cuộc họp nào? Người được mời vào bằng ssh từ máy của mình, cùng mạng với máy này.",
			EN: "Which meeting? Those who are invited come in by ssh from their own machines, on the same network."},
		func(_ screen.Env, path string) effect {
			return effect{work: &work{what: lang.Text{VI: "đang đọc cuộc họp", EN: "reading the meeting"},
				do: func(ctx context.Context) outcome {
					snap, err := meeting.Read(ctx, path)
					var all []access.Guest
					if err == nil {
						all, err = invited(ctx, path)
					}
					by := settings.RecentOf(h.opts.Recents, path).By
					return outcome{then: func(screen.Env) effect {
						if err != nil {
							return effect{open: newTrouble(screen.Said(err))}
						}
						return effect{open: h.newGuests(path, by, all, unitsIn(snap))}
					}}
				}}}
		})
}

// invited are those who are invited to a meeting.
func invited(ctx context.Context, path string) ([]access.Guest, error) {
	snap, err := meeting.Read(ctx, path)
	if err != nil {
		return nil, err
	}
	list, err := access.Load(access.Path(path))
	if err != nil {
		return nil, err
	}
	return list.Guests(&snap.State), nil
}

// guests shows who is invited to a meeting, invites more, and goes on to the port.
type guests struct {
	text
	home  *home
	path  string
	by    string // who records there; empty: nobody has said
	all   []access.Guest
	units []string
}

const doInvite kit.Action = "start-invite"

// keyInvite invites a person.
const keyInvite = "+"

func (h *home) newGuests(path, by string, all []access.Guest, units []string) *guests {
	g := &guests{home: h, path: path, by: cmp.Or(by, h.offeredName()), all: all, units: units}
	choice := Choice{Task: Serve, Path: path, By: by}
	g.text = text{head: lang.Text{VI: "Người được mời", EN: "Who is invited"},
		help: lang.Text{VI: "Những ai được mời, vai trò và đơn vị. Người được mời vào bằng ssh, với mã của mình.",
			EN: "Who is invited, in which role, of which unit. They come in by ssh, each by an own passcode."},
		own: func() []kit.Binding {
			return []kit.Binding{going(), {Action: doInvite, Keys: kit.Named(keyInvite), Shown: keyInvite, Weight: 88,
				Label: lang.Text{VI: "mời một người", EN: "invite"},
				Help:  lang.Text{VI: "mời một người, bằng một mã", EN: "invite a person, by a passcode"}}}
		},
		act: func(_ screen.Env, a kit.Action) effect {
			if a == doInvite {
				return effect{open: g.askRole()}
			}
			return effect{open: h.askPort(choice)}
		},
		write: g.lines}
	return g
}

func (g *guests) lines(env screen.Env, w int) []string {
	st := env.Styles
	lines := append(paragraph(st.Text, short(g.path), w), kit.Blank(w))
	if len(g.all) == 0 {
		return append(lines, paragraph(st.Warn, env.Say(
			"! Chưa ai được mời: không ai vào được. %s mời một người.",
			"! Nobody is invited: nobody can come in. %s invites a person.", keyInvite), w)...)
	}
	head := env.Say("%s được mời", "%s invited", lang.Count(len(g.all), "người", "person", "people"))
	lines = append(lines, paragraph(st.Strong, head, w)...)
	t := view.Guests(g.all, env.Lang).For(table.Text)
	for i := range t.Len {
		row := kit.NewRow(w).Gap(2)
		for _, id := range []string{"name", "role", "unit", "status"} {
			if c := t.Index(id); c >= 0 {
				row.Left(st.Text, t.Cell(i, c).Text, (w-2)/4)
			}
		}
		lines = append(lines, row.String())
	}
	return lines
}

// askPort asks at which port the meeting is served.
func (h *home) askPort(choice Choice) page {
	return newAsk(lang.Text{VI: "Cổng", EN: "Port"},
		lang.Text{
			VI: "Cổng mà máy khác nối vào. Địa chỉ, khóa của máy này và mã QR hiện ngay khi mở; rời cuộc họp là " +
				"không ai vào được nữa.",
			EN: "The port to which others connect. Address, key of this machine and QR code show at once; when the " +
				"meeting is left nobody can come in any more."},
		lang.Text{VI: "Cổng", EN: "Port"}, lang.Text{VI: "gõ số cổng", EN: "type the port"}, usualPort,
		func(_ screen.Env, typed string) effect {
			const highest = 16 // bits
			if n, err := strconv.ParseUint(typed, 10, highest); err != nil || n == 0 {
				return alarm(lang.Sayf("%q không phải là cổng: ghi một số từ 1 đến 65535, như %s",
					"%q is no port: give a number from 1 to 65535, such as %s", typed, usualPort))
			}
			choice := choice
			choice.Listen = net.JoinHostPort("", typed)
			if choice.By != "" {
				return effect{leave: &choice}
			}
			return effect{open: askName(h.offeredName(), func(_ screen.Env, by string) effect {
				choice.By = by
				return effect{leave: &choice}
			})}
		})
}
