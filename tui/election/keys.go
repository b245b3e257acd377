package election

import (
	"slices"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doDigit  kit.Action = "digit"
	doRecord kit.Action = "record-round"
	doClear  kit.Action = "clear"
	doLots   kit.Action = "lots"
	doDraw   kit.Action = "draw"

	doBox     kit.Action = "open-box"
	doOpened  kit.Action = "count-box"
	doDiscard kit.Action = "discard-box"

	doPapers    kit.Action = "papers"
	doPapersIn  kit.Action = "papers-in"
	doNotVoting kit.Action = "not-voting"
)

// The keys that sentences name as well.
const (
	keyNext   = "Enter"
	keyRecord = "="
	keyLots   = "*"
	keyPapers = "*"
	keyDraw   = "Ctrl+D"
)

// Keys is the screen's key table.
func (s *Screen) Keys(env screen.Env) []kit.Binding {
	if s.lots != nil {
		return s.lotsKeys()
	}
	if s.naming != nil {
		return s.naming.keys()
	}
	if s.missing != nil && !s.sent {
		return s.missing.Keys()
	}
	r, open := race(env)
	if b := boxOpen(env, r); b != nil && open {
		return s.confirm.Guard(s.boxKeys(env, b))
	}
	off, lotsOff := env.Frozen(),
		lang.Text{VI: "chỉ bốc thăm khi hai đơn vị ngang nhau mọi mặt",
			EN: "lots are only drawn between two that are level in every way"}
	switch {
	case !off.IsZero():
		lotsOff = off
	case !open:
		off = lang.Sayf("đã bầu xong; hoàn tác ở Nhật ký (%[1]s) nếu phải bầu lại",
			"all are elected; undo it on the record (%[1]s) if there must be another election", screen.Record.Key())
		lotsOff = off
	case len(r.Tied) > 0:
		off = lang.Sayf("hai đơn vị ngang nhau mọi mặt: bốc thăm bằng phím %s",
			"two are level in every way: %s records the draw", keyLots)
		lotsOff = env.Barred(scoring.KindLots)
	case env.Snap.Present() == 0:
		off = lang.Sayf("chưa có đơn vị nào có mặt: điểm danh trước (%s)",
			"no unit is present: call the roll first (%s)", screen.Roll.Key())
	}
	record, empty := off, off
	if record.IsZero() && s.typed(r) == 0 {
		record = lang.Text{VI: "chưa có phiếu nào: gõ số phiếu", EN: "no ballots yet: type the counts"}
		empty = record
	}
	keys := s.confirm.Guard([]kit.Binding{
		{Action: doLots, Keys: kit.Named(keyLots), Shown: keyLots, Weight: 70, Off: lotsOff,
			Label: lang.Text{VI: "bốc thăm", EN: "lots"},
			Help:  lang.Text{VI: "ghi kết quả bốc thăm của chủ tọa", EN: "record the lots drawn by the chair"}},
		{Action: doDraw, Keys: kit.Named(keyDraw), Shown: keyDraw, Weight: 20, Off: lotsOff,
			Label: lang.Text{VI: "chương trình rút", EN: "draw by program"},
			Help: lang.Text{VI: "chương trình rút thăm, ghi kèm mã để ai cũng kiểm lại được",
				EN: "the program draws, and records the seed so that anyone can repeat it"}},
		{Action: doRecord, Keys: kit.Named(keyRecord), Shown: keyRecord, Weight: 85, Off: record,
			Label: lang.Text{VI: "chốt vòng", EN: "record the round"},
			Help:  lang.Text{VI: "ghi kết quả vòng bầu này", EN: "put this round on record"}},
	})
	if !open || len(r.Tied) > 0 {
		return keys // there is nothing to count
	}
	keys = append(append(keys, s.openKeys(env, r, off)...), s.appointKey(env, r))
	moves := s.list.Keys(80)
	moves[0].Keys, moves[0].Shown = append(moves[0].Keys, kit.Named(keyNext)...), keyNext
	moves[0].Label = lang.Text{VI: "dòng sau", EN: "next line"}
	return slices.Concat(keys, []kit.Binding{
		digitKey(off),
		{Action: doClear, Keys: []string{"delete"}, Shown: "Del", Off: empty,
			Label: lang.Text{VI: "xóa số đã gõ", EN: "clear"},
			Help:  lang.Text{VI: "xóa mọi số đã gõ của vòng này", EN: "clear what was typed for this round"}},
	}, moves)
}

