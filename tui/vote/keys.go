package vote

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ballot"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doAsk    kit.Action = "ask"
	doPut    kit.Action = "put"
	doRecord kit.Action = "record"
	doField  kit.Action = "field"
	doBackF  kit.Action = "field-back"
	doSecret kit.Action = "secret"
	doCall   kit.Action = "call"
	doAnswer kit.Action = "answer"
	doTake   kit.Action = "take-back"
	doCancel kit.Action = "cancel"
	doDrop   kit.Action = "drop"
	doResume kit.Action = "resume"

	doUnanimous kit.Action = "unanimous"
	doGrant     kit.Action = "grant"
)

// The keys that sentences name as well.
const (
	keyPut    = "Enter"
	keyAsk    = "+"
	keyRecord = "Enter"
	keyCall   = "="
	keySecret = "Space"

	keyUnanimous = "*"
)

// Keys is the screen's key table.
func (s *Screen) Keys(env screen.Env) []kit.Binding {
	if p := s.asked(env); p != nil {
		return s.confirm.Guard(s.pollKeys(env, p))
	}
	if b := s.choice(env); b != nil {
		return s.confirm.Guard(s.choiceKeys(env, b))
	}
	if s.q != nil {
		return s.q.confirm.Guard(s.countingKeys(env))
	}
	none := env.Frozen()
	if none.IsZero() && env.Snap.Present() == 0 {
		none = lang.Sayf("chưa có đơn vị nào có mặt: điểm danh trước (%s)",
			"no unit is present: call the roll first (%s)", screen.Roll.Key())
	}
	put := none
	if l, ok := s.here(env); ok && l.lost != nil {
		put = env.Barred(scoring.KindVoid)
	} else if put.IsZero() && (!ok || l.vote != nil) {
		put = lang.Text{VI: "chọn một dòng bằng điểm, suy tôn hoặc đề nghị thưởng",
			EN: "choose a tie, an award or a bonus asked for"}
	}
	grant := env.Frozen()
	if grant.IsZero() {
		grant = env.Barred(scoring.KindBonus)
	}
	if l, ok := s.here(env); grant.IsZero() && (!ok || l.request == nil) {
		grant = lang.Text{VI: "chọn một đề nghị thưởng", EN: "choose a bonus asked for"}
	}
	return s.confirm.Guard(append([]kit.Binding{
		{Action: doPut, Keys: kit.Named(keyPut), Shown: keyPut, Weight: 90, Off: put,
			Label: lang.Text{VI: "biểu quyết", EN: "put to the vote"},
			Help:  lang.Text{VI: "biểu quyết điều ở dòng này", EN: "vote on what this line says"}},
		{Action: doAsk, Keys: kit.Named(keyAsk), Shown: keyAsk, Weight: 85, Off: none,
			Label: lang.Text{VI: "câu hỏi khác", EN: "another question"},
			Help:  lang.Text{VI: "biểu quyết một nội dung tự do", EN: "vote on a question of your own"}},
		{Action: doGrant, Once: true, Keys: kit.Named(edit.KeyGrant), Shown: edit.KeyGrant, Weight: 80, Off: grant,
			Label: lang.Text{VI: "duyệt đề nghị", EN: "grant"},
			Help: lang.Text{VI: "thưởng đúng như đề nghị ở dòng này, không biểu quyết",
				EN: "grant the bonus of this line as it is asked for, without a vote"}},
	}, s.list.Keys(40)...))
}

