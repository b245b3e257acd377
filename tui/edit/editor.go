package edit

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Editor is where a screen's edits are made: one at a time. Its zero value edits nothing.
type Editor struct {
	e       *Edit
	then    kit.Action  // how to go on when what is being recorded is
	onward  kit.Action  // how to go on now
	confirm kit.Confirm // whether a sheet is to be accepted over requests without an answer
	cell    int         // of the row where a number is drawn Inline: the cursor's
}

// Editing reports whether something is being typed.
func (d *Editor) Editing() bool { return d.e != nil }

// Clear drops what is being typed.
func (d *Editor) Clear() { d.e = nil }

// Do carries out an action of the editor's keys; ok is false for any other.
func (d *Editor) Do(env screen.Env, at screen.Place, a kit.Action, key string) (effect screen.Effect, ok bool) {
	if d.e != nil {
		return d.doTyping(env, a)
	}
	d.confirm.Press(a)
	switch a {
	case doPercent:
		d.e = begin(env, Percent, at)
		d.e.asks(&env.Snap.State, key)
	case doBonus:
		d.beginGrant(env, Bonus, at)
	case doPenalty:
		d.beginGrant(env, Penalty, at)
	case doGrant:
		return d.grant(env, at), true
	case doNote:
		d.e = begin(env, Note, at)
		d.e.text.Set(env.Snap.Units()[at.Unit].NoteAt(at.Node))
	case doLeave:
		d.e = begin(env, Leave, at)
	case doReject:
		d.e = begin(env, Reject, at)
	case doSanction:
		d.e = begin(env, Sanction, at)
		u := env.Snap.Units()[at.Unit]
		if s := u.Sanction(scoring.Agreed); s != scoring.NoSanction {
			d.e.choice = s
			d.e.text.Set(u.SanctionReason())
		}
	case doAccept:
		return d.accept(env, at), true
	case doConfirm:
		return screen.Effect{Acts: []scoring.Act{scoring.Confirm{Unit: env.Snap.Units()[at.Unit].Name()}}}, true
	case doWhy:
		e := env.Snap.WhyPoints(scoring.Agreed, at.Unit, at.Node)
		return screen.Effect{Why: &e}, true
	default:
		return screen.Effect{}, false
	}
	return screen.Effect{}, true
}

// beginGrant opens the field for a bonus or penalty, with what stands there or was asked for.
func (d *Editor) beginGrant(env screen.Env, kind Kind, at screen.Place) {
	d.e = begin(env, kind, at)
	if d.e.standingGrant(&env.Snap.State) {
		return
	}
	if q, ok := env.Snap.Units()[at.Unit].OpenRequest(at.Node); ok && kind == Bonus {
		d.e.fill(q.Points, q.Reason)
	}
}

// grant gives the bonus that is asked for here, in one key. Where the limits do not allow all of it, the field opens
// with what they allow.
func (d *Editor) grant(env screen.Env, at screen.Place) screen.Effect {
	u := env.Snap.Units()[at.Unit]
	q, ok := u.OpenRequest(at.Node)
	if !ok {
		return screen.Effect{}
	}
	if room := u.Room(true, scoring.GrantAt{Target: at.Node}); q.Points > room.Points {
		d.e = begin(env, Bonus, at)
		d.e.fill(room.Points, q.Reason)
		return screen.Note("Đề nghị %s điểm, giới hạn còn %s.",
			"%s points are asked for, the limit leaves %s.", q.Points, room.Points)
	}
	return screen.Effect{Acts: []scoring.Act{scoring.Bonus{Unit: u.Name(), Target: q.Target, Points: q.Points,
		Reason: q.Reason}}}
}

// accept accepts the sheet; where that leaves requests without an answer, it says so first.
func (d *Editor) accept(env screen.Env, at screen.Place) screen.Effect {
	act := scoring.Accept{Unit: env.Snap.Units()[at.Unit].Name()}
	e, err := scoring.Effects(env.Snap.State, scoring.Decision{Act: act})
	open := stillOpen(env, at.Unit, len(e.Requests))
	if err == nil && len(open) > 0 && d.confirm.Asks(doAccept, at.Unit) {
		return screen.Alarm(lang.Sayf("%[1]s còn %[3]s. %[2]s lần nữa: thống nhất bản chấm.",
			"%[1]s still has %[3]s. %[2]s once more accepts the sheet.", act.Unit, KeyAccept, lang.List(open...)))
	}
	d.then = DoAccepted
	return screen.Effect{Acts: []scoring.Act{act}}
}