// digitKey types a count.
func digitKey(off lang.Text) kit.Binding {
	return kit.Binding{Action: doDigit, Keys: []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, Shown: "0–9",
		Weight: 90, Off: off, Label: lang.Text{VI: "số phiếu", EN: "votes"},
		Help: lang.Text{VI: "gõ số phiếu của dòng này", EN: "type the votes of this line"}}
}

// lotsKeys are the keys while it is typed who was drawn, and how.
func (s *Screen) lotsKeys() []kit.Binding {
	help := lang.Text{VI: "ghi kết quả bốc thăm", EN: "record the draw"}
	moves := s.lots.list.Keys(80)
	moves[0].Label = lang.Text{VI: "đơn vị trúng", EN: "who was drawn"}
	moves[0].Help = lang.Text{VI: "chọn đơn vị được rút trúng", EN: "choose the unit that was drawn"}
	return append(s.lots.prompt.Keys(help), moves...)
}

// drawLots has the program draw lots, asked twice: a draw that is taken back and drawn again looks like fraud.
func (s *Screen) drawLots(env screen.Env, r scoring.Race) screen.Effect {
	if s.confirm.Asks(doDraw, env.Snap.Seq()) {
		return screen.Alarm(lang.Sayf("%s lần nữa: chương trình rút thăm một lần, giữa %s, và ghi ngay kết quả.",
			"%s once more: the program draws once, between %s, and the result is recorded at once.",
			keyDraw, env.Names(r.Tied)))
	}
	mark := seed()
	return s.propose(env, r, scoring.Draw(mark, len(r.Tied)),
		env.Say("chương trình rút thăm theo yêu cầu của chủ tọa", "drawn by the program at the chair's request"), mark)
}

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, key string) screen.Effect {
	r, _ := race(env)
	if b := boxOpen(env, r); b != nil {
		return s.doWithBox(env, r, b, a, key)
	}
	s.confirm.Press(a)
	if s.naming != nil {
		return s.doNaming(env, a)
	}
	if s.missing != nil && s.missing.Do(a) || s.lots != nil && s.lots.list.Do(a) || s.lots == nil && s.list.Do(a) {
		return screen.Effect{}
	}
	switch a {
	case doBox:
		return s.open(r)
	case doAppoint:
		s.appoint(r)
	case doDigit:
		s.counts[s.list.Index()].Type(key)
	case doClear:
		clear(s.counts)
	case doRecord, ballot.MissingTake:
		return s.record(env, r)
	case ballot.MissingLeave:
		s.missing = nil
	case doLots:
		s.lots = &lots{prompt: kit.NewPrompt(lang.Text{VI: "Bốc thăm thế nào", EN: "How lots were drawn"},
			lang.Text{VI: "Ghi cách bốc thăm, ví dụ: chủ tọa bốc thăm trước hội nghị.",
				EN: "Say how lots were drawn, such as: by the chair before the meeting."}, maxReason)}
		s.lots.list.Show(r.Tied)
	case kit.PromptLeave:
		s.lots = nil
	case doDraw:
		return s.drawLots(env, r)
	case kit.PromptTake:
		reason, missing := s.lots.prompt.Take()
		if !missing.IsZero() {
			return screen.Effect{Note: missing}
		}
		return s.propose(env, r, s.lots.list.Index(), reason, "")
	}
	return screen.Effect{}
}

// doNaming carries out an action while an appointment is being typed.
func (s *Screen) doNaming(env screen.Env, a kit.Action) screen.Effect {
	switch a {
	case kit.PromptLeave:
		s.naming = nil
	case kit.PromptTake:
		return s.naming.take(env)
	default:
		s.naming.hows.Do(a)
	}
	return screen.Effect{}
}

// propose records a draw.
func (s *Screen) propose(env screen.Env, r scoring.Race, winner int, reason, seed string) screen.Effect {
	s.sent = true
	return screen.Effect{Acts: []scoring.Act{scoring.Lots{Office: r.Office,
		Winner: env.Snap.Units()[r.Tied[winner]].Name(), Reason: reason, Seed: seed}}}
}

// record puts the round on record, or says what does not add up.
func (s *Screen) record(env screen.Env, r scoring.Race) screen.Effect {
	if n := s.outstanding(env, r); n > 0 && n < env.Snap.Present() {
		s.missing = ballot.NewMissing(present(env), n)
		return screen.Note("%s.", "%s.", ballot.Awaits(env, n))
	}
	if _, err := s.preview(env, r); err != nil {
		return screen.Refused(err)
	}
	s.sent = true
	return screen.Effect{Acts: []scoring.Act{s.counted(env, r)}}
}