// countingKeys are the keys while a vote is open: fields for counts, or ballots of units.
func (s *Screen) countingKeys(env screen.Env) []kit.Binding {
	q := s.q
	if q.settling != nil {
		return q.settling.keys()
	}
	if q.missing != nil && !s.sent {
		return q.missing.Keys()
	}
	if q.writing != nil {
		return q.writing.keys()
	}
	keys := s.fieldKeys()
	if q.papers {
		keys[0].Label, keys[0].Help = lang.Text{VI: "tiếp, nhận", EN: "next, take"},
			lang.Text{VI: "ô tiếp theo; ở ô cuối thì nhận số phiếu giấy",
				EN: "the next field; on the last one, take them"}
		return keys
	}
	if b := q.casting(); b != nil && keys[0].Off.IsZero() {
		keys[0].Off = s.uncounted(env, b)
	}
	if q.on < 0 && q.poll == nil {
		return keys
	}
	if b, ok := s.writingKey(env); ok {
		keys = append(keys, b)
	}
	if q.tie != nil {
		return s.orderKeys(env, keys)
	}
	keys = append(keys, q.callKey(env))
	if q.poll == nil {
		return append(keys,
			kit.Binding{Action: doSecret, Once: true, Keys: kit.Named(keySecret), Shown: keySecret, Weight: 70,
				Off: q.mustBeSecret(env), Label: lang.Text{VI: "kín / công khai", EN: "secret / open"},
				Help: lang.Text{VI: "bỏ phiếu kín, hoặc công khai", EN: "a secret vote, or an open one"}},
			s.unanimousKey())
	}
	return q.castingKeys(keys)
}

// fieldKeys go through the fields of a count, and record it behind the last.
func (s *Screen) fieldKeys() []kit.Binding {
	record := kit.Binding{Action: doRecord, Keys: kit.Named(keyRecord), Shown: keyRecord, Weight: 90,
		Label: lang.Text{VI: "tiếp, ghi", EN: "next, record"},
		Help: lang.Text{VI: "ô tiếp theo; ở ô cuối thì ghi kết quả",
			EN: "the next field; on the last one, record the vote"}}
	if s.q.follows() {
		record.Label = lang.Sayf("ghi %s", "record %s", s.q.figures())
		record.Help = lang.Text{VI: "ghi kết quả với ô cuối là số còn lại; muốn sửa ô ấy thì sang ô sau trước",
			EN: "record the vote, the last field being what is left; to change that, go to it first"}
	}
	if s.sent {
		record.Off = lang.Text{VI: "đang ghi, xin đợi", EN: "being recorded, please wait"}
	}
	return []kit.Binding{
		record,
		{Action: doField, Keys: []string{"tab", "down"}, Shown: "Tab", Weight: 80,
			Label: lang.Text{VI: "ô sau", EN: "next field"}, Help: lang.Text{VI: "ô tiếp theo", EN: "the next field"}},
		{Action: doBackF, Keys: []string{"shift+tab", "up"}, Shown: "↑",
			Label: lang.Text{VI: "ô trước", EN: "field before"},
			Help:  lang.Text{VI: "ô trước đó", EN: "the field before"}},
		{Action: doCancel, Keys: []string{"esc"}, Shown: "Esc", Weight: 85, Label: lang.Text{VI: "bỏ", EN: "cancel"},
			Help: lang.Text{VI: "bỏ, không ghi gì", EN: "leave it; nothing is recorded"}},
	}
}

// mustBeSecret says that the rulebook wants the vote on an award to be secret; empty where it does not.
func (q *question) mustBeSecret(env screen.Env) lang.Text {
	p, ok := q.vote.Act.(scoring.Propose)
	if award, found := env.Snap.Rulebook().Award(p.Award); ok && found && award.Vote.Secret {
		return lang.Sayf("%s phải bỏ phiếu kín (%s)", "the %s asks for a secret ballot (%s)", award.Short, award.Clause)
	}
	return lang.Text{}
}

