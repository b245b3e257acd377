// Package slip is the secret ballot of a unit's own terminal: who can be chosen, and the two presses of a key that cast
// it. Elections and votes on an order share it.
package slip

import (
	"thidua/data/meeting"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doUp   kit.Action = "slip-up"
	doDown kit.Action = "slip-down"
	doCast kit.Action = "slip-cast"
)

// Slip is a ballot being filled in. Its zero value has nothing chosen.
type Slip struct {
	on   int  // the line under the cursor
	sure bool // it has been chosen once
}

// Voter reports whether the session casts a ballot in a box, and whether that is in. A picture that many share is
// nobody's in particular: it shows that there is one to cast.
func Voter(env screen.Env, b *meeting.Box) (may, voted bool) {
	if env.Who == nil || env.Who.Role != meeting.Reviewer {
		return false, false
	}
	if env.Who.Unit == "" {
		return true, false
	}
	return b.Has(env.Who.Unit)
}

// Keys are those of who casts a ballot.
func (s *Slip) Keys(env screen.Env, b *meeting.Box) []kit.Binding {
	may, voted := Voter(env, b)
	off := lang.Text{}
	switch {
	case voted:
		off = lang.Text{VI: "đơn vị đã bỏ phiếu", EN: "the unit has voted"}
	case !may:
		off = lang.Text{VI: "không có phiếu trong vòng này", EN: "no ballot in this round"}
	}
	cast := kit.Binding{Action: doCast, Keys: []string{"enter"}, Shown: "Enter", Weight: 97, Off: off,
		Label: lang.Text{VI: "chọn", EN: "choose"},
		Help: lang.Text{VI: "chọn, rồi Enter lần nữa để bỏ phiếu; không rút lại được",
			EN: "choose, then Enter again to cast; it cannot be taken back"}}
	if s.sure {
		cast.Label = lang.Text{VI: "bỏ phiếu", EN: "cast"}
	}
	return []kit.Binding{cast,
		{Action: doDown, Keys: []string{"down", "pgdown"}, Shown: "↓", Weight: 60, Off: off,
			Label: lang.Text{VI: "xuống", EN: "down"}, Help: lang.Text{VI: "dòng sau", EN: "the next line"}},
		{Action: doUp, Keys: []string{"up", "pgup"}, Shown: "↑", Off: off, Label: lang.Text{VI: "lên", EN: "up"},
			Help: lang.Text{VI: "dòng trước", EN: "the line before"}},
	}
}

// Do carries out an action of the keys; ok is false for any other.
func (s *Slip) Do(env screen.Env, b *meeting.Box, a kit.Action) (effect screen.Effect, ok bool) {
	lines := len(b.Candidates()) + 1 // and the blank ballot
	switch a {
	case doDown:
		s.on, s.sure = (s.on+1)%lines, false
	case doUp:
		s.on, s.sure = (s.on+lines-1)%lines, false
	case doCast:
		return s.cast(env, b), true
	default:
		return screen.Effect{}, false
	}
	return screen.Effect{}, true
}

// cast casts the unit's ballot the second time Enter is pressed on a line.
func (s *Slip) cast(env screen.Env, b *meeting.Box) screen.Effect {
	name, names := "", b.Candidates()
	if s.on < len(names) {
		name = names[s.on]
	}
	if !s.sure {
		s.sure = true
		if name == "" {
			return screen.Note("Bỏ phiếu trắng? Enter lần nữa.", "Cast a blank ballot? Enter once more.")
		}
		return screen.Note("Chọn %s? Enter lần nữa.", "Choose %s? Enter once more.", name)
	}
	s.sure = false
	if err := env.Room.Elect(env.Who, name); err != nil {
		return screen.Refused(err)
	}
	s.on = 0 // nobody who looks over a shoulder reads the choice
	return screen.Note("✓ Đã bỏ phiếu kín của %s.", "✓ The secret ballot of %s is in.", env.Who.Unit)
}

// Draw draws the ballot, or that it is in, and how many have voted.
func (s *Slip) Draw(env screen.Env, p *kit.Canvas, b *meeting.Box) {
	st := env.Styles
	may, voted := Voter(env, b)
	switch {
	case voted:
		p.Text(st.Good, env.Say("✓ Phiếu của %s đã vào hòm.", "✓ The ballot of %s is in the box.", env.Who.Unit), 1)
		p.Blank()
	case may:
		p.Text(st.Strong,
			env.Say("Phiếu kín của đơn vị bạn: ↑ ↓ chọn, Enter hai lần để bỏ phiếu",
				"Your unit's secret ballot: ↑ ↓ choose, Enter twice casts it"), 1)
		for i, name := range append(b.Candidates(), env.Say("(phiếu trắng)", "(a blank ballot)")) {
			row, pointer := kit.NewRow(p.W), "  "
			if i == s.on {
				row, pointer = kit.NewMarked(p.W, st.Cursor), "› "
			}
			p.Add(row.Put(st.Text, pointer+name).String())
		}
		p.Blank()
	}
	in, of := b.Progress()
	p.Text(st.Text, env.Say("%d trên %d đơn vị đã bỏ phiếu kín", "%d of %d units have cast a secret ballot", in, of), 1)
	p.Add(kit.NewRow(p.W).Put(st.Accent, kit.Line("█", min(in, p.W))).Put(st.Rule,
		kit.Line("░", min(of-in, p.W))).String())
	if may && !voted {
		return // what matters is one's own
	}
	p.Blank()
	p.Checks(st, b.Voters(), func(unit string) bool {
		_, voted := b.Has(unit)
		return voted
	})
}
