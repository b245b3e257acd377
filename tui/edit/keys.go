package edit

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// What the keys of the editor do. The values are the editor's own, so that a screen can tell them from its actions.
const (
	doPercent  kit.Action = "edit-percent"
	doBonus    kit.Action = "edit-bonus"
	doPenalty  kit.Action = "edit-penalty"
	doGrant    kit.Action = "edit-grant"
	doNote     kit.Action = "edit-note"
	doLeave    kit.Action = "edit-leave"
	doReject   kit.Action = "edit-reject"
	doSanction kit.Action = "edit-sanction"
	doAccept   kit.Action = "edit-accept"
	doConfirm  kit.Action = "edit-confirm"
	doWhy      kit.Action = "edit-why"

	doField kit.Action = "edit-field"
	doEntry kit.Action = "edit-entry"
	doVote  kit.Action = "edit-vote"
)

// The keys that sentences name as well.
const (
	KeyBonus   = "+"
	KeyField   = "Tab"
	KeyPenalty = "−"
	KeyGrant   = "*"

	KeyReject = "Ctrl+X"
	KeyLeave  = "Ctrl+D"
	KeyAccept = "="
)

// KeyVote is the key that puts what is being typed to the vote: the one that leads to the votes.
func KeyVote() string { return screen.Vote.Key() }

// Keys is the editor's part of a screen's key table: while something is being typed, all of it.
func (d *Editor) Keys(env screen.Env, at screen.Place) []kit.Binding {
	if d.e != nil {
		return d.typingKeys(env)
	}
	accept := kit.Binding{Action: doAccept, Keys: kit.Named(KeyAccept), Shown: KeyAccept, Weight: 49,
		Off:   whyNoAccept(env, at),
		Label: lang.Text{VI: "thống nhất", EN: "accept"},
		Help: lang.Text{VI: "thống nhất bản chấm của đơn vị như đang có; ở Rà soát thì sang chỗ còn mở của đơn vị sau",
			EN: "accept the unit's sheet as it now stands; on Review on to what is open of the next unit"}}
	if env.Who != nil && env.Who.Role == scoring.Reviewer {
		accept = kit.Binding{Action: doConfirm, Keys: []string{"="}, Shown: "=", Weight: 95, Off: whyNoConfirm(env, at),
			Label: lang.Text{VI: "xác nhận điểm", EN: "confirm scores"},
			Help: lang.Text{VI: "đơn vị xác nhận điểm cụm thống nhất như đang có",
				EN: "the unit confirms its agreed scores as they now stand"}}
	}
	return suggested(env, d.confirm.Guard([]kit.Binding{
		{Action: doPercent, Keys: []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, Shown: "0–9", Weight: 90,
			Off:   whyNoPercent(env, at),
			Label: scoreLabel(env, at),
			Help: lang.Text{VI: "gõ phần trăm cụm thống nhất cho tiêu chí",
				EN: "type the percent the cluster agrees on"}},
		{Action: doBonus, Keys: kit.Named(KeyBonus), Shown: KeyBonus, Weight: 80, Off: whyNoBonus(env, at),
			Label: grantLabel(env, Bonus),
			Help: lang.Text{VI: "điểm thưởng tại tiêu chí hay mục này, có lý do",
				EN: "bonus points at this criterion or field, with a reason"}},
		{Action: doPenalty, Keys: kit.Named(KeyPenalty), Shown: KeyPenalty, Weight: 79, Off: whyNoBonus(env, at),
			Label: grantLabel(env, Penalty),
			Help: lang.Text{VI: "điểm trừ tại tiêu chí hay mục này, có lý do",
				EN: "penalty points at this criterion or field, with a reason"}},
		{Action: doGrant, Keys: kit.Named(KeyGrant), Shown: KeyGrant, Weight: 78, Off: whyNoRequest(env, at),
			Label: lang.Text{VI: "duyệt đề nghị", EN: "grant"},
			Help: lang.Text{VI: "thưởng đúng như đơn vị đề nghị tại đây",
				EN: "grant the bonus that the unit asks for here"}},
		{Action: doReject, Keys: kit.Named(KeyReject), Shown: KeyReject, Weight: 77, Off: whyNoRequest(env, at),
			Label: lang.Text{VI: "không duyệt", EN: "reject"},
			Help: lang.Text{VI: "không thưởng theo đề nghị tại đây, có lý do",
				EN: "answer the request here with no, and a reason"}},
		accept,
		{Action: doLeave, Keys: kit.Named(KeyLeave), Shown: KeyLeave, Weight: 19, Off: whyNoLeave(env, at),
			Label: lang.Text{VI: "để trống", EN: "leave unscored"},
			Help: lang.Text{VI: "để tiêu chí này không chấm, tính 0 điểm, có lý do",
				EN: "leave this criterion without a score, counting 0, with a reason"}},
		{Action: doNote, Keys: []string{"ctrl+n"}, Shown: "Ctrl+N", Weight: 18, Off: whyNoGrant(env, at),
			Label: lang.Text{VI: "ghi chú", EN: "note"},
			Help:  lang.Text{VI: "ghi chú tại đây, đưa vào biên bản", EN: "a note here, for the minutes"}},
		{Action: doSanction, Keys: []string{"!"}, Shown: "!", Weight: 12, Off: env.Shut(scoring.KindSanction),
			Label: lang.Text{VI: "xử lý", EN: "sanction"},
			Help: lang.Text{VI: "không xét hoặc hạ bậc khen thưởng, theo kết luận của cấp có thẩm quyền",
				EN: "exclude from awards or downgrade, by the competent body's conclusion"}},
		{Action: doWhy, Keys: kit.Named(screen.KeyWhy), Shown: screen.KeyWhy, Weight: 45,
			Label: lang.Text{VI: "vì sao", EN: "why"},
			Help: lang.Text{VI: "con số này từ đâu ra, theo điều khoản nào",
				EN: "what makes up this number, by which clause"}},
	}))
}