// callKey changes between counts and a ballot for each unit.
func (q *question) callKey(env screen.Env) kit.Binding {
	call := kit.Binding{Action: doCall, Keys: kit.Named(keyCall), Shown: keyCall, Weight: 75,
		Label: lang.Text{VI: "gọi tên", EN: "call units"},
		Help: lang.Text{VI: "gọi tên từng đơn vị, hoặc trở lại nhập số phiếu",
			EN: "call the units one by one, or go back to counts"}}
	switch {
	case len(q.vote.Written) > 0:
		call.Off = votesInWriting()
	case q.resumed:
		call.Off = onlyOpener()
	case q.poll != nil:
		call.Label, call.Help = lang.Text{VI: "nhập số phiếu", EN: "type counts"},
			lang.Text{VI: "bỏ các phiếu đã nhận, nhập số phiếu", EN: "drop the ballots, and type counts"}
	case env.Room != nil:
		call.Label, call.Help = lang.Text{VI: "lấy phiếu từng đơn vị", EN: "a ballot each"},
			lang.Text{VI: "từng đơn vị bỏ phiếu từ máy mình, hoặc được gọi tên",
				EN: "each unit votes from its own terminal, or is called"}
	case q.vote.Secret:
		call.Off = lang.Sayf("bỏ phiếu kín không gọi tên: %s để chuyển sang công khai",
			"a secret vote calls no names: %s makes it open", keySecret)
	}
	return call
}

// castingKeys are those of ballots that come in one by one, with the keys that every count has.
func (q *question) castingKeys(keys []kit.Binding) []kit.Binding {
	keys[0].Label, keys[0].Help = lang.Text{VI: "ghi", EN: "record"},
		lang.Text{VI: "ghi kết quả", EN: "record the vote"}
	if q.resumed {
		keys = append(keys,
			kit.Binding{Action: doDrop, Keys: []string{"delete"}, Shown: "Delete", Weight: 20,
				Label: lang.Text{VI: "hủy biểu quyết", EN: "drop the vote"},
				Help:  lang.Text{VI: "hủy biểu quyết và mọi phiếu đã nhận", EN: "drop the vote with all its ballots"}})
	}
	keys = append(keys, markKey())
	if q.vote.Secret {
		return append(keys, q.paperKey()) // nobody answers for another in secret
	}
	return append(keys,
		kit.Binding{Action: doAnswer, Keys: []string{"1", "2", "3"}, Shown: "1 2 3", Weight: 95,
			Label: lang.Text{VI: "trả lời", EN: "answer"},
			Help: lang.Text{VI: "đơn vị này: 1 tán thành, 2 không tán thành, 3 không biểu quyết",
				EN: "this unit: 1 for, 2 against, 3 abstains"}},
		kit.Binding{Action: doTake, Keys: []string{"backspace"}, Shown: "⌫", Weight: 30,
			Label: lang.Text{VI: "xóa", EN: "take back"},
			Help:  lang.Text{VI: "xóa câu trả lời của đơn vị này", EN: "take this unit's answer back"}})
}

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, key string) screen.Effect {
	s.confirm.Press(a)
	if s.q != nil {
		s.q.confirm.Press(a)
	}
	if effect, ok := s.doInFront(env, a, key); ok {
		return effect
	}
	switch a {
	case doAsk:
		s.ask()
	case doPut:
		return s.putHere(env)
	case doGrant:
		if l, _ := s.here(env); l.request != nil {
			return screen.Effect{Acts: []scoring.Act{*l.request}}
		}
	case doCancel:
		return s.cancel(env)
	case doDrop:
		if ask, unsure := s.q.dropping(env, doDrop); unsure {
			return ask
		}
		return s.void(env, voiding)
	case doField:
		s.step(+1)
		s.q.fill(env)
	case doBackF:
		s.step(-1)
		s.q.fill(env)
	case doSecret:
		s.q.vote.Secret = !s.q.vote.Secret
	case doCall:
		return s.call(env)
	case doAnswer, doTake:
		if !s.sent {
			return s.answer(env, key)
		}
	case ballot.MissingLeave:
		s.q.missing = nil
	case doUnanimous:
		return s.unanimous(env)
	case doRuling:
		s.q.settle(scoring.OrderByRuling)
	case doLots:
		s.q.settle(scoring.OrderByLots)
	case doResume:
		s.resume(s.asked(env))
	case doRecord, ballot.MissingTake:
		return s.record(env)
	}
	return screen.Effect{}
}

