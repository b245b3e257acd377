package election

import (
	"slices"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// An office may be filled without a ballot: the meeting agrees on a unit, or the body above has named one.

const doAppoint kit.Action = "appoint"

// keyAppoint is the key of an appointment.
const keyAppoint = "!"

// appointing is an appointment being typed: of the unit under the cursor of the candidates.
type appointing struct {
	office scoring.Office
	unit   int
	hows   kit.List[string] // how it comes about
	prompt *kit.Prompt      // on what it rests
}

// appointKey leads to the appointment of the candidate under the cursor.
func (s *Screen) appointKey(env screen.Env, r scoring.Race) kit.Binding {
	off := env.Frozen()
	if off.IsZero() {
		off = env.Barred(scoring.KindAppoint)
	}
	switch {
	case !off.IsZero():
	case !slices.Contains(env.Snap.Rulebook().Election.Offices, r.Office):
		off = lang.Text{VI: "khen thưởng này do bỏ phiếu", EN: "this award goes by ballot"}
	case s.list.Index() >= len(r.Candidates):
		off = lang.Text{VI: "chọn dòng của một đơn vị", EN: "choose the line of a unit"}
	}
	return kit.Binding{Action: doAppoint, Keys: kit.Named(keyAppoint), Shown: keyAppoint, Weight: 30, Off: off,
		Label: lang.Text{VI: "cử, không bầu", EN: "appoint"},
		Help: lang.Text{VI: "đơn vị đang chọn giữ chức không qua bỏ phiếu: hội nghị nhất trí, hoặc cấp trên phân công",
			EN: "the unit chosen takes the office without a ballot: by agreement, or assigned by the body above"}}
}

// appoint begins an appointment.
func (s *Screen) appoint(r scoring.Race) {
	s.naming = &appointing{office: r.Office, unit: r.Candidates[s.list.Index()],
		prompt: kit.NewPrompt(lang.Text{VI: "Căn cứ", EN: "On what ground"}, lang.Text{}, maxReason)}
	s.naming.hows.Show([]string{scoring.ByConsent, scoring.ByUpper})
}

// keys are those while it is typed.
func (x *appointing) keys() []kit.Binding {
	moves := x.hows.Keys(80)
	moves[0].Label = lang.Text{VI: "cách cử", EN: "how"}
	moves[0].Help = lang.Text{VI: "hội nghị nhất trí, hoặc cấp trên phân công",
		EN: "by agreement of the meeting, or assigned by the body above"}
	help := lang.Text{VI: "ghi đơn vị này giữ chức", EN: "put on record that the unit has the office"}
	return append(x.prompt.Keys(help), moves...)
}

// take records the appointment.
func (x *appointing) take(env screen.Env) screen.Effect {
	how, _ := x.hows.Here()
	if how == scoring.ByUpper && x.prompt.Value() == "" {
		return screen.Note("Ghi văn bản phân công của cấp trên.", "Name the paper by which the body above assigned it.")
	}
	reason, _ := x.prompt.Take()
	return screen.Effect{Acts: []scoring.Act{scoring.Appoint{Office: x.office,
		Unit: env.Snap.Units()[x.unit].Name(), How: how, Reason: reason}}}
}

// said is an appointment in words.
func (x *appointing) said(env screen.Env, how string) string {
	unit, office := env.Snap.Units()[x.unit].Name(), env.OfficeName(x.office)
	if how == scoring.ByUpper {
		return env.Say("cấp trên phân công %s làm %s", "%s is assigned by the body above to be %s", unit, office)
	}
	return env.Say("hội nghị nhất trí cử %s làm %s", "the meeting agrees that %s is %s", unit, office)
}

// draw shows the two ways, and the ground being typed.
func (x *appointing) draw(env screen.Env, p *kit.Canvas) *screen.Cursor {
	st := env.Styles
	const below = 2
	x.hows.Place(p.Rest(below), 1)
	p.Add(x.hows.Draw(st, func(c *kit.Canvas, how string, here bool) {
		row, mark := kit.NewRow(c.W), "  "
		if here {
			row, mark = kit.NewMarked(c.W, st.Cursor), "› "
		}
		c.Add(row.Put(st.Strong, mark+x.said(env, how)).String())
	})...)
	at := x.prompt.Draw(p, st, env.Lang)
	return &at
}

// speak says how it comes about, and what has been typed.
func (x *appointing) speak(env screen.Env) string {
	how, _ := x.hows.Here()
	return env.Say("%s, %s; %s", "%s, %s; %s", x.said(env, how), x.hows.Spoken(), lang.Both(x.prompt.Speak(env.Lang)))
}
