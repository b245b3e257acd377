// Package ballot is the ballot that a unit casts from its own terminal: what can be chosen, and the two presses of a
// key that cast it. Votes, elections and the order of units that are level share it. Nothing is chosen to begin with.
package ballot

import (
	"fmt"
	"math/rand/v2"
	"strconv"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doChoose kit.Action = "ballot-choose"
	doCast   kit.Action = "ballot-cast"
)

const keyCast = "Enter"

// Ballot is a ballot being filled in. Its zero value has nothing chosen.
type Ballot struct {
	of      any           // what it is a ballot for
	list    kit.List[int] // the options
	chosen  bool          // the cursor is on one
	start   int           // where it begins
	confirm kit.Confirm
}

// take begins anew where something else is voted on than before.
func (b *Ballot) take(a Ask) {
	if b.of == a.id && b.list.Len() == len(a.options) {
		return
	}
	*b = Ballot{of: a.id}
	options := make([]int, len(a.options))
	for i := range options {
		options[i] = i
	}
	b.list.Show(options)
	if a.box { // the size of what is sent must not tell how far the cursor went
		b.start = rand.IntN(len(options))
	}
}

// mostDigits is how many options can be chosen by their number.
const mostDigits = 9

// Keys are those of who casts a ballot.
func (b *Ballot) Keys(a Ask) []kit.Binding {
	b.take(a)
	off := lang.Text{}
	switch {
	case a.done:
		off = lang.Text{VI: "đơn vị đã bỏ phiếu", EN: "the unit has voted"}
	case a.sent:
		off = lang.Text{VI: "phiếu đang được gửi, xin đợi", EN: "the ballot is being sent, please wait"}
	case !a.may:
		off = lang.Text{VI: "không có phiếu ở đây", EN: "no ballot here"}
	}
	cast := kit.Binding{Action: doCast, Keys: kit.Named(keyCast), Shown: keyCast, Weight: 97, Off: off,
		Label: lang.Text{VI: "chọn", EN: "choose"},
		Help: lang.Text{VI: "chọn, rồi lần nữa để bỏ phiếu; không rút lại được",
			EN: "choose, then once more to cast; it cannot be taken back"}}
	if b.confirm.Waits(doCast) {
		cast.Label = lang.Text{VI: "bỏ phiếu", EN: "cast"}
	}
	if off.IsZero() && !b.chosen {
		cast.Off = lang.Text{VI: "chưa chọn dòng nào", EN: "nothing is chosen yet"}
	}
	last := min(len(a.options), mostDigits)
	digits := kit.Binding{Action: doChoose, Shown: "1–" + strconv.Itoa(last), Weight: 98, Off: off,
		Label: lang.Text{VI: "chọn theo số", EN: "choose"},
		Help:  lang.Text{VI: "chọn dòng có số này", EN: "choose the line with this number"}}
	for i := range last {
		digits.Keys = append(digits.Keys, strconv.Itoa(i+1))
	}
	moves := b.list.Keys(60)
	for i := range moves {
		if !b.chosen {
			moves[i].Off = lang.Text{}
		}
		if !off.IsZero() {
			moves[i].Off = off
		}
	}
	return b.confirm.Guard(append([]kit.Binding{digits, cast}, moves...))
}

// Do carries out an action of the keys; ok is false for any other.
func (b *Ballot) Do(env screen.Env, a Ask, action kit.Action, key string) (effect screen.Effect, ok bool) {
	b.take(a)
	switch {
	case action == doCast:
		return b.cast(env, a), true
	case action == doChoose:
		n, err := strconv.Atoi(key)
		if err != nil {
			return screen.Effect{}, true
		}
		b.list.Select(n - 1)
		b.chosen = true
		b.confirm.Drop()
		return b.cast(env, a), true // the number says what is meant: one more press casts it
	case !b.chosen && b.list.Do(action):
		b.list.Select(b.start)
		if !a.box && (action == kit.ListUp || action == kit.ListLast) {
			b.list.Select(len(a.options) - 1)
		}
	case !b.list.Do(action):
		return screen.Effect{}, false
	}
	b.chosen = true
	b.confirm.Drop()
	return screen.Effect{}, true
}

// cast casts the unit's ballot the second time that it is asked to.
func (b *Ballot) cast(env screen.Env, a Ask) screen.Effect {
	i := b.list.Index()
	if b.confirm.Asks(doCast, i) {
		if a.box { // of one length, whoever is meant
			return screen.Note("%s lần nữa để bỏ phiếu cho dòng đã chọn.",
				"%s once more casts the ballot for the line chosen.", keyCast)
		}
		return screen.Note("%[1]s? %[2]s lần nữa.", "%[1]s? %[2]s once more.", a.options[i], keyCast)
	}
	err := a.cast(i)
	*b = Ballot{} // nobody who looks over a shoulder reads the choice
	if err != nil {
		return screen.Refused(err)
	}
	if a.waits {
		return screen.Note("Đang gửi phiếu của %s…", "The ballot of %s is being sent…", env.Who.Unit)
	}
	if a.box {
		return screen.Note("✓ Đã bỏ phiếu kín của %s.", "✓ The secret ballot of %s is in.", env.Who.Unit)
	}
	return screen.Note("✓ Đã bỏ phiếu của %s.", "✓ The ballot of %s is in.", env.Who.Unit)
}