// doInFront gives an action to what lies in front of the screen's own: a ballot, a choice, a way out of a tie, the
// list; false where none of them takes it.
func (s *Screen) doInFront(env screen.Env, a kit.Action, key string) (screen.Effect, bool) {
	if p := s.asked(env); p != nil {
		if effect, ok := s.ballot.Do(env, ballot.Answers(env, p), a, key); ok {
			return effect, true
		}
	}
	if b := s.choice(env); b != nil {
		return s.doChoice(env, b, a, key), true
	}
	if s.q == nil {
		return screen.Effect{}, s.list.Do(a)
	}
	if s.q.settling != nil {
		effect, _ := s.doSettling(env, a)
		return effect, true
	}
	if effect, ok := s.q.doBeside(env, a); ok || s.q.missing != nil && s.q.missing.Do(a) {
		return effect, true
	}
	return screen.Effect{}, s.q.doWriting(env, a)
}

// putHere puts to the vote what the line under the cursor says, or declares a vote void that was lost.
func (s *Screen) putHere(env screen.Env) screen.Effect {
	if s.ended { // meant for the count that ended meanwhile
		s.ended = false
		return endedElsewhere()
	}
	switch l, ok := s.here(env); {
	case !ok:
	case l.lost != nil:
		return voidLost(env, l.lost)
	case l.tie != nil:
		s.askTie(env, l.tie)
	case l.elect != nil:
		return screen.Effect{Go: screen.Election, At: screen.Place{Unit: -1, Node: -1}}
	case l.propose != nil:
		award, _ := env.Snap.Rulebook().Award(l.propose.Award)
		s.Put(scoring.Vote{Subject: l.whole(env), Act: *l.propose, Secret: award.Vote.Secret})
	case l.request != nil:
		s.Put(scoring.Vote{Subject: l.whole(env), Act: *l.request})
	}
	return screen.Effect{}
}

// step goes to the next or previous field, going round at the ends.
func (s *Screen) step(by int) {
	q := s.q
	if q.casting() != nil && !q.papers {
		q.voters.Move(by)
		return
	}
	first, n := 0, len(q.counts)
	if q.typed != nil {
		first = -1
		n++
	}
	q.unfill()
	q.on = (q.on-first+by+n)%n + first
}

// record goes to the next field, and from the last one puts the vote on record.
func (s *Screen) record(env screen.Env) screen.Effect {
	q := s.q
	switch {
	case q.papers && q.on == len(q.counts)-1:
		return q.takePapers(env)
	case q.papers:
		q.on++
		return screen.Effect{}
	case q.box != nil:
		return s.tally(env)
	case q.poll != nil:
		return s.propose(env)
	case q.on < 0 && !q.typed.Missing().IsZero():
		return screen.Effect{Note: q.typed.Missing()}
	case q.on < len(q.counts)-1 && !q.follows():
		q.on++
		q.fill(env)
		return screen.Effect{}
	}
	return s.propose(env)
}

// propose puts the vote on record.
func (s *Screen) propose(env screen.Env) screen.Effect {
	q := s.q
	if q.poll != nil && q.begun() {
		if ask, unsure := q.early(env); unsure {
			return ask
		}
		if err := q.poll.End(); err != nil { // counted at another terminal already
			return screen.Refused(err)
		}
	}
	if q.poll != nil && q.poll.Shared() && q.begun() {
		s.sent = true
		return screen.Effect{Count: countPoll(q.poll)}
	}
	e := s.counted(env)
	if q.poll != nil && len(e.Acts) == 0 {
		q.poll.Reopen()
	}
	return e
}

// counted is the vote as it goes on record, or what is missing for that.
func (s *Screen) counted(env screen.Env) screen.Effect {
	q := s.q
	if !q.begun() {
		return screen.Note("Chưa đếm phiếu nào.", "No votes have been counted.")
	}
	v := q.current(env)
	ruling, err := q.ruling(env)
	if err != nil {
		return screen.Refused(err)
	}
	if ruling.Outstanding > 0 {
		q.ask(env, v, ruling.Outstanding)
		return screen.Note("%s.", "%s.", ballot.Awaits(env, ruling.Outstanding))
	}
	s.sent = true
	return screen.Effect{Acts: []scoring.Act{v}}
}
