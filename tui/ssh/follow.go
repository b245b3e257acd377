package ssh

import (
	"github.com/charmbracelet/x/ansi"

	"thidua/scoring/lang"
)

// How a session follows: it has a place in the view of all who would see the same, and sends its pictures on.

// begin shows the meeting: with the others, or where the person was when the connection was lost, if no vote is open.
// Whoever leads has nobody to follow.
func (p *session) begin() {
	if p.request.ear && !p.isWall() {
		p.listen()
		return
	}
	if p.isWall() {
		p.follow()
		return
	}
	f := p.server.room.Floor()
	if calledFor(f) != nil && !p.leads() { // a vote is open: who comes back during it is wanted there
		p.server.prefs.update(p.guest.ID, func(t *preferences) { t.at = nil })
		p.follow()
		return
	}
	if at := p.prefs.at; at != nil || p.leads() {
		p.server.prefs.update(p.guest.ID, func(t *preferences) { t.at = nil })
		p.startOwn(at)
		return
	}
	p.follow()
}

// leads reports whether others follow this person.
func (p *session) leads() bool { return p.server.room.Floor().Leads(&p.guest.Who) }

// follow joins the view of those who see what this person sees.
func (p *session) follow() {
	was := p.viewer
	p.viewer = p.server.renderer.join(p.viewKey())
	if was != nil {
		p.server.renderer.leave(was)
	}
}

// viewKey is what the picture of this person depends on.
func (p *session) viewKey() viewKey {
	unit := ""
	if f := p.server.room.Floor(); f.Poll != nil || f.Box != nil {
		unit = p.guest.Who.Unit
	}
	return viewKey{w: p.request.size.w, h: p.request.size.h, lang: p.prefs.display.Lang,
		theme:   p.prefs.theme(p.profile),
		profile: p.profile, signs: p.request.signs(), role: p.guest.Who.Role, unit: unit}
}

func (p *session) unfollow() {
	if p.viewer != nil {
		p.server.renderer.leave(p.viewer)
		p.viewer, p.said = nil, lang.Text{}
	}
}

// paint brings the screen up to the view's newest picture.
func (p *session) paint() {
	if p.leads() { // the chair who led has gone
		p.startOwn(nil)
		return
	}
	if p.viewer.view.viewKey != p.viewKey() { // a vote has begun, or ended
		p.follow()
		return
	}
	b, ok := p.viewer.next()
	if !ok {
		p.end(screenFailed())
		return
	}
	if len(b) == 0 {
		return
	}
	if _, err := p.term.Write(b); err != nil {
		p.dead = true
	}
	p.say()
}

func (p *session) repaint() {
	p.viewer.forget()
	p.viewer.nudge()
}

// notice says something to a person who follows, with a bell, in the last line, until the next picture.
func (p *session) notice(text lang.Text) {
	p.write("\a")
	p.line(text)
}

// say says what a person who follows was told, over every picture until a key is pressed.
func (p *session) say() {
	if !p.said.IsZero() {
		p.line(p.said)
	}
}

// line writes over the last line.
func (p *session) line(text lang.Text) {
	line := ansi.Truncate(" "+text.In(p.prefs.display.Lang)+" ", p.request.size.w, "…")
	p.write(ansi.CursorPosition(1, p.request.size.h) + ansi.SGR(ansi.AttrReverse) + line + ansi.ResetStyle)
	p.viewer.forget()
}
