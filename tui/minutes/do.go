package minutes

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, _ string) screen.Effect {
	if s.list.Do(a) {
		return screen.Effect{}
	}
	here, _ := s.list.Here()
	switch a {
	case doEdit:
		s.edit(env, here)
	case doAdd:
		s.speakerFor(row{section: here.section}, scoring.Person{})
	case doFill:
		s.filling = true
		s.fillFrom(env, 0)
	case doSkip:
		s.fillAfter(env, s.entry.at)
	case doWithdraw:
		s.confirm.Asks(a, here.line)
	case kit.ConfirmNo:
		s.confirm.Drop()
	case kit.ConfirmYes:
		s.sent = true
		return screen.Effect{Acts: []scoring.Act{scoring.Undo{Seq: here.line}}}
	case doAdopt:
		return screen.Effect{Put: &scoring.Vote{Subject: scoring.Adopt}}
	case doEarlier, doLater:
		if s.back++; a == doLater {
			s.back -= 2
		}
		s.Show(env)
	case kit.PromptLeave:
		s.entry, s.filling = nil, false
		return screen.Note("Đã bỏ, không ghi gì.", "Left; nothing was recorded.")
	case kit.PromptTake:
		return s.take(env)
	}
	return screen.Effect{}
}

// edit opens what is under the cursor.
func (s *Screen) edit(env screen.Env, here row) {
	s.filling = false
	if here.field > 0 {
		s.ask(env, here.field-1)
		return
	}
	if l, ok := s.statement(env, here); ok {
		s.speakerFor(here, l.Speaker)
	}
}

// ask opens a field, with what stands there.
func (s *Screen) ask(env screen.Env, i int) {
	f := fields()[i]
	p := kit.NewPrompt(f.label, lang.Sayf("Gõ %s.", "Type %s.", f.how), most)
	p.Set(f.value(s.sitting(env).Particulars))
	s.list.Select(row{field: i + 1})
	s.entry = &entry{at: row{field: i + 1}, prompt: p}
}

// speakerFor asks who speaks, before what was said.
func (s *Screen) speakerFor(at row, who scoring.Person) {
	p := kit.NewPrompt(lang.Text{VI: "Ai nói (họ tên, chức vụ, đơn vị)", EN: "Who speaks (name, post, unit)"},
		lang.Text{}, most)
	p.Set(screen.Retyped(who))
	s.entry = &entry{at: at, prompt: p}
}

// take takes what has been typed.
func (s *Screen) take(env screen.Env) screen.Effect {
	e := s.entry
	switch {
	case e.at.field > 0:
		return s.takeField(env)
	case e.speaker == nil:
		who := env.Person(e.prompt.Value())
		e.speaker = &who
		e.prompt = kit.NewPrompt(lang.Text{VI: "Nội dung", EN: "What was said"},
			lang.Text{VI: "Gõ nội dung.", EN: "Type what was said."}, most)
		if l, ok := s.statement(env, e.at); ok {
			e.prompt.Set(l.Text)
		}
		return screen.Effect{}
	}
	text, missing := e.prompt.Take()
	if !missing.IsZero() {
		return screen.Effect{Note: missing}
	}
	m := scoring.Minute{Section: e.at.section, Speaker: *e.speaker, Text: text, Corrects: e.at.line}
	if l, ok := s.statement(env, e.at); ok {
		m.Unit, m.Criterion = l.Unit, l.Criterion
	}
	return screen.Effect{Acts: []scoring.Act{m}}
}

// takeField takes what has been typed into a field.
func (s *Screen) takeField(env screen.Env) screen.Effect {
	e, f, x := s.entry, fields()[s.entry.at.field-1], s.sitting(env)
	if missing := e.prompt.Missing(); !missing.IsZero() {
		if f.value(x.Particulars) != "" {
			return screen.Note("Để bỏ hẳn, hoàn tác ở Nhật ký (%s).", "To take it away, undo it on the record (%s).",
				screen.Record.Key())
		}
		return screen.Effect{Note: missing}
	}
	a, wrong := f.take(typed{env, x, e.prompt.Value()})
	if !wrong.IsZero() {
		return screen.Effect{Note: wrong}
	}
	if s.back > 0 {
		a.Sitting = x.Begun()
	}
	e.prompt.Take()
	return screen.Effect{Acts: []scoring.Act{a}}
}

// fillAfter goes on to what is lacking after a field.
func (s *Screen) fillAfter(env screen.Env, at row) { s.fillFrom(env, at.field) }

// fillFrom asks for what is lacking from a field on; where nothing is, it has an end.
func (s *Screen) fillFrom(env screen.Env, from int) {
	s.entry = nil
	i, ok := s.lacking(env, from)
	if s.filling = ok; ok {
		s.ask(env, i)
	}
}
