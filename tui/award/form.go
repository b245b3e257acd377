// Package award is where it is recorded, on the screens that show awards, that a unit gives way, that the meeting
// proposes fewer of an award, and what was decided in the end.
package award

import (
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Kind is what a form records.
type Kind uint8

// The kinds of form.
const (
	Decline Kind = iota // a unit gives way
	Quota               // fewer of an award
	Decide              // what was decided in the end
)

// none stands in the list of awards for all of them, where a unit gives way, and for no award, where it was decided.
const none = -1

// The most characters of what is typed.
const (
	maxReason   = 500
	maxDocument = 120
	maxDate     = 10
)

// Form is a decision about awards being made: which award, chosen from a list, and what goes with it.
type Form struct {
	kind   Kind
	unit   int
	awards kit.List[int] // by index of Rulebook.Awards; none among them
	number kit.Number    // of a quota
	texts  []*kit.Prompt // what is typed, the last the reason
	on     int           // the field in which the cursor is: the number, if there is one, then the texts
	seen   int
}

// Begin opens a form about a unit; of a quota it does not matter which.
func Begin(env screen.Env, kind Kind, unit int) *Form {
	f := &Form{kind: kind, unit: unit, seen: env.Snap.Seq()}
	reason := kit.NewPrompt(lang.Text{VI: "lý do", EN: "reason"},
		lang.Text{VI: "Ghi lý do.", EN: "Give the reason."}, maxReason)
	var all []int
	for i := range env.Snap.Rulebook().Awards {
		all = append(all, i)
	}
	switch kind {
	case Decide:
		reason = kit.NewPrompt(lang.Text{VI: "ghi chú", EN: "remark"}, lang.Text{}, maxReason)
		f.texts = []*kit.Prompt{
			kit.NewPrompt(lang.Text{VI: "văn bản", EN: "document"},
				lang.Text{VI: "Ghi số văn bản.", EN: "Give the document."}, maxDocument),
			kit.NewPrompt(lang.Text{VI: "ngày", EN: "date"}, lang.Text{}, maxDate)}
		all = append(all, none)
	case Decline:
		all = append([]int{none}, all...)
	}
	f.texts = append(f.texts, reason)
	f.awards.Show(all)
	if x := standing(env, unit); kind != Quota {
		if i := awardAt(env, x.Award); i >= 0 {
			f.awards.Select(i)
		} else if len(x.Waits) > 0 {
			f.awards.Select(awardAt(env, x.Waits[0]))
		}
	}
	return f
}

// standing is how a unit stands as agreed.
func standing(env screen.Env, unit int) scoring.Standing {
	t := env.Snap.Standings(scoring.Agreed)
	return t.At(t.Place(unit))
}

// awardAt is the place of an award by its id, -1 for none.
func awardAt(env screen.Env, id string) int {
	for i, a := range env.Snap.Rulebook().Awards {
		if a.ID == id {
			return i
		}
	}
	return -1
}

// Name is what people call the kind.
func (k Kind) Name() lang.Text {
	return [...]lang.Text{
		{VI: "Xin rút, nhường đơn vị khác", EN: "Give way to others"},
		{VI: "Đề nghị ít hơn", EN: "Propose fewer"},
		{VI: "Quyết định chính thức", EN: "Decided in the end"},
	}[k]
}

const (
	doField kit.Action = "award-field"
	doVote  kit.Action = "award-vote"
)

// KeyVote is the key that puts what is being typed to the vote.
func KeyVote() string { return screen.Vote.Key() }

// Keys is the whole key table while the form is open.
func (f *Form) Keys(env screen.Env) []kit.Binding {
	keys := f.reason().Keys(lang.Text{VI: "ô tiếp theo; khi đủ thì ghi vào nhật ký",
		EN: "the next field; once all is there, put it on record"})
	moves := f.awards.Keys(80)
	moves[0].Label = lang.Text{VI: "chọn khen thưởng", EN: "choose the award"}
	moves[0].Help = lang.Text{VI: "khen thưởng nào", EN: "which award"}
	keys = append(keys, moves[:2]...)
	if f.fields() > 1 {
		keys = append(keys, kit.Binding{Action: doField, Keys: []string{"tab"}, Shown: "Tab", Weight: 75,
			Label: lang.Text{VI: "ô sau", EN: "next field"}, Help: lang.Text{VI: "ô tiếp theo", EN: "the next field"}})
	}
	if f.kind == Quota && !env.Suggests(scoring.KindQuota) {
		keys = append(keys, kit.Binding{Action: doVote, Keys: kit.Named(KeyVote()), Shown: KeyVote(), Weight: 70,
			Label: lang.Text{VI: "biểu quyết", EN: "vote"},
			Help:  lang.Text{VI: "đưa điều này ra biểu quyết", EN: "put this to the vote"}})
	}
	return keys
}

func (f *Form) reason() *kit.Prompt { return f.texts[len(f.texts)-1] }

// fields is how many fields there are to type in.
func (f *Form) fields() int {
	if f.kind == Quota {
		return len(f.texts) + 1
	}
	return len(f.texts)
}

// text is the text in which the cursor is; nil while it is in the number.
func (f *Form) text() *kit.Prompt {
	at := f.on
	if f.kind == Quota {
		at--
	}
	if at < 0 {
		return nil
	}
	return f.texts[at]
}

// Type takes what is typed.
func (f *Form) Type(msg tea.KeyPressMsg) {
	switch t := f.text(); {
	case f.reason().Sent():
	case t != nil:
		t.Key(msg)
	case msg.String() == "backspace":
		f.number.Back()
	case len(msg.Text) == 1 && msg.Text[0] >= '0' && msg.Text[0] <= '9':
		f.number.Type(msg.Text)
	}
}

// Paste takes pasted text.
func (f *Form) Paste(text string) {
	if t := f.text(); t != nil && !f.reason().Sent() {
		t.Insert(text)
	}
}

// Do carries out an action; done says that the form has been left.
func (f *Form) Do(env screen.Env, a kit.Action) (effect screen.Effect, done bool) {
	switch a {
	case kit.PromptLeave:
		return screen.Note("Đã bỏ, không ghi gì.", "Left; nothing was recorded."), true
	case doField:
		f.on = (f.on + 1) % f.fields()
	case kit.PromptTake:
		return f.record(env), false
	case doVote:
		act, ok, effect := f.ready(env)
		if !ok {
			return effect, false
		}
		return screen.Effect{Put: &scoring.Vote{Subject: f.asks(env, act), Act: act}}, true
	default:
		f.awards.Do(a)
	}
	return screen.Effect{}, false
}

// record proposes what has been typed, or goes to the field that is missing.
func (f *Form) record(env screen.Env) screen.Effect {
	act, ok, effect := f.ready(env)
	if !ok {
		return effect
	}
	f.reason().Take()
	return screen.Effect{Acts: []scoring.Act{act}, Seen: f.seen}
}

// ready is the decision that has been typed, if it can be made as it stands; else what to say.
func (f *Form) ready(env screen.Env) (act scoring.Act, ok bool, effect screen.Effect) {
	if f.kind == Quota && f.number.Empty() {
		f.on = 0
		return nil, false, screen.Note("Gõ số lượng đề nghị.", "Type how many to propose.")
	}
	for i, t := range f.texts {
		if missing := t.Missing(); !missing.IsZero() {
			f.on = f.fields() - len(f.texts) + i
			return nil, false, screen.Effect{Note: missing}
		}
	}
	act, err := f.act(env)
	if err == nil {
		_, err = scoring.Apply(env.Snap.State, scoring.Decision{Act: act})
	}
	if err != nil {
		return nil, false, screen.Refused(err)
	}
	return act, true, screen.Effect{}
}

// act is the decision that the form makes.
func (f *Form) act(env screen.Env) (scoring.Act, error) {
	award, unit := "", env.Snap.Units()[f.unit].Name()
	if i, _ := f.awards.Here(); i != none {
		award = env.Snap.Rulebook().Awards[i].ID
	}
	switch f.kind {
	case Quota:
		n, err := strconv.Atoi(f.number.Text())
		return scoring.Quota{Award: award, Number: n, Reason: f.reason().Value()}, err
	case Decide:
		if award == "" {
			award = scoring.AwardNone
		}
		d := scoring.Decide{Unit: unit, Award: award, Document: f.texts[0].Value(), Reason: f.reason().Value()}
		var err error
		if day := f.texts[1].Value(); day != "" {
			d.Date, err = dayOf(day)
		}
		return d, err
	}
	return scoring.Decline{Unit: unit, Award: award, Reason: f.reason().Value()}, nil
}

// dayOf reads a date as people type it.
func dayOf(text string) (time.Time, error) {
	for _, form := range []string{"2/1/2006", "2-1-2006", "2.1.2006", time.DateOnly} {
		if t, err := time.Parse(form, text); err == nil {
			return t, nil
		}
	}
	return time.Time{}, &scoring.Refusal{Kind: scoring.ErrNumber,
		What: lang.Sayf("%q không phải là ngày", "%q is not a date", text),
		Mend: lang.Sayf("viết như 15/8/2020", "write it like 15/8/2020")}
}

// Recorded tells the form what came of what it proposed; done says that it has had its day.
func (f *Form) Recorded(env screen.Env, err error) (done bool) {
	if err != nil {
		f.seen = env.Snap.Seq()
	}
	return f.reason().Recorded(err)
}
