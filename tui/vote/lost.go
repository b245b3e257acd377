package vote

import (
	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// lost is the vote or round that was opened on record, has no end there, and of which no ballots are here: the program
// ended while they came in, or the database did. Nobody's choice is known. Who only looks on at a meeting of several
// hosts sees the ballots of none.
func lost(env screen.Env) *scoring.Opening {
	o := env.Snap.Opening()
	if o == nil || env.Mode != screen.Live || env.Snap.Ballots == meeting.Together {
		return nil
	}
	if f := env.Floor; f != nil && env.Snap.Ballots == meeting.InRoom && (f.Poll != nil &&
		f.Poll.Opened() == o.Decision.Seq || f.Box != nil && f.Box.Opened() == o.Decision.Seq) {
		return nil
	}
	return o
}

// voidLost ends a vote that was lost.
func voidLost(env screen.Env, o *scoring.Opening) screen.Effect {
	reason := env.Say("chương trình dừng khi đang lấy phiếu: phiếu đã mất", "the program ended while it was open")
	if env.Snap.Ballots == meeting.Nowhere {
		reason = env.Say("cơ sở dữ liệu khởi động lại khi đang lấy phiếu: phiếu đã mất",
			"the database was started again while it was open: its ballots are lost")
	}
	return screen.Effect{Acts: []scoring.Act{scoring.Void{Opened: o.Decision.Seq, Reason: reason}}}
}

// lostWords says a vote that was lost, or whose ballots are not to be seen here.
func lostWords(env screen.Env, o *scoring.Opening) string {
	what := decision.Matter(&env.Snap.State, o.Open)
	if env.Snap.Ballots == meeting.Elsewhere {
		return env.Say("%s (số %d): đang lấy phiếu trên các máy chủ", "%s (decision %d): open on the hosts", what,
			o.Decision.Seq)
	}
	return env.Say("%s (số %d) không còn phiếu nào: %s để hủy, rồi lấy phiếu lại",
		"%s (decision %d): its ballots are lost; %s declares it void, then take it again", what, o.Decision.Seq, keyPut)
}

// lostState is what a vote without ballots here is called.
func lostState(env screen.Env) lang.Text {
	if env.Snap.Ballots == meeting.Elsewhere {
		return lang.Text{VI: "đang lấy phiếu trên các máy chủ", EN: "open on the hosts"}
	}
	return lang.Text{VI: "mất phiếu", EN: "ballots lost"}
}

// lostBadge is the same before its line.
func lostBadge(env screen.Env) string {
	if env.Snap.Ballots == meeting.Elsewhere {
		return env.Say(" LẤY PHIẾU  ", " OPEN      ")
	}
	return env.Say(" MẤT PHIẾU  ", " LOST      ")
}
