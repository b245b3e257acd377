package tui

import (
	"thidua/data/meeting"
	"thidua/scoring/lang"
	"thidua/tui/election"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// What stands on the wall is put there by the one who leads, with one key, and stays until something else is put there;
// or the wall goes along. Only what is recorded, or what the room is asked, ever gets there.

const (
	doPut   kit.Action = "put-on-wall"
	doAlong kit.Action = "wall-along"
)

// wallKeys put what the screen shows on the wall, and have the wall go along.
func (m *Model) wallKeys() []kit.Binding {
	if m.opts.Wall == nil || !m.env().Leads() {
		return nil
	}
	put := kit.Binding{Action: doPut, Once: true, Keys: kit.Named(screen.KeyWall), Shown: screen.KeyWall,
		Label: lang.Text{VI: "lên màn chiếu", EN: "on the wall"},
		Help: lang.Sayf("đưa điều đang xem lên màn chiếu, ở đó đến khi đưa điều khác lên; %s lần nữa để trống",
			"put what is shown here on the wall, where it stays until something else is put there; %s once more "+
				"blanks the wall", screen.KeyWall)}
	along := kit.Binding{Action: doAlong, Once: true, Keys: kit.Named(screen.KeyAlong), Shown: screen.KeyAlong,
		Label: lang.Text{VI: "màn chiếu đi theo", EN: "the wall goes along"},
		Help: lang.Text{VI: "màn chiếu đi theo từng màn hình ở đây, hoặc thôi; không bao giờ hiện bản nháp",
			EN: "the wall goes where this screen goes, or stays; it never shows a draft"}}
	if m.opts.Wall.Screens() > 0 {
		put.Weight = 28
	}
	if m.opts.Wall.Along() {
		along.Label = lang.Text{VI: "màn chiếu đứng yên", EN: "the wall stays"}
	}
	switch m.mode {
	case screen.WhatIf:
		put.Off = lang.Text{VI: "giả định không lên màn chiếu", EN: "what is only tried out is not for the wall"}
	case screen.Replay:
		put.Off = lang.Text{VI: "xem lại không lên màn chiếu", EN: "a replay is not for the wall"}
	}
	return []kit.Binding{put, along}
}

// onWall is what would be put on the wall from here.
func (m *Model) onWall() meeting.OnWall {
	if _, seq, ok := m.result(); ok {
		return meeting.OnWall{Kind: meeting.WallVerdict, Seq: seq, Unit: -1, Node: -1}
	}
	env, at := m.env(), m.at()
	on := meeting.OnWall{Unit: -1, Node: -1}
	switch m.on() {
	case screen.Review:
		on.Kind, on.Unit, on.Node = meeting.WallCriterion, at.Unit, at.Node
	case screen.Compare:
		on.Kind, on.Unit, on.Node = meeting.WallCompare, at.Unit, at.Node
	case screen.Board:
		on.Kind, on.Node = meeting.WallBoard, at.Node
	case screen.Vote:
		if asked, ok := m.vote.OnWall(env); ok {
			on = asked
		}
	case screen.Election:
		if e, ok := m.here().(*election.Screen); ok {
			on = e.OnWall(env)
		}
	case screen.Ceremony:
		if r := m.ceremony.Reveal(); r.Running {
			on.Kind, on.Reveal = meeting.WallCeremony, r
		}
	}
	return on
}

// putOnWall puts what is shown here on the wall; where it stands there already the wall is blanked.
func (m *Model) putOnWall() {
	w, on := m.opts.Wall, m.onWall()
	if on == w.Shown() && on.Kind != meeting.WallCeremony {
		on = meeting.OnWall{Unit: -1, Node: -1}
	}
	w.SetAlong(false)
	w.Put(on)
	m.note = note{text: lang.Sayf("Trên màn chiếu: %s", "On the wall: %s", m.saysWall(on))}
	if w.Screens() == 0 {
		m.note.text = lang.Sayf("%s · chưa có màn chiếu nào nối vào: chạy «thidua wall» ở cửa sổ khác",
			"%s · no wall is connected: run «thidua wall» in another window", m.note.text)
	}
}

// toggleAlong has the wall go along with this screen, or stay.
func (m *Model) toggleAlong() {
	w := m.opts.Wall
	w.SetAlong(!w.Along())
	m.note = note{text: lang.Sayf("Màn chiếu đứng yên: %s để đưa điều đang xem lên.",
		"The wall stays as it is: %s puts there what is shown here.", screen.KeyWall)}
	if w.Along() {
		m.note = note{text: lang.Sayf("Màn chiếu đi theo màn hình này. %s để thôi.",
			"The wall goes along with this screen. %s ends that.", screen.KeyAlong)}
	}
}

// keepWall keeps the wall up with the meeting: while results are announced nothing else stands there; a vote that ends
// gives way to its verdict; and where the wall goes along it shows what is shown here.
func (m *Model) keepWall() {
	w := m.opts.Wall
	if w == nil || m.mode != screen.Live || !m.env().Leads() {
		return
	}
	if r := m.ceremony.Reveal(); r.Running {
		w.Put(meeting.OnWall{Kind: meeting.WallCeremony, Unit: -1, Node: -1, Reveal: r})
		return
	}
	is := w.Shown()
	asked := is.Kind == meeting.WallVote || is.Kind == meeting.WallElection
	if !asked && !w.Along() {
		return
	}
	switch on := m.onWall(); {
	case asked && on.Kind == meeting.WallVerdict, asked && sameMatter(is, on):
		w.Put(on)
	case w.Along() && on.Kind != meeting.WallBlank:
		w.Put(on)
	}
}

// wallBadges tell the one who leads what the room has before it, where a wall is connected.
func (m *Model) wallBadges() []badge {
	w, env := m.opts.Wall, m.env()
	if w == nil || w.Screens() == 0 || !env.Leads() {
		return nil
	}
	said := m.saysWall(w.Shown())
	if w.Along() {
		said = lang.Sayf("%s, đi theo", "%s, goes along", said)
	}
	return []badge{{env.Say(" màn chiếu: %s ", " wall: %s ", said), m.styles.Text}}
}

// sameMatter reports whether two things are the same vote or election, of which another may have more ballots in.
func sameMatter(a, b meeting.OnWall) bool {
	a.Asked.In, a.Asked.Of, b.Asked.In, b.Asked.Of = 0, 0, 0, 0
	return a.Kind == b.Kind && a.Office == b.Office && a.Asked == b.Asked
}

// saysWall says what stands on the wall, in a few words.
func (m *Model) saysWall(on meeting.OnWall) lang.Text {
	place := lang.Text{}
	if on.Node >= 0 {
		place = lang.Both(m.live.Rulebook().Criteria[on.Node].Code)
	}
	switch on.Kind {
	case meeting.WallCriterion:
		return lang.Sayf("%s %s", "%s %s", lang.Both(m.live.Units()[on.Unit].Name()), place)
	case meeting.WallCompare:
		return lang.Sayf("đối chiếu %s", "compare %s", place)
	case meeting.WallBoard:
		return lang.Text{VI: "bảng xếp hạng", EN: "the ranking"}
	case meeting.WallVote:
		return lang.Text{VI: "câu hỏi biểu quyết", EN: "the question"}
	case meeting.WallVerdict:
		return lang.Sayf("kết quả số %d", "the result of decision %d", on.Seq)
	case meeting.WallElection:
		return lang.Text{VI: "bầu cử", EN: "the election"}
	case meeting.WallCeremony:
		return lang.Text{VI: "lễ công bố", EN: "the ceremony"}
	}
	return lang.Text{VI: "trống, chỉ có tên", EN: "blank, with the name of the group"}
}
