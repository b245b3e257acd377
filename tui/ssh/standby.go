package ssh

import (
	gossh "golang.org/x/crypto/ssh"

	"thidua/data/follow"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Who comes in with the role standby is nobody: a second machine that is sent the record, decision by decision, and
// says which of them are on its disk. It has no terminal, sees no screen, and is sent nothing that is not on record.

// rightDoor refuses a standby that asks for a screen, and anybody else who asks for the record.
func rightDoor(role scoring.Role, record bool) (why lang.Text, ok bool) {
	switch {
	case record && role != scoring.Standby:
		return lang.Sayf(
			"tên này được mời vào họp (%s), không phải làm máy dự phòng; mời máy dự phòng với --role standby",
			"this name is invited to the meeting (%s), not as a standby; invite that with --role standby",
			role.Name()), false
	case !record && role == scoring.Standby:
		return lang.Sayf("tên này được mời làm máy dự phòng: chạy «thidua follow ssh://TÊN@MÁY:CỔNG TỆP» ở máy đó",
			"this name is invited as a standby: run «thidua follow ssh://NAME@HOST:PORT FILE» there"), false
	}
	return lang.Text{}, true
}

// replaceCopy ends what is left of a standby's session: its connection may have broken without the host having noticed.
func (s *Server) replaceCopy(id string) {
	for _, p := range s.sessions.all() {
		if p.guest.ID == id {
			p.end(ending{lang.Sayf("máy khác đã vào với tên này", "another machine has come in by this name"), 1})
		}
	}
}

// keepCopy sends a standby the record until it goes, or the session ends.
func (p *session) keepCopy(conn *gossh.ServerConn, requests <-chan *gossh.Request) {
	go gossh.DiscardRequests(requests)
	kept := p.server.room.Keep(p.guest.Who.Name)
	defer kept.End()
	p.event("came", "client", forLog(string(conn.ClientVersion())), "for", "the record")
	go guard(p.log, "keepalive", p.cancel, func() { p.keepAlive(conn) })
	over := make(chan error, 1)
	go guard(p.log, "record", p.cancel, func() {
		over <- follow.Serve(p.ctx, p.server.opts.Meeting, p.ch, p.ch, kept)
	})
	var end ending
	select {
	case err := <-over:
		end = ending{why: lang.Both("the other side has gone")}
		if err != nil {
			end = ending{why: lang.Both(forLog(err.Error()))}
		}
	case end = <-p.ending:
		refuse(p.ch, end.why, p.request.lang(), end.status)
	case <-p.ctx.Done():
		end = p.endOf()
		if p.server.ctx.Err() != nil {
			refuse(p.ch, end.why, p.request.lang(), end.status)
		}
	}
	p.event("went", "why", end.why.In(lang.EN))
}
