package roll

import (
	"slices"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// entry is what is being typed: somebody who comes, or why a unit or person is absent and then who speaks for it.
type entry struct {
	at      line
	excuses bool
	reason  string // why, once it has been typed
	prompt  *kit.Prompt
}

// maxPerson is the most characters of a person's name and office, or of a reason.
const maxPerson = 300

// newEntry asks who comes.
func newEntry(env screen.Env, at line) *entry {
	label := lang.Text{VI: "Khách mời (họ tên, chức vụ, cơ quan)", EN: "Guest (name, post, body)"}
	missing := lang.Text{VI: "Gõ họ tên.", EN: "Type a name."}
	switch {
	case at.of == tellers:
		label = lang.Text{VI: "Người kiểm phiếu", EN: "Teller"}
	case at.unit >= 0:
		label = lang.Sayf("Người có mặt cho %s", "Present for %s", env.Snap.Units()[at.unit].Name())
		missing = lang.Text{VI: "Gõ tên hoặc chức vụ.", EN: "Type a name or office."}
	}
	return &entry{at: at, prompt: kit.NewPrompt(label, missing, maxPerson)}
}

// excuses asks why who is under the cursor is absent; of the guests' head, first who it is.
func excuses(env screen.Env, at line) *entry {
	if at.of == guests && at.person == "" {
		e := newEntry(env, at)
		e.excuses = true
		return e
	}
	who := at.person
	if who == "" {
		who = env.Snap.Units()[at.unit].Name()
	}
	return &entry{at: at, excuses: true, prompt: kit.NewPrompt(lang.Sayf("%s vắng, lý do", "%s is absent because", who),
		lang.Text{VI: "Gõ lý do.", EN: "Type why."}, maxPerson)}
}

// keys are those of what is being typed.
func (e *entry) keys() []kit.Binding {
	switch {
	case e.excuses && (e.at.person != "" || e.reason != ""):
		return e.prompt.Keys(lang.Text{VI: "ghi vắng có lý do", EN: "put the absence on record"})
	case e.excuses:
		out := e.prompt.Keys(lang.Text{VI: "sang mục sau", EN: "on to what comes next"})
		out[0].Label = lang.Text{VI: "tiếp", EN: "go on"}
		return out
	}
	return e.prompt.Keys(lang.Text{VI: "ghi người này có mặt", EN: "put the person on record as present"})
}

// take takes what has been typed.
func (s *Screen) take(env screen.Env) screen.Effect {
	e := s.entry
	if missing := e.prompt.Missing(); !missing.IsZero() {
		return screen.Effect{Note: missing}
	}
	if e.excuses {
		return s.excuse(env)
	}
	text, _ := e.prompt.Take()
	switch e.at.of {
	case guests:
		return propose(scoring.Attend{Guest: env.Person(text), Present: true})
	case tellers:
		return propose(scoring.Particulars{Tellers: append(slices.Clone(env.Snap.Running().Tellers), text)})
	}
	s.goesOn = true
	return propose(arrives(env, env.Snap.Units()[e.at.unit].Name(), text))
}

// arrives is that somebody comes for a unit: a name or office alone stands as it always did.
func arrives(env screen.Env, unit, text string) scoring.Attend {
	p := env.Person(text)
	if p.From != "" && p.From != unit {
		p.Post += ", " + p.From
	}
	if p.From = ""; p.Post == "" {
		return scoring.Attend{Unit: unit, Present: true, Person: p.Name}
	}
	return scoring.Attend{Unit: unit, Present: true, People: []scoring.Person{p}}
}

// excuse takes a step of an absence: who, why, by whose mandate.
func (s *Screen) excuse(env screen.Env) screen.Effect {
	e := s.entry
	switch {
	case e.at.of == guests && e.at.person == "":
		s.entry = excuses(env, line{-1, guests, e.prompt.Value()})
		return screen.Effect{}
	case e.at.of == guests:
		text, _ := e.prompt.Take()
		return propose(scoring.Attend{Guest: env.Person(e.at.person), Reason: text})
	}
	unit := env.Snap.Units()[e.at.unit].Name()
	switch {
	case e.at.person != "":
		p := scoring.Person{Name: e.at.person}
		p.Post, _ = post(env, e.at)
		text, _ := e.prompt.Take()
		return propose(scoring.Attend{Unit: unit, People: []scoring.Person{p}, Reason: text})
	case e.reason == "":
		e.reason = e.prompt.Value()
		e.prompt = kit.NewPrompt(lang.Sayf("%s ủy quyền cho (để trống nếu không)",
			"%s is spoken for by (or nobody)", unit), lang.Text{}, maxPerson)
		return screen.Effect{}
	}
	mandate, _ := e.prompt.Take()
	s.goesOn = true
	return propose(scoring.Attend{Unit: unit, Reason: e.reason, Mandate: mandate})
}