// suggested has keys say that what they begin goes to those who may make it, where that is so.
func suggested(env screen.Env, keys []kit.Binding) []kit.Binding {
	for i, b := range keys {
		kind, ok := map[kit.Action]scoring.Kind{doPercent: scoring.KindScore, doBonus: scoring.KindBonus,
			doPenalty: scoring.KindPenalty, doNote: scoring.KindNote,
			doLeave: scoring.KindLeave, doReject: scoring.KindReject}[b.Action]
		if !ok || !env.Suggests(kind) {
			continue
		}
		if b.Action == doPercent { // the others would push each other out of the footer
			keys[i].Label = lang.Text{VI: "đề nghị %", EN: "suggest percent"}
		}
		keys[i].Help = lang.Sayf("%s; gửi tới chủ tọa và thư ký", "%s; it goes to the chair and the secretary", b.Help)
	}
	return keys
}

func (d *Editor) typingKeys(env screen.Env) []kit.Binding {
	e := d.e
	out := e.text.Keys(lang.Text{VI: "ghi quyết định vào nhật ký", EN: "put the decision on record"})
	if env.Suggests(scoring.KindScore) {
		out[0].Label, out[0].Help = lang.Text{VI: "gửi đề nghị", EN: "suggest"},
			lang.Text{VI: "gửi đề nghị tới chủ tọa và thư ký", EN: "send this to the chair and the secretary"}
	}
	if !e.kind.textOnly() {
		label := lang.Text{VI: "lý do", EN: "reason"}
		if e.inText {
			label = lang.Text{VI: "số điểm", EN: "number"}
		}
		out = append(out,
			kit.Binding{Action: doField, Keys: kit.Named(KeyField, "shift+tab"), Shown: KeyField, Weight: 80,
				Label: label, Help: lang.Text{VI: "giữa số và lý do", EN: "between number and reason"}})
	}
	out = append(out, e.onwardKeys(out[0].Off)...)
	if e.chooses() && !e.inText {
		moves := e.level.Keys(85)
		moves[0].Label = lang.Text{VI: "chọn mức", EN: "level"}
		out = append(out, moves...)
	}
	if b, ok := e.entryKey(); ok {
		out = append(out, b)
	}
	if e.kind != Note && !e.appraised && env.Who.Decides(scoring.KindVote) {
		vote := kit.Binding{Action: doVote, Keys: kit.Named(KeyVote()), Shown: KeyVote(), Weight: 40, Off: out[0].Off,
			Label: lang.Text{VI: "biểu quyết", EN: "vote"},
			Help: lang.Text{VI: "đưa điều này ra biểu quyết thay vì ghi ngay",
				EN: "put this to the vote instead of recording it"}}
		out = append(out, vote)
	}
	return out
}

// entryKey is the key that changes what is typed, where there is something to change to.
func (e *Edit) entryKey() (kit.Binding, bool) {
	b := kit.Binding{Action: doEntry, Keys: []string{"ctrl+x"}, Shown: KeyEntry, Weight: 70}
	switch {
	case e.kind == Bonus || e.kind == Penalty:
		b.Label = lang.Text{VI: "lần khác", EN: "another"}
		b.Help = lang.Text{VI: "điểm thưởng hay điểm trừ khác tại cùng chỗ này, hoặc thêm một lần mới",
			EN: "another bonus or penalty at this very place, or a new one beside it"}
	case e.kind == Percent && e.entry == scoring.EntryPoints:
		b.Label, b.Help = lang.Text{VI: "gõ %", EN: "in percent"},
			lang.Text{VI: "gõ phần trăm thay vì điểm", EN: "type a percent instead of points"}
	case e.kind == Percent && e.entry == scoring.EntryPercent && e.swaps:
		b.Label, b.Help = lang.Text{VI: "gõ điểm", EN: "in points"},
			lang.Text{VI: "gõ điểm thay vì phần trăm", EN: "type points instead of a percent"}
	default:
		return b, false
	}
	return b, true
}

