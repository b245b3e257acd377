package award

import (
	"strings"

	"thidua/data/decision"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Height is how many lines the form wants.
func (f *Form) Height() int {
	const around = 4 // rule, title, what would follow
	return around + f.awards.Len() + f.fields()
}

// Title says what is being recorded, and of whom.
func (f *Form) Title(env screen.Env) string {
	title := f.kind.Name().In(env.Lang)
	if f.kind != Quota {
		title += " · " + env.Snap.Units()[f.unit].Name()
	}
	return title
}

// Draw draws the form below a rule.
func (f *Form) Draw(env screen.Env, area kit.Rect) ([]string, *screen.Cursor) {
	st, p := env.Styles, kit.NewCanvas(area)
	p.Rule(st)
	p.Text(st.Strong, f.Title(env), 1)
	rows := min(f.awards.Len(), max(p.Room()-f.fields()-1, 1))
	f.awards.Place(kit.Rect{X: p.X, Y: p.Y + len(p.Lines), W: p.W, H: rows}, 1)
	p.Add(f.awards.Draw(st, func(c *kit.Canvas, i int, here bool) {
		row, mark := kit.NewRow(c.W), "  "
		if here {
			row, mark = kit.NewMarked(c.W, st.Cursor), "▸ "
		}
		c.Add(row.Put(st.Text, mark+f.label(env, i)).String())
	})...)
	cursor := f.typing(env, p)
	f.follows(env, p)
	return p.Lines, cursor
}

// typing draws the fields; the result is the cell of the cursor.
func (f *Form) typing(env screen.Env, p *kit.Canvas) (cursor *screen.Cursor) {
	const box = 4
	st := env.Styles
	if f.kind == Quota {
		style, label := st.Text, env.Say("số lượng: ", "number: ")
		if f.text() == nil {
			style = st.Edit
			cursor = &screen.Cursor{X: p.X + kit.Width(label) + box, Y: p.Y + len(p.Lines)}
		}
		p.Add(kit.NewRow(p.W).Put(st.Strong, label).Put(style, "["+kit.Right(f.number.Text(), box)+"]").String())
	}
	for _, t := range f.texts {
		row, y := kit.NewRow(p.W), p.Y+len(p.Lines)
		x := t.Put(row, st, env.Lang, t == f.text(), 0)
		if t == f.text() {
			cursor = &screen.Cursor{X: p.X + x, Y: y}
		}
		p.Add(row.String())
	}
	return cursor
}

// label names an award of the list, with how many of it are proposed and how many may be.
func (f *Form) label(env screen.Env, i int) string {
	switch {
	case i == none && f.kind == Decide:
		return env.Say("không khen thưởng", "no award")
	case i == none:
		return env.Say("mọi hình thức khen thưởng", "every award")
	}
	a := &env.Snap.Rulebook().Awards[i]
	most := env.Snap.Rulebook().Number(i, len(env.Snap.Units()))
	if n := env.Snap.Proposable(i); n != most {
		return env.Say("%s · đề nghị %d, không quá %d", "%s · %d proposed, at most %d", a.Name, n, most)
	}
	return env.Say("%s · không quá %d", "%s · at most %d", a.Name, most)
}

// follows says what would follow, or what is refused.
func (f *Form) follows(env screen.Env, p *kit.Canvas) {
	st := env.Styles
	said, err := f.outcome(env)
	switch {
	case f.reason().Sent():
		p.Text(st.Warn, env.Say("đang ghi…", "recording…"), 1)
	case err != nil:
		env.Refuse(p, err)
	case said != "":
		p.Text(st.Accent, said, 2)
	}
}

// outcome is whose award would change, and to what. Without a reason yet it is shown as if there were one.
func (f *Form) outcome(env screen.Env) (string, error) {
	if f.kind == Quota && f.number.Empty() {
		return "", nil
	}
	act, err := f.act(env)
	if err != nil {
		return "", err
	}
	next, err := scoring.Apply(env.Snap.State, scoring.Decision{Act: reasoned(act)})
	if err != nil {
		return "", err
	}
	if f.kind == Decide {
		return "", nil
	}
	return changed(env, &next), nil
}

// reasoned is a decision with something in place of what is still to be typed.
func reasoned(act scoring.Act) scoring.Act {
	const some = "…"
	switch a := act.(type) {
	case scoring.Decline:
		a.Reason = some
		return a
	case scoring.Quota:
		a.Reason = some
		return a
	case scoring.Decide:
		a.Document = some
		return a
	}
	return act
}

// changed says whose award is another one after a decision.
func changed(env screen.Env, next *scoring.State) string {
	b, before, after := env.Snap.Rulebook(), env.Snap.Standings(scoring.Agreed), next.Standings(scoring.Agreed)
	var out []lang.Sayer
	for i := range after.Len() {
		now := after.At(i)
		was := view.Awards(b, before.At(before.Place(now.Unit)), env.Lang)
		if is := view.Awards(b, now, env.Lang); is != was {
			out = append(out, lang.Sayf("%s: %s (trước: %s)", "%s: %s (before: %s)", env.Snap.Units()[now.Unit].Name(),
				lang.Both(orNone(env, is)), lang.Both(orNone(env, was))))
		}
	}
	if len(out) == 0 {
		return env.Say("Khen thưởng của các đơn vị không đổi.", "No unit's award changes.")
	}
	var said []string
	for _, x := range out {
		said = append(said, env.Say("%s", "%s", x))
	}
	return "→ " + strings.Join(said, " · ")
}

func orNone(env screen.Env, said string) string {
	if said == "" {
		return env.Say("không", "none")
	}
	return said
}

// asks is what the room is asked when the decision is put to the vote.
func (f *Form) asks(env screen.Env, act scoring.Act) string {
	return decision.Sentence(&env.Snap.State, &scoring.Decision{Act: act}).In(env.Lang)
}

// Asks says what is being recorded.
func (f *Form) Asks(env screen.Env) string { return strings.ReplaceAll(f.Title(env), " · ", ", ") }

// Speak says the award chosen and the field in which the cursor is, with what would follow.
func (f *Form) Speak(env screen.Env) string {
	if f.reason().Sent() {
		return env.Say("đang ghi", "recording")
	}
	i, _ := f.awards.Here()
	said := f.label(env, i) + ", " + f.awards.Spoken().In(env.Lang) + "; "
	switch t := f.text(); {
	case t != nil:
		said += t.Speak(env.Lang)
	case f.number.Empty():
		said += env.Say("số lượng: chưa gõ", "number: nothing typed")
	default:
		said += env.Say("số lượng: %s", "number: %s", f.number.Text())
	}
	follows, err := f.outcome(env)
	switch {
	case err != nil:
		return said + ". " + screen.Said(err).In(env.Lang)
	case follows != "":
		return said + ". " + strings.TrimPrefix(follows, "→ ")
	}
	return said
}
