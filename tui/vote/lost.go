package vote

import (
	"thidua/data/decision"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// lost is the vote or round that was opened on record, has no end there, and of which no ballots are anywhere: the
// program ended while they came in. Nobody's choice is known.
func lost(env screen.Env) *scoring.Opening {
	o := env.Snap.Opening()
	if o == nil || env.Mode != screen.Live {
		return nil
	}
	if f := env.Floor; f != nil && (f.Poll != nil && f.Poll.Opened() == o.Decision.Seq ||
		f.Box != nil && f.Box.Opened() == o.Decision.Seq) {
		return nil
	}
	return o
}

// voidLost ends a vote that was lost. One that another host opened may be no such vote: nobody knows from here whether
// that host still takes its ballots, and it is ended only by who is told so and presses the key again.
func (s *Screen) voidLost(env screen.Env, o *scoring.Opening) screen.Effect {
	seq := o.Decision.Seq
	if !env.Snap.Elsewhere {
		return screen.Effect{Acts: []scoring.Act{scoring.Void{Opened: seq,
			Reason: env.Say("chương trình dừng khi đang lấy phiếu: phiếu đã mất",
				"the program ended while it was open")}}}
	}
	if s.confirm.Asks(doPut, seq) {
		return screen.Alarm(lang.Sayf("Đang lấy phiếu ở máy chủ khác, kiểm hoặc hủy ở đó. Không biết máy đó còn chạy: "+
			"chắc chắn đã dừng thì %s lần nữa để hủy.",
			"Open on another host: count or void it there. Whether that host runs is not known: if it surely stopped, "+
				"%s once more voids it.", keyPut))
	}
	return screen.Effect{Gone: true, Acts: []scoring.Act{scoring.Void{Opened: seq,
		Reason: env.Say("xác nhận máy chủ mở bỏ phiếu đã dừng: phiếu đã mất",
			"confirmed that the host that opened it has stopped: its ballots are lost")}}}
}

// lostWords says a vote that was lost, or is open on another host.
func lostWords(env screen.Env, o *scoring.Opening) string {
	what := decision.Matter(&env.Snap.State, o.Open)
	if env.Snap.Elsewhere {
		return env.Say("%s (số %d): đang lấy phiếu ở máy chủ khác, kiểm hoặc hủy ở đó",
			"%s (decision %d): open on another host; count it or declare it void there", what, o.Decision.Seq)
	}
	return env.Say("%s (số %d) không còn phiếu nào: %s để hủy, rồi lấy phiếu lại",
		"%s (decision %d): its ballots are lost; %s declares it void, then take it again", what, o.Decision.Seq, keyPut)
}

// lostState is what a vote without ballots here is called.
func lostState(env screen.Env) lang.Text {
	if env.Snap.Elsewhere {
		return lang.Text{VI: "đang lấy phiếu ở máy chủ khác", EN: "open on another host"}
	}
	return lang.Text{VI: "mất phiếu", EN: "ballots lost"}
}

// lostBadge is the same before its line.
func lostBadge(env screen.Env) string {
	if env.Snap.Elsewhere {
		return env.Say(" MÁY KHÁC  ", " ELSEWHERE ")
	}
	return env.Say(" MẤT PHIẾU  ", " LOST      ")
}
