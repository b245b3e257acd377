package ssh

import "thidua/scoring/lang"

// How a session ends, and what the person is told.

// end has the session end with a sentence; the first counts.
func (p *session) end(why lang.Sayer) {
	select {
	case p.ending <- why:
	default:
	}
}

// endOf is the reason of a session that others have ended: the sentence that they gave, if any.
func (p *session) endOf() lang.Sayer {
	select {
	case why := <-p.ending:
		return why
	default:
		return lost()
	}
}

// bye leaves the terminal as it was, with the reason.
func (p *session) bye(why lang.Sayer) {
	if p.dead || p.ctx.Err() != nil && p.server.ctx.Err() == nil {
		return
	}
	p.write(modesOff + "thidua: " + why.In(p.taste.prefs.Lang) + "\r\n")
	code := uint32(0)
	if why == lang.Sayer(revoked()) { // as where somebody who is not invited any more comes back
		code = 1
	}
	leave(p.ch, code)
}

func revoked() lang.Text {
	return lang.Sayf("lời mời đã bị hủy; hỏi chủ tọa hoặc thư ký",
		"the invitation was revoked; ask the chair or the secretary")
}

func lost() lang.Text { return lang.Sayf("mất kết nối", "the connection is lost") }
