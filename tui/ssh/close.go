package ssh

import (
	"thidua/scoring/lang"
	"thidua/tui/paint"
)

// How a session ends, and what the person is told.

// ending is why a session ends.
type ending struct {
	why    lang.Sayer // told to the person; nil: the session goes on
	status uint32     // what the person's own client exits with
}

// end has the session end; the first reason counts.
func (p *session) end(e ending) {
	select {
	case p.ending <- e:
	default:
	}
}

// endOf is the reason of a session that others have ended: the one that they gave, if any.
func (p *session) endOf() ending {
	select {
	case e := <-p.ending:
		return e
	default:
		return lost()
	}
}

// close leaves the terminal as it was, with the reason.
func (p *session) close(e ending) {
	if p.dead || p.ctx.Err() != nil && p.server.ctx.Err() == nil {
		return
	}
	if !p.request.ear {
		p.write(paint.Off)
	}
	p.write("thidua: " + e.why.In(p.prefs.display.Lang) + "\r\n")
	sendExit(p.ch, e.status)
}

// revoked ends the session of somebody who is not invited any more, with the status with which it would be refused
// anew.
func revoked() ending {
	return ending{lang.Sayf("lời mời đã bị hủy; hỏi chủ tọa hoặc thư ký",
		"the invitation was revoked; ask the chair or the secretary"), 1}
}

func lost() ending { return ending{why: lang.Sayf("mất kết nối", "the connection is lost")} }

func screenFailed() ending {
	return ending{why: lang.Sayf("màn hình gặp lỗi; hãy vào lại", "the screen failed; come in again")}
}