// Click chooses the option under the mouse.
func (b *Ballot) Click(a Ask, x, y int) {
	b.take(a)
	if a.may && !a.done && b.list.Click(x, y) {
		b.chosen = true
		b.confirm.Drop()
	}
}

// Draw draws the ballot, or that it is in, and how many have voted.
func (b *Ballot) Draw(env screen.Env, p *kit.Canvas, a Ask) {
	b.take(a)
	st := env.Styles
	if a.fail != nil && !a.sent {
		p.Text(st.Alarm, env.Say("✗ Phiếu vừa gửi KHÔNG vào: %s", "✗ The ballot sent last is NOT in: %s",
			screen.Said(a.fail)), 2)
	}
	switch {
	case a.sent:
		p.Text(st.Warn,
			env.Say("Phiếu của %s đang được gửi, CHƯA vào.", "The ballot of %s is being sent, and NOT in yet.",
				env.Who.Unit), 2)
		p.Blank()
	case a.done && a.box:
		p.Text(st.Good, env.Say("✓ Phiếu của %s đã vào hòm.", "✓ The ballot of %s is in the box.", env.Who.Unit), 1)
		p.Blank()
	case a.done && a.counted.IsZero():
		p.Text(st.Good, env.Say("✓ Phiếu của %s đã vào.", "✓ The ballot of %s is in.", env.Who.Unit), 1)
		p.Blank()
	case a.done:
		p.Text(st.Good, env.Say("✓ Phiếu của %s đã vào, được tính là: %s.", "✓ The ballot of %s is in, counted as: %s.",
			env.Who.Unit, a.counted), 1)
		p.Blank()
	case a.may:
		b.options(env, p, a)
	}
	of := len(a.voters)
	if a.box {
		p.Text(st.Text, env.Say("%d trên %d đơn vị đã bỏ phiếu kín", "%d of %d units have cast a secret ballot", a.in,
			of), 1)
	} else {
		p.Text(st.Text, env.Say("%d trên %d đơn vị đã bỏ phiếu", "%d of %d units have voted", a.in, of), 1)
	}
	DrawPapers(env, p, a.paper)
	row := kit.NewRow(p.W).Put(st.Accent, kit.Line("█", min(a.in, p.W)))
	p.Add(row.Put(st.Rule, kit.Line("░", min(of-a.in, p.W))).String())
	if a.may && !a.done && !a.sent {
		return // what matters is one's own
	}
	p.Blank()
	p.Checks(st, a.voters, a.voted)
}

// options is what stands on the ballot.
func (b *Ballot) options(env screen.Env, p *kit.Canvas, a Ask) {
	st := env.Styles
	title := env.Say("Phiếu của đơn vị bạn: chọn, rồi %[1]s hai lần; không rút lại được",
		"Your unit's ballot: choose, then %[1]s twice; it cannot be taken back", keyCast)
	if a.box {
		title = env.Say("Phiếu kín của đơn vị bạn: chọn, rồi %[1]s hai lần; không rút lại được",
			"Your unit's secret ballot: choose, then %[1]s twice; it cannot be taken back", keyCast)
	}
	p.Text(st.Strong, title, 2)
	below := 3
	if p.Rest(below).H < len(a.options) { // what is chosen matters more than how many have
		below = 0
	}
	b.list.Place(p.Rest(below), 1)
	p.Add(b.list.Draw(st, func(c *kit.Canvas, i int, here bool) {
		row, pointer := kit.NewRow(c.W), "  "
		if here && b.chosen {
			row, pointer = kit.NewMarked(c.W, st.Cursor), "› "
		}
		number := "  "
		if i < mostDigits {
			number = fmt.Sprintf("%d ", i+1)
		}
		c.Add(row.Put(st.Text, pointer).Put(st.Key, number).Put(st.Text, a.options[i].In(env.Lang)).String())
	})...)
	p.Blank()
}

// DrawPapers says how many ballots were handed in on paper beside those from terminals, where some were.
func DrawPapers(env screen.Env, p *kit.Canvas, n int) {
	if n > 0 {
		p.Text(env.Styles.Warn, env.Say("giấy: %d phiếu", "on paper: %d", n), 1)
	}
}
