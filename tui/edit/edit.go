// Package edit is the editor with which a unit's scores are changed: percent, bonus, penalty, note and sanction, the
// same on every screen. While typing, it shows what would follow, worked out by the very rules that will bind.
package edit

import (
	tea "charm.land/bubbletea/v2"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Kind is what is being edited.
type Kind uint8

// The kinds of edit.
const (
	Percent Kind = iota
	Bonus
	Penalty
	Note
	Sanction
	Leave  // a criterion without a score
	Reject // a request
)

// textOnly reports whether nothing but words is typed.
func (k Kind) textOnly() bool { return k == Note || k == Leave || k == Reject }

// Name is what people call the edit.
func (k Kind) Name() lang.Text {
	return [...]lang.Text{
		{VI: "Sửa phần trăm", EN: "Change the percent"}, {VI: "Điểm thưởng", EN: "Bonus"},
		{VI: "Điểm trừ", EN: "Penalty"},
		{VI: "Ghi chú vào biên bản", EN: "Note for the minutes"}, {VI: "Xử lý khen thưởng", EN: "Sanction"},
		{VI: "Để trống không chấm", EN: "Leave without a score"}, {VI: "Không duyệt đề nghị", EN: "Reject the request"},
	}[k]
}

// maxReason is the most characters of a reason: what fits on a few lines of the minutes.
const maxReason = 500

// Edit is an edit under way, at one place.
type Edit struct {
	kind      Kind
	at        screen.Place
	number    kit.Number
	entry     scoring.Entry   // how the score is typed
	swaps     bool            // it can be typed as percent or as points
	levels    []scoring.Level // to choose from, where it is a level
	level     kit.List[int]   // which of them, under the cursor
	no        int             // which of several bonuses or penalties at the place
	appraised bool            // the bonus or penalty counts at the appraised stage only
	choice    scoring.Sanction
	text      *kit.Prompt // the reason, or the note
	inText    bool        // the reason is being typed, or the note
	seen      int         // the newest decision when it began: what others change after that is shown, not overwritten
	fresh     bool        // what stands was filled in: the first digit replaces it
}

func begin(env screen.Env, kind Kind, at screen.Place) *Edit {
	label := lang.Text{VI: "lý do", EN: "reason"}
	switch kind {
	case Note:
		label = lang.Text{VI: "ghi chú", EN: "note"}
	case Sanction:
		label = lang.Text{VI: "theo kết luận", EN: "by conclusion"}
	}
	appraised := appraising(env) && (kind == Bonus || kind == Penalty)
	return &Edit{appraised: appraised, kind: kind, at: at, seen: env.Snap.Seq(),
		text:   kit.NewPrompt(label, lang.Text{}, maxReason),
		inText: kind.textOnly(), choice: scoring.Excluded, no: 1}
}

// fill puts what stands now into the fields; the first digit typed replaces the number.
func (e *Edit) fill(p scoring.Points, reason string) {
	e.number.Set(lang.Decimal(lang.VI, int64(p), 6, 0, 2))
	e.text.Set(reason)
	e.fresh = true
}

// digit takes a key for the number; false if it is no part of one.
func (e *Edit) digit(key string) bool {
	if !e.fresh {
		return e.number.Type(key)
	}
	var n kit.Number
	if !n.Type(key) {
		return false
	}
	e.number, e.fresh = n, false
	return true
}

// key takes a key of the field in which the edit is; false if it has no use for it.
func (e *Edit) key(msg tea.KeyPressMsg) bool {
	if e.inText {
		return e.text.Key(msg)
	}
	k := msg.String()
	switch {
	case e.kind == Sanction:
		return e.choose(k)
	case e.kind == Percent && e.entry == scoring.EntryLevel:
		return e.chooseLevel(k)
	case k == "backspace":
		e.fresh = false
		return e.number.Back()
	case k == "comma" || k == "period": // the keypad's, where it reports itself
		return e.digit(",")
	}
	return e.digit(k)
}

// choose takes a key for the sanction: 0, 1 and 2, or the arrows.
func (e *Edit) choose(key string) bool {
	all := []scoring.Sanction{scoring.NoSanction, scoring.Downgraded, scoring.Excluded}
	at := 0
	for i, s := range all {
		if s == e.choice {
			at = i
		}
	}
	switch key {
	case "0", "1", "2":
		at = int(key[0] - '0')
	case "left":
		at = max(at-1, 0)
	case "right":
		at = min(at+1, len(all)-1)
	default:
		return false
	}
	e.choice = all[at]
	return true
}

// paste takes pasted text: digits for the number, anything for the reason.
func (e *Edit) paste(text string) {
	if e.inText {
		e.text.Insert(text)
		return
	}
	if len(text) > 32 {
		return // no number
	}
	for _, r := range text {
		e.digit(string(r))
	}
}

// needsReason reports whether the edit cannot be recorded without one.
func (e *Edit) needsReason() bool {
	switch e.kind {
	case Bonus, Penalty, Leave, Reject:
		return true
	}
	return e.kind == Sanction && e.choice != scoring.NoSanction
}

// act is the decision that the edit makes. The error is a *scoring.Refusal where the number cannot be read.
func (e *Edit) act(s *scoring.State) (scoring.Act, error) {
	unit, reason := s.Units()[e.at.Unit].Name(), e.text.Value()
	if e.kind == Sanction {
		return scoring.Sanctioned{Unit: unit, Sanction: e.choice, Reason: reason}, nil
	}
	code := s.Rulebook().Criteria[e.at.Node].Code
	switch e.kind {
	case Percent:
		m, err := e.mark()
		return scoring.Score{Unit: unit, Criterion: code, Mark: m, Reason: reason}, err
	case Note:
		return scoring.Note{Unit: unit, Target: code, Text: reason}, nil
	case Leave:
		return scoring.Leave{Unit: unit, Criterion: code, Reason: reason}, nil
	case Reject:
		return scoring.Reject{Unit: unit, Target: code, Reason: reason}, nil
	}
	p, err := scoring.ParsePoints(e.number.Text())
	if e.kind == Bonus {
		return scoring.Bonus{Unit: unit, Target: code, Points: p, Reason: reason, No: e.recordedNo(),
			Appraised: e.appraised}, err
	}
	return scoring.Penalty{Unit: unit, Target: code, Points: p, Reason: reason, No: e.recordedNo(),
		Appraised: e.appraised}, err
}