// stillOpen is what of a unit's sheet nobody has settled: requests without an answer, which are then no longer
// considered, and criteria without a score.
func stillOpen(env screen.Env, unit, requests int) (out []lang.Sayer) {
	if n := len(env.Snap.Units()[unit].NotScored(false)); n > 0 {
		out = append(out, lang.Sayf("%s chưa chấm", "%s without a score",
			lang.Count(n, "tiêu chí", "criterion", "criteria")))
	}
	if requests > 0 {
		out = append(out, lang.Sayf("%s chưa trả lời: không được xét", "%s without an answer: no longer considered",
			lang.Count(requests, "đề nghị", "request", "requests")))
	}
	return out
}

func (d *Editor) doTyping(env screen.Env, a kit.Action) (screen.Effect, bool) {
	switch a {
	case kit.PromptLeave:
		d.e = nil
		return screen.Note("Đã bỏ, không ghi gì.", "Left; nothing was recorded."), true
	case doField:
		d.e.inText = !d.e.inText
	case doEntry:
		d.e.other(&env.Snap.State)
	case kit.PromptTake:
		return d.record(env), true
	case DoDown, DoUp, DoNext, DoPrior:
		effect := d.record(env)
		if len(effect.Acts) > 0 {
			d.then = a
		}
		return effect, true
	case doVote:
		return d.putToVote(env), true
	default:
		return screen.Effect{}, d.e.chooses() && d.e.level.Do(a)
	}
	return screen.Effect{}, true
}

// putToVote makes a question of what has been typed: if the vote is carried, that is decided with it.
func (d *Editor) putToVote(env screen.Env) screen.Effect {
	act, ok, effect := d.ready(env)
	if !ok {
		return effect
	}
	subject := Question(&env.Snap.State, act, env.Lang)
	d.e = nil
	return screen.Effect{Put: &scoring.Vote{Subject: subject, Act: act}}
}

// record proposes what has been typed.
func (d *Editor) record(env screen.Env) screen.Effect {
	act, ok, effect := d.ready(env)
	if !ok {
		return effect
	}
	d.e.text.Take()
	return screen.Effect{Acts: []scoring.Act{act}, Seen: d.e.seen}
}

// ready is the decision that has been typed, if it can be made as it stands; else what to say. A reason that is still
// missing is asked for.
func (d *Editor) ready(env screen.Env) (act scoring.Act, ok bool, effect screen.Effect) {
	act, err := d.e.act(&env.Snap.State)
	if err != nil {
		d.e.inText = false
		return nil, false, screen.Refused(err)
	}
	if d.e.needsReason() && d.e.text.Value() == "" {
		d.e.inText = true
		return nil, false, screen.Note("Ghi lý do rồi nhấn %s.", "Give the reason, then press %s.", kit.KeyTake)
	}
	if _, err := scoring.Apply(env.Snap.State, scoring.Decision{Act: act}); err != nil {
		return nil, false, screen.Refused(err)
	}
	return act, true, screen.Effect{}
}

// Recorded ends the edit that has been written, or lets it be tried again.
func (d *Editor) Recorded(env screen.Env, err error) {
	if d.onward, d.then = d.then, ""; err != nil {
		d.onward = ""
	}
	switch {
	case d.e == nil || !d.e.text.Sent():
	case err != nil:
		d.e.text.Recorded(err)
		if errors.Is(err, meeting.ErrStale) {
			d.e.seen = env.Snap.Seq() // it has been told now: Enter once more is meant
		}
	default:
		d.e = nil
	}
}

// Type takes what is typed into a field. Backspace in an empty number leaves the edit.
func (d *Editor) Type(msg tea.KeyPressMsg) {
	if d.e == nil || d.e.text.Sent() {
		return
	}
	if !d.e.key(msg) && !d.e.inText && d.e.blank() && msg.String() == "backspace" {
		d.e = nil
	}
}

// Paste takes pasted text into a field; where nothing is typed it is a column of scores.
func (d *Editor) Paste(env screen.Env, c screen.Column) screen.Effect {
	if d.e == nil {
		return column(env, c)
	}
	if !d.e.text.Sent() {
		d.e.paste(c.Text)
	}
	return screen.Effect{}
}

// column shows what a column of scores would change. Reviewers do not suggest one: who decides would see the first of
// them only.
func column(env screen.Env, c screen.Column) screen.Effect {
	if t := env.Shut(scoring.KindScore); !t.IsZero() {
		return screen.Alarm(lang.Sayf("không dán được: %s", "nothing can be pasted: %s", t))
	}
	if env.Suggests(scoring.KindScore) {
		return screen.Alarm(lang.Text{VI: "không dán được cả cột: đề nghị từng tiêu chí, để chủ tọa thấy từng số",
			EN: "a whole column cannot be suggested: suggest each score, so that the chair sees each"})
	}
	const longest = 100_000 // bytes: no column of a meeting is as long
	if len(c.Text) > longest {
		return screen.Alarm(lang.Text{VI: "không dán được: quá dài cho một cột số",
			EN: "nothing can be pasted: too long for a column of numbers"})
	}
	return screen.Effect{Column: &c}
}