// scoreLabel says what a digit begins at a criterion.
func scoreLabel(env screen.Env, at screen.Place) lang.Text {
	switch n := &env.Snap.Rulebook().Criteria[at.Node]; n.Asks() {
	case scoring.EntryPoints:
		return lang.Text{VI: "sửa điểm", EN: "points"}
	case scoring.EntryLevel:
		return lang.Text{VI: "chọn mức", EN: "level"}
	case scoring.EntryCount:
		return lang.Text{VI: "số lần", EN: "count"}
	}
	return lang.Text{VI: "sửa %", EN: "percent"}
}

// whyNoLeave says why a criterion cannot be left without a score.
func whyNoLeave(env screen.Env, at screen.Place) lang.Text {
	if t := whyNoPercent(env, at); !t.IsZero() {
		return t
	}
	u := env.Snap.Units()[at.Unit]
	if _, scored := u.Percent(scoring.Agreed, at.Node); scored {
		return lang.Text{VI: "tiêu chí này đã được chấm", EN: "this criterion has a score"}
	}
	if _, _, left := u.Left(at.Node); left {
		return lang.Text{VI: "tiêu chí này đã được để trống", EN: "this criterion is left unscored already"}
	}
	return env.Shut(scoring.KindLeave)
}

func whyNoGrant(env screen.Env, at screen.Place) lang.Text {
	if t := env.Shut(scoring.KindBonus); !t.IsZero() {
		return t
	}
	return whyOutside(env, at)
}

// whyOutside says that the place is none that can be scored: the unit has no sheet, or it does not apply to the unit.
func whyOutside(env screen.Env, at screen.Place) lang.Text {
	if t := whyNoSheet(env, at); !t.IsZero() {
		return t
	}
	if !env.Snap.Units()[at.Unit].Applies(at.Node) {
		return lang.Text{VI: "tiêu chí này không áp dụng cho đơn vị", EN: "this does not apply to the unit"}
	}
	return lang.Text{}
}

// whyNoSheet says that the unit has no sheet, which is there to be scored, confirmed or accepted.
func whyNoSheet(env screen.Env, at screen.Place) lang.Text {
	if u := env.Snap.Units()[at.Unit]; !u.HasSheet() {
		return lang.Sayf("%s không có bản tự chấm", "%s has no sheet", u.Name())
	}
	return lang.Text{}
}

func whyNoPercent(env screen.Env, at screen.Place) lang.Text {
	if t := whyNoGrant(env, at); !t.IsZero() {
		return t
	}
	if n := &env.Snap.Rulebook().Criteria[at.Node]; !n.Scored {
		return lang.Sayf("%s là một mục: chọn tiêu chí bên dưới để chấm",
			"%s is a field: choose a criterion below it", n.Code)
	}
	return lang.Text{}
}

func whyNoConfirm(env screen.Env, at screen.Place) lang.Text {
	switch u := env.Snap.Units()[at.Unit]; {
	case env.Mode == screen.Replay || env.Snap.Closed():
		return env.Frozen()
	case u.Name() != env.Who.Unit:
		return lang.Sayf("chỉ xác nhận điểm của đơn vị mình: %s",
			"only the scores of the own unit can be confirmed: %s", lang.Both(env.Who.Unit))
	case !u.HasSheet():
		return whyNoSheet(env, at)
	case u.Confirmed():
		return lang.Text{VI: "đã xác nhận rồi", EN: "confirmed already"}
	}
	return lang.Text{}
}

func whyNoAccept(env screen.Env, at screen.Place) lang.Text {
	if t := env.Frozen(); !t.IsZero() {
		return t
	}
	if u := env.Snap.Units()[at.Unit]; u.Accepted() {
		return lang.Sayf("bản chấm của %s đã được thống nhất", "the sheet of %s is accepted already", u.Name())
	}
	return whyNoSheet(env, at)
}

func whyNoRequest(env screen.Env, at screen.Place) lang.Text {
	if t := env.Shut(scoring.KindBonus); !t.IsZero() {
		return t
	}
	u := env.Snap.Units()[at.Unit]
	if _, ok := u.OpenRequest(at.Node); !ok {
		return lang.Sayf("%s không đề nghị thưởng tại đây, hoặc đã được duyệt",
			"%s asks for no bonus here, or has it", u.Name())
	}
	return lang.Text{}
}
